"""Who may read lessons: those who take part, those who teach, those who administer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from curriculum.api import Visitor, is_only_an_outline, place_in_module, roles_by_institution
from curriculum.enums import Role

if TYPE_CHECKING:
    from curriculum.models import Module

    from .models import LessonPage

STAFF_WHO_READ = frozenset({Role.TRAINER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Reader:
    """What a user is to a module. A learner takes part; staff read and nothing is recorded.

    `of_outline`: in the learner's version of the programme the module is only an outline; for staff, in all.
    """

    participation_id: int | None = None
    of_outline: bool = False
    is_staff: bool = False
    is_stranger: bool = False

    @property
    def takes_part(self) -> bool:
        return self.participation_id is not None

    @property
    def may_read(self) -> bool:
        return self.takes_part or self.is_staff


def reader_of(user: Visitor, module: "Module") -> Reader:
    """How this user stands to a module; one query for learners, two for everybody else.

    A stranger belongs to other institutions only: for her, this one's lessons do not exist.
    """
    place = place_in_module(user, module.pk)
    if place is not None:
        return Reader(participation_id=place.participation_id, of_outline=place.demonstration)
    roles = roles_by_institution(user)
    here = roles.get(module.institution_id, set())
    is_staff = bool(here & STAFF_WHO_READ)
    return Reader(
        of_outline=is_staff and is_only_an_outline(module.pk),
        is_staff=is_staff,
        is_stranger=bool(roles) and not here,
    )


def may_record(user: Visitor, page: "LessonPage") -> bool:
    """Whether this user may give a lesson its recorded voice: it is heard at once, as what is published is read."""
    return page.permissions_for_user(user).can_publish()
