"""The database named by DATABASE_URL; without one, an SQLite file that many threads can write to."""

from pathlib import Path
from typing import Any

import dj_database_url

# Immediate transactions wait for the lock when they begin; deferred ones fail when they first write.
# recursive_triggers lets the ledger's triggers see the delete hidden in INSERT OR REPLACE.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": ("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA recursive_triggers=ON;"),
}


def database(url: str, *, home: Path) -> dict[str, Any]:
    """Django's settings for a database address; an empty address means `home`/cuidar.sqlite3."""
    if not url:
        home.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{home / 'cuidar.sqlite3'}"
    parsed: dict[str, Any] = {**dj_database_url.parse(url)}
    if parsed["ENGINE"] == "django.db.backends.sqlite3":
        parsed["OPTIONS"] = {**parsed.get("OPTIONS", {}), **SQLITE_OPTIONS}
    else:
        parsed["CONN_MAX_AGE"] = None
        parsed["CONN_HEALTH_CHECKS"] = True
    return parsed
