"""Quizzes as files: faults with line, loading twice, trainers' changes, the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from django.utils import translation

from assessments.quizzes.content import QuestionType
from assessments.quizzes.models import Option, Question, Quiz, QuizQuestion
from assessments.quizzes.pack.section import QuizSection
from assessments.quizzes.remembered import known_quiz
from curriculum.api import LoadContext, PackFolder
from curriculum.models import Institution, ProgrammeVersion
from curriculum.packs.sections import LoadReport
from curriculum.packs.services import LIBRARY


@pytest.fixture(autouse=True)
def said_in_english() -> Iterator[None]:
    """Faults are said in the reader's language; these tests read English."""
    with translation.override("en"):
        yield


FOLDER = "lessons/higiene/01-manos"
SECTION = QuizSection()
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h{number}"/></svg>'
GOOD = """\
key: manos
pass_percent: 80
title: {es: Las manos}
questions:
  - key: uno
    type: single
    text: {es: "¿Cómo?"}
    options:
      - {key: a, correct: false, text: {es: Así}, feedback: {es: Mejor no}}
      - {key: b, correct: true, text: {es: Asá}}
    feedback: {correct: {es: Sí}, wrong: {es: Todavía no}}
  - key: dos
    type: number
    text: {es: "¿Cuánto?"}
    answer: "2.5"
    tolerance: "0"
    unit: {es: ml}
    feedback: {correct: {es: Sí}, wrong: {es: Todavía no}}
  - key: tres
    type: short_text
    text: {es: "¿Con qué?"}
    accepted: {es: [jabón, el jabón]}
    feedback: {correct: {es: Sí}, wrong: {es: Todavía no}}
  - key: cuatro
    type: picture
    text: {es: "¿Cuál?"}
    options:
      - {key: a, correct: false, file: one.svg, text: {es: Una}}
      - {key: b, correct: true, file: two.svg, text: {es: Otra}}
    feedback: {correct: {es: Sí}, wrong: {es: Todavía no}}
  - key: cinco
    type: match
    points: 2
    text: {es: "¿Qué va con qué?"}
    pairs:
      - {key: a, left: {es: Mano}, right: {es: Guante}}
      - {key: b, left: {es: Pie}, right: {es: Media}}
    feedback: {correct: {es: Sí}, wrong: {es: Todavía no}}
  - key: seis
    type: order
    text: {es: "¿En qué orden?"}
    items:
      - {key: a, text: {es: Mojar}}
      - {key: b, text: {es: Secar}}
    feedback: {correct: {es: Sí}, wrong: {es: Todavía no}}
  - key: siete
    type: true_false
    text: {es: El agua moja.}
    correct: false
    feedback: {correct: {es: Sí}, wrong: {es: Todavía no}}
"""


def write_pack(root: Path, text: str = GOOD) -> PackFolder:
    pictures = root / FOLDER / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    (root / "pack.yaml").write_text("content_languages: [es]\n")
    (root / FOLDER / "quiz.yaml").write_text(text)
    for number, name in enumerate(("one.svg", "two.svg")):
        (pictures / name).write_text(DRAWING.format(number=number))
    return PackFolder(root)


def faults(folder: PackFolder) -> list[tuple[int, str]]:
    return sorted((fault.line, fault.text) for fault in SECTION.check(folder))


def load(folder: PackFolder, version: ProgrammeVersion) -> LoadReport:
    report = LoadReport()
    SECTION.load(folder, LoadContext(version.programme.institution, version, report))
    return report


def test_a_good_quiz_has_no_faults(tmp_path: Path) -> None:
    assert faults(write_pack(tmp_path)) == []


def test_the_quizzes_of_the_library_have_no_faults() -> None:
    for root in LIBRARY.iterdir():
        assert [str(fault) for fault in SECTION.check(PackFolder(root))] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("correct: true, text: {es: Asá}", "correct: false, text: {es: Asá}", 8, "exactly one"),
        ("{key: b, correct: true, text: {es: Asá}}", "{key: a, correct: true, text: {es: Asá}}", 10, "twice"),
        ('answer: "2.5"', 'answer: "dos"', 15, "number"),
        ('tolerance: "0"', 'tolerance: "-1"', 16, "far off"),
        ("accepted: {es: [jabón, el jabón]}", "accepted: {pt: [sabão]}", 22, "accepted answer"),
        ("file: two.svg", "file: three.svg", 29, "three.svg"),
        ("file: two.svg, ", "", 29, "picture"),
        ("right: {es: Media}", "right: {pt: Meia}", 37, "belongs with"),
        ('text: {es: "¿Cómo?"}', 'text: {pt: "Como?"}', 7, "Write the question in es"),
        ("type: order", "type: ordering", 40, "must be one of"),
        ("    correct: false\n", "    correct: false\n    answer: '1'\n", 50, "does not belong"),
        ("    correct: false\n", "", 46, "true or false"),
        ("pass_percent: 80", "pass_percent: 180", 2, "pass_percent"),
        ("key: dos", "key: uno", 12, "already used"),
        ("title: {es: Las manos}", "title: {en: The hands}", 3, "title in es"),
    ],
)
def test_each_fault_says_its_line_and_what_to_do(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    assert GOOD.count(old) >= 1
    found = faults(write_pack(tmp_path, GOOD.replace(old, new, 1)))
    assert [(at, words in text) for at, text in found] == [(line, True)], found


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    text = (
        GOOD.replace('"2.5"', '"dos"')
        .replace("[jabón, el jabón]", "[]")
        .replace("{key: a, left", "{key: b, left")
    )
    assert len(faults(write_pack(tmp_path, text))) == 3


def test_a_drawing_with_a_program_is_refused(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    (tmp_path / FOLDER / "pictures" / "one.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    )
    assert [text for _, text in faults(folder) if "program" in text]


@pytest.mark.parametrize("content", ["", "- a\n- b\n", "key: [", "\x00"])
def test_a_file_that_is_no_quiz_is_a_fault_and_no_crash(tmp_path: Path, content: str) -> None:
    assert faults(write_pack(tmp_path, content))


@pytest.mark.django_db
class TestLoading:
    @pytest.fixture(autouse=True)
    def _media(self, settings: object, tmp_path: Path) -> None:
        settings.MEDIA_ROOT = tmp_path / "media"  # type: ignore[attr-defined]

    def test_a_quiz_is_loaded_with_its_module_pictures_and_texts(
        self, tmp_path: Path, version: ProgrammeVersion
    ) -> None:
        report = load(write_pack(tmp_path), version)
        quiz = Quiz.objects.get()
        assert report.created == ["Las manos"]
        assert (quiz.method, quiz.module.key, quiz.pass_percent) == ("quiz", "higiene", 80)
        known = known_quiz(quiz.uuid, quiz.revision)
        assert [question["type"] for question in known.questions] == [
            "single", "number", "short_text", "picture", "match", "order", "true_false",
        ]  # fmt: skip
        assert known.max_score == 8
        pictures = [option["picture"] for option in known.questions[3]["options"]]
        assert all(name.endswith(".svg") for name in pictures)
        assert len(set(pictures)) == 2

    def test_loading_again_changes_nothing(self, tmp_path: Path, version: ProgrammeVersion) -> None:
        folder = write_pack(tmp_path)
        load(folder, version)
        before = Quiz.objects.values().get(), list(Option.objects.values_list("pk", flat=True))
        report = load(folder, version)
        assert (report.unchanged, report.created, report.updated, report.kept) == (1, [], [], [])
        assert (Quiz.objects.values().get(), list(Option.objects.values_list("pk", flat=True))) == before

    def test_a_new_edition_updates_what_nobody_has_touched(
        self, tmp_path: Path, version: ProgrammeVersion
    ) -> None:
        load(write_pack(tmp_path), version)
        before = Quiz.objects.get()
        known_quiz(before.uuid, before.revision)
        report = load(write_pack(tmp_path, GOOD.replace("¿Cómo?", "¿De qué modo?")), version)
        after = Quiz.objects.get()
        assert report.updated == ["Las manos"]
        assert known_quiz(after.uuid, after.revision).questions[0]["text"] == {"es": "¿De qué modo?"}

    def test_what_a_trainer_changed_is_left_alone_and_said(
        self, tmp_path: Path, version: ProgrammeVersion
    ) -> None:
        load(write_pack(tmp_path), version)
        option = Option.objects.get(text_es="Asá")
        option.text_es = "De esta manera"
        option.save()
        for _ in range(2):
            report = load(write_pack(tmp_path, GOOD.replace("¿Cómo?", "¿De qué modo?")), version)
            assert report.kept == ["Las manos"]
        assert Question.objects.get(key="uno").text_es == "¿Cómo?"
        assert Option.objects.get(pk=option.pk).text_es == "De esta manera"

    def test_an_export_loads_as_the_same(self, tmp_path: Path, version: ProgrammeVersion) -> None:
        load(write_pack(tmp_path / "pack"), version)
        SECTION.export(version, tmp_path / "out")
        (tmp_path / "out" / "pack.yaml").write_text("content_languages: [es]\n")
        exported = tmp_path / "out" / FOLDER / "quiz.yaml"
        assert yaml.safe_load(exported.read_text()) == yaml.safe_load(GOOD)
        out = PackFolder(tmp_path / "out")
        assert faults(out) == []
        assert load(out, version).unchanged == 1

    def test_a_trainers_own_quiz_is_exported_beside_the_lessons(
        self, tmp_path: Path, version: ProgrammeVersion, institution: Institution
    ) -> None:
        load(write_pack(tmp_path / "pack"), version)
        quiz = Quiz.objects.create(
            institution=institution, key="propio", method="quiz", title_es="Propio",
            module=version.modules.get(),
        )  # fmt: skip
        QuizQuestion.objects.create(quiz=quiz, question=Question.objects.get(key="siete"))
        SECTION.export(version, tmp_path / "out")
        data = yaml.safe_load((tmp_path / "out/quizzes/higiene/propio/quiz.yaml").read_text())
        assert [question["type"] for question in data["questions"]] == [QuestionType.TRUE_FALSE]
