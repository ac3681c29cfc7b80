"""What a file made is taken back as long as nobody has used it."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from curriculum.people.importing.checking import check_line
from curriculum.people.importing.reading import read_sheet
from curriculum.people.importing.services import import_people
from curriculum.people.importing.undoing import undo_file
from curriculum.people.models import Group, Participation, PeopleFile, Person
from curriculum.people.services import attest_fact
from curriculum.rules import FactKind
from curriculum.standards.models import Institution

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 9)


@pytest.fixture
def file(institution: Institution, group: Group) -> PeopleFile:
    text = "name;user_name;group\nAna;ana;mvd-1\nBea;bea;mvd-1\nCarla;;mvd-1"
    rows = [check_line(line, country="UY") for line in read_sheet(text.encode()).lines]
    made = import_people(rows=rows, institution=institution, enrolled_by=None, on=TODAY).file
    assert made is not None
    return made


def undo(file: PeopleFile, desk: Person) -> tuple[int, list[str]]:
    assert desk.user is not None
    undone = undo_file(file=file, undone_by=desk.user, at=timezone.now())
    return undone.taken_back, [person.name for person in undone.staying]


def test_records_accounts_and_places_go(file: PeopleFile, desk: Person) -> None:
    assert undo(file, desk) == (3, [])
    assert not Person.objects.filter(name__in=["Ana", "Bea", "Carla"]).exists()
    assert not User.objects.filter(username__in=["ana", "bea"]).exists()
    assert not Participation.objects.exists()
    assert undo(file, desk) == (0, [])


def test_whoever_has_signed_in_stays_and_is_named(file: PeopleFile, desk: Person) -> None:
    User.objects.filter(username="ana").update(last_login=timezone.now())
    assert undo(file, desk) == (2, ["Ana"])
    assert Person.objects.get(name="Ana").participations.exists()


def test_whoever_has_something_on_record_stays(
    file: PeopleFile, desk: Person, institution: Institution
) -> None:
    carla = Person.objects.get(name="Carla")
    attest_fact(
        person=carla,
        institution=institution,
        kind=FactKind.EDUCATION,
        subject="primary_completed",
        occurred_on=TODAY,
        attested_by=None,
    )
    assert undo(file, desk) == (2, ["Carla"])


def test_somebody_who_was_here_before_loses_her_place_and_nothing_else(
    institution: Institution, group: Group, learner: Participation, desk: Person
) -> None:
    Participation.objects.update(ended_on=TODAY, end_reason="work")
    text = "name;user_name;group\nAna Píriz;ana;mvd-1"
    rows = [check_line(line, country="UY") for line in read_sheet(text.encode()).lines]
    made = import_people(rows=rows, institution=institution, enrolled_by=None, on=TODAY).file
    assert made is not None
    assert undo(made, desk) == (1, [])
    assert list(learner.person.participations.all()) == [learner]


def test_queries_do_not_grow_with_the_accounts_that_go(
    institution: Institution, group: Group, desk: Person
) -> None:
    counts = []
    for people in (1, 3):
        text = "name;user_name;group\n" + "\n".join(f"Persona {'abc'[n]};u{n};mvd-1" for n in range(people))
        rows = [check_line(line, country="UY") for line in read_sheet(text.encode()).lines]
        made = import_people(rows=rows, institution=institution, enrolled_by=None, on=TODAY).file
        assert made is not None
        with CaptureQueriesContext(connection) as captured:
            assert undo(made, desk)[0] == people
        counts.append(len(captured))
    assert counts[1] == counts[0]
