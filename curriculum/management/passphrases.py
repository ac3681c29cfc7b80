"""Where the passphrase of the keys comes from: a file that only the operator reads, or her fingers."""

import sys
from getpass import getpass
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _


def passphrase(file: str | None) -> str:
    """Raises CommandError where nobody can be asked."""
    if file:
        try:
            return Path(file).read_text().strip()
        except OSError as error:
            raise CommandError(
                _("The passphrase cannot be read: %(problem)s") % {"problem": error}
            ) from error
    if not sys.stdin.isatty():
        raise CommandError(_("Name the file with the passphrase: --passphrase-file."))
    return getpass(_("Passphrase of the keys: "))
