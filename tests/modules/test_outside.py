"""A stranger's video: which addresses are one, what a trainer must say of it, and which pages may open it."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.models import Document

from modules.blocks.outside_video import OutsideVideoBlock
from modules.models import LessonPage
from modules.outside import outside_video

from .school import School, lesson_address, make_lesson

YOUTUBE = "https://www.youtube-nocookie.com"


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", f"{YOUTUBE}/embed/dQw4w9WgXcQ"),
        ("https://youtu.be/dQw4w9WgXcQ?si=abc", f"{YOUTUBE}/embed/dQw4w9WgXcQ"),
        ("https://youtube.com/shorts/dQw4w9WgXcQ", f"{YOUTUBE}/embed/dQw4w9WgXcQ"),
        ("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871"),
        ("https://vimeo.com/76979871/a1b2c3", "https://player.vimeo.com/video/76979871"),
        ("https://films.example.org/a/b.MP4", "https://films.example.org/a/b.MP4"),
    ],
)
def test_addresses_that_lead_to_a_video(address: str, source: str) -> None:
    video = outside_video(address)
    assert video is not None
    assert video.source.partition("?")[0] == source


@pytest.mark.parametrize(
    "address",
    [
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/@somebody",
        "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
        "https://user:pass@films.example.org/b.mp4",
        "https://films.example.org;script-src/b.mp4",
        "https://localhost/b.mp4",
        "https://films.example.org/b.exe",
        "javascript:alert(1)",
        "",
    ],
)
def test_addresses_that_do_not(address: str) -> None:
    assert outside_video(address) is None


def video_value(**more: object) -> dict[str, object]:
    return {
        "title": "Lavarse las manos",
        "address": "https://youtu.be/dQw4w9WgXcQ",
        "minutes": 3,
        "megabytes": 25,
        "captioned": True,
        "captions": None,
        "transcript": "Así se lavan las manos.",
        **more,
    }


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"address": "https://example.org/"}, "address"),
        ({"address": "https://films.example.org/b.mp4"}, "captions"),
        ({"captioned": False}, "captioned"),
        ({"transcript": ""}, "transcript"),
    ],
)
def test_what_a_trainer_still_has_to_say(more: dict[str, object], field: str) -> None:
    block = OutsideVideoBlock()
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python(video_value(**more)))
    assert set(refused.value.block_errors) == {field}


def lesson_with(school: School, **more: object) -> LessonPage:
    page = make_lesson(school.module_page, "Las manos")
    page.body = [("outside_video", OutsideVideoBlock().to_python(video_value(**more)))]
    page.save_revision().publish()
    return page


def policy(response: object) -> str:
    return response.headers["Content-Security-Policy"]  # type: ignore[attr-defined]


def test_only_the_page_with_the_video_may_open_its_server(school: School, as_learner: Client) -> None:
    with_video = as_learner.get(lesson_address(lesson_with(school).translation_key))
    assert f"frame-src {YOUTUBE};" in policy(with_video) + ";"
    assert "youtube" not in policy(as_learner.get("/es/path/"))
    assert "<iframe" not in with_video.text
    assert "YouTube" in with_video.text
    assert "25 MB" in with_video.text


def test_a_film_of_its_own_opens_media_and_no_frame(school: School, as_learner: Client) -> None:
    captions = Document.objects.create(title="c", file=ContentFile(b"WEBVTT", name="c.vtt"))
    page = lesson_with(school, address="https://films.example.org/b.mp4", captions=captions.pk)
    answer = as_learner.get(lesson_address(page.translation_key))
    assert "https://films.example.org" in policy(answer)
    assert "frame-src" not in policy(answer)
    assert "media-src 'self' blob: https://films.example.org" in policy(answer)
