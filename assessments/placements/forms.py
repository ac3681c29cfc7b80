"""What a browser sends: a shift as wall-clock times at a host, or a reason."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from curriculum.api import IdentifierFound, identifiers_text

from .checks import Objection
from .clock import moments_of
from .drafts import ShiftDraft
from .enums import ShiftKind
from .errors import ShiftRefused
from .models import Host, HostSupervisor, Shift
from .models.policy import WHOLE_DAY
from .services.deciding import Part, Words
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
    Objection.IDENTIFIES_IN_REASON: "excess_reason",
    Objection.TOO_LATE: "day",
    Objection.OUTSIDE_AGREEMENT: "day",
    Objection.SHIFT_FULL: "start",
    Objection.OVER_DAY: "excess_reason",
    Objection.OVER_WEEK: "excess_reason",
    Objection.SHORT_REST: "excess_reason",
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
    kind = forms.ChoiceField(label=_("What kind of day"), choices=ShiftKind, required=False)
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
    )
    reflection = forms.CharField(
        label=_("What I learned"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("No names and no numbers of people, please."),
    )

    excess_reason = forms.CharField(
        label=_("Why was it more than allowed?"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.HiddenInput,
        help_text=_("Your supervisor reads this first."),
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
        self.fields["activities"].required = False
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
        kind = ShiftKind(cleaned.get("kind") or ShiftKind.PRACTICE)
        if self._offered and kind.counts and not cleaned.get("activities"):
            self.add_error("activities", _("Choose one activity or more."))
        if cleaned.get("excess_reason"):
            self._ask_for_reason()
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

    def _ask_for_reason(self) -> None:
        self.fields["excess_reason"].widget = forms.Textarea(attrs={"rows": 2})

    def draft(self) -> ShiftDraft:
        """The shift that the learner means; only after `is_valid`."""
        cleaned = self.cleaned_data
        kind = ShiftKind(cleaned["kind"] or ShiftKind.PRACTICE)
        return ShiftDraft(
            uuid=cleaned["uuid"],
            participation=self._participations[cleaned["participation"]],
            host=self._hosts[cleaned["host"]],
            starts_at=cleaned["starts_at"],
            ends_at=cleaned["ends_at"],
            break_minutes=cleaned["break_minutes"],
            activities=cleaned["activities"] if kind.counts else (),
            reflection=cleaned["reflection"],
            kind=kind,
            excess_reason=cleaned["excess_reason"],
        )

    def add_refusals(self, refused: ShiftRefused) -> None:
        for refusal in refused.refusals:
            if FIELD_OF[refusal.objection] == "excess_reason":
                self._ask_for_reason()
            self.add_error(FIELD_OF[refusal.objection], refusal_text(refusal, self.zone))


def as_written(shift: Shift) -> dict[str, Any]:
    """A kept shift as the form would have it, to correct it."""
    reflection = getattr(shift, "reflection", None)
    return {
        "participation": str(shift.participation.uuid),
        "host": str(shift.host_id),
        "kind": shift.kind,
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


class PinForm(forms.Form):
    """The six figures with which a supervisor signs on a learner's phone."""

    pin = forms.CharField(
        label=_("Six figures"),
        max_length=6,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("You type them on the learner's phone to confirm her hours. Tell them to nobody."),
    )


class ApprovalForm(forms.Form):
    """An approval with words: how much of a shift, why not all, and what was seen of her competence."""

    minutes = forms.IntegerField(label=_("Minutes that you approve"), min_value=1)
    reason = forms.CharField(
        label=_("Why not all of it?"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where you approve a part. She reads this."),
    )
    comment = forms.CharField(
        label=_("What you saw her do well, or not yet"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "It stands beside the hours and replaces no skills test. No names of the people cared for."
        ),
    )

    def __init__(self, *args: Any, shift: Shift, household: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._shift = shift
        self.fields["minutes"].initial = shift.minutes
        if household:
            del self.fields["comment"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        minutes = cleaned.get("minutes")
        if minutes is not None and minutes > self._shift.minutes:
            self.add_error(
                "minutes",
                _("The shift has %(count)s minutes. Write that many or fewer.")
                % {"count": self._shift.minutes},
            )
        elif minutes is not None and minutes < self._shift.minutes and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Write in a few words why you approve only a part."))
        return cleaned

    def add_identifiers(self, found: IdentifierFound) -> None:
        self.add_error(None, identifiers_text(found.identifiers))

    def words(self) -> Words:
        """What is said with the approval; only after `is_valid`."""
        cleaned, uuid = self.cleaned_data, self._shift.uuid
        is_part = cleaned["minutes"] < self._shift.minutes
        comment = cleaned.get("comment", "").strip()
        return Words(
            parts={uuid: Part(cleaned["minutes"], cleaned["reason"])} if is_part else {},
            comments={uuid: comment} if comment else {},
        )


class SheetForm(forms.Form):
    """A photo, who signed it, and the shifts that it shows."""

    signer = forms.ModelChoiceField(
        label=_("Who signed the sheet?"),
        queryset=HostSupervisor.objects.none(),
        required=False,
        empty_label=_("Nobody: an administrator should decide"),
    )
    file = forms.FileField(label=_("Photo or PDF"), help_text=_("8 MB at most."))
    uuids = forms.TypedMultipleChoiceField(
        label=_("Which shifts does it show?"), coerce=UUID, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, *args: Any, signers: "QuerySet[HostSupervisor]", shifts: Sequence[Shift], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ModelChoiceField, self.fields["signer"]).queryset = signers
        cast(forms.ChoiceField, self.fields["uuids"]).choices = [
            (str(shift.uuid), f"{date_format(shift.starts_local, 'SHORT_DATETIME_FORMAT')} · {shift.host}")
            for shift in shifts
        ]


class AmendForm(forms.Form):
    """Other minutes for an approved shift, and why."""

    minutes = forms.IntegerField(
        label=_("Minutes that it should count"), min_value=0, help_text=_("0 if this shift never was.")
    )
    reason = forms.CharField(
        label=_("Why?"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 2})
    )
