"""Looking a lesson over: every rule, in the order of the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from .passages import Passage, passages_of

if TYPE_CHECKING:
    from modules.models import LessonPage


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to look at: what to do, in the editor's language, and where.

    `place` is the id of the block, or the name of the field, that it is about; empty for the whole lesson.
    """

    code: str
    text: str
    place: str = ""
    quote: str = ""

    @property
    def anchor(self) -> str:
        """Where it stands on the editor's screen: the id of a block; of a field its name, which the script finds."""
        if not self.place:
            return ""
        is_field = self.place.isidentifier()
        return f"field-{self.place}" if is_field else f"block-{self.place}-section"


@dataclass(frozen=True, slots=True)
class Draft:
    """A lesson as it stands in the form, with its language."""

    page: "LessonPage"
    passages: tuple[Passage, ...]
    language: str

    def of_kind(self, *kinds: str) -> list[Passage]:
        return [passage for passage in self.passages if passage.kind in kinds]


Rule: TypeAlias = Callable[[Draft], Iterator[Advice]]


def look_over(page: "LessonPage", *, language: str = "") -> list[Advice]:
    """Everything that a second pair of eyes would say; empty where nothing is to be said."""
    from .rules import RULES

    language = language or (page.locale.language_code if page.locale_id else "")
    draft = Draft(page, tuple(passages_of(page.body)), language)
    return [advice for rule in RULES for advice in rule(draft)]
