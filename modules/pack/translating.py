"""Translations of pages as wagtail-localize keeps them: a source and its translated strings, never a finished page.

A finished page would be overwritten the next time a trainer updates the translation from its source.
"""

from typing import TYPE_CHECKING

from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

TOOL = "pack"


def translate_page(
    page: Page, translated: Page, locale: Locale, *, user: "AbstractBaseUser | None"
) -> tuple[Page, bool]:
    """Publish a page in another language with the texts of `translated`, an unsaved page of the same build.

    Returns the published translation, and whether every text of the pack was used: strings that a person has
    translated since are hers and stay. Raises ValueError if the two are built differently.
    """
    source, _ = TranslationSource.update_or_create_from_instance(page)
    Translation.objects.get_or_create(source=source, target_locale=locale)
    complete = _store_strings(source, translated, locale)
    source.create_or_update_translation(locale, user=user, publish=False, copy_parent_pages=True)
    draft = page.get_translation(locale)
    draft.get_latest_revision().publish(user=user, skip_permission_checks=True)
    return page.get_translation(locale), complete


def _store_strings(source: TranslationSource, translated: Page, locale: Locale) -> bool:
    wanted = _wanted_strings(source, translated)
    known = {
        (row.translation_of_id, row.context_id): row
        for row in StringTranslation.objects.filter(locale=locale, context__object=source.object)
    }
    new, changed, kept = [], [], 0
    for place, data in wanted.items():
        row = known.get(place)
        if row is None:
            translation_of_id, context_id = place
            new.append(
                StringTranslation(
                    translation_of_id=translation_of_id,
                    context_id=context_id,
                    locale=locale,
                    data=data,
                    translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                    tool_name=TOOL,
                )
            )
        elif row.data != data and row.last_translated_by_id:
            kept += 1
        elif row.data != data:
            row.data = data
            changed.append(row)
    StringTranslation.objects.bulk_create(new)
    StringTranslation.objects.bulk_update(changed, ["data"])
    return not kept


def _wanted_strings(source: TranslationSource, translated: Page) -> dict[tuple[int, int], str]:
    """The translated texts by the string and the place they translate; both pages give them in one order."""
    segments = list(source.stringsegment_set.select_related("context").order_by("order"))
    values = [value for value in extract_segments(translated) if isinstance(value, StringSegmentValue)]
    if [segment.context.path for segment in segments] != [value.path for value in values]:
        raise ValueError(f"{translated} is built differently from its source")
    return {
        (segment.string_id, segment.context_id): value.string.data
        for segment, value in zip(segments, values, strict=True)
    }
