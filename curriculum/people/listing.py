"""The people of some institutions as a list shows them: where they are, and when we last heard of them."""

from collections.abc import Collection
from datetime import datetime
from functools import reduce
from operator import and_
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import (
    Case,
    Exists,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from curriculum.standards.texts import translated_columns

from .documents import compact
from .enums import EndReason
from .managers import PersonQuerySet
from .models import IdentityDocument, Membership, Participation, Person
from .plain_text import plain_name

# Of each programme its key and its name in every language; the long texts stay where they are.
PROGRAMME_NAMES = [
    f"programme_version__programme__{column}" for column in ("key", *translated_columns("name"))
]


FEW = 500  # people found, up to which a search remembers them one by one


class Standing(TextChoices):
    """How a person stands with her courses, taken together."""

    TAKING_PART = "taking_part", _("Takes part")
    COMPLETED = "completed", _("Has completed")
    LEFT = "left", _("Has left")
    NO_COURSE = "no_course", _("No course yet")


def people_of(institution_ids: Collection[int]) -> PersonQuerySet:
    """Everyone with a role, past or present, in these institutions; three queries with what stands beside them.

    Each row has `standing`, `last_entry_at`, `participations_here` and `memberships_here`.
    """
    here = Participation.objects.filter(institution__in=institution_ids)
    mine = here.filter(person=OuterRef("pk"))
    belonging = Membership.objects.filter(institution__in=institution_ids)
    return (
        Person.objects.filter(Exists(belonging.filter(person=OuterRef("pk"))))
        .annotate(
            standing=Case(
                When(Exists(mine.open()), then=Value(Standing.TAKING_PART)),
                When(Exists(mine.filter(end_reason=EndReason.COMPLETED)), then=Value(Standing.COMPLETED)),
                When(Exists(mine), then=Value(Standing.LEFT)),
                default=Value(Standing.NO_COURSE),
            ),
            last_entry_at=Subquery(_last_entry(institution_ids)),
        )
        .select_related("user")
        .prefetch_related(
            Prefetch(
                "participations",
                here.select_related("group", "programme_version__programme")
                .only("person_id", "started_on", "group__key", "group__name", *PROGRAMME_NAMES)
                .order_by("-started_on"),
                to_attr="participations_here",
            ),
            Prefetch("memberships", belonging.filter(until__isnull=True), to_attr="memberships_here"),
        )
    )


def _last_entry(institution_ids: Collection[int]) -> QuerySet[Any, Any]:
    latest = Max("evidence__recorded_at", filter=Q(evidence__institution__in=institution_ids))
    return Person.objects.filter(pk=OuterRef("pk")).values("pk").annotate(latest=latest).values("latest")


def matching(people: PersonQuerySet, text: str, institution_ids: Collection[int]) -> PersonQuerySet:
    """Those whom a text means: words of the name in any order and without accents, or a document, an e-mail
    address, a phone or a user name, each as far as it was written and however it is punctuated.

    Documents of other institutions find nobody. The books are read through once: a list that counts its rows and
    then shows a page of them would otherwise do it twice.
    """
    meant = Person.objects.filter(_meant(text, institution_ids)).order_by()
    ids = list(meant.values_list("pk", flat=True)[: FEW + 1])
    return people.filter(pk__in=ids) if len(ids) <= FEW else people.filter(pk__in=meant.values("pk"))


def _meant(text: str, institution_ids: Collection[int]) -> Q:
    """Only where somebody can be meant by such a text is it looked for: no name has the shape of a number."""
    words = plain_name(text).split()
    meant = Q(pk__in=())
    if any(sign.isalpha() for sign in text):
        meant |= reduce(and_, (Q(plain_name__contains=word) for word in words))
    if len(words) == 1:
        accounts = get_user_model()
        named = accounts._default_manager.filter(**{f"{accounts.USERNAME_FIELD}__icontains": text.strip()})
        meant |= Q(email__icontains=text.strip()) | Q(user__in=named.values("pk"))
    number = compact(text)
    if any(sign.isdigit() for sign in number):
        here = IdentityDocument.objects.filter(
            institution__in=institution_ids, compact_number__contains=number
        )
        meant |= Q(pk__in=here.values("person"))
        meant |= Q(phone__contains=text.strip()) | Q(phone_e164__contains=number.lstrip("0") or number)
    return meant


def last_activity(person: Person) -> datetime | None:
    """When she last signed in or something was recorded for her; for rows of `people_of`."""
    moments = [getattr(person, "last_entry_at", None), person.user.last_login if person.user else None]
    return max((moment for moment in moments if moment), default=None)


def activity_text(person: Person) -> str:
    """The day of her last activity as the reader writes it, or “never”."""
    moment = last_activity(person)
    return date_format(timezone.localtime(moment), "SHORT_DATE_FORMAT") if moment else gettext("never")


def silent_since(people: PersonQuerySet, moment: datetime) -> PersonQuerySet:
    """Those of `people_of` of whom nothing was heard from this moment on."""
    return people.filter(
        Q(last_entry_at__lt=moment) | Q(last_entry_at__isnull=True),
        Q(user__isnull=True) | Q(user__last_login__lt=moment) | Q(user__last_login__isnull=True),
    )
