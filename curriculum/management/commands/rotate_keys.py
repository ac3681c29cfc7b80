from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from curriculum.credentials.signing.keys import rotate_keys, withdraw_key
from curriculum.credentials.signing.models import SigningKey
from curriculum.credentials.signing.sampling import faults_of_sample
from curriculum.standards.models import Institution


class Command(BaseCommand):
    help = (
        "New keys for an institution. What the old ones signed stays true, unless one is withdrawn because it was "
        "in strange hands. Ends by checking a sample of what is published, and changes nothing if that fails."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("institution", help="key of the institution")
        parser.add_argument(
            "--withdraw", type=int, metavar="NUMBER", help="number of a key nobody may believe now"
        )
        parser.add_argument("--reason", default="", help="why it is withdrawn")

    @transaction.atomic
    def handle(self, *args: Any, institution: str, withdraw: int | None, reason: str, **options: Any) -> None:
        owner = Institution.objects.filter(key=institution).first()
        if owner is None:
            raise CommandError(f"There is no institution “{institution}”.")
        made = rotate_keys(institution=owner)
        if withdraw is not None:
            self._withdraw(owner, withdraw, reason)
        faults = faults_of_sample(owner)
        if faults:
            raise CommandError("Nothing was changed: " + "; ".join(faults))
        self.stdout.write(self.style.SUCCESS("Signing now: " + ", ".join(key.name for key in made)))

    def _withdraw(self, owner: Institution, number: int, reason: str) -> None:
        key = SigningKey.objects.filter(institution=owner, number=number).first()
        if key is None:
            raise CommandError(f"There is no key {number}.")
        if not reason.strip():
            raise CommandError("Say why with --reason: it is kept with the key.")
        withdraw_key(key=key, reason=reason)
