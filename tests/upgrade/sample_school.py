"""The invented school of a released data set: a few people, attempts, shifts, awards and a revocation."""

from datetime import UTC, datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import storages

from assessments.placements.services import approve_shifts
from assessments.quizzes.services import submit_attempt
from curriculum.credentials.services import revoke_award
from curriculum.models import Award, Module
from curriculum.people.services import enrol
from modules.services import complete_lesson
from tests.assessments.conftest import (
    NOON,
    STARTED,
    make_award_rule,
    make_institution,
    make_person,
    make_version,
)
from tests.assessments.placements.conftest import (
    make_activities,
    make_host,
    make_practice_rule,
    make_shift,
    make_supervisor,
)
from tests.assessments.quizzes.browser_form import paper_of
from tests.assessments.quizzes.questions import FIVE, answers_of, make_quiz
from tests.modules.school import lesson_of, make_learner, make_lesson, make_school, reward_module

UNIT = "higiene"
NAMES = ("Ana Píriz", "Bea Soto", "Carla Núñez")


def fill() -> None:
    _quizzes_and_practice()
    _lessons()
    storages["default"].save("documents/guia.txt", ContentFile("Guía de la escuela".encode()))
    storages["private"].save("jobs/2026/03/legajo.txt", ContentFile(b"legajo"))


def _quizzes_and_practice() -> None:
    """Three learners pass a quiz; two of them also do the practice that a qualification asks for."""
    institution = make_institution("escuela")
    module = Module.objects.create(institution=institution, key="higiene", title="Higiene")
    version = make_version(institution, module)
    make_award_rule(version)
    make_practice_rule(version)
    make_activities(version)
    quiz = make_quiz(institution, FIVE, module=module, unit_key="hygiene")
    host = make_host(institution)
    supervisor = make_supervisor(host, "Rosa Méndez")
    for number, name in enumerate(NAMES):
        participation = enrol(
            person=make_person(name), programme_version=version, enrolled_by=None, on=STARTED
        )
        paper = paper_of(quiz, participation.person)
        submit_attempt(
            participation=participation,
            known=paper.known,
            paper=paper,
            answers=answers_of(quiz),
            client_ref=UUID(int=number + 1),
            started_at=NOON,
            submitted_by=participation.person.user,
        )
        if number:
            for day in (9, 10, 11):
                shift = make_shift(participation, host, starts_at=datetime(2026, 3, day, 11, tzinfo=UTC))
                approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user)


def _lessons() -> None:
    """In a second institution two learners finish a lesson; one award is taken back again."""
    school = make_school("otra")
    reward_module(school, school.module_page.module)
    lesson = lesson_of(make_lesson(school.module_page, "Manos limpias"))
    for name in ("dora", "elsa"):
        complete_lesson(lesson=lesson, participation=make_learner(name, school), recorded_by=None)
    award = Award.objects.filter(institution=school.institution).order_by("pk").first()
    assert award is not None
    revoke_award(award=award, reason="Se otorgó por error.", revoked_by=make_person("Marta Ibarra").user)
