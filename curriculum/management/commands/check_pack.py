from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from curriculum.management.speaking import SpeakingCommand
from curriculum.packs.faults import PackError, PackFault
from curriculum.packs.services import faults_of, find_pack, notes_on


class Command(SpeakingCommand):
    help = (
        "Check a programme pack: every fault at once, with file and line, and what should be seen to. "
        "Nothing is written."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
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
            said = ngettext("%(count)s fault to mend.", "%(count)s faults to mend.", len(faults))
            raise CommandError(said % {"count": len(faults)}, returncode=1)
        self.stdout.write(self.style.SUCCESS(_("This pack can be loaded.")))
