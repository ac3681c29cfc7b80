"""What is new for one account: answers she has not read, and what her trainers announce.

Every lesson asks for it, so it is remembered for ten minutes and forgotten when something is written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.cache import cache
from django.utils import timezone

from curriculum.api import Pointer, Visitor, earning_participations

from .models import Announcement
from .permissions import conversations_of, mentored_by

REMEMBERED = 600  # seconds
GENERATION = "circles:news:group:{}"


@dataclass(frozen=True, slots=True)
class Answer:
    """A conversation with something that the learner has not read."""

    uuid: UUID
    pointer: Pointer
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Notice:
    """An announcement as the path shows it."""

    text: str
    author: str
    shown_until: date


@dataclass(frozen=True, slots=True)
class News:
    answers: Sequence[Answer] = ()
    notices: Sequence[Notice] = ()
    walks_beside: bool = False
    groups: Mapping[int, int] | None = None
    """Of which groups this tells, and in which generation of theirs it was gathered."""

    def answer_at(self, pointer: Pointer) -> Answer | None:
        return next((each for each in self.answers if each.pointer == pointer), None)


def news_for(user: Visitor) -> News:
    """Four queries, or none while they are remembered."""
    if not user.is_authenticated:
        return News()
    key = _key(user.pk)
    known: News | None = cache.get(key)
    if known is None or known.groups != _generations(known.groups or {}):
        known = _gather(user)
        cache.set(key, known, REMEMBERED)
    return known


def forget_news(user_id: int | None) -> None:
    cache.delete(_key(user_id))


def forget_news_of_group(group_id: int) -> None:
    key = GENERATION.format(group_id)
    cache.set(key, cache.get(key, 0) + 1, None)


def _key(user_id: int | None) -> str:
    return f"circles:news:{user_id}"


def _generations(group_ids: Mapping[int, int] | Sequence[int]) -> dict[int, int]:
    return {pk: cache.get(GENERATION.format(pk), 0) for pk in group_ids}


def _gather(user: Visitor) -> News:
    unread = conversations_of(user).unread().latest_first()
    answers = [
        Answer(each.uuid, Pointer(each.place_kind, each.place_key), each.place_title, each.last_words)
        for each in unread
    ]
    groups = _generations(_groups_of(user))
    shown = Announcement.objects.filter(
        group__in=groups, shown_until__gte=timezone.localdate(), taken_back_at__isnull=True
    ).select_related("author")
    notices = [Notice(each.text, each.author.name, each.shown_until) for each in shown]
    return News(answers, notices, mentored_by(user).exists(), groups)


def _groups_of(user: Visitor) -> list[int]:
    own = earning_participations(user).filter(group__isnull=False).order_by()
    return list(own.values_list("group_id", flat=True).distinct())
