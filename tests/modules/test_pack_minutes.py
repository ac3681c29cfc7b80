"""A module cannot count more online minutes than its lessons take."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils import translation

from curriculum.packs.folder import PackFolder
from curriculum.packs.services import LIBRARY, faults_of
from modules.pack.minutes import minutes_faults

from .pack_files import make_pack, write


def faults(pack: Path) -> list[str]:
    return [str(fault) for fault in minutes_faults(PackFolder(pack))]


def say_hours(pack: Path, hours: Any) -> int:
    """Change the hours of the first module; returns the line on which they stand."""
    path = pack / "programme.yaml"
    programme = yaml.safe_load(path.read_text())
    programme["modules"][0]["hours"] = hours
    write(path, programme)
    return path.read_text().splitlines().index("  hours:") + 1


@pytest.mark.parametrize("online", ["0:00", "0:13", "0:14"])
def test_the_lessons_may_take_longer_than_what_is_counted(tmp_path: Path, online: str) -> None:
    pack = make_pack(tmp_path / "small", "one", "two")  # of seven minutes each
    say_hours(pack, {"online": online})
    assert faults(pack) == []


def test_a_minute_too_many_is_named_with_its_line(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "small", "one", "two")
    line = say_hours(pack, {"online": "0:15"})
    expected = (
        f"programme.yaml:{line}: The module “levelling” counts 15 minutes online, but its lessons take 14. "
        "Correct “online”, or the minutes of the lessons."
    )
    with translation.override("en"):
        assert faults(pack) == [expected]
        assert expected in [str(fault) for fault in faults_of(PackFolder(pack))]


def test_a_module_without_lessons_says_nothing_yet(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "small")
    say_hours(pack, {"online": "1:00"})
    assert faults(pack) == []


def test_hours_that_cannot_be_read_are_told_of_elsewhere_and_once(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "small", "one")
    say_hours(pack, {"online": "an hour"})
    assert faults(pack) == []
    assert len(faults_of(PackFolder(pack))) == 1


def test_the_library_counts_what_its_lessons_take() -> None:
    assert list(minutes_faults(PackFolder(LIBRARY / "uy-dependency-care"))) == []
