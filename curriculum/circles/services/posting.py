"""A seat in a circle, and words in it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from curriculum.api import lock_person, refuse_identifiers
from curriculum.circles.circle import Standing
from curriculum.circles.errors import NameTaken, NothingSaid, RulesNotRead, SentOtherwise
from curriculum.circles.models import Post, PostText, Seat

from .pace import keep_pace

POSTS_AN_HOUR = 10


@transaction.atomic
def take_seat(*, standing: Standing, pen_name: str = "", at: datetime | None = None) -> Seat:
    """Agree to the rules of the house, and choose a name; again to change it. Staff go by their own name.

    Raises NameTaken where somebody there is called like this, IdentifierFound for a name that is a number.
    """
    name = " ".join(pen_name.split()) if not standing.moderates else ""
    refuse_identifiers(name)
    lock_person(standing.person.pk)
    if name and _is_taken(standing, name):
        raise NameTaken
    seat, made = Seat.objects.get_or_create(
        person=standing.person,
        **standing.circle.fields,
        defaults={"pen_name": name, "agreed_at": at or timezone.now()},
    )
    if not made and seat.pen_name != name:
        seat.pen_name = name
        seat.save(update_fields=["pen_name"])
    return seat


@transaction.atomic
def write_post(
    *, uuid: UUID, standing: Standing, words: str, answers: Post | None = None, at: datetime | None = None
) -> Post:
    """Keep a few words in a circle. The same words sent again give the same post.

    An answer to an answer stands under the first. Raises NothingSaid, RulesNotRead, IdentifierFound, TooMuchAtOnce,
    SentOtherwise for a used uuid with other words.
    """
    said = words.strip()
    if not said:
        raise NothingSaid
    refuse_identifiers(said)
    moment = at or timezone.now()
    lock_person(standing.person.pk)
    earlier = Post.objects.filter(uuid=uuid).select_related("text").first()
    if earlier is not None:
        return _same(earlier, standing, said)
    seat = standing.circle.seats().filter(person=standing.person).first()
    if seat is None:
        raise RulesNotRead
    keep_pace(standing.person.posts.all(), moments="posted_at", at=moment, most=POSTS_AN_HOUR)
    post = Post.objects.create(
        uuid=uuid,
        author=standing.person,
        pen_name=seat.pen_name,
        answers=_first_of(answers, standing),
        posted_at=moment,
        **standing.circle.fields,
    )
    PostText.objects.create(post=post, words=said)
    return post


def _same(earlier: Post, standing: Standing, said: str) -> Post:
    if (
        earlier.author_id != standing.person.pk
        or earlier.text.words != said
        or not standing.circle.holds(earlier)
    ):
        raise SentOtherwise
    return earlier


def _first_of(answers: Post | None, standing: Standing) -> Post | None:
    """What an answer stands under; a post of another circle cannot be answered here."""
    if answers is None or not standing.circle.holds(answers):
        return None
    return answers.answers or answers


def _is_taken(standing: Standing, name: str) -> bool:
    """By a pen name or by the own name of somebody who sits there; the learners of a group always sit there."""
    others = standing.circle.seats().exclude(person=standing.person)
    if others.filter(Q(pen_name__iexact=name) | Q(person__name__iexact=name)).exists():
        return True
    group = standing.circle.group
    if group is None:
        return False
    people = group.participations.exclude(person=standing.person)
    return (
        people.filter(person__name__iexact=name).exists() or group.trainers.filter(name__iexact=name).exists()
    )
