"""Lesson pages from lesson folders."""

import hashlib
import json
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.text import slugify
from wagtail.models import Locale

from assessments.models import Assessment
from curriculum.api import LoadContext, LoadedItem, PictureShelf
from modules.models import LessonPage, ModulePage

from .folders import LessonFolder
from .keys import page_key
from .pictures import picture_ids
from .stream import Belongings, body_of, outcomes_of, sources_of
from .translating import translate_page

if TYPE_CHECKING:
    from wagtail.models import Revision

SAID, MADE = "lessons", "lessons.pages"


class LessonLoader:
    """Brings lessons into the page tree, each language for itself, and leaves alone what people have changed.

    Two things are remembered of every language of a lesson: what the pack said (a digest), and which revision
    of the page was made of it. A page with a later revision, unpublished or deleted belongs to its trainer.
    """

    def __init__(self, context: LoadContext) -> None:
        self.context = context
        self.institution = context.institution
        self.shelf = PictureShelf(self.institution)
        self.assessments = dict(
            Assessment.objects.filter(institution=self.institution).values_list("key", "pk")
        )
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        items = LoadedItem.objects.filter(institution=self.institution, section__in=[SAID, MADE])
        self.remembered = {(item.section, item.key): item.digest for item in items}
        self.pages = self._pages_now()

    def _pages_now(self) -> dict[tuple[UUID, str], tuple[int | None, bool]]:
        pages = LessonPage.objects.values_list(
            "translation_key", "locale__language_code", "latest_revision_id", "live"
        )
        return {(key, language): (revision, live) for key, language, revision, live in pages}

    def load(self, folder: LessonFolder, module_page: ModulePage, after: UUID | None) -> UUID:
        """Load one lesson in all its languages; `after` is the lesson before it. Returns the lesson's key."""
        key = page_key(self.institution.key, "lesson", folder.meta["key"])
        main, *others = folder.languages
        source = self._load_main(folder, key, main, module_page, after)
        for language in others:
            self._load_translation(folder, key, language, source)
        return key

    def _load_main(
        self, folder: LessonFolder, key: UUID, language: str, module_page: ModulePage, after: UUID | None
    ) -> LessonPage | None:
        """The page in the main language if the pack may still speak for it."""
        if not self._is_ours(folder, key, language):
            return None
        page = LessonPage.objects.filter(translation_key=key, locale=self.locales[language]).first()
        if page and self._said(folder, language) == self._digest(folder, language):
            self.context.report.unchanged += 1
            return page
        fields = self._fields(folder, language)
        if page is None:
            page = LessonPage(
                translation_key=key, locale=self.locales[language], owner=self.context.user, **fields
            )
            page.slug = slugify(folder.meta["key"])
            _place(page, module_page, after)
            self.context.report.created.append(f"{page.title} ({language})")
        else:
            for name, value in fields.items():
                setattr(page, name, value)
            self.context.report.updated.append(f"{page.title} ({language})")
        revision = page.save_revision(user=self.context.user)
        revision.publish(user=self.context.user, skip_permission_checks=True)
        self._remember(folder, language, revision)
        return LessonPage.objects.get(pk=page.pk)

    def _load_translation(
        self, folder: LessonFolder, key: UUID, language: str, source: LessonPage | None
    ) -> None:
        if source is None or not self._is_ours(folder, key, language):
            return
        same_text = self._said(folder, language) == self._digest(folder, language)
        if same_text and self._said(folder, language, of="source") == str(source.latest_revision_id):
            self.context.report.unchanged += 1
            return
        is_new = (key, language) not in self.pages
        translated = LessonPage(**self._fields(folder, language))
        page, complete = translate_page(source, translated, self.locales[language], user=self.context.user)
        if not complete:
            self.context.report.left_alone(f"{page.title} ({language})")
        made = self.context.report.created if is_new else self.context.report.updated
        made.append(f"{page.title} ({language})")
        self._remember(folder, language, page.latest_revision)
        self._write(f"{folder.meta['key']}:{language}:source", SAID, str(source.latest_revision_id))

    def _is_ours(self, folder: LessonFolder, key: UUID, language: str) -> bool:
        """Whether the pack may write this language: it never did, or nobody has changed the page since."""
        made = self.remembered.get((MADE, f"{folder.meta['key']}:{language}"))
        now = self.pages.get((key, language))
        if made is None and now is None:
            return True
        if now == (int(made or 0), True):
            return True
        self.context.report.left_alone(f"{folder.text(language)['title']} ({language})")
        return False

    def _fields(self, folder: LessonFolder, language: str) -> dict[str, Any]:
        text, meta = folder.text(language), folder.meta
        things = Belongings(picture_ids(self.shelf, folder), self.assessments)
        review = meta.get("reviewed") or {}
        return {
            "title": text["title"],
            "summary": text["summary"],
            "minutes": meta["minutes"],
            "outcomes": json.dumps(outcomes_of(text["outcomes"])),
            "body": json.dumps(body_of(text["blocks"], things)),
            "sources": json.dumps(sources_of(meta.get("sources") or [])),
            "reviewed_by": review.get("by", ""),
            "reviewed_on": review.get("on"),
            "next_review_on": review.get("next"),
            "source_key": meta["key"],
            "source_folder": folder.name,
        }

    def _digest(self, folder: LessonFolder, language: str) -> str:
        quiz_is_here = folder.meta.get("quiz") in self.assessments
        said = json.dumps(
            [folder.name, folder.meta, folder.text(language), quiz_is_here],
            sort_keys=True,
            ensure_ascii=False,
        )
        pictures = sorted(folder.pack.files(f"{folder.path}/pictures", ".svg"))
        content = said.encode() + b"".join(folder.pack.content(path) for path in pictures)
        return "sha256:" + hashlib.sha256(content).hexdigest()

    def _said(self, folder: LessonFolder, language: str, of: str = "") -> str | None:
        key = f"{folder.meta['key']}:{language}"
        return self.remembered.get((SAID, f"{key}:{of}" if of else key))

    def _remember(self, folder: LessonFolder, language: str, revision: "Revision") -> None:
        key = f"{folder.meta['key']}:{language}"
        self._write(key, SAID, self._digest(folder, language))
        self._write(key, MADE, str(revision.pk))

    def _write(self, key: str, section: str, digest: str) -> None:
        LoadedItem.objects.update_or_create(
            institution=self.institution, section=section, key=key, defaults={"digest": digest}
        )


def _place(page: LessonPage, module_page: ModulePage, after: UUID | None) -> None:
    """Put a new lesson where the pack has it: behind the one before, else first."""
    siblings = LessonPage.objects.child_of(module_page)
    first = siblings.order_by("path").first()
    before = siblings.filter(translation_key=after).first() if after else None
    module_page.add_child(instance=page)
    if before:
        page.move(before, pos="right")
    elif after is None and first:
        page.move(first, pos="left")
    page.refresh_from_db()
