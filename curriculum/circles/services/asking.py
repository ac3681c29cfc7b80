"""What a learner and her trainers write to each other.

The queue of acts without signal may carry these: each takes the id that the phone made, and sending again is safe.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from curriculum.api import Account, Place, lock_person, person_of, refuse_identifiers
from curriculum.circles.errors import NothingSaid, SentOtherwise
from curriculum.circles.models import Conversation, Message
from curriculum.circles.news import forget_news
from curriculum.circles.permissions import answerable_by, can_ask, looks_after, mentored_by
from curriculum.circles.voice import Voice, keep

from .pace import keep_pace

if TYPE_CHECKING:
    from curriculum.models import Participation, Person

MESSAGES_AN_HOUR = 20


@dataclass(frozen=True, slots=True)
class Words:
    """What is said: text, a checked voice note, or both. `uuid` is made where it is written."""

    uuid: UUID
    text: str = ""
    voice: Voice | None = None


@transaction.atomic
def ask_trainer(
    *,
    words: Words,
    participation: "Participation",
    asked_by: Account,
    place: Place | None = None,
    at: datetime | None = None,
) -> Message:
    """A learner asks her trainers, from a place or from none; what she asks there later goes on in the same
    conversation. The same words sent again give the same message.

    Raises PermissionDenied for anybody but the learner, NothingSaid, IdentifierFound, TooMuchAtOnce, SentOtherwise.
    """
    if not can_ask(asked_by, participation):
        raise PermissionDenied
    conversation = _conversation(participation, place)
    return _write(words, conversation, participation.person, asked_by, at, from_learner=True)


@transaction.atomic
def answer_learner(
    *, words: Words, conversation: Conversation, answered_by: Account, at: datetime | None = None
) -> Message:
    """Somebody who looks after the learner answers. Raises PermissionDenied, and as `ask_trainer` does."""
    author = person_of(answered_by)
    if author is None or not answerable_by(answered_by).filter(pk=conversation.pk).exists():
        raise PermissionDenied
    return _write(words, conversation, author, answered_by, at, from_learner=False)


@transaction.atomic
def write_to_learner(
    *, words: Words, participation: "Participation", written_by: Account, at: datetime | None = None
) -> Message:
    """Somebody who looks after a learner writes first. Raises PermissionDenied, and as `ask_trainer` does."""
    may_write = (
        looks_after(written_by, participation)
        or mentored_by(written_by).filter(participation=participation).exists()
    )
    author = person_of(written_by)
    if author is None or not may_write or participation.person_id == author.pk:
        raise PermissionDenied
    return _write(words, _conversation(participation, None), author, written_by, at, from_learner=False)


@transaction.atomic
def mark_read(*, conversation: Conversation, read_by: Account, at: datetime | None = None) -> None:
    """The learner has seen everything up to now. Raises PermissionDenied for anybody else."""
    if not can_ask(read_by, conversation.participation):
        raise PermissionDenied
    conversation.read_at = at or timezone.now()
    conversation.save(update_fields=["read_at"])
    forget_news(conversation.participation.person.user_id)


def _conversation(participation: "Participation", place: Place | None) -> Conversation:
    found, _ = Conversation.objects.get_or_create(
        participation=participation,
        place_kind=place.pointer.kind if place else "",
        place_key=place.pointer.key if place else "",
        defaults={
            "institution_id": participation.institution_id,
            "group_id": participation.group_id,
            "place_title": place.title[:200] if place else "",
        },
    )
    return found


def _write(
    words: Words,
    conversation: Conversation,
    author: "Person",
    account: Account,
    at: datetime | None,
    *,
    from_learner: bool,
) -> Message:
    text, moment = words.text.strip(), at or timezone.now()
    if not text and words.voice is None:
        raise NothingSaid
    refuse_identifiers(text)
    lock_person(author.pk)
    earlier = Message.objects.filter(uuid=words.uuid).first()
    if earlier is not None:
        return _same(earlier, conversation, author, text)
    keep_pace(Message.objects.filter(author=author), moments="written_at", at=moment, most=MESSAGES_AN_HOUR)
    voice = words.voice
    message = Message.objects.create(
        uuid=words.uuid,
        conversation=conversation,
        author=author,
        from_learner=from_learner,
        text=text,
        voice=keep(voice, institution_id=conversation.institution_id, uuid=words.uuid) if voice else "",
        voice_bytes=len(voice.content) if voice else None,
        written_by=account,
        written_at=moment,
    )
    forget_news(conversation.participation.person.user_id)
    return message


def _same(earlier: Message, conversation: Conversation, author: "Person", text: str) -> Message:
    if (earlier.conversation_id, earlier.author_id, earlier.text) != (conversation.pk, author.pk, text):
        raise SentOtherwise
    return earlier
