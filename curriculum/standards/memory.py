"""What is the same for everybody, remembered until somebody changes what it was read from.

A process keeps it as an object; the shared cache keeps it for the processes beside this one, so that a new one does
not begin by asking the database for everything.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import uuid4

from django.core.cache import cache
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

SECONDS_REMEMBERED = 300  # how long what no signal tells of, or what another machine changed, may look old
KEPT = 512  # values of one memory in one process
GENERATION = "curriculum:generation"

Value = TypeVar("Value")
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class _Held(Generic[Value]):
    value: Value
    generation: str
    until: float


class Memory(Generic[Value]):
    """Values by key. Readers share them: nobody changes what `recall` gives."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._held: dict[str, _Held[Value]] = {}

    def recall(self, key: str, read: Callable[[], Value]) -> Value:
        """The value remembered under this key, else what `read` says now. None is not remembered."""
        generation = _generation()
        held = self._held.get(key)
        if held and held.generation == generation and held.until > time.monotonic():
            return held.value
        shared = f"curriculum:{self.name}:{generation}:{key}"
        value: Any = cache.get(shared, _NOTHING)
        if value is _NOTHING:
            value = read()
            if value is not None:
                cache.set(shared, value, SECONDS_REMEMBERED)
        if value is not None:
            self._keep(key, value, generation)
        return value

    def _keep(self, key: str, value: Value, generation: str) -> None:
        if len(self._held) >= KEPT:
            self._held.clear()
        self._held[key] = _Held(value, generation, time.monotonic() + SECONDS_REMEMBERED)


def _generation() -> str:
    return cache.get_or_set(GENERATION, lambda: uuid4().hex, None) or ""


def forget_everything() -> None:
    """Every process on this cache reads anew: at once, and again once the change can be seen by others."""
    _begin_generation()
    if transaction.get_connection().in_atomic_block:
        transaction.on_commit(_begin_generation)


def _begin_generation() -> None:
    cache.set(GENERATION, uuid4().hex, None)


def forget_when_changed(*models_remembered: type[models.Model]) -> None:
    """Let every row of these models that is saved or deleted bring the others to read anew."""
    for model in models_remembered:
        for signal in (post_save, post_delete):
            signal.connect(_forget, sender=model, dispatch_uid=f"curriculum.memory.{model._meta.label}")


def _forget(**kwargs: Any) -> None:
    forget_everything()
