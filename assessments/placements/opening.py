"""A group opens only when agreements guarantee the practice of its learners, where its programme asks for that."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from curriculum.api import hours_text

from .models import Agreement
from .queries import policy_of

if TYPE_CHECKING:
    from curriculum.models import ProgrammeVersion


def practice_guaranteed(version: "ProgrammeVersion", starts_on: date) -> Iterable[str]:
    """What stands against opening a group of this version on a day; nothing where its programme does not ask."""
    institution_id = version.programme.institution_id
    policy = policy_of(institution_id, version.pk)
    if policy is None or not policy.guaranteed_places:
        return
    each = practice_minutes_of(version)
    agreements = (
        Agreement.objects.in_force(starts_on)
        .filter(host__institution=institution_id, host__is_active=True)
        .annotate(taken=Count("placements", filter=Q(placements__ended_on__isnull=True)))
    )
    free = [(max(one.places - one.taken, 0), one.minutes_a_place) for one in agreements]
    places = policy.guaranteed_places - sum(count for count, _minutes in free)
    minutes = policy.guaranteed_places * each - sum(count * given for count, given in free)
    if places > 0 or minutes > 0:
        sentence = _(
            "Agreements with places of practice do not guarantee enough yet: %(places)s places and %(hours)s are "
            "missing for a group of %(count)s. Record an agreement that both sides have signed, then open the group."
        )
        yield sentence % {
            "places": max(places, 0),
            "hours": hours_text(max(minutes, 0)),
            "count": policy.guaranteed_places,
        }


def practice_minutes_of(version: "ProgrammeVersion") -> int:
    """The most minutes of practice that one of the version's rules asks for; 0 where none does."""
    documents = version.programme_rules.values_list("rule_set__document", flat=True)
    return max((minutes for document in documents for minutes in _minutes_in(document["root"])), default=0)


def _minutes_in(node: Mapping[str, Any]) -> Iterator[int]:
    if node.get("node") == "practice_hours" and isinstance(node.get("minutes"), int):
        yield node["minutes"]
    for part in node.values():
        for child in part if isinstance(part, list) else ():
            if isinstance(child, Mapping):
                yield from _minutes_in(child)
