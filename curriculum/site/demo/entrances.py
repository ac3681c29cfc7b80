"""Where each kind of person comes in: what the demonstration prints at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from .cast import ALBA, CELIA, MARTA, NORA, SONIA, TOMAS, Worker
from .enrolling import PASSWORD


@dataclass(frozen=True, slots=True)
class Entrance:
    role: str
    path: str
    username: str

    def line(self, address: str) -> str:
        return f"{self.role:<28} {address + self.path:<42} {self.username:<8} {PASSWORD}"


def _worker(role: str, path: str, worker: Worker) -> Entrance:
    return Entrance(role, path, worker.username)


ENTRANCES = (
    Entrance("Learner, almost there", "/es/path/", "ana"),
    Entrance("Learner, just enrolled", "/es/path/", "luz"),
    Entrance("Learner, in Portuguese", "/pt/path/", "thais"),
    Entrance("Applicant, has only begun", "/es/apply/", "nahir"),
    _worker("Placement supervisor", "/es/supervise/", SONIA),
    _worker("Trainer", "/admin/", TOMAS),
    _worker("Confidant", "/es/concern/listening/", CELIA),
    _worker("Administrator", "/admin/", MARTA),
    _worker("Auditor", "/es/audit/", ALBA),
    _worker("Administrator elsewhere", "/admin/", NORA),
)


def lines(address: str) -> Iterator[str]:
    """One line a role: what she is, her address, her user name, the password."""
    for entrance in ENTRANCES:
        yield entrance.line(address)
