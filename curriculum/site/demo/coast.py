"""The second school: small, in class only. It is there so that each school can be seen to see only its own."""

from curriculum.api import EvidenceDraft, record_evidence
from curriculum.enums import FactKind, Role
from curriculum.packs.folder import PackFolder
from curriculum.packs.loading import load_programme
from curriculum.packs.reading import read_pack
from curriculum.people.grouping import open_group
from curriculum.people.models import Participation, Person
from curriculum.people.registering import give_role
from curriculum.people.teaching import modules_of_versions

from .cast import NORA
from .days import Days
from .enrolling import Office
from .learners import COAST, COAST_LEARNERS

LEVELLED = 18  # days ago on which the class finished its first module


def open_coast(office: Office, folder: PackFolder, *, trainer: Person, days: Days) -> None:
    """The same programme taught in a classroom by a trainer who also works at the first school."""
    nora = office.employ(NORA)
    version, _ = load_programme(pack=read_pack(folder), institution=office.institution, user=nora.user)
    give_role(person=trainer, institution=office.institution, role=Role.TRAINER, since=days.ago(200))
    group = open_group(
        programme_version=version,
        key=COAST.key,
        name=COAST.name,
        starts_on=days.ago(COAST.started),
        ends_on=None,
        trainers=[trainer],
    )
    participations = [
        office.admit(learner, version=version, group=group, decided_by=nora) for learner in COAST_LEARNERS
    ]
    _finish_first_module(participations[0], recorded_by=nora, days=days)


def _finish_first_module(participation: Participation, *, recorded_by: Person, days: Days) -> None:
    """From the class register: no lesson was read here."""
    placed = modules_of_versions([participation.programme_version_id])[0]
    at = days.at(LEVELLED, 17)
    draft = EvidenceDraft(
        kind=FactKind.MODULE_COMPLETED,
        source_ref=f"register:{placed.module.key}:{participation.person.uuid}",
        occurred_at=at,
        subject=placed.module.key,
        minutes=placed.taught_minutes,
        participation=participation,
    )
    record_evidence(
        person=participation.person,
        institution=participation.institution,
        drafts=[draft],
        recorded_by=recorded_by.user,
        at=at,
    )
