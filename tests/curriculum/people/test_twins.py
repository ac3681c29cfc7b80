"""Records that look alike are shown, first those where one would sign for the other."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from curriculum.people.enums import Role
from curriculum.people.models import Participation, Person
from curriculum.people.registering import DocumentDetails, PersonDetails, register_person
from curriculum.people.twins import Likeness, alike_pairs
from curriculum.standards.models import Institution

pytestmark = pytest.mark.django_db
BORN = date(1979, 4, 3)


def put_down(institution: Institution, name: str, role: Role = Role.LEARNER, **details: object) -> Person:
    document = details.pop("document", None)
    return register_person(
        institution=institution,
        details=PersonDetails(name=name, **details),
        document=document,
        role=role,
        since=date(2026, 3, 2),
    )


def likenesses(institution: Institution) -> list[tuple[Likeness, ...]]:
    return [pair.likenesses for pair in alike_pairs([institution.pk])]


def test_name_and_birth_date_phone_and_document_tell(institution: Institution) -> None:
    card = DocumentDetails("UY", "identity_card", "1.234.567-8")
    put_down(institution, "Ana Píriz", birth_date=BORN, phone="099 123 456", document=card)
    put_down(institution, "ANA  PIRIZ", birth_date=BORN)
    put_down(institution, "Bea", phone="+598 99 123 456")
    put_down(institution, "Carla", document=DocumentDetails("UY", "passport", "12345678"))
    put_down(institution, "Ana Píriz", birth_date=date(1990, 1, 1))
    assert sorted(likenesses(institution)) == [(Likeness.DOCUMENT,), (Likeness.NAME,), (Likeness.PHONE,)]


def test_who_works_and_learns_stands_first(institution: Institution) -> None:
    put_down(institution, "Ana", birth_date=BORN)
    put_down(institution, "Ana", birth_date=BORN)
    put_down(institution, "Bea", phone="099 123 456")
    put_down(institution, "Beatriz", Role.SUPERVISOR, phone="099123456")
    first, second = alike_pairs([institution.pk])
    assert ([first.one.name, first.works_and_learns], second.works_and_learns) == (["Bea", True], False)


def test_other_institutions_stay_apart(institution: Institution, other_institution: Institution) -> None:
    put_down(institution, "Ana", birth_date=BORN)
    put_down(other_institution, "Ana", birth_date=BORN)
    assert likenesses(institution) == likenesses(other_institution) == []


@pytest.mark.parametrize("people", [2, 6])
def test_queries_do_not_grow_with_people(
    institution: Institution, people: int, django_assert_num_queries
) -> None:
    for _number in range(people):
        put_down(institution, "Ana", birth_date=BORN)
    with django_assert_num_queries(6):
        alike_pairs([institution.pk])


def test_a_new_supervisor_with_the_phone_of_a_learner_does_not_go_unnoticed(
    client: Client, learner: Participation, institution: Institution, desk: Person
) -> None:
    Person.objects.filter(pk=learner.person_id).update(phone="099 123 456", phone_e164="+59899123456")
    client.force_login(desk.user)
    data = {
        "institution": institution.pk,
        "role": "supervisor",
        "name": "Ana P.",
        "language": "es",
        "phone": "+59899123456",
    }
    page = client.post(reverse("people:add"), data, follow=True).content.decode()
    assert "Ana Píriz" in page


def test_nobody_of_another_institution_is_put_side_by_side(
    client: Client, learner: Participation, other_institution: Institution, other_desk: Person
) -> None:
    own = put_down(other_institution, "Olga")
    client.force_login(other_desk.user)
    address = reverse("people:side_by_side", args=[own.pk, learner.person_id])
    assert client.get(address, follow=True).status_code == 404
