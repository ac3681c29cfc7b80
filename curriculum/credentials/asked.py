"""What a requirement asks, said before anybody has shown anything: for the public page of a programme."""

from collections.abc import Iterator, Mapping

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from curriculum.rules import Node, nodes
from curriculum.rules.types import Candidate

Names = Mapping[str, str | Promise]


def asked(node: Node, names: Names) -> Iterator[str]:
    """One plain sentence for each thing that is asked, in the current language (R-ADM-1 to R-ADM-9).

    `names` gives titles for keys. Where nothing is asked, that is said too (R-ADM-7).
    """
    match node:
        case nodes.AllOf(of=members):
            for member in members:
                yield from asked(member, names)
        case nodes.AnyOf(of=members):
            yield _("One of these: %(choices)s") % {"choices": _joined(members, names)}
        case nodes.AtLeast(count=count, of=members):
            values = {"count": figure_words(count), "choices": _joined(members, names)}
            yield _("At least %(count)s of these: %(choices)s") % values
        case nodes.InCase(case=case, then=then, otherwise=otherwise):
            values = {
                "case": _name(case, names),
                "then": _joined((then,), names),
                "otherwise": _joined((otherwise,), names),
            }
            yield _("In this case: %(case)s. %(then)s Otherwise: %(otherwise)s") % values
        case _:
            yield _single(node, names)


def _joined(members: tuple[Node, ...], names: Names) -> str:
    return "; ".join(sentence.rstrip(".") for member in members for sentence in asked(member, names)) + "."


def _single(node: Node, names: Names) -> str:
    match node:
        case nodes.Age():
            return _age(node)
        case nodes.Education(level=level):
            return _("Schooling: %(level)s, or more.") % {"level": _name(level, names)}
        case nodes.Document(document=document, equivalents=equivalents):
            return _("You need: %(document)s.") % {"document": _either((document, *equivalents), names)}
        case nodes.Experience(months=months):
            return _experience(months)
        case nodes.HoldsAward(award=award, equivalents=equivalents):
            return _("You need to have earned: %(award)s.") % {"award": _either((award, *equivalents), names)}
        case nodes.NoRequirement(about=about):
            return _("Not asked: %(names)s.") % {"names": _list(about, names)}
        case nodes.Statement(statement=statement):
            return _("You declare: %(statement)s.") % {"statement": _name(statement, names)}
        case _:
            return _("You need: %(document)s.") % {"document": _name(node.key, names)}


def _age(node: nodes.Age) -> str:
    if not isinstance(node.years, int):
        return _("Minimum age: %(age)s.") % {"age": figure_words(node.years)}
    if node.boundary is nodes.AgeBoundary.INCLUSIVE:
        return _("You are at least %(years)s years old.") % {"years": node.years}
    return _("You are older than %(years)s years.") % {"years": node.years}


def _experience(months: nodes.Whole) -> str:
    if not isinstance(months, int):
        return _("Work experience: %(amount)s.") % {"amount": figure_words(months)}
    sentence = ngettext(
        "You have worked in care for at least %(count)s month.",
        "You have worked in care for at least %(count)s months.",
        months,
    )
    return sentence % {"count": number_format(months)}


def figure_words(figure: nodes.Whole) -> str:
    """A figure as a person reads it; unknown and disputed ones say so and are never 0 (R-CAT-12, R-CAT-13)."""
    match figure:
        case nodes.Disputed(candidates=candidates):
            return _("the sources disagree: %(amounts)s") % {"amounts": _amounts(candidates)}
        case nodes.NotStated():
            return _("not stated")
        case _:
            return number_format(figure)


def _amounts(candidates: tuple[Candidate, ...]) -> str:
    return ", ".join(number_format(candidate.value) for candidate in candidates)


def _name(key: str, names: Names) -> str:
    return str(names.get(key, key))


def _list(keys: tuple[str, ...], names: Names) -> str:
    return ", ".join(_name(key, names) for key in keys)


def _either(keys: tuple[str, ...], names: Names) -> str:
    return _(" or ").join(_name(key, names) for key in keys)
