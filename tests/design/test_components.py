"""What the includes say, to the eye and to a screen reader."""

from decimal import Decimal
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.utils import translation

from curriculum.forms import CuidarFormRenderer
from curriculum.homes.picture import Arches


class Anatomy(HTMLParser):
    """The ids of a piece of HTML, and the ids it points to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.described: set[str] = set()
        self.targets: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        self.described |= set(found.get("aria-describedby", "").split())
        if tag == "label" and "for" in found:
            self.targets.add(found["for"])
        if tag == "a" and found.get("href", "").startswith("#"):
            self.targets.add(found["href"].removeprefix("#"))


class ShiftForm(forms.Form):
    default_renderer = CuidarFormRenderer

    place = forms.CharField(
        help_text="Where you worked.", widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    turn = forms.ChoiceField(widget=forms.RadioSelect, choices=[("m", "Morning"), ("n", "Night")])
    tasks = forms.MultipleChoiceField(
        required=False,
        help_text="All that apply.",
        widget=forms.CheckboxSelectMultiple,
        choices=[("w", "Washing")],
    )
    agree = forms.BooleanField(help_text="Read it first.")
    token = forms.CharField(widget=forms.HiddenInput)


@pytest.mark.parametrize("form", [ShiftForm(), ShiftForm({"turn": "x"})], ids=["fresh", "with faults"])
def test_help_and_faults_are_tied_to_their_control(form: ShiftForm) -> None:
    anatomy = Anatomy(str(form))
    assert anatomy.described
    assert anatomy.described | anatomy.targets <= set(anatomy.ids)
    assert len(anatomy.ids) == len(set(anatomy.ids))


def test_a_form_with_faults_says_what_to_look_at_before_its_fields() -> None:
    html = str(ShiftForm({"turn": "x", "agree": "on", "token": "t"}))
    assert html.index('role="alert"') < html.index("<input")
    assert html.count('aria-invalid="true"') == 3  # the place, and both radios of the turn


def test_hidden_fields_and_autocomplete_survive() -> None:
    html = str(ShiftForm())
    assert 'type="hidden" name="token"' in html
    assert 'autocomplete="off"' in html


def meter(**context: object) -> str:
    return render_to_string("cuidar/components/meter.html", {"label": "Practice", "unit": "hours", **context})


def test_a_meter_shows_parts_of_hours() -> None:
    with translation.override("es"):  # a decimal comma on screen, a point for the machine
        html = meter(have=Decimal("11.5"), need=12)
    assert "11,5" in html
    assert 'value="11.5" max="12"' in html


@pytest.mark.parametrize("figures", [{"have": 3, "need": None}, {"have": None, "need": 12}])
def test_an_unknown_figure_is_not_drawn_as_nothing(figures: dict[str, int | None]) -> None:
    with translation.override("en"):
        html = meter(**figures)
    assert "not stated" in html
    assert "<progress" not in html


def test_a_step_tells_its_state_in_words_too() -> None:
    steps = [{"title": "First aid", "state": state} for state in ("done", "current", "next")]
    with translation.override("en"):
        html = render_to_string("cuidar/components/steps.html", {"steps": steps})
    assert html.index("Done:") < html.index("You are here:") < html.index("Later:")
    assert html.count('aria-current="step"') == 1


def test_pages_keep_the_question_that_was_asked() -> None:
    page = Paginator(range(30), 10).page(2)
    html = render_to_string("cuidar/components/pagination.html", {"page": page, "query": "q=ana"})
    assert "?q=ana&amp;page=1" in html
    assert "?q=ana&amp;page=3" in html


def test_one_page_needs_no_way_to_another() -> None:
    page = Paginator(range(3), 10).page(1)
    assert render_to_string("cuidar/components/pagination.html", {"page": page}).strip() == ""


@pytest.mark.parametrize("name", ["403", "403_csrf", "404", "500"])
def test_error_pages_stand_alone_and_lead_on(name: str) -> None:
    html = render_to_string(f"{name}.html")
    assert html.count("<h1>") == 1
    assert 'href="/"' in html


def chart(**row: object) -> str:
    rows = [{"label": "Home", "value": 97, "top": 152, "text": "97 h", **row}]
    return render_to_string("cuidar/components/chart.html", {"caption": "Hours", "rows": rows})


def test_a_chart_is_its_own_table() -> None:
    html = chart()
    assert html.index("<table") < html.index('<th scope="row">Home') < html.index("H64") < html.index("97 h")


def test_a_bar_is_drawn_only_for_what_is_known() -> None:
    assert "<svg" not in chart(value=None, text="not stated")
    assert "chart__value" not in chart(value=0, text="0 h")


def test_the_arches_draw_each_stone_by_its_state() -> None:
    picture = Arches(stones=("done", "current", "next"), text="", practice=40, lit=False)
    html = render_to_string("cuidar/components/arches.html", {"picture": picture})
    for state, drawn in {"done": 1, "current": 1, "next": 1}.items():
        assert html.count(f"arches__stone--{state}") == drawn
    assert 'stroke-dasharray="40 200"' in html
    assert "arches--lit" not in html
