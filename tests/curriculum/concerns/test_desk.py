"""Who names confidants and makes promises: administrators, for their own institution, and never themselves."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from curriculum.concerns.models import Confidant, HelpLine, ListeningPolicy
from curriculum.people.models import Person
from curriculum.standards.models import Institution
from tests.curriculum.circles.conftest import client_of

from .conftest import EVERYBODY, SINCE

pytestmark = pytest.mark.django_db
ADMINISTER = {"administrator", "another administrator", "administrator elsewhere"}
HERE = {"administrator", "another administrator"}
SCREENS = ["confidants", "confidants/results", "confidants/new", "concern_rules"]


@pytest.mark.parametrize("name", EVERYBODY)
def test_screens(whoever: Callable[[str], Any], celia: Person, name: str) -> None:
    client = client_of(whoever(name))
    for address in SCREENS:
        answer = client.get(f"/admin/{address}/")
        assert (answer.status_code == 200) == (name in ADMINISTER), address
        if name not in HERE:
            assert "Celia Bonilla" not in answer.content.decode()
    one = f"/admin/confidants/{Confidant.objects.get(person=celia).pk}/end/"
    assert (client.get(one).status_code == 200) == (name in HERE)


def test_promises_and_help_lines(administrator: User, institution: Institution) -> None:
    client = client_of(administrator)
    sent = {
        "institution": institution.pk,
        "answer_days": 2,
        "keep_months": 12,
        "help_lines": "Línea de mujeres; 0800 4141; siempre\n\nInspección; 0800 7171",
    }
    client.post("/admin/concern_rules/", {**sent, "help_lines": "sin número"})
    assert not ListeningPolicy.objects.exists()
    client.post("/admin/concern_rules/", sent)
    assert ListeningPolicy.objects.get().answer_days == 2
    assert list(HelpLine.objects.values_list("name", "number", "hours")) == [
        ("Línea de mujeres", "0800 4141", "siempre"),
        ("Inspección", "0800 7171", ""),
    ]


def test_she_does_not_put_her_own_name_on_the_door(administrator: User, institution: Institution) -> None:
    client = client_of(administrator)
    sent = {
        "institution": institution.pk,
        "person": administrator.person.pk,
        "about": "yo misma",
        "since": SINCE.isoformat(),
    }
    assert client.post("/admin/confidants/new/", sent).status_code == 200
    assert not Confidant.objects.exists()
