"""Many learners, made quickly: each has studied the course up to some lesson, with the evidence that goes with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import TypeVar

from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Model
from django.utils import timezone
from django.utils.crypto import get_random_string

from assessments.models import Attempt
from curriculum.credentials.services import settle_awards
from curriculum.enums import FactKind, Outcome, Role, Setting
from curriculum.models import Evidence, Membership, Participation, Person
from modules.models import LessonProgress

from .school import School

POOL = 480
"""How many stand at each point that a measured answer needs: nothing studied, all but a module's last lesson."""
CHUNK = 1000
SHIFT_MINUTES = 180
STARTED = timezone.now() - timedelta(days=120)

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A learner and the key of her session."""

    person: Person
    session: str


@dataclass(frozen=True, slots=True)
class Cohort:
    """Those who do the measured acts: beginners answer, finishers earn, the others read."""

    beginners: list[SignedIn]
    finishers: list[SignedIn]
    readers: list[SignedIn]


def enrol_learners(school: School, count: int, *, already: int) -> Cohort:
    """Add so many learners, numbered on from `already`, and settle what they have earned."""
    people = _people(school, range(already, already + count))
    studied = _lessons_studied(school, count)
    for chunk in _chunked(list(zip(people, studied, strict=True))):
        write(_progress(school, chunk))
        write(_attempts(school, chunk))
        write(_evidence(school, chunk))
        settle_awards(person_ids=[person.pk for person, _ in chunk], institution=school.institution)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    signed_in = sign_in(people[: 3 * POOL])
    return Cohort(signed_in[:POOL], signed_in[POOL : 2 * POOL], signed_in[2 * POOL :])


def _lessons_studied(school: School, count: int) -> list[int]:
    """How many lessons each has behind her: the two pools first, then everybody somewhere in the course."""
    spread = (number % (len(school.lessons) + 1) for number in range(count - 2 * POOL))
    return [*[0] * POOL, *[len(school.module_lessons) - 1] * POOL, *spread]


def _people(school: School, numbers: range) -> list[Person]:
    users = write(User(username=f"learner-{number}", password="!") for number in numbers)
    people = write(Person(user=user, name=f"Aprendiz {user.username}", language="es") for user in users)
    write(
        Membership(person=person, institution=school.institution, role=Role.LEARNER, since=STARTED.date())
        for person in people
    )
    write(
        Participation(
            institution=school.institution,
            person=person,
            programme_version=school.version,
            started_on=STARTED.date(),
        )
        for person in people
    )
    return people


def _progress(school: School, chunk: Sequence[tuple[Person, int]]) -> Iterator[LessonProgress]:
    for person, studied in chunk:
        for lesson in school.lessons[:studied]:
            yield LessonProgress(
                person=person, institution=school.institution, lesson=lesson, completed_at=STARTED
            )


def _attempts(school: School, chunk: Sequence[tuple[Person, int]]) -> Iterator[Attempt]:
    for person, studied in chunk:
        for quiz in school.quizzes[:studied]:
            yield Attempt(
                assessment_id=quiz.pk,
                institution=school.institution,
                person=person,
                number=1,
                started_at=STARTED,
                submitted_at=STARTED,
                outcome=Outcome.COMPETENT.value,
                score=5,
                max_score=5,
                source_ref=f"bench:{quiz.pk}:{person.pk}",
            )


def _evidence(school: School, chunk: Sequence[tuple[Person, int]]) -> Iterator[Evidence]:
    """A module when all its lessons are done, and a shift of practice for every fifth lesson."""
    for person, studied in chunk:
        done = {lesson.key for lesson in school.lessons[:studied]}
        for placed in school.placed_modules:
            lessons = {lesson.key for lesson in school.lessons if lesson.module_id == placed.module_id}
            if lessons <= done:
                yield _entry(
                    school,
                    person,
                    FactKind.MODULE_COMPLETED,
                    subject=placed.module.key,
                    minutes=placed.taught_minutes,
                    demonstration=placed.demonstration,
                    source_ref=f"modules:{placed.module.key}:{person.uuid}",
                )
        for shift in range(studied // 5):
            yield _entry(
                school,
                person,
                FactKind.PRACTICE,
                minutes=SHIFT_MINUTES,
                setting=Setting.HOME,
                source_ref=f"bench:shift:{shift}:{person.pk}",
            )


def _entry(school: School, person: Person, kind: FactKind, **values: object) -> Evidence:
    return Evidence(
        institution=school.institution,
        person=person,
        kind=kind.value,
        occurred_at=STARTED,
        recorded_at=STARTED,
        **values,
    )


def sign_in(people: Sequence[Person]) -> list[SignedIn]:
    store = SessionStore()
    sessions = write(
        Session(
            session_key=get_random_string(32),
            session_data=store.encode(
                {
                    "_auth_user_id": str(person.user.pk),
                    "_auth_user_backend": "allauth.account.auth_backends.AuthenticationBackend",
                    "_auth_user_hash": person.user.get_session_auth_hash(),
                }
            ),
            expire_date=timezone.now() + timedelta(days=1),
        )
        for person in people
    )
    return [SignedIn(person, session.session_key) for person, session in zip(people, sessions, strict=True)]


def write(rows: Iterator[Row]) -> list[Row]:
    made = list(rows)
    if made:
        type(made[0])._default_manager.bulk_create(made, batch_size=CHUNK)
    return made


def _chunked(rows: list[tuple[Person, int]]) -> Iterator[list[tuple[Person, int]]]:
    waiting = iter(rows)
    while chunk := list(islice(waiting, CHUNK)):
        yield chunk
