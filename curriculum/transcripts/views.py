"""My record: what I have earned, and my transcript to take away."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from django.views.generic import TemplateView

from curriculum.looks.queries import looks_at
from curriculum.people.models import Membership
from curriculum.people.queries import person_of
from curriculum.standards.models import Institution

from .building import build_transcripts
from .paper import file_name, transcript_pdf
from .queries import transcripts_of


class MyRecordView(LoginRequiredMixin, TemplateView):
    """Everything on record for me, in plain words."""

    template_name = "curriculum/transcripts/record.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        person = person_of(self.request.user)
        records = transcripts_of(person) if person else []
        looks = looks_at(person) if person else []
        return super().get_context_data(person=person, records=records, looks=looks, **kwargs)


@require_GET
@login_required
def my_transcript(request: HttpRequest, institution: str) -> HttpResponse:
    """My own transcript of one institution as PDF. An institution that does not know me answers 404."""
    person = person_of(request.user)
    owner = get_object_or_404(Institution, key=institution)
    if person is None or not Membership.objects.filter(person=person, institution=owner).exists():
        raise Http404
    transcript = next(build_transcripts(person_ids=[person.pk], institution=owner))
    response = HttpResponse(transcript_pdf(transcript), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{_("transcript")}-{file_name(transcript)}"'
    return response
