"""The qualification as a picture says what the rules found, and nothing else."""

import pytest
from django.utils import translation

from curriculum.homes.picture import Arches, arches_of
from curriculum.rules import Finding, State, Unit


def asked(node: str, met: bool) -> Finding:
    return Finding(node, State.MET if met else State.UNMET)


def hours(have: int | None, need: int | None) -> Finding:
    met = have is not None and need is not None and have >= need
    state = State.MET if met else State.UNDETERMINED if need is None else State.UNMET
    return Finding("practice_hours", state, "practice", have, need, Unit.MINUTES)


def whole(*children: Finding) -> Finding:
    met = all(child.is_met for child in children)
    return Finding("all_of", State.MET if met else State.UNMET, children=children)


def picture(*children: Finding) -> Arches:
    with translation.override("en"):
        return arches_of(whole(*children))


def test_each_thing_to_learn_is_a_stone_and_the_first_that_lacks_is_here() -> None:
    shown = picture(
        asked("module_completed", met=True),
        asked("module_completed", met=False),
        asked("unit_competent_by", met=False),
        hours(690, 720),
    )
    assert shown.stones == ("done", "current", "next")
    assert shown.text == "1 of 2 modules · 0 of 1 assessment"
    assert not shown.lit


@pytest.mark.parametrize(
    ("have", "need", "percent"),
    [(0, 720, 0), (690, 720, 95), (719, 720, 99), (720, 720, 100), (900, 720, 100)],
)
def test_practice_is_full_only_when_it_is_done(have: int, need: int, percent: int) -> None:
    assert picture(hours(have, need)).practice == percent


def test_an_unknown_figure_is_not_drawn() -> None:
    assert picture(asked("module_completed", met=True), hours(60, None)).practice is None
    assert picture(asked("module_completed", met=True)).practice is None


def test_the_light_goes_on_when_everything_is_met() -> None:
    assert picture(asked("module_completed", met=True), hours(720, 720)).lit
