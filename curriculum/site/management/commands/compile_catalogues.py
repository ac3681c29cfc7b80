from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from curriculum.site.catalogues.borrowed import borrow_portuguese
from curriculum.site.catalogues.files import compile_catalogue


class Command(BaseCommand):
    help = "Compiles the catalogues in locales/ without gettext's programs."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        paths = sorted((settings.ROOT / "locales").glob("*/LC_MESSAGES/*.po"))
        compiled = sum(compile_catalogue(path) for path in paths)
        borrowed = borrow_portuguese(settings.BORROWED_LOCALES)
        self.stdout.write(f"{compiled} of {len(paths)} catalogues compiled, {borrowed} texts borrowed.")
