from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.packs.faults import PackError
from curriculum.packs.services import faults_of, find_pack


class Command(BaseCommand):
    help = "Check a programme pack: every fault at once, with file and line. Nothing is written."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("pack", help="folder of the pack, or its name in the library")

    def handle(self, *args: Any, pack: str, **options: Any) -> None:
        try:
            faults = faults_of(find_pack(pack))
        except PackError as error:
            faults = list(error.faults)
        for fault in faults:
            self.stdout.write(str(fault))
        if faults:
            raise CommandError(f"{len(faults)} to mend.", returncode=1)
        self.stdout.write(self.style.SUCCESS("This pack can be loaded."))
