"""Learners read lessons and hand quizzes in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

from assessments.quizzes.models import Quiz
from assessments.quizzes.paper import Paper
from assessments.quizzes.remembered import KnownQuiz, known_quiz
from assessments.quizzes.services import submit_attempt
from curriculum.people.models import Participation
from curriculum.people.teaching import modules_of_versions
from curriculum.standards.models import ProgrammeVersion
from modules.models import Lesson, LessonActivity
from modules.services import complete_lesson

from .acts import Act
from .answers import all_right, with_slips
from .days import Days, spread
from .learners import Learner

READING = timedelta(minutes=8)
SECOND_TRY = timedelta(minutes=11)
ONE_AFTER_ANOTHER = 25  # minutes between two lessons of the same day
HOURS = ((13, 20), (21, 10), (6, 50), (22, 5))  # between shifts, after the children's dinner


@dataclass(frozen=True, slots=True)
class Course:
    """The lessons of a version, module by module, and the quizzes that stand in them."""

    modules: Sequence[Sequence[Lesson]]
    complementary: Sequence[Lesson]
    quizzes: dict[Lesson, tuple[KnownQuiz, ...]] = field(hash=False)

    def first(self, modules: int, lessons: int) -> list[Lesson]:
        """The lessons of so many whole modules, and some of the one after."""
        whole = [lesson for module in self.modules[:modules] for lesson in module]
        begun = self.modules[modules][:lessons] if lessons else []
        return [*whole, *begun]

    def from_lesson(self, modules: int, lessons: int) -> list[Lesson]:
        """What comes after so many whole modules and some lessons of the next."""
        return [lesson for module in self.modules[modules:] for lesson in module][lessons:]


def course_of(version: ProgrammeVersion) -> Course:
    """Read once for everybody."""
    modules: list[list[Lesson]] = []
    complementary: list[Lesson] = []
    for placed in modules_of_versions([version.pk]):
        lessons = list(Lesson.objects.current().filter(module=placed.module_id).select_related("module"))
        if placed.complementary:
            complementary += lessons
        else:
            modules.append(lessons)
    everything = [*complementary, *(lesson for module in modules for lesson in module)]
    return Course(modules, complementary, _quizzes_of(everything))


def _quizzes_of(lessons: Sequence[Lesson]) -> dict[Lesson, tuple[KnownQuiz, ...]]:
    activities = list(LessonActivity.objects.filter(lesson__in=lessons, required=True).order_by("order"))
    quizzes = Quiz.objects.in_bulk([activity.assessment_id for activity in activities])
    known = {key: known_quiz(quiz.uuid, quiz.revision) for key, quiz in quizzes.items()}
    return {
        lesson: tuple(known[each.assessment_id] for each in activities if each.lesson_id == lesson.pk)
        for lesson in lessons
    }


@dataclass(frozen=True, slots=True)
class Study:
    """One learner's way through the lessons."""

    learner: Learner
    participation: Participation
    course: Course
    days: Days

    def acts(self) -> Iterator[Act]:
        """Her lessons, evenly from her first day to her last; a quiz not passed at once is tried again."""
        lessons = self.course.first(self.learner.modules, self.learner.lessons)
        if self.learner.first_aid:
            lessons += self.course.complementary
        begun = max(self.learner.started - 1, self.learner.seen)
        hour, minute = HOURS[self.learner.born % len(HOURS)]
        that_day, before = 0, None
        for number, day in enumerate(spread(len(lessons), begun, self.learner.seen), start=1):
            that_day = that_day + 1 if day == before else 0
            before = day
            at = self.days.at(day, hour, minute) + that_day * timedelta(minutes=ONE_AFTER_ANOTHER)
            yield from self._lesson(lessons[number - 1], number, at)
        yield from self._in_vain(self.days.at(self.learner.seen, hour, minute) + timedelta(hours=1))

    def _in_vain(self, at: datetime) -> Iterator[Act]:
        """The quiz she has come to, handed in again and again without passing it."""
        following = self.course.from_lesson(self.learner.modules, self.learner.lessons)
        known = next((quiz for lesson in following for quiz in self.course.quizzes[lesson]), None)
        if known is None:
            return
        for attempt in range(1, self.learner.tries_in_vain + 1):
            yield Act(at + attempt * SECOND_TRY, self._answering(known, attempt, passes=False))

    def _lesson(self, lesson: Lesson, number: int, at: datetime) -> Iterator[Act]:
        quizzes = self.course.quizzes[lesson]
        if not quizzes:
            yield Act(at, lambda moment: self._finish(lesson, moment))
        for known in quizzes:
            tries = 2 if number in self.learner.stumbles else 1
            for attempt in range(1, tries + 1):
                moment = at + (attempt - 1) * SECOND_TRY
                yield Act(moment, self._answering(known, attempt, passes=attempt == tries))

    def _answering(self, known: KnownQuiz, attempt: int, *, passes: bool) -> "Answering":
        return Answering(self.participation, known, attempt, passes)

    def _finish(self, lesson: Lesson, moment: datetime) -> None:
        complete_lesson(
            lesson=lesson,
            participation=self.participation,
            recorded_by=self.participation.person.user,
            at=moment,
        )


@dataclass(frozen=True, slots=True)
class Answering:
    """Handing one quiz in, as the page does."""

    participation: Participation
    known: KnownQuiz
    number: int
    passes: bool

    def __call__(self, moment: datetime) -> None:
        person = self.participation.person
        questions = self.known.questions
        submit_attempt(
            participation=self.participation,
            known=self.known,
            paper=Paper(self.known, person.uuid, self.number),
            answers=all_right(questions) if self.passes else with_slips(questions),
            client_ref=uuid5(NAMESPACE_URL, f"{person.uuid}/{self.known.quiz.key}/{self.number}"),
            started_at=moment - READING,
            submitted_by=person.user,
            at=moment,
        )
