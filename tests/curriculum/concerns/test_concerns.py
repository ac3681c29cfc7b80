"""The door for a concern, tried by everybody who would like to look through it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from cryptography.fernet import InvalidToken
from django.contrib.auth.models import AnonymousUser, User
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test import Client

from curriculum.concerns.errors import NameAnother, NobodyListens, NothingTold
from curriculum.concerns.models import Concern, ConcernReading, ConcernWords, Confidant
from curriculum.concerns.permissions import readable_by
from curriculum.concerns.readers import readers_for
from curriculum.concerns.sealing import new_code, prints_of, seal, unseal
from curriculum.concerns.services import (
    Told,
    add_words,
    answer_concern,
    close_concern,
    concern_behind,
    erase_old_concerns,
    name_confidant,
    read_concern,
    settle_promises,
)
from curriculum.people.enums import DocumentKind, Role
from curriculum.people.models import IdentityDocument, Person
from curriculum.people.registering import give_role
from curriculum.standards.models import Institution
from tests.curriculum.circles.conftest import client_of, make_group, make_learner, make_version
from tests.factories import PersonFactory

from .conftest import EVERYBODY, SECRET, SINCE, confidant, tell

pytestmark = pytest.mark.django_db
DOOR = "/es/concern/at/escuela/"


@pytest.mark.parametrize(("name", "reads"), EVERYBODY.items())
def test_who_reads_it(whoever: Callable[[str], Any], told: Told, name: str, reads: bool) -> None:
    """By view, by list and by service; whoever does not read it does not learn that there is one."""
    user, concern = whoever(name), told.concern
    client = client_of(user)
    assert readable_by(user).filter(pk=concern.pk).exists() == reads
    address = f"/es/concern/listening/{concern.uuid}/"
    opened = client.get(address)
    assert (opened.status_code == 200) == reads
    assert (SECRET in opened.content.decode()) == reads
    listed = client.get("/es/concern/listening/").content.decode()
    assert (str(concern.uuid) in listed) == reads
    client.post(address, {"uuid": str(uuid4()), "words": "Respuesta"})
    client.post(address, {"close": "yes"})
    concern.refresh_from_db()
    assert (ConcernWords.objects.count(), concern.closed_on is not None) == (2 if reads else 1, reads)
    if user.is_authenticated and not reads:
        for act in (
            lambda: read_concern(concern=concern, read_by=user),
            lambda: answer_concern(concern=concern, words="No", uuid=uuid4(), answered_by=user),
            lambda: close_concern(concern=concern, closed_by=user),
        ):
            with pytest.raises(PermissionDenied):
                act()
    assert ConcernReading.objects.exists() == reads


@pytest.mark.parametrize("name", ["administrator", "another administrator", "superuser", "trainer"])
def test_no_number_leaks(
    whoever: Callable[[str], Any], told: Told, name: str, institution: Institution
) -> None:
    """The desk looks the same with one concern and with three."""
    client = client_of(whoever(name))
    addresses = ["/admin/confidants/", "/admin/concern_rules/", "/admin/", "/es/concern/", DOOR]

    def seen() -> list[str]:
        pages = [client.get(address).content.decode() for address in addresses]
        return [without_tokens(page) for page in pages]

    before = seen()
    for _ in range(2):
        tell(institution)
    assert seen() == before


def without_tokens(page: str) -> str:
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)
    page = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "", page)
    return re.sub(r'(nonce|csrf[-_]?token|CSRF_TOKEN)["\']?\s*[:=]\s*["\'][^"\']*["\']', "", page, flags=re.I)


def test_nothing_in_the_database_says_who_told_it(institution: Institution, celia: Person) -> None:
    learner = PersonFactory(name="Ana Píriz")
    give_role(person=learner, institution=institution, role=Role.LEARNER, since=SINCE)
    client = client_of(learner.user)
    client.post(DOOR, sent(words=f"{SECRET}, soy yo"))
    pointing = {
        field.name
        for model in (Concern, ConcernWords)
        for field in model._meta.get_fields()
        if getattr(field, "related_model", None) and not field.auto_created
    }
    assert pointing == {"institution", "concern", "reader"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT sealed FROM concerns_concernwords")
        assert SECRET not in cursor.fetchone()[0]
        cursor.execute("SELECT session_data FROM django_session")
        assert all("concern" not in row[0] for row in cursor.fetchall())


def sent(**changed: Any) -> dict[str, Any]:
    return {"uuid": str(uuid4()), "teller": "household", "matter": "cared_for", "words": SECRET, **changed}


def test_without_an_account_from_the_footer_to_the_answer(
    institution: Institution, celia: Person, client: Client
) -> None:
    institution.emergency_number = "911"
    institution.save()
    settle_promises(
        institution=institution, answer_days=2, keep_months=12, help_lines=[("Línea", "0800", "siempre")]
    )
    assert client.get("/es/concern/").url == DOOR
    page = client.get(DOOR).content.decode()
    for text in ("tel:911", "tel:0800", "Celia Bonilla"):
        assert text in page
    assert page.index("tel:911") < page.index("Celia Bonilla") < page.index("<textarea")
    answer = client.post(DOOR, sent())
    code = answer.context["code"]
    assert code in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"  # other sites learn nothing, and the form still works
    concern = Concern.objects.get()
    answer_concern(concern=concern, words="La escucho", uuid=uuid4(), answered_by=celia.user)
    back = client.post("/es/concern/answer/", {"code": code.lower().replace("-", " ")})
    assert "La escucho" in back.content.decode()
    more = {"code": code, "uuid": str(uuid4()), "words": "Hay más"}
    for _ in range(2):
        client.post("/es/concern/answer/", more)
    assert ConcernWords.objects.count() == 3


def test_the_letter_says_nothing(db: None, django_capture_on_commit_callbacks: Any) -> None:
    school = Institution.objects.create(key="escuela", name_es="Escuela", country="UY")
    chief = PersonFactory()
    give_role(person=chief, institution=school, role=Role.ADMINISTRATOR, since=SINCE)
    confidant("Celia Bonilla", school, chief.user)
    with django_capture_on_commit_callbacks(execute=True):
        tell(school)
    (letter,) = mail.outbox
    assert letter.to == ["celia@escuela.example"]
    assert SECRET not in letter.subject + letter.body


def test_sent_again_it_is_one_and_shows_no_second_code(
    institution: Institution, celia: Person, client: Client
) -> None:
    again = sent()
    first, second = (client.post(DOOR, again) for _ in range(2))
    assert Concern.objects.count() == 1
    assert first.context["code"]
    assert not second.context["code"]


def test_codes_are_not_guessed(institution: Institution, celia: Person, client: Client) -> None:
    tell(institution)
    for _ in range(20):
        assert client.post("/es/concern/answer/", {"code": new_code()}).status_code == 422
    assert client.post("/es/concern/answer/", {"code": new_code()}).status_code == 429
    for _ in range(5):
        assert client.post(DOOR, sent()).status_code == 200
    assert client.post(DOOR, sent()).status_code == 429


def test_her_own_line_does_not_read_it(
    institution: Institution, celia: Person, oscar: Person, administrator: User
) -> None:
    """Óscar begins to teach her group after he was named; Celia signs in as herself."""
    group = make_group(make_version(institution), "manana", oscar)
    ana = make_learner(group, "Ana Píriz")
    assert [each.person for each in readers_for(institution, teller=ana.person.user)] == [celia]
    assert [each.person for each in readers_for(institution, teller=celia.user)] == [oscar]
    assert len(readers_for(institution, teller=AnonymousUser())) == 2
    with pytest.raises(NobodyListens):
        tell(institution, told_by=ana.person.user, about=[celia.pk])
    assert not Concern.objects.exists()


def test_a_second_record_of_the_accused_does_not_read_it(
    institution: Institution, celia: Person, oscar: Person
) -> None:
    for person, number in ((celia, "1.1"), (oscar, "1.1")):
        where = (
            institution if person is celia else Institution.objects.create(key="x", name_es="X", country="UY")
        )
        IdentityDocument.objects.create(
            person=person, institution=where, kind=DocumentKind.PASSPORT, country="UY", number=number
        )
    assert readers_for(institution, teller=AnonymousUser(), about=[oscar.pk]) == []


def test_the_page_says_so_where_nobody_is_left(
    institution: Institution, celia: Person, client: Client
) -> None:
    answer = client.post(DOOR, sent(about=[str(celia.pk)]))
    assert answer.status_code == 409
    assert not Concern.objects.exists()
    assert client.post(DOOR, sent(words="  ")).status_code == 422
    with pytest.raises(NothingTold):
        tell(institution, words=" ")


def test_nobody_makes_herself_a_confidant(
    institution: Institution, other_institution: Institution, administrator: User, celia: Person
) -> None:
    with pytest.raises(NameAnother):
        name_confidant(
            institution=institution,
            person=administrator.person,
            about="yo",
            since=SINCE,
            named_by=administrator,
        )
    with pytest.raises(PermissionDenied):
        name_confidant(
            institution=other_institution, person=celia, about="x", since=SINCE, named_by=administrator
        )
    with pytest.raises(PermissionDenied):
        name_confidant(institution=institution, person=celia, about="x", since=SINCE, named_by=celia.user)
    with pytest.raises(IntegrityError), transaction.atomic():
        Confidant.objects.update(named_by=celia)


def test_readings_are_kept_when_the_words_are_erased(
    told: Told, celia: Person, institution: Institution
) -> None:
    read_concern(concern=told.concern, read_by=celia.user)
    settle_promises(institution=institution, answer_days=2, keep_months=6, help_lines=[])
    last = told.concern.last_word_on
    assert erase_old_concerns(on=last + timedelta(days=180)) == 0
    assert erase_old_concerns(on=last + timedelta(days=190)) == 1
    assert not ConcernWords.objects.exists()
    assert concern_behind(told.code) is None
    assert ConcernReading.objects.get().reader == celia
    with pytest.raises(IntegrityError), transaction.atomic():
        ConcernReading.objects.all()._raw_delete("default")
    call_command("erase_old_concerns", stdout=StringIO())


def test_seals_open_with_old_keys_and_with_no_others(settings: Any) -> None:
    settings.CUIDAR_CONCERN_KEYS = ["first"]
    sealed, code = seal(SECRET), new_code()
    kept = prints_of(code)[0]
    settings.CUIDAR_CONCERN_KEYS = ["second", "first"]
    assert unseal(sealed) == SECRET
    assert kept in prints_of(code.lower())
    settings.CUIDAR_CONCERN_KEYS = ["third"]
    with pytest.raises(InvalidToken):
        unseal(sealed)


def test_who_told_it_says_more_and_learns_who_read_it(told: Told, celia: Person, client: Client) -> None:
    uuid = uuid4()
    for _ in range(2):
        add_words(concern=told.concern, words="Otra vez hoy", uuid=uuid)
    assert ConcernWords.objects.count() == 2
    at = datetime(2026, 5, 4, 15, tzinfo=UTC)
    read_concern(concern=told.concern, read_by=celia.user, at=at)
    page = client.post("/es/concern/answer/", {"code": told.code}).content.decode()
    assert "Celia Bonilla" in page


def test_a_made_up_school_has_no_door(client: Client, celia: Person, other_institution: Institution) -> None:
    assert client.get("/es/concern/at/luna/").status_code == 404
    assert client.get("/es/concern/at/otra/").status_code == 404
    assert client.get("/es/concern/policy/").status_code == 200


def test_the_door_costs_the_same_at_one_and_at_three_confidants(
    institution: Institution,
    celia: Person,
    administrator: User,
    client: Client,
    django_assert_num_queries: Any,
) -> None:
    client.get(DOOR)
    with django_assert_num_queries(4):
        client.get(DOOR)
    for name in ("Eva Sosa", "Pía Ríos"):
        confidant(name, institution, administrator)
    with django_assert_num_queries(4):
        client.get(DOOR)
