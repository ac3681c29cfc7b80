"""What my path says of teaching."""

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils import translation

from curriculum.api import EvidenceDraft, PathStep, Visit, record_evidence
from curriculum.enums import FactKind
from curriculum.homes.steps import first_in_turn
from curriculum.models import Participation, ProgrammeModule
from modules.next_steps import after_assessment
from modules.panels import build_path
from modules.services import complete_lesson

from .school import (
    NOON,
    School,
    add_module,
    exactly,
    lesson_address,
    lesson_of,
    make_assessment,
    make_lesson,
    make_lessons,
)


def request_of(participation: Participation) -> HttpRequest:
    request = RequestFactory().get("/es/path/")
    request.user = participation.person.user
    return request


def visit_of(participation: Participation) -> Visit:
    return Visit(request_of(participation), participation.person, [participation])


def finish(participation: Participation, *pages: object) -> None:
    for page in pages:
        complete_lesson(lesson=lesson_of(page), participation=participation, recorded_by=None, at=NOON)


def step_of(participation: Participation) -> PathStep | None:
    """What the panel proposes first."""
    return first_in_turn(build_path(visit_of(participation)).steps)


def test_the_next_step_is_the_first_lesson_after_the_last_completed_one(
    school: School, learner: Participation
) -> None:
    first, second, third = make_lessons(school.module_page, 3)
    assert step_of(learner).url == lesson_address(first.translation_key)
    finish(learner, second)
    assert step_of(learner).url == lesson_address(third.translation_key)
    finish(learner, third)
    assert step_of(learner).url == lesson_address(first.translation_key)
    finish(learner, first)
    assert step_of(learner) is None


def test_a_module_that_was_begun_goes_before_the_others(school: School, learner: Participation) -> None:
    make_lessons(school.module_page, 2)
    begun, following = make_lessons(add_module(school, 2), 2)
    finish(learner, begun)
    assert step_of(learner).url == lesson_address(following.translation_key)


def test_the_path_counts_modules_and_lessons(school: School, learner: Participation) -> None:
    done = make_lessons(school.module_page, 1)
    begun = make_lessons(add_module(school, 2), 2)
    add_module(school, 3)
    finish(learner, done[0], begun[0])
    panel = build_path(visit_of(learner)).context
    assert (panel["done"], panel["total"]) == (1, 3)
    assert [module["state"] for module in panel["modules"]] == ["done", "current", "next"]
    assert step_of(learner).url == lesson_address(begun[1].translation_key)


def test_a_module_that_the_ledger_knows_is_done_without_its_lessons(
    school: School, learner: Participation
) -> None:
    make_lessons(school.module_page, 2)
    (following,) = make_lessons(add_module(school, 2), 1)
    recognised = EvidenceDraft(
        kind=FactKind.MODULE_COMPLETED,
        subject=school.module_page.module.key,
        source_ref="recognition:1",
        occurred_at=NOON,
        method="recognition",
    )
    record_evidence(
        person=learner.person, institution=learner.institution, drafts=[recognised], recorded_by=None, at=NOON
    )
    panel = build_path(visit_of(learner)).context
    assert (panel["done"], panel["total"]) == (1, 2)
    assert [module["state"] for module in panel["modules"]] == ["done", "current"]
    assert "0" not in panel["modules"][0]["detail"]
    assert step_of(learner).url == lesson_address(following.translation_key)


def test_a_complementary_course_stands_beside_and_is_not_counted(
    school: School, learner: Participation
) -> None:
    lesson = make_lesson(school.module_page, "Uno")
    make_lessons(add_module(school, 2), 2)
    ProgrammeModule.objects.filter(order=2).update(complementary=True, demonstration=True)
    finish(learner, lesson)
    panel = build_path(visit_of(learner)).context
    assert (panel["done"], panel["total"], len(panel["modules"])) == (1, 1, 1)
    assert [module["state"] for module in panel["beside"]] == ["next"]
    assert [module["tag"] != "" for module in [*panel["modules"], *panel["beside"]]] == [False, True]
    assert step_of(learner) is None


def test_a_complementary_course_comes_next_once_it_was_begun_and_the_course_is_done(
    school: School, learner: Participation
) -> None:
    own = make_lesson(school.module_page, "Uno")
    begun, following = make_lessons(add_module(school, 2), 2)
    ProgrammeModule.objects.filter(order=2).update(complementary=True)
    finish(learner, begun)
    assert step_of(learner).url == lesson_address(own.translation_key)
    finish(learner, own)
    assert step_of(learner).url == lesson_address(following.translation_key)


def test_the_step_says_in_which_language_its_lesson_stands(school: School, learner: Participation) -> None:
    make_lesson(school.module_page, "Uno")
    assert step_of(learner).lang == ""
    with translation.override("fr"):
        assert step_of(learner).lang == "es"


@pytest.mark.parametrize("modules", [1, 3])
@pytest.mark.parametrize("lessons", [1, 10])
def test_the_panel_costs_the_same_on_any_path(
    school: School, learner: Participation, modules: int, lessons: int
) -> None:
    make_lessons(school.module_page, lessons)
    for number in range(2, modules + 1):
        add_module(school, number)
    for queries in (3, 1):  # on the first visit two more, for what is then remembered
        visit = visit_of(learner)
        assert visit.progress
        with exactly(queries):
            build_path(visit)


def test_my_path_shows_the_next_step(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "La etiqueta")
    response = as_learner.get("/es/path/")
    assert lesson_address(page.translation_key) in response.text


def test_after_an_assessment_she_is_led_on_or_back(school: School, learner: Participation) -> None:
    quiz = make_assessment(school.institution, "quiz")
    page = make_lesson(school.module_page, "Uno", assessment=quiz)
    assert after_assessment(learner.person, quiz).url == lesson_address(page.translation_key)
    quiz.is_active = False
    quiz.save()
    finish(learner, page)
    assert after_assessment(learner.person, quiz).url == lesson_address(page.translation_key, tail="done/")
    assert after_assessment(learner.person, make_assessment(school.institution, "elsewhere")) is None
