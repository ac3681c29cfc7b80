"""A lesson's recorded voice: what is accepted, who may give it, in which language it is heard."""

import io
import wave

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry

from curriculum.enums import Role
from modules.models import LessonPage, LessonRecording
from modules.queries import lesson_pages
from modules.recordings.queries import recorded_voice

from .school import School, exactly, lesson_address, make_lesson, make_staff


def sound() -> bytes:
    """A tenth of a second of silence."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(b"\x80" * 800)
    return kept.getvalue()


@pytest.fixture
def lesson(school: School) -> LessonPage:
    return make_lesson(school.module_page, "La etiqueta")


@pytest.fixture
def teresa(school: School, client: Client) -> Client:
    """A trainer who may publish below her school's page."""
    user = make_staff("teresa", school.institution, Role.TRAINER)
    allow(user, school, "change_page", "publish_page")
    client.force_login(user)
    return client


def allow(user: User, school: School, *rights: str) -> None:
    group = Group.objects.create(name="who writes")
    for right in rights:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=right)
        GroupPagePermission.objects.create(group=group, page=school.programme_page, permission=permission)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)


def send(client: Client, page: LessonPage, content: bytes, **more: object):
    file = SimpleUploadedFile("voice.exe", content)
    address = reverse("modules_recordings:keep", args=[page.pk])
    return client.post(
        address, {"file": file, **more}, follow=True
    )  # what is not there is sought in her language


def test_a_recording_is_kept_and_heard(lesson: LessonPage, teresa: Client) -> None:
    answer = send(teresa, lesson, sound(), seconds=65)
    assert answer.status_code == 200
    voice = recorded_voice(lesson)
    assert voice is not None
    assert (voice.minutes, voice.rest, voice.size) == (1, 5, len(sound()))
    assert voice.url.endswith(".wav")
    assert "1 min 5 s" in teresa.get(lesson_address(lesson.translation_key)).text
    assert PageLogEntry.objects.filter(page=lesson.pk, action="modules.recording.kept").count() == 1


def test_a_new_recording_replaces_the_old_one_and_its_file(
    lesson: LessonPage, teresa: Client, django_capture_on_commit_callbacks
) -> None:
    send(teresa, lesson, sound())
    old = LessonRecording.objects.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        send(teresa, lesson, sound())
    assert LessonRecording.objects.get().file.name != old
    assert not default_storage.exists(old)


def test_taking_it_away_twice_is_taking_it_away_once(lesson: LessonPage, teresa: Client) -> None:
    send(teresa, lesson, sound())
    for _ in range(2):
        assert teresa.post(reverse("modules_recordings:take_away", args=[lesson.pk])).status_code == 200
    assert recorded_voice(lesson) is None
    assert PageLogEntry.objects.filter(action="modules.recording.taken").count() == 1


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00" * 100, b"<html><script>1</script></html>", b"\x89PNG\r\n\x1a\n" * 20]
)
def test_what_is_no_audio_is_refused_in_words(lesson: LessonPage, teresa: Client, content: bytes) -> None:
    answer = send(teresa, lesson, content)
    assert answer.status_code == 400
    assert "MP3" in answer.text
    assert not LessonRecording.objects.exists()


def test_what_is_too_large_is_refused_in_words(
    lesson: LessonPage, teresa: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("modules.recordings.checking.MOST_MEGABYTES", 0)
    assert send(teresa, lesson, sound()).status_code == 400


@pytest.mark.parametrize("seconds", ["-1", "x", "999999"])
def test_a_length_that_cannot_be(lesson: LessonPage, teresa: Client, seconds: str) -> None:
    assert send(teresa, lesson, sound(), seconds=seconds).status_code == 400


def test_without_the_right_to_publish_the_address_does_not_exist(
    school: School, lesson: LessonPage, client: Client
) -> None:
    user = make_staff("tomas", school.institution, Role.TRAINER)
    allow(user, school, "change_page")
    client.force_login(user)
    assert send(client, lesson, sound()).status_code == 404
    assert not LessonRecording.objects.exists()


def test_another_schools_lesson_does_not_exist(other_school: School, teresa: Client) -> None:
    assert send(teresa, make_lesson(other_school.module_page, "Otra"), sound()).status_code == 404


def test_a_recording_costs_the_reader_no_query(lesson: LessonPage, teresa: Client) -> None:
    send(teresa, lesson, sound())
    page = lesson_pages().select_related("locale").get(pk=lesson.pk)
    with exactly(0):
        assert recorded_voice(page)


def test_the_edit_page_shows_the_panel(lesson: LessonPage, teresa: Client) -> None:
    page = teresa.get(reverse("wagtailadmin_pages:edit", args=[lesson.pk]))
    assert 'data-recorder-act="start"' in page.text
