from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from curriculum.management.speaking import SpeakingCommand
from curriculum.site.lost_second_step import DecidesForHerself, ReasonMissing, forget_second_step
from curriculum.standards.accounts import Account


class Command(SpeakingCommand):
    help = "Take a lost second step away from an account. She sets up a new one when she signs in."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("user_name", help="whose phone is lost")
        parser.add_argument(
            "--by", required=True, help="user name of the colleague who has seen that it is she"
        )
        parser.add_argument("--reason", required=True)

    def handle(self, *args: Any, user_name: str, by: str, reason: str, **options: Any) -> None:
        try:
            number = forget_second_step(account=_account(user_name), decided_by=_account(by), reason=reason)
        except DecidesForHerself:
            raise CommandError(
                _("Somebody else must decide it. Give a colleague's user name with --by.")
            ) from None
        except ReasonMissing:
            raise CommandError(_("Say why with --reason, for example: telephone stolen.")) from None
        if not number:
            self.stdout.write(_("This account has no second step. Nothing was changed."))
            return
        said = ngettext(
            "%(number)d way to sign in was taken away, and open sessions have ended. "
            "%(name)s now signs in with the password and sets up a new second step.",
            "%(number)d ways to sign in were taken away, and open sessions have ended. "
            "%(name)s now signs in with the password and sets up a new second step.",
            number,
        )
        self.stdout.write(said % {"number": number, "name": user_name})


def _account(user_name: str) -> Account:
    accounts = get_user_model()
    wanted = {accounts.USERNAME_FIELD: user_name, "is_active": True}
    account: Account | None = accounts._default_manager.filter(**wanted).first()
    if account is None:
        raise CommandError(
            _("There is no active account “%(name)s”. Check how it is written.") % {"name": user_name}
        )
    return account
