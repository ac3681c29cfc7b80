"""What an award says for ever: names and titles as they were on the day it was granted."""

from typing import Any

from curriculum.people.models import Person
from curriculum.standards.models import Achievement
from curriculum.standards.texts import texts_of


def inscribe(person: Person, achievement: Achievement) -> dict[str, Any]:
    """`{"holder", "kind", "titles": {language: …}, "issuers": {language: …}}`; empty languages are left out."""
    return {
        "holder": person.name,
        "kind": achievement.kind,
        "titles": texts_of(achievement, "name"),
        "issuers": texts_of(achievement.institution, "name"),
    }
