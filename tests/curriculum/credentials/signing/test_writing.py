"""Encoding, canonical form and lists, by themselves and against PyLD."""

import base64
import gzip
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from curriculum.credentials.models import Award
from curriculum.credentials.signing.canonical import canonical
from curriculum.credentials.signing.contexts import CREDENTIALS, OPEN_BADGES, UnknownContext, context, install
from curriculum.credentials.signing.encoding import base58btc, base64url, from_base58btc
from curriculum.credentials.signing.models import LIST_LENGTH
from curriculum.credentials.signing.proofs import is_signed_by, with_proof
from curriculum.credentials.signing.services import issued_credential, signed_with_name
from curriculum.credentials.signing.status import bits

Json = dict[str, Any]


def known_to_pyld(address: str, options: object) -> Json:
    return {"contextUrl": None, "documentUrl": address, "document": dict(context(address))}


@given(st.binary(max_size=80))
def test_base58_comes_back(data: bytes) -> None:
    assert from_base58btc(base58btc(data)) == data


def test_base58_as_the_standard_shows_it() -> None:
    assert base58btc(b"Hello World!") == "z2NEpo7TZRRrLZSi2U"
    for wrong in ("", "x2NEpo", "z0"):
        with pytest.raises(ValueError, match=r".*"):
            from_base58btc(wrong)


@given(st.sets(st.integers(0, LIST_LENGTH - 1), max_size=50))
def test_a_list_holds_exactly_the_places_that_are_set(places: set[int]) -> None:
    packed = base64url(gzip.compress(bits(sorted(places))))
    read = gzip.decompress(base64.urlsafe_b64decode(packed[1:] + "==="))
    assert {n for n in range(LIST_LENGTH) if read[n // 8] >> (7 - n % 8) & 1} == places


@pytest.mark.django_db
def test_canonical_as_pyld_writes_it_and_no_term_is_unknown(award: Award) -> None:
    document = signed_with_name(issued_credential(award), "Ana Píriz")
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    options = {"documentLoader": known_to_pyld}
    other = jsonld.normalize(unsigned, {**options, "algorithm": "URDNA2015", "format": "application/n-quads"})
    assert canonical(unsigned).decode() == other
    compact = jsonld.compact(jsonld.expand(document, options), {"@context": document["@context"]}, options)
    assert texts(compact) == texts(document)


def texts(value: Any) -> list[str]:
    """Every value below the vocabularies: a term that they do not know would be lost on the way."""
    if isinstance(value, dict):
        return sorted(text for name, inner in value.items() if name != "@context" for text in texts(inner))
    if isinstance(value, list):
        return sorted(text for inner in value for text in texts(inner))
    return [json.dumps(value)]


@given(st.text(max_size=40))
def test_our_own_check_agrees_with_our_own_signature(words: str) -> None:
    key = Ed25519PrivateKey.generate()
    document = {"@context": [CREDENTIALS], "id": "urn:x:1", "type": "VerifiableCredential", "name": words}
    done = with_proof(document, method="did:web:a#key-1", sign=key.sign, created=timezone.now())
    assert is_signed_by(done, key.public_key())
    assert not is_signed_by({**done, "name": words + "."}, key.public_key())
    assert not is_signed_by(done, Ed25519PrivateKey.generate().public_key())


def test_only_the_expected_edition_of_a_vocabulary_is_taken() -> None:
    with pytest.raises(UnknownContext):
        install(OPEN_BADGES, {"@context": {}})
    with pytest.raises(UnknownContext):
        canonical({"@context": ["https://strange.example/"], "name": "x"})
