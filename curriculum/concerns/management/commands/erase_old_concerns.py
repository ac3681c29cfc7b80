from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from curriculum.concerns.services import erase_old_concerns


class Command(BaseCommand):
    help = "Erases the concerns whose time is over, by the rules of each institution. Run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Erased: {erase_old_concerns(on=timezone.localdate())}.")
