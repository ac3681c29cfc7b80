"""The small world in which a case is played: one institution, one programme, a few people, a clock."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from curriculum.people.models import Participation, Person
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution, ProgrammeVersion


class CaseError(Exception):
    """Something in the case cannot be played; the message says what to change."""


@dataclass(slots=True)
class World:
    """What verbs act on. `now` is the moment of the step being played."""

    institution: Institution
    programme_version: ProgrammeVersion
    now: datetime
    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.institution.time_zone)

    def person(self, name: str) -> Person:
        """A person of the case by her short name."""
        if name not in self.people:
            known = ", ".join(self.people) or "nobody"
            raise CaseError(f"There is no person “{name}” in this case. Known: {known}.")
        return self.people[name]

    def account(self, name: str) -> Account:
        self.person(name)
        return self.accounts[name]

    def participation(self, name: str) -> Participation:
        """Her participation in the programme of the case."""
        found = Participation.objects.filter(
            person=self.person(name), programme_version=self.programme_version
        ).first()
        if found is None:
            raise CaseError(f"“{name}” is not enrolled yet. Enrol her before this step.")
        return found

    def moment(self, day: str, clock: str = "12:00") -> datetime:
        """A day and a time of the case, at the institution's place."""
        try:
            return datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), tzinfo=self.zone)
        except ValueError as error:
            raise CaseError(f"“{day} {clock}” is no day and time. Write 2026-03-02 and 14:30.") from error
