from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.credentials.checking.codes import code_from
from curriculum.credentials.queries import whole_awards
from curriculum.credentials.signing.contexts import ContextsMissing
from curriculum.credentials.signing.forms import FORMS
from curriculum.credentials.signing.keyring import KeyMissing


class Command(BaseCommand):
    help = "Write one credential to standard output, as its holder would download it."

    def add_arguments(self, parser: CommandParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("code", nargs="?", help="the code of the award, with or without strokes")
        which.add_argument("--sample", action="store_true", help="the newest qualification that was awarded")
        parser.add_argument("--format", choices=list(FORMS), default="json")

    def handle(self, *args: Any, code: str | None, sample: bool, **options: Any) -> None:
        awards = whole_awards().order_by("-achievement__kind", "-pk")
        award = awards.first() if sample else awards.filter(code=code_from(code or "") or "").first()
        if award is None:
            raise CommandError(
                "No award has this code. Codes stand on the certificate and in the list of awards."
            )
        try:
            content = FORMS[options["format"]].write(award)
        except ContextsMissing as error:
            raise CommandError("The vocabularies are missing. Run: manage.py install_contexts") from error
        except KeyMissing as error:
            raise CommandError(
                "The institution's private key is missing. Run: manage.py rotate_keys"
            ) from error
        self._write(content)

    def _write(self, content: bytes) -> None:
        """Standard output as Django wraps it knows text only; its stream underneath knows bytes."""
        stream = getattr(self.stdout, "_out", self.stdout)
        buffer = getattr(stream, "buffer", None)
        if buffer is None:
            stream.write(content.decode())
        else:
            buffer.write(content)
