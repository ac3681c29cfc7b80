"""What search engines and message apps are told of a public page: its one address, its languages, what it offers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from wagtail.models import Page

from curriculum.api import Offer

SCHEMA = "https://schema.org"
HOURS = "programme_hours"


@dataclass(frozen=True, slots=True)
class Found:
    """Where a page is found.

    `canonical` is the one address of its text; `alternates` are (language, address) of every language it is
    written in, its own among them, the school's main language first.
    """

    canonical: str
    alternates: Sequence[tuple[str, str]]


def found_at(page: Page) -> Found:
    """An alias shows the text of another page: that one's address is the true one. One query."""
    written = page.get_translations(inclusive=True).live().filter(alias_of=None)
    ordered = written.select_related("locale").order_by("pk")
    alternates = [(each.locale.language_code, each.full_url) for each in ordered if each.full_url]
    own = dict(alternates).get(page.locale.language_code)
    source = page.alias_of if page.alias_of_id else None
    return Found(own or (source.full_url if source else page.full_url) or "", alternates)


def course_data(page: Page, offer: Offer, description: str) -> dict[str, Any]:
    """The programme as a schema.org Course. What is not stated is left out, never guessed."""
    institution = offer.version.programme.institution
    return {
        "@context": SCHEMA,
        "@type": "Course",
        "name": page.title,
        "description": description or page.title,
        "url": page.full_url,
        "inLanguage": page.locale.language_code,
        "provider": {"@type": "Organization", "name": institution.name, "url": _home(page)},
        "educationalCredentialAwarded": [achievement.name for achievement in offer.achievements],
        "coursePrerequisites": list(offer.asked[0].sentences) if offer.asked else [],
        "hasPart": [{"@type": "Course", "name": line.placed.module.title} for line in offer.modules],
        "hasCourseInstance": {"@type": "CourseInstance", "courseMode": "Blended", **_workload(offer)},
    }


def _workload(offer: Offer) -> Mapping[str, str]:
    """ISO 8601, as schema.org wants it: PT152H."""
    hours = next((line.figure.amount for line in offer.figures if line.figure.name == HOURS), None)
    return {"courseWorkload": f"PT{hours.normalize():f}H"} if hours is not None else {}


def _home(page: Page) -> str:
    """The address of the site, where the school is found; no query."""
    scheme, host, *_ = urlsplit(page.full_url or "")
    return f"{scheme}://{host}/"


def sitemap_entries(pages: Iterable[Page]) -> list[dict[str, Any]]:
    """One entry for each written page with its other languages, so that they lead to each other."""
    families: dict[Any, list[Page]] = {}
    for page in pages:
        families.setdefault(page.translation_key, []).append(page)
    return [
        {
            "location": page.full_url,
            "changed": page.last_published_at,
            "alternates": [(each.locale.language_code, each.full_url) for each in family],
        }
        for family in families.values()
        for page in family
    ]
