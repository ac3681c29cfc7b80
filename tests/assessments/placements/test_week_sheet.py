"""A week on paper: one page with the learner, the week and a square, for herself alone."""

import io
from datetime import date

import pypdf
import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from assessments.placements.week_sheet import Week, WeekSheet, week_html
from curriculum.models import Participation
from curriculum.standards.printing import xhtml2pdf_pdf
from tests.assessments.conftest import client_of

SHEET = "/es/hours/week/{uuid}/{year}/{week}/"


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_its_week_and_the_number_leads_back(day: date) -> None:
    week = Week.of(day)
    assert day in week.days
    assert Week.numbered(week.year, week.number) == week
    assert week.before.days[-1] < week.monday


@pytest.mark.django_db
def test_it_is_one_page_that_names_learner_and_week(participation: Participation) -> None:
    address = SHEET.format(uuid=participation.uuid, year=2026, week=11)
    answer = client_of(participation.person).get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "private, no-store"
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    assert len(pages) == 1
    text = " ".join(pages[0].extract_text().split())
    for told in ("Ana Píriz", "2026-W11", "9 de marzo de 2026", "15 de marzo de 2026", address[4:20]):
        assert told in text


@pytest.mark.django_db
def test_the_other_renderer_keeps_it_on_one_page_too(participation: Participation) -> None:
    html = week_html(WeekSheet(participation, Week.numbered(2026, 11), "https://cuidar.example/x"))
    assert "<svg" in html
    assert len(pypdf.PdfReader(io.BytesIO(xhtml2pdf_pdf(html))).pages) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("year", "week"), [(0, 0), (2026, 54), (2026, 0), (99999, 1)])
def test_a_week_that_is_none_does_not_exist(participation: Participation, year: int, week: int) -> None:
    address = SHEET.format(uuid=participation.uuid, year=year, week=week)
    assert client_of(participation.person).get(address).status_code == 404


@pytest.mark.django_db
def test_nobody_elses_week(participation: Participation, other_learner: Participation) -> None:
    address = SHEET.format(uuid=participation.uuid, year=2026, week=11)
    assert client_of(other_learner.person).get(address).status_code == 404
    assert Client().get(address).status_code == 302


@pytest.mark.django_db
def test_it_is_reached_from_her_hours(participation: Participation) -> None:
    page = client_of(participation.person).get("/es/hours/").content.decode()
    week = Week.of(timezone.localdate())
    assert SHEET.format(uuid=participation.uuid, year=week.year, week=week.number) in page
    assert SHEET.format(uuid=participation.uuid, year=week.before.year, week=week.before.number) in page
