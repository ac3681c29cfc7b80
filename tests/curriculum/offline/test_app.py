"""The installable app: its worker, its manifest, its own pages, and the way out."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from PIL import Image

from curriculum.models import Participation

pytestmark = pytest.mark.django_db

LANGUAGES = ["es", "en", "pt", "fr"]


def worker(client: Client) -> str:
    response = client.get("/service-worker.js")
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert "no-cache" in response.headers["Cache-Control"]
    return response.text


def test_the_worker_brings_every_style_and_script(client: Client) -> None:
    script = worker(client)
    for folder in ("css", "js"):
        for path in (settings.ROOT / "static/cuidar" / folder).rglob("*.*"):
            assert f"/static/cuidar/{path.relative_to(settings.ROOT / 'static/cuidar').as_posix()}" in script
    assert "/desk/" not in script


def test_the_worker_is_the_same_until_something_changes(client: Client, learner: Participation) -> None:
    anonymous = worker(client)
    client.force_login(learner.person.user)
    assert worker(client) == anonymous


def test_a_worker_that_is_switched_off_cleans_up_and_leaves(
    client: Client, settings: pytest.FixtureRequest
) -> None:
    settings.CUIDAR_OFFLINE = False
    script = worker(client)
    assert "retire()" in script
    assert "serve" not in script


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manifest_speaks_the_readers_language(client: Client, language: str) -> None:
    told = client.get(f"/{language}/app.webmanifest").json()
    assert (told["lang"], told["start_url"], told["scope"]) == (language, f"/{language}/path/", "/")
    for icon in told["icons"]:
        path = finders.find(icon["src"].removeprefix(settings.STATIC_URL))
        assert path
        if icon["type"] == "image/png":
            assert "x".join(map(str, Image.open(Path(path)).size)) == icon["sizes"]


@pytest.mark.parametrize("page", ["needs-signal", "phone"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_apps_own_pages_know_nobody(
    client: Client, learner: Participation, language: str, page: str
) -> None:
    learner.person.user.first_name = "Ana Píriz"
    learner.person.user.save()
    client.force_login(learner.person.user)
    html = client.get(f"/{language}/{page}/").content.decode()
    assert f'<html lang="{language}"' in html
    assert "Ana Píriz" not in html
    assert "csrfmiddlewaretoken" not in html


def test_a_page_says_whose_it_is_and_a_strangers_page_says_nobody(
    client: Client, learner: Participation
) -> None:
    assert 'data-account=""' in client.get("/es/accounts/login/").content.decode()
    client.force_login(learner.person.user)
    html = client.get("/es/path/").content.decode()
    assert f'data-account="{learner.person.user_id}"' in html


def test_what_belongs_to_the_visit_is_marked(client: Client, learner: Participation) -> None:
    """Copies are made without it; if a mark were lost, a kept page would show a name to the next person."""
    client.force_login(learner.person.user)
    html = client.get("/es/path/").content.decode()
    tools = re.search(r'<div class="site-header__tools" data-not-kept>', html)
    assert tools
    assert html.index("account-menu") > tools.start()


def test_the_token_is_never_kept(client: Client) -> None:
    response = client.get("/es/phone/token/")
    assert "no-store" in response.headers["Cache-Control"]
    assert response.json() == {"account": "", "token": ""}


def test_asking_in_the_background_spoils_no_sign_in_form(client: Client) -> None:
    assert "csrftoken" not in client.get("/es/phone/token/").cookies
