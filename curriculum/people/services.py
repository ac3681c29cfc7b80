"""Writing about people: joining, enrolling, attesting facts, deciding on admission."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from curriculum.rules import FactKind, Finding, finding_to_json
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution, ProgrammeVersion

from .enums import Decision, EndReason, ParticipationKind, Purpose, Role
from .models import Admission, Departure, Group, Membership, Participation, Person, PersonFact


class NotOpenForEnrolment(Exception):
    """The version is a draft or retired, so nobody can start on it."""


@transaction.atomic
def join_institution(*, person: Person, institution: Institution, role: Role, since: date) -> Membership:
    """Give a person a role, or take up again one that had ended; having it already is no error."""
    membership, _ = Membership.objects.get_or_create(
        person=person, institution=institution, role=role, defaults={"since": since}
    )
    if membership.until is not None:
        membership.since, membership.until = since, None
        membership.save(update_fields=["since", "until"])
    return membership


@transaction.atomic
def enrol(
    *,
    person: Person,
    programme_version: ProgrammeVersion,
    enrolled_by: Account | None,
    on: date,
    group: Group | None = None,
    kind: ParticipationKind = ParticipationKind.ENROLMENT,
    purpose: Purpose = Purpose.TRAINING,
) -> Participation:
    """Pin a person to a published version. Enrolling twice gives the same participation.

    Raises NotOpenForEnrolment for a draft or a retired version.
    """
    if not programme_version.is_open_for_enrolment:
        raise NotOpenForEnrolment(programme_version)
    institution = programme_version.programme.institution
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    join_institution(person=person, institution=institution, role=Role.LEARNER, since=on)
    participation, _ = Participation.objects.get_or_create(
        person=person,
        programme_version=programme_version,
        ended_on=None,
        defaults={
            "institution": institution,
            "group": group,
            "kind": kind,
            "purpose": purpose,
            "started_on": on,
            "enrolled_by": enrolled_by,
        },
    )
    return participation


@transaction.atomic
def end_participation(
    *,
    participation: Participation,
    on: date,
    reason: EndReason,
    ended_by: Account | None = None,
    at: datetime | None = None,
) -> Participation:
    """Close a participation and keep the event (R-INT-4); everything earned stays."""
    participation.ended_on, participation.end_reason = on, reason
    participation.save(update_fields=["ended_on", "end_reason"])
    Departure.objects.create(
        participation=participation,
        reason=reason,
        left_on=on,
        by_herself=ended_by is not None and participation.person.user_id == ended_by.pk,
        recorded_by=ended_by,
        recorded_at=at or timezone.now(),
    )
    return participation


@transaction.atomic
def attest_fact(
    *,
    person: Person,
    institution: Institution,
    kind: FactKind,
    subject: str,
    occurred_on: date,
    attested_by: Account | None,
    ended_on: date | None = None,
    valid_until: date | None = None,
) -> PersonFact:
    """Put down something about a person that requirements ask for; the attesting user answers for it."""
    return PersonFact.objects.create(
        person=person,
        institution=institution,
        kind=kind.value,
        subject=subject,
        occurred_on=occurred_on,
        ended_on=ended_on,
        valid_until=valid_until,
        attested_by=attested_by,
    )


@transaction.atomic
def decide_admission(
    *,
    person: Person,
    programme_version: ProgrammeVersion,
    finding: Finding,
    rule_digest: str,
    decided_by: Account | None,
    at: datetime | None = None,
    reason: str = "",
) -> Admission:
    """Keep a decision with the finding it rests on (R-ADM-14)."""
    if not finding.is_met:
        decision = Decision.NOT_ADMITTED
    else:
        decision = Decision.DEFERRED if finding.owed else Decision.ADMITTED
    return Admission.objects.create(
        institution=programme_version.programme.institution,
        person=person,
        programme_version=programme_version,
        decision=decision,
        finding=finding_to_json(finding),
        rule_digest=rule_digest,
        reason=reason,
        decided_by=decided_by,
        decided_at=at or timezone.now(),
    )
