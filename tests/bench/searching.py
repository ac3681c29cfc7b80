"""How long the office waits when it looks for somebody among 50,000 people: `python -m tests.bench.searching`.

Prints the middle and the slowest of the answers for each kind of question, the whole list as the server renders it,
and the processor's time in this process: with SQLite that is everything, whatever else the machine does meanwhile.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import django

from tests.serving import ROOT, production_environment

from .databases import own_database

PEOPLE = 50_000
ROUNDS = 15
GOAL = 100  # milliseconds
FIRST = ["Ana", "Beatriz", "Carla", "Delia", "Elena", "Fátima", "Graciela", "Hilda", "Inés", "Juana"]
LAST = ["Píriz", "Techera", "Olivera", "Umpiérrez", "Sosa", "Arbelo", "Núñez", "Lemos", "Curbelo", "Rocha"]
QUESTIONS = {
    "words of a name": "beatriz olivera 4321",
    "part of a common name": "techera",
    "a document": "1.004321-0",
    "a phone": "099 004 321",
    "an e-mail": "p4321@",
    "nobody": "zzzz",
    "no question at all": "",
}


def main() -> None:
    with (
        tempfile.TemporaryDirectory(prefix="cuidar-bench-") as folder,
        own_database(os.environ.get("DATABASE_URL", ""), Path(folder)) as url,
    ):
        os.environ.update(production_environment(url, folder), DJANGO_SETTINGS_MODULE="tests.bench.settings")
        django.setup()
        from django.core.management import call_command
        from django.db import connection

        os.chdir(ROOT)
        call_command("collectstatic", "--no-input", verbosity=0)
        call_command("migrate", verbosity=0)
        print(
            f"{connection.vendor}: {PEOPLE:,} people, {ROUNDS} times each, milliseconds; the goal is {GOAL}"
        )
        for line in measured():
            print(line, flush=True)
        connection.close()


def measured() -> Iterator[str]:
    from django.test import Client
    from django.urls import reverse

    from curriculum.people.listing import matching, people_of
    from curriculum.standards.models import Institution

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(fill())
    schools = list(Institution.objects.values_list("pk", flat=True))
    for question, text in QUESTIONS.items():
        times, busy = [], []
        for _round in range(ROUNDS):
            began, busy_before = time.perf_counter(), time.process_time()
            answer = client.get(reverse("people:results"), {"q": text})
            times.append(1000 * (time.perf_counter() - began))
            busy.append(1000 * (time.process_time() - busy_before))
            assert answer.status_code == 200
        found = matching(people_of(schools), text, schools).count() if text else people_of(schools).count()
        yield (
            f"{question:24} found {found:6,}   middle {statistics.median(times):6.1f}   "
            f"slowest {max(times):6.1f}   processor {statistics.median(busy):6.1f}"
        )


def fill():  # type: ignore[no-untyped-def]  # Django's models are known only after setup
    """A school of that many people, each with a document, a phone and an e-mail; gives its administrator."""
    from django.contrib.auth.models import User
    from django.db import connection
    from django.utils import timezone

    from curriculum.people.enums import Role
    from curriculum.people.models import IdentityDocument, Membership, Person
    from curriculum.people.registering import give_role
    from curriculum.standards.models import Institution

    school = Institution.objects.create(key="bench", name="Escuela", country="UY")
    people = Person.objects.bulk_create(
        [
            Person(
                name=f"{FIRST[n % 10]} {LAST[n // 10 % 10]} {LAST[n // 100 % 10]} {n}",
                email=f"p{n}@example.org",
                phone=f"099 {n:06}",
                phone_e164=f"+59899{n:06}",
            )
            for n in range(PEOPLE)
        ],
        2_000,
    )
    IdentityDocument.objects.bulk_create(
        [
            IdentityDocument(
                person=person, institution=school, country="UY", kind="identity_card", number=f"1.{n:06}-0"
            )
            for n, person in enumerate(people)
        ],
        2_000,
    )
    learners = [
        Membership(person=p, institution=school, role=Role.LEARNER, since=date(2026, 1, 1)) for p in people
    ]
    Membership.objects.bulk_create(learners, 2_000)
    account = User.objects.create_user("desk")
    give_role(
        person=Person.objects.create(name="Marta", user=account),
        institution=school,
        role=Role.ADMINISTRATOR,
        since=timezone.localdate(),  # in the days of grace: she has no second step
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return account


if __name__ == "__main__":
    sys.exit(main())
