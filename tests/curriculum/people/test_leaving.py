"""Leaving a course is recorded as it was, and the way back stays open (R-INT-4)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client

from curriculum.people.enums import EndReason, Role
from curriculum.people.leaving import OFFERED, come_back, leave_course
from curriculum.people.models import Departure, Participation
from curriculum.people.registering import give_role
from curriculum.people.services import enrol
from curriculum.standards.enums import Status
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def leave_url(participation: Participation) -> str:
    return f"/es/path/{participation.uuid}/stop/"


def test_care_duties_come_first_and_nobody_has_to_say() -> None:
    assert OFFERED[0] is EndReason.CARE_DUTIES
    assert OFFERED[-1] is EndReason.UNSAID
    assert EndReason.COMPLETED not in OFFERED


def test_she_leaves_once_and_it_is_kept(participation: Participation) -> None:
    account = participation.person.user
    for reason in (EndReason.CHILDCARE, EndReason.OTHER):
        leave_course(participation=participation, reason=reason, left_by=account)
    event = Departure.objects.get()
    assert (event.reason, event.by_herself, event.recorded_by) == ("childcare", True, account)
    participation.refresh_from_db()
    assert participation.end_reason == "childcare"
    with pytest.raises(IntegrityError), transaction.atomic():
        Departure.objects.update(reason="other")


def test_she_comes_back_to_the_same_version_and_group(participation: Participation) -> None:
    account = participation.person.user
    leave_course(participation=participation, reason=EndReason.HEALTH, left_by=account)
    again = [come_back(participation=participation, by=account) for _ in range(2)]
    assert again[0] == again[1] != participation
    assert again[0].programme_version == participation.programme_version
    assert Departure.objects.count() == 1


def test_nobody_else_leaves_for_her(participation: Participation) -> None:
    stranger = PersonFactory().user
    with pytest.raises(PermissionDenied):
        leave_course(participation=participation, reason=EndReason.OTHER, left_by=stranger)
    client = Client()
    assert client.get(leave_url(participation)).status_code == 302
    client.force_login(stranger)
    assert client.get(leave_url(participation)).status_code == 404
    assert client.post(f"/es/path/{participation.uuid}/take-up-again/").status_code == 404
    assert not Departure.objects.exists()


def test_what_is_completed_is_not_taken_up_again(participation: Participation) -> None:
    participation.ended_on, participation.end_reason = date(2026, 4, 1), EndReason.COMPLETED
    participation.save()
    with pytest.raises(PermissionDenied):
        come_back(participation=participation, by=participation.person.user)


def test_the_path_leads_out_and_back(participation: Participation, client: Client) -> None:
    client.force_login(participation.person.user)
    assert leave_url(participation) in client.get("/es/path/").content.decode()
    assert client.post(leave_url(participation), {}).status_code == 422
    client.post(leave_url(participation), {"reason": "care_duties"})
    page = client.get("/es/path/").content.decode()
    assert f"/es/path/{participation.uuid}/take-up-again/" in page
    client.post(f"/es/path/{participation.uuid}/take-up-again/")
    assert Participation.objects.open().filter(person=participation.person).count() == 1


def test_a_version_that_has_closed_is_said(participation: Participation, client: Client) -> None:
    client.force_login(participation.person.user)
    client.post(leave_url(participation), {"reason": "moved"})
    version = participation.programme_version
    type(version).objects.filter(pk=version.pk).update(status=Status.RETIRED)
    client.post(f"/es/path/{participation.uuid}/take-up-again/")
    assert not Participation.objects.open().filter(person=participation.person).exists()


def test_the_office_puts_it_down_under_its_own_name(participation: Participation, client: Client) -> None:
    office = PersonFactory()
    institution = participation.institution
    give_role(person=office, institution=institution, role=Role.ADMINISTRATOR, since=date(2026, 1, 1))
    client.force_login(office.user)
    client.post(
        f"/admin/people/participation/{participation.pk}/end/",
        {"reason": "transport", "ended_on": participation.started_on.isoformat()},
    )
    event = Departure.objects.get()
    assert (event.reason, event.by_herself, event.recorded_by) == ("transport", False, office.user)
    again = enrol(
        person=participation.person,
        programme_version=participation.programme_version,
        enrolled_by=office.user,
        on=date(2026, 5, 1),
    )
    assert again != participation
