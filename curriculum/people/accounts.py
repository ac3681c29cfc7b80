"""Accounts for people who did not sign up themselves, and whose account a name or a number means."""

import secrets

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import get_language

from curriculum.standards.accounts import Account

from .models import Person
from .phones import international, numbers_meant_by

LONGEST_MADE_NAME = 30


class UserNameTaken(Exception):
    """Another account has this user name."""


def plain_user_name(text: str) -> str:
    """A user name as sign-in compares it: without spaces around it, in small letters."""
    return text.strip().lower()


def is_taken(user_name: str) -> bool:
    """Whether some account, of whatever institution, has this user name; one query."""
    accounts = get_user_model()
    return accounts._default_manager.filter(**{f"{accounts.USERNAME_FIELD}__iexact": user_name}).exists()


def user_name_for(name: str) -> str:
    """A free user name made from the name of a person: short, easy to write, with two figures."""
    words = slugify(name).split("-")[:2] or ["persona"]
    start = "-".join(word for word in words if word)[:LONGEST_MADE_NAME] or "persona"
    while is_taken(made := f"{start}-{secrets.randbelow(90) + 10}"):
        start = f"{start}{secrets.randbelow(10)}"
    return made


def accounts_meant_by(text: str) -> list[Account]:
    """The accounts with this user name, or of people with this phone number, however it is written; one query."""
    accounts = get_user_model()
    meant = Q(**{f"{accounts.USERNAME_FIELD}__iexact": text.strip()})
    if numbers := numbers_meant_by(text):
        meant |= Q(person__phone_e164__in=numbers)
    return list(accounts._default_manager.filter(meant).distinct()[:2])


def is_held(number: str) -> bool:
    """Whether the account of somebody has this number, in E.164 form."""
    return Person.objects.filter(phone_e164=number, user__isnull=False).exists()


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


def person_behind(account: Account) -> Person:
    """The person of an account; whoever acts for the first time becomes one, under the name of the account."""
    person = Person.objects.filter(user=account.pk).first()
    if person is not None:
        return person
    name = account.get_full_name() or account.get_username()
    return Person.objects.create(user=account, name=name, language=(get_language() or "es")[:2])


@transaction.atomic
def introduce_by_phone(*, account: Account, name: str, phone: str, country: str, language: str) -> Person:
    """Put down the number with which somebody signed up.

    Only the first account to name a number may sign in with it: whoever types a number has not shown that it is
    hers, and must not shut out the woman who had it before. Nothing tells the second one that it was taken.
    """
    number = international(phone, country)
    usable = "" if is_held(number) else number
    return Person.objects.create(user=account, name=name, phone=phone, phone_e164=usable, language=language)
