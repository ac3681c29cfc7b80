"""Every address of the administrator's desk, with the rows that it needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from curriculum.credentials.models import Award
from curriculum.jobs.models import Job
from curriculum.people.models import Group, Membership, Participation, PeopleFile, SignInSlip
from curriculum.standards.models import Achievement, RuleSet, StandardVersion


@dataclass(frozen=True)
class Rows:
    """One row of each kind, all of one institution."""

    participation: Participation
    group: Group
    award: Award

    def keys(self) -> Mapping[str, list[Any]]:
        person = self.participation.person
        role = Membership.objects.get(person=person)
        version = self.participation.programme_version
        return {
            "people:file": [person.pk],
            "people:edit": [person.pk],
            "people:role": [person.pk],
            "people:enrol": [person.pk],
            "people:end_role": [person.pk, role.pk],
            "people:end_participation": [self.participation.pk],
            "people:side_by_side": [person.pk, person.pk],
            "people:slip": [person.pk],
            "people:cancel_slip": [SignInSlip.objects.get(person=person).pk],
            "enrolments:undo": [PeopleFile.objects.get(institution=self.group.institution).pk],
            "enrolments:sample": ["csv"],
            "jobs:job": [Job.objects.get(institution=self.group.institution).pk],
            "cohorts:slips": [self.group.pk],
            "cohorts:timetable": [self.group.pk],
            "cohorts:group": [self.group.pk],
            "cohorts:edit": [self.group.pk],
            "awards:award": [self.award.pk],
            "awards:revoke": [self.award.pk],
            "programmes:one": [version.pk],
            "standards:one": [StandardVersion.objects.get().pk],
            "achievements:one": [Achievement.objects.filter(institution=version.programme.institution)[0].pk],
            "rules:one": [RuleSet.objects.filter(institution=version.programme.institution)[0].pk],
            "institutions:one": [version.programme.institution_id],
        }

    def address(self, name: str) -> str:
        return reverse(name, args=self.keys().get(name, []))


LISTS = [
    *(f"{room}:{page}" for room in ("people", "cohorts", "awards") for page in ("index", "results")),
    *(f"{room}:index" for room in ("programmes", "standards", "achievements", "rules", "institutions")),
    *(f"{room}:results" for room in ("programmes", "standards", "achievements", "rules", "institutions")),
    "people:slips",
    "people:slips_results",
    "participations:index",
    "participations:results",
    "jobs:index",
    "jobs:results",
    "enrolments:files",
    "enrolments:files_results",
    "exports:log",
    "exports:log_results",
]
FORMS = [
    "people:alike",
    "people:document_kinds",
    "people:add",
    "cohorts:add",
    "enrolments:index",
    "enrolments:sample",
    "exports:index",
]
OF_ONE_ROW = [
    "jobs:job",
    "people:slip",
    "people:cancel_slip",
    "enrolments:undo",
    "people:side_by_side",
    "cohorts:slips",
    "cohorts:timetable",
    "people:file",
    "people:edit",
    "people:role",
    "people:enrol",
    "people:end_role",
    "people:end_participation",
    "cohorts:group",
    "cohorts:edit",
    "awards:award",
    "awards:revoke",
    "programmes:one",
    "standards:one",
    "achievements:one",
    "rules:one",
    "institutions:one",
]
FOR_TRAINERS = {
    "cohorts:index",
    "cohorts:results",
    "cohorts:group",
    "cohorts:slips",
    "people:file",
    "people:slip",
}
