"""Asks the served site in interleaved rounds and keeps what each round cost."""

import http.client
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median, mode, quantiles

from tests.serving import HOST, Served

from .cases import Case, Request
from .counting import HEADER
from .processes import cpu_ms, database_family, family_of

ROUNDS = 9
REQUESTS = 40  # of each case in a round
HANDS = 2  # connections that ask at the same time


@dataclass(frozen=True, slots=True)
class Answered:
    """One request: milliseconds until the answer was read, and its queries."""

    ms: float
    queries: int


@dataclass(frozen=True, slots=True)
class Round:
    """One case in one round: processor milliseconds of all requests together, seconds on the clock."""

    application_ms: float
    database_ms: float
    seconds: float
    answers: list[Answered]

    @property
    def cost(self) -> float:
        """Processor milliseconds of one request."""
        return (self.application_ms + self.database_ms) / len(self.answers)


@dataclass(frozen=True, slots=True)
class Measured:
    """A case over all rounds."""

    name: str
    rounds: list[Round]

    @property
    def queries(self) -> int:
        """What most of its requests asked."""
        return mode(answer.queries for answer in self._answers)

    @property
    def most_queries(self) -> int:
        """What the dearest of them asked: the first in a process that still had something to remember."""
        return max(answer.queries for answer in self._answers)

    @property
    def application_ms(self) -> float:
        return median(each.application_ms / len(each.answers) for each in self.rounds)

    @property
    def database_ms(self) -> float:
        return median(each.database_ms / len(each.answers) for each in self.rounds)

    @property
    def per_second(self) -> float:
        return len(self._answers) / sum(each.seconds for each in self.rounds)

    @property
    def p50(self) -> float:
        return median(answer.ms for answer in self._answers)

    @property
    def p95(self) -> float:
        return quantiles((answer.ms for answer in self._answers), n=20)[-1]

    def ratio_to(self, floor: "Measured") -> float:
        """How many times the floor's processor time; the median of the rounds, each with its own floor."""
        pairs = zip(self.rounds, floor.rounds, strict=True)
        return median(own.cost / other.cost for own, other in pairs)

    @property
    def _answers(self) -> list[Answered]:
        return [answer for each in self.rounds for answer in each.answers]


def measure(site: Served, cases: Sequence[Case]) -> list[Measured]:
    """One round to warm up, then the rounds that count; in each, every case has its turn."""
    for case in cases:
        _ask(site, _requests(case, 0))
    application, database = family_of(site.pid), database_family()
    rounds = [
        [_round(site, _requests(case, number), application, database) for case in cases]
        for number in range(1, ROUNDS + 1)
    ]
    by_case = zip(cases, zip(*rounds, strict=True), strict=True)
    return [Measured(case.name, list(of_case)) for case, of_case in by_case]


def _requests(case: Case, number: int) -> list[Request]:
    return [case.made(number * REQUESTS + each) for each in range(REQUESTS)]


def _round(site: Served, requests: list[Request], application: list[int], database: list[int]) -> Round:
    before, began = (cpu_ms(application), cpu_ms(database)), time.perf_counter()
    answers = _ask(site, requests)
    seconds = time.perf_counter() - began
    return Round(cpu_ms(application) - before[0], cpu_ms(database) - before[1], seconds, answers)


def _ask(site: Served, requests: list[Request]) -> list[Answered]:
    """The requests of one round, shared out among the hands."""
    with ThreadPoolExecutor(HANDS) as pool:
        shares = pool.map(lambda hand: _ask_in_turn(site, requests[hand::HANDS]), range(HANDS))
        return [answer for share in shares for answer in share]


def _ask_in_turn(site: Served, requests: Sequence[Request]) -> list[Answered]:
    connection = http.client.HTTPConnection(HOST, site.port, timeout=30)
    try:
        return [_answered(connection, request) for request in requests]
    finally:
        connection.close()


def _answered(connection: http.client.HTTPConnection, request: Request) -> Answered:
    began = time.perf_counter()
    connection.request(
        request.method, request.path, request.body or None, {"Cookie": request.cookie, **request.headers}
    )
    response = connection.getresponse()
    text = response.read()
    ms = (time.perf_counter() - began) * 1000
    if response.status != request.expects:
        raise RuntimeError(f"{request.path} answered {response.status}: {text[:300]!r}")
    return Answered(ms, int(response.headers[HEADER]))
