import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum.credentials.models import Award, Revocation
from curriculum.credentials.permissions import can_revoke
from curriculum.credentials.services import OwnAward, revoke_award
from curriculum.people.enums import Role
from curriculum.people.models import Participation
from curriculum.people.registering import give_role
from curriculum.people.staff import give_staff_access

from .test_settling import MORNING, module_draft, practice_draft, record

pytestmark = pytest.mark.django_db
REASON = "The attendance sheet was not hers."


@pytest.fixture
def award(participation: Participation) -> Award:
    record(participation, module_draft("levelling", 1200))
    return Award.objects.get()


@pytest.fixture
def at_desk(administrator: User) -> Client:
    give_staff_access(administrator.person, Role.ADMINISTRATOR)
    client = Client()
    client.force_login(administrator)
    return client


def test_an_administrator_takes_an_award_back_with_a_reason(award: Award, at_desk: Client) -> None:
    address = reverse("awards:revoke", args=[award.pk])
    for data in ({}, {"reason": "short", "understood": "on"}, {"reason": REASON}):
        assert at_desk.post(address, data).status_code == 200
    assert not Revocation.objects.exists()
    at_desk.post(address, {"reason": REASON, "understood": "on"})
    assert Revocation.objects.get().revoked_by.username == "admin-escuela"
    page = at_desk.get(reverse("awards:award", args=[award.pk])).content.decode()
    assert REASON in page
    assert at_desk.post(address, {"reason": REASON, "understood": "on"}, follow=True).status_code == 404


def test_nobody_decides_about_her_own_award(award: Award) -> None:
    holder = award.person
    give_role(person=holder, institution=award.institution, role=Role.ADMINISTRATOR, since=MORNING.date())
    assert not can_revoke(holder.user, award)
    client = Client()
    client.force_login(holder.user)
    address = reverse("awards:revoke", args=[award.pk])
    assert client.post(address, {"reason": REASON, "understood": "on"}).status_code == 302
    with pytest.raises(OwnAward):
        revoke_award(award=award, reason=REASON, revoked_by=holder.user)
    assert not Revocation.objects.exists()


def test_another_record_of_the_same_human_is_her_own_too(award: Award, administrator: User) -> None:
    for person in (award.person, administrator.person):
        person.email = "ana@example.org"
        person.save()
    assert not can_revoke(administrator, award)


def test_what_comes_after_a_revocation_is_recorded_and_grants_nothing_again(
    award: Award, administrator: User, participation: Participation
) -> None:
    """Only a named person took it back; the ledger must not quietly undo that."""
    revoke_award(award=award, reason=REASON, revoked_by=administrator)
    assert record(participation, practice_draft("later", 60)) == []
    assert Award.objects.count() == 1


def test_the_page_says_why_in_sentences_and_on_what(award: Award, at_desk: Client) -> None:
    page = at_desk.get(reverse("awards:award", args=[award.pk])).content.decode()
    assert "Nivelación: " in page
    assert "20 h" in page
