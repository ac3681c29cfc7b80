"""What a browser sends: a shift as wall-clock times at a host, or a reason."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from curriculum.api import IdentifierFound, identifiers_text

from .checks import Objection
from .clock import moments_of
from .drafts import ShiftDraft
from .errors import ShiftRefused
from .models import Host, Shift
from .models.policy import WHOLE_DAY
from .words import refusal_text

if TYPE_CHECKING:
    from curriculum.models import Activity, Participation

LONGEST_TEXT = 2000
CHECK_THE_YEAR = _("Check the year of this day.")
TURNS = [("0", _("The first time")), ("1", _("The second time"))]
FIELD_OF: Mapping[Objection, str] = {
    Objection.END_BEFORE_START: "end",
    Objection.IN_THE_FUTURE: "day",
    Objection.TOO_LONG: "end",
    Objection.BREAK_TOO_LONG: "break_minutes",
    Objection.BREAK_NEGATIVE: "break_minutes",
    Objection.OVERLAP: "start",
    Objection.BEFORE_PARTICIPATION: "day",
    Objection.AFTER_PARTICIPATION: "day",
    Objection.NOT_PLACED_HERE: "host",
    Objection.UNKNOWN_ACTIVITY: "activities",
    Objection.IDENTIFIES_SOMEBODY: "reflection",
}


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class ShiftForm(forms.Form):
    """A shift in one screen. Times are what the host's clock showed."""

    uuid = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-fresh-id": ""}))
    participation = forms.ChoiceField(label=_("Course"))
    host = forms.ChoiceField(label=_("Place"))
    day = forms.DateField(
        label=_("Day"),
        widget=DayInput(),
        validators=[
            MinValueValidator(date(2000, 1, 1), CHECK_THE_YEAR),
            MaxValueValidator(date(2100, 1, 1), CHECK_THE_YEAR),
        ],
    )
    start = forms.TimeField(label=_("Start"), widget=ClockInput())
    start_turn = forms.ChoiceField(label=_("Which start?"), choices=TURNS, required=False)
    end = forms.TimeField(label=_("End"), widget=ClockInput())
    end_turn = forms.ChoiceField(label=_("Which end?"), choices=TURNS, required=False)
    next_day = forms.BooleanField(label=_("I finished the next day"), required=False)
    break_minutes = forms.IntegerField(label=_("Break (minutes)"), min_value=0, max_value=WHOLE_DAY)
    activities = forms.MultipleChoiceField(
        label=_("What did you do?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose one activity or more.")},
    )
    reflection = forms.CharField(
        label=_("What I learned"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("No names and no numbers of people, please."),
    )

    def __init__(
        self,
        *args: Any,
        participations: Sequence["Participation"],
        hosts: Sequence[Host],
        offered: Sequence["Activity"],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._participations = {str(each.uuid): each for each in participations}
        self._hosts = {str(host.pk): host for host in hosts}
        self._offered = offered
        self._choice("participation").choices = [
            (key, str(each.programme_version.programme)) for key, each in self._participations.items()
        ]
        if len(self._participations) == 1:
            self.fields["participation"].widget = forms.HiddenInput()
        self._choice("host").choices = [(key, host.name) for key, host in self._hosts.items()]
        self._choice("activities").choices = list({each.key: each.title for each in offered}.items())
        self.fields["activities"].required = bool(offered)
        for turn in ("start_turn", "end_turn"):
            self.fields[turn].widget = forms.HiddenInput()

    def _choice(self, name: str) -> forms.ChoiceField:
        return cast(forms.ChoiceField, self.fields[name])

    def groups(self) -> list[tuple[str, list[Any]]]:
        """The check boxes of the activities, by class."""
        class_of = {each.key: str(each.get_activity_class_display()) for each in self._offered}
        boxes: dict[str, list[Any]] = {}
        for box in self["activities"]:
            boxes.setdefault(class_of[str(box.data["value"])], []).append(box)
        return list(boxes.items())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors.keys() & {"day", "start", "end", "host"}:
            day: date = cleaned["day"]
            last_day = day + timedelta(days=1) if cleaned.get("next_day") else day
            cleaned["starts_at"] = self._moment("start", day, cleaned["start"])
            cleaned["ends_at"] = self._moment("end", last_day, cleaned["end"])
        return cleaned

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self._hosts[self.cleaned_data["host"]].time_zone)

    def _moment(self, name: str, day: date, clock: time) -> datetime | None:
        """The moment that was meant; the form asks where there were two, and objects where there was none."""
        moments = moments_of(datetime.combine(day, clock.replace(second=0, microsecond=0)), self.zone)
        if not moments:
            self.add_error(
                name, _("The clocks were put forward over this time. Write what your clock showed.")
            )
            return None
        turn = self.cleaned_data.get(f"{name}_turn", "")
        if len(moments) == 2 and not turn:
            self.fields[f"{name}_turn"].widget = forms.RadioSelect(choices=TURNS)
            self.add_error(
                f"{name}_turn", _("The clocks were put back that night and this time came twice. Which one?")
            )
            return None
        return moments[min(int(turn or 0), len(moments) - 1)]

    def draft(self) -> ShiftDraft:
        """The shift that the learner means; only after `is_valid`."""
        cleaned = self.cleaned_data
        return ShiftDraft(
            uuid=cleaned["uuid"],
            participation=self._participations[cleaned["participation"]],
            host=self._hosts[cleaned["host"]],
            starts_at=cleaned["starts_at"],
            ends_at=cleaned["ends_at"],
            break_minutes=cleaned["break_minutes"],
            activities=cleaned["activities"],
            reflection=cleaned["reflection"],
        )

    def add_refusals(self, refused: ShiftRefused) -> None:
        for refusal in refused.refusals:
            self.add_error(FIELD_OF[refusal.objection], refusal_text(refusal, self.zone))


def as_written(shift: Shift) -> dict[str, Any]:
    """A kept shift as the form would have it, to correct it."""
    reflection = getattr(shift, "reflection", None)
    return {
        "participation": str(shift.participation.uuid),
        "host": str(shift.host_id),
        "day": shift.starts_local.date(),
        "start": shift.starts_local.time(),
        "end": shift.ends_local.time(),
        "next_day": shift.ends_local.date() > shift.starts_local.date(),
        "break_minutes": shift.break_minutes,
        "activities": [activity.key for activity in shift.activities.all()],
        "reflection": reflection.text if reflection else "",
    }


READY_REASONS = {
    "times": _("The times are not right."),
    "day": _("The day is not right."),
    "activities": _("The activities are not right."),
    "place": _("This shift was not here."),
}
OTHER = "other"


class ReturnForm(forms.Form):
    """Why a shift goes back to the learner: a ready sentence to press, words of one's own, or both.

    Valid, `reason` is all that the learner will read.
    """

    ready = forms.ChoiceField(
        label=_("What should she change?"),
        choices=[*READY_REASONS.items(), (OTHER, _("Something else"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("In your own words"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_("She reads this. For example: the shift ended at 12, not at 13."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        own = cleaned.get("reason", "").strip()
        if cleaned.get("ready") == OTHER and not own:
            self.add_error("reason", _("Write in a few words what has to change."))
        ready = str(READY_REASONS.get(cleaned.get("ready", ""), ""))
        return {**cleaned, "reason": f"{ready} {own}".strip()}

    def add_identifiers(self, found: IdentifierFound) -> None:
        self.add_error("reason", identifiers_text(found.identifiers))
