"""What a trainer types to plan sessions."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curriculum.api import IdentifierFound, identifiers_text, modules_of_versions

from .errors import NotKept
from .services.planning import MOST_DAYS, Hour
from .words import sentence_of

if TYPE_CHECKING:
    from curriculum.models import Group

DAY = {"type": "date"}
CLOCK = {"type": "time"}


class RefusableForm(forms.Form):
    """A form whose values may be refused when they are kept."""

    def refuse(self, error: NotKept | IdentifierFound) -> None:
        if isinstance(error, IdentifierFound):
            self.add_error("reason", identifiers_text(error.identifiers))
        else:
            self.add_error(None, sentence_of(error))


class ModuleForm(RefusableForm):
    """For one module of the group's programme; those with class hours first."""

    module = forms.ChoiceField(label=gettext_lazy("Module"))

    def __init__(self, *args: Any, group: "Group", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group = group
        placed = sorted(
            modules_of_versions([group.programme_version_id]), key=lambda each: not each.class_minutes
        )
        self.modules = {str(each.module_id): each.module for each in placed}
        field: Any = self.fields["module"]
        field.choices = [(key, module.title) for key, module in self.modules.items()]

    def clean_module(self) -> Any:
        return self.modules[self.cleaned_data["module"]]


class LayOutForm(ModuleForm):
    """Sessions of the timetable from one day to another."""

    first = forms.DateField(
        label=gettext_lazy("From the day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )
    last = forms.DateField(
        label=gettext_lazy("Until the day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and last < first:
            self.add_error("last", _("The last day lies before the first. Change one of the two."))
        elif first and last and (last - first).days >= MOST_DAYS:
            self.add_error("last", _("These are too many days. Lay out one year at most."))
        return cleaned


class HourFields(forms.Form):
    """A day, from when to when, and where."""

    day = forms.DateField(label=gettext_lazy("Day"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    starts = forms.TimeField(label=gettext_lazy("From"), widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"))
    ends = forms.TimeField(label=gettext_lazy("To"), widget=forms.TimeInput(attrs=CLOCK, format="%H:%M"))
    place = forms.CharField(label=gettext_lazy("Place"), required=False, max_length=120)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The end lies before the start. Change one of the two."))
        return cleaned

    def hour(self, zone: ZoneInfo) -> Hour:
        values = self.cleaned_data
        return Hour(
            _moment(values["day"], values["starts"], zone),
            _moment(values["day"], values["ends"], zone),
            values["place"],
        )


class SessionForm(HourFields, ModuleForm):
    """One more session."""

    field_order = ["module", "day", "starts", "ends", "place"]


class CancelForm(RefusableForm):
    """Why a session does not take place."""

    reason = forms.CharField(
        label=gettext_lazy("Why"), max_length=200, help_text=gettext_lazy("The group reads it on its path.")
    )


class MoveForm(HourFields, CancelForm):
    """Another time for a session, and why."""

    field_order = ["day", "starts", "ends", "place", "reason"]


class MakeUpForm(HourFields, RefusableForm):
    """A session for those who missed one."""


class PlayAreaForm(RefusableForm):
    """Places for the learners' children, and what a day costs."""

    places = forms.IntegerField(
        label=gettext_lazy("Places for children"),
        min_value=0,
        max_value=500,
        help_text=gettext_lazy("0 if there is none."),
    )
    daily_fee = forms.DecimalField(
        label=gettext_lazy("Fee a day"),
        min_value=0,
        max_digits=8,
        decimal_places=2,
        required=False,
        help_text=gettext_lazy("Empty if it is free."),
    )
    currency = forms.RegexField(
        r"^[A-Za-z]{3}$",
        label=gettext_lazy("Currency"),
        required=False,
        help_text=gettext_lazy("Three letters, such as BOB or UYU."),
    )
    words = forms.CharField(label=gettext_lazy("Where, and from which age"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("daily_fee") and not cleaned.get("currency"):
            self.add_error("currency", _("Say in which currency the fee is."))
        return cleaned


def _moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone)
