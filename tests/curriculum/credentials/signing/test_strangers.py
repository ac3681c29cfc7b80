"""What we issue, checked by npm's @digitalbazaar/vc and jose: good ones pass, everything else is refused."""

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from curriculum.credentials.models import Award
from curriculum.credentials.services import revoke_award
from curriculum.credentials.signing.keys import rotate_keys, withdraw_key
from curriculum.credentials.signing.models import SigningKey
from curriculum.credentials.signing.services import issued_credential, reissue, signed, signed_with_name
from curriculum.credentials.signing.tokens import as_token
from tests.foreign.verifying import ask_strangers

pytestmark = pytest.mark.django_db
Json = dict[str, Any]


def published(client: Client, credential: Json) -> Json:
    """What a stranger fetches for this credential, from the addresses that it names."""
    status = credential["credentialStatus"]["statusListCredential"]
    addresses = {
        credential["issuer"]["id"]: credential["issuer"]["url"],
        status: status,
    }
    return {
        name: json.loads(client.get(address.removeprefix("https://cuidar.example")).content)
        for name, address in addresses.items()
    }


def asked(client: Client, credential: Json) -> Json:
    return one({"credentials": [credential], "documents": published(client, credential)})


def one(question: Json) -> Json:
    result: Json = ask_strangers(question)["results"][0]
    return result


def is_good(answer: Json) -> bool:
    """`verified` alone says nothing of revocation in that library: the status is read too."""
    return answer["verified"] and answer["statuses"] == [{"status": False, "verified": True}]


def test_a_good_one_passes_with_and_without_a_name(award: Award, client: Client) -> None:
    credential = issued_credential(award)
    for document in (signed(credential), signed_with_name(credential, "Ana Píriz g̃ \t\u007f“”")):
        answer = asked(client, document)
        assert is_good(answer), answer


def test_a_revoked_one_says_so_at_once(award: Award, client: Client, administrator: User) -> None:
    document = signed(issued_credential(award))
    assert is_good(asked(client, document))
    revoke_award(award=award, reason="The attendance sheet was not hers.", revoked_by=administrator)
    assert asked(client, document)["statuses"] == [{"status": True, "verified": True}]


def test_one_that_was_issued_anew_is_the_only_good_one(award: Award, client: Client) -> None:
    former = signed(issued_credential(award))
    newer = signed(reissue(award=award))
    assert asked(client, former)["statuses"] == [{"status": True, "verified": True}]
    assert is_good(asked(client, newer))


def test_what_a_retired_key_signed_stays_true_and_what_a_withdrawn_one_signed_does_not(
    award: Award, client: Client
) -> None:
    credential = issued_credential(award)
    former = signed(credential)
    assert is_good(asked(client, former))
    rotate_keys(institution=award.institution)
    assert is_good(asked(client, former))
    newer = signed(credential)
    assert newer["proof"]["verificationMethod"] != former["proof"]["verificationMethod"]
    withdraw_key(key=SigningKey.objects.get(number=1), reason="A laptop was stolen.")
    assert not asked(client, former)["verified"]
    assert is_good(asked(client, newer))


def test_a_stolen_key_that_still_signs_is_replaced_everywhere_at_once(award: Award, client: Client) -> None:
    credential = issued_credential(award)
    former = signed(credential)
    assert is_good(asked(client, former))  # and the status list is kept, signed by this key
    call_command("rotate_keys", "escuela", "--withdraw", "1", "--reason", "A laptop was stolen.")
    assert not asked(client, former)["verified"]
    assert is_good(asked(client, signed(credential)))


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, (*path, key))
    else:
        yield path


def test_tampering_with_any_single_field_is_refused(award: Award, client: Client) -> None:
    document = signed(issued_credential(award))
    documents = published(client, document)
    paths = list(leaves(document))
    assert len(paths) > 60
    changed = [changed_at(document, path) for path in paths]
    results = ask_strangers({"credentials": [document, *changed], "documents": documents})["results"]
    assert [result["verified"] for result in results] == [True] + [False] * len(paths)


def changed_at(document: Json, path: tuple[Any, ...]) -> Json:
    changed = deepcopy(document)
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = f"{place[path[-1]]}x"
    return changed


def test_a_key_of_another_institution_does_not_do(
    award: Award, client: Client, other_institution: Any
) -> None:
    credential = issued_credential(award)
    document = signed(credential)
    credential.institution = other_institution
    forged = signed(credential)
    documents = {
        **published(client, document),
        "did:web:cuidar.example:i:otra": json.loads(client.get("/i/otra/did.json").content),
    }
    assert not one({"credentials": [forged], "documents": documents})["verified"]


def test_its_time_runs_out(award: Award, client: Client) -> None:
    document = signed(issued_credential(award))
    day_before = (award.granted_at - timedelta(days=1)).isoformat()
    question = {"credentials": [document], "documents": published(client, document)}
    assert not one({**question, "now": day_before})["verified"]
    assert one({**question, "now": award.granted_at.isoformat()})["verified"]


def test_the_token_is_read_by_jose_and_by_no_other_key(award: Award, client: Client) -> None:
    credential = issued_credential(award)
    token, issuer = as_token(credential.document, award.institution), credential.document["issuer"]["id"]
    methods = json.loads(client.get("/i/escuela/did.json").content)["verificationMethod"]
    jwk = next(method["publicKeyJwk"] for method in methods if method["type"] == "JsonWebKey")
    assert "d" not in jwk
    read = ask_strangers({"token": token, "jwk": jwk, "issuer": issuer})["payload"]
    assert read["credentialSubject"] == credential.document["credentialSubject"]
    assert ask_strangers({"token": token, "jwk": jwk, "issuer": "did:web:else"})["refused"]
    head, body, signature = token.split(".")
    assert ask_strangers({"token": f"{head}.{body[:-2]}A.{signature}", "jwk": jwk, "issuer": issuer})[
        "refused"
    ]
