"""What an award says for ever: names and titles as they were on the day it was granted."""

from typing import Any

from django.db.models import Model
from modeltranslation.settings import AVAILABLE_LANGUAGES

from curriculum.people.models import Person
from curriculum.standards.models import Achievement


def inscribe(person: Person, achievement: Achievement) -> dict[str, Any]:
    """`{"holder", "kind", "titles": {language: …}, "issuers": {language: …}}`; empty languages are left out."""
    return {
        "holder": person.name,
        "kind": achievement.kind,
        "titles": in_all_languages(achievement, "name"),
        "issuers": in_all_languages(achievement.institution, "name"),
    }


def in_all_languages(row: Model, field: str) -> dict[str, str]:
    """A translated field of a row, by language; languages without a text are left out."""
    texts = {language: getattr(row, f"{field}_{language}", "") for language in AVAILABLE_LANGUAGES}
    return {language: text for language, text in texts.items() if text}
