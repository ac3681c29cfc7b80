"""Playing a case: load the pack, bring in the people, take the steps, compare, and leave no trace."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import translation

from curriculum.packs.loading import load_programme
from curriculum.packs.reading import read_pack
from curriculum.packs.sections import LoadContext, LoadReport, sections
from curriculum.packs.services import find_pack
from curriculum.people.enums import Role
from curriculum.people.models import Person
from curriculum.people.services import enrol, join_institution
from curriculum.standards.models import Institution

from .overriding import OverriddenFolder
from .registry import Verb, events, expectations
from .world import CaseError, World

HEAD = {"title", "pack", "institution", "overrides", "sections", "people", "steps", "language"}
STEP = {"on", "at", "do", "expect", "is", "note"}
Printer = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case ended: how many expectations held, and each that did not, in words."""

    held: int
    differences: tuple[str, ...]


def play(case: Mapping[str, Any], *, beside: Path, say: Printer) -> Outcome:
    """Play a case in a transaction that is rolled back. Raises CaseError where it cannot be played.

    `beside` is the folder of the case's file: a pack may be named relative to it.
    """
    _refuse_strange(case, HEAD, "the case")
    with transaction.atomic(), translation.override(case.get("language", "en")):
        world = _world(case, beside)
        outcome = _take(list(_steps(case)), world, say)
        transaction.set_rollback(True)
    return outcome


def _world(case: Mapping[str, Any], beside: Path) -> World:
    institution = Institution.objects.create(
        **{
            "key": "simulated",
            "name": "Simulated school",
            "country": "UY",
            "time_zone": "America/Montevideo",
            **case.get("institution", {}),
        }
    )
    named = str(case.get("pack", ""))
    relative = beside / named
    source = find_pack(str(relative) if relative.is_dir() else named)
    folder = OverriddenFolder(source, case.get("overrides", {}))
    version, _ = load_programme(pack=read_pack(folder), institution=institution, user=None)
    context = LoadContext(institution, version, LoadReport())
    for section in sections():
        if section.name in case.get("sections", []):
            section.load(folder, context)
    world = World(institution, version, datetime.now(UTC))
    for name, about in case.get("people", {}).items():
        _bring_in(world, name, about or {})
    return world


def _bring_in(world: World, name: str, about: Mapping[str, Any]) -> None:
    _refuse_strange(about, {"name", "born", "role", "enrolled"}, f"the person “{name}”")
    account = get_user_model().objects.create_user(username=f"simulated-{name}")
    born = world.moment(about["born"]).date() if "born" in about else None
    person = Person.objects.create(name=about.get("name", name.title()), user=account, birth_date=born)
    world.people[name], world.accounts[name] = person, account
    if "enrolled" in about:
        day = world.moment(about["enrolled"]).date()
        enrol(person=person, programme_version=world.programme_version, enrolled_by=None, on=day)
    elif "role" in about:
        since = world.moment("2000-01-01").date()
        join_institution(person=person, institution=world.institution, role=Role(about["role"]), since=since)


def _steps(case: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for number, step in enumerate(case.get("steps", []), start=1):
        if not isinstance(step, Mapping) or ("do" in step) == ("expect" in step):
            raise CaseError(f"Step {number} needs either “do” or “expect”.")
        yield step


def _take(steps: list[Mapping[str, Any]], world: World, say: Printer) -> Outcome:
    held, differences = 0, []
    for number, step in enumerate(steps, start=1):
        if "on" in step:
            world.now = world.moment(str(step["on"]), str(step.get("at", "12:00")))
        arguments = {key: value for key, value in step.items() if key not in STEP}
        if "do" in step:
            _call(events(), step["do"], world, arguments, number)
            say(f"{number:>3}  {world.today}  {step['do']} {_shown(arguments)}")
            continue
        found = _call(expectations(), step["expect"], world, arguments, number)
        if _same(found, step.get("is")):
            held += 1
            say(f"{number:>3}  {world.today}  ✓ {step['expect']} {_shown(arguments)}: {found}")
        else:
            what = f"step {number}, {step['expect']} {_shown(arguments)}"
            difference = f"{what}: expected {step.get('is')}, found {found}"
            differences.append(difference)
            say(f"{number:>3}  {world.today}  ✗ {difference}")
    return Outcome(held, tuple(differences))


def _call(verbs: dict[str, Verb], name: str, world: World, arguments: dict[str, Any], number: int) -> Any:
    if name not in verbs:
        raise CaseError(f"Step {number}: there is no verb “{name}”. Known: {', '.join(sorted(verbs))}.")
    try:
        return verbs[name].handler(world, **arguments)
    except CaseError as error:
        raise CaseError(f"Step {number}: {error}") from error
    except TypeError as error:
        raise CaseError(f"Step {number}: “{name}” does not take these arguments ({error}).") from error


def _same(found: Any, expected: Any) -> bool:
    """Equal as a case writes it; a mapping may leave out what it does not care about."""
    if isinstance(found, Mapping) and isinstance(expected, Mapping):
        return all(key in found and _same(found[key], value) for key, value in expected.items())
    if isinstance(found, list | tuple) and isinstance(expected, list | tuple):
        return len(found) == len(expected) and all(map(_same, found, expected))
    return bool(found == expected)


def _shown(arguments: Mapping[str, Any]) -> str:
    return " ".join(f"{key}={value}" for key, value in arguments.items())


def _refuse_strange(given: Mapping[str, Any], known: set[str], where: str) -> None:
    strange = sorted(set(given) - known)
    if strange:
        raise CaseError(f"“{strange[0]}” is not known in {where}. Use: {', '.join(sorted(known))}.")
