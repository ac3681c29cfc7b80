"""The confidant's side: what was told to her. Opening it is put down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django.views.generic import TemplateView

from curriculum.concerns.forms import WordsForm
from curriculum.concerns.permissions import listens, readable_by
from curriculum.concerns.services import answer_concern, close_concern, read_concern


class MyListeningView(LoginRequiredMixin, TemplateView):
    """What was told to this account: when and what kind, no word of it. Others find nothing here."""

    template_name = "concerns/listening.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if not listens(self.request.user):
            raise Http404
        return super().get_context_data(concerns=list(readable_by(self.request.user)), **kwargs)


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def read_one(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Read, answer, close. A concern that was not told to this account does not exist here."""
    if not request.user.is_authenticated:
        raise Http404
    concern = get_object_or_404(readable_by(request.user), uuid=uuid)
    if "close" in request.POST:
        close_concern(concern=concern, closed_by=request.user)
        messages.success(request, _("It is closed. Whoever told it may still write."))
        return redirect("concerns:listening")
    form = WordsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answer_concern(
            concern=concern,
            words=form.cleaned_data["words"],
            uuid=form.cleaned_data["uuid"],
            answered_by=request.user,
        )
        messages.success(request, _("Your answer waits for the code."))
        return redirect("concerns:read", uuid=uuid)
    said = read_concern(concern=concern, read_by=request.user)
    context = {"concern": concern, "said": said, "form": form}
    return render(request, "concerns/read.html", context, status=422 if form.errors else 200)
