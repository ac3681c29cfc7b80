from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.packs.services import export_pack
from curriculum.standards.models import ProgrammeVersion


class Command(BaseCommand):
    help = "Write a programme version as a pack, a folder that load_pack reads."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("programme", help="key of the programme")
        parser.add_argument("target", help="folder to write; it must not exist yet or be empty")
        parser.add_argument("--edition", help="version of the programme; the newest when left out")
        parser.add_argument(
            "--institution", help="key of the institution, where two use the same programme key"
        )

    def handle(self, *args: Any, programme: str, target: str, **options: Any) -> None:
        folder = Path(target)
        if folder.exists() and any(folder.iterdir()):
            raise CommandError(f"{folder} is not empty. Name a new folder.")
        export_pack(
            programme_version=self._version(programme, options["edition"], options["institution"]),
            target=folder,
        )
        self.stdout.write(self.style.SUCCESS(f"Written to {folder}."))

    def _version(self, key: str, edition: str | None, institution: str | None) -> ProgrammeVersion:
        versions = ProgrammeVersion.objects.filter(programme__key=key).order_by("-pk")
        if edition:
            versions = versions.filter(version=edition)
        if institution:
            versions = versions.filter(programme__institution__key=institution)
        found = versions.first()
        if found is None:
            raise CommandError(
                f"There is no programme “{key}” of that version. Check the key and the version."
            )
        return found
