import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from curriculum.people.models import Admission, Participation, Person
from curriculum.standards.models import ProgrammeVersion

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
