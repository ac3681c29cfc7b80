"""Quizzes in simulated cases."""

from pathlib import Path
from typing import Any

import pytest

from curriculum.simulate.playing import Outcome, play
from curriculum.simulate.world import CaseError

pytestmark = pytest.mark.django_db
QUIZ = "levelling-medicine-label"


def played(*steps: dict[str, Any]) -> Outcome:
    case = {
        "title": "A quiz",
        "pack": "uy-dependency-care",
        "sections": ["quizzes"],
        "people": {"ana": {"enrolled": "2026-03-02"}},
        "steps": [{"on": "2026-03-09", **steps[0]}, *steps[1:]],
    }
    return play(case, beside=Path("."), say=lambda text: None)


@pytest.fixture(autouse=True)
def _media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def test_a_case_hands_quizzes_in_and_looks_at_the_result() -> None:
    result = {"expect": "quiz_result", "person": "ana", "quiz": QUIZ}
    outcome = played(
        {**result, "is": {"outcome": "not_yet_assessed", "attempts": 0}},
        {"do": "submit_quiz", "person": "ana", "quiz": QUIZ, "answers": {"medicine-label-expiry": "true"}},
        {**result, "is": {"outcome": "pending_fulfilment", "score": 1, "of": 5, "attempts": 1}},
        {"do": "submit_quiz", "person": "ana", "quiz": QUIZ, "all_correct": True},
        {**result, "is": {"outcome": "competent", "score": 5, "attempts": 2}},
    )
    assert outcome == Outcome(held=3, differences=())


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ({"quiz": "no-such-quiz", "all_correct": True}, "no quiz"),
        ({"quiz": QUIZ, "answers": {"no-such-question": "a"}}, "no question"),
    ],
)
def test_a_case_that_cannot_be_played_says_why(step: dict[str, Any], words: str) -> None:
    with pytest.raises(CaseError, match=words):
        played({"do": "submit_quiz", "person": "ana", **step})
