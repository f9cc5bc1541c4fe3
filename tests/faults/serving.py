"""A site to break: its database, the server as an operator starts it, and what the database holds in the end."""

import argparse
import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import psycopg

from tests.processes import ROOT, surroundings

ALIKE = {
    "DJANGO_SETTINGS_MODULE": "tests.settings",
    "SECRET_KEY": "only-for-faults-" * 5,
    "PROXIES": "1",  # each person has an address of their own
}


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def until(what: Callable[[], Any], seconds: float, every: float = 0.05) -> Any:
    """What a call answers as soon as that is true; the test fails when it is not within these seconds."""
    end = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(every)
    return found


@dataclass
class Site:
    """The site, served at a port of its own on a database of its own."""

    folder: Path
    database: str
    workers: int = 2
    before: list[str] = field(default_factory=list)  # the program that starts the server, if one is to
    variables: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    starts: int = 0
    renewed: float = 0
    process: subprocess.Popen[bytes] = field(init=False)

    @property
    def environment(self) -> dict[str, str]:
        """What the server reads its settings from."""
        return surroundings(**ALIKE, DATABASE_URL=self.database, TMPDIR=str(self.folder), **self.variables)

    def manage(self, *arguments: str) -> str:
        """Run a command of the site; answers its output. Raises where it fails."""
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        return subprocess.run(
            command, env=self.environment, cwd=self.folder, text=True, capture_output=True, check=True, timeout=600
        ).stdout

    def start(self) -> None:
        """Serve, and wait until it answers."""
        command = [sys.executable, str(ROOT / "manage.py"), "serve", "--port", str(self.port)]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [*self.before, *command, "--workers", str(self.workers)],
                env=self.environment,
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        self.starts += 1
        until(self.listens, 60)

    def listens(self) -> bool:
        """Whether it answers; one that has ended never will."""
        assert self.process.poll() is None, self.log[-2000:]
        try:
            with closing(socket.create_connection(("127.0.0.1", self.port), timeout=5)) as probe:
                probe.sendall(b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
                return probe.recv(12) == b"HTTP/1.1 200"
        except OSError:
            return False

    def stop(self, number: int = signal.SIGTERM) -> None:
        """Stop it, and wait until it has."""
        self.process.send_signal(number)
        try:
            self.process.wait(timeout=60)
        finally:
            for pid in self.pids:
                os.kill(pid, signal.SIGKILL)
            self.process.kill()

    def renew(self) -> None:
        """Other workers take over, who have no file open yet: none uses what was there before.

        A server two of whose workers end within 5.5 seconds of their start takes that for a fault of theirs, and ends.
        """
        time.sleep(max(0, self.renewed + 6 - time.monotonic()))
        before = set(self.pids)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        until(lambda: before.isdisjoint(self.pids) and self.listens(), 60)
        self.renewed = time.monotonic()

    @property
    def pids(self) -> list[int]:
        """The processes that answer: those of this server and no others."""
        own = self.process.pid
        try:
            children = Path(f"/proc/{own}/task/{own}/children").read_text().split()
        except OSError:
            return []
        return [int(pid) for pid in children if _is_worker(int(pid))]

    @property
    def log(self) -> str:
        """What the server has said."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database holds, asked past the site."""
        if self.database.startswith("sqlite"):
            with closing(sqlite3.connect(self.database.removeprefix("sqlite:///"), timeout=60)) as connection:
                return list(connection.execute(query))
        with psycopg.connect(self.database) as connection:
            return list(connection.execute(query.encode()))

    @property
    def answers(self) -> dict[str, dict[str, Any]]:
        """The answers that are stored, by the assessment."""
        found = self.rows("SELECT uuid, answers FROM assessment_assessment")
        return {str(UUID(str(uuid))): _json(answers) for uuid, answers in found}

    @property
    def is_sound(self) -> bool:
        """Whether the database finds nothing wrong with itself."""
        if not self.database.startswith("sqlite"):
            return bool(self.rows("SELECT count(*) FROM assessment_assessment"))
        return self.rows("PRAGMA integrity_check") == [("ok",)] and self.rows("PRAGMA foreign_key_check") == []


@dataclass
class Cluster:
    """A PostgreSQL of its own, which may be stopped and started."""

    folder: Path
    port: int = field(default_factory=free_port)

    def __post_init__(self) -> None:
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
        self.programs = found[0].parent if found else Path(shutil.which("initdb") or "/nowhere").parent
        if os.geteuid() == 0:
            shutil.chown(self.folder, "nobody")

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs, never as root: they refuse it."""
        other = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
        command = [*other, str(self.programs / program), "--pgdata", str(self.folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.folder}"
        self.run("pg_ctl", "--log", str(self.folder / "log"), "--wait", "start", "--options", options)

    def stop(self, mode: str = "immediate") -> None:
        """Stop it at once, as when the power fails; or as `mode` says."""
        self.run("pg_ctl", "--wait", "--mode", mode, "stop")

    @property
    def url(self) -> str:
        """The address of its database."""
        return f"postgresql://ci@127.0.0.1:{self.port}/postgres"


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A new PostgreSQL, running."""
    found = Cluster(folder)
    found.run("initdb", "--username", "ci", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8")
    found.start()
    try:
        yield found
    finally:
        found.stop()


@contextmanager
def site(folder: Path, database: str | Cluster | None = None, *, workers: int = 2, **more: Any) -> Iterator[Site]:
    """A site with the shipped catalogue that is being served."""
    address = database.url if isinstance(database, Cluster) else database
    found = Site(folder, address or f"sqlite:///{folder / 'careerquiz.sqlite3'}", workers, **more)
    found.manage("migrate", "--verbosity", "0")
    found.manage("load_catalogue", "--publish", str(ROOT / "assessment" / "catalogue" / "shipped.json"))
    found.start()
    try:
        yield found
    finally:
        found.stop()


@contextmanager
def asked(parser: argparse.ArgumentParser) -> Iterator[tuple[argparse.Namespace, Path, Cluster | None]]:
    """What a script was asked, a folder that goes with it, and a PostgreSQL if it was asked for."""
    parser.add_argument("--postgresql", action="store_true", help="on a PostgreSQL of its own, not on SQLite")
    options = parser.parse_args()
    with TemporaryDirectory(prefix="careerquiz-fault-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "site").mkdir()
        if not options.postgresql:
            yield options, folder / "site", None
            return
        (folder / "cluster").mkdir()
        with cluster(folder / "cluster") as found:
            yield options, folder / "site", found


def told(name: str, wrong: list[str], *lines: str, **figures: Any) -> int:
    """Print the result of a fault in a line; answers the status to exit with."""
    shown = ", ".join(f"{value} {what.replace('_', ' ')}" for what, value in figures.items())
    said = [f"{name}: {'FAILED: ' + ', '.join(wrong) if wrong else 'ok'}", *filter(None, [shown]), *lines]
    print("; ".join(said))  # noqa: T201 (its result)
    return 1 if wrong else 0


def _is_worker(pid: int) -> bool:
    try:
        return b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def _json(value: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(value) if isinstance(value, str) else value
    return found
