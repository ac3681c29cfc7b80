"""The verbs of simulated cases: what they do, and what they say when a case asks for what cannot be."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessments.placements.models import Shift

pytestmark = pytest.mark.django_db
HEAD = """
title: A case
pack: uy-dependency-care
people:
  ana: {enrolled: 2026-03-02}
  sonia: {role: supervisor}
  marta: {role: administrator}
steps:
  - {on: 2026-03-20, do: place_supervisor, host: h, setting: residence, person: sonia}
  - {do: log_shift, shift: a, person: ana, host: h, start: "2026-03-19 08:00", end: "2026-03-19 12:00", pause: 30}
"""


def play(folder: Path, steps: str) -> str:
    path = folder / "case.yaml"
    path.write_text(HEAD + steps, encoding="utf-8")
    said = StringIO()
    call_command("simulate", str(path), stdout=said)
    return said.getvalue()


def test_hours_are_followed_through_their_states(tmp_path: Path) -> None:
    play(
        tmp_path,
        """
  - {do: log_shift, shift: b, person: ana, host: h, start: "2026-03-15 22:00", end: "2026-03-16 06:00"}
  - {do: log_shift, shift: c, person: ana, host: h, start: "2026-03-17 08:00", end: "2026-03-17 09:00"}
  - {expect: practice_hours, person: ana, is: {approved: "0", waiting: "12.5"}}
  - {do: approve_shift, shift: a, supervisor: sonia}
  - {do: return_shift, shift: b, supervisor: sonia, reason: Another night}
  - {do: withdraw_shift, shift: c}
  - {expect: practice_hours, person: ana, is: {approved: "3.5", waiting: "0", returned: "8", withdrawn: "1"}}
  - {expect: practice_hours, person: ana, setting: residence, is: {approved: "3.5", waiting: "0"}}
  - {expect: practice_hours, person: ana, setting: home, is: {approved: "0"}}
  - {expect: shift_state, shift: b, is: returned}
""",
    )
    assert not Shift.objects.exists()


@pytest.mark.parametrize(
    ("step", "advice"),
    [
        ("{do: approve_shift, shift: a, supervisor: marta}", "“marta” may not decide"),
        ("{do: approve_shift, shift: a, supervisor: ana}", "“ana” may not decide"),
        ("{do: return_shift, shift: a, supervisor: ana, reason: No}", "“ana” may not decide"),
        ("{do: approve_shift, shift: z, supervisor: sonia}", "There is no shift “z”"),
        ("{do: return_shift, shift: a, supervisor: sonia, reason: a@b.org}", "an e-mail address"),
        ("{do: place_supervisor, host: h, setting: castle, person: sonia}", "There is no setting “castle”"),
        (
            '{do: log_shift, shift: b, person: ana, host: x, start: "2026-03-19 08:00", end: "2026-03-19 09:00"}',
            "There is no host “x”",
        ),
        (
            '{do: log_shift, shift: b, person: ana, host: h, start: "2026-03-19 08:00", end: "2026-03-20 14:00"}',
            "A shift can last 12 h at most",
        ),
    ],
)
def test_what_cannot_be_is_said(tmp_path: Path, step: str, advice: str) -> None:
    with pytest.raises(CommandError) as refused:
        play(tmp_path, f"  - {step}\n")
    assert refused.value.returncode == 2
    assert advice in str(refused.value)
