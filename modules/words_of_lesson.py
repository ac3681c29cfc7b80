"""What a lesson says, as a digest: the same words, blocks and pictures give the same one, whoever saved them when."""

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .models import LessonPage

STREAMS = ("outcomes", "body")
NOTHING: tuple[Any, ...] = (None, "", [], {}, False)


def digest_of_words(page: "LessonPage") -> str:
    """The digest of title, summary, outcomes and body as they stand in `page`, published or not; no query.

    Minutes, sources and who reviewed it are said about the lesson and are no part of it.
    """
    said = [page.title, page.summary, *(getattr(page, name).get_prep_value() for name in STREAMS)]
    return _digest(said)


def draft_digest(page: "LessonPage") -> str:
    """The digest of its latest draft, the words that a reviewer reads; no query if `latest_revision` is at hand."""
    if page.latest_revision is None:
        return digest_of_words(page)
    draft = page.latest_revision.content
    return _digest([draft["title"], draft["summary"], *(json.loads(draft[name] or "[]") for name in STREAMS)])


def _digest(said: list[Any]) -> str:
    text = json.dumps(_without_marks(said), sort_keys=True, ensure_ascii=False)
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _without_marks(value: Any) -> Any:
    """Without the ids of blocks and what is left empty: the editor adds both where a pack has none."""
    if isinstance(value, list):
        return [_without_marks(each) for each in value]
    if isinstance(value, dict):
        kept = {name: _without_marks(each) for name, each in value.items() if name != "id"}
        return {name: each for name, each in kept.items() if each not in NOTHING}
    return value
