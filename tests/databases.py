"""Databases for tests that need more than the one of the test run."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier
from typing import Any, TypeVar

import pytest
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend

T = TypeVar("T")


def wrapper(alias: str, engine: str, **changes: Any) -> BaseDatabaseWrapper:
    """A connection, not opened, to another database; it is registered for this thread until `forgotten`."""
    found: BaseDatabaseWrapper = load_backend(engine).DatabaseWrapper(
        {**connections.settings["default"], "ENGINE": engine, **changes}, alias
    )
    connections[alias] = found
    return found


def forgotten(alias: str) -> None:
    """Close a connection and take it out of this thread."""
    connections[alias].close()
    del connections[alias]


@contextmanager
def in_a_file(path: Path) -> Iterator[None]:
    """On SQLite, move the test database from memory, which two connections cannot write at once, to a file."""
    if connection.vendor != "sqlite":
        yield
        return
    memory, before = connections["default"], connections.settings["default"]
    memory.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        memory.connection.backup(copy)
    connections.settings["default"] = {**before, "NAME": str(path)}
    del connections["default"]
    try:
        connection.ensure_connection()  # which gives the file its journal, before many open it at once
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = before
        connections["default"] = memory


def at_once(*calls: Callable[[], T]) -> list[T]:
    """What each call answers when all are made at the same moment, each in a thread with a connection of its own."""
    start = Barrier(len(calls), timeout=60)

    def run(call: Callable[[], T]) -> T:
        try:
            connection.ensure_connection()
            start.wait()
            return call()
        except BaseException:
            start.abort()  # nobody waits for a thread that failed
            raise
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def every_byte(folder: Path) -> bytes:
    """The database as a thief would find it: the files of SQLite in a folder, its journal too; or a dump of PostgreSQL.

    The test is passed over where PostgreSQL's programs are not.
    """
    if connection.vendor == "sqlite":
        return b"".join(path.read_bytes() for path in sorted(folder.glob("careerquiz.sqlite3*")))
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_dump"), reverse=True)
    program = shutil.which("pg_dump") or next(map(str, programs), None)
    if program is None:
        pytest.skip("pg_dump is not there")
    given = connection.settings_dict
    options = {"--host": given["HOST"], "--port": given["PORT"], "--username": given["USER"]}
    named = [f"{name}={value}" for name, value in options.items() if value]
    command = [program, "--no-password", *named, given["NAME"]]
    environment = {**os.environ, "PGPASSWORD": str(given["PASSWORD"] or "")}
    return subprocess.run(command, capture_output=True, check=True, timeout=120, env=environment).stdout
