"""Backups: whole, verified, made while people write; or none at all."""

import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib import metadata
from io import StringIO
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.test import Client
from django.utils import timezone

from assessment.management.backups import postgresql, sqlite
from assessment.management.backups.file import Manifest, read, version
from assessment.management.backups.state import refuse_other_rows, state
from assessment.management.commands import backup as command
from assessment.models import Assessment, CatalogueVersion, Share
from tests.clusters import databases, url
from tests.examples import shipped
from tests.people import finish
from tests.planted import person, plant_assessment, planted
from tests.processes import ROOT, surroundings


def backup(file: Path, *options: str) -> str:
    """Make a backup; answers what was said."""
    out = StringIO()
    call_command("backup", str(file), *options, stdout=out, no_color=True)
    return out.getvalue()


def refused(call: Callable[[], object]) -> str:
    """The one line of a command that refuses."""
    with pytest.raises(CommandError) as caught:
        call()
    (line,) = str(caught.value).splitlines()
    assert (line.isprintable(), caught.value.returncode) == (True, 1)
    return line


@pytest.fixture
def site(engine: str) -> str:
    """A site with something in it, on each engine."""
    published = CatalogueVersion.objects.publish(shipped())
    finish(Client())
    plant_assessment(published, owner=person(), token_sha256=None)
    return engine


def names(folder: Path) -> list[str]:
    """What is in a folder, but for the database and what is erased."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(("careerquiz.sqlite3", "erased")))


def test_a_backup_says_what_is_in_it_and_only_its_owner_reads_it(site: str, tmp_path: Path) -> None:
    file = tmp_path / "night"
    before, found = timezone.now().replace(microsecond=0), state()
    said = backup(file)
    size = f"{file.stat().st_size / 1e6:.1f}"
    rows = f"{sum(found.rows.values())} rows in {len(found.rows)} tables"
    assert re.fullmatch(rf"{file}: {rows}, {size} MB, verified, in [0-9.]+ s\n", said)
    manifest = read(file)
    known: dict[str, Any] = {"engine": site, "version": version(), "migrations": found.migrations, "rows": found.rows}
    assert manifest == Manifest(**known, made=manifest.made, size=manifest.size, sha256=manifest.sha256)
    assert before.isoformat() <= manifest.made.replace("Z", "+00:00") <= timezone.now().isoformat()
    assert manifest.rows["assessment_assessment"] == 2
    assert file.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["night"]


def test_a_file_that_is_there_is_kept_unless_told_otherwise(site: str, tmp_path: Path) -> None:
    file = tmp_path / "night"
    file.write_text("mine")
    assert refused(lambda: backup(file)) == f"{file}: is there already; --replace writes over it"
    assert file.read_text() == "mine"
    backup(file, "--replace")
    assert read(file).rows == state().rows


def test_where_nothing_can_be_written_is_one_line(site: str, tmp_path: Path) -> None:
    for file in (tmp_path / "nowhere" / "night", tmp_path / ("long" * 100)):
        assert refused(lambda file=file: backup(file)).startswith(f"{file}: cannot be written: ")  # type: ignore[misc]
    assert refused(lambda: backup(tmp_path, "--replace")) == f"{tmp_path}: cannot be written: Is a directory"
    assert names(tmp_path) == []


@contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """A disk on which no file may grow larger: a full one, for who writes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [20_000, 60_000])
def test_a_full_disk_leaves_nothing_under_the_name_nor_beside(site: str, tmp_path: Path, size: int) -> None:
    with files_up_to(size):
        line = refused(lambda: backup(tmp_path / "night"))
    assert "cannot be written" in line or "pg_dump ended with status" in line
    assert names(tmp_path) == []
    backup(tmp_path / "night")


def test_who_writes_meanwhile_waits_for_nothing_and_the_backup_is_of_one_moment(site: str, tmp_path: Path) -> None:
    published = CatalogueVersion.objects.get()
    made: list[int] = []
    enough, stop = Event(), Event()

    def write() -> None:
        while not stop.is_set():
            with transaction.atomic():
                row = planted(Assessment, version=published, language="en", token_sha256=None)
                planted(Share, assessment=row, until=timezone.now() + timedelta(days=1), token_sha256=row.uuid.hex)
            made.append(row.pk)
            enough.set()
        connections.close_all()

    writer = Thread(target=write)
    writer.start()
    try:
        assert enough.wait(30)
        counts = []
        for number in range(6):
            counts.append(len(made))
            backup(tmp_path / f"night-{number}")
    finally:
        stop.set()
        writer.join(30)
    found = [read(tmp_path / f"night-{number}").rows for number in range(6)]
    assert [rows["assessment_assessment"] - rows["assessment_share"] for rows in found] == [1] * 6
    assert [rows["assessment_assessment"] >= before + 2 for rows, before in zip(found, counts, strict=True)] == [
        True
    ] * 6
    assert counts == sorted({*counts})  # it went on writing


def begun(file: Path) -> subprocess.Popen[bytes]:
    """A backup in a process of its own, in the middle of its work."""
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), "backup", str(file)],
        env=surroundings(DATABASE_URL=url()),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 60
    while not list(file.parent.glob(f"{file.name}.*")) and time.monotonic() < until:
        assert process.poll() is None
    return process


def test_killed_in_the_middle_no_file_has_the_name(site: str, tmp_path: Path) -> None:
    file = tmp_path / "night"
    process = begun(file)
    process.kill()
    process.communicate()
    assert (process.returncode, file.exists()) == (-signal.SIGKILL, False)
    backup(file)


def test_stopped_by_hand_nothing_is_left(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*given: object, **about: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "write", stopped)
    with pytest.raises(CommandError) as caught:
        backup(tmp_path / "night")
    assert (str(caught.value), caught.value.returncode) == (f"{tmp_path / 'night'}: stopped before the end", 130)
    assert names(tmp_path) == []


def test_a_published_catalogue_that_was_altered_is_no_good_backup(site: str, tmp_path: Path) -> None:
    planted(CatalogueVersion, number=7)
    assert refused(lambda: backup(tmp_path / "night")) == "the catalogue's version 7 is not what its SHA-256 says"
    assert names(tmp_path) == []


def test_other_rows_than_wanted_are_told_by_table() -> None:
    refuse_other_rows({"a": 1, "b": 2}, {"b": 2, "a": 1})
    lines = [
        refused(lambda given=given: refuse_other_rows(*given))  # type: ignore[misc]
        for given in [({"a": 1, "b": 2}, {"a": 1, "b": 3}), ({"a": 1}, {}), ({}, {"a": 1})]
    ]
    assert lines == ["b has 2 rows, not 3", "a has 1 rows, not no", "a has no rows, not 1"]


def test_the_version_is_known_installed_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    from_folder = version()
    monkeypatch.setattr(metadata, "version", lambda name: f"of {name}")
    assert re.fullmatch(r"\d+\.\d+\.\d+", from_folder)
    assert version() == "of careerquiz"


# SQLite


@pytest.fixture
def on_sqlite(site: str) -> None:
    if site != "sqlite":
        pytest.skip("asks of SQLite")


@pytest.mark.usefixtures("on_sqlite")
def test_a_damaged_database_gives_no_backup(tmp_path: Path) -> None:
    path = Path(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        root = cursor.execute("SELECT rootpage FROM sqlite_master WHERE name = 'assessment_results'").fetchone()[0]
        size = cursor.execute("PRAGMA page_size").fetchone()[0]
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size + 100)
        file.write(b"\xff" * (size - 100))
    assert refused(lambda: backup(tmp_path / "night")).startswith("the database is damaged: ")
    assert names(tmp_path) == []


@pytest.mark.usefixtures("on_sqlite")
def test_a_row_that_hangs_on_nothing_gives_no_backup(tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("DELETE FROM assessment_planitem")
        cursor.execute("UPDATE assessment_share SET assessment_id = 77777")
    line = refused(lambda: backup(tmp_path / "night"))
    assert line == "the database is damaged: assessment_share refers to what is not there"


@pytest.mark.usefixtures("on_sqlite")
def test_a_database_that_cannot_be_checked_is_damaged() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA writable_schema = ON")
        cursor.execute("UPDATE sqlite_master SET sql = 'CREATE nothing' WHERE name = 'assessment_share'")
    connection.close()
    assert refused(sqlite.refuse_damage).startswith("the database is damaged: malformed database schema")


# PostgreSQL


@pytest.fixture
def on_postgresql(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for programs that are found first."""
    if site != "postgresql":
        pytest.skip("asks of PostgreSQL")
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def program(folder: Path, script: str, name: str = "pg_dump") -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o700)


def test_the_password_is_on_no_command_line(on_postgresql: Path, tmp_path: Path) -> None:
    real = postgresql._program("pg_dump")
    program(on_postgresql, f'echo "$@" >> {tmp_path}/said; echo "$PGPASSWORD" > {tmp_path}/known; exec {real} "$@"')
    backup(tmp_path / "night")
    password = str(connection.settings_dict["PASSWORD"])
    assert (tmp_path / "known").read_text().strip() == password
    said = (tmp_path / "said").read_text()
    assert (f"dbname={connection.settings_dict['NAME']}" in said, bool(password) and password in said) == (True, False)


def test_a_pg_dump_older_than_the_server_is_refused(on_postgresql: Path, tmp_path: Path) -> None:
    program(on_postgresql, "echo 'pg_dump (PostgreSQL) 9.6.24'")
    server = connection.pg_version // 10_000  # type: ignore[attr-defined]
    wanted = f"pg_dump is of version 9, the server of {server}: install postgresql-client-{server}"
    assert refused(lambda: backup(tmp_path / "night")) == wanted


def test_what_pg_dump_says_is_told_in_one_line(on_postgresql: Path, tmp_path: Path) -> None:
    program(
        on_postgresql,
        """case "$1" in --version) echo "pg_dump (PostgreSQL) 99.1";; *) printf 'no\\nidea\\n' >&2; exit 3; esac""",
    )
    assert refused(lambda: backup(tmp_path / "night")) == "pg_dump ended with status 3: no idea"


def test_a_dump_that_lacks_rows_is_refused(on_postgresql: Path, tmp_path: Path) -> None:
    real = postgresql._program("pg_dump")
    program(
        on_postgresql,
        f'case "$1" in --version) exec {real} "$@";; esac; exec {real} --exclude-table-data=assessment_share "$@"',
    )
    assert refused(lambda: backup(tmp_path / "night")) == "assessment_share has no rows, not 1"


def test_without_pg_dump_it_is_said_what_to_install(
    on_postgresql: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(on_postgresql))
    assert postgresql._program("pg_dump").endswith("/bin/pg_dump")
    monkeypatch.setattr(postgresql, "DEBIAN", tmp_path / "nothing")
    wanted = "pg_dump is not installed (Debian: apt install postgresql-client)"
    assert refused(lambda: backup(tmp_path / "night")) == wanted
    assert databases(connection.settings_dict, connection.settings_dict["NAME"]) == [connection.settings_dict["NAME"]]
