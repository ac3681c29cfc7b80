from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from curriculum.backup.errors import BackupRefused, DamagedArchive
from curriculum.backup.services import restore
from curriculum.management.progress import Progress
from curriculum.management.speaking import SpeakingCommand


class Command(SpeakingCommand):
    help = (
        "Makes this empty site the one that was backed up, migrates it, and asks the rules about every award."
    )
    requires_system_checks: list[str] = []  # an empty database has no guards yet

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("archive", help="what manage.py backup has written")

    def handle(self, *args: Any, archive: str, **options: Any) -> None:
        try:
            restored = restore(Path(archive), tell=Progress(self.stdout))
        except (BackupRefused, DamagedArchive, OSError) as error:
            raise CommandError(str(error)) from error
        manifest = restored.manifest
        message = _("The site of %(moment)s is back: %(files)s files, %(rows)s rows.")
        figures = {
            "moment": manifest.made_at,
            "files": len(manifest.members) - 1,
            "rows": sum(manifest.counts.values()),
        }
        self.stdout.write(message % figures)
        for name in restored.strange_keys:
            message = _(
                "%(name)s is another than on the site that was backed up: what that one sealed cannot be read. "
                "Take it from the file of keys (manage.py open_keys)."
            )
            self.stdout.write(self.style.WARNING(message % {"name": name}))
        for line in restored.differences:
            self.stdout.write(line)
        if restored.differences:
            raise CommandError(
                _("Some awards do not follow from the ledger any more; they are listed above.")
            )
        self.stdout.write(self.style.SUCCESS(_("Every award was asked about: no differences.")))
