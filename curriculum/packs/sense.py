"""What the parts of a programme say of each other: names that must exist, hours that must add up."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from django.utils.translation import gettext_noop

from curriculum.rules import Node, parse_rule_set
from curriculum.rules.nodes import (
    MemberHours,
    ModuleCompleted,
    ProgrammeHours,
    UnitCompetent,
    UnitCompetentBy,
)
from curriculum.rules.questions import nodes_of

from .content import PackContent, StandardContent
from .faults import PackFault
from .folder import PackFolder

PROGRAMME = "programme.yaml"
STANDARD = "standard.yaml"


def sense_faults(folder: PackFolder, pack: PackContent) -> Iterator[PackFault]:
    """Everything that does not fit together in a pack whose files each have the right shape.

    An award named in a rule may be one of another programme, so it need not stand in this pack.
    """
    yield from _repeated(folder, PROGRAMME, "modules", [module.key for module in pack.programme.modules])
    yield from _repeated(folder, PROGRAMME, "achievements", [a.key for a in pack.programme.achievements])
    yield from _repeated(folder, PROGRAMME, "figures", [figure.name for figure in pack.programme.figures])
    if pack.standard:
        yield from _repeated(folder, STANDARD, "units", [unit.key for unit in pack.standard.units])
        yield from _repeated(folder, STANDARD, "activities", [a.key for a in pack.standard.activities])
        yield from _strange_units(folder, pack.standard)
    yield from _absent_rules(folder, pack)
    yield from _strange_names_in_rules(pack)
    yield from _class_parts_that_differ(pack)
    yield from _hours_that_do_not_add_up(folder, pack)


def _repeated(folder: PackFolder, path: str, part: str, keys: list[str]) -> Iterator[PackFault]:
    for index, key in enumerate(keys):
        if key in keys[:index]:
            line = folder.document(path).line_of(part, index)
            yield PackFault(path, line, "The key “%(key)s” stands here twice. Change one.", (("key", key),))


def _strange_units(folder: PackFolder, standard: StandardContent) -> Iterator[PackFault]:
    known = {unit.key for unit in standard.units}
    for index, activity in enumerate(standard.activities):
        for key in activity.units:
            if key not in known:
                line = folder.document(STANDARD).line_of("activities", index)
                yield PackFault(
                    STANDARD, line, "There is no unit “%(key)s”. Add it, or correct the key.", (("key", key),)
                )


def _absent_rules(folder: PackFolder, pack: PackContent) -> Iterator[PackFault]:
    document = folder.document(PROGRAMME)
    asked = chain(
        (("requirements", index, name) for index, name in enumerate(pack.programme.requirements)),
        (("achievements", index, a.rule) for index, a in enumerate(pack.programme.achievements)),
    )
    for part, index, name in asked:
        if name not in pack.rules:
            values = (("file", f"rules/{name}.yaml"),)
            message = gettext_noop("The rule %(file)s is missing. Add it, or correct the name.")
            yield PackFault(PROGRAMME, document.line_of(part, index), message, values)


def _strange_names_in_rules(pack: PackContent) -> Iterator[PackFault]:
    modules = {module.key for module in pack.programme.modules}
    units = {unit.key for unit in pack.standard.units} if pack.standard else set()
    awards = {achievement.key for achievement in pack.programme.achievements}
    for name, document in pack.rules.items():
        for node in nodes_of(parse_rule_set(document).root):
            for kind, key, known in _names_in(node, modules, units, awards):
                if key not in known:
                    yield PackFault(
                        f"rules/{name}.yaml",
                        0,
                        "There is no %(kind)s “%(key)s” in this pack. Add it, or correct the key.",
                        (("kind", kind), ("key", key)),
                    )


def _names_in(
    node: Node, modules: set[str], units: set[str], awards: set[str]
) -> Iterable[tuple[str, str, set[str]]]:
    if isinstance(node, ModuleCompleted):
        return [("module", node.module, modules)]
    if isinstance(node, ProgrammeHours):
        return [
            ("module", key, modules) for key in [*(node.modules or ()), *dict(node.class_attendance or ())]
        ]
    if isinstance(node, UnitCompetent | UnitCompetentBy):
        return [("unit", node.unit, units)]
    if isinstance(node, MemberHours):
        return [("member", key, modules | awards) for key in node.members]
    return []


def _class_parts_that_differ(pack: PackContent) -> Iterator[PackFault]:
    """A rule that asks for attendance plans as many minutes of class as the module has."""
    in_class = {module.key: module.in_class for module in pack.programme.modules}
    for name, document in pack.rules.items():
        for node in nodes_of(parse_rule_set(document).root):
            asked = node.class_attendance if isinstance(node, ProgrammeHours) else None
            for key, minutes in asked or ():
                if key in in_class and in_class[key] != minutes:
                    yield PackFault(
                        f"rules/{name}.yaml",
                        0,
                        gettext_noop(
                            "The rule counts %(asked)s minutes of class in “%(key)s”, the module has %(planned)s. "
                            "Correct one of them."
                        ),
                        (("asked", str(minutes)), ("key", key), ("planned", str(in_class[key]))),
                    )


def _hours_that_do_not_add_up(folder: PackFolder, pack: PackContent) -> Iterator[PackFault]:
    """The modules of the qualification add up to the programme's figure, where practice is counted clearly."""
    figures = {figure.name: figure for figure in pack.programme.figures}
    total, practice = figures.get("programme_hours"), figures.get("practice_hours")
    if total is None or total.amount is None or pack.programme.practice_counts == "not_stated":
        return
    taught = sum(m.online + m.in_class + m.independent for m in pack.programme.modules if not m.complementary)
    expected = Decimal(total.amount) * 60
    if pack.programme.practice_counts == "inside" and practice is not None and practice.amount is not None:
        expected -= Decimal(practice.amount) * 60
    if taught != expected:
        line = folder.document(PROGRAMME).line_of("modules")
        values = (("taught", f"{Decimal(taught) / 60:f}"), ("expected", f"{expected / 60:f}"))
        message = (
            "The modules add up to %(taught)s hours; the figures ask for %(expected)s. Correct one of them."
        )
        yield PackFault(PROGRAMME, line, message, values)
