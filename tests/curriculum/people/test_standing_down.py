"""Who taught or administered here and does no longer: the doors are closed, whatever else she is."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from curriculum.people.enums import EndReason, Role
from curriculum.people.managers import administered_institution_ids
from curriculum.people.models import Group, Participation, Person
from curriculum.people.permissions import can_see_group, can_see_record
from curriculum.people.registering import end_role, give_role
from curriculum.people.services import end_participation, enrol
from curriculum.people.teaching import groups_seen_by
from curriculum.standards.models import Institution

pytestmark = pytest.mark.django_db


def sees(trainer: Person, learner: Participation) -> list[bool]:
    group = learner.group
    assert group is not None
    return [
        can_see_group(trainer.user, group),
        can_see_record(trainer.user, learner.person, learner.institution),
        groups_seen_by(trainer.user).filter(pk=group.pk).exists(),
        Participation.objects.taught_by(trainer.user).filter(pk=learner.pk).exists(),
    ]


def test_a_trainer_whose_role_has_ended_sees_her_group_no_more(
    trainer: Person, learner: Participation, desk: Person, other_institution: Institution
) -> None:
    """She still teaches elsewhere, so the admin stays open to her; the group keeps her name."""
    give_role(person=trainer, institution=other_institution, role=Role.TRAINER, since=date(2026, 1, 1))
    assert sees(trainer, learner) == [True] * 4
    end_role(
        membership=trainer.memberships.get(institution=learner.institution),
        on=date(2026, 3, 9),
        ended_by=desk.user,
    )
    assert sees(trainer, learner) == [False] * 4
    assert list(learner.group.trainers.all()) == [trainer]


def test_an_administrator_without_an_account_opens_nothing_to_visitors(
    group: Group, learner: Participation
) -> None:
    """A visitor has no account either, and yet is not she."""
    keeper = Person.objects.create(name="Delia Sosa")
    give_role(person=keeper, institution=group.institution, role=Role.ADMINISTRATOR, since=date(2026, 1, 1))
    visitor = AnonymousUser()
    assert not administered_institution_ids(visitor).exists()
    assert not Participation.objects.administered_by(visitor).exists()
    assert not Person.objects.administered_by(visitor).exists()


def test_who_is_enrolled_again_is_a_learner_again(learner: Participation, desk: Person) -> None:
    held = learner.person.memberships.get(role=Role.LEARNER)
    end_role(membership=held, on=date(2026, 3, 9), ended_by=desk.user)
    end_participation(participation=learner, on=date(2026, 3, 9), reason=EndReason.MOVED)
    enrol(
        person=learner.person,
        programme_version=learner.programme_version,
        enrolled_by=desk.user,
        on=date(2026, 4, 1),
    )
    held.refresh_from_db()
    assert (held.since, held.until) == (date(2026, 4, 1), None)
