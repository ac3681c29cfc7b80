"""Data Integrity proofs with the suite `eddsa-rdfc-2022` (W3C Data Integrity EdDSA Cryptosuites 1.0)."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils import timezone

from .canonical import Document, canonical
from .encoding import base58btc, from_base58btc

SUITE = "eddsa-rdfc-2022"
Sign = Callable[[bytes], bytes]


def with_proof(document: Document, *, method: str, sign: Sign, created: datetime) -> dict[str, Any]:
    """The document, signed. `method` is the address of the key; `sign` gives an Ed25519 signature of bytes."""
    proof = {
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": moment_text(created),
        "verificationMethod": method,
        "proofPurpose": "assertionMethod",
    }
    return {**document, "proof": {**proof, "proofValue": base58btc(sign(_to_sign(document, proof)))}}


def is_signed_by(document: Document, key: Ed25519PublicKey) -> bool:
    """Whether the proof of a document is by this key and of exactly this content."""
    proof = dict(document["proof"])
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    try:
        key.verify(from_base58btc(proof.pop("proofValue")), _to_sign(unsigned, proof))
    except (InvalidSignature, SyntaxError, ValueError):
        return False
    return True


def _to_sign(document: Document, proof: Document) -> bytes:
    """The digest of how it is signed, and that of what is signed."""
    options = {"@context": document["@context"], **proof}
    return sha256(canonical(options)).digest() + sha256(canonical(document)).digest()


def moment_text(moment: datetime) -> str:
    """A moment in UTC, to the second: `2026-03-02T12:00:00Z`."""
    return timezone.localtime(moment, timezone=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
