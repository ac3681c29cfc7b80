"""What every test starts from."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Rate limits and remembered sites would otherwise leak from one test into the next."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """The test client leaves the language of its last page active, and the next test would speak it."""
    translation.deactivate()
    yield
    translation.deactivate()
