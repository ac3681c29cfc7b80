"""What a programme offers and asks, as its public page says it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from curriculum.rules import Stage
from curriculum.standards.durations import hours_text, plain
from curriculum.standards.enums import NullReason, Status
from curriculum.standards.models import (
    Achievement,
    Figure,
    Pathway,
    ProgrammeModule,
    ProgrammeRule,
    ProgrammeVersion,
)
from curriculum.standards.rulebook import rule_of

from .asked import asked
from .words import names_of

OPEN = [Status.PILOT, Status.IN_FORCE, Status.UNDER_REVIEW]

FIGURE_TITLES: Mapping[str, str | Promise] = {
    "programme_hours": _("Hours of the programme"),
    "practice_hours": _("Practice hours"),
    "certification_duration": _("How long certification takes"),
    "skills_tests": _("Skills tests"),
    "validity_months": _("Valid for"),
}

STAGE_TITLES: Mapping[Stage, str | Promise] = {
    Stage.ADMISSION_TRAINING: _("To start the course"),
    Stage.ASSESSMENT_CERTIFICATION: _("To be assessed"),
    Stage.CERTIFICATE_ISSUE: _("To receive the certificate"),
    Stage.OCCUPATIONAL_PERFORMANCE: _("To do the job"),
}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure in words, with where it comes from: a document, or the institution's own choice."""

    figure: Figure
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ModuleLine:
    placed: ProgrammeModule
    hours: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked at one stage."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything the public page of a programme says, in the current language."""

    version: ProgrammeVersion
    figures: Sequence[FigureLine]
    modules: Sequence[ModuleLine]
    asked: Sequence[Asked]
    achievements: Sequence[Achievement]
    pathways: Sequence[Pathway]


def offer_of(programme_id: int) -> Offer | None:
    """The newest published version of a programme that is still in use; None where there is none yet."""
    version = (
        ProgrammeVersion.objects.filter(
            programme_id=programme_id, published_at__isnull=False, status__in=OPEN
        )
        .select_related("programme__institution", "standard_version__standard")
        .order_by("-published_at", "-pk")
        .first()
    )
    if version is None:
        return None
    rules = list(
        ProgrammeRule.objects.filter(programme_version=version)
        .select_related("rule_set__achievement")
        .order_by("order", "pk")
    )
    achievements = [link.rule_set.achievement for link in rules if link.rule_set.achievement]
    return Offer(
        version=version,
        figures=[_figure_line(figure) for figure in _shown_figures(version)],
        modules=[
            ModuleLine(placed, hours_text(placed.taught_minutes + placed.practice_minutes))
            for placed in version.programme_modules.select_related("module").order_by("order")
        ],
        asked=[_asked(link) for link in rules if link.rule_set.stage in STAGE_TITLES],
        achievements=achievements,
        pathways=list(Pathway.objects.filter(achievement__in=achievements).order_by("planned", "pk")),
    )


def _shown_figures(version: ProgrammeVersion) -> list[Figure]:
    figures = {figure.name: figure for figure in version.figures.all()}
    return [figures[name] for name in FIGURE_TITLES if name in figures]


def _figure_line(figure: Figure) -> FigureLine:
    return FigureLine(figure, str(FIGURE_TITLES[figure.name]), _figure_text(figure))


def _hours(number: int) -> str:
    return ngettext("%(amount)s hour", "%(amount)s hours", number)


def _weeks(number: int) -> str:
    return ngettext("%(amount)s week", "%(amount)s weeks", number)


def _months(number: int) -> str:
    return ngettext("%(amount)s month", "%(amount)s months", number)


UNITS: Mapping[str, Callable[[int], str]] = {"hour": _hours, "week": _weeks, "month": _months}


def _figure_text(figure: Figure) -> str:
    """ "152 hours"; an unknown or disputed figure says so and is never 0 (R-CAT-12, R-CAT-13)."""
    if figure.amount is None:
        return str(NullReason(figure.null_reason).label)
    amount = number_format(plain(figure.amount))
    sentence = UNITS[figure.unit](int(figure.amount)) if figure.unit in UNITS else "%(amount)s"
    return sentence % {"amount": amount}


def _asked(link: ProgrammeRule) -> Asked:
    names = names_of(link.programme_version_id)
    stage = Stage(link.rule_set.stage)
    return Asked(str(STAGE_TITLES[stage]), tuple(asked(rule_of(link.rule_set.digest).root, names)))
