"""A week of practice on one sheet of paper, to write down and sign where no phone works (R-PLC-6).

The square on it leads to the learner and the week. It opens nothing by itself: the address asks who is there.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import segno
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from curriculum.api import pdf_renderer

if TYPE_CHECKING:
    from curriculum.models import Participation

SPARE = 3  # lines below the seven days, for a day with two shifts


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday to Sunday, by its ISO number."""

    monday: date

    @classmethod
    def of(cls, day: date) -> "Week":
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def numbered(cls, year: int, number: int) -> "Week":
        """Raises ValueError where a year has no such week."""
        return cls(date.fromisocalendar(year, number, 1))

    @property
    def before(self) -> "Week":
        return Week(self.monday - timedelta(days=7))

    @property
    def days(self) -> list[date]:
        return [self.monday + timedelta(days=number) for number in range(7)]

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def year(self) -> int:
        return self.monday.isocalendar().year

    @property
    def number(self) -> int:
        return self.monday.isocalendar().week

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02d}"


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """The week of one participation on paper; `address` is the whole one to which the square leads."""

    participation: "Participation"
    week: Week
    address: str

    @property
    def square(self) -> SafeString:
        """The address as a QR code."""
        drawing = segno.make(self.address, error="m").svg_inline(scale=3, border=2, title=str(self.week))
        return mark_safe(drawing)  # noqa: S308 — our own

    @property
    def spare(self) -> range:
        return range(SPARE)

    @property
    def file_name(self) -> str:
        return f"{self.week}-{str(self.participation.uuid)[:8]}.pdf"


def week_html(sheet: WeekSheet) -> str:
    return render_to_string("placements/week_sheet.html", {"sheet": sheet})


def week_pdf(sheet: WeekSheet) -> bytes:
    """The sheet as PDF, in the current language, by the renderer that prints transcripts."""
    return pdf_renderer()(week_html(sheet))
