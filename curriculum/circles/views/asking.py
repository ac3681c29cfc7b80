"""Ask my trainer, from a place or from none, and read what came back."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.files.storage import storages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods
from django.views.generic import TemplateView

from curriculum.api import (
    IdentifierFound,
    Place,
    Pointer,
    find_place,
)
from curriculum.circles.errors import NotWritten
from curriculum.circles.forms import MessageForm
from curriculum.circles.models import Conversation, Message
from curriculum.circles.permissions import can_hear, conversations_of
from curriculum.circles.services import Words, ask_trainer, mark_read
from curriculum.circles.voice import content_type, listen
from curriculum.circles.where import course_for

if TYPE_CHECKING:
    from curriculum.models import Participation

A_PAGE = 20


@login_required
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, kind: str = "", key: UUID | None = None) -> HttpResponse:
    """What was said at this place so far, and a field to ask. A place that is not hers does not exist here."""
    place = _place_or_404(request, kind, key) if key else None
    participation = course_for(request.user, place)
    if participation is None:
        return render(request, "circles/no_course.html", status=403)
    form = MessageForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
    )
    if form.is_valid() and _ask(request, form, participation, place):
        messages.success(
            request, _("Your question is with your trainer. You will find the answer on your path.")
        )
        return redirect(request.path)
    conversation = _conversation_at(request, participation, place)
    _read(request, conversation)
    context = {"form": form, "place": place, "conversation": conversation, "said": _said(conversation)}
    return render(request, "circles/ask.html", context, status=422 if form.errors else 200)


class MyMessagesView(LoginRequiredMixin, TemplateView):
    """All her conversations, the one with the latest word on top."""

    template_name = "circles/messages.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = conversations_of(self.request.user).with_last_word().latest_first()
        page = Paginator(found, A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(page=page, **kwargs)


@login_required
@require_GET
def show_conversation(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """A conversation is read where it began."""
    conversation = get_object_or_404(conversations_of(request.user), uuid=uuid)
    pointer = Pointer(conversation.place_kind, conversation.place_key)
    if pointer.kind and find_place(request.user, pointer):
        return redirect("circles:ask_here", kind=pointer.kind, key=pointer.key)
    if not pointer.kind:
        return redirect("circles:ask")
    _read(request, conversation)
    context = {"conversation": conversation, "said": _said(conversation)}
    return render(request, "circles/conversation.html", context)


@login_required
@require_GET
def hear(request: HttpRequest, uuid: UUID) -> FileResponse:
    """The voice note of a message, for its two sides and nobody else."""
    message = get_object_or_404(Message.objects.exclude(voice=""), uuid=uuid)
    if not can_hear(request.user, message):
        raise Http404
    answer = FileResponse(storages["private"].open(message.voice), content_type=content_type(message.voice))
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'; media-src 'self'"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _place_or_404(request: HttpRequest, kind: str, key: UUID) -> Place:
    place = find_place(request.user, Pointer(kind, str(key)))
    if place is None:
        raise Http404
    return place


def _ask(
    request: HttpRequest, form: MessageForm, participation: "Participation", place: Place | None
) -> bool:
    values = form.cleaned_data
    try:
        words = Words(values["uuid"], values["text"], listen(values["voice"]) if values["voice"] else None)
        ask_trainer(words=words, participation=participation, asked_by=request.user, place=place)  # type: ignore[arg-type]
    except (NotWritten, IdentifierFound) as error:
        form.refuse(error)
        return False
    return True


def _conversation_at(
    request: HttpRequest, participation: "Participation", place: Place | None
) -> Conversation | None:
    found = conversations_of(request.user).filter(participation=participation)
    kind, key = (place.pointer.kind, place.pointer.key) if place else ("", "")
    return found.filter(place_kind=kind, place_key=key).select_related("participation__person").first()


def _read(request: HttpRequest, conversation: Conversation | None) -> None:
    if conversation is not None and request.user.is_authenticated and request.method == "GET":
        mark_read(conversation=conversation, read_by=request.user)


def _said(conversation: Conversation | None) -> list[Message]:
    return list(conversation.messages.select_related("author")) if conversation else []
