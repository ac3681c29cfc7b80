"""What processes have cost so far, as the kernel tells it."""

from collections.abc import Iterable
from pathlib import Path

from django.db import connection

PROC = Path("/proc")
NANOSECONDS_IN_A_MILLISECOND = 1_000_000


def cpu_ms(pids: Iterable[int]) -> float:
    """Milliseconds of processor time that these processes have used since they began."""
    return sum(_thread_ms(thread) for pid in pids for thread in (PROC / str(pid) / "task").glob("*"))


def _thread_ms(thread: Path) -> float:
    try:
        return int((thread / "schedstat").read_text().split()[0]) / NANOSECONDS_IN_A_MILLISECOND
    except FileNotFoundError:  # it ended between listing and reading
        return 0.0


def family_of(pid: int) -> list[int]:
    """A process and its children."""
    return [pid, *(child for child in _running() if _parent_of(child) == pid)]


def database_family() -> list[int]:
    """The server's processes, for PostgreSQL on this machine; none for SQLite, which works inside the application."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    on_this_machine = backend in _running() and "postgres" in _status_of(backend)
    return family_of(_parent_of(backend)) if on_this_machine else []


def _running() -> list[int]:
    return [int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit()]


def _status_of(pid: int) -> str:
    try:
        return (PROC / str(pid) / "stat").read_text()
    except FileNotFoundError:
        return ""


def _parent_of(pid: int) -> int:
    """The second field after the name, which stands in brackets and may hold anything."""
    _, _, fields = _status_of(pid).rpartition(")")
    return int(fields.split()[1]) if fields else 0
