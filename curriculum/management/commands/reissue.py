from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from curriculum.credentials.checking.codes import code_from
from curriculum.credentials.queries import whole_awards
from curriculum.credentials.signing.services import reissue


class Command(BaseCommand):
    help = "Write credentials anew, with what is known now. The former ones are revoked; the awards stay."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("codes", nargs="+", help="codes of awards")

    @transaction.atomic
    def handle(self, *args: Any, codes: list[str], **options: Any) -> None:
        wanted = [code_from(code) or "" for code in codes]
        awards = whole_awards().filter(code__in=wanted, revocation__isnull=True)
        if awards.count() != len(set(wanted)):
            raise CommandError("Not every code is that of an award in force; nothing was written.")
        for award in awards:
            self.stdout.write(f"{award.code}: {reissue(award=award)}")
