from typing import Any

import pytest
from django.core.cache import cache

from curriculum.credentials.models import Award
from curriculum.people.models import Participation

from ..test_settling import MODULES, OBSERVED, module_draft, observed_draft, practice_draft, record


@pytest.fixture(autouse=True)
def _known_address(settings: Any) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://cuidar.example"
    cache.clear()


@pytest.fixture
def award(participation: Participation) -> Award:
    """A qualification with units, modules and practice."""
    record(participation, *(module_draft(key, minutes) for key, minutes in MODULES.items()))
    record(participation, *(observed_draft(unit) for unit in OBSERVED), practice_draft("a", 720))
    return Award.objects.get(achievement__kind="qualification")
