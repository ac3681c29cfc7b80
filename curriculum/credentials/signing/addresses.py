"""Where what an institution publishes for checking stands: the same in every language, below `/i/<key>/`."""

from urllib.parse import urlsplit

from django.conf import settings

from curriculum.standards.models import Institution


def site_did() -> str:
    """The site as a `did:web`; a port is written as the method asks (`%3A`)."""
    return "did:web:" + urlsplit(settings.WAGTAILADMIN_BASE_URL).netloc.replace(":", "%3A")


def did_of(institution: Institution) -> str:
    """An institution as a `did:web`: its document stands at `/i/<key>/did.json`."""
    return f"{site_did()}:i:{institution.key}"


def published(institution: Institution, *parts: str) -> str:
    """A full address below that of the institution."""
    return "/".join([settings.WAGTAILADMIN_BASE_URL.rstrip("/"), "i", institution.key, *parts])
