"""Writing what a file asked for and a person confirmed: all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from ..enums import Role
from ..models import FiledPerson, IdentityDocument, Membership, Participation, PeopleFile, Person
from .checking import Checked
from .planning import Intent, Plan, PlannedRow, make_plan

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written: people with new records, people enrolled, and the new accounts by person."""

    file: PeopleFile | None
    plan: Plan
    registered: tuple[Person, ...]
    enrolled: tuple[Participation, ...]
    accounts: tuple[tuple[Person, Account], ...]


@transaction.atomic
def import_people(
    *,
    rows: Sequence[Checked],
    institution: Institution,
    enrolled_by: Account | None,
    on: date,
    file_name: str = "",
) -> Imported:
    """Register and enrol the rows that have no errors, and put down what this made (`undo_file` takes it back).
    The same file again changes nothing.

    Two imports of one institution wait for each other, and each compares with what it then finds. The number of
    queries does not grow with the rows, except in steps of AT_ONCE.
    """
    Institution.objects.select_for_update().get(pk=institution.pk)
    plan = make_plan(rows, institution=institution)
    new, known = plan.of(Intent.REGISTER), plan.of(Intent.ENROL)
    accounts = _open_accounts(new)
    people = _register(new, accounts, institution)
    enrolled = _enrol([*new, *known], institution, enrolled_by, on)
    file = _put_down(institution, file_name, enrolled_by, people, enrolled) if enrolled else None
    return Imported(file, plan, tuple(people), tuple(enrolled), tuple(_with_accounts(people)))


def _put_down(
    institution: Institution,
    name: str,
    brought_by: Account | None,
    people: Sequence[Person],
    enrolled: Sequence[Participation],
) -> PeopleFile:
    file = PeopleFile.objects.create(
        institution=institution,
        name=name[:200],
        brought_by=brought_by,
        brought_at=timezone.now(),
        registered=len(people),
        enrolled=len(enrolled),
    )
    new = {person.pk for person in people}
    FiledPerson.objects.bulk_create(
        [
            FiledPerson(file=file, person=place.person, participation=place, is_new=place.person_id in new)
            for place in enrolled
        ],
        AT_ONCE,
    )
    return file


def _open_accounts(rows: Sequence[PlannedRow]) -> dict[str, Account]:
    accounts = get_user_model()
    names = [row.row.user_name for row in rows if row.row.user_name]
    made = accounts._default_manager.bulk_create(
        [accounts(**{accounts.USERNAME_FIELD: name}, password=make_password(None)) for name in names], AT_ONCE
    )
    return {account.get_username(): account for account in made}


def _register(
    rows: Sequence[PlannedRow], accounts: dict[str, Account], institution: Institution
) -> list[Person]:
    for row in rows:
        columns = row.row.details.columns(institution.country)
        row.person = Person(user=accounts.get(row.row.user_name), **columns)
    people = Person.objects.bulk_create([row.person for row in rows if row.person], AT_ONCE)
    IdentityDocument.objects.bulk_create(
        [
            IdentityDocument(
                person=row.person,
                institution=institution,
                country=row.row.document.country,
                kind=row.row.document.kind,
                number=row.row.document.number,
            )
            for row in rows
            if row.row.document
        ],
        AT_ONCE,
    )
    return people


def _enrol(
    rows: Sequence[PlannedRow], institution: Institution, enrolled_by: Account | None, on: date
) -> list[Participation]:
    learners = {"institution": institution, "role": Role.LEARNER}
    people = [row.person for row in rows if row.person]
    Membership.objects.filter(person__in=people, until__isnull=False, **learners).update(until=None, since=on)
    Membership.objects.bulk_create(
        [Membership(person=person, since=on, **learners) for person in people], AT_ONCE, ignore_conflicts=True
    )
    return Participation.objects.bulk_create(
        [
            Participation(
                institution=institution,
                person=row.person,
                programme_version=row.group.programme_version,
                group=row.group,
                started_on=on,
                enrolled_by=enrolled_by,
            )
            for row in rows
            if row.person and row.group
        ],
        AT_ONCE,
    )


def _with_accounts(people: Sequence[Person]) -> list[tuple[Person, Account]]:
    return [(person, person.user) for person in people if person.user]
