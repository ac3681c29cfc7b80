"""How templates write minutes and coded values."""

from django import template
from django.utils.translation import gettext as _

from curriculum.credentials.requirements import METHOD_TITLES, OUTCOME_TITLES
from curriculum.standards.durations import hours_text
from curriculum.standards.enums import Setting
from curriculum.transcripts.lines import Unknown

register = template.Library()


@register.filter
def hours(minutes: int | Unknown | None) -> str:
    """`11,5 h`; a figure that is not known says so."""
    if minutes is None or minutes is Unknown.NOT_STATED:
        return _("not stated")
    if minutes is Unknown.NOT_APPLICABLE:
        return _("not applicable")
    return hours_text(minutes)


@register.filter
def setting(value: str) -> str:
    """The name of a kind of place."""
    return str(Setting(value).label) if value in Setting.values else _("not stated")


@register.filter
def method(value: str) -> str:
    """The name of a way of assessing."""
    return str(METHOD_TITLES.get(value, value)) or _("not stated")


@register.filter
def outcome(value: str) -> str:
    """The name of an outcome; there is no "failed" (R-ASM-1)."""
    return str(OUTCOME_TITLES.get(value, value)) or _("not stated")
