from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.packs.faults import PackError, PackFault
from curriculum.packs.services import faults_of, find_pack, notes_on


class Command(BaseCommand):
    help = (
        "Check a programme pack: every fault at once, with file and line, and what should be seen to. "
        "Nothing is written."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("pack", help="folder of the pack, or its name in the library")

    def handle(self, *args: Any, pack: str, **options: Any) -> None:
        notes: list[PackFault] = []
        try:
            folder = find_pack(pack)
            faults = faults_of(folder)
            notes = notes_on(folder)
        except PackError as error:
            faults = list(error.faults)
        for fault in faults:
            self.stdout.write(str(fault))
        for note in notes:
            self.stdout.write(self.style.WARNING(str(note)))
        if faults:
            raise CommandError(f"{len(faults)} to mend.", returncode=1)
        self.stdout.write(self.style.SUCCESS("This pack can be loaded."))
