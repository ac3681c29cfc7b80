import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from curriculum.site.demo.entrances import lines
from curriculum.site.demo.loading import is_loaded, load_school
from curriculum.site.demo.pages import answer_at


class Command(BaseCommand):
    help = "Load the invented school of the demonstration. Safe to repeat: what is there stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.CUIDAR_ALLOW_DEMONSTRATION:
            raise CommandError(
                "This site is not a demonstration, so the invented school was not loaded. "
                "Use the settings curriculum.site.settings.demo."
            )
        if is_loaded():
            self.stdout.write("The school is there already.")
        else:
            with translation.override(settings.LANGUAGE_CODE):
                load_school(now=timezone.now(), tell=lambda step: self.stdout.write(f"  {step} …"))
        address = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
        answer_at(address)
        for line in lines(address):
            self.stdout.write(line)
