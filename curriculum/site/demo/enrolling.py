"""Accounts, roles and admission: how people come to stand in the school's books."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from wagtail.users.models import UserProfile

from curriculum.credentials.entry import decide_entry
from curriculum.enums import FactKind, Role
from curriculum.people.accounts import open_account
from curriculum.people.models import Group, Participation, Person
from curriculum.people.registering import PersonDetails, give_role, register_person
from curriculum.people.services import attest_fact, enrol
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution, ProgrammeVersion

from .cast import Worker
from .days import Days
from .learners import Learner

PASSWORD = "cuidar-demo-2026"  # noqa: S105 — printed at the end, for everybody to see
YEARS_HERE = 500  # days ago on which workers began
SCHOOLED_AT = 12


@dataclass(frozen=True, slots=True)
class Office:
    """Who writes people down: an institution, its calendar, and one hash for the password that all share."""

    institution: Institution
    days: Days
    password_hash: str

    def employ(self, worker: Worker) -> Person:
        first, *_ = worker.roles
        details = PersonDetails(name=worker.name, email=f"{worker.username}@escuela.example")
        person = self._register(details, worker.username, first, since=self.days.ago(YEARS_HERE))
        for role in worker.roles:
            give_role(person=person, institution=self.institution, role=role, since=self.days.ago(YEARS_HERE))
        UserProfile.objects.create(user=account_of(person), preferred_language=details.language)
        return person

    def admit(
        self, learner: Learner, *, version: ProgrammeVersion, group: Group, decided_by: Person
    ) -> Participation:
        """From the office's desk to a place in the group, by the requirements of entry (R-ADM-14)."""
        details = PersonDetails(name=learner.name, birth_date=learner.birth_date, language=learner.language)
        on = self.days.ago(learner.started)
        person = self._register(
            details, learner.username, Role.LEARNER, since=on, seen=self.days.at(learner.seen, 22, 40)
        )
        attest_fact(
            person=person,
            institution=self.institution,
            kind=FactKind.EDUCATION,
            subject=learner.schooling,
            occurred_on=date(learner.born + SCHOOLED_AT, 12, 15),
            attested_by=decided_by.user,
        )
        at = self.days.at(learner.started, 9)
        decide_entry(person=person, programme_version=version, decided_by=decided_by.user, at=at)
        return enrol(
            person=person, programme_version=version, enrolled_by=decided_by.user, on=on, group=group
        )

    def _register(
        self, details: PersonDetails, username: str, role: Role, since: date, seen: datetime | None = None
    ) -> Person:
        person = register_person(
            institution=self.institution, details=details, document=None, role=role, since=since
        )
        account = open_account(person=person, user_name=username)
        account.first_name, account.email = details.name, details.email
        account.password, account.last_login = self.password_hash, seen
        account.save(update_fields=["first_name", "email", "password", "last_login"])
        return person


def account_of(person: Person) -> Account:
    """The account that the office has opened for somebody."""
    if person.user is None:
        raise ValueError(f"{person} has no account")
    return person.user


def shared_hash() -> str:
    """Hashing is slow on purpose; the demonstration does it once."""
    return make_password(PASSWORD)
