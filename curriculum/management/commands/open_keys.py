import os
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from curriculum.backup.errors import BackupRefused
from curriculum.backup.keys import unlock_keys
from curriculum.management.passphrases import passphrase
from curriculum.management.speaking import SpeakingCommand


class Command(SpeakingCommand):
    help = "Writes the keys that a backup kept into a file of variables that only its owner may read."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("keys", help="the file of keys that stands beside an archive")
        parser.add_argument("target", help="the file to write; it must not be there yet")
        parser.add_argument("--passphrase-file", help="a file with the passphrase for the keys")

    def handle(self, *args: Any, keys: str, target: str, **options: Any) -> None:
        try:
            opened = unlock_keys(Path(keys).read_bytes(), passphrase(options["passphrase_file"]))
            with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.writelines(f"{name}={_quoted(value)}\n" for name, value in opened.items())
        except (BackupRefused, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(_("Written: %(names)s.") % {"names": ", ".join(opened)})


def _quoted(value: str) -> str:
    """As systemd reads a file of variables: in single quotes nothing means anything but a single quote."""
    return "'" + value.replace("'", "'\\''") + "'"
