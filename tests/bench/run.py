"""The measurement itself, on a migrated database."""

import json
import subprocess
import sys
import time

from django.db import connection

from tests.serving import ROOT, served

from .cases import LESSON, cases
from .learners import enrol_learners
from .measuring import Measured, measure
from .phone import seconds_until_usable
from .practice import wait_for_signatures
from .report import Batch, write_report
from .school import School, make_school

SIZES = (2_000, 50_000)
BATCHES = {"settle": "awards settled again", "export": "transcripts exported as CSV"}


def run() -> str:
    """Measure at each size, the same data grown, then the batches; the page of the documentation."""
    began = time.monotonic()

    def say(step: str) -> None:
        print(f"▸ {time.monotonic() - began:4.0f} s  {step}", flush=True)

    say("the course")
    school, already = make_school(), 0
    results: dict[int, list[Measured]] = {}
    for size in SIZES:
        say(f"{size:,} learners")
        results[size], on_a_phone = _measured(school, size, already)
        already = size
    batches = []
    for act, name in BATCHES.items():
        say(name)
        batches.append(_in_a_process_of_its_own(act, name))
    report = write_report(results, batches, on_a_phone)
    say("done")
    connection.close()
    return report


def _measured(school: School, size: int, already: int) -> tuple[list[Measured], float]:
    """The requests as a server meets them, and the seconds of a lesson on a phone."""
    cohort = enrol_learners(school, size - already, already=already)
    practice = wait_for_signatures(school, cohort, already=already)
    with served({}, workers=2, threads=2) as site:
        asked = cases(school, cohort, practice)
        lesson = next(case for case in asked if case.name == LESSON)
        return measure(site, asked), seconds_until_usable(site, lesson)


def _in_a_process_of_its_own(act: str, name: str) -> Batch:
    command = [sys.executable, "-m", "tests.bench.batches", act]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return Batch(name, **json.loads(done.stdout))
