"""How far my job is, and its file. Another person's job answers 404."""

from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST
from django.views.generic import DetailView

from curriculum.jobs.models import Job
from curriculum.jobs.queries import jobs_requested_by
from curriculum.jobs.registry import kind_named
from curriculum.jobs.services import cancel_job


class JobView(LoginRequiredMixin, DetailView):
    template_name = "curriculum/jobs/job.html"

    def get_queryset(self) -> QuerySet[Job]:
        return jobs_requested_by(self.request.user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(label=kind_named(self.object.kind).label, **kwargs)


@require_GET
@login_required
def download_result(request: HttpRequest, pk: UUID) -> FileResponse:
    """The finished job's file, always as a download: nothing a job made runs in the reader's browser."""
    job = get_object_or_404(jobs_requested_by(request.user), pk=pk)
    if not job.has_file:
        raise Http404
    return FileResponse(job.result.open(), as_attachment=True, filename=PurePath(str(job.result.name)).name)


@require_POST
@login_required
def stop_job(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stopping a job that has just ended changes nothing; the page tells how it ended."""
    cancel_job(job=get_object_or_404(jobs_requested_by(request.user), pk=pk))
    return redirect("job", pk=pk)
