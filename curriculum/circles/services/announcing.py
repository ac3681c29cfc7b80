"""News for a group."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from curriculum.api import Account, lock_person, person_of
from curriculum.circles.errors import NothingSaid, SentOtherwise
from curriculum.circles.models import Announcement
from curriculum.circles.news import forget_news_of_group
from curriculum.circles.permissions import announcements_managed_by, can_announce

from .pace import keep_pace

if TYPE_CHECKING:
    from curriculum.models import Group

ANNOUNCEMENTS_AN_HOUR = 6


@transaction.atomic
def announce(
    *,
    uuid: UUID,
    group: "Group",
    text: str,
    shown_until: date,
    announced_by: Account,
    at: datetime | None = None,
) -> Announcement:
    """Put news on the path of everybody in a group. Sent again, it is one announcement.

    It may carry a number to call: that is the trainer's own. Raises PermissionDenied, NothingSaid, TooMuchAtOnce,
    SentOtherwise.
    """
    author = person_of(announced_by)
    if author is None or not can_announce(announced_by, group):
        raise PermissionDenied
    if not text.strip():
        raise NothingSaid
    moment = at or timezone.now()
    lock_person(author.pk)
    earlier = Announcement.objects.filter(uuid=uuid).first()
    if earlier is not None:
        if (earlier.group_id, earlier.text) != (group.pk, text.strip()):
            raise SentOtherwise
        return earlier
    keep_pace(
        Announcement.objects.filter(author=author), moments="made_at", at=moment, most=ANNOUNCEMENTS_AN_HOUR
    )
    made = Announcement.objects.create(
        uuid=uuid, group=group, author=author, text=text.strip(), shown_until=shown_until, made_at=moment
    )
    forget_news_of_group(group.pk)
    return made


@transaction.atomic
def take_back_announcement(
    *, announcement: Announcement, by: Account, at: datetime | None = None
) -> Announcement:
    """Nobody sees it from now on; it stays on file. Raises PermissionDenied."""
    if not announcements_managed_by(by).filter(pk=announcement.pk).exists():
        raise PermissionDenied
    if announcement.taken_back_at is None:
        announcement.taken_back_at = at or timezone.now()
        announcement.save(update_fields=["taken_back_at"])
        forget_news_of_group(announcement.group_id)
    return announcement
