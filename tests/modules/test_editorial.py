"""What Wagtail gives to editors keeps working for lessons: scheduling, moderation, the history of revisions."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from modules.reviewing import NotReviewed

from .school import School, exactly, lesson_address, make_lesson, make_lessons
from .test_reviewing import review_lesson

pytestmark = pytest.mark.django_db


def test_a_lesson_appears_at_its_time_and_goes_at_its_time(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "Uno", text="<p>Antes</p>")
    page.body = [("text", "<p>Después</p>")]
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.expire_at = timezone.now() + timedelta(hours=3)
    revision = page.save_revision()
    revision.publish()
    call_command("publish_scheduled")
    assert "Antes" in as_learner.get(lesson_address(page.translation_key)).text

    # The hour has come: as if the times had been set a while ago.
    earlier = timezone.now() - timedelta(minutes=1)
    revision.refresh_from_db()
    revision.approved_go_live_at = earlier
    revision.content["go_live_at"] = earlier.isoformat()
    revision.save(update_fields=["approved_go_live_at", "content"])
    call_command("publish_scheduled")
    assert "Después" in as_learner.get(lesson_address(page.translation_key)).text

    page.refresh_from_db()
    page.expire_at = timezone.now() - timedelta(minutes=1)
    page.save(update_fields=["expire_at"])
    call_command("publish_scheduled")
    assert as_learner.get(lesson_address(page.translation_key)).status_code == 404


def test_a_lesson_in_moderation_is_read_only_once_it_is_approved(
    school: School, as_learner: Client, trainer: User
) -> None:
    moderators = Group.objects.create(name="Moderation")
    reviewer = User.objects.create_superuser("revisora")
    reviewer.groups.add(moderators)
    task = GroupApprovalTask.objects.create(name="Una segunda mirada")
    task.groups.add(moderators)
    workflow = Workflow.objects.create(name="Revisión")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=school.module_page)
    page = make_lesson(school.module_page, "Uno", text="<p>Antes</p>")
    page.body = [("text", "<p>Propuesta</p>")]
    page.save_revision(user=trainer)

    state = workflow.start(page, trainer)
    assert "Propuesta" not in as_learner.get(lesson_address(page.translation_key)).text
    with pytest.raises(NotReviewed):
        state.current_task_state.approve(user=reviewer)
    assert "Propuesta" not in as_learner.get(lesson_address(page.translation_key)).text
    review_lesson(page, school.institution)
    state.refresh_from_db()
    state.current_task_state.approve(user=reviewer)
    assert "Propuesta" in as_learner.get(lesson_address(page.translation_key)).text


def test_an_earlier_revision_can_be_published_again(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "Uno", text="<p>Primera</p>")
    first = page.save_revision()
    page.body = [("text", "<p>Segunda</p>")]
    page.save_revision().publish()
    first.publish()
    assert "Primera" in as_learner.get(lesson_address(page.translation_key)).text


@pytest.mark.parametrize("lessons", [1, 2, 4])
def test_what_comes_after_a_lesson_costs_the_same_in_any_module(
    school: School, as_learner: Client, lessons: int
) -> None:
    pages = make_lessons(school.module_page, lessons)
    done = lesson_address(pages[0].translation_key, tail="done/")
    as_learner.post(lesson_address(pages[0].translation_key, tail="finish/"))
    as_learner.get(done)
    with exactly(4):
        as_learner.get(done)
