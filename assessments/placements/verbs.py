"""The verbs of simulated cases for placements. Shifts and hosts are known by the short names of the case."""

from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.exceptions import PermissionDenied

from curriculum.api import (
    CaseError,
    IdentifierFound,
    World,
    identifiers_text,
    register_event,
    register_expectation,
)
from curriculum.enums import Setting

from .drafts import ShiftDraft
from .enums import State
from .errors import AlreadyDecided, ShiftRefused
from .models import Agreement, Host, HostShift, Shift
from .queries import tallies
from .services import (
    approve_shifts,
    log_shift,
    place_learner,
    place_supervisor,
    return_shift,
    withdraw_shift,
)
from .services.assigning import offers_beside
from .words import refusal_text


def place_supervisor_at(world: World, *, host: str, person: str, setting: str = "home") -> None:
    """Make a person supervisor of a host; a host that does not exist yet is made, of this setting."""
    if setting not in Setting.values:
        raise CaseError(f"There is no setting “{setting}”. Use one of: {', '.join(Setting.values)}.")
    place, _ = Host.objects.get_or_create(
        institution=world.institution,
        key=host,
        defaults={"name": host, "kind": setting, "time_zone": world.institution.time_zone},
    )
    place_supervisor(host=place, person=world.person(person), since=world.today)


def sign_agreement(
    world: World, *, host: str, until: str, places: int, hours: str, shifts: tuple[str, ...], capacity: int
) -> None:
    """Both sides sign an agreement today: `shifts` as "06:00-13:00", each takes `capacity` learners at once."""
    place = _host(world, host)
    agreement = Agreement.objects.create(
        host=place,
        starts_on=world.today,
        ends_on=world.moment(str(until)).date(),
        places=places,
        minutes_a_place=int(Decimal(hours) * 60),
        institution_signed_on=world.today,
        host_signed_on=world.today,
        recorded_by=next(iter(world.accounts.values())),
    )
    for span in shifts:
        starts, _, ends = span.partition("-")
        HostShift.objects.create(
            agreement=agreement,
            name=starts,
            starts=time.fromisoformat(starts),
            ends=time.fromisoformat(ends),
            capacity=capacity,
        )


def ask_for_place(world: World, *, person: str, host: str, asked_of: str) -> None:
    """A learner asks for a place at a host; without room she waits."""
    place_learner(
        participation=world.participation(person),
        agreement=_agreement(world, host),
        placed_by=world.account(asked_of),
        at=world.now,
    )


def place_of(world: World, *, person: str, host: str) -> dict[str, Any]:
    """The shift of a learner at a host, or "waits", and the hosts with room that are offered to one who waits."""
    agreement = _agreement(world, host)
    found = agreement.placements.filter(participation=world.participation(person), ended_on=None).first()
    if found is None:
        raise CaseError(f"“{person}” has not asked for a place at “{host}”.")
    offers = offers_beside(agreement, world.today) if found.waits else []
    return {
        "shift": found.shift.name if found.shift else "waits",
        "offers": [each.agreement.host.key for each in offers],
    }


def log_a_shift(
    world: World,
    *,
    shift: str,
    person: str,
    host: str,
    start: str,
    end: str,
    pause: int = 0,
    activities: tuple[str, ...] = (),
) -> None:
    """A learner logs a shift: `start` and `end` as "2026-04-01 08:00", `pause` in minutes."""
    draft = ShiftDraft(
        uuid=_uuid(world, shift),
        participation=world.participation(person),
        host=_host(world, host),
        starts_at=_moment(world, start),
        ends_at=_moment(world, end),
        break_minutes=pause,
        activities=tuple(activities),
    )
    try:
        log_shift(draft=draft, logged_by=world.account(person), at=world.now)
    except ShiftRefused as refused:
        told = " ".join(refusal_text(refusal, world.zone) for refusal in refused.refusals)
        raise CaseError(f"The shift “{shift}” cannot be logged. {told}") from refused


def approve_a_shift(world: World, *, shift: str, supervisor: str) -> None:
    """A supervisor approves a shift; its minutes count from now on."""
    try:
        approval = approve_shifts(
            uuids=[_shift(world, shift).uuid], decided_by=world.account(supervisor), at=world.now
        )
    except PermissionDenied as denied:
        raise CaseError(f"“{supervisor}” may not decide on the shift “{shift}”.") from denied
    if approval.otherwise:
        raise CaseError(f"The shift “{shift}” was returned or taken back before.")


def return_a_shift(world: World, *, shift: str, supervisor: str, reason: str) -> None:
    """A supervisor returns a shift with a reason; it counts for nothing."""
    account = world.account(supervisor)
    try:
        return_shift(uuid=_shift(world, shift).uuid, reason=reason, decided_by=account, at=world.now)
    except PermissionDenied as denied:
        raise CaseError(f"“{supervisor}” may not decide on the shift “{shift}”.") from denied
    except IdentifierFound as found:
        raise CaseError(identifiers_text(found.identifiers)) from found
    except AlreadyDecided as decided:
        raise CaseError(f"The shift “{shift}” was decided before.") from decided


def withdraw_a_shift(world: World, *, shift: str) -> None:
    """The learner takes a waiting shift back."""
    kept = _shift(world, shift)
    try:
        withdraw_shift(shift=kept, withdrawn_by=kept.logged_by, at=world.now)
    except AlreadyDecided as decided:
        raise CaseError(f"The shift “{shift}” was decided before.") from decided


def practice_hours(world: World, *, person: str, setting: str = "") -> dict[str, str]:
    """Hours of practice of a person, approved, waiting and returned; with `setting`, only those done there."""
    participation = world.participation(person)
    tally = tallies([participation.pk])[participation.pk]
    if setting:
        by_state = {
            "approved": tally.approved_by_setting.get(setting, 0),
            "waiting": tally.waiting_by_setting.get(setting, 0),
        }
    else:
        by_state = {str(state): tally.minutes[state] for state in State}
    return {state: _hours(minutes) for state, minutes in by_state.items()}


def shift_state(world: World, *, shift: str) -> str:
    """What a shift is now: waiting, approved, returned or withdrawn."""
    return str(_shift(world, shift).state)


def _uuid(world: World, name: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"simulated:{world.institution.key}:{name}")


def _shift(world: World, name: str) -> Shift:
    found = Shift.objects.select_related("decision", "person").filter(uuid=_uuid(world, name)).first()
    if found is None:
        raise CaseError(f"There is no shift “{name}”. Log it before this step.")
    return found


def _host(world: World, key: str) -> Host:
    found = Host.objects.filter(institution=world.institution, key=key).first()
    if found is None:
        raise CaseError(f"There is no host “{key}”. Place a supervisor there before this step.")
    return found


def _agreement(world: World, host: str) -> Agreement:
    found = Agreement.objects.filter(host=_host(world, host)).first()
    if found is None:
        raise CaseError(f"There is no agreement with “{host}”. Sign one before this step.")
    return found


def _moment(world: World, text: str) -> datetime:
    day, _, clock = str(text).partition(" ")
    return world.moment(day, clock or "00:00").astimezone(UTC)


def _hours(minutes: int) -> str:
    """Hours as cases write them: "11.5"."""
    return f"{Decimal(minutes) / 60:.4f}".rstrip("0").rstrip(".")


def register() -> None:
    register_event("place_supervisor", place_supervisor_at)
    register_event("sign_agreement", sign_agreement)
    register_event("ask_for_place", ask_for_place)
    register_event("log_shift", log_a_shift)
    register_event("approve_shift", approve_a_shift)
    register_event("return_shift", return_a_shift)
    register_event("withdraw_shift", withdraw_a_shift)
    register_expectation("practice_hours", practice_hours)
    register_expectation("place_of", place_of)
    register_expectation("shift_state", shift_state)
