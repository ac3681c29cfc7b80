"""A shift that was written down on a phone without signal."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from curriculum.api import Act, ActRefused, Done

from .errors import AlreadyCorrected, AlreadyDecided, ShiftConflict, ShiftRefused
from .forms import ShiftForm
from .queries import own_shifts
from .sheet import courses_of, keep, sheet_for

if TYPE_CHECKING:
    from .models import Shift

LOG_SHIFT = "shift.log"


def take_shift(act: Act) -> Done:
    """Keeps the shift as the page would, as logged when it was written down."""
    participations = courses_of(act.account)
    if not participations:
        raise ActRefused([_("You do not take part in this course any more. Ask your school.")])
    form = sheet_for(participations, act.form)
    if not form.is_valid():
        raise ActRefused(_reasons(form))
    draft = form.draft()
    try:
        keep(
            draft,
            account=act.account,
            returned=_returned(act),
            at=act.happened_during(draft.participation),
        )
    except ShiftRefused as refused:
        form.add_refusals(refused)
        raise ActRefused(_reasons(form)) from None
    except ShiftConflict:
        raise ActRefused([_("This form was already sent. Open it again to log another shift.")]) from None
    except (AlreadyCorrected, AlreadyDecided):
        raise ActRefused([_("This shift has been corrected already.")]) from None
    return Done(_("Your shift is logged and waits for your supervisor."), reverse("placements:log"))


def _returned(act: Act) -> "Shift | None":
    """The shift that this one corrects; only her own, and only while it waits for her."""
    if not act.form.get("corrects"):
        return None
    returned = own_shifts(act.account).filter(uuid=act.uuid("corrects")).first()
    if returned is None:
        raise ActRefused([_("This shift is not among yours. Log it anew.")])
    return returned


def _reasons(form: ShiftForm) -> list[str]:
    """Each fault with the name of its field, as the page shows it beside it."""
    return [
        f"{form.fields[name].label}: {fault}" if name in form.fields else str(fault)
        for name, faults in form.errors.items()
        for fault in faults
    ]
