"""Who is signed in, for views that only a signed-in person reaches."""

from typing import cast

from django.http import HttpRequest

from curriculum.api import Account


def account_of(request: HttpRequest) -> Account:
    """The account of a request behind `login_required`."""
    return cast(Account, request.user)
