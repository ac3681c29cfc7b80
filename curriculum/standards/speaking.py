"""A language for work that outlives the request which asked for it."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.utils import translation

Item = TypeVar("Item")


def made_in(language: str, items: Iterable[Item]) -> Iterator[Item]:
    """The items, each made in this language.

    A streamed answer is made after the request's own language is gone. A plain `override` round a loop that yields
    would leave its language to whoever runs in between, so it is set anew for each item.
    """
    iterator = iter(items)
    while True:
        with translation.override(language):
            try:
                item = next(iterator)
            except StopIteration:
                return
        yield item
