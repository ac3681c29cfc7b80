"""What a module says to take online and on one's own, against what its lessons and task sheets take."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from django.utils.translation import gettext_noop

from curriculum.api import PackError, PackFault, PackFolder, minutes_of

from .folders import LessonFolder, content_languages, lesson_folders

PROGRAMME = "programme.yaml"


def minutes_faults(pack: PackFolder) -> Iterator[PackFault]:
    """Modules with lessons that count more online minutes than these lessons take.

    Hours that nobody can spend would count towards an award. A module without lessons says nothing yet.
    """
    message = gettext_noop(
        "The module “%(module)s” counts %(online)s minutes online, but its lessons take %(taken)s. "
        "Correct “online”, or the minutes of the lessons."
    )
    for module, online, taken, line in _overstated(pack, "online", _minutes_of_lesson):
        values = (("module", module), ("online", online), ("taken", taken))
        yield PackFault(PROGRAMME, line, message, values)


def independent_notes(pack: PackFolder) -> Iterator[PackFault]:
    """Modules that count more independent work than the task sheets of their lessons take.

    A school may hand out its own sheets, so this keeps nothing from being loaded. The sheets of a mere outline
    are not written yet.
    """
    message = gettext_noop(
        "The module “%(module)s” counts %(independent)s minutes of independent work, but the task sheets of "
        "its lessons take %(taken)s. Correct “independent”, or write a task sheet."
    )
    for module, independent, taken, line in _overstated(pack, "independent", _minutes_on_sheets):
        values = (("independent", independent), ("module", module), ("taken", taken))
        yield PackFault(PROGRAMME, line, message, values)


def _overstated(
    pack: PackFolder, part: str, minutes_in: Callable[[LessonFolder], int]
) -> Iterator[tuple[str, str, str, int]]:
    """Modules that state more minutes of a part than their lessons hold: key, stated, held, line."""
    try:
        programme = pack.document(PROGRAMME)
        held = _held(pack, minutes_in)
        stated = [
            (module, number, minutes_of(module["hours"].get(part, "0:00")))
            for number, module in enumerate(programme.data["modules"])
            if module["key"] in held and not _is_outline(module, part)
        ]
    except (PackError, LookupError, TypeError, ValueError, AttributeError):
        return  # whoever reads that file for what it is says what is wrong in it
    for module, number, minutes in stated:
        key = module["key"]
        if minutes > held[key]:
            yield key, str(minutes), str(held[key]), programme.line_of("modules", number, "hours")


def _is_outline(module: dict[str, Any], part: str) -> bool:
    return part == "independent" and bool(module.get("demonstration"))


def _held(pack: PackFolder, minutes_in: Callable[[LessonFolder], int]) -> dict[str, int]:
    held: dict[str, int] = defaultdict(int)
    for folder in lesson_folders(pack):
        held[folder.module_key] += minutes_in(folder)
    return dict(held)


def _minutes_of_lesson(folder: LessonFolder) -> int:
    return int(folder.meta["minutes"])


def _minutes_on_sheets(folder: LessonFolder) -> int:
    blocks = folder.text(content_languages(folder.pack)[0])["blocks"]
    return sum(int(block["minutes"]) for block in blocks if block["type"] == "task_sheet")
