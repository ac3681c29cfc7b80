"""Reporting a post, deciding on it, and the author's answer. Nothing is deleted: a hidden post stays to be judged."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from curriculum.api import refuse_identifiers
from curriculum.circles.circle import Standing
from curriculum.circles.enums import Ground, Verdict
from curriculum.circles.errors import NothingSaid
from curriculum.circles.models import Moderation, Post, PostReport, Rejoinder
from curriculum.circles.permissions import can_decide, can_report


@transaction.atomic
def report_post(*, post: Post, standing: Standing, ground: Ground, at: datetime | None = None) -> PostReport:
    """Ask the moderators to look. Reporting twice reports once. Raises PermissionDenied."""
    if not can_report(standing, post):
        raise PermissionDenied
    report, _ = PostReport.objects.get_or_create(
        post=post,
        reporter=standing.person,
        defaults={"ground": ground, "reported_at": at or timezone.now()},
    )
    return report


@transaction.atomic
def decide_on_post(
    *, post: Post, standing: Standing, verdict: Verdict, reason: str, at: datetime | None = None
) -> Moderation:
    """Hide a post or show it again, with a reason that its author reads; what stands already stays.

    Raises PermissionDenied for anybody but another person who moderates the circle, NothingSaid without a reason,
    IdentifierFound.
    """
    if not can_decide(standing, post):
        raise PermissionDenied
    if not reason.strip():
        raise NothingSaid
    refuse_identifiers(reason)
    Post.objects.select_for_update(no_key=True).only("pk").get(pk=post.pk)
    last = post.moderations.last()
    if last is not None and last.verdict == verdict and last.reason == reason.strip():
        return last
    return Moderation.objects.create(
        post=post,
        verdict=verdict,
        reason=reason.strip(),
        moderator=standing.person,
        decided_at=at or timezone.now(),
    )


@transaction.atomic
def object_to_moderation(
    *, moderation: Moderation, standing: Standing, words: str, at: datetime | None = None
) -> Rejoinder:
    """The author answers the moderators, once to each decision. Raises PermissionDenied, NothingSaid."""
    if moderation.post.author_id != standing.person.pk:
        raise PermissionDenied
    if not words.strip():
        raise NothingSaid
    refuse_identifiers(words)
    rejoinder, _ = Rejoinder.objects.get_or_create(
        moderation=moderation, defaults={"words": words.strip(), "written_at": at or timezone.now()}
    )
    return rejoinder
