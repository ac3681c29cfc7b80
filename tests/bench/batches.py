"""Acts on many people at once, each in a process of its own so that its memory can be told apart.

Run as `python -m tests.bench.batches settle|export`; prints one line of JSON.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from curriculum.models import Institution

PEOPLE = 10_000
AT_ONCE = 1_000  # settled in one transaction


def settle_again(institution: "Institution", person_ids: list[int]) -> None:
    """Settle people who have what they earned already: nothing new may come of it."""
    from curriculum.credentials.services import settle_awards

    for start in range(0, len(person_ids), AT_ONCE):
        new = settle_awards(person_ids=person_ids[start : start + AT_ONCE], institution=institution)
        assert not new, "a second settlement granted something"


def export(institution: "Institution", person_ids: list[int]) -> None:
    """Write the transcripts of all these people as CSV, line by line, to nowhere."""
    from curriculum.transcripts.building import build_transcripts
    from curriculum.transcripts.tables import csv_lines

    for _ in csv_lines(build_transcripts(person_ids=person_ids, institution=institution)):
        pass


ACTS: dict[str, Callable[["Institution", list[int]], None]] = {"settle": settle_again, "export": export}


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    django.setup()
    from curriculum.models import Institution, Person

    institution = Institution.objects.get()
    person_ids = list(Person.objects.order_by("-pk").values_list("pk", flat=True)[:PEOPLE])
    before, began = peak_mb(), time.perf_counter()
    ACTS[sys.argv[1]](institution, person_ids)
    seconds = time.perf_counter() - began
    print(
        json.dumps({"people": len(person_ids), "seconds": seconds, "before_mb": before, "peak_mb": peak_mb()})
    )


if __name__ == "__main__":
    main()
