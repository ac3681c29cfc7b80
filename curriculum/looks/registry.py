"""Which pages can be seen as a learner sees them: each plugin names its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

InstitutionOf = Callable[[Mapping[str, Any]], int | None]
"""From the keywords of an address to the id of the institution that its page belongs to; None: there is none."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A learner's page by the name of its address, and what it is called.

    Without `institution_of` it shows everything about the person, of every institution where she stands.
    """

    url_name: str
    label: str | Promise
    institution_of: InstitutionOf | None = None


_pages: dict[str, SeenPage] = {}


def register_seen_page(page: SeenPage) -> None:
    """Let trainers and administrators see this page as their learner sees it; called when the app is ready."""
    _pages[page.url_name] = page


def seen_page(url_name: str) -> SeenPage | None:
    return _pages.get(url_name)


_labels: dict[str, str | Promise] = {}


def register_look_label(page: str, label: str | Promise) -> None:
    """What to call a page that is looked at in another way than as its learner sees it."""
    _labels[page] = label


def label_of_look(page: str) -> str | Promise:
    known = seen_page(page)
    return known.label if known else _labels.get(page, page)
