from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from curriculum.credentials.checking.codes import grouped
from curriculum.credentials.checking.services import hide_name, show_name
from curriculum.credentials.checking.views import LOOKS_AN_HOUR, NAMES_AN_HOUR
from curriculum.credentials.models import Award, NameConsent
from curriculum.credentials.services import revoke_award
from curriculum.people.models import Participation
from tests.factories import PersonFactory

from ..test_settling import MODULES, OBSERVED, module_draft, observed_draft, practice_draft, record

pytestmark = pytest.mark.django_db
NAME = "Ana Píriz"


@pytest.fixture(autouse=True)
def _nobody_tried_before() -> None:
    cache.clear()


@pytest.fixture
def award(participation: Participation) -> Award:
    record(participation, module_draft("levelling", 1200))
    return Award.objects.get()


def address(award: Award) -> str:
    return reverse("check_award", args=[award.code])


def read(client: Client, award: Award) -> str:
    return client.get(address(award)).content.decode()


def test_a_stranger_reads_that_it_is_valid_and_what_it_does_not_prove(award: Award, client: Client) -> None:
    page = read(client, award)
    assert "Válido hoy" in page
    for words in (
        award.title,
        "Escuela de Cuidados",
        "Nivelación",
        "no permite actos médicos",
        grouped(award.code),
    ):
        assert words in page
    assert NAME not in page
    assert 'content="noindex"' in page


def test_the_short_address_of_the_square_leads_to_the_visitors_language(award: Award, client: Client) -> None:
    answer = client.get(f"/v/{award.code}/", headers={"accept-language": "pt-BR,pt"})
    assert answer.status_code == 302
    assert answer["Location"] == f"/pt/v/{award.code}/"


def test_a_code_typed_in_any_form_leads_there(award: Award, client: Client) -> None:
    for typed in (award.code, f" {grouped(award.code).lower()} ", f"https://example.org/v/{award.code}"):
        answer = client.post(reverse("verify"), {"code": typed})
        assert answer["Location"] == address(award)
    assert client.get(f"/es/v/{grouped(award.code).lower()}/")["Location"] == address(award)


def test_what_is_no_code_says_how_one_looks(client: Client, db: None) -> None:
    answer = client.post(reverse("verify"), {"code": "0000"})
    assert answer.status_code == 422
    assert "Mire el certificado otra vez" in answer.content.decode()
    for code in ("ABCDEFGHJKMN", "nothing"):
        assert client.get(f"/es/v/{code}/").status_code == 404


def test_the_name_is_confirmed_only_whole(award: Award, client: Client) -> None:
    for typed, says in (
        ("ana PIRIZ", "Sí: este certificado"),
        ("Ana", "no es el nombre"),
        ("Luz Píriz", "no es el"),
    ):
        page = client.post(address(award), {"name": typed}).content.decode()
        assert says in page
        assert NAME not in page.replace(f'value="{typed}"', "")


def test_names_cannot_be_tried_without_end(award: Award, client: Client) -> None:
    for _ in range(NAMES_AN_HOUR):
        assert client.post(address(award), {"name": "Otra Persona"}).status_code == 200
    refused = client.post(address(award), {"name": NAME})
    assert refused.status_code == 429
    assert "Sí: este certificado" not in refused.content.decode()


def test_codes_cannot_be_tried_without_end(award: Award, client: Client) -> None:
    for _ in range(LOOKS_AN_HOUR):
        client.get("/es/v/ABCDEFGHJKMN/")
    assert client.get(address(award)).status_code == 429


def test_what_was_taken_back_says_so_with_the_day_and_not_why(
    award: Award, client: Client, administrator: User
) -> None:
    revoke_award(award=award, reason="A private reason.", revoked_by=administrator)
    page = read(client, award)
    assert "se retiró el" in page
    assert "Válido hoy" not in page
    assert "A private reason." not in page


def test_an_expired_one_names_its_last_day(award: Award, client: Client) -> None:
    Award.objects.bulk_create([_renewed(award, cycle=2, expired=True)])
    newer = Award.objects.get(cycle=2)
    assert "fue válido hasta el" in read(client, newer)
    assert "Renovado el" in read(client, award)


def _renewed(award: Award, *, cycle: int, expired: bool) -> Award:
    last = timezone.localdate() - timedelta(days=3) if expired else None
    kept = {
        field.attname: getattr(award, field.attname)
        for field in Award._meta.concrete_fields
        if field.attname not in {"id", "uuid", "code", "cycle", "expires_on"}
    }
    return Award(**kept, cycle=cycle, expires_on=last)


def test_her_name_is_shown_for_as_long_as_she_lets_it(award: Award, client: Client) -> None:
    client.force_login(award.person.user)
    choice = reverse("my_credential_name", args=[award.code])
    client.post(choice, {"show": "yes"})
    client.post(choice, {"show": "yes"})
    assert NameConsent.objects.filter(withdrawn_at=None).count() == 1
    assert NAME in read(Client(), award)
    client.post(choice, {"show": "no"})
    assert NAME not in read(Client(), award)
    show_name(award=award)
    hide_name(award=award)
    assert NameConsent.objects.filter(withdrawn_at__isnull=False).count() == 2


def test_my_credential_is_mine_alone(award: Award, client: Client, administrator: User) -> None:
    page = reverse("my_credential", args=[award.code])
    assert client.get(page).status_code == 302
    twin = PersonFactory(name=NAME, email="ana@example.org", user__username="twin")
    award.person.email = "ana@example.org"
    award.person.save()
    for other in (administrator, twin.user):
        client.force_login(other)
        assert client.get(page).status_code == 404
        assert (
            client.post(reverse("my_credential_name", args=[award.code]), {"show": "yes"}).status_code == 404
        )
    client.force_login(award.person.user)
    mine = client.get(page).content.decode()
    assert f"/v/{award.code}/" in mine
    assert "<svg" in mine


def test_checking_costs_the_same_whatever_it_rests_on(
    award: Award, participation: Participation, client: Client, django_assert_num_queries: object
) -> None:
    read(client, award)
    record(
        participation, *(module_draft(key, 1500) for key in ("integral-care", "role-of-carers", "leisure"))
    )
    for each in Award.objects.all():
        with django_assert_num_queries(4):  # type: ignore[operator]
            read(client, each)


@override_settings(CUIDAR_ALLOW_DEMONSTRATION=True)
def test_a_demonstration_says_that_it_proves_nothing(participation: Participation, client: Client) -> None:
    record(participation, *(module_draft(key, minutes) for key, minutes in MODULES.items()))
    record(participation, *(observed_draft(unit) for unit in OBSERVED), practice_draft("a", 720))
    levelling = Award.objects.get(achievement__key__contains="levelling")
    qualification = Award.objects.get(achievement__kind="qualification")
    assert "No prueba nada" not in read(client, levelling)
    page = read(client, qualification)
    assert "No prueba nada" in page
    assert "Domicilio particular: 12 h" in page
