"""What every test starts from."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Rate limits and remembered sites would otherwise leak from one test into the next."""
    cache.clear()
    yield
    cache.clear()
