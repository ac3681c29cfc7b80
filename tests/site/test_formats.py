"""Numbers, hours and days as the reader writes them."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation
from django.utils.formats import date_format, number_format

from curriculum.credentials.showing import entry_rows
from curriculum.records.models import Evidence
from curriculum.rules import FactKind
from curriculum.standards.durations import hours_text

DAY = date(2026, 6, 5)
LANGUAGES = [code for code, _ in settings.LANGUAGES]


@pytest.mark.parametrize(
    ("language", "half", "third"),
    [
        ("es", "2,5 h", "1 h 20 min"),
        ("pt", "2,5 h", "1 h 20 min"),
        ("fr", "2,5 h", "1 h 20 min"),
        ("en", "2.5 h", "1 h 20 min"),
    ],
)
def test_hours_are_written_as_the_reader_writes_them(language: str, half: str, third: str) -> None:
    with translation.override(language):
        assert hours_text(150).replace("\xa0", " ").replace("\u202f", " ") == half
        assert hours_text(80).replace("\xa0", " ").replace("\u202f", " ") == third


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_date_begins_with_the_day(language: str) -> None:
    """05/06 read as the sixth of May is a missed appointment."""
    with translation.override(language):
        assert date_format(DAY, "SHORT_DATE_FORMAT").lstrip("0").startswith("5")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", "5 de junio de 2026"),
        ("pt", "5 de Junho de 2026"),
        ("en", "5 June 2026"),
        ("fr", "5 juin 2026"),
    ],
)
def test_a_long_date_names_the_month(language: str, expected: str) -> None:
    with translation.override(language):
        assert date_format(DAY, "DATE_FORMAT").lower() == expected.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_clock_of_24_hours(language: str) -> None:
    with translation.override(language):
        shown = date_format(datetime(2026, 6, 5, 16, 30), "SHORT_DATETIME_FORMAT")  # noqa: DTZ001
        assert "16:30" in shown


@pytest.mark.parametrize(
    ("language", "expected"), [("es", "3,5"), ("pt", "3,5"), ("fr", "3,5"), ("en", "3.5")]
)
def test_amounts_of_the_ledger_are_written_so_too(language: str, expected: str) -> None:
    entry = Evidence(pk=1, kind=FactKind.CREDITS, amount=Decimal("3.50"), subject="a")
    entry._prefetched_objects_cache = {"withdrawn_by": Evidence.objects.none()}
    with translation.override(language):
        (row,) = entry_rows([entry], {})
        assert row.amount == expected
        assert number_format(Decimal("3.5")) == expected
        assert Template("{{ value }}").render(Context({"value": 3.5})) == expected


def test_one_and_many_are_told_apart_in_every_language() -> None:
    for language in LANGUAGES:
        with translation.override(language):
            one, many = (
                translation.ngettext(
                    "%(hours)s practice hour is still missing.",
                    "%(hours)s practice hours are still missing.",
                    number,
                )
                for number in (1, 2)
            )
        assert one != many
