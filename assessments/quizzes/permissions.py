"""Who may see a quiz without taking part in its course."""

from curriculum.api import Visitor, roles_by_institution
from curriculum.enums import Role

from .models import Quiz

STAFF_WHO_READ = frozenset({Role.TRAINER, Role.ADMINISTRATOR})


def can_look_at(user: Visitor, quiz: Quiz) -> bool:
    """Trainers and administrators of its institution: they see the questions and hand nothing in; one query."""
    return bool(roles_by_institution(user).get(quiz.institution_id, set()) & STAFF_WHO_READ)
