"""What the frame of every page must know about its visitor: which doors to show. It opens none."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet, Value
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils import timezone

from curriculum.standards.accounts import Account

from .enums import Role
from .models import Membership, Person

REMEMBERED = 600  # seconds: a role that ends today, or that was written without a signal
HELD = "_roles_held_today"


AUDITOR = "auditor"
HeldOtherwise = Callable[[int, date], QuerySet[Any]]
"""From an account's id and a day to rows, some where it stands in like somebody with a role."""

_others: dict[str, HeldOtherwise] = {}


def register_held_otherwise(name: str, source: HeldOtherwise) -> None:
    """Have something that is no role, but opens a door, asked for in the same query as the roles."""
    _others[name] = source


def doors(request: HttpRequest) -> dict[str, Any]:
    """`can_supervise`, `can_administer` and `can_audit` for the navigation; the views behind ask for themselves."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    roles = roles_of(user)
    return {
        "can_supervise": Role.SUPERVISOR in roles,
        "can_administer": bool(roles & {Role.ADMINISTRATOR, Role.TRAINER}),
        "can_audit": AUDITOR in roles,
    }


def roles_of(user: Account) -> set[str]:
    """The same for whoever asks in one request: looked up once."""
    held: set[str] | None = getattr(user, HELD, None)
    if held is None:
        held = remembered_roles(user.pk)
        setattr(user, HELD, held)
    return held


def remembered_roles(user_id: int) -> set[str]:
    """The roles that an account's person holds anywhere today; asked again when they change, and now and then."""
    return cache.get_or_set(_key(user_id), lambda: _roles(user_id), REMEMBERED) or set()


def forget_roles_when_they_change() -> None:
    """A role given or taken is seen on that person's next page."""
    for signal in (post_save, post_delete):
        signal.connect(_forget_roles, sender=Membership, dispatch_uid="curriculum.people.roles")
    post_delete.connect(_forget_roles_of, sender=Person, dispatch_uid="curriculum.people.roles")


def _forget_roles(instance: Membership, origin: Any = None, **kwargs: Any) -> None:
    """Where the person herself is deleted, her own signal forgets her roles: nobody is looked up row by row."""
    if getattr(origin, "model", type(origin)) is not Person:
        forget_roles(instance.person.user_id)


def _forget_roles_of(instance: Person, **kwargs: Any) -> None:
    forget_roles(instance.user_id)


def forget_roles(user_id: int | None) -> None:
    key = _key(user_id)
    cache.delete(key)
    transaction.on_commit(lambda: cache.delete(key))


def _key(user_id: int | None) -> str:
    return f"curriculum:roles:{user_id}"


def _roles(user_id: int) -> set[str]:
    today = timezone.localdate()
    held = Membership.objects.filter(person__user_id=user_id, since__lte=today).exclude(until__lt=today)
    others = [source(user_id, today).order_by().values_list(Value(name)) for name, source in _others.items()]
    return {role for (role,) in held.order_by().values_list("role").union(*others)}
