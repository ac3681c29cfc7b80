"""Records that seem to be of one human being, so that nobody signs for herself from another account."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet, TextChoices
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from curriculum.standards.accounts import Visitor

from .enums import Role
from .models import IdentityDocument, Membership, Person


def people_behind(user: Visitor) -> QuerySet[Person]:
    """The person of an account, and every record that shares a document or an e-mail address with her.

    Meant as a subquery about known persons (`Exists(people_behind(user).filter(pk=OuterRef("person")))`); it asks
    nothing by itself. Phones are not compared: a household often has one.
    """
    if not user.is_authenticated:
        return Person.objects.none()
    return _alike(Person.objects.filter(user=user.pk))


def people_like(person: Person) -> QuerySet[Person]:
    """As `people_behind`, for somebody who signs without an account."""
    return _alike(Person.objects.filter(pk=person.pk))


def _alike(own: QuerySet[Person]) -> QuerySet[Person]:
    address = f"user__{get_user_model().get_email_field_name()}"
    hers = [own.exclude(**{field: ""}).values(e=Lower(field)) for field in ("email", address)]
    same_document = IdentityDocument.objects.filter(
        person__in=own,
        kind=OuterRef("kind"),
        country=OuterRef("country"),
        number__iexact=OuterRef("number"),
    )
    with_her_document = IdentityDocument.objects.filter(Exists(same_document), person=OuterRef("pk"))
    alike = Q(pk__in=own.values("pk")) | Q(Exists(with_her_document))
    for field in ("lower_email", "lower_account_email"):
        for addresses in hers:
            alike |= Q(**{f"{field}__in": addresses})
    compared = Person.objects.alias(lower_email=Lower("email"), lower_account_email=Lower(address))
    return compared.filter(alike)


class Likeness(TextChoices):
    """What two records have in common."""

    DOCUMENT = "document", _("the same document number")
    EMAIL = "email", _("the same e-mail address")
    PHONE = "phone", _("the same phone number")
    NAME = "name", _("the same name and date of birth")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be of one human being; `works_and_learns` where one signs and the other is signed for."""

    one: Person
    other: Person
    likenesses: tuple[Likeness, ...]
    works_and_learns: bool


def alike_pairs(institution_ids: Collection[int], of: Person | None = None) -> list[Pair]:
    """Records of these institutions that look like one another, first those where one works and the other learns.

    Of one person alone, if she is given. Six queries, however many people there are; pairs that only share a phone
    are a household as a rule, and come last.
    """
    found: dict[tuple[int, int], list[Likeness]] = defaultdict(list)
    for likeness, rows in _shared(institution_ids):
        holders: dict[Any, set[int]] = defaultdict(set)
        for person_id, *value in rows:
            holders[tuple(value)].add(person_id)
        for ids in holders.values():
            for pair in combinations(sorted(ids), 2):
                if of is None or of.pk in pair:
                    found[pair].append(likeness)
    people = Person.objects.in_bulk({key for pair in found for key in pair})
    signing, learning = _who_signs_and_learns(people, institution_ids)
    pairs = [
        Pair(
            people[one],
            people[other],
            tuple(likenesses),
            (one in signing and other in learning) or (other in signing and one in learning),
        )
        for (one, other), likenesses in found.items()
    ]
    return sorted(pairs, key=lambda pair: (not pair.works_and_learns, pair.likenesses == (Likeness.PHONE,)))


def _shared(institution_ids: Collection[int]) -> Iterator[tuple[Likeness, Iterable[tuple[Any, ...]]]]:
    """For each likeness the ids of people with a value that somebody else has too, and the value."""
    here = Person.objects.filter(
        Exists(Membership.objects.filter(person=OuterRef("pk"), institution__in=institution_ids))
    )
    documents = IdentityDocument.objects.filter(institution__in=institution_ids)
    yield Likeness.DOCUMENT, _held_twice(documents, "person_id", "country", "compact_number")
    emails = here.exclude(email="").annotate(lower_email=Lower("email"))
    yield Likeness.EMAIL, _held_twice(emails, "pk", "lower_email")
    yield Likeness.PHONE, _held_twice(here.exclude(phone_e164=""), "pk", "phone_e164")
    born = here.filter(birth_date__isnull=False)
    yield Likeness.NAME, _held_twice(born, "pk", "plain_name", "birth_date")


def _held_twice(rows: QuerySet[Any], person: str, *fields: str) -> Iterable[tuple[Any, ...]]:
    """The rows whose values in these fields stand in more than one row; one query."""
    same = {field: OuterRef(field) for field in fields}
    others = rows.filter(**same).exclude(**{person: OuterRef(person)})
    return rows.filter(Exists(others)).values_list(person, *fields)


def _who_signs_and_learns(ids: Iterable[int], institution_ids: Collection[int]) -> tuple[set[int], set[int]]:
    held = Membership.objects.filter(
        person__in=list(ids), institution__in=institution_ids, until__isnull=True
    )
    signing: set[int] = set()
    learning: set[int] = set()
    for person_id, role in held.values_list("person_id", "role"):
        (learning if role == Role.LEARNER else signing).add(person_id)
    return signing, learning
