"""Accounts for people who did not sign up themselves: no password until they choose one by a one-use address."""

from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.db import transaction
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from curriculum.standards.accounts import Account

from .models import Person


class UserNameTaken(Exception):
    """Another account has this user name."""


class FirstPasswordTokens(PasswordResetTokenGenerator):
    """Tokens for a first password only; they end with their first use, and after PASSWORD_RESET_TIMEOUT."""

    key_salt = "curriculum.people.accounts.FirstPasswordTokens"


first_password_tokens = FirstPasswordTokens()


def plain_user_name(text: str) -> str:
    """A user name as sign-in compares it: without spaces around it, in small letters."""
    return text.strip().lower()


def is_taken(user_name: str) -> bool:
    """Whether some account, of whatever institution, has this user name; one query."""
    accounts = get_user_model()
    return accounts._default_manager.filter(**{f"{accounts.USERNAME_FIELD}__iexact": user_name}).exists()


@transaction.atomic
def open_account(*, person: Person, user_name: str) -> Account:
    """Make an account without a usable password and link it. Raises UserNameTaken."""
    name = plain_user_name(user_name)
    if is_taken(name):
        raise UserNameTaken(name)
    accounts = get_user_model()
    account: Account = accounts(**{accounts.USERNAME_FIELD: name})
    account.set_unusable_password()
    account.save()
    person.user = account
    person.save(update_fields=["user"])
    return account


def first_password_key(account: Account) -> tuple[str, str]:
    """The two parts of the address where this account chooses its first password.

    Only for accounts that never had a usable password: whoever holds the address owns the account.
    """
    if account.has_usable_password():
        raise ValueError("this account has a password already")
    return urlsafe_base64_encode(force_bytes(account.pk)), first_password_tokens.make_token(account)
