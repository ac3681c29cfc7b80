"""The ledger of hours: every shift with its decision, to read and to take away."""

from typing import Any
from zoneinfo import ZoneInfo

import django_filters
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import AdminDateInput

from assessments.placements.enums import State
from assessments.placements.models import Host, Shift
from assessments.placements.queries import LAST_AMENDED
from assessments.placements.services.scanning import UNANSWERED_AFTER
from curriculum.api import PersonalList, administered, hours_text


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

    def waiting_long(self, shifts: QuerySet[Shift], name: str, value: bool) -> QuerySet[Shift]:
        """Those that nobody has answered for seven days, or all the others."""
        late = Q(decision__isnull=True, logged_at__lt=timezone.now() - UNANSWERED_AFTER)
        return shifts.filter(late) if value else shifts.exclude(late)

    def in_state(self, shifts: QuerySet[Shift], name: str, value: str) -> QuerySet[Shift]:
        if value == State.WAITING:
            return shifts.filter(decision__isnull=True)
        return shifts.filter(decision__verdict=value)


class HoursLedger(PersonalList):
    """Read-only: nobody decides here. Words (reflections, reasons) stay out of the file."""

    model = Shift
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
            Shift.objects.filter(institution__in=self.institution_ids)
            .select_related(
                "person",
                "host",
                "participation__programme_version__programme",
                "decision__decider",
                "corrects",
            )
            .prefetch_related("activities", "amendments__outcome")
            .annotate(counted=Coalesce(LAST_AMENDED, "decision__minutes", Value(0)))
        )

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """Keys and codes, the same whatever the screen's language; moments with the host's offset."""
        zone, version = ZoneInfo(item.host.time_zone), item.participation.programme_version
        return {
            "shift_id": str(item.uuid),
            "revision": item.revision,
            "corrects": str(item.corrects.uuid) if item.corrects else "",
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
            "activity_class": item.activity_class,
            "activities": " ".join(activity.key for activity in item.activities.all()),
            "state": item.state.value,
            **_decided(item),
            "counted_minutes": item.counted if item.state is State.APPROVED else 0,
            "corrections": _corrections(item),
            "exceeds": item.exceeds,
        }


def _corrections(shift: Shift) -> str:
    """Each applied correction as its day and its minutes, the first one first."""
    applied = [each for each in shift.amendments.all() if hasattr(each, "outcome") and each.outcome.applied]
    return " ".join(f"{each.outcome.decided_at:%Y-%m-%d}={each.minutes}" for each in applied)


def _decided(shift: Shift) -> dict[str, Any]:
    decision = getattr(shift, "decision", None)
    if decision is None:
        return dict.fromkeys(["approved_minutes", "decided_at", "decided_by", "signature"], "")
    return {
        "approved_minutes": decision.minutes if decision.minutes is not None else 0,
        "decided_at": decision.decided_at.astimezone(ZoneInfo(shift.host.time_zone)).isoformat(
            timespec="minutes"
        ),
        "decided_by": decision.decider.name,
        "signature": decision.grade,
    }
