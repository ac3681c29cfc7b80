"""Whether a lesson still says what its reviewer read (R-GEN-1): the review that is named in the lesson itself.

When a lesson is published with a new name or day of review, its words are remembered with them. As soon as it is
published with other words, the review has lapsed, in that language, until somebody reads it again.
"""

from typing import TYPE_CHECKING

from .words_of_lesson import digest_of_words

if TYPE_CHECKING:
    from .models import LessonPage


def remember_reviewed_words(page: "LessonPage") -> None:
    """Keep what the reviewer read, for a page that has just been published. Says nothing new of an old review."""
    review = _review(page)
    if page.reviewed_words.get("review") == review:
        return
    words = {"review": review, "digest": digest_of_words(page)} if page.reviewed_by else {}
    if page.reviewed_words != words:
        page.reviewed_words = words
        type(page).objects.filter(pk=page.pk).update(reviewed_words=words)


def has_changed_since_review(page: "LessonPage") -> bool:
    """Whether the words of this page, published or draft, are others than those that were reviewed; no query.

    Of a review that has not been published yet, nobody says so.
    """
    reviewed = page.reviewed_words
    return reviewed.get("review") == _review(page) and reviewed["digest"] != digest_of_words(page)


def _review(page: "LessonPage") -> list[str]:
    """Who reviewed it when, in which language. A translation begins as a copy, with the words of its source."""
    day = page.reviewed_on.isoformat() if page.reviewed_on else ""
    return [page.reviewed_by, day, page.locale.language_code]
