"""Who stands above a learner, so that what she says about them does not go to them.

Each room that gives somebody power over learners registers whom: trainers of her groups, supervisors of her shifts.
"""

from collections.abc import Callable, Iterable

from .models import Group, Person

AboveHer = Callable[[Person], Iterable[int]]
_lines: dict[str, AboveHer] = {}


def register_line(name: str, above: AboveHer) -> None:
    """`above` gives ids of persons."""
    _lines[name] = above


def line_of(person: Person) -> frozenset[int]:
    """Ids of everybody who stands above this person; one query for each room that registered."""
    return frozenset(key for above in lines_of(person).values() for key in above)


def lines_of(person: Person) -> dict[str, frozenset[int]]:
    """The same by the name of the line: "trainers", "supervisors" …; one query for each."""
    return {name: frozenset(above(person)) for name, above in _lines.items()}


def trainers_above(person: Person) -> Iterable[int]:
    """The trainers of every group that she is or was in."""
    taught = Group.trainers.through.objects.filter(group__participations__person=person)
    return taught.values_list("person_id", flat=True)
