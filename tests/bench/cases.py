"""The requests that are measured, each with how it is made for one learner."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone, translation

from assessments.quizzes.models import Quiz
from assessments.quizzes.paper import Paper
from assessments.quizzes.remembered import known_quiz
from curriculum.site.demo.answers import all_right
from tests.assessments.quizzes.browser_form import controls

from .learners import Cohort, SignedIn
from .practice import Practice, Signers
from .school import School

CSRF = "b" * 32
LESSON = "lesson"


@dataclass(frozen=True, slots=True)
class Request:
    """What goes over the wire, and the status that proves that it was answered."""

    path: str
    cookie: str
    expects: int = 200
    method: str = "GET"
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of request. Those whose learners are spent ask for a new one each time."""

    name: str
    learners: list[SignedIn]
    request: Callable[[SignedIn, int], Request]

    def made(self, number: int) -> Request:
        """The request of that number, counted from 0 over the whole run."""
        return self.request(self.learners[number % len(self.learners)], number)


def cases(school: School, cohort: Cohort, practice: Practice) -> list[Case]:
    """The floor comes first: the others are compared with it."""
    lessons = [address("modules:lesson", lesson.key) for lesson in school.module_lessons]
    module = address("modules:module", school.module_page.translation_key)
    waiting = address("placements:supervise")
    first, last = school.quizzes[0], school.quizzes[len(school.module_lessons) - 1]
    return [
        Case("almost empty page (the floor)", cohort.readers, lambda who, n: page(who, school.floor)),
        Case(LESSON, cohort.readers, lambda who, n: page(who, lessons[n % len(lessons)])),
        Case("module", cohort.readers, lambda who, n: page(who, module)),
        Case("my path", cohort.readers, lambda who, n: page(who, address("my_path"))),
        Case("answer: a quiz of five", cohort.beginners, lambda who, n: answer(who, first)),
        Case("answer that earns an award", cohort.finishers, lambda who, n: answer(who, last)),
        Case("approve a shift", practice.one.people, lambda who, n: approve(who, practice.one)),
        Case("approve fifty shifts", practice.fifty.people, lambda who, n: approve(who, practice.fifty)),
        Case("supervisor: 10 shifts wait", practice.ten.people, lambda who, n: page(who, waiting)),
        Case("supervisor: 1,000 shifts wait", practice.thousand.people, lambda who, n: page(who, waiting)),
    ]


def address(name: str, *args: Any) -> str:
    with translation.override("es"):
        return reverse(name, args=args)


def page(who: SignedIn, path: str) -> Request:
    return Request(path, cookie=f"sessionid={who.session}")


def answer(who: SignedIn, quiz: Quiz) -> Request:
    """All questions answered right, on the paper that this learner would have been shown."""
    paper = Paper(known_quiz(quiz.uuid, quiz.revision), who.person.uuid, number=1)
    answers = all_right(paper.known.questions)
    form = {"paper": paper.seal(timezone.now()), "attempt": str(uuid4())}
    for question in paper.known.questions:
        form |= controls(paper, question, answers[question["key"]])
    return press(who, address("quizzes:quiz", quiz.uuid), form)


def approve(who: SignedIn, signers: Signers) -> Request:
    """All that waits for this supervisor is ticked and approved by one press."""
    ticked = [str(uuid) for uuid in signers.waiting[who.person.pk]]
    return press(who, address("placements:approve"), {"shift": ticked})


def press(who: SignedIn, path: str, form: dict[str, Any]) -> Request:
    """A form that is sent and answered by leading elsewhere."""
    return Request(
        path,
        cookie=f"sessionid={who.session}; csrftoken={CSRF}",
        expects=302,
        method="POST",
        body=urlencode(form, doseq=True),
        headers={"X-CSRFToken": CSRF, "Content-Type": "application/x-www-form-urlencoded"},
    )
