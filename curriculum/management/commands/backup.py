from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.backup.errors import BackupRefused, DamagedArchive
from curriculum.backup.services import back_up, keys_beside
from curriculum.management.passphrases import passphrase
from curriculum.management.progress import Progress
from curriculum.management.speaking import SpeakingCommand


class Command(SpeakingCommand):
    help = (
        "Writes database, media and private documents into one archive while the site goes on working, and reads it "
        "back. The site's keys go into a file beside it, under a passphrase."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "target", help="the archive to write, or a folder for one named after this moment"
        )
        parser.add_argument("--passphrase-file", help="a file with the passphrase for the keys")
        parser.add_argument("--without-keys", action="store_true", help="the keys are kept somewhere else")

    def handle(self, *args: Any, target: str, **options: Any) -> None:
        path = Path(target)
        if path.is_dir():
            path /= f"cuidar-{timezone.now():%Y%m%dT%H%M%SZ}.tar"
        words = None if options["without_keys"] else passphrase(options["passphrase_file"])
        try:
            manifest = back_up(path, passphrase=words, tell=Progress(self.stdout))
        except (BackupRefused, DamagedArchive, OSError) as error:
            raise CommandError(str(error)) from error
        message = _("%(path)s is written and was read back: %(files)s files, %(rows)s rows.")
        figures = {"path": path, "files": len(manifest.members) - 1, "rows": sum(manifest.counts.values())}
        self.stdout.write(self.style.SUCCESS(message % figures))
        if words is not None:
            message = _("The keys are in %(path)s. Keep it and its passphrase in different places.")
            self.stdout.write(message % {"path": keys_beside(path)})
