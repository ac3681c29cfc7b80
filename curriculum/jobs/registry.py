"""Which kinds of jobs there are, what people call them, and which function does each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from curriculum.jobs.running import RunningJob

Worker = Callable[["RunningJob"], None]


@dataclass(frozen=True, slots=True)
class Kind:
    name: str
    label: str | Promise
    worker: Worker


_kinds: dict[str, Kind] = {}


def job_kind(name: str, *, label: str | Promise) -> Callable[[Worker], Worker]:
    """Registers the function that does the jobs of this kind; `label` is what the person who waits reads.

    It may be run again from the start after a crash, so a second run must change nothing that the first
    one did; it calls `job.progress()` at least once a minute, outside any transaction of its own.
    """

    def register(worker: Worker) -> Worker:
        kind = Kind(name, label, worker)
        if _kinds.setdefault(name, kind) != kind:
            raise ValueError(f"Two functions want to do the jobs of kind {name!r}.")
        return worker

    return register


def label_of(name: str) -> str:
    """What people call this kind; its name where no plugin that is installed knows it any more."""
    kind = _kinds.get(name)
    return str(kind.label) if kind else name


def kind_named(name: str) -> Kind:
    """The registered kind; KeyError naming those that exist where there is none."""
    try:
        return _kinds[name]
    except KeyError:
        raise KeyError(f"No job of kind {name!r}; there are: {', '.join(sorted(_kinds))}.") from None
