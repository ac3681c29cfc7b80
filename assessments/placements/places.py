"""Shifts as places that other plugins may point at: "why did it come back?"."""

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from curriculum.api import Place, Pointer, Visitor

from .queries import own_shifts

SHIFT = "shift"


def find_shift(user: Visitor, key: str) -> Place | None:
    """A shift that this account logged; somebody else's does not exist for her."""
    try:
        shift = own_shifts(user).filter(uuid=key).first()
    except ValidationError:
        return None
    if shift is None:
        return None
    title = _("Shift of %(day)s") % {"day": date_format(shift.starts_local, "DATE_FORMAT")}
    return Place(Pointer(SHIFT, key), title, shift.institution_id, reverse("placements:log"))
