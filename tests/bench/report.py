"""The results as a page of the documentation."""

import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass

import django
import wagtail
from django.db import connection
from django.utils import timezone

from tests.serving import ROOT

from .measuring import HANDS, REQUESTS, ROUNDS, Measured
from .phone import LINE, MEGABIT, TIMES_SLOWER

GOAL_ON_A_PHONE = 3  # seconds
PAGE = ROOT / "docs" / "performance.md"

INTRODUCTION = """\
# What the pages cost

Written by `make bench`; it is a measurement, not a test, and nothing passes or fails by it. Absolute times belong to
one machine on one day. The column to compare is **× floor**: processor time of the application and the database
together, against an almost empty Wagtail page of the same site, measured in the same rounds. The number of queries
is the same on every machine; tests fix it for each page.

The site is served in production settings by two processes, with the Uruguayan course as it ships. Each request is
another learner's. *Queries* is what most requests asked, and in brackets the most that one did, in a process that had
not yet read what it then remembers; the start and end of transactions are not counted.
"""


@dataclass(frozen=True, slots=True)
class Batch:
    """An act on many people at once."""

    name: str
    people: int
    seconds: float
    before_mb: float
    peak_mb: float


def write_report(by_learners: dict[int, list[Measured]], batches: Sequence[Batch], on_a_phone: float) -> str:
    """Write the page and return it; `on_a_phone` is in seconds."""
    parts = [INTRODUCTION, _circumstances(), _pages(by_learners), _phone(on_a_phone), _batches(batches)]
    text = "\n".join(parts)
    PAGE.write_text(text)
    return text


def _circumstances() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    facts = {
        "Date": timezone.localdate().isoformat(),
        "Commit": _commit(),
        "Command": "`make bench`",
        "Machine": f"{os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.machine()}",
        "Software": f"Python {platform.python_version()}, Django {django.__version__}, "
        f"Wagtail {wagtail.__version__}, {_database()}",
        "Other work on the machine": f"load average {os.getloadavg()[2]:.1f} with the measurement",
        "Requests": f"{ROUNDS} interleaved rounds of {REQUESTS} of each kind, {HANDS} at a time",
    }
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {fact} |" for name, fact in facts.items()), ""])


def _commit() -> str:
    def git(*words: str) -> str:
        return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True).stdout.strip()

    changed = git("status", "--porcelain", "--", "curriculum", "modules", "assessments")
    head = git("rev-parse", "--short", "HEAD") or "not under version control"
    return f"{head} and changes not yet committed" if changed else head


def _database() -> str:
    version = ".".join(str(part) for part in connection.get_database_version())
    if connection.vendor != "postgresql":
        return f"SQLite {version}"
    with connection.cursor() as cursor:
        cursor.execute("SHOW fsync")
        waits = cursor.fetchone()[0] == "on"
    return f"PostgreSQL {version}" + ("" if waits else " (which does not wait for the disk)")


def _pages(by_learners: dict[int, list[Measured]]) -> str:
    lines = [
        "| Request | Learners | Queries | CPU ms (application + database) | Requests/s | p50 ms | p95 ms | × floor |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for learners, (floor, *others) in by_learners.items():
        for each in (floor, *others):
            queries = f"{each.queries} ({each.most_queries})"
            application, database = each.application_ms, each.database_ms
            cost = f"{application + database:.1f} ({application:.1f} + {database:.1f})"
            lines.append(
                f"| {each.name} | {learners:,} | {queries} | {cost} | {each.per_second:.0f} "
                f"| {each.p50:.1f} | {each.p95:.1f} | {each.ratio_to(floor):.2f} |"
            )
    return "\n".join([*lines, ""])


def _phone(seconds: float) -> str:
    line = f"{LINE['downloadThroughput'] / MEGABIT:.1f} Mbit/s, {LINE['latency']} ms"
    lines = [
        "| On a phone that has seen nothing of the site yet | Seconds until usable | Goal |",
        "|---|--:|--:|",
        f"| a lesson, {line}, a processor {TIMES_SLOWER} × slower | {seconds:.1f} | {GOAL_ON_A_PHONE} |",
    ]
    return "\n".join([*lines, ""])


def _batches(batches: Sequence[Batch]) -> str:
    lines = [
        "| Act on many people | People | Seconds | People/s | Memory before → at most (MB) |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {each.name} | {each.people:,} | {each.seconds:.1f} | {each.people / each.seconds:,.0f} "
        f"| {each.before_mb:.0f} → {each.peak_mb:.0f} |"
        for each in batches
    ]
    return "\n".join([*lines, ""])
