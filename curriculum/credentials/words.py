"""Findings in the reader's language, with the titles she knows things by."""

from collections.abc import Mapping
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext, ngettext

from curriculum.rules import Finding, Sentence, explain
from curriculum.standards.durations import plain
from curriculum.standards.enums import ActivityClass, Setting
from curriculum.standards.memory import Memory
from curriculum.standards.models import Achievement, ProgrammeModule, Unit

from .requirements import METHOD_TITLES, REQUIREMENT_TITLES

_names: Memory[Mapping[str, str]] = Memory("names")


def sentences(finding: Finding, *, programme_version_id: int) -> tuple[Sentence, ...]:
    """What a finding says, in the current language; no query while the titles are remembered."""
    return explain(finding, gettext, ngettext, names=names_of(programme_version_id), number=_number)


def names_of(programme_version_id: int) -> Mapping[str, str]:
    """The titles of everything that a rule of this version may name, in the current language."""
    return _names.recall(
        f"{programme_version_id}.{get_language()}", lambda: _read_names(programme_version_id)
    )


def _read_names(programme_version_id: int) -> dict[str, str]:
    links = ProgrammeModule.objects.filter(programme_version_id=programme_version_id)
    units = Unit.objects.filter(standard_version__programme_versions=programme_version_id)
    achievements = Achievement.objects.filter(rule_sets__programme_versions=programme_version_id)
    return {
        **{key: str(title) for key, title in [*REQUIREMENT_TITLES.items(), *METHOD_TITLES.items()]},
        **{str(value): str(label) for value, label in [*Setting.choices, *ActivityClass.choices]},
        **{unit.key: unit.title for unit in units},
        **{achievement.key: achievement.name for achievement in achievements},
        **{link.module.key: link.module.title for link in links.select_related("module")},
    }


def _number(amount: int | Decimal) -> str:
    return number_format(plain(Decimal(amount)))
