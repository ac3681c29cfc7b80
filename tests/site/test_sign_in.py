"""A person makes an account with or without an e-mail address, and guessing passwords is slowed down."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from curriculum.people.enums import Role
from curriculum.people.models import Person
from curriculum.people.registering import PersonDetails, register_person
from tests.factories import InstitutionFactory

pytestmark = pytest.mark.django_db

SIGN_UP, SIGN_IN = "/es/accounts/signup/", "/es/accounts/login/"
MARTA = {"name": "Marta Olivera Sosa", "username": "Marta", "password1": "mate amargo 7"}


@pytest.mark.parametrize("mail", ["", "marta@example.org"])
def test_an_account_needs_no_mail_address(client, mail):
    answer = client.post(SIGN_UP, {**MARTA, "email": mail})
    assert answer.url == "/es/enter/"
    marta = User.objects.get(username="marta")
    assert (marta.get_full_name(), marta.email) == ("Marta Olivera Sosa", mail)
    assert client.session["_auth_user_id"] == str(marta.pk)


def test_the_mail_address_is_called_optional_once(client):
    assert client.get("/en/accounts/signup/").text.count("(optional)") == 1


@pytest.mark.parametrize("left_out", ["name", "username", "password1"])
def test_what_is_left_out_is_asked_for_and_nothing_is_saved(client, left_out):
    answer = client.post(SIGN_UP, {**MARTA, left_out: ""})
    assert list(answer.context["form"].errors) == [left_out]
    assert not User.objects.exists()


@pytest.mark.parametrize("login", ["marta", "MARTA", "marta@example.org"])
def test_user_name_and_mail_address_both_open_the_door(client, login):
    User.objects.create_user("marta", "marta@example.org", "mate amargo 7")
    assert client.post(SIGN_IN, {"login": login, "password": "mate amargo 7"}).status_code == 302
    assert "_auth_user_id" in client.session


PHONES = ["099 123 456", "99123456", "+598 99 123 456", "+59899123456"]


@pytest.fixture
def carla(db: None) -> User:
    """Somebody whose school is in Uruguay and has put down her phone number."""
    school = InstitutionFactory(country="UY")
    person = register_person(
        institution=school,
        details=PersonDetails(name="Carla", phone="099 123 456"),
        document=None,
        role=Role.LEARNER,
        since=date(2026, 3, 2),
        user_name="carla",
    )
    person.user.set_password("mate amargo 7")
    person.user.save()
    return person.user


@pytest.mark.parametrize("phone", PHONES)
def test_a_phone_number_opens_the_door_however_it_is_written(client, carla, phone):
    client.post(SIGN_IN, {"login": phone, "password": "mate amargo 7"})
    assert client.session["_auth_user_id"] == str(carla.pk)


@pytest.mark.parametrize("password", ["", "otra cosa"])
def test_a_phone_number_alone_never_suffices(client, carla, password):
    client.post(SIGN_IN, {"login": "099 123 456", "password": password})
    assert "_auth_user_id" not in client.session


def test_a_number_of_two_people_opens_neither_account_even_with_one_password_for_both(client, carla):
    other = User.objects.create_user("hermana", password="mate amargo 7")
    Person.objects.create(name="Hermana", user=other, phone_e164="+59899123456")
    answer = client.post(SIGN_IN, {"login": "099 123 456", "password": "mate amargo 7"})
    assert "_auth_user_id" not in client.session
    assert "nombre de usuario" in answer.content.decode()
    client.post(SIGN_IN, {"login": "carla", "password": "mate amargo 7"})
    assert client.session["_auth_user_id"] == str(carla.pk)


def test_a_user_name_that_is_somebody_elses_number_opens_neither(client, carla):
    User.objects.create_user("099123456", password="mate amargo 7")
    client.post(SIGN_IN, {"login": "099123456", "password": "mate amargo 7"})
    assert "_auth_user_id" not in client.session


def test_nothing_tells_whether_somebody_has_an_account(client, carla):
    answers = [
        client.post(SIGN_IN, {"login": login, "password": "nada"}).context["form"].errors.as_text()
        for login in ("carla", "nadie", "099 123 456", "098 765 432", "nadie@example.org")
    ]
    assert len(set(answers)) == 1


def test_guesses_at_one_account_are_counted_together_however_the_number_is_written(client, carla):
    for guess in range(5):
        client.post(SIGN_IN, {"login": PHONES[guess % len(PHONES)], "password": f"guess {guess}"})
    client.post(SIGN_IN, {"login": "carla", "password": "mate amargo 7"})
    assert "_auth_user_id" not in client.session


def test_signing_up_by_phone_gives_a_user_name_too(client):
    InstitutionFactory(country="UY")
    answer = client.post(SIGN_UP, {**MARTA, "username": "099 123 456"}, follow=True)
    marta = User.objects.get()
    assert marta.username.startswith("marta-olivera-")
    assert marta.username in answer.content.decode()
    assert (marta.person.phone, marta.person.phone_e164) == ("099 123 456", "+59899123456")
    client.post("/es/accounts/logout/")
    client.post(SIGN_IN, {"login": "+598 99123456", "password": MARTA["password1"]})
    assert "_auth_user_id" in client.session


def test_signing_up_with_the_number_of_another_neither_tells_nor_shuts_her_out(client, carla):
    first = client.post(SIGN_UP, {**MARTA, "username": "099 123 456"}, follow=True)
    assert "carla" not in first.content.decode()
    assert User.objects.get(first_name="Marta Olivera Sosa").person.phone_e164 == ""
    client.post("/es/accounts/logout/")
    client.post(SIGN_IN, {"login": "099 123 456", "password": "mate amargo 7"})
    assert client.session["_auth_user_id"] == str(carla.pk)


def test_a_document_number_is_a_user_name_and_no_phone(client):
    InstitutionFactory(country="UY")
    client.post(SIGN_UP, {**MARTA, "username": "12345678"})
    assert User.objects.get().username == "12345678"


def test_guessing_is_stopped_even_for_the_right_password(client):
    User.objects.create_user("marta", password="mate amargo 7")
    for guess in range(5):
        client.post(SIGN_IN, {"login": "marta", "password": f"guess {guess}"})
    client.post(SIGN_IN, {"login": "marta", "password": "mate amargo 7"})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "name", ["login", "signup", "password/reset", "password/reset/done", "confirm-email", "inactive"]
)
@pytest.mark.parametrize("language", ["es", "en", "pt", "fr"])
def test_each_page_is_shown_in_each_language(client, name, language):
    answer = client.get(f"/{language}/accounts/{name}/")
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in answer.content.decode()


@pytest.mark.parametrize(
    "name",
    ["logout", "password/change", "email", "2fa", "2fa/totp/activate", "2fa/webauthn/add", "reauthenticate"],
)
def test_each_page_of_an_account_is_shown(client, name):
    client.post(SIGN_UP, {**MARTA, "email": "marta@example.org"})
    answer = client.get(f"/es/accounts/{name}/", follow=True)
    assert answer.status_code == 200
    assert "site-header" in answer.content.decode()


def test_a_new_account_finds_a_path_that_says_what_comes_next(client):
    answer = client.post(SIGN_UP, {**MARTA, "email": ""}, follow=True)
    assert (answer.status_code, answer.request["PATH_INFO"]) == (200, "/es/path/")
