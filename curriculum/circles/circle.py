"""A circle, and how one visitor stands to it. Nothing of a circle reaches anybody but through here."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from curriculum.api import (
    Visitor,
    current_awards,
    earning_participations,
    groups_seen_by,
    person_of,
    taught_or_administered,
)
from curriculum.enums import AchievementKind

from .models import Post, Seat

if TYPE_CHECKING:
    from curriculum.models import Group, Institution, Person


@dataclass(frozen=True, slots=True)
class Circle:
    """The people of a group, or, without one, all certified carers of an institution."""

    institution: "Institution"
    group: "Group | None" = None

    @property
    def title(self) -> str:
        return self.group.name if self.group else _("Certified carers")

    @property
    def url(self) -> str:
        return reverse("circles:circle", args=self.key)

    @property
    def key(self) -> tuple[str, ...]:
        return (self.institution.key, self.group.key) if self.group else (self.institution.key,)

    @property
    def fields(self) -> dict[str, Any]:
        return {"institution": self.institution, "group": self.group}

    def holds(self, post: Post) -> bool:
        same_group = post.group_id == (self.group.pk if self.group else None)
        return same_group and post.institution_id == self.institution.pk

    def posts(self) -> QuerySet[Post]:
        return Post.objects.filter(**_exactly(self))

    def seats(self) -> QuerySet[Seat]:
        return Seat.objects.filter(**_exactly(self))


def _exactly(circle: Circle) -> dict[str, Any]:
    if circle.group is None:
        return {"institution": circle.institution, "group__isnull": True}
    return {"group": circle.group}


@dataclass(frozen=True, slots=True)
class Standing:
    """A person in a circle. Whoever moderates belongs to it, and says who she is: no pen name for the staff."""

    circle: Circle
    person: "Person"
    moderates: bool = False


def circles_of(user: Visitor) -> list[Standing]:
    """Every circle of this account: those of her groups, of the groups she looks after, and of the certified.

    Four queries, however many circles.
    """
    person = person_of(user)
    if person is None:
        return []
    found: dict[tuple[str, ...], Standing] = {}
    for group in groups_seen_by(user):
        _put(found, Standing(Circle(group.institution, group), person, moderates=True))
    for participation in earning_participations(user).select_related("group"):
        if participation.group:
            _put(found, Standing(Circle(participation.institution, participation.group), person))
    for standing in _among_certified(user, person):
        _put(found, standing)
    return list(found.values())


def standing_in(user: Visitor, *key: str) -> Standing | None:
    """How this account stands to the circle of that key; None where it does not exist for her."""
    person = person_of(user)
    if person is None:
        return None
    institution, *group = key
    if not group:
        return next((each for each in _among_certified(user, person) if each.circle.key == key), None)
    named = {"institution__key": institution, "key": group[0]}
    looked_after = groups_seen_by(user).filter(**named).first()
    if looked_after is not None:
        return Standing(Circle(looked_after.institution, looked_after), person, moderates=True)
    within = {f"group__{field}": value for field, value in named.items()}
    own = earning_participations(user).select_related("group").filter(**within).first()
    return Standing(Circle(own.institution, own.group), person) if own else None


def _among_certified(user: Visitor, person: "Person") -> list[Standing]:
    """The circles of the certified carers that this person belongs to."""
    return [
        Standing(Circle(institution), person, institution.pk in taught_or_administered(user))
        for institution in _certified_at(person)
    ]


def _put(found: dict[tuple[str, ...], Standing], standing: Standing) -> None:
    """The first way into a circle counts: whoever looks after it moderates it, even if she also learns there."""
    found.setdefault(standing.circle.key, standing)


def _certified_at(person: "Person") -> list["Institution"]:
    """Where she holds a qualification that nobody has revoked."""
    awards = current_awards().filter(person=person, achievement__kind=AchievementKind.QUALIFICATION)
    return list(
        {award.institution_id: award.institution for award in awards.select_related("institution")}.values()
    )
