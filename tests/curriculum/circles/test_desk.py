"""The trainer's screens in the CMS: who comes in, and that nothing of another group stands there."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from curriculum.circles.models import Announcement, Mentorship
from curriculum.circles.services import announce
from curriculum.people.models import Group, Participation, Person

from .conftest import EVERYBODY, client_of

pytestmark = pytest.mark.django_db
STAFF = {
    "trainer",
    "administrator",
    "trainer of another group",
    "administrator elsewhere",
    "trainer elsewhere",
}
OURS = {"trainer", "administrator"}
LISTS = [
    "questions",
    "questions/results",
    "announcements",
    "announcements/results",
    "silent",
    "silent/results",
]


@pytest.fixture
def news(group: Group, trainer: Person) -> Announcement:
    return announce(
        uuid=uuid4(),
        group=group,
        text="El jueves a las 18",
        shown_until=timezone.localdate(),
        announced_by=trainer.user,
    )


@pytest.mark.parametrize("name", EVERYBODY)
def test_lists_and_forms(
    whoever: Callable[[str], Any], news: Announcement, ana: Participation, name: str
) -> None:
    client = client_of(whoever(name))
    for address in [*LISTS, "announcements/new"]:
        answer = client.get(f"/admin/{address}/")
        assert (answer.status_code == 200) == (name in STAFF), address
        told = name in OURS and address.startswith("announcements") and not address.endswith("new")
        assert ("El jueves" in answer.content.decode()) == told, address
    for address in (f"announcements/{news.pk}", f"silent/{ana.pk}/write", f"silent/{ana.pk}/mentor"):
        assert (client.get(f"/admin/{address}/").status_code == 200) == (name in OURS), address
        client.post(f"/admin/{address}/", {"mentor": ""})
    news.refresh_from_db()
    assert (news.taken_back_at is not None) == (name in OURS)
    assert not Mentorship.objects.exists()


def test_an_announcement_goes_to_her_own_group_only(
    group: Group, trainer: Person, whoever: Callable[[str], Any]
) -> None:
    stranger = client_of(whoever("trainer elsewhere"))
    sent = {
        "uuid": str(uuid4()),
        "group": group.pk,
        "text": "Hola",
        "shown_until": (timezone.localdate() + timedelta(days=3)).isoformat(),
    }
    stranger.post("/admin/announcements/new/", sent)
    assert not Announcement.objects.exists()
    own = client_of(trainer.user)
    own.post("/admin/announcements/new/", {**sent, "shown_until": "2020-01-01"})
    assert not Announcement.objects.exists()
    for _ in range(2):
        own.post("/admin/announcements/new/", sent)
    assert Announcement.objects.count() == 1
