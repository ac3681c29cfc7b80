"""How a cell of a dossier is written for people."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from curriculum.audit.sections import Cell

register = template.Library()


@register.filter
def dossier_cell(cell: Cell) -> str:
    """Dates as people write them, nothing as a dash."""
    if cell is None or cell == "":
        return "–"
    if isinstance(cell, datetime):
        return date_format(timezone.localtime(cell), "SHORT_DATETIME_FORMAT")
    if isinstance(cell, date):
        return date_format(cell, "SHORT_DATE_FORMAT")
    return str(cell)
