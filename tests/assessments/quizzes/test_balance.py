"""Whether a bank gives its answers away, and whether its feedback says why."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from assessments.quizzes.balance import ENOUGH_TO_JUDGE, balance_of, breaches_of
from assessments.quizzes.content import QuestionContent, QuestionType
from curriculum.packs.services import LIBRARY


@pytest.fixture(autouse=True)
def said_in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


REASON = "Porque así se cuida mejor."
OTHER_REASON = "Mire otra vez las dos manos."


def choices(right: int, *texts: str, key: str = "q", kind: str = "single", **changes: Any) -> QuestionContent:
    """A question with these choices; number `right`, counted from 1, is the right one."""
    options = [
        {
            "key": "abcdefgh"[number],
            "text": {"es": text},
            "match": {},
            "correct": number + 1 == right,
            "feedback": {} if number + 1 == right else {"es": REASON},
            "picture": "",
        }
        for number, text in enumerate(texts)
    ]
    question = {
        "key": key,
        "type": kind,
        "points": 1,
        "text": {"es": "¿Qué hace?"},
        "options": options,
        "is_true": None,
        "answer": "",
        "tolerance": "0",
        "unit": {},
        "accepted": {},
        "feedback_correct": {"es": REASON},
        "feedback_wrong": {"es": OTHER_REASON},
    }
    return question | changes  # type: ignore[return-value]


def messages(*questions: QuestionContent) -> str:
    return "\n".join(breach.message for breach in breaches_of(questions, ["es"]))


def test_places_and_lengths_are_counted() -> None:
    bank = [choices(1, "larga", "no"), choices(2, "sí", "no"), choices(3, "a", "bb", "cc")]
    balance = balance_of(bank, ["es"])
    assert balance.places == {2: {1: 1, 2: 1}, 3: {3: 1}}
    assert balance.longest_is_right == {"es": 1}  # as long as another is not the longest
    assert (balance.questions, balance.one_right) == (3, 3)


def test_a_right_answer_that_is_always_the_longest_is_a_breach() -> None:
    said = messages(*[choices(1 + number % 2, "igual", "otros") for number in range(ENOUGH_TO_JUDGE)])
    assert "is the longest" not in said
    told = [choices(1, "la respuesta larga", "corta") for _ in range(ENOUGH_TO_JUDGE)]
    assert f"is the longest in {ENOUGH_TO_JUDGE} of {ENOUGH_TO_JUDGE} questions (es)" in messages(*told)


def test_a_right_answer_always_in_the_same_place_is_a_breach() -> None:
    bank = [choices(2, "uno", "dos", "mil") for _ in range(ENOUGH_TO_JUDGE)]
    assert f"Of 3 answers, number 2 is the right one {ENOUGH_TO_JUDGE} of" in messages(*bank)
    spread = [choices(1 + number % 3, "uno", "dos", "mil") for number in range(9)]
    assert "is the right one" not in messages(*spread)


def test_sentences_that_are_always_true_are_a_breach() -> None:
    bank = [choices(0, kind="true_false", is_true=True) for _ in range(ENOUGH_TO_JUDGE)]
    assert f"{ENOUGH_TO_JUDGE} of {ENOUGH_TO_JUDGE} sentences are true" in messages(*bank)


def test_types_that_are_not_used_and_a_small_bank_are_named() -> None:
    said = messages(choices(1, "uno", "dos"))
    assert "Questions: 1. Write at least 60." in said
    assert "no question of type “order”" in said
    assert "no question of type “single”" not in said


def test_a_wrong_choice_needs_a_reason_and_the_right_one_does_not() -> None:
    question = choices(1, "uno", "dos")
    question["options"][1]["feedback"] = {"es": "No es así."}
    assert "Say why answer “b” is wrong, in a sentence (es)." in messages(question)
    assert "answer “a”" not in messages(question)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"feedback_wrong": {}}, "Say why, in a sentence"),
        ({"feedback_correct": {"es": "¡Muy bien!"}}, "Say why, in a sentence"),
        ({"feedback_wrong": {"es": REASON}}, "The same sentence stands"),
    ],
)
def test_feedback_says_why(changes: dict[str, Any], message: str) -> None:
    assert message in messages(choices(1, "uno", "dos", **changes))


def test_choices_that_say_nearly_the_same_are_a_breach_but_figures_and_pictures_are_not() -> None:
    alike = ("Le avisa hoy mismo a la enfermera", "Le avisa hoy mismo a la enfermera.")
    assert "nearly the same" not in messages(choices(1, *alike))  # letters alike: told by the validation
    close = ("Le avisa hoy mismo a la enfermera", "Le avisa hoy mismo a su enfermera")
    assert "“a” and “b” are nearly the same (es)" in messages(choices(1, *close))
    assert "nearly the same" not in messages(choices(1, "De 100 a 120 por minuto", "De 100 a 150 por minuto"))
    assert "nearly the same" not in messages(choices(1, *close, kind="picture"))


@given(st.lists(st.tuples(st.integers(1, 3), st.lists(st.text(max_size=9), min_size=3, max_size=3))))
def test_every_question_is_counted_once(written: list[tuple[int, list[str]]]) -> None:
    balance = balance_of([choices(right, *texts) for right, texts in written], ["es"])
    assert balance.questions == sum(sum(places.values()) for places in balance.places.values())
    assert 0 <= balance.longest_is_right["es"] <= balance.one_right == len(written)


def report(pack: Path | str) -> str:
    out = StringIO()
    call_command("question_report", str(pack), stdout=out, language="en")
    return out.getvalue()


def test_the_bank_of_the_library_gives_nothing_away() -> None:
    said = report("uy-dependency-care")
    assert all(f"  {kind.value}" in said for kind in QuestionType)
    assert "all feedback says why" in said


def test_it_answers_in_the_language_asked_for() -> None:
    out = StringIO()
    call_command("question_report", "uy-dependency-care", stdout=out, language="es")
    assert "Nada delata las respuestas" in out.getvalue()


def test_what_is_to_be_mended_is_named_and_ends_with_one(tmp_path: Path) -> None:
    source = LIBRARY / "uy-dependency-care"
    quiz = yaml.safe_load((source / "lessons/first-aid/08-burns/quiz.yaml").read_text())
    target = tmp_path / "small/lessons/first-aid/08-burns/quiz.yaml"
    target.parent.mkdir(parents=True)
    quiz["questions"] = [question for question in quiz["questions"] if question["type"] == "single"]
    question = quiz["questions"][0]
    wrong = next(option for option in question["options"] if not option["correct"])
    del wrong["feedback"]
    target.write_text(yaml.safe_dump(quiz, allow_unicode=True), encoding="utf-8")
    out = StringIO()
    with pytest.raises(CommandError, match="To mend") as refused:
        call_command("question_report", str(tmp_path / "small"), stdout=out, language="en")
    assert refused.value.returncode == 1
    assert "no question of type “order”" in out.getvalue()
    assert f"{question['key']}: Say why answer “{wrong['key']}” is wrong" in out.getvalue()


def test_a_pack_that_cannot_be_read_is_refused_with_its_faults(tmp_path: Path) -> None:
    target = tmp_path / "small/lessons/a/b/quiz.yaml"
    target.parent.mkdir(parents=True)
    target.write_text("key: [", encoding="utf-8")
    with pytest.raises(CommandError, match="YAML"):
        report(tmp_path / "small")
