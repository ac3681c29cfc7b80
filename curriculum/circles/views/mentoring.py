"""Those whom a mentor walks beside: what they ask, and her answer (R-INT-6)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django.views.generic import TemplateView

from curriculum.api import IdentifierFound
from curriculum.circles.errors import NotWritten
from curriculum.circles.forms import MessageForm
from curriculum.circles.models import Conversation
from curriculum.circles.permissions import answerable_by, mentored_by
from curriculum.circles.services import Words, answer_learner
from curriculum.circles.voice import listen


class BesideView(LoginRequiredMixin, TemplateView):
    """What her learners ask; nobody else's questions, whatever other roles she has."""

    template_name = "circles/beside.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        running = mentored_by(self.request.user).select_related("participation__person")
        people = [each.participation for each in running]
        asked = Conversation.objects.filter(participation__in=people).with_last_word()
        return super().get_context_data(
            people=people,
            conversations=asked.latest_first().select_related("participation__person"),
            **kwargs,
        )


@login_required
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A conversation of a learner she walks beside. Others do not exist here."""
    if not request.user.is_authenticated:
        raise Http404
    hers = answerable_by(request.user).filter(
        participation__in=mentored_by(request.user).values("participation")
    )
    conversation = get_object_or_404(hers.select_related("participation__person").distinct(), uuid=uuid)
    sent = request.method == "POST"
    form = MessageForm(request.POST if sent else None, request.FILES if sent else None)
    if form.is_valid():
        values = form.cleaned_data
        try:
            words = Words(
                values["uuid"], values["text"], listen(values["voice"]) if values["voice"] else None
            )
            answer_learner(words=words, conversation=conversation, answered_by=request.user)
        except (NotWritten, IdentifierFound) as error:
            form.refuse(error)
        else:
            messages.success(request, _("Your answer is on her path."))
            return redirect("circles:beside")
    said = list(conversation.messages.select_related("author"))
    context = {"form": form, "conversation": conversation, "said": said}
    return render(request, "circles/beside_one.html", context, status=422 if form.errors else 200)
