"""The account of whoever acts: a row of AUTH_USER_MODEL, whichever model a site has chosen for it."""

from typing import TYPE_CHECKING, TypeAlias

from django.contrib.auth.models import AnonymousUser

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    Account: TypeAlias = User
else:
    from django.contrib.auth.base_user import AbstractBaseUser

    Account: TypeAlias = AbstractBaseUser

Visitor: TypeAlias = Account | AnonymousUser
"""Whoever asks, signed in or not."""
