"""How a person wants to be reached, and who walks beside her."""

from datetime import date, time
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from curriculum.api import Account, lock_person, person_of
from curriculum.circles.enums import Channel
from curriculum.circles.models import ContactChoice, Mentorship
from curriculum.circles.news import forget_news
from curriculum.circles.permissions import looks_after

if TYPE_CHECKING:
    from curriculum.models import Participation, Person


@transaction.atomic
def choose_contact(
    *, channel: Channel, quiet_from: time, quiet_until: time, chosen_by: Account
) -> ContactChoice:
    """For herself alone. Raises PermissionDenied for an account without a person."""
    person = person_of(chosen_by)
    if person is None:
        raise PermissionDenied
    choice, _ = ContactChoice.objects.update_or_create(
        person=person,
        defaults={"channel": channel, "quiet_from": quiet_from, "quiet_until": quiet_until},
    )
    return choice


@transaction.atomic
def name_mentor(
    *, participation: "Participation", mentor: "Person", since: date, named_by: Account
) -> Mentorship:
    """Somebody walks beside a learner from a day on, in the place of whoever did so far (R-INT-6).

    Raises PermissionDenied for anybody who does not look after the group, and for a learner as her own mentor.
    """
    if not looks_after(named_by, participation) or mentor.pk == participation.person_id:
        raise PermissionDenied
    lock_person(participation.person_id)
    running = Mentorship.objects.filter(participation=participation, until__isnull=True).first()
    if running is not None:
        if running.mentor_id == mentor.pk:
            return running
        _end(running, since)
    forget_news(mentor.user_id)
    return Mentorship.objects.create(participation=participation, mentor=mentor, since=since)


@transaction.atomic
def end_mentorship(*, participation: "Participation", on: date, ended_by: Account) -> None:
    """Nobody walks beside her any more. Raises PermissionDenied as `name_mentor` does."""
    if not looks_after(ended_by, participation):
        raise PermissionDenied
    for running in Mentorship.objects.filter(participation=participation, until__isnull=True):
        _end(running, on)


def _end(mentorship: Mentorship, on: date) -> None:
    mentorship.until = max(on, mentorship.since)
    mentorship.save(update_fields=["until"])
    forget_news(mentorship.mentor.user_id)
