"""What search engines and message apps are told of the public pages."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
from django.test import Client
from wagtail.models import Locale

from modules.models import ProgrammePage

from .school import School, reward_module

pytestmark = pytest.mark.django_db

LINK = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture
def in_portuguese(school: School) -> ProgrammePage:
    """The programme's page in a second language; those above it are aliases."""
    portuguese = Locale.objects.get_or_create(language_code="pt")[0]
    page = school.programme_page.copy_for_translation(portuguese, copy_parents=True)
    page.title = "Curso de cuidados em português"
    page.save_revision().publish()
    return ProgrammePage.objects.get(pk=page.pk)


def html_of(client: Client, page: ProgrammePage) -> str:
    answer = client.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_languages_of_a_page_lead_to_each_other(
    school: School, in_portuguese: ProgrammePage, client: Client
) -> None:
    told = [html_of(client, page) for page in (school.programme_page, in_portuguese)]
    alternates = [dict(LINK.findall(html)) for html in told]
    assert alternates[0] == alternates[1]
    assert alternates[0].keys() == {"es", "pt", "x-default"}
    canonicals = [CANONICAL.findall(html) for html in told]
    assert canonicals == [[alternates[0]["es"]], [alternates[0]["pt"]]]


def test_a_programme_is_a_course_for_machines(school: School, client: Client) -> None:
    reward_module(school, school.module_page.module)
    page = school.programme_page
    page.summary = "Cuidar </script><script>alert(1)</script> & practicar"
    page.save()
    (written,) = DATA.findall(html_of(client, page))
    course = json.loads(written)
    assert course["@context"] == "https://schema.org"
    assert (course["@type"], course["name"], course["inLanguage"]) == ("Course", "Curso de cuidados", "es")
    assert course["description"] == page.summary
    assert course["provider"]["name"] == school.institution.name
    assert course["educationalCredentialAwarded"] == ["Nivelación"]
    assert [part["name"] for part in course["hasPart"]] == ["Módulo 1"]
    assert "courseWorkload" not in course["hasCourseInstance"]  # no figure is on record, so none is told


def test_message_apps_have_a_picture_and_a_sentence(school: School, client: Client) -> None:
    html = html_of(client, school.programme_page)
    for told in ("og:title", "og:image", "og:url", "twitter:card"):
        assert f'="{told}"' in html
    picture = re.search(r'og:image" content="([^"]+)"', html)
    assert picture
    assert picture[1].startswith("http://testserver/static/cuidar/share/")


def test_the_sitemap_holds_what_is_public_and_nothing_else(
    school: School, in_portuguese: ProgrammePage, client: Client
) -> None:
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 — our own answer
    told = {node.text for node in tree.findall("s:url/s:loc", SITEMAP)}
    assert {school.programme_page.full_url, in_portuguese.full_url} <= told
    assert not any("/learn/" in address or "/admin/" in address for address in told if address)
    entry = next(
        each
        for each in tree.findall("s:url", SITEMAP)
        if each.findtext("s:loc", None, SITEMAP) == in_portuguese.full_url
    )
    languages = {link.get("hreflang") for link in entry.findall("x:link", SITEMAP)}
    assert languages == {"es", "pt"}


def test_robots_are_led_to_the_sitemap_and_kept_from_doors(client: Client) -> None:
    said = client.get("/robots.txt")
    assert said["Content-Type"].startswith("text/plain")
    assert "Sitemap: http://testserver/sitemap.xml" in said.content.decode()
    assert "Disallow: /*/accounts/" in said.content.decode()
