"""What one person reads in a circle. Of a hidden post the others see that it was there, and no word of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.shortcuts import get_object_or_404

from .circle import Standing
from .enums import Verdict
from .models import Moderation, Post, PostReport

if TYPE_CHECKING:
    from uuid import UUID

A_PAGE = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """A post as one reader sees it."""

    post: Post
    is_own: bool
    is_staff: bool
    moderates: bool
    moderation: Moderation | None
    replies: list["Shown"] = field(default_factory=list)

    @property
    def is_hidden(self) -> bool:
        return self.moderation is not None and self.moderation.verdict == Verdict.HIDDEN

    @property
    def may_read(self) -> bool:
        return not self.is_hidden or self.is_own or self.moderates

    @property
    def may_answer_moderators(self) -> bool:
        return self.is_own and self.is_hidden and not hasattr(self.moderation, "rejoinder")


def posts_of(standing: Standing) -> QuerySet[Post]:
    """Every post of a circle with words, author and decisions; two queries."""
    moderations = Moderation.objects.select_related("rejoinder")
    return (
        standing.circle.posts()
        .select_related("author", "text")
        .prefetch_related(Prefetch("moderations", moderations))
    )


def page_of(standing: Standing, number: str | None) -> "Page[Any]":
    """What began a thread, the newest first, each with its answers; six queries for any circle."""
    threads = posts_of(standing).filter(answers__isnull=True)
    replies = posts_of(standing).order_by("posted_at", "pk")
    page: Page[Any] = Paginator(threads.prefetch_related(Prefetch("replies", replies)), A_PAGE).get_page(
        number
    )
    staff = staff_of(standing)
    seen = [
        shown(post, standing, staff, [shown(reply, standing, staff) for reply in post.replies.all()])
        for post in page.object_list
    ]
    page.object_list = seen
    return page


def shown(post: Post, standing: Standing, staff: frozenset[int], replies: Iterable[Shown] = ()) -> Shown:
    decisions = list(post.moderations.all())
    return Shown(
        post=post,
        is_own=post.author_id == standing.person.pk,
        is_staff=post.author_id in staff,
        moderates=standing.moderates,
        moderation=decisions[-1] if decisions else None,
        replies=list(replies),
    )


def staff_of(standing: Standing) -> frozenset[int]:
    """Ids of the trainers, whose words are marked as theirs; one query."""
    group = standing.circle.group
    return frozenset(group.trainers.values_list("pk", flat=True)) if group else frozenset()


def to_look_at(standing: Standing) -> QuerySet[Post]:
    """What moderators still have to judge: reported since the last decision, or answered by its author."""
    last = Moderation.objects.filter(post=OuterRef("pk")).order_by("-decided_at", "-pk")
    reported = PostReport.objects.filter(post=OuterRef("pk"))
    return (
        standing.circle.posts()
        .annotate(
            last_decided=Subquery(last.values("decided_at")[:1]),
            objected=Exists(
                Moderation.objects.filter(
                    post=OuterRef("pk"), decided_at=OuterRef("last_decided"), rejoinder__isnull=False
                )
            ),
        )
        .filter(
            Q(last_decided__isnull=True) & Exists(reported)
            | Exists(reported.filter(reported_at__gt=OuterRef("last_decided")))
            | Q(objected=True)
        )
        .exclude(author=standing.person)
        .select_related("author", "text")
    )


def post_in(standing: Standing, uuid: "UUID") -> Post:
    """A post of this circle, or 404."""
    return get_object_or_404(posts_of(standing), uuid=uuid)
