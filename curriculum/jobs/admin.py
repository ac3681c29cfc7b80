"""Background jobs on the administrator's desk: what runs, what waits, and what was stopped by a problem."""

from collections.abc import Callable
from typing import Any, cast

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from curriculum.people.scope import administered
from curriculum.standards.desk import DeskList, DeskPage, DeskViewSet, Scoped

from .enums import JobState
from .models import Job
from .permissions import can_look_after_job
from .queries import jobs_of
from .reasons import reason_of
from .registry import label_of
from .services import OPEN_STATES, STOPPED_STATES, cancel_job, retry_job


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
    detail_url_name = "jobs:job"
    columns = [
        TitleColumn("kind", label=_("What"), accessor=lambda job: label_of(job.kind), url_name="jobs:job"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("progress", label=_("Done"), accessor=progress_of),
        Column("requested_by", label=_("By")),
        Column("requested_at", label=_("When"), sort_key="requested_at"),
        Column("problem", label=_("Problem"), accessor=reason_of),
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
        return jobs_of(self.institution_ids)


class OfOneJob(Scoped):
    """About one job of an institution that the reader administers; others answer 404."""

    job: Job

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        own = jobs_of(type(self).scope(request.user)).select_related("institution")
        if type(self).scope(request.user):
            self.job = get_object_or_404(own, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)


class OneJob(OfOneJob, DeskPage):
    """How far it is, why it was stopped, and what can be done about it."""

    template_name = "curriculum/jobs/desk_job.html"

    def get_page_title(self) -> str:
        return label_of(self.job.kind)

    def trail(self) -> list[tuple[str, str]]:
        return [(reverse("jobs:index"), gettext("Background jobs"))]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may = can_look_after_job(self.request.user, self.job)
        return super().get_context_data(
            job=self.job,
            reason=reason_of(self.job),
            may_retry=may and self.job.state in STOPPED_STATES,
            may_stop=may and self.job.state in OPEN_STATES,
            **kwargs,
        )


class ActOnJob(OfOneJob, View):
    """One press; what came too late changes nothing and says so."""

    http_method_names = ["post"]


class RetryJob(ActOnJob):
    def post(self, request: HttpRequest, pk: Any) -> HttpResponse:
        if retry_job(job=self.job):
            messages.success(request, gettext("It was started again."))
        else:
            messages.warning(request, gettext("It is not stopped, so there is nothing to start again."))
        return redirect("jobs:job", pk)


class StopJob(ActOnJob):
    def post(self, request: HttpRequest, pk: Any) -> HttpResponse:
        if cancel_job(job=self.job):
            messages.success(request, gettext("It was stopped."))
        else:
            messages.warning(request, gettext("It was over already."))
        return redirect("jobs:job", pk)


class JobsViewSet(DeskViewSet):
    name = "jobs"
    icon = "cogs"
    menu_label = _("Background jobs")
    scope = staticmethod(administered)

    def acting(self, view_class: type[ActOnJob]) -> Callable[..., HttpResponseBase]:
        opened = type(view_class.__name__, (view_class,), {"scope": staticmethod(administered)})
        return cast("type[ActOnJob]", opened).as_view()

    def get_urlpatterns(self) -> list[URLPattern]:
        lists: dict[str, Any] = {"index_url_name": "jobs:index", "index_results_url_name": "jobs:results"}
        return [
            path("", self.view(JobList, **lists), name="index"),
            path("results/", self.view(JobList, results_only=True, **lists), name="results"),
            path("<uuid:pk>/", self.view(OneJob), name="job"),
            path("<uuid:pk>/retry/", self.acting(RetryJob), name="retry"),
            path("<uuid:pk>/stop/", self.acting(StopJob), name="stop"),
        ]
