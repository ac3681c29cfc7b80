"""Issuing: an award becomes a credential once, with its place in a status list; it is signed when asked for."""

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from curriculum.standards.models import Institution

from ..models import Award
from .addresses import did_of
from .documents import Json, document_of
from .keys import key_in_force, lend_private
from .models import LIST_LENGTH, Credential, Curve, HolderName, SigningKey
from .proofs import with_proof

FULL = LIST_LENGTH // 2
"""A list is closed when half of it is taken, so that a free place is found at once and none can be guessed."""


def issued_credential(award: Award) -> Credential:
    """The credential in force for an award; issued now if it has none."""
    return _in_force(award) or _issue(award, timezone.now())


@transaction.atomic
def reissue(*, award: Award, at: datetime | None = None) -> Credential:
    """Write it anew, with what is known now. The former one is said to be revoked in its status list."""
    moment = at or timezone.now()
    Credential.objects.filter(award=award, replaced_at=None).update(replaced_at=moment)
    return _issue(award, moment)


@transaction.atomic
def _issue(award: Award, moment: datetime) -> Credential:
    """Under the lock of the institution: two who ask at once are given the same."""
    institution = Institution.objects.select_for_update().get(pk=award.institution_id)
    if found := _in_force(award):
        return found
    number, place = _free_place(institution)
    credential = Credential(
        institution=institution,
        award=award,
        list_number=number,
        list_place=place,
        issued_at=moment,
    )
    holder, _ = HolderName.objects.get_or_create(person_id=award.person_id)
    credential.document = document_of(credential, award, holder)
    credential.save()
    return credential


def _in_force(award: Award) -> Credential | None:
    return Credential.objects.filter(award=award, replaced_at=None).first()


def _free_place(institution: Institution) -> tuple[int, int]:
    """A place that nobody can guess, in the newest list that has room."""
    issued = Credential.objects.filter(institution=institution)
    number = issued.order_by("-list_number").values_list("list_number", flat=True).first() or 1
    taken = set(issued.filter(list_number=number).values_list("list_place", flat=True))
    if len(taken) >= FULL:
        number, taken = number + 1, set()
    return number, _place_beside(taken)


def _place_beside(taken: Collection[int]) -> int:
    while (place := secrets.randbelow(LIST_LENGTH)) in taken:
        pass
    return place


def signed(credential: Credential) -> Json:
    """The credential with the institution's proof, for anybody. Raises KeyMissing, ContextsMissing."""
    return sign_document(credential.document, credential.institution, credential.issued_at)


def signed_with_name(credential: Credential, name: str) -> Json:
    """The same with the holder's name in it, for nobody but herself."""
    document = naming(credential.document, name)
    return sign_document(document, credential.institution, credential.issued_at)


def naming(document: Json, name: str) -> Json:
    """A document that says who its holder is."""
    identity = {"type": "IdentityObject", "hashed": False, "identityHash": name, "identityType": "name"}
    return {**document, "credentialSubject": {**document["credentialSubject"], "identifier": [identity]}}


def sign_document(document: Json, institution: Institution, since: datetime) -> Json:
    """Sign with the key in force. The same document gives the same text until the key is changed."""
    key = key_in_force(institution, Curve.ED25519)
    private: Any = lend_private(key)
    return with_proof(document, method=method_of(key), sign=private.sign, created=max(since, key.made_at))


def method_of(key: SigningKey) -> str:
    """The address of a key in the document of its institution."""
    return f"{did_of(key.institution)}#{key.name}"
