"""A site's database of each engine for one test, whichever engine the suite runs on; a plugin of pytest."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections
from pytest_django import Settings

from tests.databases import in_a_file, wrapper
from tests.processes import manage

POSTGRESQL = "django.db.backends.postgresql"
PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)
SUITE_ON_SQLITE = connection.vendor == "sqlite"


@pytest.fixture(scope="session")
def server() -> Iterator[dict[str, Any]]:
    """A throwaway PostgreSQL for all tests, with a migrated database `base` to copy."""
    if PROGRAMS is None or not (PROGRAMS / "initdb").exists():
        pytest.skip("PostgreSQL is not there")
    with running_server() as given:
        assert manage("migrate", DATABASE_URL=url(given | {"NAME": "base"}))[0] == 0
        yield given


@contextmanager
def running_server() -> Iterator[dict[str, Any]]:
    """A throwaway PostgreSQL with an empty database `base`; answers where it is, as Django's settings name it."""
    assert PROGRAMS is not None
    folder = Path(mkdtemp())
    as_root = os.geteuid() == 0
    if as_root:
        shutil.chown(folder, "nobody")
    owner = pwd.getpwnam("nobody").pw_uid if as_root else None
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    def run(program: str, *arguments: str) -> None:
        command = [str(PROGRAMS / program), "--pgdata", str(folder / "data"), *arguments]
        output: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(command, check=True, user=owner, cwd="/", timeout=120, **output)

    run("initdb", "--username", "ci", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
    where = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "--log", str(folder / "log"), "--wait", "--options", where, "start")
    given = {"HOST": "127.0.0.1", "PORT": port, "USER": "ci", "PASSWORD": "a secret", "OPTIONS": {}}
    try:
        ask_server(given, "CREATE DATABASE base")
        yield given
    finally:
        run("pg_ctl", "--mode", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, transactional_db: None, tmp_path: Path, settings: Settings) -> Iterator[str]:
    """Which engine the site has; its database is migrated and empty, and of this test alone."""
    settings.ERASED_FILE = str(tmp_path / "erased")
    if request.param == "sqlite":
        if not SUITE_ON_SQLITE:
            pytest.skip("runs where the suite is on SQLite")
        with in_a_file(tmp_path / "careerquiz.sqlite3"):
            yield "sqlite"
        return
    given = request.getfixturevalue("server") if SUITE_ON_SQLITE else connection.settings_dict
    base = "base" if SUITE_ON_SQLITE else given["NAME"]
    name = f"site_{uuid4().hex[:12]}"
    before, kept = connections.settings["default"], connections["default"]
    if not SUITE_ON_SQLITE:
        kept.close()  # a database is copied while nobody is in it
    ask_server(given, f"CREATE DATABASE {name} TEMPLATE {base}")
    own = {key: given[key] for key in ("HOST", "PORT", "USER", "PASSWORD", "OPTIONS")}
    connections.settings["default"] = wrapper("default", POSTGRESQL, NAME=name, **own).settings_dict
    try:
        yield "postgresql"
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = before, kept
        for left in databases(given, name):
            ask_server(given, f"DROP DATABASE {left} WITH (FORCE)")


def ask_server(given: dict[str, Any], statement: str) -> list[Any]:
    """What a server answers outside of the site's database."""
    import psycopg

    keys = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD"}
    where = {key: given[name] for key, name in keys.items() if given[name]}
    with closing(psycopg.connect(dbname="postgres", autocommit=True, **where)) as server:
        found = server.execute(statement)
        return found.fetchall() if found.description else []


def databases(given: dict[str, Any], name: str) -> list[str]:
    """The databases whose name begins like this."""
    pattern = name.replace("_", r"\_")
    found = ask_server(given, f"SELECT datname FROM pg_database WHERE datname LIKE '{pattern}%' ORDER BY datname")
    return [name for (name,) in found]


def url(given: dict[str, Any] | None = None) -> str:
    """The DATABASE_URL of a database; of the site's, if none is given."""
    given = given or connection.settings_dict
    if "HOST" not in given or given.get("ENGINE", POSTGRESQL) != POSTGRESQL:
        return f"sqlite:///{given['NAME']}"
    password = f":{given['PASSWORD']}".replace(" ", "%20") if given["PASSWORD"] else ""
    return f"postgresql://{given['USER']}{password}@{given['HOST']}:{given['PORT']}/{given['NAME']}"
