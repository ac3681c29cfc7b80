"""What the office does with a document: open it, which is written down, and say whether it is in order."""

from datetime import date, datetime
from typing import BinaryIO

from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.admission.enums import ProofState
from curriculum.admission.errors import NotYours, Refused
from curriculum.admission.models import Proof, ProofOpening, ProofPage
from curriculum.admission.permissions import is_about_herself
from curriculum.credentials.services import settle_awards
from curriculum.people.services import attest_fact
from curriculum.rules import FactKind
from curriculum.standards.accounts import Account
from curriculum.standards.clock import local_date


@transaction.atomic
def open_page(*, page: ProofPage, opened_by: Account, at: datetime | None = None) -> BinaryIO:
    """The content of a page; whoever is not its owner leaves a line in the log before anything is read."""
    proof = page.proof
    if proof.person.user_id != opened_by.pk:
        ProofOpening.objects.create(
            proof_uuid=proof.uuid,
            subject=proof.subject,
            institution=proof.institution,
            person=proof.person,
            opened_by=opened_by,
            opened_at=at or timezone.now(),
        )
    return storages["private"].open(page.file)


@transaction.atomic
def review_proof(
    *,
    proof: Proof,
    accepted: bool,
    reviewed_by: Account,
    valid_until: date | None = None,
    instrument: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Proof:
    """Say that a document is in order, or what is needed instead; the first answer holds.

    In order, it becomes a fact that the reviewer attests, and whatever waited for it alone is awarded.
    Raises NotYours, and Refused for a refusal that does not say what to do next.
    """
    proof = (
        Proof.objects.select_for_update(of=("self",), no_key=True)
        .select_related("person", "institution")
        .get(pk=proof.pk)
    )
    if is_about_herself(reviewed_by, proof.person_id):
        raise NotYours
    if proof.state != ProofState.WAITING:
        return proof
    if not accepted and not note.strip():
        raise Refused(_("Say what she has to send instead."))
    moment = at or timezone.now()
    proof.state = ProofState.ACCEPTED if accepted else ProofState.REFUSED
    proof.reviewed_by, proof.reviewed_at, proof.note = reviewed_by, moment, note.strip()
    proof.instrument = instrument.strip()
    if accepted:
        proof.valid_until = valid_until
        proof.fact = attest_fact(
            person=proof.person,
            institution=proof.institution,
            kind=FactKind(proof.kind),
            subject=proof.subject,
            occurred_on=proof.began_on or local_date(moment, proof.institution),
            ended_on=proof.ended_on,
            valid_until=valid_until,
            attested_by=reviewed_by,
        )
    proof.save()
    if accepted:
        settle_awards(person_ids=[proof.person_id], institution=proof.institution, at=moment)
    return proof
