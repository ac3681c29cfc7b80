"""The ledger of hours leaves as it stood at the end of a day, and says why a figure is not there."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from assessments.placements.as_at import end_of
from assessments.placements.models import Host, Shift
from assessments.placements.services import approve_shifts, countersign, propose_amendment
from curriculum.models import ExportLog, Institution, Participation, Person
from tests.assessments.conftest import client_of

from .conftest import LATER, make_shift
from .test_desk import LEDGER, make_administrator

pytestmark = pytest.mark.django_db
LOGGED = datetime(2026, 3, 10, 15, tzinfo=UTC)
CORRECTED = LATER + timedelta(days=5)


@pytest.fixture
def administrator(institution: Institution) -> Client:
    return client_of(make_administrator(institution, "Alba Nin"))


@pytest.fixture
def corrected(participation: Participation, home: Host, supervisor: Person) -> Shift:
    """Logged on the 10th, approved on the 20th, corrected on the 25th."""
    shift = make_shift(participation, home, minutes=240, at=LOGGED)
    approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user, at=LATER)
    amendment = propose_amendment(
        shift=shift, minutes=180, reason="El reloj estaba mal", proposed_by=supervisor.user, at=CORRECTED
    )
    countersign(amendment=amendment, signed_by=participation.person.user, at=CORRECTED)
    return shift


def taken(client: Client, as_at: str, query: str = "") -> list[dict[str, str]]:
    answer = client.post(f"{LEDGER}?export=csv{query}", {"reason": "Informe anual", "as_at": as_at})
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-03-10", ("waiting", "not_applicable", "0", "not_applicable")),
        ("2026-03-19", ("waiting", "not_applicable", "0", "not_applicable")),
        ("2026-03-20", ("approved", "240", "240", "not_applicable")),
        ("2026-03-24", ("approved", "240", "240", "not_applicable")),
        ("2026-03-25", ("approved", "240", "180", "2026-03-25=180")),
    ],
)
def test_each_day_shows_what_was_known_when_it_was_over(
    administrator: Client, corrected: Shift, day: str, told: tuple[str, ...]
) -> None:
    (row,) = taken(administrator, day)
    assert row["as_at"] == day
    assert (row["state"], row["approved_minutes"], row["counted_minutes"], row["corrections"]) == told
    assert "" not in row.values()


def test_before_it_was_logged_a_shift_was_not_there(administrator: Client, corrected: Shift) -> None:
    assert taken(administrator, "2026-03-09") == []
    log = ExportLog.objects.get()
    assert (log.detail, log.people) == ("as_at=2026-03-09", 0)


def test_the_filters_ask_for_the_state_of_that_day(administrator: Client, corrected: Shift) -> None:
    assert len(taken(administrator, "2026-03-19", "&state=waiting")) == 1
    assert taken(administrator, "2026-03-19", "&state=approved") == []
    assert len(taken(administrator, "2026-03-20", "&state=approved")) == 1
    assert ExportLog.objects.earliest("pk").detail == "state=waiting&as_at=2026-03-19"


def test_a_workbook_says_the_same(administrator: Client, corrected: Shift) -> None:
    answer = administrator.post(f"{LEDGER}?export=xlsx", {"reason": "Informe anual", "as_at": "2026-03-19"})
    headings, row = openpyxl.load_workbook(io.BytesIO(answer.getvalue())).active.values
    told = dict(zip(headings, row, strict=True))
    assert (told["state"], told["signature"]) == ("waiting", "not_applicable")


@pytest.mark.parametrize("day", ["1900-01-01", "9999-12-31", "ayer"])
def test_no_day_that_nobody_can_know(administrator: Client, corrected: Shift, day: str) -> None:
    answer = administrator.post(f"{LEDGER}?export=csv", {"reason": "Informe anual", "as_at": day})
    assert "as_at" in answer.context["form"].errors
    assert not ExportLog.objects.exists()


def test_without_a_day_it_is_today(administrator: Client, corrected: Shift) -> None:
    (row,) = taken(administrator, "")
    assert (row["as_at"], row["counted_minutes"]) == (timezone.localdate().isoformat(), "180")


def test_a_day_ends_by_the_clocks_of_the_place() -> None:
    assert end_of(date(2026, 3, 9), "America/Montevideo") == datetime(2026, 3, 10, 3, tzinfo=UTC)
