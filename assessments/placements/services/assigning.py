"""Who goes where: a place in a shift while there is room, else a turn in the line, and other places with room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from assessments.placements.errors import AgreementNotInForce
from assessments.placements.models import Agreement, HostShift, Placement
from curriculum.api import Account

if TYPE_CHECKING:
    from curriculum.models import Participation


@dataclass(frozen=True, slots=True)
class Assigned:
    """What came of asking for a place; `offers` are shifts of other hosts with room, for one who waits."""

    placement: Placement
    offers: Sequence[HostShift] = ()


@transaction.atomic
def place_learner(
    *,
    participation: "Participation",
    agreement: Agreement,
    placed_by: Account,
    shift: HostShift | None = None,
    at: datetime | None = None,
) -> Assigned:
    """Give a learner a place at a host: in the shift asked for, else in the first with room, else in the line.

    Asking again changes nothing. Raises AgreementNotInForce where it is not signed by both or not running.
    """
    moment = at or timezone.now()
    kept = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    day = timezone.localdate(moment)
    if not Agreement.objects.in_force(max(day, kept.starts_on)).filter(pk=kept.pk).exists():
        raise AgreementNotInForce(str(kept))
    placement, is_new = Placement.objects.get_or_create(
        participation=participation,
        agreement=kept,
        ended_on=None,
        defaults={"asked_at": moment, "placed_by": placed_by},
    )
    if is_new or placement.waits:
        room = shifts_with_room(kept)
        chosen = next((each for each in room if shift is None or each.pk == shift.pk), None)
        if chosen is None and shift is not None and room:
            chosen = room[0]
        _give(placement, chosen, moment)
    offers = offers_beside(kept, day) if placement.waits else ()
    return Assigned(placement, offers)


@transaction.atomic
def end_placement(*, placement: Placement, on: date, at: datetime | None = None) -> Placement | None:
    """End a learner's place; the first in the line takes it. Returns whoever moved up."""
    Agreement.objects.select_for_update(of=("self",)).get(pk=placement.agreement_id)
    Placement.objects.filter(pk=placement.pk, ended_on__isnull=True).update(ended_on=on)
    room = shifts_with_room(placement.agreement)
    waiting = Placement.objects.filter(
        agreement=placement.agreement_id, shift__isnull=True, ended_on__isnull=True
    ).first()
    if waiting is None or not room:
        return None
    _give(waiting, room[0], at or timezone.now())
    return waiting


def shifts_with_room(agreement: Agreement) -> list[HostShift]:
    """The shifts of an agreement that take one more, in the order of the day; one query."""
    return list(_with_room().filter(agreement=agreement))


def offers_beside(agreement: Agreement, day: date) -> list[HostShift]:
    """Shifts with room at other hosts of the same institution whose agreement is in force; one query."""
    others = Agreement.objects.in_force(day).filter(host__institution=agreement.host.institution_id)
    room = _with_room().filter(agreement__in=others, agreement__host__is_active=True)
    return list(room.exclude(agreement__host=agreement.host_id).select_related("agreement__host"))


def _with_room() -> QuerySet[HostShift]:
    here = Count("placements", filter=Q(placements__ended_on__isnull=True))
    return HostShift.objects.annotate(taken=here).filter(taken__lt=F("capacity"))


def _give(placement: Placement, shift: HostShift | None, moment: datetime) -> None:
    if shift is not None:
        placement.shift, placement.placed_at = shift, moment
        placement.save(update_fields=["shift", "placed_at"])
