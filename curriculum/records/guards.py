"""Database triggers that refuse to change or delete what is meant to last.

The application could forget; the database does not. SQLite drops triggers whenever Django remakes a table, so they
are put back after every migration, and a system check proves that they stand.
"""

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION cuidar_refuse() RETURNS trigger AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END;
$$ LANGUAGE plpgsql
"""


@dataclass(frozen=True, slots=True)
class Guard:
    """What may not happen to a table.

    `columns` are those whose values may not change (all, when empty); `when` is a condition on the row as it stands,
    in SQL that SQLite and PostgreSQL share.
    """

    table: str
    columns: tuple[str, ...] = ()
    when: str = ""

    @property
    def names(self) -> dict[str, str]:
        return {act: f"{self.table}_no_{act}" for act in ("update", "delete", "truncate")}


_guards: dict[str, Guard] = {}


def protect(guard: Guard) -> None:
    """Register a guard; called once per table when the apps are ready."""
    _guards[guard.table] = guard


def registered() -> tuple[Guard, ...]:
    return tuple(_guards.values())


def install(connection: BaseDatabaseWrapper) -> None:
    """Create every guard whose table exists; safe to repeat."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
        for guard in registered():
            if guard.table in tables:
                for statement in _statements(guard, connection.vendor):
                    cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that should stand on existing tables and do not."""
    tables = set(connection.introspection.table_names())
    expected = [
        guard.names[act]
        for guard in registered()
        if guard.table in tables
        for act in _acts(connection.vendor)
    ]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        present = {row[0] for row in cursor.fetchall()}
    return [name for name in expected if name not in present]


def _acts(vendor: str) -> tuple[str, ...]:
    return ("update", "delete", "truncate") if vendor == "postgresql" else ("update", "delete")


def _statements(guard: Guard, vendor: str) -> list[str]:
    return _postgres(guard) if vendor == "postgresql" else _sqlite(guard)


def _update_event(guard: Guard) -> str:
    columns = ", ".join(f'"{column}"' for column in guard.columns)
    return f"UPDATE OF {columns}" if columns else "UPDATE"


def _conditions(guard: Guard, differs: str) -> dict[str, str]:
    """When each act is refused. A row that is saved with the values it has is not changed."""
    changes = " OR ".join(f'OLD."{column}" {differs} NEW."{column}"' for column in guard.columns)
    update = " AND ".join(f"({part})" for part in (guard.when, changes) if part)
    return {"update": update, "delete": guard.when}


def _sqlite(guard: Guard) -> list[str]:
    conditions = _conditions(guard, "IS NOT")
    refuse = f"BEGIN SELECT RAISE(ABORT, '{guard.table} is append-only'); END"
    events = {"update": _update_event(guard), "delete": "DELETE"}
    statements = []
    for act, event in events.items():
        name, when = guard.names[act], f"WHEN {conditions[act]}" if conditions[act] else ""
        statements.append(f'DROP TRIGGER IF EXISTS "{name}"')
        statements.append(f'CREATE TRIGGER "{name}" BEFORE {event} ON "{guard.table}" {when} {refuse}')
    return statements


def _postgres(guard: Guard) -> list[str]:
    when = {act: f"WHEN ({c})" if c else "" for act, c in _conditions(guard, "IS DISTINCT FROM").items()}
    events = {
        "update": f'BEFORE {_update_event(guard)} ON "{guard.table}" FOR EACH ROW {when["update"]}',
        "delete": f'BEFORE DELETE ON "{guard.table}" FOR EACH ROW {when["delete"]}',
        "truncate": f'BEFORE TRUNCATE ON "{guard.table}" FOR EACH STATEMENT',
    }
    statements = []
    for act, event in events.items():
        name = guard.names[act]
        statements.append(f'DROP TRIGGER IF EXISTS "{name}" ON "{guard.table}"')
        statements.append(f'CREATE TRIGGER "{name}" {event} EXECUTE FUNCTION cuidar_refuse()')
    return statements
