"""Who may ask, answer, announce and decide. Views, services and lists ask here and nowhere else."""

from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils import timezone

from curriculum.api import Visitor, administered, groups_seen_by

from .circle import Standing
from .models import Announcement, Conversation, Mentorship, Message, Post
from .models.conversation import ConversationQuerySet

if TYPE_CHECKING:
    from curriculum.models import Group, Participation


def can_ask(user: Visitor, participation: "Participation") -> bool:
    """The learner herself; no query when the person is at hand."""
    return user.is_authenticated and participation.person.user_id == user.pk


def conversations_of(user: Visitor) -> ConversationQuerySet:
    """The learner's own."""
    if not user.is_authenticated:
        return Conversation.objects.none()
    return Conversation.objects.filter(participation__person__user=user.pk)


def answerable_by(user: Visitor) -> ConversationQuerySet:
    """Those that wait for this account to answer: of groups it looks after, of learners it mentors, and, without a
    group, of institutions it administers. Nobody answers herself."""
    if not user.is_authenticated:
        return Conversation.objects.none()
    hers = (
        Q(group__in=groups_seen_by(user).values("pk"))
        | Q(group__isnull=True, institution__in=administered(user))
        | Q(participation__in=mentored_by(user).values("participation"))
    )
    return Conversation.objects.filter(hers).exclude(participation__person__user=user.pk)


def mentored_by(user: Visitor) -> QuerySet[Mentorship]:
    """Whom this account walks beside today."""
    today = timezone.localdate()
    running = Mentorship.objects.filter(since__lte=today).exclude(until__lt=today)
    return running.filter(mentor__user=user.pk) if user.is_authenticated else running.none()


def can_hear(user: Visitor, message: Message) -> bool:
    """The two sides of a conversation; at most one query each."""
    own = conversations_of(user).filter(pk=message.conversation_id)
    return own.exists() or answerable_by(user).filter(pk=message.conversation_id).exists()


def looks_after(user: Visitor, participation: "Participation") -> bool:
    """Trainers of her group and administrators; nobody without a group."""
    return groups_seen_by(user).filter(participations=participation).exists()


def can_announce(user: Visitor, group: "Group") -> bool:
    return groups_seen_by(user).filter(pk=group.pk).exists()


def announcements_managed_by(user: Visitor) -> QuerySet[Announcement]:
    return Announcement.objects.filter(group__in=groups_seen_by(user).values("pk"))


def can_decide(standing: Standing, post: Post) -> bool:
    """A moderator of the circle, and never on her own post."""
    return standing.moderates and standing.circle.holds(post) and post.author_id != standing.person.pk


def can_report(standing: Standing, post: Post) -> bool:
    """Whoever reads the circle, about somebody else's post."""
    return standing.circle.holds(post) and post.author_id != standing.person.pk
