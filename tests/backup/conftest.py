from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Here: no transaction round the test. Each site has a database of its own (`a_site`)."""
    with django_db_blocker.unblock():
        yield
