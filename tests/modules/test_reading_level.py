"""The command that measures the lessons of a pack."""

from io import StringIO
from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from curriculum.packs.services import LIBRARY
from modules.pack.reading import lesson_text, quiz_text

from .pack_files import lesson_text as written_lesson
from .pack_files import make_pack, write

ES = "lessons/levelling/01-one/es.yaml"


def measure(pack: Path | str, **options: str) -> str:
    out = StringIO()
    call_command("reading_level", str(pack), stdout=out, **{"language": "en", **options})
    return out.getvalue()


def test_every_lesson_of_the_library_can_be_read_after_six_years_of_school() -> None:
    table = measure("uy-dependency-care")
    assert "levelling/01-medicine-label " in table
    assert "levelling/01-medicine-label (quiz)" in table


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "seis años de escuela"), ("pt", "seis anos de escola"), ("fr", "six ans d’école")],
)
def test_it_answers_in_the_language_asked_for(language: str, said: str) -> None:
    assert said in measure("uy-dependency-care", language=language)


@pytest.mark.parametrize("language", ["pt", "en"])
def test_no_sentence_of_the_other_languages_is_too_long(language: str) -> None:
    assert "no index in this language" in measure("uy-dependency-care", lessons=language)


def test_a_lesson_above_sixth_grade_ends_with_one_and_shows_the_sentence(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "small", "one")
    text = yaml.safe_load((pack / ES).read_text())
    text["summary"] = "palabra " * 30
    write(pack / ES, text)
    out = StringIO()
    with pytest.raises(CommandError, match="Shorten") as refused:
        call_command("reading_level", str(pack), stdout=out, language="en")
    assert refused.value.returncode == 1
    assert "01-one" in out.getvalue()
    assert "palabra palabra" in out.getvalue()


def test_an_unknown_pack_is_refused_in_words() -> None:
    with pytest.raises(CommandError, match="no such folder"):
        measure("nowhere")


def test_everything_a_learner_reads_is_measured_and_nothing_else() -> None:
    read = lesson_text(written_lesson("one", "es")).splitlines()
    assert {"Llegada es", "Lavarse es", "Cuánto es", "Sí es", "No es", "Llame 911 es", "3 es"} <= set(read)
    assert not {"arrival", "label.svg", "danger", "Etiqueta es", "heading"} & set(read)
    assert "Mirar es" in read  # an item of a list has a line of its own


def test_the_feedback_of_a_quiz_is_read_too() -> None:
    path = LIBRARY / "uy-dependency-care/lessons/first-aid/02-cpr-adult/quiz.yaml"
    read = quiz_text(yaml.safe_load(path.read_text()), "es").splitlines()
    assert "Sí. Las compresiones solas también salvan vidas." in read
    assert "Comprime sin parar" in read
    assert not any("Compressions" in line or "hands-belly" in line for line in read)
