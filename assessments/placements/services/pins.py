"""Signing with a PIN on the learner's device: hashed, tried few times, and never recovered there."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from assessments.placements.errors import PinRests, PinTooPlain, PinWrong
from assessments.placements.models import HostSupervisor, PinAttempt, SupervisorPin
from assessments.placements.signatures import by_pin
from curriculum.api import Account, person_of

from .deciding import Approval, sign_shifts
from .linking import waiting_with

if TYPE_CHECKING:
    from curriculum.models import Person

LENGTH = 6
WRONG_IN_A_ROW, REST = 5, timedelta(minutes=15)
WRONG_A_DAY, DAY = 15, timedelta(days=1)


class Tried(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    RESTS = "rests"


@transaction.atomic
def set_pin(*, person: "Person", pin: str, at: datetime | None = None) -> SupervisorPin:
    """Choose a number of six figures, in the place of the former one. Raises PinTooPlain."""
    if len(pin) != LENGTH or not pin.isdecimal() or _is_plain(pin):
        raise PinTooPlain
    values = {"hashed": make_password(pin), "set_at": at or timezone.now()}
    kept, _ = SupervisorPin.objects.update_or_create(person=person, defaults=values)
    return kept


def sign_with_pin(
    *,
    supervision: HostSupervisor,
    pin: str,
    uuids: Collection[UUID],
    handed_over_by: Account,
    at: datetime | None = None,
) -> Approval:
    """Approve what the learner's screen showed, with the number of her supervisor.

    Raises PinRests after too many wrong ones, PinWrong, and PermissionDenied for shifts that are not this learner's
    or not of this host. Each try is kept, whatever becomes of the rest.
    """
    moment, learner = at or timezone.now(), person_of(handed_over_by)
    if learner is None or not uuids:
        raise PermissionDenied
    if not set(uuids) <= {shift.uuid for shift in waiting_with(supervision, learner, moment)}:
        raise PermissionDenied
    tried = _try(supervision.person, pin, learner, moment)
    if tried is Tried.RESTS:
        raise PinRests
    if tried is Tried.WRONG:
        raise PinWrong
    return sign_shifts(uuids=uuids, signature=by_pin(supervision.person), at=moment)


@transaction.atomic
def _try(signer: "Person", pin: str, learner: "Person", moment: datetime) -> Tried:
    """One try, kept before its answer is given; tries at the same number wait for each other."""
    kept = SupervisorPin.objects.select_for_update().filter(person=signer).first()
    if kept is None:
        raise PermissionDenied
    wrong = kept.attempts.filter(right=False, tried_at__gt=max(moment - DAY, kept.set_at))
    recent = wrong.filter(tried_at__gt=moment - REST)
    if recent.count() >= WRONG_IN_A_ROW or wrong.count() >= WRONG_A_DAY:
        return Tried.RESTS
    right = check_password(pin, kept.hashed)
    PinAttempt.objects.create(pin=kept, learner=learner, tried_at=moment, right=right)
    return Tried.RIGHT if right else Tried.WRONG


def _is_plain(pin: str) -> bool:
    """One figure six times, or figures in a row, up or down."""
    steps = {int(after) - int(before) for before, after in pairwise(pin)}
    return steps <= {0} or steps <= {1} or steps <= {-1}
