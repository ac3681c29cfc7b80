"""The institution's side: who signs where."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from assessments.placements.enums import Capacity
from assessments.placements.errors import NotCertified
from assessments.placements.models import Host, HostSupervisor
from assessments.placements.models.host import holds
from curriculum.api import join_institution
from curriculum.enums import Role

if TYPE_CHECKING:
    from curriculum.models import Achievement, Person


@transaction.atomic
def place_supervisor(
    *,
    host: Host,
    person: "Person",
    since: date,
    capacity: str = Capacity.SUPERVISOR,
    needs_award: "Achievement | None" = None,
) -> HostSupervisor:
    """Let a person sign at a host from a day on; she becomes a supervisor of the institution. Twice is once.

    With `needs_award` she signs by her own certificate (R-PLC-5). Raises NotCertified where she has none then.
    """
    if needs_award is not None and not holds(person, needs_award, since):
        raise NotCertified(str(person))
    join_institution(person=person, institution=host.institution, role=Role.SUPERVISOR, since=since)
    supervision, _ = HostSupervisor.objects.get_or_create(
        host=host,
        person=person,
        until=None,
        defaults={"since": since, "capacity": capacity, "needs_award": needs_award},
    )
    return supervision
