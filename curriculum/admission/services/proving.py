"""What a person says of herself and sends to show it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.admission.enums import CatchUpState, ProofState
from curriculum.admission.errors import Refused
from curriculum.admission.models import CatchUp, Proof, ProofPage
from curriculum.admission.papers import Paper, keep
from curriculum.people.locks import lock_person
from curriculum.people.models import Person, PersonFact
from curriculum.people.services import attest_fact
from curriculum.rules import FactKind
from curriculum.standards.accounts import Account
from curriculum.standards.clock import local_date
from curriculum.standards.models import Institution

MOST_WAITING = 20
"""Proofs of one person that wait at one institution: nobody fills its storage."""


@transaction.atomic
def declare_birth(*, person: Person, day: date) -> None:
    """Her date of birth, as long as the office has none; later it is corrected there."""
    person = lock_person(person.pk)
    if person.birth_date is None:
        person.birth_date = day
        person.save(update_fields=["birth_date"])


@transaction.atomic
def declare_statement(
    *, person: Person, institution: Institution, subject: str, is_so: bool, at: datetime | None = None
) -> None:
    """What is so, or no longer so, in her own words. What somebody else has established stays as it is."""
    lock_person(person.pk)
    moment = at or timezone.now()
    own = PersonFact.objects.filter(
        person=person,
        institution=institution,
        kind=FactKind.STATEMENT.value,
        subject=subject,
        retired_at__isnull=True,
        attested_by=person.user,
    )
    if not is_so:
        own.update(retired_at=moment)
    elif not own.exists():
        attest_fact(
            person=person,
            institution=institution,
            kind=FactKind.STATEMENT,
            subject=subject,
            occurred_on=local_date(moment, institution),
            attested_by=person.user,
        )


@transaction.atomic
def send_proof(
    *,
    uuid: UUID,
    person: Person,
    institution: Institution,
    kind: FactKind,
    subject: str,
    pages: Sequence[Paper],
    began_on: date | None = None,
    ended_on: date | None = None,
    valid_until: date | None = None,
    at: datetime | None = None,
) -> Proof:
    """Keep a document and let the office know that it waits. The same `uuid` is kept once.

    Raises Refused where too many wait already.
    """
    lock_person(person.pk)
    sent = Proof.objects.filter(uuid=uuid, person=person).first()
    if sent is not None:
        return sent
    waiting = Proof.objects.filter(person=person, institution=institution, state=ProofState.WAITING)
    if waiting.count() >= MOST_WAITING:
        raise Refused(_("Many of your documents wait already. Send more when the school has looked at them."))
    proof = Proof.objects.create(
        uuid=uuid,
        institution=institution,
        person=person,
        kind=kind.value,
        subject=subject,
        began_on=began_on,
        ended_on=ended_on,
        valid_until=valid_until,
        sent_at=at or timezone.now(),
    )
    folder = f"admission/{institution.pk}/{uuid}"
    ProofPage.objects.bulk_create(
        ProofPage(
            proof=proof,
            number=number,
            file=keep(page, folder=folder, number=number),
            content_type=page.content_type,
            size=len(page.content),
        )
        for number, page in enumerate(pages, start=1)
    )
    return proof


@transaction.atomic
def take_back_proof(*, proof: Proof, at: datetime | None = None) -> Proof:
    """Her own document, as long as nobody has judged it; its pages go at once."""
    from .keeping import erase_pages

    proof = Proof.objects.select_for_update(of=("self",), no_key=True).get(pk=proof.pk)
    if proof.state == ProofState.TAKEN_BACK:
        return proof
    if proof.state != ProofState.WAITING:
        raise Refused(_("The school has looked at this document already. Send a newer one instead."))
    proof.state = ProofState.TAKEN_BACK
    proof.save(update_fields=["state"])
    erase_pages(proof, at or timezone.now())
    return proof


@transaction.atomic
def note_catch_up(
    *,
    person: Person,
    institution: Institution,
    level: str,
    place: str,
    state: CatchUpState,
    noted_by: Account,
    at: datetime | None = None,
) -> CatchUp:
    """Where she stands in completing school; saying the same again adds nothing (R-LEV-4)."""
    lock_person(person.pk)
    latest = CatchUp.objects.filter(person=person, institution=institution, level=level).first()
    if latest is not None and (latest.place, latest.state) == (place, state):
        return latest
    return CatchUp.objects.create(
        person=person,
        institution=institution,
        level=level,
        place=place,
        state=state,
        noted_by=noted_by,
        noted_at=at or timezone.now(),
    )
