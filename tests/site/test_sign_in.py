"""A person makes an account with or without an e-mail address, and guessing passwords is slowed down."""

import pytest
from django.contrib.auth.models import User

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
