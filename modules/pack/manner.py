"""What every lesson of a pack owes its reader: how it begins and ends, what it rests on, who has read it when.

These are notes, not faults: what a trainer wrote in the CMS can be exported and loaded again without them.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_noop

from curriculum.api import Located, PackError, PackFault, PackFolder

from .drawn_text import SMALLEST_PIXELS, smallest_text
from .folders import LessonFolder, lesson_folders

FEWEST_OUTCOMES = 2
AFTER_REMEMBER = {"assessment"}  # the questions may follow what is to be remembered; nothing else may


def lesson_notes(pack: PackFolder, today: date) -> Iterator[PackFault]:
    """What somebody should see to in each lesson. Lessons that cannot be read have faults, and no notes."""
    for folder in lesson_folders(pack):
        try:
            yield from _notes_of_one(folder, today)
        except (PackError, LookupError, TypeError, ValueError, AttributeError):
            continue


def _notes_of_one(folder: LessonFolder, today: date) -> Iterator[PackFault]:
    meta = folder.pack.document(f"{folder.path}/lesson.yaml")
    yield from _source_notes(meta)
    yield from _review_notes(meta, today)
    for language in folder.languages:
        yield from _text_notes(folder.pack.document(folder.text_path(language)))
    for path in folder.pack.files(f"{folder.path}/pictures", ".svg"):
        yield from _drawing_notes(path, folder.pack.content(path))


def _source_notes(meta: Located) -> Iterator[PackFault]:
    """What nobody can look up, nobody can review (R-GEN-1)."""
    if not meta.data.get("sources"):
        yield PackFault(meta.path, 1, gettext_noop("Name at least one source of what this lesson says."))


def _review_notes(meta: Located, today: date) -> Iterator[PackFault]:
    due = (meta.data.get("reviewed") or {}).get("next")
    if due and date.fromisoformat(due) < today:
        message = gettext_noop("The next review was due on %(day)s. Have the lesson read again.")
        yield PackFault(meta.path, meta.line_of("reviewed", "next"), message, (("day", due),))


def _text_notes(located: Located) -> Iterator[PackFault]:
    """A lesson opens with what she will be able to do, and ends with what is to be remembered."""
    if len(located.data["outcomes"]) < FEWEST_OUTCOMES:
        message = gettext_noop("Say in at least two sentences what the learner will be able to do.")
        yield PackFault(located.path, located.line_of("outcomes"), message)
    kinds = [block["type"] for block in located.data["blocks"]]
    if "remember" not in kinds:
        message = gettext_noop("End the lesson with three things to remember.")
        yield PackFault(located.path, located.line_of("blocks"), message)
    elif set(kinds[kinds.index("remember") + 1 :]) - AFTER_REMEMBER:
        message = gettext_noop("Move what is to be remembered to the end, just before the questions.")
        yield PackFault(located.path, located.line_of("blocks", kinds.index("remember")), message)


def _drawing_notes(path: str, content: bytes) -> Iterator[PackFault]:
    small = smallest_text(path, content)
    if small is not None and small.pixels < SMALLEST_PIXELS:
        message = gettext_noop(
            "The text “%(text)s” is %(pixels)s pixels high on a small phone. Make it at least %(least)s."
        )
        values = (("least", str(SMALLEST_PIXELS)), ("pixels", f"{small.pixels:.0f}"), ("text", small.text))
        yield PackFault(path, 0, message, values)
