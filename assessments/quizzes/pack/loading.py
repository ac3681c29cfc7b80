"""Quizzes of a pack into the bank. What a trainer has changed since is left alone."""

import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypedDict

from assessments.quizzes.bank import content_of, ordered_questions
from assessments.quizzes.content import QuestionContent, Texts, digest
from assessments.quizzes.method import METHOD
from assessments.quizzes.models import AcceptedAnswer, Option, Question, Quiz, QuizQuestion
from assessments.quizzes.revisions import bump
from curriculum.api import LoadContext, LoadedItem, PictureShelf, columns_of, texts_of

from .files import QuizFile, content_from

if TYPE_CHECKING:
    from curriculum.models import Institution, Module

SECTION = "quizzes"


class QuizState(TypedDict):
    """What a quiz says, from a file or from the bank; pictures by the hash of what they show."""

    title: Texts
    pass_percent: int
    module: str
    questions: list[QuestionContent]


class QuizLoader:
    def __init__(self, context: LoadContext) -> None:
        self.context = context
        self.institution: Institution = context.institution
        self.shelf = PictureShelf(self.institution)
        items = LoadedItem.objects.filter(institution=self.institution, section=SECTION)
        self.loaded: dict[str, str] = dict(items.values_list("key", "digest"))
        modules = context.programme_version.modules.all()
        self.modules: dict[str, Module] = {module.key: module for module in modules}
        quizzes = Quiz.objects.filter(institution=self.institution).select_related("module")
        self.quizzes: dict[str, Quiz] = {quiz.key: quiz for quiz in quizzes}

    def load(self, file: QuizFile) -> None:
        """Bring one quiz into the bank, unless it is there already or belongs to a trainer by now."""
        key = file.document.data["key"]
        wanted, quiz = state_of_file(file), self.quizzes.get(key)
        now = digest(state_of_quiz(quiz)) if quiz else ""
        if now == digest(wanted):
            self.context.report.unchanged += 1
        elif quiz and now != self.loaded.get(key):
            self.context.report.left_alone(quiz.title)
            return
        else:
            self._write(file, key, wanted, quiz)
        self._remember(key, digest(wanted))

    def _remember(self, key: str, said: str) -> None:
        if self.loaded.get(key) != said:
            LoadedItem.objects.update_or_create(
                institution=self.institution, section=SECTION, key=key, defaults={"digest": said}
            )

    def _write(self, file: QuizFile, key: str, wanted: QuizState, quiz: Quiz | None) -> None:
        pictures = self._pictures(file)
        fields: dict[str, Any] = {
            **columns_of("title", wanted["title"]),
            "pass_percent": wanted["pass_percent"],
            "module": self.modules.get(wanted["module"]),
            "source_folder": file.folder,
        }
        report = self.context.report
        if quiz is None:
            quiz = Quiz.objects.create(institution=self.institution, key=key, method=METHOD, **fields)
            report.created.append(quiz.title)
        else:
            for name, value in fields.items():
                setattr(quiz, name, value)
            quiz.save()
            report.updated.append(quiz.title)
        questions = [self._write_question(content, pictures) for content in wanted["questions"]]
        QuizQuestion.objects.filter(quiz=quiz).delete()
        QuizQuestion.objects.bulk_create(
            QuizQuestion(quiz=quiz, question=question, sort_order=order)
            for order, question in enumerate(questions)
        )
        bump(Quiz.objects.filter(places__question__in=[question.pk for question in questions]))

    def _pictures(self, file: QuizFile) -> dict[str, int]:
        """The ids of the quiz's pictures by the hash of what they show."""
        names = {
            row["file"]
            for question in file.document.data["questions"]
            for row in question.get("options", [])
            if "file" in row
        }
        contents = {name: file.pack.content(file.picture_path(name)) for name in names}
        return {_hash(content): self.shelf.id_of(name, content) for name, content in contents.items()}

    def _write_question(self, content: QuestionContent, pictures: dict[str, int]) -> Question:
        fields: dict[str, Any] = {
            "type": content["type"],
            "points": content["points"],
            "is_true": content["is_true"],
            "answer": Decimal(content["answer"]) if content["answer"] else None,
            "tolerance": Decimal(content["tolerance"]),
        }
        for name in ("text", "unit", "feedback_correct", "feedback_wrong"):
            fields |= columns_of(name, content[name])
        question, _ = Question.objects.update_or_create(
            institution=self.institution, key=content["key"], defaults=fields
        )
        Option.objects.filter(question=question).delete()
        Option.objects.bulk_create(
            Option(
                question=question,
                sort_order=order,
                key=option["key"],
                correct=option["correct"],
                picture_id=pictures.get(option["picture"]),
                **columns_of("text", option["text"]),
                **columns_of("match", option["match"]),
                **columns_of("feedback", option["feedback"]),
            )
            for order, option in enumerate(content["options"])
        )
        AcceptedAnswer.objects.filter(question=question).delete()
        AcceptedAnswer.objects.bulk_create(
            AcceptedAnswer(question=question, language=language, text=text, sort_order=order)
            for language, texts in content["accepted"].items()
            for order, text in enumerate(texts)
        )
        return question


def state_of_file(file: QuizFile) -> QuizState:
    data = file.document.data
    return {
        "title": data["title"],
        "pass_percent": data["pass_percent"],
        "module": file.module_key,
        "questions": [
            content_from(question, lambda name: _hash(file.pack.content(file.picture_path(name))))
            for question in data["questions"]
        ],
    }


def state_of_quiz(quiz: Quiz) -> QuizState:
    return {
        "title": texts_of(quiz, "title"),
        "pass_percent": quiz.pass_percent,
        "module": quiz.module.key if quiz.module else "",
        "questions": [
            content_of(question, name_picture=lambda image: image.get_file_hash())
            for question in ordered_questions(quiz)
        ],
    }


def _hash(content: bytes) -> str:
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()  # as Wagtail does
