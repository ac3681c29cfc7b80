"""Quizzes back to the files they are read from."""

from pathlib import Path
from typing import Any

import yaml
from django.utils.text import get_valid_filename
from wagtail.images.models import AbstractImage

from assessments.quizzes.bank import content_of, ordered_questions
from assessments.quizzes.models import Question, Quiz
from curriculum.api import texts_of

from .files import OWN, data_from


def file_name(image: AbstractImage) -> str:
    """The name of a picture's file in a pack: its title, with the ending of what it is."""
    ending = Path(image.file.name).suffix
    return get_valid_filename(image.title.removesuffix(ending) + ending)


def write_quiz(quiz: Quiz, target: Path) -> None:
    """Write quiz.yaml and the pictures of one quiz where its pack had it, else in a folder of its own."""
    module = quiz.module.key if quiz.module else "none"
    folder = target / (quiz.source_folder or f"{OWN}/{module}/{quiz.key}")
    folder.mkdir(parents=True, exist_ok=True)
    questions = list(ordered_questions(quiz))
    data: dict[str, Any] = {
        "key": quiz.key,
        "pass_percent": quiz.pass_percent,
        "title": texts_of(quiz, "title"),
        "questions": [data_from(content_of(question, name_picture=file_name)) for question in questions],
    }
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
    (folder / "quiz.yaml").write_text(text, encoding="utf-8")
    for question in questions:
        _write_pictures(question, folder / "pictures")


def _write_pictures(question: Question, folder: Path) -> None:
    for option in question.options.all():
        if option.picture:
            folder.mkdir(parents=True, exist_ok=True)
            with option.picture.open_file() as file:
                (folder / file_name(option.picture)).write_bytes(file.read())
