from datetime import date
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from curriculum.people.accounts import UserNameTaken
from curriculum.people.enums import Role
from curriculum.people.models import Group, IdentityDocument, Membership, Participation, Person
from curriculum.people.permissions import can_administer
from curriculum.people.registering import (
    AlreadyKnown,
    DocumentDetails,
    OwnRole,
    PersonDetails,
    correct_person,
    end_role,
    give_role,
    register_person,
)
from curriculum.people.staff import NoAccount, give_staff_access
from curriculum.standards.models import Institution

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)
CARD = DocumentDetails("UY", "identity_card", "1.234.567-8")


def register(institution: Institution, name: str = "Ana Píriz", **kwargs: object) -> Person:
    values = {"document": CARD, "role": Role.LEARNER, "since": TODAY, "user_name": ""} | kwargs
    return register_person(institution=institution, details=PersonDetails(name=name), **values)


@pytest.mark.parametrize("number", ["1.234.567-8", "12345678", "1 234 567 8"])
def test_a_known_document_is_the_same_person_however_it_is_written(
    institution: Institution, number: str
) -> None:
    ana = register(institution)
    with pytest.raises(AlreadyKnown) as known:
        register(institution, "Anita", document=DocumentDetails("UY", "identity_card", number))
    assert known.value.person == ana
    assert Person.objects.count() == 1


def test_another_institution_does_not_learn_of_her(
    institution: Institution, other_institution: Institution
) -> None:
    ana = register(institution)
    assert register(other_institution) != ana


def test_a_record_with_an_account_starts_without_a_password(institution: Institution) -> None:
    person = register(institution, user_name="Ana-P")
    assert person.user is not None
    assert person.user.get_username() == "ana-p"
    assert not person.user.has_usable_password()


def test_a_taken_user_name_leaves_nothing_behind(institution: Institution) -> None:
    User.objects.create_user("ana")
    with pytest.raises(UserNameTaken):
        register(institution, user_name="ANA")
    assert not Person.objects.exists()


def test_correcting_adds_a_document_and_keeps_the_old_one(institution: Institution) -> None:
    ana = register(institution)
    passport = DocumentDetails("UY", "passport", "C123456")
    details = PersonDetails(name="Ana Píriz Sosa", phone="099 123 456")
    correct_person(person=ana, institution=institution, details=details, document=passport)
    ana.refresh_from_db()
    assert (ana.name, ana.phone) == ("Ana Píriz Sosa", "099 123 456")
    assert ana.identity_documents.count() == 2
    correct_person(person=ana, institution=institution, details=details, document=passport)
    assert IdentityDocument.objects.count() == 2


def test_a_role_that_ended_can_be_taken_up_again(institution: Institution, administrator: User) -> None:
    ana = register(institution)
    membership = ana.memberships.get()
    end_role(membership=membership, on=date(2026, 4, 1), ended_by=administrator)
    give_role(person=ana, institution=institution, role=Role.LEARNER, since=date(2026, 5, 1))
    membership.refresh_from_db()
    assert (membership.since, membership.until) == (date(2026, 5, 1), None)


def test_nobody_ends_her_own_administration(administrator: User) -> None:
    own = Membership.objects.get(person__user=administrator)
    with pytest.raises(OwnRole):
        end_role(membership=own, on=TODAY, ended_by=administrator)
    own.refresh_from_db()
    assert own.until is None


def test_a_trainer_may_enter_the_admin_until_her_last_role_ends(
    institution: Institution, other_institution: Institution, trainer: Person, administrator: User
) -> None:
    def may_enter() -> bool:
        return User.objects.get(pk=trainer.user_id).has_perm("wagtailadmin.access_admin")

    give_role(person=trainer, institution=other_institution, role=Role.TRAINER, since=TODAY)
    assert may_enter()
    here, there = trainer.memberships.order_by("pk")
    end_role(membership=here, on=TODAY, ended_by=administrator)
    assert may_enter()
    end_role(membership=there, on=TODAY, ended_by=administrator)
    assert not may_enter()


def test_staff_access_is_given_once_and_brings_the_question_bank(trainer: Person) -> None:
    give_staff_access(trainer, Role.TRAINER)
    account = User.objects.get(pk=trainer.user_id)
    assert account.groups.count() == 1
    assert account.has_perm("quizzes.change_question")
    assert not account.has_perm("auth.change_user")


def test_staff_access_needs_an_account_and_a_working_role(institution: Institution, desk: Person) -> None:
    with pytest.raises(NoAccount):
        give_staff_access(Person.objects.create(name="Sin cuenta"), Role.TRAINER)
    with pytest.raises(KeyError):
        give_staff_access(desk, Role.LEARNER)


def test_a_group_belongs_to_the_institution_of_its_programme(
    group: Group, learner: Participation, institution: Institution
) -> None:
    assert group.institution == institution
    assert [trainer.name for trainer in group.trainers.all()] == ["Rosa Techera"]
    assert learner.group == group


def test_the_first_administrator_is_appointed_from_the_command_line(institution: Institution) -> None:
    root = User.objects.create_superuser("root")
    assert not can_administer(root, institution)
    for _again in range(2):
        call_command("appoint_administrator", "root", "escuela", stdout=StringIO())
    assert can_administer(root, institution)
    assert root.groups.get().name == "Administrators"
    for wrong in (("nobody", "escuela"), ("root", "nowhere")):
        with pytest.raises(CommandError, match="There is no"):
            call_command("appoint_administrator", *wrong)
