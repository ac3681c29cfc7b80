"""Where the quizzes of a pack lie, and a question between its file and its content."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from assessments.quizzes.bank import plain
from assessments.quizzes.content import OptionContent, QuestionContent, QuestionType
from curriculum.api import Located, PackError, PackFolder

from .shapes import ROWS

LANGUAGES = ("es", "pt", "en")
OWN = "quizzes"  # quizzes that stand in no lesson: quizzes/<module>/<key>/quiz.yaml


@dataclass(frozen=True, slots=True)
class QuizFile:
    """A quiz.yaml of a pack, not yet read."""

    pack: PackFolder
    folder: str

    @property
    def path(self) -> str:
        return f"{self.folder}/quiz.yaml"

    @property
    def module_key(self) -> str:
        return self.folder.split("/")[1]

    @property
    def document(self) -> Located:
        return self.pack.document(self.path)

    def picture_path(self, name: str) -> str:
        return f"{self.folder}/pictures/{name}"


def quiz_files(pack: PackFolder) -> Iterator[QuizFile]:
    """Every quiz: those of lessons, then those of their own."""
    for top in ("lessons", OWN):
        for module in pack.folders(top):
            for folder in pack.folders(module):
                if pack.has(f"{folder}/quiz.yaml"):
                    yield QuizFile(pack, folder)


def content_languages(pack: PackFolder) -> list[str]:
    """The languages in which every question of the pack must stand."""
    try:
        stated = pack.document("pack.yaml").data.get("content_languages")
    except (PackError, AttributeError):
        stated = None
    return list(stated) if isinstance(stated, list) and stated else list(LANGUAGES)


def content_from(data: dict[str, Any], picture: Callable[[str], str]) -> QuestionContent:
    """A question of a file, of the right shape; `picture` says what to keep of a picture's file name."""
    kind = QuestionType(data["type"])
    return {
        "key": data["key"],
        "type": data["type"],
        "points": data.get("points", 1),
        "text": data["text"],
        "options": [_option_from(row, picture) for row in data.get(ROWS.get(kind, "options"), [])],
        "is_true": data.get("correct"),
        "answer": _canonical(data.get("answer", "")),
        "tolerance": _canonical(data.get("tolerance", "0")),
        "unit": data.get("unit", {}),
        "accepted": data.get("accepted", {}),
        "feedback_correct": data["feedback"]["correct"],
        "feedback_wrong": data["feedback"]["wrong"],
    }


def _option_from(row: dict[str, Any], picture: Callable[[str], str]) -> OptionContent:
    return {
        "key": row["key"],
        "text": row["left"] if "left" in row else row["text"],
        "match": row.get("right", {}),
        "correct": row.get("correct", False),
        "feedback": row.get("feedback", {}),
        "picture": picture(row["file"]) if "file" in row else "",
    }


def _canonical(text: str) -> str:
    try:
        return plain(Decimal(text))
    except InvalidOperation:
        return text  # validation says what is wrong with it


def data_from(question: QuestionContent) -> dict[str, Any]:
    """A question as its file says it; what stands at its default is left out. Pictures are file names."""
    kind = QuestionType(question["type"])
    data: dict[str, Any] = {"key": question["key"], "type": question["type"], "text": question["text"]}
    if question["points"] != 1:
        data["points"] = question["points"]
    if question["options"]:
        data[ROWS.get(kind, "options")] = [_row_from(kind, option) for option in question["options"]]
    if kind is QuestionType.TRUE_FALSE:
        data["correct"] = question["is_true"]
    if kind is QuestionType.NUMBER:
        data |= {"answer": question["answer"], "tolerance": question["tolerance"]}
        if question["unit"]:
            data["unit"] = question["unit"]
    if kind is QuestionType.SHORT_TEXT:
        data["accepted"] = question["accepted"]
    feedback = {"correct": question["feedback_correct"], "wrong": question["feedback_wrong"]}
    return {**data, "feedback": feedback}


def _row_from(kind: QuestionType, option: OptionContent) -> dict[str, Any]:
    if kind is QuestionType.ORDER:
        return {"key": option["key"], "text": option["text"]}
    if kind is QuestionType.MATCH:
        return {"key": option["key"], "left": option["text"], "right": option["match"]}
    row: dict[str, Any] = {"key": option["key"], "correct": option["correct"]}
    if option["picture"]:
        row["file"] = option["picture"]
    row["text"] = option["text"]
    if option["feedback"]:
        row["feedback"] = option["feedback"]
    return row
