"""Who may act. Views, admin and API ask these predicates and nothing else.

Each costs at most one query and answers for today.
"""

from django.db.models import Exists, OuterRef, Q, QuerySet

from curriculum.standards.accounts import Visitor
from curriculum.standards.models import Institution

from .enums import Role
from .managers import administered_institution_ids
from .models import Group, Membership, Participation, Person
from .trust import without_entrusted


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


def people_given_slips_by(user: Visitor) -> QuerySet[Person]:
    """Those for whom this user may print a sign-in slip; to be narrowed down to the people she has in view.

    A slip opens an account, so it may open no more than she may see anyway: an administrator prints for people of
    her institutions who have a role of the staff nowhere else, a trainer for learners of her groups who are learners
    and nothing more. Never for herself, for a superuser, or for whom others must be able to trust (`trust`).
    """
    if not user.is_authenticated:
        return Person.objects.none()
    mine = administered_institution_ids(user)
    held = Membership.objects.filter(person=OuterRef("pk"), until__isnull=True)
    more_than_learner = held.exclude(role=Role.LEARNER)
    taught = Participation.objects.open().taught_by(user).filter(person=OuterRef("pk"))
    administered = Exists(held.filter(institution__in=mine)) & ~Exists(
        more_than_learner.exclude(institution__in=mine)
    )
    may = Q(administered) | Q(Exists(taught) & ~Exists(more_than_learner))
    openable = without_entrusted(Person.objects.filter(user__is_active=True, user__is_superuser=False))
    return openable.filter(may).exclude(user=user.pk).select_related("user")


def can_print_slip(user: Visitor, person: Person) -> bool:
    """Whether `people_given_slips_by` has this person."""
    return people_given_slips_by(user).filter(pk=person.pk).exists()
