"""Which function does which kind of job."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curriculum.jobs.running import RunningJob

Worker = Callable[["RunningJob"], None]

_workers: dict[str, Worker] = {}


def job_kind(name: str) -> Callable[[Worker], Worker]:
    """Registers the function that does the jobs of this kind.

    It may be run again from the start after a crash, so a second run must change nothing that the first
    one did; it calls `job.progress()` at least once a minute, outside any transaction of its own.
    """

    def register(worker: Worker) -> Worker:
        if _workers.setdefault(name, worker) is not worker:
            raise ValueError(f"Two functions want to do the jobs of kind {name!r}.")
        return worker

    return register


def worker_for(kind: str) -> Worker:
    """The registered function; KeyError naming the kinds that exist where there is none."""
    try:
        return _workers[kind]
    except KeyError:
        raise KeyError(f"No job of kind {kind!r}; there are: {', '.join(sorted(_workers))}.") from None
