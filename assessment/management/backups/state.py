"""What a database holds, as far as a backup of it is judged by."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.core.management.base import CommandError
from django.db import connection


@dataclass(frozen=True)
class State:
    """The migrations that were applied ("assessment.0007_people"), in order of names, and the rows of each table."""

    migrations: list[str]
    rows: dict[str, int]


def state() -> State:
    """That of the site's database now; read it within a snapshot where others write."""
    migrations = sorted(f"{app}.{name}" for app, name in select("SELECT app, name FROM django_migrations"))
    with connection.cursor() as cursor:
        tables = sorted(connection.introspection.table_names(cursor))
    return State(migrations, {table: _rows(table) for table in tables})


def refuse_altered_versions() -> None:
    """Recompute the SHA-256 of each published catalogue. Raises CommandError, one line, if one is another."""
    versions = select("SELECT number, document, sha256 FROM assessment_catalogueversion ORDER BY number")
    wrong = [str(number) for number, document, sha256 in versions if _sha256(document) != sha256]
    if wrong:
        raise CommandError(f"the catalogue's version {', '.join(wrong)} is not what its SHA-256 says")


def refuse_other_rows(found: dict[str, int], wanted: dict[str, int]) -> None:
    """Compare rows by table. Raises CommandError, one line, with the first table that has others."""
    for table in sorted(found.keys() | wanted.keys()):
        if found.get(table) != wanted.get(table):
            raise CommandError(f"{table} has {found.get(table, 'no')} rows, not {wanted.get(table, 'no')}")


@contextmanager
def pointed_at(name: str) -> Iterator[None]:
    """Inside, the site's database is another one of the same engine. No connection to it stays open."""
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def select(statement: str) -> list[Any]:
    """The rows that the site's database answers."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return list(cursor.fetchall())


def _rows(table: str) -> int:
    return int(select(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")[0][0])  # noqa: S608 (a table's name)


def _sha256(document: str) -> str:
    return hashlib.sha256(document.encode()).hexdigest()
