"""Figures in words: with their source, with both candidates where sources disagree, and never an unknown as 0."""

from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .durations import plain
from .enums import NullReason, Origin
from .models import Figure

FIGURE_TITLES = {
    "programme_hours": gettext_lazy("Programme hours"),
    "practice_hours": gettext_lazy("Practice hours"),
    "levelling_hours": gettext_lazy("Hours of levelling"),
    "occupational_project_hours": gettext_lazy("Hours of the occupational project"),
    "certification_duration": gettext_lazy("Duration of certification"),
    "skills_tests": gettext_lazy("Skills tests"),
    "validity_months": gettext_lazy("Valid for"),
    "practice_months": gettext_lazy("Months of practice"),
    "credits": gettext_lazy("Credits"),
}
UNIT_TITLES = {
    "hour": gettext_lazy("hours"),
    "week": gettext_lazy("weeks"),
    "month": gettext_lazy("months"),
    "test": gettext_lazy("tests"),
    "credit": gettext_lazy("credits"),
}


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as a reader sees it; `candidates` are the values between which the sources disagree."""

    title: str
    value: str
    source: str
    quote: str
    candidates: tuple[str, ...]


def figure_row(figure: Figure) -> FigureRow:
    return FigureRow(
        title=str(FIGURE_TITLES.get(figure.name, figure.name.replace("_", " "))),
        value=_value(figure),
        source=_source(figure),
        quote=figure.quote,
        candidates=tuple(_candidate(figure, candidate) for candidate in figure.candidates),
    )


def _value(figure: Figure) -> str:
    if figure.amount is None:
        return str(NullReason(figure.null_reason).label)
    return f"{number_format(plain(figure.amount))} {_unit(figure)}"


def _unit(figure: Figure) -> str:
    return str(UNIT_TITLES.get(figure.unit, figure.unit))


def _source(figure: Figure) -> str:
    if figure.origin != Origin.DOCUMENT:
        return str(Origin(figure.origin).label)
    if not figure.source:
        return _("The document does not state it")
    if figure.line is None:
        return figure.source
    return _("%(place)s, line %(line)s") % {"place": figure.source, "line": figure.line}


def _candidate(figure: Figure, candidate: dict[str, str]) -> str:
    values = {
        "amount": candidate.get("amount", ""),
        "unit": _unit(figure),
        "source": candidate.get("source", ""),
    }
    return _("%(amount)s %(unit)s according to %(source)s") % values
