"""For which institutions an account works, asked once per request."""

from curriculum.standards.accounts import Visitor

from .enums import Role
from .teaching import roles_by_institution

REMEMBERED = "_institutions_by_role"


def institutions_where(user: Visitor, *roles: Role) -> frozenset[int]:
    """Ids of the institutions where this account holds one of these roles today; one query per request.

    Roles alone count: a superuser who belongs to no institution sees nothing personal of any.
    """
    held = getattr(user, REMEMBERED, None)
    if held is None:
        held = roles_by_institution(user)
        setattr(user, REMEMBERED, held)
    return frozenset(key for key, mine in held.items() if mine & set(roles))


def administered(user: Visitor) -> frozenset[int]:
    """Where this account is an administrator."""
    return institutions_where(user, Role.ADMINISTRATOR)


def taught_or_administered(user: Visitor) -> frozenset[int]:
    """Where this account teaches or administers."""
    return institutions_where(user, Role.ADMINISTRATOR, Role.TRAINER)
