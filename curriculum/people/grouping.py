"""Opening groups and changing who teaches them."""

from collections.abc import Callable, Iterable
from datetime import date

from django.db import transaction

from curriculum.standards.models import ProgrammeVersion

from .models import Group, Person

OpeningCheck = Callable[[ProgrammeVersion, date], Iterable[str]]
"""What stands against opening a group of a version on a day, as sentences that say what to do."""
_checks: list[OpeningCheck] = []


class GroupCannotOpen(Exception):
    """Something that the group needs is not there yet; `reasons` say what."""

    def __init__(self, reasons: Iterable[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(self.reasons))


def register_opening_check(check: OpeningCheck) -> None:
    """Let a plugin say what a group needs before it opens; called once when the apps are ready."""
    if check not in _checks:
        _checks.append(check)


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
    """Open a group on a version of a programme; it belongs to the programme's institution.

    Raises GroupCannotOpen where a plugin has something against it (`register_opening_check`).
    """
    reasons = [reason for check in _checks for reason in check(programme_version, starts_on)]
    if reasons:
        raise GroupCannotOpen(reasons)
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
