"""Background jobs on the administrator's desk: what runs, what waits, and what was stopped by a problem."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column

from curriculum.people.scope import administered
from curriculum.standards.desk import DeskList, DeskViewSet

from .enums import JobState
from .models import Job
from .registry import label_of


class JobFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=JobState)

    class Meta:
        model = Job
        fields: list[str] = []


def progress_of(job: Job) -> str:
    return "" if job.percent is None else f"{job.percent} %"


class JobList(DeskList):
    """To look up; the file of a job is for the person who asked for it alone."""

    model = Job
    page_title = _("Background jobs")
    introduction = _(
        "Work that goes on while people do something else. Its file is for the person who asked for it."
    )
    search_fields = ["kind", "requested_by__username", "problem"]
    filterset_class = JobFilters
    default_ordering = "-requested_at"
    columns = [
        Column("kind", label=_("What"), accessor=lambda job: label_of(job.kind)),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("progress", label=_("Done"), accessor=progress_of),
        Column("requested_by", label=_("By")),
        Column("requested_at", label=_("When"), sort_key="requested_at"),
        Column("problem", label=_("Problem")),
    ]
    list_export = [
        "id",
        "kind",
        "state",
        "done",
        "total",
        "requested_by",
        "requested_at",
        "finished_at",
        "problem",
    ]
    export_filename = "jobs"

    def get_base_queryset(self) -> QuerySet[Job]:
        return Job.objects.filter(institution__in=self.institution_ids).select_related("requested_by")


class JobsViewSet(DeskViewSet):
    name = "jobs"
    icon = "cogs"
    menu_label = _("Background jobs")
    scope = staticmethod(administered)

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {"index_url_name": "jobs:index", "index_results_url_name": "jobs:results"}
        return [
            path("", self.view(JobList, **lists), name="index"),
            path("results/", self.view(JobList, results_only=True, **lists), name="results"),
        ]
