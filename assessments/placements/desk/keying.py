"""Keying a week sheet: the lines of the paper, who signed it, and its photo."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from assessments.placements.clock import moments_of
from assessments.placements.drafts import ShiftDraft
from assessments.placements.errors import LineRefused, NothingWaits, ShiftConflict
from assessments.placements.forms import LONGEST_TEXT, ClockInput
from assessments.placements.models import HostSupervisor
from assessments.placements.models.policy import WHOLE_DAY
from assessments.placements.permissions import can_key
from assessments.placements.services import key_sheet, paper_uuid
from assessments.placements.views.account import account_of
from assessments.placements.week_sheet import Week
from assessments.placements.words import refusal_text
from curriculum.api import DeskForm, earning_in


class KeyForm(forms.Form):
    """A line for each day of the week; a day without times was no shift. Times are what the place's clock showed."""

    signer = forms.ModelChoiceField(
        label=gettext_lazy("Who signed the sheet, and where?"), queryset=HostSupervisor.objects.none()
    )
    file = forms.FileField(label=gettext_lazy("Photo or PDF"), help_text=gettext_lazy("8 MB at most."))

    def __init__(self, *args: Any, week: Week, institution_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.week = week
        signer: Any = self.fields["signer"]
        here = HostSupervisor.objects.filter(host__institution=institution_id, host__is_active=True)
        signer.queryset = here.select_related("person", "host")
        for number, day in enumerate(week.days):
            name = date_format(day, "l j")
            self.fields[f"start-{number}"] = forms.TimeField(
                label=_("%(day)s: start") % {"day": name}, widget=ClockInput(), required=False
            )
            self.fields[f"end-{number}"] = forms.TimeField(
                label=_("%(day)s: end") % {"day": name}, widget=ClockInput(), required=False
            )
            self.fields[f"break-{number}"] = forms.IntegerField(
                label=_("%(day)s: break (minutes)") % {"day": name},
                required=False,
                min_value=0,
                max_value=WHOLE_DAY,
            )
        self.fields["excess_reason"] = forms.CharField(
            label=_("Where it is more than allowed: why, as the sheet says"),
            required=False,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        times = [(cleaned.get(f"start-{number}"), cleaned.get(f"end-{number}")) for number in range(7)]
        for number, (start, end) in enumerate(times):
            if (start is None) != (end is None) and not {f"start-{number}", f"end-{number}"} & set(
                self.errors
            ):
                self.add_error(f"end-{number}", _("Write the start and the end, or neither."))
        if not self.errors and all(start is None for start, _end in times):
            raise forms.ValidationError(_("Write at least one shift."))
        if not self.errors:
            cleaned["lines"] = [
                self._line(number, start, end)
                for number, (start, end) in enumerate(times)
                if start is not None and end is not None
            ]
        return cleaned

    def _line(self, number: int, start: time, end: time) -> tuple[datetime | None, datetime | None, int]:
        """The moments of one day's shift, and its break; an end that is not later lies on the next day."""
        day = self.week.days[number]
        last = day + timedelta(days=1) if end <= start else day
        rest = self.cleaned_data.get(f"break-{number}") or 0
        starts_at = self._moment(f"start-{number}", datetime.combine(day, start))
        return starts_at, self._moment(f"end-{number}", datetime.combine(last, end)), rest

    def _moment(self, name: str, wall: datetime) -> datetime | None:
        """The first moment at which the clock of the place showed this."""
        zone = ZoneInfo(self.cleaned_data["signer"].host.time_zone)
        moments = moments_of(wall, zone)
        if not moments:
            self.add_error(
                name, _("The clocks were put forward over this time. Write what the clock showed.")
            )
            return None
        return moments[0]

    def drafts(self, participation: Any) -> list[ShiftDraft]:
        """The shifts that the sheet shows; only after `is_valid`."""
        host = self.cleaned_data["signer"].host
        return [
            ShiftDraft(
                uuid=paper_uuid(participation.uuid, host.pk, starts_at),
                participation=participation,
                host=host,
                starts_at=starts_at,
                ends_at=ends_at,
                break_minutes=rest,
                excess_reason=self.cleaned_data["excess_reason"],
                from_paper=True,
            )
            for starts_at, ends_at, rest in self.cleaned_data["lines"]
        ]


class FindForm(forms.Form):
    """Whose sheet it is, and of which week."""

    learner: Any = forms.ModelChoiceField(label=gettext_lazy("Learner"), queryset=None)
    day = forms.DateField(
        label=gettext_lazy("A day of the week on the sheet"),
        initial=timezone.localdate,
        widget=AdminDateInput,
        validators=[MinValueValidator(date(2000, 1, 1)), MaxValueValidator(date(2100, 1, 1))],
    )

    def __init__(self, *args: Any, learners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["learner"]
        field.queryset = learners


class FindSheet(DeskForm):
    """The way to the form for whoever cannot scan the square."""

    form_class = FindForm
    page_title = gettext_lazy("Key a week sheet")
    submit_label = gettext_lazy("Go on")

    def get_form_kwargs(self) -> dict[str, Any]:
        learners = earning_in(self.institution_ids).select_related("programme_version__programme")
        return super().get_form_kwargs() | {"learners": learners}

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("signed_sheets:index"), _("Signed sheets"))]

    def form_valid(self, form: FindForm) -> HttpResponse:
        week = Week.of(form.cleaned_data["day"])
        return redirect("signed_sheets:key", form.cleaned_data["learner"].uuid, week.year, week.number)


class KeySheet(DeskForm):
    """The sheet of one learner and one week, as the square on it says."""

    form_class = KeyForm
    page_title = gettext_lazy("Key a week sheet")
    submit_label = gettext_lazy("Keep these shifts")
    consequence = gettext_lazy(
        "The shifts are marked as from paper and wait. Another administrator compares them with the photo and "
        "confirms."
    )

    @cached_property
    def participation(self) -> Any:
        found = get_object_or_404(earning_in(self.institution_ids), uuid=self.kwargs["uuid"])
        if not can_key(self.request.user, found):
            raise Http404
        return found

    @cached_property
    def week(self) -> Week:
        try:
            return Week.numbered(self.kwargs["year"], self.kwargs["week"])
        except ValueError as error:
            raise Http404 from error

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("signed_sheets:index"), _("Signed sheets"))]

    def get_consequence(self) -> str:
        return f"{self.participation.person.name}, {self.week}. {self.consequence}"

    def get_form_kwargs(self) -> dict[str, Any]:
        own = {"week": self.week, "institution_id": self.participation.institution_id}
        return super().get_form_kwargs() | own

    def form_valid(self, form: KeyForm) -> HttpResponse:
        try:
            key_sheet(
                drafts=form.drafts(self.participation),
                file=form.cleaned_data["file"],
                signer=form.cleaned_data["signer"],
                keyed_by=account_of(self.request),
            )
        except LineRefused as refused:
            zone = ZoneInfo(form.cleaned_data["signer"].host.time_zone)
            for refusal in refused.refusals:
                form.add_error(None, f"{date_format(refused.day)}: {refusal_text(refusal, zone)}")
        except ShiftConflict:
            form.add_error(
                None, _("A shift that begins then was keyed before with other times. Look at it first.")
            )
        except NothingWaits:
            form.add_error(None, _("Write at least one shift."))
        except ValidationError as fault:
            form.add_error("file", fault.messages)
        else:
            messages.success(self.request, _("The sheet is kept. Another administrator confirms it."))
            return redirect("signed_sheets:index")
        return self.form_invalid(form)
