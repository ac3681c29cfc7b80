"""Opening groups and changing who teaches them."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from curriculum.standards.models import ProgrammeVersion

from .models import Group, Person


@transaction.atomic
def open_group(
    *,
    programme_version: ProgrammeVersion,
    key: str,
    name: str,
    starts_on: date,
    ends_on: date | None,
    trainers: Iterable[Person],
) -> Group:
    """Open a group on a version of a programme; it belongs to the programme's institution."""
    group = Group.objects.create(
        institution=programme_version.programme.institution,
        programme_version=programme_version,
        key=key,
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    group.trainers.set(trainers)
    return group


@transaction.atomic
def change_group(
    *, group: Group, name: str, starts_on: date, ends_on: date | None, trainers: Iterable[Person]
) -> Group:
    """Change a group's name, dates and trainers. Its programme and its key stay: people are pinned to them."""
    group.name, group.starts_on, group.ends_on = name, starts_on, ends_on
    group.save(update_fields=["name", "starts_on", "ends_on"])
    group.trainers.set(trainers)
    return group
