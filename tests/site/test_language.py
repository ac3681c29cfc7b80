"""A language that somebody chose stays with her: on this device, with her account, and on another device."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.users.models import UserProfile

from curriculum.people.models import Person
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
PASSWORD = "mate amargo 7"


@pytest.fixture
def marta(db: None) -> Person:
    person = PersonFactory(user__username="marta", language="pt")
    person.user.set_password(PASSWORD)
    person.user.save()
    return person


def test_a_browser_is_answered_in_its_language(client):
    assert client.get("/", headers={"Accept-Language": "fr"}).url == "/fr/"


def test_changing_it_keeps_the_place_and_is_kept_with_the_account(client, marta):
    client.force_login(marta.user)
    answer = client.post("/es/language/", {"language": "fr", "next": "/es/path/?a=1"})
    assert answer.url == "/fr/path/?a=1"
    marta.refresh_from_db()
    assert marta.language == "fr"
    assert UserProfile.objects.get(user=marta.user).preferred_language == "fr"


def test_a_new_device_goes_on_in_the_language_of_the_account(client, marta):
    answer = client.post("/es/accounts/login/", {"login": "marta", "password": PASSWORD})
    assert answer.url.startswith("/pt/")
    assert client.cookies["django_language"].value == "pt"


def test_what_was_chosen_on_this_device_goes_before(client, marta):
    client.post("/es/language/", {"language": "en", "next": "/es/accounts/login/"})
    answer = client.post("/en/accounts/login/", {"login": "marta", "password": PASSWORD})
    assert answer.url.startswith("/en/")


@pytest.mark.parametrize("language", ["xx", "", "es'--"])
def test_a_language_that_is_not_offered_changes_nothing(client, marta, language):
    client.force_login(marta.user)
    client.post("/es/language/", {"language": language, "next": "/es/path/"})
    marta.refresh_from_db()
    assert marta.language == "pt"


def test_a_visitor_without_an_account_changes_hers_too():
    visitor = Client()
    assert visitor.post("/es/language/", {"language": "pt", "next": "/es/accounts/login/"}).url == (
        "/pt/accounts/login/"
    )
    assert not User.objects.exists()
