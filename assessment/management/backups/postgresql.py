"""PostgreSQL: copied by pg_dump, put back by pg_restore into a new database, which then takes the name of the old."""

import itertools
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, cast

from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone
from psycopg.conninfo import make_conninfo

from assessment.fault import one_line
from assessment.management.backups.engine import Fresh
from assessment.management.backups.state import (
    State,
    pointed_at,
    refuse_altered_versions,
    refuse_other_rows,
    select,
    state,
)
from assessment.models.snapshot import snapshot

DEBIAN = Path("/usr/lib/postgresql")  # where its packages put the programs, by version
NOT_SAID = {"password", "prepare_threshold", "client_encoding"}  # on a command line, which everybody can read
TABLE = re.compile(rb'COPY (?:\w+|"[^"]+")\."?(\w+)"? ')


def copied(folder: Path) -> tuple[State, Path]:
    """A copy by pg_dump, in the very snapshot in which the rows were counted; then the rows in it are counted."""
    copy = folder / "copy.dump"
    with snapshot():
        found = state()
        refuse_altered_versions()
        (moment,) = select("SELECT pg_export_snapshot()")[0]
        _dump("--format=custom", "--compress=1", f"--snapshot={moment}", f"--file={copy}")
    refuse_other_rows(_rows_in(copy), found.rows)
    return found, copy


@contextmanager
def fresh(data: Iterator[bytes]) -> Iterator[Fresh]:
    """A new database of the same server; who makes it needs the right CREATEDB."""
    old = str(connection.settings_dict["NAME"])
    new = f"{old[:40]}_restoring"
    connection.close()
    _make(new, old)
    try:
        with pointed_at(new):
            _load(data)
        yield Fresh(new, partial(_swap, old, new))
    finally:
        _ask(f"DROP DATABASE IF EXISTS {_quoted(new)} WITH (FORCE)")


def _make(new: str, old: str) -> None:
    """An empty database as the old is. Raises CommandError where the old is in use, or no new one may be made."""
    ((may_make, role),) = _ask("SELECT rolcreatedb OR rolsuper, rolname FROM pg_roles WHERE rolname = current_user")
    if not may_make:
        raise CommandError(f"the role {role} may make no database; let it, with ALTER ROLE {_quoted(role)} CREATEDB")
    _refuse_others(old)
    shape = "SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database WHERE datname = %s"
    found = _ask(shape, old)
    like = "ENCODING %s LC_COLLATE %s LC_CTYPE %s" if found else ""
    _ask(f"DROP DATABASE IF EXISTS {_quoted(new)}")  # of an attempt that was broken off
    _ask(f"CREATE DATABASE {_quoted(new)} TEMPLATE template0 {like}", *itertools.chain(*found))


def _refuse_others(name: str) -> None:
    number = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'"
    if others := _ask(number, name)[0][0]:
        raise CommandError(
            f"the database {name} is in use ({others} connected): stop the site, and whatever else is connected"
        )


def _swap(old: str, new: str) -> str:
    """Both names change at once, or none does. PostgreSQL too refuses it where somebody is connected."""
    _refuse_others(old)
    there = _ask("SELECT 1 FROM pg_database WHERE datname = %s", old)
    kept = f"{old[:40]}_before_{timezone.now():%Y%m%dt%H%M%Sz}"
    away = f"ALTER DATABASE {_quoted(old)} RENAME TO {_quoted(kept)};" if there else ""
    _ask(f"{away} ALTER DATABASE {_quoted(new)} RENAME TO {_quoted(old)}")
    return kept if there else ""


def _ask(statement: str, *values: str) -> list[Any]:
    """Ask the server, not a database of it. Several statements at once are one transaction."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement, values or None)
        return list(cursor.fetchall()) if cursor.description else []


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _load(data: Iterator[bytes]) -> None:
    """Fill the site's database, which is empty."""
    command = ["pg_restore", "--exit-on-error", "--no-owner", "--no-privileges", _where()]
    with (
        _running(command, stdin=subprocess.PIPE) as process,
        suppress(BrokenPipeError),  # what stopped it, it says
        cast("IO[bytes]", process.stdin) as given,
    ):
        given.writelines(data)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _rows_in(copy: Path) -> dict[str, int]:
    """The rows of each table in a dump, counted in what PostgreSQL would be told to put in."""
    with _running(["pg_restore", "--data-only", "--file=-", str(copy)]) as process:
        return dict(_counted(cast("IO[bytes]", process.stdout)))


def _counted(lines: Iterable[bytes]) -> Iterator[tuple[str, int]]:
    """Each table and its rows: a line each, after a COPY and up to a line with a backslash and a full stop."""
    left = iter(lines)
    for line in left:
        if table := TABLE.match(line):
            yield table[1].decode(), sum(1 for _ in iter(left.__next__, b"\\.\n"))


def _dump(*options: str) -> None:
    server = connection.pg_version // 10_000  # type: ignore[attr-defined]  # only PostgreSQL has it
    with _running(["pg_dump", "--version"]) as process:
        (version,) = re.findall(r"\) (\d+)", cast("IO[bytes]", process.stdout).read().decode())
    if int(version) < server:
        raise CommandError(
            f"pg_dump is of version {version}, the server of {server}: install postgresql-client-{server}"
        )
    with _running(["pg_dump", _where(), *options]):
        pass


def _where() -> str:
    """How a program of PostgreSQL finds the site's database; the password goes by the environment."""
    given = connection.get_connection_params()
    said = {name: str(given[name]) for name in given.keys() - NOT_SAID if isinstance(given[name], str | int)}
    return f"--dbname={make_conninfo('', **said)}"


def _program(name: str) -> str:
    """Its path. Raises CommandError, one line."""
    newest = sorted(map(str, DEBIAN.glob(f"*/bin/{name}")), reverse=True)
    for path in (shutil.which(name), *newest):
        if path:
            return path
    raise CommandError(f"{name} is not installed (Debian: apt install postgresql-client)")


@contextmanager
def _running(command: list[str], stdin: int = subprocess.DEVNULL) -> Iterator[subprocess.Popen[bytes]]:
    """A program of PostgreSQL. Raises CommandError, one line of what it said, when it ends badly."""
    path = _program(command[0])
    password = connection.get_connection_params().get("password")
    environment = os.environ | ({"PGPASSWORD": password} if password else {})
    with TemporaryFile() as errors:
        pipes: dict[str, Any] = {"stdin": stdin, "stdout": subprocess.PIPE, "stderr": errors}
        with subprocess.Popen([path, *command[1:]], env=environment, **pipes) as process:  # noqa: S603 (no shell)
            yield process
        if process.returncode:
            errors.seek(0)
            said = " ".join(errors.read().decode(errors="replace").split())
            raise CommandError(one_line(f"{command[0]} ended with status {process.returncode}: {said}"))
