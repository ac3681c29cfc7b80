"""The ledger of hours: every shift with its decision, to read and to take away as at a day."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateInput

from assessments.placements.as_at import shifts_as_at
from assessments.placements.enums import State
from assessments.placements.models import Host, Shift
from assessments.placements.services.scanning import UNANSWERED_AFTER
from curriculum.api import PersonalList, ReasonForm, administered, hours_text
from curriculum.enums import NullReason

NOT_APPLICABLE, NOT_STATED = NullReason.NOT_APPLICABLE.value, NullReason.NOT_STATED.value
EARLIEST = date(2000, 1, 1)


def hosts_here(request: HttpRequest | None) -> QuerySet[Host]:
    return Host.objects.filter(institution__in=administered(request.user) if request else ())


class LedgerFilters(WagtailFilterSet):
    """By state, by place, and from and to a day."""

    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=State, method="in_state")
    long_waiting = django_filters.BooleanFilter(
        label=gettext_lazy("Waiting for more than a week"), method="waiting_long"
    )
    host = django_filters.ModelChoiceFilter(label=gettext_lazy("Place"), queryset=hosts_here)
    from_day = django_filters.DateFilter(
        field_name="starts_at", lookup_expr="date__gte", label=gettext_lazy("From"), widget=AdminDateInput
    )
    to_day = django_filters.DateFilter(
        field_name="starts_at", lookup_expr="date__lte", label=gettext_lazy("To"), widget=AdminDateInput
    )

    class Meta:
        model = Shift
        fields: list[str] = []

    def waiting_long(self, shifts: QuerySet[Any], name: str, value: bool) -> QuerySet[Shift]:
        """Those that nobody has answered for seven days, or all the others."""
        late = Q(verdict_then__isnull=True, logged_at__lt=timezone.now() - UNANSWERED_AFTER)
        return shifts.filter(late) if value else shifts.exclude(late)

    def in_state(self, shifts: QuerySet[Any], name: str, value: str) -> QuerySet[Shift]:
        if value == State.WAITING:
            return shifts.filter(verdict_then__isnull=True)
        return shifts.filter(verdict_then=value)


class AsAtForm(ReasonForm):
    """Why, and as at which day: the ledger as it stood when that day was over. Without a day, today."""

    as_at = forms.DateField(
        label=gettext_lazy("As at"),
        required=False,
        initial=timezone.localdate,
        widget=AdminDateInput,
        help_text=gettext_lazy(
            "The hours as they were known at the end of this day, with every correction made until then."
        ),
    )

    def clean_as_at(self) -> date:
        day: date = self.cleaned_data["as_at"] or timezone.localdate()
        if not EARLIEST <= day <= timezone.localdate():
            raise forms.ValidationError(_("Choose today or an earlier day: nobody knows what comes later."))
        return day


class HoursLedger(PersonalList):
    """Read-only: nobody decides here. Words (reflections, reasons) stay out of the file."""

    model = Shift
    reason_form = AsAtForm
    page_title = gettext_lazy("Hours of practice")
    introduction = gettext_lazy(
        "Every shift as it was logged, with its decision. Only approved minutes count."
    )
    search_fields = ["person__name", "host__name"]
    filterset_class = LedgerFilters
    default_ordering = "-starts_at"
    columns = [
        Column("day", label=gettext_lazy("Day"), accessor="starts_local", sort_key="starts_at"),
        Column("person", label=gettext_lazy("Learner"), sort_key="person__name"),
        Column("host", label=gettext_lazy("Place"), sort_key="host__name"),
        Column(
            "minutes",
            label=gettext_lazy("Hours"),
            accessor=lambda shift: hours_text(shift.minutes),
            sort_key="minutes",
        ),
        Column("state", label=gettext_lazy("State"), accessor=lambda shift: shift.state.label),
    ]
    list_export = [
        "as_at",
        "shift_id",
        "revision",
        "corrects",
        "learner_id",
        "learner",
        "programme",
        "programme_version",
        "host",
        "setting",
        "kind",
        "starts_at",
        "ends_at",
        "break_minutes",
        "minutes",
        "source",
        "activity_class",
        "activities",
        "state",
        "approved_minutes",
        "counted_minutes",
        "corrections",
        "exceeds",
        "decided_at",
        "decided_by",
        "signature",
    ]
    export_filename = "hours"

    def get_base_queryset(self) -> QuerySet[Shift]:
        return (
            shifts_as_at(self.day, institution_ids=self.institution_ids)
            .select_related(
                "person",
                "host",
                "participation__programme_version__programme",
                "decision__decider",
                "corrects",
            )
            .prefetch_related("activities", "amendments__outcome")
        )

    @property
    def day(self) -> date:
        """The day as at which the rows are read."""
        return self.asked.get("as_at") or timezone.localdate()

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Keys and codes, the same whatever the screen's language; moments with the host's offset.

        What there is not says why: it was not stated, or it is not applicable.
        """
        zone, version = ZoneInfo(item.host.time_zone), item.participation.programme_version
        activities = [activity.key for activity in item.activities.all()]
        return {
            "as_at": self.day.isoformat(),
            "shift_id": str(item.uuid),
            "revision": item.revision,
            "corrects": str(item.corrects.uuid) if item.corrects else NOT_APPLICABLE,
            "learner_id": str(item.person.uuid),
            "learner": item.person.name,
            "programme": version.programme.key,
            "programme_version": version.version,
            "host": item.host.key,
            "setting": item.setting,
            "kind": item.kind,
            "starts_at": item.starts_at.astimezone(zone).isoformat(timespec="minutes"),
            "ends_at": item.ends_at.astimezone(zone).isoformat(timespec="minutes"),
            "break_minutes": item.break_minutes,
            "minutes": item.minutes,
            "source": "paper" if item.from_paper else "learner",
            "activity_class": item.activity_class or (NOT_APPLICABLE if activities else NOT_STATED),
            "activities": " ".join(activities) or NOT_STATED,
            "state": str(item.verdict_then or State.WAITING.value),
            **_decided(item),
            "counted_minutes": item.counted_then,
            "corrections": _corrections(item) or NOT_APPLICABLE,
            "exceeds": item.exceeds or NOT_APPLICABLE,
        }


def _corrections(shift: Any) -> str:
    """Each correction that was applied by then as its day and its minutes, the first one first."""
    ended = [each for each in shift.amendments.all() if hasattr(each, "outcome")]
    known = [each for each in ended if each.outcome.decided_at < shift.known_until]
    applied = [each for each in known if each.outcome.applied]
    return " ".join(f"{each.outcome.decided_at:%Y-%m-%d}={each.minutes}" for each in applied)


def _decided(shift: Any) -> dict[str, Any]:
    if shift.verdict_then is None:
        return dict.fromkeys(["approved_minutes", "decided_at", "decided_by", "signature"], NOT_APPLICABLE)
    decision = shift.decision
    return {
        "approved_minutes": decision.minutes if decision.minutes is not None else 0,
        "decided_at": decision.decided_at.astimezone(ZoneInfo(shift.host.time_zone)).isoformat(
            timespec="minutes"
        ),
        "decided_by": decision.decider.name,
        "signature": decision.grade,
    }
