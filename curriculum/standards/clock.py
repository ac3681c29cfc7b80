"""Moments and days: a day is a day at the institution's place, never the server's."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from curriculum.standards.models import Institution


def local_date(moment: datetime, institution: Institution) -> date:
    """The calendar day on which `moment` falls where the institution is."""
    return moment.astimezone(ZoneInfo(institution.time_zone)).date()
