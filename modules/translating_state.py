"""What of a programme is not translated yet, or no longer, language by language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from .models import ProgrammePage

if TYPE_CHECKING:
    from curriculum.api import Visitor


@dataclass(frozen=True, slots=True)
class Untranslated:
    """One page in one language: missing altogether, or with so many texts still to translate; where to do it."""

    page: Page
    language: str
    is_missing: bool
    texts_left: int
    address: str


def untranslated_in(programme_page: ProgrammePage) -> Sequence[Untranslated]:
    """The pages of a programme in its own language, for each other language that lacks something.

    Four queries and one more for each translation that was begun in the CMS.
    """
    pages = list(
        Page.objects.descendant_of(programme_page, inclusive=True).filter(alias_of=None).order_by("path")
    )
    others = list(Locale.objects.exclude(pk=programme_page.locale_id).order_by("language_code"))
    keys = [page.translation_key for page in pages]
    present = set(
        Page.objects.filter(translation_key__in=keys, alias_of=None).values_list(
            "translation_key", "locale_id"
        )
    )
    begun = {
        (translation.source.object_id, translation.target_locale_id): translation
        for translation in Translation.objects.filter(
            source__object_id__in=keys, enabled=True
        ).select_related("source")
    }
    found = []
    for locale in others:
        for page in pages:
            missing = (page.translation_key, locale.pk) not in present
            translation = begun.get((page.translation_key, locale.pk))
            left = _texts_left(translation) if translation else 0
            if missing or left:
                address = _address(page, translation, locale)
                found.append(Untranslated(page, locale.language_code, missing, left, address))
    return found


def _texts_left(translation: Translation) -> int:
    total, translated = translation.get_progress()
    return int(total - translated)


def _address(page: Page, translation: Translation | None, locale: Locale) -> str:
    """Where it is translated: the translation that was begun, or where one is begun."""
    instance = Page.objects.filter(translation_key=page.translation_key, locale=locale).first()
    if translation and instance:
        return reverse("wagtailadmin_pages:edit", args=[instance.pk])
    return reverse("wagtail_localize:submit_page_translation", args=[page.pk])


def programme_pages_for(user: "Visitor") -> Sequence[ProgrammePage]:
    """The programmes in their own language below which this account may write."""
    pages = ProgrammePage.objects.filter(alias_of=None, locale=Locale.get_default()).order_by("path")
    return [page for page in pages if page.permissions_for_user(user).can_edit()]
