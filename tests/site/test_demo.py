"""The invented school of `make demo`, loaded once for all that is asked of it here."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction
from django.db.models import Max, Sum
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from assessments.models import Attempt
from assessments.placements.coming import coming_to
from assessments.placements.models import Shift
from curriculum.credentials.models import Award
from curriculum.credentials.verifying import verify_awards
from curriculum.enums import FactKind, Outcome, Role
from curriculum.people.models import Admission, Membership, Participation, Person
from curriculum.records.models import Evidence
from curriculum.site.demo import learners
from curriculum.site.demo.days import Days, spread
from curriculum.site.demo.enrolling import PASSWORD
from curriculum.site.demo.entrances import ENTRANCES

SUR, COSTA = "escuela-del-sur", "cuidados-de-la-costa"
PROGRAMME_MODULES = 6


class TestDays:
    days = Days(datetime(2026, 3, 2, 1, 30, tzinfo=UTC), ZoneInfo("America/Montevideo"))

    def test_today_is_the_school_s_today(self) -> None:
        assert self.days.ago(0).isoformat() == "2026-03-01"

    def test_no_moment_lies_in_the_future(self) -> None:
        assert self.days.at(0, 23) == self.days.now

    @pytest.mark.parametrize(
        ("count", "first", "last", "days"),
        [(3, 30, 10, [30, 20, 10]), (1, 9, 2, [9]), (0, 9, 2, []), (2, 0, 0, [0, 0])],
    )
    def test_spreads_evenly(self, count: int, first: int, last: int, days: list[int]) -> None:
        assert list(spread(count, first, last)) == days


@pytest.fixture(scope="module")
def said(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """What the command said. The school stands for all tests of this module and is gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        output = StringIO()
        call_command("load_demo", stdout=output)
        yield output.getvalue()
        transaction.set_rollback(True)


# One test, so that parallel workers do not load the school twice: it takes most of a minute.
def test_the_school_stands(said: str, client: Client) -> None:
    everyone_has_a_place()
    learners_stand_at_different_points()
    ana_waits_for_half_an_hour()
    the_supervisor_knows_who_comes()
    one_is_silent_for_three_weeks()
    what_can_hurt_was_judged_by_an_assessor()
    nothing_lies_in_the_future()
    assert list(verify_awards(Award.objects.all())) == []
    everybody_comes_in(said)
    the_first_page_shows_the_course(client)
    a_second_load_changes_nothing()


def everyone_has_a_place() -> None:
    roles = Counter(Membership.objects.values_list("institution__key", "role"))
    assert roles == {
        (SUR, Role.LEARNER): 24,
        (SUR, Role.TRAINER): 2,
        (SUR, Role.SUPERVISOR): 3,
        (SUR, Role.ASSESSOR): 3,
        (SUR, Role.ADMINISTRATOR): 1,
        (COSTA, Role.LEARNER): 3,
        (COSTA, Role.TRAINER): 1,
        (COSTA, Role.ADMINISTRATOR): 1,
    }
    assert Participation.objects.filter(institution__key=SUR).values("group").distinct().count() == 2
    assert set(Admission.objects.values_list("decision", flat=True)) == {"admitted"}
    assert Admission.objects.count() == 27


def learners_stand_at_different_points() -> None:
    awards = Counter(Award.objects.filter(institution__key=SUR).values_list("achievement__key", flat=True))
    assert awards["uy-dependency-care-qualification"] == 1
    assert awards["uy-first-aid"] == 1
    levelled = sum(1 for learner in learners.LEARNERS if learner.modules)
    assert awards["uy-levelling"] == levelled
    assert 5 <= 24 - levelled <= 12
    outcomes = Counter(Attempt.objects.values_list("outcome", flat=True))
    assert outcomes[Outcome.PENDING_FULFILMENT] == sum(
        len(each.stumbles) + each.tries_in_vain for each in learners.LEARNERS
    )
    assert Person.objects.filter(language="pt").count() == 1


def ana_waits_for_half_an_hour() -> None:
    ana = Person.objects.get(user__username="ana")
    entries = Evidence.objects.filter(person=ana)
    approved = entries.filter(kind=FactKind.PRACTICE).aggregate(total=Sum("minutes"))["total"]
    assert approved == 11 * 60 + 30
    assert entries.filter(kind=FactKind.MODULE_COMPLETED).count() == PROGRAMME_MODULES
    assert [shift.minutes for shift in Shift.objects.waiting().filter(person=ana)] == [30]
    assert Shift.objects.filter(decision__verdict="returned").count() == 3


def the_supervisor_knows_who_comes() -> None:
    sonia = Person.objects.get(user__username="sonia").user
    assert [
        (part.shift.name, [each.participation.person.name for each in part.learners])
        for place in coming_to(sonia)
        for part in place.shifts
    ] == [
        ("Mañana", ["Ana Píriz Cardozo", "Sandra Olivera Techera"]),
        ("Tarde", ["Yusmary Rondón Chirinos"]),
    ]


def one_is_silent_for_three_weeks() -> None:
    last = Attempt.objects.filter(institution__key=SUR).values_list("person__user__username")
    seen = dict(last.annotate(Max("submitted_at")).values_list("person__user__username", "submitted_at__max"))
    assert [who for who, at in seen.items() if at < timezone.now() - timedelta(days=21)] == ["elida"]


def what_can_hurt_was_judged_by_an_assessor() -> None:
    decisions = Evidence.objects.filter(kind=FactKind.UNIT_DECISION, method="observation").order_by("pk")
    first_aid = decisions.filter(subject__in=["cpr-adult", "choking"])
    assert [(entry.subject, entry.outcome) for entry in first_aid] == [
        ("cpr-adult", "competent"),
        ("choking", "pending_fulfilment"),
        ("choking", "competent"),
    ]
    daily_living = decisions.exclude(pk__in=first_aid)
    assert Counter(entry.subject for entry in daily_living) == {
        "moving-a-person": 2,
        "medicines-under-instructions": 2,
    }
    (judge,) = {entry.recorded_by for entry in decisions}
    assert Membership.objects.filter(person__user=judge, role=Role.ASSESSOR).exists()


def nothing_lies_in_the_future() -> None:
    now = timezone.now()
    assert not Evidence.objects.filter(recorded_at__gt=now).exists()
    assert not Award.objects.filter(granted_at__gt=now).exists()
    recorded = list(Evidence.objects.filter(institution__key=SUR).values_list("recorded_at", flat=True))
    assert recorded == sorted(recorded)


def everybody_comes_in(said: str) -> None:
    for entrance in ENTRANCES:
        assert f" {entrance.username} " in said
        assert authenticate(None, username=entrance.username, password=PASSWORD)


def the_first_page_shows_the_course(client: Client) -> None:
    page = client.get("/es/").content.decode()
    assert "Cuidar bien se aprende" in page
    assert "Curso básico de atención a la dependencia" in page
    assert "/es/accounts/signup/" in page


def a_second_load_changes_nothing() -> None:
    before = rows()
    call_command("load_demo", stdout=StringIO())
    assert rows() == before


def rows() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


@pytest.mark.django_db
def test_a_real_site_gets_no_invented_people(settings: Any) -> None:
    settings.CUIDAR_ALLOW_DEMONSTRATION = False
    with pytest.raises(CommandError, match="not a demonstration"):
        call_command("load_demo")
    assert not Person.objects.exists()
