from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from curriculum.site.catalogues.files import bring_up_to_date, catalogue_path
from curriculum.site.catalogues.messages import messages_of_the_project


class Command(BaseCommand):
    help = "Brings the catalogues in locales/ up to date with the texts in the sources."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("languages", nargs="*", help="Codes such as it; without any, those of the site.")

    def handle(self, *args: Any, **options: Any) -> None:
        messages = messages_of_the_project(settings.ROOT)
        for language in options["languages"] or [code for code, _name in settings.LANGUAGES]:
            catalogue = bring_up_to_date(settings.ROOT, language, messages)
            path = catalogue_path(settings.ROOT, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(path))
            self.stdout.write(
                f"{language}: {len(catalogue)} texts, {len(catalogue.untranslated_entries())} to do"
            )
