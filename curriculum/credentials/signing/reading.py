"""Somebody hands in the file of a credential: is it true? Asked step by step, so that each can be explained."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from curriculum.standards.models import Institution

from ..models import Award
from .addresses import did_of
from .keys import believed_keys, ed25519_public
from .models import Credential, Curve
from .proofs import is_signed_by
from .services import method_of, naming

Json = dict[str, Any]
LONGEST_PROOF = 100  # signs; one of Ed25519 has 88


class StepKind(StrEnum):
    """What is asked of a file, in this order; the first that fails ends it."""

    READABLE = "readable"
    ISSUER = "issuer"
    KEY = "key"
    SIGNATURE = "signature"
    TIME = "time"
    IN_FORCE = "in_force"


@dataclass(frozen=True, slots=True)
class Step:
    """One question and whether the answer is yes."""

    kind: StepKind
    holds: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found; `award` is known where the file is ours and its signature holds."""

    steps: tuple[Step, ...]
    award: Award | None = None

    @property
    def is_true(self) -> bool:
        return all(step.holds for step in self.steps)


def read_file(content: bytes, *, at: datetime | None = None) -> Reading:
    """Ask everything of a file. Never raises for whatever it holds."""
    found: list[Step] = []
    award: Award | None = None
    for kind, answer in _questions(content, at or timezone.now()):
        found.append(Step(kind, bool(answer)))
        award = answer if isinstance(answer, Award) else award
        if not answer:
            break
    return Reading(tuple(found), award)


def _questions(content: bytes, moment: datetime) -> Iterator[tuple[StepKind, object]]:
    document = _document(content)
    yield StepKind.READABLE, document
    institution = _institution(document)
    yield StepKind.ISSUER, institution
    assert institution is not None  # noqa: S101 — a wrong answer ends the questions
    method = document["proof"]["verificationMethod"]
    keys = [key for key in believed_keys(institution) if key.curve == Curve.ED25519]
    key = next((key for key in keys if method_of(key) == method), None)
    yield StepKind.KEY, key
    assert key is not None  # noqa: S101
    credential = _issued(document, institution)
    yield StepKind.SIGNATURE, credential and _is_as_issued(document, credential, ed25519_public(key))
    assert credential is not None  # noqa: S101
    yield StepKind.TIME, credential.award if _is_its_time(document, moment) else None
    yield StepKind.IN_FORCE, credential.replaced_at is None and _stands(credential.award)


def _document(content: bytes) -> Json:
    """An empty one where it is no credential with a proof."""
    try:
        found = json.loads(content)
        proof = found["proof"]
        texts = (found["issuer"]["id"], found["id"], *proof.values())
        is_one = proof["type"] == "DataIntegrityProof" and {"proofValue", "verificationMethod"} <= set(proof)
        is_one = is_one and all(isinstance(text, str) for text in texts)
    except (AttributeError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return dict(found) if is_one else {}


def _institution(document: Json) -> Institution | None:
    """Compared here: what a stranger wrote goes into no query."""
    name = document["issuer"]["id"]
    return next((each for each in Institution.objects.all() if did_of(each) == name), None)


def _is_as_issued(document: Json, credential: Credential, key: Ed25519PublicKey) -> bool:
    """Compared with what we wrote before the signature is asked: a stranger's own graph is never canonicalised,
    because one can be made that takes for ever.
    """
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    if unsigned not in (credential.document, naming(credential.document, _claimed_name(document))):
        return False
    return len(document["proof"]["proofValue"]) <= LONGEST_PROOF and is_signed_by(document, key)


def _claimed_name(document: Json) -> str:
    try:
        return str(document["credentialSubject"]["identifier"][0]["identityHash"])
    except (KeyError, TypeError, IndexError):
        return ""


def _issued(document: Json, institution: Institution) -> Credential | None:
    try:
        uuid = UUID(document["id"].removeprefix("urn:uuid:"))
    except ValueError:
        return None
    issued = Credential.objects.filter(institution=institution, uuid=uuid)
    return issued.select_related("award__revocation").first()


def _is_its_time(document: Json, moment: datetime) -> bool:
    since, until = (parse_datetime(document.get(name, "")) for name in ("validFrom", "validUntil"))
    return (since is None or since <= moment) and (until is None or moment <= until)


def _stands(award: Award) -> bool:
    return not hasattr(award, "revocation")
