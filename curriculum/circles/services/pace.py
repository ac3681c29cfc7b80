"""How much one person may write within an hour, counted where it is kept, so that every process counts alike."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from curriculum.circles.errors import TooMuchAtOnce

HOUR = timedelta(hours=1)


def keep_pace(written: QuerySet, *, moments: str, at: datetime, most: int) -> None:
    """Raises TooMuchAtOnce where so many rows of the last hour stand already; one query."""
    if written.filter(**{f"{moments}__gt": at - HOUR}).count() >= most:
        raise TooMuchAtOnce
