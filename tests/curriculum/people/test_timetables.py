"""Hours collide when they have a moment in common, and it is said, never held against anybody."""

from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from curriculum.people.enums import BusyWith
from curriculum.people.models import BusyHours, Group, Participation, Person
from curriculum.people.timetables import (
    Busy,
    Hours,
    Meeting,
    add_meeting,
    clashes_between,
    clashes_of,
    say_busy,
    timetable_of,
)

EVENING = {"starts_at": time(18), "ends_at": time(20)}


@st.composite
def hours(draw: st.DrawFn) -> tuple[int, int, int]:
    first, last = sorted(draw(st.tuples(st.integers(0, 1438), st.integers(0, 1438))))
    return draw(st.integers(1, 7)), first, last + 1


def as_time(minute: int) -> time:
    return time(minute // 60, minute % 60)


def moments(stretch: tuple[int, int, int]) -> set[tuple[int, int]]:
    weekday, first, last = stretch
    return {(weekday, minute) for minute in range(first, last)}


@given(hours(), hours())
def test_two_stretches_meet_when_they_have_a_minute_in_common(
    one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    a, b = (Hours(day, as_time(first), as_time(last)) for day, first, last in (one, other))
    assert a.meets(b) == bool(moments(one) & moments(other))
    assert a.meets(b) == b.meets(a)


def test_one_that_ends_when_the_other_begins_is_no_clash() -> None:
    meeting = Meeting(1, time(18), time(20))
    assert clashes_between([meeting], [Busy(1, time(9), time(18)), Busy(2, time(18), time(20))]) == []
    (clash,) = clashes_between([meeting], [Busy(1, time(9), time(18, 1), busy_with=BusyWith.WORK)])
    assert "18" in clash.in_words()


@pytest.mark.django_db
def test_a_slot_counts_from_its_first_day_to_its_last(
    group: Group, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        add_meeting(group=group, weekdays=[1], **EVENING, from_day=date(2026, 3, 2), to_day=date(2026, 6, 30))
    days = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 6, 30), date(2026, 7, 1)]
    assert [len(timetable_of(group.pk, day)) for day in days] == [0, 1, 1, 0]


@pytest.mark.django_db
def test_enrolling_warns_and_does_not_refuse(
    client: Client, group: Group, desk: Person, django_capture_on_commit_callbacks
) -> None:
    person = Person.objects.create(name="Bea")
    say_busy(person=person, weekdays=[1], starts_at=time(17), ends_at=time(21), busy_with=BusyWith.CARE)
    with django_capture_on_commit_callbacks(execute=True):
        add_meeting(group=group, weekdays=[1, 3], **EVENING)
    assert len(clashes_of(person, group)) == 1
    person.memberships.create(institution=group.institution, role="learner", since=date(2026, 1, 1))
    client.force_login(desk.user)
    data = {
        "programme_version": group.programme_version_id,
        "group": group.pk,
        "kind": "enrolment",
        "purpose": "training",
        "started_on": "2026-03-09",
    }
    page = client.post(reverse("people:enrol", args=[person.pk]), data, follow=True).content.decode()
    assert person.participations.get().group == group
    assert "Bea" in page
    assert "18:00" in page


@pytest.mark.django_db
def test_a_group_without_a_timetable_costs_the_path_nothing(
    learner: Participation, django_assert_num_queries
) -> None:
    assert learner.group is not None
    timetable_of(learner.group.pk)
    with django_assert_num_queries(0):
        assert clashes_of(learner.person, learner.group) == []


@pytest.mark.django_db
def test_she_says_when_she_cannot_come_and_takes_it_back(
    client: Client, learner: Participation, group: Group, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        add_meeting(group=group, weekdays=[1], **EVENING)
    client.force_login(learner.person.user)
    address = "/es/my-times/"
    data = {"weekdays": [1, 2], "starts_at": "17:00", "ends_at": "21:00", "busy_with": "work"}
    page = client.post(address, data, follow=True)
    assert len(page.context["clashes"]) == 1
    assert "18:00" in client.get("/es/path/").content.decode()
    own = BusyHours.objects.get(weekday=1)
    client.post(address, {"remove": str(own.pk)})
    assert client.get(address).context["clashes"] == []


@pytest.mark.django_db
def test_nobody_takes_out_what_another_has_said(client: Client, learner: Participation) -> None:
    other = Person.objects.create(name="Bea")
    say_busy(person=other, weekdays=[1], **EVENING, busy_with=BusyWith.WORK)
    client.force_login(learner.person.user)
    for named in (str(BusyHours.objects.get().pk), "x", ""):
        assert client.post("/es/my-times/", {"remove": named}).status_code == 404
    assert BusyHours.objects.exists()


@pytest.mark.parametrize(("start", "end"), [("20:00", "18:00"), ("18:00", "18:00"), ("", "20:00")])
@pytest.mark.django_db
def test_hours_that_run_backwards_are_not_kept(
    client: Client, learner: Participation, start: str, end: str
) -> None:
    client.force_login(learner.person.user)
    data = {"weekdays": [1], "starts_at": start, "ends_at": end, "busy_with": "work"}
    assert client.post("/es/my-times/", data).context["form"].errors
    assert not BusyHours.objects.exists()
