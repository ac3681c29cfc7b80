from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.packs.faults import PackError
from curriculum.packs.loading import PublishedDiffers
from curriculum.packs.services import find_pack, load_pack
from curriculum.standards.models import Institution


class Command(BaseCommand):
    help = "Load a programme pack. Safe to repeat: what people have changed since is left alone."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("pack", help="folder of the pack, or its name in the library")
        parser.add_argument("--institution", help="key of the institution it belongs to")

    def handle(self, *args: Any, pack: str, institution: str | None, **options: Any) -> None:
        owner = self._institution(institution)
        try:
            version, report = load_pack(folder=find_pack(pack), institution=owner)
        except PackError as error:
            for fault in error.faults:
                self.stderr.write(str(fault))
            raise CommandError(f"Nothing was loaded: {len(error.faults)} to mend.") from error
        except PublishedDiffers as error:
            for line in error.differences:
                self.stderr.write(line)
            raise CommandError(
                f"Nothing was loaded: {error.what} is published and says something else. "
                "Give the pack a new version."
            ) from error
        for line in report.kept:
            self.stdout.write(f"left alone, changed here since: {line}")
        self.stdout.write(
            self.style.SUCCESS(
                f"{version}: {len(report.created)} new, {len(report.updated)} updated, "
                f"{report.unchanged} unchanged, {len(report.kept)} left alone."
            )
        )

    def _institution(self, key: str | None) -> Institution:
        known = list(Institution.objects.order_by("key"))
        if key is None and len(known) == 1:
            return known[0]
        chosen = next((institution for institution in known if institution.key == key), None)
        if chosen is None:
            keys = ", ".join(institution.key for institution in known) or "none yet"
            raise CommandError(f"Name the institution with --institution. Known: {keys}.")
        return chosen
