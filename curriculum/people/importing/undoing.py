"""Taking back what a file made, as long as nobody has used it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Model
from django.db.models.fields.reverse_related import ForeignObjectRel

from curriculum.standards.accounts import Account

from ..models import (
    BusyHours,
    FiledPerson,
    IdentityDocument,
    Membership,
    Participation,
    PeopleFile,
    Person,
    SignInSlip,
)

MADE_WITH_A_PERSON: tuple[type[Model], ...] = (
    IdentityDocument,
    Membership,
    Participation,
    SignInSlip,
    BusyHours,
    FiledPerson,
)
MADE_WITH_A_PLACE: tuple[type[Model], ...] = (FiledPerson,)


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows were taken back, and the people who stay because something hangs on them already."""

    taken_back: int
    staying: tuple[Person, ...]


@transaction.atomic
def undo_file(*, file: PeopleFile, undone_by: Account, at: datetime) -> Undone:
    """Delete the records, accounts and places that this file made, each where it has not been used.

    Used is a person who has signed in or about whom anything was put down since, and a place that anything refers
    to. The queries grow neither with the rows nor with the accounts. Doing it twice changes nothing.
    """
    file = PeopleFile.objects.select_for_update().get(pk=file.pk)
    rows = list(file.rows.select_related("person__user", "participation"))
    used = _used(rows, file)
    back = [row for row in rows if row.person_id not in used]
    new = [row.person for row in back if row.is_new]
    Participation.objects.filter(
        pk__in=[row.participation_id for row in back if row.participation_id]
    ).delete()
    FiledPerson.objects.filter(pk__in=[row.pk for row in back]).delete()
    accounts = [person.user_id for person in new if person.user_id]
    Person.objects.filter(pk__in=[person.pk for person in new]).delete()
    get_user_model()._default_manager.filter(pk__in=accounts).delete()
    if back:
        file.undone_at, file.undone_by = at, undone_by
        file.save(update_fields=["undone_at", "undone_by"])
    return Undone(len(back), tuple(row.person for row in rows if row.person_id in used))


def _used(rows: Iterable[FiledPerson], file: PeopleFile) -> set[int]:
    """Ids of the people whose row can no longer be taken back."""
    new = [row.person_id for row in rows if row.is_new]
    places = {row.participation_id: row.person_id for row in rows if row.participation_id}
    used = {row.person_id for row in rows if row.is_new and _has_signed_in(row.person)}
    used |= _referred_to(Person, new, MADE_WITH_A_PERSON)
    used |= {places[key] for key in _referred_to(Participation, places, MADE_WITH_A_PLACE)}
    elsewhere = Participation.objects.filter(person__in=new).exclude(pk__in=places)
    used |= set(elsewhere.values_list("person_id", flat=True))
    used |= set(
        Membership.objects.filter(person__in=new)
        .exclude(institution=file.institution, role="learner")
        .values_list("person_id", flat=True)
    )
    used |= set(
        Participation.objects.filter(pk__in=places, ended_on__isnull=False).values_list(
            "person_id", flat=True
        )
    )
    return used | _recorded_since(places.values(), file)


def _has_signed_in(person: Person) -> bool:
    account = person.user
    return account is not None and (account.last_login is not None or account.has_usable_password())


def _recorded_since(people: Iterable[int], file: PeopleFile) -> set[int]:
    """Those of whom the ledger has heard since; it knows persons, not places."""
    since = {"evidence__institution": file.institution, "evidence__recorded_at__gte": file.brought_at}
    return set(Person.objects.filter(pk__in=list(people), **since).values_list("pk", flat=True))


def _referred_to(model: type[Model], keys: Collection[int], made_with: Collection[type[Model]]) -> set[int]:
    """Ids of the rows that rows of other tables point to; plugins' tables are asked as well."""
    found: set[int] = set()
    relation: ForeignObjectRel
    for relation in model._meta.related_objects:
        if relation.related_model in made_with or not keys:
            continue
        field = relation.field.name
        pointing: Any = relation.related_model
        found |= set(
            pointing._base_manager.filter(**{f"{field}__in": list(keys)}).values_list(field, flat=True)
        )
    return found
