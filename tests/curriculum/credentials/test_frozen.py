"""What was granted stays as it was granted: only the inscription can be erased, with the person."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from curriculum.credentials.models import Award
from curriculum.people.models import Participation

from ..test_desk import complete_levelling

pytestmark = pytest.mark.django_db


@pytest.fixture
def award(participation: Participation) -> Award:
    complete_levelling(participation)
    return Award.objects.get()


@pytest.mark.parametrize(
    "column", [field.name for field in Award._meta.concrete_fields if field.name != "id"]
)
def test_only_the_inscription_can_be_written_again(award: Award, column: str) -> None:
    values = {
        "uuid": uuid4(),
        "code": "ZZZZZZZZZZZZ",
        "cycle": 2,
        "granted_at": timezone.now(),
        "awarded_on": date(2020, 1, 1),
        "expires_on": date(2020, 1, 1),
        "rule_digest": "sha256:0",
        "participation": None,
        "finding": {},
        "inscription": {},
    }
    change = {column: values.get(column, F(f"{column}_id") + 1)}
    try:
        with transaction.atomic():
            Award.objects.filter(pk=award.pk).update(**change)
        written = True
    except DatabaseError:
        written = False
    assert written is (column == "inscription")
