"""What a module says to take online against what its lessons take."""

from collections import defaultdict
from collections.abc import Iterator

from curriculum.api import Located, PackError, PackFault, PackFolder, minutes_of

from .folders import lesson_folders

PROGRAMME = "programme.yaml"


def minutes_faults(pack: PackFolder) -> Iterator[PackFault]:
    """Modules with lessons that count more online minutes than these lessons take.

    Hours that nobody can spend would count towards an award. A module without lessons says nothing yet.
    """
    try:
        programme = pack.document(PROGRAMME)
        stated = list(_stated_online(programme))
        taken = _taken(pack)
    except (PackError, LookupError, TypeError, ValueError, AttributeError):
        return  # whoever reads that file for what it is says what is wrong in it
    for number, module, online in stated:
        if module in taken and online > taken[module]:
            yield PackFault(
                PROGRAMME,
                programme.line_of("modules", number, "hours"),
                "The module “%(module)s” counts %(online)s minutes online, but its lessons take %(taken)s. "
                "Correct “online”, or the minutes of the lessons.",
                (("module", module), ("online", str(online)), ("taken", str(taken[module]))),
            )


def _stated_online(programme: Located) -> Iterator[tuple[int, str, int]]:
    for number, module in enumerate(programme.data["modules"]):
        yield number, module["key"], minutes_of(module["hours"].get("online", "0:00"))


def _taken(pack: PackFolder) -> dict[str, int]:
    """Minutes of all lessons by module."""
    taken: dict[str, int] = defaultdict(int)
    for folder in lesson_folders(pack):
        taken[folder.module_key] += int(folder.meta["minutes"])
    return dict(taken)
