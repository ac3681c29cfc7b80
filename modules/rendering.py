"""The body of a lesson as HTML, kept by revision: everybody who reads a lesson reads the same text.

What differs from learner to learner, the state of an assessment, is drawn for each request between the kept parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import StreamValue

from assessments.api import Assessment
from curriculum.api import Memory

from .blocks import OPTIONAL_ASSESSMENT, REQUIRED_ASSESSMENT
from .models import LessonPage
from .outside import OutsideVideo

EMERGENCY_TOKEN = "[[emergency_number]]"  # noqa: S105
_assessments: Memory[list[Assessment | None]] = Memory("modules.assessments")
SECONDS_KEPT = 3600  # how long a renamed picture or a new template may still look old


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of finished HTML, or the place of an assessment."""

    html: str = ""
    assessment_id: int | None = None
    required: bool = False


@dataclass(frozen=True, slots=True)
class LessonText:
    """A lesson as it stands in one language: what it promises, its parts, its sources, videos from elsewhere."""

    opening: str
    parts: tuple[Part, ...]
    sources: str
    outside: tuple[OutsideVideo, ...] = ()

    @property
    def needs_assessment(self) -> bool:
        return any(part.required for part in self.parts)


def lesson_text(page: LessonPage) -> LessonText:
    """The text of a published lesson, from the cache; a new revision is a new entry."""
    published = page.last_published_at.timestamp() if page.last_published_at else 0
    key = f"modules.lesson.{page.pk}.{page.live_revision_id}.{published}"
    text = cache.get(key)
    if text is None:
        text = render_text(LessonPage.objects.select_related("locale").get(pk=page.pk))
        cache.set(key, text, SECONDS_KEPT)
    return text


def render_text(page: LessonPage) -> LessonText:
    """Draw the text now; the blocks' own words stand in the language of the lesson."""
    with translation.override(page.locale.language_code):
        return LessonText(
            opening=render_to_string("modules/components/outcomes.html", {"page": page}),
            parts=tuple(_parts(page)),
            sources=render_to_string("modules/components/sources.html", {"page": page}),
            outside=tuple(outside_videos(page.body)),
        )


def outside_videos(body: StreamValue) -> Iterator[OutsideVideo]:
    """The strangers' videos among the blocks of a page."""
    for block in body:
        if block.block_type == "outside_video" and block.value.video:
            yield block.value.video


def _parts(page: LessonPage) -> list[Part]:
    parts: list[Part] = []
    for block in page.body:
        if block.block_type in {REQUIRED_ASSESSMENT, OPTIONAL_ASSESSMENT}:
            if block.value is not None:
                parts.append(
                    Part(assessment_id=block.value.pk, required=block.block_type == REQUIRED_ASSESSMENT)
                )
        elif parts and parts[-1].assessment_id is None:
            parts[-1] = Part(html=parts[-1].html + block.render())
        else:
            parts.append(Part(html=block.render()))
    return parts


def draw_parts(text: LessonText, request: HttpRequest, emergency_number: str) -> list[SafeString]:
    """The parts for this reader: assessments with her state; no query but their own while they are remembered."""
    block = LessonPage.body.field.stream_block.child_blocks[REQUIRED_ASSESSMENT]
    wanted = [part.assessment_id for part in text.parts if part.assessment_id]
    assessments = iter(
        _assessments.recall(f"{wanted}", lambda: block.bulk_to_python(wanted)) if wanted else ()
    )
    return [
        block.render(next(assessments), {"request": request})
        if part.assessment_id
        else with_emergency_number(part.html, emergency_number)
        for part in text.parts
    ]


def with_emergency_number(text: str, number: str) -> SafeString:
    """A text with the number of the institution's country in the place of the token.

    Finished HTML stays what it is, anything else is escaped.
    """
    return mark_safe(conditional_escape(text).replace(EMERGENCY_TOKEN, escape(number)))  # noqa: S308
