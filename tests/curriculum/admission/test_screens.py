"""The applicant's pages and the office's screens: who gets in, what they cost, and that they work without scripts."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.test import Client
from django.urls import reverse
from django.utils import translation

from curriculum.admission.enums import ApplicationState, VerdictKind
from curriculum.admission.models import Application, CatchUp, DocumentReader, Proof
from curriculum.admission.services import begin, decide, review_proof, send
from curriculum.people.enums import Role
from curriculum.people.models import Group
from curriculum.standards.models import Institution, ProgrammeVersion
from tests.factories import AccountFactory

from .conftest import health_card_of, photograph, proof_of, staff

pytestmark = pytest.mark.django_db
SCHOOL = "1"
"""The place of schooling in the entry rule of the course."""


@pytest.fixture
def phone(client: Client, applicant: User) -> Client:
    client.force_login(applicant)
    return client


def test_from_choosing_a_group_to_the_office(phone: Client, version: ProgrammeVersion, group: Group) -> None:
    assert version.programme.name in phone.get(reverse("applications")).text
    address = reverse("apply", args=[version.programme.institution.key, version.programme.key])
    for _ in range(2):
        assert phone.post(address, {"group": group.pk}).status_code == 302
    application = Application.objects.get()
    assert application.group == group
    own = {name: reverse(name, args=[application.uuid]) for name in ("application", "send_application")}
    assert phone.post(own["send_application"], follow=True).status_code == 200
    answers = [reverse("answer_requirement", args=[application.uuid, place]) for place in ("0", SCHOOL)]
    assert phone.post(answers[0], {"birth_date": "1984-05-01"}).status_code == 302
    sent = {"uuid": str(uuid4()), "subject": "primary_completed", "pages": [photograph(), photograph()]}
    for _ in range(2):
        sent["pages"] = [photograph(), photograph()]
        assert phone.post(answers[1], sent).status_code == 302
    assert [page.number for page in Proof.objects.get().pages.all()] == [1, 2]
    phone.post(own["send_application"])
    application.refresh_from_db()
    assert application.state == ApplicationState.SENT


def test_a_broken_file_is_told_and_nothing_is_kept(phone: Client, application: Application) -> None:
    address = reverse("answer_requirement", args=[application.uuid, SCHOOL])
    sent = {"uuid": str(uuid4()), "subject": "primary_completed", "photo": photograph(content=b"<svg/>")}
    answer = phone.post(address, sent)
    assert answer.status_code == 422
    assert "foto.png" in answer.text
    assert not Proof.objects.exists()


def test_who_lacks_school_is_shown_the_way_to_complete_it(phone: Client, application: Application) -> None:
    way = reverse("catch_up", args=[application.uuid])
    assert way in phone.get(reverse("application", args=[application.uuid])).text
    for _ in range(2):
        phone.post(way, {"state": "studying", "place": "Escuela de adultos"})
    assert CatchUp.objects.get().noted_by == application.person.user


@pytest.mark.parametrize("place", ["9", "0-c", "x"])
def test_what_is_not_asked_cannot_be_answered(phone: Client, application: Application, place: str) -> None:
    assert phone.get(reverse("answer_requirement", args=[application.uuid, place])).status_code == 404


ROLES = [
    "applicant",
    "clerk",
    "reader",
    "trainer",
    "administrator elsewhere",
    "superuser",
    "other",
    "stranger",
]


@pytest.fixture
def whoever(
    applicant: User, clerk: User, reader: User, institution: Institution, other_institution: Institution
) -> Callable[[str], User | AnonymousUser]:
    makers: dict[str, Callable[[], User | AnonymousUser]] = {
        "applicant": lambda: applicant,
        "clerk": lambda: clerk,
        "reader": lambda: reader,
        "trainer": lambda: staff(institution, "trainer", Role.TRAINER),
        "administrator elsewhere": lambda: staff(other_institution, "elsewhere", Role.ADMINISTRATOR),
        "superuser": lambda: User.objects.create_superuser("root"),
        "other": AccountFactory,
        "stranger": AnonymousUser,
    }
    return lambda name: makers[name]()


def client_of(account: User | AnonymousUser) -> Client:
    client = Client()
    if isinstance(account, User):
        client.force_login(account)
    return client


@pytest.mark.parametrize("name", ROLES)
def test_an_application_is_her_own_and_then_the_office_s(
    whoever: Callable[[str], User | AnonymousUser], application: Application, clerk: User, name: str
) -> None:
    client = client_of(whoever(name))
    proof, card = proof_of(application), health_card_of(application)
    send(application=application)
    decide(application=application, kind=VerdictKind.WAITING_LIST, reason="Completo.", decided_by=clerk)
    hers = [
        reverse("application", args=[application.uuid]),
        reverse("withdraw_application", args=[application.uuid]),
        reverse("catch_up", args=[application.uuid]),
        reverse("answer_requirement", args=[application.uuid, SCHOOL]),
    ]
    expected = 200 if name == "applicant" else 302 if name == "stranger" else 404
    assert [client.get(address).status_code for address in hers] == [expected] * 4
    with translation.override("es"):
        office = [reverse(f"applications:{page}", args=[application.pk]) for page in ("one", "letter")]
        papers = [reverse("papers:review", args=[each.pk]) for each in (proof, card)]
        readers = DocumentReader.objects.get().pk
        rules = [
            reverse("intakes:one", args=[application.group_id]),
            reverse("admission_rules:one", args=[application.institution_id]),
            reverse("document_readers:end", args=[readers]),
        ]
    assert [client.get(a).status_code == 200 for a in office] == [name == "clerk"] * 2
    assert [client.get(a).status_code == 200 for a in papers] == [name == "clerk", name == "reader"]
    assert [client.get(a).status_code == 200 for a in rules] == [name == "clerk"] * 3


def test_a_draft_is_the_applicant_s_alone(clerk: User, application: Application) -> None:
    client = client_of(clerk)
    assert client.get(reverse("applications:one", args=[application.pk])).status_code == 404
    assert application.person.name not in client.get(reverse("applications:index")).text


def test_the_office_reads_the_outcome_of_what_it_may_not_open(
    clerk: User, reader: User, application: Application
) -> None:
    card = health_card_of(application)
    send(application=application)
    review_proof(proof=card, accepted=True, reviewed_by=reader, instrument="16PF")
    page = client_of(clerk).get(reverse("applications:one", args=[application.pk]))
    assert "16PF" not in page.text
    assert reverse("papers:review", args=[card.pk]) not in page.text


@pytest.mark.parametrize("kind", [VerdictKind.DEFERRED, VerdictKind.WAITING_LIST, VerdictKind.NOT_ADMITTED])
@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
def test_the_letter_speaks_the_language_of_the_person(
    clerk: User, application: Application, kind: VerdictKind, language: str
) -> None:
    person = application.person
    person.language = language
    person.save()
    send(application=application)
    decide(application=application, kind=kind, reason="Porque sí.", decided_by=clerk)
    letter = client_of(clerk).get(reverse("applications:letter", args=[application.pk]))
    assert f'<html lang="{language}">' in letter.text
    with translation.override(language):
        assert translation.gettext("Your application") in letter.text
    assert "Porque sí." in letter.text


def test_the_clerk_names_a_reader_and_never_herself(clerk: User, institution: Institution) -> None:
    trainer = staff(institution, "trainer", Role.TRAINER)
    client, address = client_of(clerk), reverse("document_readers:add")
    client.post(address, {"person": clerk.person.pk})
    assert not DocumentReader.objects.exists()
    for _ in range(2):
        client.post(address, {"person": trainer.person.pk})
    assert DocumentReader.objects.get().named_by == clerk.person


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_cost_the_same_however_much_there_is(
    clerk: User,
    applicant: User,
    application: Application,
    version: ProgrammeVersion,
    rows: int,
    django_assert_num_queries,
) -> None:
    for _ in range(rows - 1):
        account = AccountFactory()
        other = begin(account=account, programme_version=version, group=application.group)
        proof_of(other)
        Application.objects.filter(pk=other.pk).update(state=ApplicationState.SENT)
    for _ in range(rows):
        proof_of(application)
    phone, desk = client_of(applicant), client_of(clerk)
    own, queue, papers = (
        reverse("application", args=[application.uuid]),
        "/admin/applications/",
        "/admin/papers/",
    )
    Application.objects.filter(pk=application.pk).update(state=ApplicationState.SENT)
    for client, address, queries in (
        (phone, own, APPLICATION),
        (desk, queue, QUEUE),
        (desk, papers, PAPERS),
    ):
        client.get(address)
        with django_assert_num_queries(queries):
            client.get(address)


APPLICATION, QUEUE, PAPERS = 15, 15, 15
