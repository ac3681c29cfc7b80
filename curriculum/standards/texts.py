"""Texts that stand in several languages, as `{language: text}`."""

from collections.abc import Mapping

from django.db.models import Model
from modeltranslation.settings import AVAILABLE_LANGUAGES

Texts = Mapping[str, str]


def texts_of(row: Model, field: str) -> dict[str, str]:
    """A translated field of a row by language; languages without a text are left out."""
    texts = {language: getattr(row, f"{field}_{language}") for language in AVAILABLE_LANGUAGES}
    return {language: text for language, text in texts.items() if text}


def columns_of(field: str, texts: Texts) -> dict[str, str | None]:
    """`texts` as the columns of a translated field, ready for `create` and `update`."""
    return {f"{field}_{language}": texts.get(language) or None for language in AVAILABLE_LANGUAGES}


def translated_columns(field: str) -> tuple[str, ...]:
    """The columns in which a translated field is kept, one a language."""
    return tuple(f"{field}_{language}" for language in AVAILABLE_LANGUAGES)
