"""Who stands above a learner in practice: whoever signs where she has been."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .models import HostSupervisor

if TYPE_CHECKING:
    from curriculum.models import Person


def supervisors_above(person: "Person") -> Iterable[int]:
    """Everybody who supervises, or once supervised, a host where she logged a shift; ids of persons."""
    hosts = person.shifts.order_by().values("host")
    return HostSupervisor.objects.filter(host__in=hosts).values_list("person_id", flat=True)
