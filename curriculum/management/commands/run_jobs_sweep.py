from typing import Any

from django.core.management.base import BaseCommand

from curriculum.jobs.heartbeat import ask_for_a_sign_of_life
from curriculum.jobs.services import revive_jobs


class Command(BaseCommand):
    help = "Hands over again the background jobs whose worker died. Run it every few minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        again, given_up = revive_jobs()
        ask_for_a_sign_of_life()
        self.stdout.write(f"{again} jobs handed over again, {given_up} given up.")
