"""Slips with a one-use code: the first way in for those who have no e-mail, and the way back.

A code opens one account once, within 24 hours, to choose a password. What is kept is a digest that needs the
site's secret key. The second step of those who work here is not touched by it.
"""

import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.crypto import salted_hmac

from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from .models import Person, SignInSlip
from .models.signing_in import GOOD_FOR

SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # nothing that looks like something else on paper
LENGTH = 12  # 59 bits
BLOCK = 4
SALT = "curriculum.people.sign_in_slips"


class NoAccountToOpen(Exception):
    """The person has no account, so no code can open it."""


@dataclass(frozen=True, slots=True)
class PrintedSlip:
    """A slip with its code, which is known until it has been printed and never again."""

    slip: SignInSlip
    code: str


def new_code() -> str:
    """Such as `K7QP-2MXR-9TNA`."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return "-".join(signs[start : start + BLOCK] for start in range(0, LENGTH, BLOCK))


def digest_of(code: str) -> str:
    """The same for small letters, and with or without the hyphens."""
    bare = "".join(sign for sign in code.upper() if sign.isalnum())
    return salted_hmac(SALT, bare, algorithm="sha256").hexdigest()


@transaction.atomic
def print_slips(
    *, people: Collection[Person], institution: Institution, printed_by: Account
) -> list[PrintedSlip]:
    """A slip for each of these people, all with an account; their former slips no longer work. Four queries.

    Raises NoAccountToOpen.
    """
    without = [person for person in people if person.user is None]
    if without:
        raise NoAccountToOpen(without)
    now = timezone.now()
    _open_slips(people).update(cancelled_at=now)
    printed = [
        PrintedSlip(
            SignInSlip(
                institution=institution,
                person=person,
                account=person.user,
                code_digest=digest_of(code),
                first=not person.user.has_usable_password(),
                printed_by=printed_by,
                printed_at=now,
            ),
            code,
        )
        for person in people
        if person.user is not None and (code := new_code())
    ]
    SignInSlip.objects.bulk_create([each.slip for each in printed], 500)
    return printed


@transaction.atomic
def cancel_slip(*, slip: SignInSlip) -> None:
    """A slip that was lost opens nothing any more; one that was used or cancelled stays as it is."""
    _open_slips([slip.person]).filter(pk=slip.pk).update(cancelled_at=timezone.now())


def slip_with(code: str) -> SignInSlip | None:
    """The slip that this code opens now, or None; one query."""
    return _good().filter(code_digest=digest_of(code)).select_related("account", "person").first()


def slip_numbered(pk: int) -> SignInSlip | None:
    """The same slip at the second step of opening it."""
    return _good().filter(pk=pk).select_related("account", "person").first()


@transaction.atomic
def use_slip(*, slip: SignInSlip, password: str) -> bool:
    """Give the account its new password: sessions that were open elsewhere end with it. False if it was too late.

    The password has been checked by the form. A code pressed twice at once is used once.
    """
    used = _good().filter(pk=slip.pk).update(used_at=timezone.now())
    if not used:
        return False
    slip.account.set_password(password)
    slip.account.save(update_fields=["password"])
    return True


def _open_slips(people: Iterable[Person]) -> QuerySet[SignInSlip]:
    return SignInSlip.objects.filter(person__in=people, used_at__isnull=True, cancelled_at__isnull=True)


def _good() -> QuerySet[SignInSlip]:
    newest = timezone.now() - GOOD_FOR
    return SignInSlip.objects.filter(
        used_at__isnull=True, cancelled_at__isnull=True, printed_at__gt=newest, account__is_active=True
    )
