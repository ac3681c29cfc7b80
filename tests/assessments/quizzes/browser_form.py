"""Filling in the form as a browser would: only with what the page contains."""

import re
from html import unescape
from typing import Any

from assessments.quizzes.content import Answer, QuestionContent, QuestionType
from assessments.quizzes.models import Quiz
from assessments.quizzes.paper import Paper
from assessments.quizzes.remembered import known_quiz
from curriculum.models import Person


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found, f"the page has no hidden field {name}"
    return unescape(found[1])


def paper_of(quiz: Quiz, person: Person, number: int = 1) -> Paper:
    quiz.refresh_from_db()
    return Paper(known_quiz(quiz.uuid, quiz.revision), person.uuid, number)


def filled(html: str, paper: Paper, answers: dict[str, Answer]) -> dict[str, Any]:
    """What a browser sends: the hidden fields of the page and these answers, by key of question."""
    data: dict[str, Any] = {"paper": hidden(html, "paper"), "attempt": hidden(html, "attempt")}
    for question in paper.known.questions:
        if question["key"] in answers:
            data.update(controls(paper, question, answers[question["key"]]))
    return data


def controls(paper: Paper, question: QuestionContent, answer: Any) -> dict[str, Any]:
    """What the controls of one question send for this answer."""
    name = paper.name_of(question)
    token_of = {option["key"]: token for token, option in paper.choices_of(question).items()}
    match QuestionType(question["type"]):
        case QuestionType.SINGLE | QuestionType.PICTURE:
            return {name: token_of[answer]}
        case QuestionType.MULTIPLE:
            return {name: [token_of[key] for key in answer]}
        case QuestionType.ORDER:
            return {f"{name}-{token_of[key]}": str(place) for place, key in enumerate(answer, start=1)}
        case QuestionType.MATCH:
            partner = {option["key"]: token for token, option in paper.matches_of(question).items()}
            return {f"{name}-{token_of[key]}": partner[other] for key, other in answer.items()}
        case _:
            return {name: answer}
