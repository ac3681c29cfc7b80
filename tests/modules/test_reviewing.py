"""The review before publication (R-GEN-1): who may, what blocks, what is kept."""

from typing import Any

import pytest
from django.contrib.auth.models import Group as Rights
from django.contrib.auth.models import Permission, User
from django.db import DatabaseError, transaction
from django.test import Client
from wagtail.models import GroupPagePermission
from wagtail.rich_text import RichText

from curriculum.api import find_subject
from curriculum.enums import Role
from curriculum.models import Institution, Review
from curriculum.people.staff import give_staff_access
from curriculum.reviewing.models import Point
from curriculum.reviewing.services import MayNotReview, record_review
from modules.models import LessonPage
from modules.reviewing import NotReviewed

from .school import NOON, School, exactly, make_assessment, make_lesson, make_staff

pytestmark = pytest.mark.django_db

EVERYTHING = dict.fromkeys(Point, (True, "Visto."))


def review_lesson(page: LessonPage, institution: Institution) -> Review:
    """Another trainer of the institution finds every point in order."""
    reviewer = make_staff(f"revisa-{page.pk}", institution, Role.TRAINER)
    subject = find_subject("lesson", str(page.translation_key))
    assert subject is not None
    return record_review(subject=subject, findings=EVERYTHING, reviewed_by=reviewer)


@pytest.fixture
def author(school: School, trainer: User) -> User:
    """A trainer who may write and publish below her school's pages."""
    rights = Rights.objects.create(name="Pages")
    for codename in ("add_page", "change_page", "publish_page"):
        right = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=rights, page=school.programme_page, permission=right)
    rights.user_set.add(trainer)
    give_staff_access(trainer.person, Role.TRAINER)
    return trainer


def draft(school: School, author: User) -> LessonPage:
    page = make_lesson(school.module_page, "Uno", assessment=make_assessment(school.institution, "a"))
    page.summary = "Otra frase"
    page.save_revision(user=author)
    return page


def answers(**but: str) -> dict[str, str]:
    given = {point.value: "yes" for point in Point}
    notes = {f"{point.value}_note": "Visto." for point in Point}
    return {**given, **notes, **but}


def address(page: LessonPage) -> str:
    return f"/admin/reviews/lesson/{page.translation_key}/"


def test_no_person_publishes_what_nobody_has_reviewed(school: School, author: User) -> None:
    page = draft(school, author)
    with pytest.raises(NotReviewed):
        page.get_latest_revision().publish(user=author)
    review_lesson(page, school.institution)
    page.get_latest_revision().publish(user=author)
    page.refresh_from_db()
    assert page.summary == "Otra frase"


def test_a_review_lapses_as_soon_as_the_lesson_says_something_else(
    client: Client, school: School, author: User
) -> None:
    page = draft(school, author)
    review_lesson(page, school.institution)
    page.get_latest_revision().publish(user=author)
    page = LessonPage.objects.get(pk=page.pk)
    page.minutes = 9
    page.save_revision(user=author).publish(user=author)
    page.body[1].value = RichText("<p>Hágalo sin preguntar.</p>")
    revision = page.save_revision(user=author)
    with pytest.raises(NotReviewed, match="Cambió desde la revisión del"):
        revision.publish(user=author)
    page.refresh_from_db()
    assert "sin preguntar" not in str(page.body)
    other = make_staff("otra", school.institution, Role.TRAINER)
    other.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(other)
    assert "cambió desde entonces" in client.get("/admin/reviews/").text
    assert "ya no vale" in client.get(address(page)).text
    client.post(address(page), answers())
    assert "cambió desde entonces" not in client.get("/admin/reviews/").text
    revision.publish(user=author)
    page.refresh_from_db()
    assert "sin preguntar" in str(page.body)


def test_of_a_review_without_its_words_nobody_knows_what_it_holds_for(school: School, author: User) -> None:
    page = draft(school, author)
    reviewer = make_staff("otra", school.institution, Role.TRAINER)
    Review.objects.create(
        institution=school.institution,
        kind="lesson",
        subject=str(page.translation_key),
        reviewed_by=reviewer,
        reviewed_at=NOON,
        is_done=True,
    )
    with pytest.raises(NotReviewed):
        page.get_latest_revision().publish(user=author)


def test_the_list_of_reviews_costs_the_same_at_one_and_at_three(
    client: Client, school: School, author: User
) -> None:
    client.force_login(author)
    for title in ("Uno", "Dos", "Tres"):
        make_lesson(school.module_page, title)
        client.get("/admin/reviews/")
        with exactly(17):
            client.get("/admin/reviews/")


def test_the_editor_says_what_is_missing_and_who_may_do_it(
    client: Client, school: School, author: User
) -> None:
    page = draft(school, author)
    client.force_login(author)
    data = {"action-publish": "1", **_form(client, page)}
    shown = client.post(f"/admin/pages/{page.pk}/edit/", data, follow=True)
    assert "autonomía" in shown.text
    assert address(page) in shown.text
    page.refresh_from_db()
    assert page.summary != "Otra frase"


def _form(client: Client, page: LessonPage) -> dict[str, Any]:
    return {
        "title": page.title,
        "slug": page.slug,
        "summary": "Otra frase",
        "minutes": "7",
        "outcomes-count": "0",
        "sources-count": "0",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "heading",
        "body-0-id": "",
        "body-0-value": "Antes",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "show_in_menus": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "next_review_on": "",
        "reviewed_on": "",
        "reviewed_by": "",
    }


def test_another_trainer_reviews_it_with_a_note_on_every_point(
    client: Client, school: School, author: User
) -> None:
    page = draft(school, author)
    other = make_staff("otra", school.institution, Role.ASSESSOR)
    other.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(other)
    assert client.post(address(page), answers(gender_note=" ")).status_code == 200
    assert not Review.objects.exists()
    assert client.post(address(page), answers(work="no")).status_code == 302
    assert [review.is_done for review in Review.objects.filter(kind="lesson")] == [False]
    client.post(address(page), answers())
    assert Review.objects.filter(kind="lesson").first().is_done
    assert Review.objects.filter(kind="assessment", is_done=True).count() == 1
    assert "revisado por otra" in client.get("/admin/reviews/").text.lower()


def test_nobody_reviews_her_own_lesson(client: Client, school: School, author: User) -> None:
    page = draft(school, author)
    client.force_login(author)
    assert "otra persona" in client.post(address(page), answers()).text
    subject = find_subject("lesson", str(page.translation_key))
    assert subject is not None
    with pytest.raises(MayNotReview):
        record_review(subject=subject, findings=EVERYTHING, reviewed_by=author)
    assert not Review.objects.exists()


def test_for_other_institutions_it_does_not_exist(
    client: Client, school: School, other_school: School, author: User
) -> None:
    page = draft(school, author)
    stranger = make_staff("ajena", other_school.institution, Role.ADMINISTRATOR)
    stranger.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(stranger)
    assert client.get(address(page), follow=True).status_code == 404
    assert "Uno" not in client.get("/admin/reviews/").text
    for kind, key in (("lesson", "x"), ("nothing", "1"), ("standard", "999"), ("assessment", "x")):
        assert client.get(f"/admin/reviews/{kind}/{key}/", follow=True).status_code == 404


def test_a_review_needs_every_point_and_is_never_changed(school: School, author: User) -> None:
    page = draft(school, author)
    subject = find_subject("lesson", str(page.translation_key))
    assert subject is not None
    reviewer = make_staff("otra", school.institution, Role.TRAINER)
    with pytest.raises(ValueError, match="every point"):
        record_review(subject=subject, findings={Point.GENDER: (True, "x")}, reviewed_by=reviewer)
    review_lesson(page, school.institution)
    with pytest.raises(DatabaseError), transaction.atomic():
        Review.objects.update(is_done=False)
