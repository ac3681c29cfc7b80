"""Who may act. Views, admin and API ask these predicates and nothing else.

Each costs at most one query and answers for today.
"""

from curriculum.standards.accounts import Visitor
from curriculum.standards.models import Institution

from .enums import Role
from .models import Group, Membership, Participation, Person


def has_role(user: Visitor, role: Role, institution: Institution | None = None) -> bool:
    """Whether the user holds a role today, in this institution or, when none is named, in any."""
    if not user.is_authenticated:
        return False
    memberships = Membership.objects.filter(person__user=user, role=role, until__isnull=True)
    if institution is not None:
        memberships = memberships.filter(institution=institution)
    return memberships.exists()


def can_administer(user: Visitor, institution: Institution | None = None) -> bool:
    """Whether she is an administrator of this institution today; without one, of any."""
    return has_role(user, Role.ADMINISTRATOR, institution)


def can_see_group(user: Visitor, group: Group) -> bool:
    """Its trainers, while they have that role in its institution, and the administrators there."""
    if not user.is_authenticated:
        return False
    teaching = group.trainers.filter(
        user=user,
        memberships__institution=group.institution_id,
        memberships__role=Role.TRAINER,
        memberships__until__isnull=True,
    )
    return teaching.exists() or can_administer(user, group.institution)


def can_leave(user: Visitor, participation: Participation) -> bool:
    """The person herself; no query when the person is at hand. The office has its own way."""
    return user.is_authenticated and participation.person.user_id == user.pk


def can_see_record(user: Visitor, person: Person, institution: Institution) -> bool:
    """The person herself, her trainers there, and the administrators of the institution."""
    if not user.is_authenticated:
        return False
    if person.user_id == user.pk:
        return True
    teaches = Participation.objects.taught_by(user).filter(person=person, institution=institution)
    return teaches.exists() or can_administer(user, institution)
