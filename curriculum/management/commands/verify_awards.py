from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.credentials.models import Award
from curriculum.credentials.verifying import verify_awards


class Command(BaseCommand):
    help = "Ask the rules again about every award and report differences. Nothing is changed."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--institution", help="key of the one institution whose awards are asked about")

    def handle(self, *args: Any, institution: str | None, **options: Any) -> None:
        awards = Award.objects.all()
        if institution:
            awards = awards.filter(institution__key=institution)
        found = 0
        for difference in verify_awards(awards):
            found += 1
            self.stdout.write(str(difference))
        if found:
            raise CommandError(f"{found} differences.", returncode=1)
        self.stdout.write(self.style.SUCCESS(f"{awards.count()} awards verified, no differences."))
