"""What a phone must fetch to read a module without signal."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import groupby
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from assessments.api import Assessment, KeepableMethod, UnknownMethod, method_of
from curriculum.api import FileKind, FileToKeep, page_to_keep, stored_file

from .models import Lesson, LessonPage, ModulePage
from .recordings.queries import recorded_voice
from .rendering import LessonText, lesson_text

SOURCES: Mapping[str, FileKind] = {"img": FileKind.PICTURE, "audio": FileKind.SOUND}
SHOWN = re.compile(r'<(img|audio)\b[^>]*?\ssrc="([^"]+)"')


def files_of_module(
    page: ModulePage, lessons: Sequence[Lesson], pages: Mapping[UUID, LessonPage]
) -> list[FileToKeep]:
    """The module's page, its lessons, their pictures and recordings, and the assessments that can be kept.

    Each address once. Two queries for the assessments, none for lessons that somebody has read before. Videos stay
    out: they are for good lines.
    """
    texts = {lesson: lesson_text(pages[lesson.key]) for lesson in lessons if lesson.key in pages}
    files = [
        page_to_keep(
            _address("module", page.translation_key), FileKind.MODULE, f"{page.title}{page.introduction}"
        ),
        *(_lesson_file(lesson, pages[lesson.key], text) for lesson, text in texts.items()),
        *(file for text in texts.values() for file in _shown_in(text)),
        *_recorded(pages[lesson.key] for lesson in texts),
        *_assessment_files(texts),
    ]
    return list({file.url: file for file in files}.values())


def _lesson_file(lesson: Lesson, page: LessonPage, text: LessonText) -> FileToKeep:
    voice = recorded_voice(page)
    said = (page.title, page.summary, text.opening, *(part.html for part in text.parts), text.sources)
    whole = "".join((*said, voice.url if voice else ""))
    return page_to_keep(_address("lesson", lesson.key), FileKind.LESSON, whole)


def _shown_in(text: LessonText) -> Iterator[FileToKeep]:
    """Pictures and recordings of our own store; a stranger's address is not ours to copy."""
    for part in text.parts:
        for tag, address in SHOWN.findall(part.html):
            url = unescape(address)
            if url.startswith(settings.MEDIA_URL):
                yield stored_file(url.removeprefix(settings.MEDIA_URL), SOURCES[tag])


def _recorded(pages: Iterable[LessonPage]) -> Iterator[FileToKeep]:
    """The voices of those who recorded these lessons; no query for pages that `lesson_pages` gave."""
    for voice in filter(None, map(recorded_voice, pages)):
        yield stored_file(voice.url.removeprefix(settings.MEDIA_URL), FileKind.SOUND)


def _assessment_files(lessons: Iterable[Lesson]) -> Iterator[FileToKeep]:
    keys = [lesson.key for lesson in lessons]
    found = Assessment.objects.filter(lesson_activities__lesson__in=keys, is_active=True).distinct()
    for _key, assessments in groupby(
        sorted(found, key=lambda each: each.method), key=lambda each: each.method
    ):
        same = list(assessments)
        try:
            method = method_of(same[0])
        except UnknownMethod:
            continue
        if isinstance(method, KeepableMethod):
            yield from method.files_to_keep(same)


def _address(name: str, key: UUID) -> str:
    return reverse(f"modules:{name}", args=[key])
