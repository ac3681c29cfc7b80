"""Is an award valid on a day? One answer for page, file, status list and register."""

from datetime import date
from enum import StrEnum


class AwardState(StrEnum):
    """What can be said of an award on a day."""

    VALID = "valid"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"


def state_on(
    day: date,
    *,
    expires_on: date | None,
    revoked_on: date | None = None,
    superseded_on: date | None = None,
) -> AwardState:
    """The state on `day`; `expires_on` is the last valid day.

    Taken back outweighs everything. A renewed one is called renewed even when its own time has run out: whoever
    asks is led to the newer award.
    """
    if revoked_on is not None and day >= revoked_on:
        return AwardState.REVOKED
    if superseded_on is not None and day >= superseded_on:
        return AwardState.SUPERSEDED
    if expires_on is not None and day > expires_on:
        return AwardState.EXPIRED
    return AwardState.VALID
