"""In which language a page is shown when it does not exist in the reader's."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page

# Portuguese and Spanish readers understand each other's written language better than English.
NEXT_BEST = {"es": ("pt", "en"), "pt": ("es", "en"), "fr": ("es", "en"), "en": ("es", "pt")}
FOR_OTHERS = ("es", "en", "pt")

PageType = TypeVar("PageType", bound=Page)


def language_chain(language: str) -> tuple[str, ...]:
    """The languages in which a reader of `language` is served, the best first."""
    return language, *NEXT_BEST.get(language, FOR_OTHERS)


def by_closeness(pages: QuerySet[PageType], language: str | None = None) -> QuerySet[PageType]:
    """Published pages in the order in which this reader would want them; aliases are no translations."""
    chain = language_chain(language or get_language() or "")
    whens = [When(locale__language_code=code, then=Value(rank)) for rank, code in enumerate(chain)]
    closeness = Case(*whens, default=Value(len(chain)), output_field=IntegerField())
    return pages.filter(live=True, alias_of=None).select_related("locale").order_by(closeness, "pk")


def page_for_reader(pages: QuerySet[PageType], key: UUID, language: str | None = None) -> PageType | None:
    """The page with this `translation_key` in the reader's language or the closest one; one query."""
    return by_closeness(pages.filter(translation_key=key), language).first()


def pages_for_reader(
    pages: QuerySet[PageType], keys: list[UUID], language: str | None = None
) -> dict[UUID, PageType]:
    """For each key its page in the closest language; one query."""
    found: dict[UUID, PageType] = {}
    for page in by_closeness(pages.filter(translation_key__in=keys), language):
        found.setdefault(page.translation_key, page)
    return found


def unless_own(language: str) -> str:
    """A language for the attribute `lang`: nothing where it is the reader's own."""
    return "" if language == get_language() else language


def language_context(page: Page) -> dict[str, str]:
    """The language of the content where it is not the reader's own, and both by name, so that the page says so."""
    shown = unless_own(page.locale.language_code)
    if not shown:
        return {}
    return {
        "text_lang": shown,
        "shown_language": get_language_info(shown)["name_translated"],
        "wanted_language": get_language_info(get_language() or "")["name_translated"],
    }
