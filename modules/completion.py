"""When a lesson and a module are completed: the same rule for an assessment's result and for "I have finished"."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Q

from assessments.api import Result, competent_assessment_ids
from curriculum.api import EvidenceDraft, is_recorded, lock_person, pinned_module
from curriculum.enums import FactKind, Outcome

from .models import Lesson, LessonActivity, LessonProgress

if TYPE_CHECKING:
    from curriculum.models import Module, Participation, Person


def answer_result(result: Result) -> Iterable[EvidenceDraft]:
    """The result handler: a competent result may complete lessons, and lessons a module (promise 9)."""
    if result.outcome is not Outcome.COMPETENT:
        return []
    person_id, assessment_id = result.attempt.person_id, result.attempt.assessment_id
    return finish_lessons(
        person=result.person,
        lessons=lessons_that_this_finishes(person_id=person_id, assessment_id=assessment_id),
        moment=result.moment,
        participation=result.participation,
    )


def lessons_that_this_finishes(*, person_id: int, assessment_id: int) -> list[Lesson]:
    """Current lessons of which this was the last required assessment still to be shown; one or two queries."""
    others = Q(activities__required=True, activities__assessment__is_active=True)
    others &= ~Q(activities__assessment_id=assessment_id)
    with_it = LessonActivity.objects.filter(assessment_id=assessment_id, required=True)
    lessons = list(
        Lesson.objects.current()
        .filter(key__in=with_it.values("lesson_id"))
        .exclude(progress__person_id=person_id)
        .select_related("module")
        .annotate(others=Count("activities", filter=others))
    )
    return [lesson for lesson in lessons if not lesson.others or not missing_assessments(lesson, person_id)]


def missing_assessments(lesson: Lesson, person_id: int) -> set[int]:
    """Ids of the required assessments in which the person is not yet competent; two queries at most."""
    required = set(
        lesson.activities.filter(required=True, assessment__is_active=True).values_list(
            "assessment_id", flat=True
        )
    )
    return required - competent_assessment_ids(person_id, required) if required else set()


def finish_lessons(
    *, person: "Person", lessons: Iterable[Lesson], moment: datetime, participation: "Participation | None"
) -> list[EvidenceDraft]:
    """Keep that these lessons are completed; return evidence of each module that this completes.

    Runs in the caller's transaction. Doing it twice changes nothing.
    """
    finished = list(lessons)
    if not finished:
        return []
    # Two last lessons finished at the same moment would each see the other one missing.
    lock_person(person.pk)
    LessonProgress.objects.bulk_create(
        (
            LessonProgress(
                person=person, institution_id=lesson.institution_id, lesson=lesson, completed_at=moment
            )
            for lesson in finished
        ),
        ignore_conflicts=True,
    )
    modules = {lesson.module_id: lesson.module for lesson in finished}
    unfinished = modules_with_lessons_left(person_id=person.pk, module_ids=modules)
    drafts = (
        module_evidence(person=person, module=module, moment=moment, participation=participation)
        for module_id, module in modules.items()
        if module_id not in unfinished
    )
    return [draft for draft in drafts if draft]


def modules_with_lessons_left(*, person_id: int, module_ids: Iterable[int]) -> set[int]:
    """Those of these modules in which a current lesson is not completed; one query."""
    left = (
        Lesson.objects.current().filter(module_id__in=list(module_ids)).exclude(progress__person_id=person_id)
    )
    return set(left.order_by().values_list("module_id", flat=True).distinct())


def module_evidence(
    *, person: "Person", module: "Module", moment: datetime, participation: "Participation | None"
) -> EvidenceDraft | None:
    """What the ledger is told of a completed module, once; None for somebody who takes no course with it."""
    source_ref = f"modules:{module.key}:{person.uuid}"
    pinned = pinned_module(person_id=person.pk, module_id=module.pk, participation=participation)
    if pinned is None or is_recorded(institution_id=module.institution_id, source_ref=source_ref):
        return None
    return EvidenceDraft(
        kind=FactKind.MODULE_COMPLETED,
        source_ref=source_ref,
        occurred_at=moment,
        subject=module.key,
        minutes=pinned.taught_minutes,
        demonstration=pinned.demonstration,
        participation=pinned.participation,
    )
