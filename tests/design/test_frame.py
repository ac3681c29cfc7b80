"""What stands around every page: language, account, skip link, messages."""

import re

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import translation

pytestmark = pytest.mark.django_db


def sign_in_page(client: Client, query: str = "", **headers: str) -> str:
    return client.get(f"/es/accounts/login/{query}", headers=headers).content.decode()


def language_form(html: str) -> tuple[str, str]:
    """Where the language form leads, and the place it keeps."""
    form = re.search(
        r'<form class="menu__panel" method="post" action="([^"]+)">.*?name="next" value="([^"]+)"', html, re.S
    )
    assert form
    return form[1], form[2]


def test_another_language_keeps_the_place_and_its_question(client: Client) -> None:
    action, place = language_form(sign_in_page(client, "?next=/es/path/"))
    answer = client.post(action, {"language": "pt", "next": place}, headers={"accept-language": "en"})
    assert answer["Location"] == "/pt/accounts/login/?next=/es/path/"


def test_languages_stand_in_their_own_names(client: Client) -> None:
    html = sign_in_page(client)
    for code, name in {"es": "Español", "pt": "Português", "en": "English", "fr": "Français"}.items():
        assert re.search(rf'value="{code}" lang="{code}"[^>]*>{name}<', html)
    assert html.count('aria-current="true"') == 1


def test_the_page_says_its_language_and_can_be_skipped_to(client: Client) -> None:
    html = sign_in_page(client)
    assert '<html lang="es"' in html
    assert html.index('href="#main"') < html.index("<header")
    assert 'id="main"' in html


@pytest.mark.parametrize(("cookie", "attribute"), [("dark", ' data-theme="dark"'), ('"><b>', "")])
def test_only_known_colours_reach_the_page(client: Client, cookie: str, attribute: str) -> None:
    client.cookies["cuidar_theme"] = cookie
    opening = re.search(r"<html[^>]*>", sign_in_page(client))
    assert opening
    assert opening[0] == f'<html lang="es"{attribute}>'


def test_signing_out_is_an_act_not_a_link(client: Client) -> None:
    client.force_login(
        User.objects.create_user("marta", password="a-door-in-march", first_name="Marta Olivera")
    )
    with translation.override("es"):
        html = client.get(reverse("account_change_password")).content.decode()
        sign_out = reverse("account_logout")
    assert "Marta Olivera" in html
    assert re.search(
        rf'<form method="post" action="{sign_out}"><input type="hidden" name="csrfmiddlewaretoken"', html
    )
    assert f'href="{sign_out}"' not in html
