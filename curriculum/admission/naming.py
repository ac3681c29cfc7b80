"""Who is named to open sensitive documents, and by whom."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet

from curriculum.people.enums import Role
from curriculum.people.models import Membership, Person
from curriculum.standards.accounts import Visitor

from .models import DocumentReader

STAFF = (Role.ADMINISTRATOR, Role.TRAINER, Role.ASSESSOR)


def possible_readers(institution_ids: Iterable[int], user: Visitor) -> QuerySet[Person]:
    """Staff with an account, without the one who asks; one query."""
    staff = Person.objects.filter(
        memberships__institution__in=list(institution_ids),
        memberships__role__in=STAFF,
        memberships__until__isnull=True,
        user__isnull=False,
    )
    return staff.exclude(user=user.pk).distinct().order_by("name")


@transaction.atomic
def name_reader(
    *, person: Person, institution_ids: Iterable[int], named_by: Person, since: date
) -> list[DocumentReader]:
    """Where she works and the one who names her administers; naming twice names once."""
    works = Membership.objects.filter(
        person=person, institution__in=list(institution_ids), role__in=STAFF, until__isnull=True
    )
    return [
        DocumentReader.objects.get_or_create(
            institution_id=institution_id,
            person=person,
            until=None,
            defaults={"since": since, "named_by": named_by},
        )[0]
        for institution_id in sorted(set(works.values_list("institution_id", flat=True)))
    ]


@transaction.atomic
def end_reader(*, reader: DocumentReader, on: date) -> DocumentReader:
    """She opens nothing from this day on."""
    reader.until = on - timedelta(days=1)
    reader.save(update_fields=["until"])
    return reader
