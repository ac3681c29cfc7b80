"""A new version of a module: a copy with new identities, as drafts, in every language.

Learners of the old version stay where they are: nothing of theirs hangs on the copy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import transaction

from assessments.api import Assessment, copy_assessment
from curriculum.api import copy_module

from .blocks import OPTIONAL_ASSESSMENT, REQUIRED_ASSESSMENT
from .models import LessonPage, ModulePage

if TYPE_CHECKING:
    from curriculum.api import Account


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy made: its pages (the first one in the language of the original), lessons and assessments."""

    pages: tuple[ModulePage, ...]
    lessons: int
    assessments: int

    @property
    def languages(self) -> int:
        return len(self.pages)


class CannotCopy(Exception):
    """An assessment of the module is of a kind that cannot be copied; its title is the argument."""


@transaction.atomic
def copy_module_page(*, page: ModulePage, title: str, copied_by: "Account") -> Copied:
    """Copy a module page with its lessons, quizzes and translations; nothing of the copy is published.

    The same lesson has the same new key in every language, and the same blocks keep their ids, so that the
    translations still belong together. Raises CannotCopy.
    """
    module = copy_module(module=page.module, title=title)
    keys: dict[UUID, UUID] = {}
    copies: dict[int, Assessment] = {}
    originals = [page, *page.get_translations().filter(alias_of=None)]
    made = []
    for original in originals:
        parent = original.get_parent()
        new = original.copy(
            recursive=False,
            to=parent,
            update_attrs=_attributes(original, keys, slug=f"{original.slug}-{module.pk}", module=module),
            copy_revisions=False,
            keep_live=False,
            user=copied_by,
            reset_translation_key=False,
        )
        if original.pk == page.pk:
            new.title = new.draft_title = title
        new.save_revision(user=copied_by)
        made.append(new)
        for lesson in LessonPage.objects.child_of(original).filter(alias_of=None).order_by("path"):
            _copy_lesson(lesson, new, keys, copies, copied_by)
    lessons = len(keys) - 1
    return Copied(tuple(made), lessons, len(copies))


def _copy_lesson(
    lesson: LessonPage,
    parent: ModulePage,
    keys: dict[UUID, UUID],
    copies: dict[int, Assessment],
    copied_by: "Account",
) -> None:
    attributes = _attributes(lesson, keys, source_key="", source_folder="")
    new = lesson.copy(
        recursive=False,
        to=parent,
        update_attrs=attributes,
        copy_revisions=False,
        keep_live=False,
        user=copied_by,
        reset_translation_key=False,
    )
    new.reviewed_by, new.reviewed_on, new.next_review_on = "", None, None
    new.body = LessonPage.body.field.stream_block.to_python(_with_copies(new.body.raw_data, copies))
    new.save_revision(user=copied_by)


def _attributes(page: Any, keys: dict[UUID, UUID], **changed: Any) -> dict[str, Any]:
    """One new key for the same page in all its languages."""
    return {"translation_key": keys.setdefault(page.translation_key, uuid4()), **changed}


def _with_copies(raw: Iterable[Any], copies: dict[int, Assessment]) -> list[dict[str, Any]]:
    """The blocks with each assessment replaced by its copy, the same one in every language."""
    return [{**block, "value": _copied(block, copies)} for block in raw]


def _copied(block: Any, copies: dict[int, Assessment]) -> Any:
    if block["type"] not in {REQUIRED_ASSESSMENT, OPTIONAL_ASSESSMENT} or not block["value"]:
        return block["value"]
    if block["value"] not in copies:
        original = Assessment.objects.get(pk=block["value"])
        copy = copy_assessment(original)
        if copy is None:
            raise CannotCopy(original.title)
        copies[original.pk] = copy
    return copies[block["value"]].pk
