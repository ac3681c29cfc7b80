from typing import Any

from django.core.management.base import BaseCommand

from curriculum.admission.services import erase_old_pages, remind_of_expiry


class Command(BaseCommand):
    help = (
        "Reminds of documents that end soon and erases pages that were kept long enough. Run it once a day."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Reminded: {remind_of_expiry()}. Erased: {erase_old_pages()}.")
