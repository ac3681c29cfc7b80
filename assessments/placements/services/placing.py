"""The institution's side: who signs where."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from assessments.placements.models import Host, HostSupervisor
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
