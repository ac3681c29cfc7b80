"""What processes remember, and when they read anew."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.cache import cache

from curriculum.models import Institution
from curriculum.standards.memory import Memory, forget_everything


class Source:
    """Something to read, that tells how often it was asked."""

    def __init__(self, value: object = "value") -> None:
        self.value, self.asked = value, 0

    def __call__(self) -> object:
        self.asked += 1
        return self.value


def test_what_is_remembered_is_read_once() -> None:
    memory, source = Memory[object]("test"), Source()
    assert [memory.recall("key", source) for _ in range(3)] == ["value"] * 3
    assert source.asked == 1
    assert memory.recall("another", Source("another")) == "another"


def test_a_new_process_learns_from_the_others() -> None:
    source = Source()
    Memory[object]("test").recall("key", source)
    Memory[object]("test").recall("key", source)
    assert source.asked == 1


def test_nothing_is_not_remembered() -> None:
    memory, source = Memory[object]("test"), Source(None)
    memory.recall("key", source)
    memory.recall("key", source)
    assert source.asked == 2


@pytest.mark.parametrize("change", [forget_everything, cache.clear])
def test_after_a_change_all_is_read_anew(db: None, change: Callable[[], None]) -> None:
    memory, source = Memory[object]("test"), Source("older")
    memory.recall("key", source)
    change()
    source.value = "newer"
    assert memory.recall("key", source) == "newer"


def test_what_was_read_before_the_change_was_committed_is_forgotten_with_it(
    db: None, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[object]]
) -> None:
    memory, source = Memory[object]("test"), Source("older")
    with django_capture_on_commit_callbacks(execute=True):
        forget_everything()
        memory.recall("key", source)  # another process, which cannot see the change yet
    source.value = "newer"
    assert memory.recall("key", source) == "newer"


def test_a_saved_row_brings_everybody_to_read_anew(db: None) -> None:
    memory, source = Memory[object]("test"), Source()
    memory.recall("key", source)
    institution = Institution.objects.create(key="a", name="A", country="UY", time_zone="America/Montevideo")
    memory.recall("key", source)
    assert source.asked == 2
    institution.delete()
    memory.recall("key", source)
    assert source.asked == 3
