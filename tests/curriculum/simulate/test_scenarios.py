from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from curriculum.standards.models import Institution

SCENARIOS = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_expectation_of_a_scenario_holds_and_nothing_stays(path: Path) -> None:
    call_command("simulate", str(path), stdout=StringIO())
    assert not Institution.objects.exists()


def case(folder: Path, text: str) -> str:
    path = folder / "case.yaml"
    path.write_text(f"title: A case\npack: uy-dependency-care\n{text}", encoding="utf-8")
    return str(path)


def test_an_expectation_that_does_not_hold_exits_with_1_and_says_what_was_found(tmp_path: Path) -> None:
    said = StringIO()
    steps = """
people: {bea: {enrolled: 2026-03-02}}
steps:
  - {on: 2026-03-20, do: record_module, person: bea, module: levelling}
  - {expect: hours, person: bea, figure: programme-hours, is: {have: "21"}}
"""
    with pytest.raises(CommandError) as failed:
        call_command("simulate", case(tmp_path, steps), stdout=said)
    assert failed.value.returncode == 1
    assert "expected {'have': '21'}, found {'have': '20'" in said.getvalue()


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("steps: [{do: fly}]", "there is no verb “fly”. Known: "),
        ("steps: [{do: enrol, person: nobody}]", "There is no person “nobody”"),
        ("steps: [{do: enrol, whom: bea}]", "“enrol” does not take these arguments"),
        ("steps: [{on: yesterday, do: enrol, person: bea}]", "Write 2026-03-02"),
        ("steps: [{}]", "needs either “do” or “expect”"),
        ("stpes: []", "“stpes” is not known in the case"),
        ("overrides: {programme.yaml: {status: odd}}\nsteps: []", "must be one of"),
    ],
)
def test_a_case_that_cannot_be_played_says_what_to_change(tmp_path: Path, text: str, advice: str) -> None:
    with pytest.raises(CommandError, match="cannot be played") as refused:
        call_command("simulate", case(tmp_path, text), stdout=StringIO(), language="en")
    assert advice in str(refused.value)
    assert refused.value.returncode == 2


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a: [", b"- 1", b"a: 1\na: 2"])
def test_a_broken_file_is_a_message_and_no_trace(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.yaml"
    path.write_bytes(content)
    with pytest.raises(CommandError) as refused:
        call_command("simulate", str(path))
    assert refused.value.returncode == 2
