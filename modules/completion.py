"""When a lesson and a module are completed: the same rule for an assessment's result and for "I have finished"."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from assessments.api import Result, competent_assessment_ids
from curriculum.api import EvidenceDraft, Memory, is_recorded, lock_person, pinned_module
from curriculum.enums import FactKind, Outcome

from .models import Lesson, LessonActivity, LessonProgress
from .queries import lessons_of

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


@dataclass(frozen=True, slots=True)
class AskingLesson:
    """A lesson that requires an assessment, and the other ones that it requires."""

    lesson: Lesson
    others: frozenset[int]


_asking: Memory[tuple[AskingLesson, ...]] = Memory("modules.asking")


def lessons_that_this_finishes(*, person_id: int, assessment_id: int) -> list[Lesson]:
    """Current lessons of which this was the last required assessment still to be shown.

    No query while the lessons are remembered, one where one of them requires others too.
    """
    asking = _asking.recall(str(assessment_id), lambda: _lessons_asking(assessment_id))
    others = {other for each in asking for other in each.others}
    shown = competent_assessment_ids(person_id, others) if others else set()
    return [each.lesson for each in asking if each.others <= shown]


def _lessons_asking(assessment_id: int) -> tuple[AskingLesson, ...]:
    """Two queries."""
    with_it = LessonActivity.objects.filter(assessment=assessment_id, required=True)
    lessons = list(Lesson.objects.current().filter(key__in=with_it.values("lesson")).select_related("module"))
    required = LessonActivity.objects.filter(lesson__in=lessons, required=True, assessment__is_active=True)
    others: dict[UUID, set[int]] = defaultdict(set)
    for key, other in required.exclude(assessment=assessment_id).values_list("lesson_id", "assessment_id"):
        others[key].add(other)
    return tuple(AskingLesson(lesson, frozenset(others[lesson.key])) for lesson in lessons)


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
    modules = {lesson.module_id: lesson.module for lesson in finished}
    completed = _completed_in(modules, person.pk)
    fresh = [lesson for lesson in finished if lesson.key not in completed]
    LessonProgress.objects.bulk_create(
        LessonProgress(
            person=person, institution_id=lesson.institution_id, lesson=lesson, completed_at=moment
        )
        for lesson in fresh
    )
    completed |= {lesson.key for lesson in fresh}
    whole = [
        module
        for module_id, module in modules.items()
        if all(lesson.key in completed for lesson in lessons_of(module_id))
    ]
    told = set() if fresh else _already_told(whole, person)
    drafts = (
        module_evidence(person=person, module=module, moment=moment, participation=participation)
        for module in whole
        if module not in told
    )
    return [draft for draft in drafts if draft]


def _completed_in(module_ids: Iterable[int], person_id: int) -> set[UUID]:
    """The lessons of these modules that a person has completed; one query."""
    own = LessonProgress.objects.filter(person=person_id, lesson__module__in=list(module_ids))
    return set(own.values_list("lesson_id", flat=True))


def _already_told(modules: Iterable["Module"], person: "Person") -> set["Module"]:
    """The modules that the ledger knows her to have completed; asked only where nothing new was completed."""
    return {
        module
        for module in modules
        if is_recorded(institution_id=module.institution_id, source_ref=_source_ref(module, person))
    }


def module_evidence(
    *, person: "Person", module: "Module", moment: datetime, participation: "Participation | None"
) -> EvidenceDraft | None:
    """What the ledger is told of a completed module, once; None for somebody who takes no course with it."""
    pinned = pinned_module(person_id=person.pk, module_id=module.pk, participation=participation)
    if pinned is None:
        return None
    return EvidenceDraft(
        kind=FactKind.MODULE_COMPLETED,
        source_ref=_source_ref(module, person),
        occurred_at=moment,
        subject=module.key,
        minutes=pinned.taught_minutes,
        demonstration=pinned.demonstration,
        participation=pinned.participation,
        first_stands=True,
    )


def _source_ref(module: "Module", person: "Person") -> str:
    return f"modules:{module.key}:{person.uuid}"
