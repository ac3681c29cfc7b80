import json
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from curriculum.credentials.models import Award
from curriculum.credentials.signing.models import Credential, SigningKey
from curriculum.credentials.signing.services import issued_credential, signed
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_an_award_is_issued_once(award: Award) -> None:
    first = issued_credential(award)
    assert issued_credential(award) == first
    assert Credential.objects.count() == 1


def test_no_person_is_in_what_is_published(award: Award, client: Client) -> None:
    signed(issued_credential(award))
    credential = Credential.objects.get()
    rule = credential.document["credentialSubject"]["achievement"]["criteria"]["id"]
    achievement = credential.document["credentialSubject"]["achievement"]["id"]
    for address in (
        "/.well-known/did.json",
        "/i/escuela/did.json",
        f"/i/escuela/status/{credential.list_number}.json",
        rule.removeprefix("https://cuidar.example"),
        achievement.removeprefix("https://cuidar.example"),
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert answer["Access-Control-Allow-Origin"] == "*"
        assert "Píriz" not in answer.content.decode()
        assert not answer.cookies
    assert "Píriz" not in json.dumps(credential.document, ensure_ascii=False)
    for address in ("/i/escuela/status/2.json", "/i/nobody/did.json", "/i/escuela/rules/00.json"):
        assert client.get(address).status_code == 404


def test_her_own_file_bears_her_name_and_is_hers_alone(award: Award, client: Client) -> None:
    address = reverse("my_credential_file", args=[award.code, "json"])
    assert client.get(address).status_code == 302
    client.force_login(PersonFactory(user__username="otra").user)
    assert client.get(address).status_code == 404
    client.force_login(award.person.user)
    answer = client.get(address)
    subject = json.loads(answer.content)["credentialSubject"]
    assert subject["identifier"][0]["identityHash"] == "Ana Píriz"
    assert answer["Content-Disposition"].startswith("attachment")
    assert client.get(reverse("my_credential_file", args=[award.code, "exe"])).status_code == 404


def test_without_vocabularies_the_page_says_so_and_nothing_breaks(
    award: Award, client: Client, settings: Any, tmp_path: Path
) -> None:
    from curriculum.credentials.signing.contexts import context

    context.cache_clear()
    settings.CUIDAR_CONTEXTS = tmp_path / "nothing"
    client.force_login(award.person.user)
    answer = client.get(reverse("my_credential_file", args=[award.code, "json"]), follow=True)
    assert "El archivo no se puede hacer" in answer.content.decode()
    context.cache_clear()


def exported(*arguments: str) -> bytes:
    out = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
    call_command("export_credential", *arguments, stdout=out)
    return out.buffer.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_commands_write_revoke_and_change_keys(award: Award, administrator: User) -> None:
    assert json.loads(exported("--sample"))["type"][1] == "OpenBadgeCredential"
    assert exported(award.code, "--format", "jwt").count(b".") == 2
    with pytest.raises(CommandError, match="No award"):
        exported("nothing")
    call_command("rotate_keys", "escuela")
    signing = SigningKey.objects.filter(retired_at=None).values_list("number", flat=True)
    assert sorted(signing) == [3, 4]
    with pytest.raises(CommandError, match="--reason"):
        call_command("rotate_keys", "escuela", "--withdraw", "1")
    assert SigningKey.objects.count() == 4
    call_command("rotate_keys", "escuela", "--withdraw", "1", "--reason", "A laptop was stolen.")
    assert SigningKey.objects.get(number=1).withdrawn_at
    former = issued_credential(award)
    call_command("reissue", award.code)
    assert issued_credential(award) != former
    with pytest.raises(CommandError, match="may not"):
        call_command("revoke_credential", award.code, "--by", award.person.user.username, "--reason", "x")
    call_command("revoke_credential", award.code, "--by", administrator.username, "--reason", "A mistake.")
    award.refresh_from_db()
    assert award.revocation.revoked_by == administrator


def test_a_key_is_found_after_the_secret_of_the_site_has_changed(award: Award, settings: Any) -> None:
    credential = issued_credential(award)
    before = signed(credential)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another one"
    assert signed(credential) == before
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(CommandError, match="rotate_keys"):
        exported(award.code)
