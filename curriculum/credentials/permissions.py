"""Who sees awards, and who may take one back."""

from django.db.models import QuerySet

from curriculum.people.permissions import can_administer
from curriculum.people.scope import administered
from curriculum.people.twins import people_behind
from curriculum.standards.accounts import Visitor

from .models import Award


def awards_administered_by(user: Visitor) -> QuerySet[Award]:
    """The awards of the institutions that this user administers."""
    return Award.objects.filter(institution__in=administered(user))


def is_own_award(user: Visitor, award: Award) -> bool:
    """Whether the award is of the person behind this account, in whichever of her records."""
    return people_behind(user).filter(pk=award.person_id).exists()


def can_revoke(user: Visitor, award: Award) -> bool:
    """An administrator of the institution, and never the holder herself: a different person acts."""
    return can_administer(user, award.institution) and not is_own_award(user, award)


def own_awards(user: Visitor) -> QuerySet[Award]:
    """The awards of the person behind this account. A record that only resembles hers opens nothing."""
    return Award.objects.filter(person__user=user.pk) if user.is_authenticated else Award.objects.none()
