"""Who may see a learner's pages as she sees them: those who teach her group, those who administer."""

from django.db.models import Q

from curriculum.people.managers import administered_institution_ids
from curriculum.people.models import Membership, Participation, Person
from curriculum.standards.accounts import Visitor


def institutions_to_look_from(user: Visitor, person: Person) -> frozenset[int]:
    """Ids of the institutions for which this account may see this person's pages today; one query.

    Her own pages she opens herself, so that nobody looks at her own.
    """
    if not user.is_authenticated or person.user_id == user.pk:
        return frozenset()
    hers = Participation.objects.filter(person=person)
    taught = hers.open().taught_by(user).values("pk")
    seen = hers.filter(Q(pk__in=taught) | Q(institution__in=administered_institution_ids(user)))
    return frozenset(seen.values_list("institution_id", flat=True))


def stands_only_in(person: Person, institution_ids: frozenset[int]) -> bool:
    """Whether a page about the whole person would show nothing of other institutions; one query."""
    memberships = Membership.objects.filter(person=person).order_by()
    learning = Participation.objects.filter(person=person).order_by()
    everywhere = memberships.values_list("institution_id").union(learning.values_list("institution_id"))
    return {key for (key,) in everywhere} <= institution_ids
