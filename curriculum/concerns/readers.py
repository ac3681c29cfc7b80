"""Who may read one concern: the confidants, without those it is about and those who stand above who tells it."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef

from curriculum.api import Visitor, line_of, people_behind, person_of

from .models import Confidant
from .permissions import confidants_of

if TYPE_CHECKING:
    from curriculum.models import Institution


def readers_for(
    institution: "Institution", *, teller: Visitor, about: Collection[int] = ()
) -> list[Confidant]:
    """The confidants who would read what this visitor tells about these persons (ids).

    Left out: whoever it is about, and every record that seems to be of the same human being; who tells it herself;
    her trainers and supervisors. Whoever tells without an account names those to be left out.
    """
    left_out: set[int] = set(about)
    person = person_of(teller)
    if person is not None:
        left_out |= {person.pk, *line_of(person)}
    listening = list(confidants_of(institution).select_related("person__user"))
    accounts = get_user_model()._default_manager.filter(person__in=left_out)
    twins = {pk for account in accounts for pk in _twins(account, listening)}
    return [each for each in listening if each.person_id not in left_out | twins]


def _twins(account: Visitor, listening: list[Confidant]) -> set[int]:
    """Which of these confidants seem to be the human being behind an account; one query."""
    own = people_behind(account).filter(pk=OuterRef("person"))
    rows = Confidant.objects.filter(Exists(own), pk__in=[each.pk for each in listening])
    return set(rows.values_list("person_id", flat=True))
