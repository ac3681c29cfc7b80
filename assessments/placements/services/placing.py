"""The institution's side: who signs where, and how long a shift may last."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from assessments.placements.models import Host, HostSupervisor, PlacementPolicy
from curriculum.api import join_institution
from curriculum.enums import Role

if TYPE_CHECKING:
    from curriculum.models import Person


@transaction.atomic
def place_supervisor(*, host: Host, person: "Person", since: date) -> HostSupervisor:
    """Let a person sign at a host from a day on; she becomes a supervisor of the institution. Twice is once."""
    join_institution(person=person, institution=host.institution, role=Role.SUPERVISOR, since=since)
    supervision, _ = HostSupervisor.objects.get_or_create(
        host=host, person=person, until=None, defaults={"since": since}
    )
    return supervision


@transaction.atomic
def set_longest_shift(*, institution_id: int, minutes: int) -> PlacementPolicy:
    """Say how many minutes a shift may last at an institution, from now on."""
    policy, _ = PlacementPolicy.objects.update_or_create(
        institution_id=institution_id, defaults={"longest_shift_minutes": minutes}
    )
    return policy
