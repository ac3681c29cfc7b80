"""What has been reviewed."""

from collections.abc import Iterable, Mapping

from .models import Review, SubjectKind


def latest_review(kind: SubjectKind, key: str) -> Review | None:
    """The review that holds: the latest one; None where nobody has looked yet. One query."""
    found = Review.objects.filter(kind=kind, subject=key).select_related("reviewed_by__person")
    return found.first()


def is_reviewed(kind: SubjectKind, key: str, words: Mapping[str, str]) -> bool:
    """Whether the latest review found every point of these words in order; one query."""
    latest = Review.objects.filter(kind=kind, subject=key).only("is_done", "words").first()
    return latest is not None and latest.is_done and not latest.is_of_other_words(words)


def latest_reviews(institution_ids: Iterable[int]) -> dict[tuple[str, str], Review]:
    """The latest review of each subject of these institutions by (kind, key); one query."""
    found: dict[tuple[str, str], Review] = {}
    reviews = Review.objects.filter(institution__in=list(institution_ids))
    for review in reviews.select_related("reviewed_by__person"):
        found.setdefault((review.kind, review.subject), review)
    return found


def reviewer_name(review: Review) -> str:
    person = getattr(review.reviewed_by, "person", None)
    return person.name if person else review.reviewed_by.get_username()
