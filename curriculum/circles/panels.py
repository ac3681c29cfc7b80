"""What circles has to say on *my path* and beside a place of learning."""

from django.http import HttpRequest

from curriculum.api import PanelContent, PlaceNote, Pointer, Visit

from .news import news_for


def build_news(visit: Visit) -> PanelContent | None:
    """News of her trainers and answers, then the ways to her people; no query while the news are remembered."""
    news = news_for(visit.request.user)
    if not visit.participations and not news.walks_beside:
        return None
    group = next((each.group for each in visit.participations if each.group), None)
    return PanelContent(
        "circles/panel.html", {"news": news, "group": group, "learns": bool(visit.participations)}
    )


def build_note(request: HttpRequest, pointer: Pointer) -> PlaceNote:
    """The door to her trainer, and whether an answer waits behind it."""
    answer = news_for(request.user).answer_at(pointer)
    return PlaceNote("circles/note.html", {"kind": pointer.kind, "key": pointer.key, "answer": answer})
