"""The verbs that teaching brings to simulated cases. A case names the section "lessons" to have some."""

from django.db.models import QuerySet

from assessments.api import record_result
from assessments.models import Attempt
from curriculum.api import CaseError, World, register_event, register_expectation
from curriculum.enums import Outcome

from .completion import missing_assessments
from .models import Lesson, LessonProgress
from .services import AssessmentStillNeeded, complete_lesson


def register_verbs() -> None:
    register_event("complete_lesson", finish_lesson)
    register_event("complete_module", finish_module)
    register_expectation("lesson_progress", lesson_progress)


def finish_lesson(world: World, *, person: str, lesson: str) -> None:
    """A learner says that she has finished a lesson, named by its key in the pack."""
    found = _lessons(world).filter(source_key=lesson).first()
    if found is None:
        raise CaseError(f"There is no lesson “{lesson}” in this programme.")
    try:
        _finish(world, person, found)
    except AssessmentStillNeeded:
        raise CaseError(f"“{lesson}” is completed by its assessment. Let her hand that in.") from None


def finish_module(world: World, *, person: str, module: str) -> None:
    """A learner works through a module: every lesson, with a competent result in what it asks."""
    lessons = list(_lessons(world).filter(module__key=module))
    if not lessons:
        raise CaseError(f"The module “{module}” has no lessons in this case. Add “lessons” to its sections.")
    for lesson in lessons:
        for assessment_id in missing_assessments(lesson, world.person(person).pk):
            _show_competence(world, person, assessment_id)
        _finish(world, person, lesson)


def lesson_progress(world: World, *, person: str, module: str) -> dict[str, int]:
    """How many lessons of a module a learner has completed: `done` of `total`."""
    lessons = _lessons(world).filter(module__key=module)
    done = LessonProgress.objects.filter(person=world.person(person), lesson__in=lessons.order_by())
    return {"done": done.count(), "total": lessons.count()}


def _lessons(world: World) -> QuerySet[Lesson]:
    return Lesson.objects.current().filter(
        institution=world.institution, module__programme_versions=world.programme_version
    )


def _finish(world: World, person: str, lesson: Lesson) -> None:
    complete_lesson(
        lesson=lesson,
        participation=world.participation(person),
        recorded_by=world.account(person),
        at=world.now,
    )


def _show_competence(world: World, person: str, assessment_id: int) -> None:
    participation = world.participation(person)
    tries = Attempt.objects.filter(person=participation.person, assessment_id=assessment_id).count()
    attempt = Attempt(
        assessment_id=assessment_id,
        institution=world.institution,
        person=participation.person,
        participation=participation,
        number=tries + 1,
        started_at=world.now,
        submitted_at=world.now,
        outcome=Outcome.COMPETENT.value,
        source_ref=f"simulate:{assessment_id}:{participation.uuid}:{tries + 1}",
    )
    record_result(attempt=attempt, recorded_by=world.account(person), at=world.now)
