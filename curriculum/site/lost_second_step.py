"""A colleague has lost the phone with her second step, and her recovery codes too.

A slip (`curriculum.people.sign_in_slips`) does not touch the second step, so that nobody at the desk can take a
colleague's account over alone. Taking the step away is for whoever runs the machine; she then still needs her
password, and sets up a new step before anything else opens.
"""

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from curriculum.standards.accounts import Account

from .second_step import forget

FORGOTTEN = "curriculum.second_step_forgotten"


class DecidesForHerself(Exception):
    """Nobody takes away her own second step: a colleague has seen that it is she."""


class ReasonMissing(Exception):
    """Later somebody asks why."""


@transaction.atomic
def forget_second_step(*, account: Account, decided_by: Account, reason: str) -> int:
    """Take every passkey, code generator and recovery code of an account away; how many there were.

    Her open sessions end, the history of the account says who decided it and why, and she is told by e-mail if she
    has an address. Doing it again does nothing. Raises DecidesForHerself, ReasonMissing.
    """
    if account.pk == decided_by.pk:
        raise DecidesForHerself
    if not reason.strip():
        raise ReasonMissing
    number, _rows = Authenticator.objects.filter(user=account).delete()
    if not number:
        return 0
    _end_sessions(account)
    log(instance=account, action=FORGOTTEN, user=decided_by, data={"reason": reason.strip()})
    transaction.on_commit(lambda: _after(account))
    return number


def _end_sessions(account: Account) -> None:
    """Sessions do not say whose they are, so each is read; this is seldom done."""
    open_now = Session.objects.filter(expire_date__gt=timezone.now())
    hers = [
        session.pk
        for session in open_now.iterator()
        if session.get_decoded().get(SESSION_KEY) == str(account.pk)
    ]
    Session.objects.filter(pk__in=hers).delete()


def _after(account: Account) -> None:
    forget(account)
    if not account.email:
        return
    subject = _("Your second step has been taken away")
    body = _(
        "Your second step to sign in has been taken away, because it was reported lost. Sign in with your password "
        "and set up a new one. If you did not ask for this, tell your institution now."
    )
    send_mail(subject, body, None, [account.email], fail_silently=True)
