"""Commands that speak the language of whoever runs them."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation


class SpeakingCommand(BaseCommand):
    """Says what it says in the site's language, or in the one asked for with --language."""

    def add_arguments(self, parser: CommandParser) -> None:
        codes = [code for code, _ in settings.LANGUAGES]
        parser.add_argument("--language", choices=codes, help="the language to answer in")

    def execute(self, *args: Any, **options: Any) -> str | None:
        with translation.override(options.get("language") or settings.LANGUAGE_CODE):
            return super().execute(*args, **options)
