"""Both themes can be read: WCAG 2.2, 1.4.3 (text, 4.5) and 1.4.11 (what shows a control or a state, 3)."""

import pytest

from tests.design.stylesheets import contrast, dark_by_choice, dark_by_device, light

TEXT_ON = [
    *(
        (ink, ground)
        for ink in ("ink", "ink-soft", "primary-ink")
        for ground in ("paper", "surface", "sunken")
    ),
    *(("ink", wash) for wash in ("primary-wash", "sun-wash", "coral-wash", "leaf-wash")),
    ("on-primary", "primary"),
    ("on-primary", "primary-deep"),
    ("on-sun", "sun"),
    ("primary-ink", "primary-wash"),
    ("sun-ink", "sun-wash"),
    ("coral-ink", "coral-wash"),
    ("coral-ink", "paper"),
    ("coral-ink", "surface"),
    ("leaf-ink", "leaf-wash"),
    *(("surface", sign) for sign in ("primary-ink", "sun-ink", "coral-ink", "leaf-ink")),
]
SHAPE_ON = [
    *((shape, ground) for shape in ("edge", "focus") for ground in ("paper", "surface", "sunken")),
    *(("primary", ground) for ground in ("paper", "surface")),
    ("primary-ink", "surface"),
]


@pytest.mark.parametrize("theme", [light(), {**light(), **dark_by_choice()}], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_can_be_read(theme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(theme[ink], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [light(), {**light(), **dark_by_choice()}], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON)
def test_shapes_can_be_seen(theme: dict[str, str], shape: str, ground: str) -> None:
    assert contrast(theme[shape], theme[ground]) >= 3


def test_dark_is_the_same_by_choice_and_by_device() -> None:
    assert dark_by_choice() == dark_by_device()
    assert dark_by_choice().keys() <= light().keys()
