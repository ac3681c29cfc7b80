"""Acts on one person wait for each other until the transaction ends; nobody is locked twice in one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from .models import Person


@dataclass(frozen=True, slots=True)
class _Lock:
    """Stands among what is to be done on commit, which lives exactly as long as the lock.

    Whatever gives the lock back, a rollback to a savepoint too, takes this out.
    """

    person: Person

    def __call__(self) -> None:
        """Nothing is left to do: the database lets go by itself."""


def lock_person(person_id: int) -> Person:
    """Lock one person and give her as she is now; no query where this transaction has locked her already."""
    return lock_people([person_id])[person_id]


def lock_people(person_ids: Iterable[int]) -> dict[int, Person]:
    """Lock persons in order of id, so that two who lock several wait for each other; one query or none.

    Gives them by id, as they are now.
    """
    held = _held()
    wanted = sorted(set(person_ids))
    others = [person_id for person_id in wanted if person_id not in held]
    if others:
        rows = Person.objects.filter(pk__in=others).order_by("pk").select_for_update(no_key=True)
        locked_by_query(rows)
        held = _held()
    return {person_id: held[person_id] for person_id in wanted if person_id in held}


def locked_by_query(people: Iterable[Person]) -> None:
    """Keep in mind that the caller's own query has locked these persons."""
    for person in people:
        transaction.on_commit(_Lock(person))


def _held() -> dict[int, Person]:
    queue = transaction.get_connection().run_on_commit
    return {entry[1].person.pk: entry[1].person for entry in queue if isinstance(entry[1], _Lock)}
