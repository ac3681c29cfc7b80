from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from curriculum.homes.joining import AskTheSchool, JoinOutcome, join
from curriculum.people.enums import EndReason
from curriculum.people.models import Admission, Participation, Person
from curriculum.people.services import attest_fact, end_participation, enrol
from curriculum.rules import FactKind
from curriculum.standards.models import Institution, ProgrammeVersion
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(version: ProgrammeVersion) -> str:
    programme = version.programme
    with translation.override("en"):
        return reverse("join", kwargs={"institution": programme.institution.key, "programme": programme.key})


@pytest.fixture
def learner(client: Client) -> User:
    user = User.objects.create_user("bea", first_name="Bea", last_name="Núñez")
    client.force_login(user)
    return user


def test_who_meets_the_requirements_is_in_and_twice_is_once(
    client: Client, learner: User, address: str
) -> None:
    answers = {"birth_date": "1984-05-01", "education": "primary_completed"}
    for _ in range(2):
        assert client.post(address, answers).status_code == 302
    participation = Participation.objects.get()
    assert participation.person.name == "Bea Núñez"
    assert participation.person.facts.get().attested_by == learner


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"birth_date": "1984-05-01", "education": "not_completed"}, "primary school completed"),
        ({"birth_date": f"{timezone.now().year - 15}-01-01", "education": "primary_completed"}, "18"),
    ],
)
def test_who_does_not_is_told_what_is_missing_and_can_answer_again(
    client: Client, learner: User, address: str, answers: dict[str, str], said: str
) -> None:
    response = client.post(address, answers)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert not Participation.objects.exists()
    assert Admission.objects.get().decision == "not_admitted"


@pytest.mark.parametrize("birth_date", ["", "3000-01-01", "0001-01-01", "31/02/1980", "x" * 5000])
def test_a_strange_date_is_asked_again_and_nothing_is_kept(
    client: Client, learner: User, address: str, birth_date: str
) -> None:
    response = client.post(address, {"birth_date": birth_date, "education": "primary_completed"})
    assert response.status_code == 200
    assert not Person.objects.filter(user=learner).exists()


def test_without_an_account_the_way_leads_to_signing_in(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


def test_an_unknown_course_is_not_found(client: Client, learner: User, version: ProgrammeVersion) -> None:
    unknown = reverse("join", kwargs={"institution": "escuela", "programme": "nothing"})
    assert client.get(unknown).status_code == 404


def declare(learner: User, version: ProgrammeVersion) -> JoinOutcome:
    declared = {"birth_date": date(1984, 5, 1), "education": "primary_completed"}
    return join(account=learner, programme_version=version, declared=declared)


def test_a_second_press_finds_the_first_ones_place(learner: User, version: ProgrammeVersion) -> None:
    """Both presses may have passed the page's own question before either was written."""
    first, second = declare(learner, version), declare(learner, version)
    assert second == first
    assert (Admission.objects.count(), Participation.objects.count()) == (1, 1)


def test_what_another_school_knows_of_her_does_not_keep_her_out(
    learner: User, version: ProgrammeVersion, other_institution: Institution
) -> None:
    """Each institution asks for itself and keeps its own answer."""
    attest_fact(
        person=Person.objects.create(name="Bea", user=learner),
        institution=other_institution,
        kind=FactKind.EDUCATION,
        subject="primary_completed",
        occurred_on=date(2020, 1, 1),
        attested_by=None,
    )
    assert declare(learner, version).participation is not None


def test_a_course_that_says_nothing_about_entry_sends_her_to_the_school(
    client: Client, learner: User, version: ProgrammeVersion, address: str
) -> None:
    version.programme_rules.filter(rule_set__stage="admission_training").delete()
    response = client.post(address, {})
    assert response.status_code == 200
    assert "Ask the school" in response.text
    assert not Person.objects.exists()


@pytest.mark.parametrize("others", [0, 2])
def test_the_questions_cost_the_same_however_many_take_part(
    client: Client,
    learner: User,
    address: str,
    version: ProgrammeVersion,
    others: int,
    django_assert_num_queries,
) -> None:
    for _ in range(others):
        enrol(person=PersonFactory(), programme_version=version, enrolled_by=None, on=date(2026, 3, 2))
    client.get(address)
    with django_assert_num_queries(7):
        client.get(address)


def end_hers(learner: User, version: ProgrammeVersion, reason: EndReason) -> None:
    participation = declare(learner, version).participation
    assert participation is not None
    end_participation(participation=participation, on=date(2026, 4, 1), reason=reason)


def test_whom_the_office_has_let_go_is_told_to_ask_the_school(
    client: Client, learner: User, version: ProgrammeVersion, address: str
) -> None:
    end_hers(learner, version, EndReason.OTHER)
    for response in (client.get(address), client.post(address, {"education": "primary_completed"})):
        assert response.status_code == 403
        assert "Ask the school" in response.text
    with pytest.raises(AskTheSchool):
        declare(learner, version)
    assert not Participation.objects.open().exists()


def test_who_completed_a_course_may_take_it_again(
    client: Client, learner: User, version: ProgrammeVersion, address: str
) -> None:
    end_hers(learner, version, EndReason.COMPLETED)
    assert client.get(address).status_code == 200
    assert declare(learner, version).participation is not None
