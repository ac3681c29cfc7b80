import json
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum.credentials.models import Award
from curriculum.credentials.services import revoke_award
from curriculum.credentials.signing.keys import withdraw_key
from curriculum.credentials.signing.models import SigningKey
from curriculum.credentials.signing.reading import StepKind, read_file
from curriculum.credentials.signing.services import issued_credential, reissue, signed, signed_with_name

pytestmark = pytest.mark.django_db
JSON = st.recursive(
    st.none() | st.booleans() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "issuer", "proof", "type", "verificationMethod"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


def fails_at(document: Any, **when: Any) -> StepKind | None:
    reading = read_file(json.dumps(document).encode(), **when)
    return None if reading.is_true else reading.steps[-1].kind


def test_ours_holds_until_something_happens(award: Award, administrator: User) -> None:
    credential = issued_credential(award)
    document = signed_with_name(credential, "Ana Píriz")
    assert fails_at(document) is None
    assert read_file(json.dumps(document).encode()).award == award
    assert fails_at({**document, "name": "Otra cosa"}) is StepKind.SIGNATURE
    assert fails_at({**document, "issuer": {"id": "did:web:strange.example"}}) is StepKind.ISSUER
    proof = {**document["proof"], "verificationMethod": "did:web:cuidar.example:i:escuela#key-9"}
    assert fails_at({**document, "proof": proof}) is StepKind.KEY
    assert fails_at(document, at=award.granted_at - timedelta(days=1)) is StepKind.TIME
    newer = signed(reissue(award=award))
    assert fails_at(document) is StepKind.IN_FORCE
    assert fails_at(newer) is None
    withdraw_key(key=SigningKey.objects.get(number=1), reason="A laptop was stolen.")
    assert fails_at(newer) is StepKind.KEY
    revoke_award(award=award, reason="The attendance sheet was not hers.", revoked_by=administrator)
    assert fails_at(signed(issued_credential(award))) is StepKind.IN_FORCE


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()))
def test_whatever_is_handed_in_is_answered(db: None, content: bytes) -> None:
    assert not read_file(content).is_true


def test_strange_proofs_and_names_are_answered_too(award: Award) -> None:
    document = signed(issued_credential(award))
    for value in ([], 7, "z" + "2" * 150_000, "z0", "", None):
        assert fails_at({**document, "proof": {**document["proof"], "proofValue": value}}) is not None
    for issuer in ("did:web:cuidar.example:i:\0", "did:web:cuidar.example:i:\ud800", ""):
        assert fails_at({**document, "issuer": {"id": issuer}}) is StepKind.ISSUER
    for changed in ({"id": "urn:uuid:x"}, {"@context": document["@context"] * 900}, {"more": {"a": {}}}):
        assert fails_at({**document, **changed}) is StepKind.SIGNATURE
    subject = {**document["credentialSubject"], "identifier": [{"identityHash": "Otra"}]}
    assert fails_at({**document, "credentialSubject": subject}) is StepKind.SIGNATURE
    assert fails_at({**document, "proof": {**document["proof"], "created": [1]}}) is StepKind.READABLE


def test_the_page_explains_each_step_and_keeps_nothing(award: Award, client: Client) -> None:
    address = reverse("verify_file")
    content = json.dumps(signed(issued_credential(award))).encode()
    page = client.post(address, {"file": SimpleUploadedFile("a.json", content)}).content.decode()
    assert "Sí: este archivo es verdadero" in page
    assert reverse("check_award", args=[award.code]) in page
    changed = content.replace(b"152", b"999")
    page = client.post(address, {"file": SimpleUploadedFile("a.json", changed)}).content.decode()
    assert "Este archivo no es válido" in page
    assert "alguien cambió el archivo" in page
    huge = SimpleUploadedFile("a.json", b"x" * 300_000)
    for data in ({}, {"file": huge}, {"file": SimpleUploadedFile("a.json", b"")}):
        assert client.post(address, data).status_code == 422
