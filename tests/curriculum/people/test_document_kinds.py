"""Each institution adds the documents that it meets; nothing that is on record changes with the list."""

import pytest
from django.test import Client
from django.urls import reverse

from curriculum.people.documents import add_kind, own_kinds
from curriculum.people.importing.checking import check_line
from curriculum.people.importing.reading import read_sheet
from curriculum.people.models import OwnDocumentKind, Person
from curriculum.standards.models import Institution

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/people/document-kinds/"


def test_an_administrator_adds_a_kind_and_people_are_put_down_with_it(
    client: Client, institution: Institution, desk: Person
) -> None:
    client.force_login(desk.user)
    data = {"institution": institution.pk, "name": "Tarjeta andina", "country": "pe"}
    client.post(ADDRESS, data)
    kind = OwnDocumentKind.objects.get()
    assert (kind.institution, kind.country) == (institution, "PE")
    assert client.post(ADDRESS, data).context["form"].errors
    person = {
        "institution": institution.pk,
        "role": "learner",
        "name": "Rosa Quispe",
        "language": "es",
        "document_country": "PE",
        "document_kind": "Tarjeta andina",
        "document_number": "A-77",
    }
    client.post(reverse("people:add"), person)
    document = Person.objects.get(name="Rosa Quispe").identity_documents.get()
    assert (document.kind_name, document.compact_number) == ("Tarjeta andina", "A77")
    client.post(ADDRESS, {"turn": str(kind.pk)})
    assert own_kinds(institution) == {}
    document.refresh_from_db()
    assert document.kind_name == "Tarjeta andina"


def test_a_file_may_name_it_and_another_institution_may_not(
    institution: Institution, other_institution: Institution
) -> None:
    add_kind(institution=institution, name="Tarjeta andina", country="PE")
    sheet = read_sheet(b"nombre;tipo;documento;grupo\nRosa;TARJETA ANDINA;A-77;g")
    rows = [
        check_line(sheet.lines[0], country="UY", own_kinds=own_kinds(school))
        for school in (institution, other_institution)
    ]
    assert [row.document.kind for row in rows if row.document] == ["Tarjeta andina", "other"]
    assert [bool(row.errors) for row in rows] == [False, True]


def test_the_list_of_another_institution_is_not_changed(
    client: Client, institution: Institution, other_desk: Person
) -> None:
    kind = add_kind(institution=institution, name="Tarjeta andina", country="PE")
    client.force_login(other_desk.user)
    assert client.post(ADDRESS, {"turn": str(kind.pk)}, follow=True).status_code == 404
    client.post(ADDRESS, {"institution": institution.pk, "name": "Otra", "country": ""})
    assert OwnDocumentKind.objects.count() == 1
