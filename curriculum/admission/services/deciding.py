"""The office decides on an application, and whoever is let in finds her place at once."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.admission.enums import WITH_THE_OFFICE, ApplicationState, VerdictKind
from curriculum.admission.errors import Closed, NotYours, Refused
from curriculum.admission.models import Application, Intake, Verdict, VerdictReason
from curriculum.admission.permissions import is_about_herself
from curriculum.admission.standing import Standing, facts_seen, standing_of
from curriculum.credentials.words import sentences
from curriculum.people.models import Admission, Participation
from curriculum.people.services import attest_fact, decide_admission, enrol
from curriculum.rules import FactKind, Finding, evaluate, find, finding_to_json
from curriculum.rules.questions import nodes_of
from curriculum.standards.accounts import Account
from curriculum.standards.clock import local_date
from curriculum.standards.rulebook import rule_of

from .applying import locked

LETS_IN = (VerdictKind.ADMITTED, VerdictKind.DEFERRED)


@transaction.atomic
def decide(
    *,
    application: Application,
    kind: VerdictKind,
    reason: str,
    decided_by: Account,
    at: datetime | None = None,
) -> Verdict:
    """Decide by the requirements, keep who, when, on which finding and why, and enrol whom it lets in (R-ADM-14).

    Raises NotYours; Closed for what is not with the office; Refused where the requirements do not allow it, no
    place is left, or no reason is given for a decision that keeps somebody waiting.
    """
    application = locked(application)
    if is_about_herself(decided_by, application.person_id):
        raise NotYours
    if application.state not in WITH_THE_OFFICE:
        raise Closed
    moment = at or timezone.now()
    if kind in LETS_IN:
        _need_a_place(application)
    elif not reason.strip():
        raise Refused(_("Say why, in words that she understands. She reads it."))
    standing = standing_of(application, moment)
    finding = _finding_for(kind, application, standing, decided_by, moment)
    admission = _admit(application, kind, finding, standing.digest, decided_by, reason, moment)
    verdict = Verdict.objects.create(
        application=application,
        kind=kind,
        finding=finding_to_json(finding),
        rule_digest=standing.digest,
        admission=admission,
        decided_by=decided_by,
        decided_at=moment,
    )
    if reason.strip():
        VerdictReason.objects.create(verdict=verdict, text=reason.strip())
    application.state = ApplicationState(kind.value)
    application.closed_at = None if kind is VerdictKind.WAITING_LIST else moment
    application.save(update_fields=["state", "closed_at"])
    return verdict


def _finding_for(
    kind: VerdictKind, application: Application, standing: Standing, account: Account, at: datetime
) -> Finding:
    finding = standing.finding
    if kind is VerdictKind.DEFERRED:
        finding = _deferred(application, standing, account, at)
    elif kind is VerdictKind.ADMITTED and finding.owed:
        raise Refused(_("A proof is still owed. Choose to admit her with a proof to be handed in later."))
    if kind in LETS_IN and not finding.is_met:
        said = sentences(finding, programme_version_id=application.programme_version_id)
        missing = " ".join(sentence.text for sentence in said if sentence.missing)
        raise Refused(_("The requirements are not met yet. %(missing)s"), missing=missing)
    return finding


def _deferred(application: Application, standing: Standing, account: Account, at: datetime) -> Finding:
    """Grant what the rules allow to put off, and nothing else, and ask them again."""
    rule = rule_of(standing.digest)
    put_off = [
        node.key
        for node in nodes_of(rule.root)
        if node.deferrable_until and (found := find(standing.finding, node.key)) and not found.is_met
    ]
    on = local_date(at, application.institution)
    for key in put_off:
        attest_fact(
            person=application.person,
            institution=application.institution,
            kind=FactKind.DEFERRAL,
            subject=key,
            occurred_on=on,
            attested_by=account,
        )
    finding = evaluate(rule, facts_seen(application.person, application.institution), on)
    if finding.is_met and not finding.owed:
        raise Refused(_("Nothing is left to hand in later. Admit her."))
    return finding


def _admit(
    application: Application,
    kind: VerdictKind,
    finding: Finding,
    digest: str,
    account: Account,
    reason: str,
    at: datetime,
) -> Admission | None:
    """The decision in the books of the school, and her place; the waiting list decides nothing yet."""
    if kind is VerdictKind.WAITING_LIST or (kind is VerdictKind.NOT_ADMITTED and finding.is_met):
        return None
    admission = decide_admission(
        person=application.person,
        programme_version=application.programme_version,
        finding=finding,
        rule_digest=digest,
        decided_by=account,
        at=at,
        reason=reason.strip(),
    )
    if kind in LETS_IN:
        enrol(
            person=application.person,
            programme_version=application.programme_version,
            enrolled_by=account,
            on=local_date(at, application.institution),
            group=application.group,
        )
    return admission


def _need_a_place(application: Application) -> None:
    """Two decisions on one group wait for each other, so that its last place is given once."""
    if application.group_id is None:
        return
    intake = Intake.objects.select_for_update(no_key=True).filter(group=application.group_id).first()
    if intake is not None and places_left(intake) <= 0:
        raise Refused(_("The group is full. Put her on the waiting list, or give her another group."))


def places_left(intake: Intake) -> int:
    """How many more the group takes; one query."""
    taken = Participation.objects.open().filter(group=intake.group_id).count()
    return int(intake.places) - taken
