"""The form for a shift as one learner gets it: her courses, their places and their activities."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from curriculum.api import Account, Visitor, activities_of_version, earning_participations

from .drafts import ShiftDraft
from .forms import ShiftForm
from .models import Shift
from .queries import hosts_of
from .services import log_shift, resubmit_shift

if TYPE_CHECKING:
    from datetime import datetime

    from curriculum.models import Activity, Participation


def courses_of(user: Visitor) -> list["Participation"]:
    """What she takes part in or has completed, the newest first; one query."""
    return list(earning_participations(user).select_related("programme_version__programme"))


def sheet_for(
    participations: Sequence["Participation"],
    data: Mapping[str, Any] | None,
    initial: Mapping[str, Any] | None = None,
) -> ShiftForm:
    """The form with what these participations offer: a query for places, and one a version for activities."""
    return ShiftForm(
        data,
        initial=initial,
        participations=participations,
        hosts=hosts_of(each.institution_id for each in participations),
        offered=_activities(participations),
    )


def keep(
    draft: ShiftDraft, *, account: Account, returned: Shift | None = None, at: "datetime | None" = None
) -> Shift:
    """Log the shift, or put it in the place of a returned one; raises as these services do."""
    if returned is None:
        return log_shift(draft=draft, logged_by=account, at=at)
    return resubmit_shift(returned=returned, draft=draft, logged_by=account, at=at)


def _activities(participations: Sequence["Participation"]) -> list["Activity"]:
    versions = dict.fromkeys(each.programme_version_id for each in participations)
    return [activity for version_id in versions for activity in activities_of_version(version_id)]
