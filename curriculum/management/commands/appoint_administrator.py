from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from curriculum.people.enums import Role
from curriculum.people.models import Person
from curriculum.people.registering import give_role
from curriculum.standards.models import Institution


class Command(BaseCommand):
    help = "Make an account the administrator of an institution: the first one, whom nobody else can appoint."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("user_name")
        parser.add_argument("institution", help="key of the institution")

    def handle(self, *args: Any, user_name: str, institution: str, **options: Any) -> None:
        accounts = get_user_model()
        account = accounts._default_manager.filter(**{accounts.USERNAME_FIELD: user_name}).first()
        owner = Institution.objects.filter(key=institution).first()
        if account is None:
            raise CommandError(f"There is no account “{user_name}”. Make it with createsuperuser or sign up.")
        if owner is None:
            known = ", ".join(Institution.objects.values_list("key", flat=True)) or "none yet"
            raise CommandError(f"There is no institution “{institution}”. Known: {known}.")
        person, _ = Person.objects.get_or_create(user=account, defaults={"name": user_name})
        give_role(person=person, institution=owner, role=Role.ADMINISTRATOR, since=timezone.localdate())
        self.stdout.write(self.style.SUCCESS(f"{person} is an administrator of {owner}."))
