"""Every fault of the quizzes of a pack, with file and line."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_noop

from assessments.quizzes.content import QuestionType
from assessments.quizzes.validation import ContentFault, content_faults
from curriculum.api import Located, PackError, PackFault, PackFolder, drawing_fault, shape_faults

from .files import QuizFile, content_from, content_languages, quiz_files
from .shapes import COMMON, PARTS, QUIZ, ROWS


def quiz_faults(pack: PackFolder) -> Iterator[PackFault]:
    """Faults of each quiz, then keys that stand in two places."""
    languages = content_languages(pack)
    keys = _Keys()
    for file in quiz_files(pack):
        try:
            located = file.document
        except PackError as error:
            yield from error.faults
            continue
        misshapen = list(shape_faults(located, QUIZ))
        yield from misshapen
        if not misshapen:
            yield from _sense_faults(file, located, languages)
            yield from keys.faults(located)


class _Keys:
    """Keys of quizzes and of questions, each of which may stand once in a pack."""

    def __init__(self) -> None:
        self._quizzes: dict[str, str] = {}
        self._questions: dict[str, str] = {}

    def faults(self, located: Located) -> Iterator[PackFault]:
        yield from self._taken(self._quizzes, located, located.data["key"], ("key",))
        for number, question in enumerate(located.data["questions"]):
            yield from self._taken(self._questions, located, question["key"], ("questions", number, "key"))

    def _taken(
        self, known: dict[str, str], located: Located, key: str, place: tuple[str | int, ...]
    ) -> Iterator[PackFault]:
        if key in known:
            message = gettext_noop(
                "The key “%(key)s” is already used in %(other)s. Give this one a key of its own."
            )
            values = (("key", key), ("other", known[key]))
            yield PackFault(located.path, located.line_of(*place), message, values)
        known.setdefault(key, located.path)


def _sense_faults(file: QuizFile, located: Located, languages: list[str]) -> Iterator[PackFault]:
    for language in languages:
        if language not in located.data["title"]:
            message = gettext_noop("Write the title in %(language)s.")
            yield PackFault(located.path, located.line_of("title"), message, (("language", language),))
    if not located.data["questions"]:
        message = gettext_noop("A quiz needs questions. Add at least one.")
        yield PackFault(located.path, located.line_of("questions"), message)
    for number, question in enumerate(located.data["questions"]):
        strange = _strange_parts(question)
        for name in strange:
            message = gettext_noop("“%(field)s” does not belong to a question of type %(type)s. Remove it.")
            values = (("field", name), ("type", question["type"]))
            yield PackFault(located.path, located.line_of("questions", number, name), message, values)
        if not strange:
            for fault in content_faults(content_from(question, picture=str), languages):
                yield _placed(fault, located, number, question)
        yield from _row_faults(file, located, number, question)


def _strange_parts(question: dict[str, Any]) -> list[str]:
    return sorted(set(question) - COMMON - PARTS[QuestionType(question["type"])])


def _placed(fault: ContentFault, located: Located, number: int, question: dict[str, Any]) -> PackFault:
    """A fault of the content at the line where the file says it."""
    names = {
        "options": ROWS.get(QuestionType(question["type"]), "options"),
        "is_true": "correct",
        "picture": "file",
        "match": "right",
    }
    place: list[str | int] = [
        names.get(part, part) if isinstance(part, str) else part for part in fault.place
    ]
    if str(place[0]).startswith("feedback_"):
        place[:1] = ["feedback", str(place[0]).removeprefix("feedback_")]
    if question["type"] == QuestionType.MATCH and len(place) > 2 and place[2] == "text":
        place[2] = "left"
    line = located.line_of("questions", number, *place)
    return PackFault(located.path, line, fault.message, tuple(sorted(fault.values.items())))


def _row_faults(
    file: QuizFile, located: Located, number: int, question: dict[str, Any]
) -> Iterator[PackFault]:
    name = ROWS.get(QuestionType(question["type"]), "options")
    seen: set[str] = set()
    for index, row in enumerate(question.get(name, [])):
        place = ("questions", number, name, index)
        if row["key"] in seen:
            message = gettext_noop("The key “%(key)s” stands here twice. Give each answer a key of its own.")
            yield PackFault(located.path, located.line_of(*place), message, (("key", row["key"]),))
        seen.add(row["key"])
        if "file" in row:
            yield from _picture_faults(file, located, located.line_of(*place, "file"), row["file"])


def _picture_faults(file: QuizFile, located: Located, line: int, name: str) -> Iterator[PackFault]:
    path = file.picture_path(name)
    if not file.pack.has(path):
        message = gettext_noop(
            "The picture “%(file)s” is not in the folder “pictures”. Add it or correct the name."
        )
        yield PackFault(located.path, line, message, (("file", name),))
        return
    try:
        fault = drawing_fault(name, file.pack.content(path))
    except PackError as error:
        yield from error.faults
        return
    if fault:
        yield PackFault(path, 0, fault)
