"""Accounts that nobody else may open, because of what is entrusted to the person behind them."""

from collections.abc import Callable

from django.db.models import QuerySet

from .models import Person

Entrusted = Callable[[], QuerySet]
_entrusted: dict[str, Entrusted] = {}


def register_entrusted(name: str, people: Entrusted) -> None:
    """`people` gives ids of persons, as a subquery: no sign-in slip is printed for them."""
    _entrusted[name] = people


def without_entrusted(people: "QuerySet[Person]") -> "QuerySet[Person]":
    for entrusted in _entrusted.values():
        people = people.exclude(pk__in=entrusted())
    return people
