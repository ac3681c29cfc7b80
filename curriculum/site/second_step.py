"""Whoever works here signs in with a second step: a passkey, or a code from her phone. Learners need none.

The roles stand in `CUIDAR_SECOND_STEP_ROLES`; each institution gives its people some days to set it up. Afterwards
nothing opens but the pages where that is done.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from allauth.mfa.signals import authenticator_added, authenticator_removed
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from curriculum.audit.permissions import in_force_on
from curriculum.people.context import AUDITOR, roles_of
from curriculum.people.staff import second_step_needed_from
from curriculum.standards.accounts import Account, Visitor

REMEMBERED = 60  # seconds
GetResponse = Callable[[HttpRequest], HttpResponse]


class SecondStepMiddleware:
    """After the middleware of the session, the language and the account."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        user = request.user
        if not user.is_authenticated or not _is_asked(user) or _leads_there(request):
            return None
        from_day = missing_from(user)
        if from_day is None or timezone.localdate() < from_day:
            return None
        messages.warning(
            request,
            _(
                "People who work here sign in with a second step, because they see what belongs to others. "
                "Set it up now; it takes two minutes."
            ),
        )
        return redirect("mfa_index")


def _is_asked(user: Visitor) -> bool:
    """Whether one of her roles asks for it; costs a learner's page nothing that the page does not cost anyway."""
    wanted = set(settings.CUIDAR_SECOND_STEP_ROLES)
    if not wanted or not user.is_authenticated:
        return False
    return bool(getattr(user, "is_superuser", False) or wanted & roles_of(user))


def _leads_there(request: HttpRequest) -> bool:
    """The pages of one's own account, and the change of language."""
    accounts = reverse("account_login").removesuffix("login/")
    return request.path.startswith((accounts, reverse("set_language")))


def missing_from(account: Account) -> date | None:
    """The day from which this account may do nothing without a second step; None if it has one or needs none."""
    remembered = cache.get_or_set(_key(account), lambda: _asked(account), REMEMBERED)
    return date.fromisoformat(remembered) if remembered else None


def _asked(account: Account) -> str:
    roles = settings.CUIDAR_SECOND_STEP_ROLES
    audits = AUDITOR in roles and in_force_on(account.pk, timezone.localdate()).exists()
    # An auditor comes from outside and for a short time: she is given no days of grace.
    day = date.min if audits else second_step_needed_from(account, roles=roles)
    return day.isoformat() if day and not is_mfa_enabled(account) else ""


def _key(account: Account) -> str:
    return f"cuidar:second-step:{account.pk}"


def forget(user: Account, **kwargs: Any) -> None:
    cache.delete(_key(user))


def announce(sender: Any, request: HttpRequest, user: Account, **kwargs: Any) -> None:
    """In the days of grace she is told at each sign-in until when."""
    day = missing_from(user) if settings.CUIDAR_SECOND_STEP_ROLES else None
    if day and timezone.localdate() < day and hasattr(request, "_messages"):
        said = _("From %(day)s on you need a second step to sign in. Set it up under “Safer sign-in”.")
        messages.info(request, said % {"day": date_format(day)})


def listen() -> None:
    authenticator_added.connect(forget, dispatch_uid="cuidar.second_step.added")
    authenticator_removed.connect(forget, dispatch_uid="cuidar.second_step.removed")
    user_logged_in.connect(announce, dispatch_uid="cuidar.second_step.announce")
