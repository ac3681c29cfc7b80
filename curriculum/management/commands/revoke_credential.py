from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.credentials.checking.codes import code_from
from curriculum.credentials.models import Award
from curriculum.credentials.permissions import can_revoke
from curriculum.credentials.services import revoke_award


class Command(BaseCommand):
    help = "Take an award back in the name of an administrator. Whoever checks it knows within seconds."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="the code of the award, with or without strokes")
        parser.add_argument("--by", required=True, help="user name of the administrator who decides")
        parser.add_argument(
            "--reason", required=True, help="why; it is kept and shown to administrators only"
        )

    def handle(self, *args: Any, code: str, by: str, reason: str, **options: Any) -> None:
        award = Award.objects.select_related("institution").filter(code=code_from(code) or "").first()
        if award is None:
            raise CommandError("No award has this code.")
        user = get_user_model().objects.filter(**{get_user_model().USERNAME_FIELD: by}).first()
        if user is None or not can_revoke(user, award):
            raise CommandError(
                f"“{by}” may not take this award back: another administrator of the institution must."
            )
        if not reason.strip():
            raise CommandError("Say why with --reason.")
        revoke_award(award=award, reason=reason, revoked_by=user)
        self.stdout.write(self.style.SUCCESS(f"{award.code} is taken back."))
