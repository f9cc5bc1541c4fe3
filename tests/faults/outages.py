"""The database locked, full, read-only, gone; and back: what was typed is kept, and the site recovers by itself.

`python -m tests.faults.outages [--seconds 30] [--only locked] [--postgresql]`
"""

import argparse
import http.client
import os
import resource
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg

from tests.faults.crowd import Answer, Person
from tests.faults.serving import Cluster, Site, asked, site, told, until

NOTE = "What I typed – and did not want to type twice"
SKILL = "T1"
Fault = Callable[[Site], "Iterator[None]"]


@dataclass
class Found:
    """What a fault did: how many kinds of answers came, how long they took, and when all was well again."""

    name: str
    unavailable: int = 0
    saved: int = 0
    others: int = 0  # answers that are neither, or none
    without_text: int = 0  # answers of 503 that did not give the text back
    slowest: float = 0
    recovered: float = 0  # seconds

    @property
    def wrong(self) -> list[str]:
        """What should not be."""
        found = {
            f"{self.others} unclean answers while {self.name}": self.others,
            f"{self.without_text} answers lost what was typed while {self.name}": self.without_text,
            f"no answer noticed that it was {self.name}": not self.unavailable,
        }
        return [what for what, is_wrong in found.items() if is_wrong]

    @property
    def line(self) -> str:
        """The figures."""
        return (
            f"{self.unavailable} clean 503 and {self.saved} saved while {self.name}"
            f" (slowest {self.slowest:.1f} s), {self.recovered:.1f} s until it saved again"
        )

    def take(self, answer: Answer | None) -> None:
        """Count an answer to a submit; None stands for one that never came."""
        if answer is None or answer.status not in (302, 503):
            self.others += 1
            return
        self.slowest = max(self.slowest, answer.seconds)
        self.saved += answer.status == 302
        if answer.status == 503:
            self.unavailable += 1
            clean = NOTE in answer.page and "retry-after" in answer.headers and "Traceback" not in answer.page
            self.without_text += not clean


def submit(person: Person, path: str, form: dict[str, str]) -> Answer | None:
    """Send an answer and a note, once."""
    try:
        return person.ask(path, {**form, f"skill-{SKILL}": "3", f"note-{SKILL}": NOTE, "go": "next"})
    except (OSError, http.client.HTTPException):
        return None


def suffer(served: Site, fault: Fault, name: str, seconds: float) -> Found:
    """Four people submit again and again while the fault lasts, and until all is well again."""
    found, people = Found(name), [Person(served.port) for _ in range(4)]
    sends = []
    for person in people:
        person.begin()
        sends.append(partial(submit, person, *person.form(SKILL)))
    with ThreadPoolExecutor(len(sends)) as pool:
        with contextmanager(fault)(served):
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                for answer in pool.map(lambda send: send(), sends):
                    found.take(answer)
                time.sleep(0.2)
        began = time.monotonic()
        for send in sends * served.workers * 2:  # until every thread has answered
            until(lambda send=send: (answer := send()) and answer.status == 302, 90)  # type: ignore[misc]
        found.recovered = time.monotonic() - began
    return found


# SQLite


def _file(served: Site) -> Path:
    return Path(served.database.removeprefix("sqlite:///"))


def locked(served: Site) -> Iterator[None]:
    """Another process is writing and does not come to an end."""
    with closing(sqlite3.connect(_file(served), isolation_level=None, timeout=60)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def full(served: Site) -> Iterator[None]:
    """No file may grow any more."""
    pids = [served.process.pid, *served.pids]
    before = {pid: resource.prlimit(pid, resource.RLIMIT_FSIZE) for pid in pids}
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, before[pid][1]))
    yield
    for pid in pids:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, before[pid])


def read_only(served: Site) -> Iterator[None]:
    """Nobody may write the files of the database, nor make new ones; the server is started anew."""
    folder = _file(served).parent
    changed = {path: path.stat().st_mode for path in [folder, *folder.glob("careerquiz.sqlite3*")]}
    served.stop()
    changed |= {path: path.stat().st_mode for path in folder.glob("careerquiz.sqlite3*")}
    served.before = without_privileges()
    served.start()
    for path in changed:
        if path.exists():
            path.chmod(0o555 if path.is_dir() else 0o444)
    served.renew()
    yield
    for path, mode in changed.items():
        if path.exists():
            path.chmod(mode)


def without_privileges() -> list[str]:
    """How to start a program that heeds the modes of files even as root."""
    found = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-all"]
    return [*found, "--"] if os.geteuid() == 0 else []


def gone(served: Site) -> Iterator[None]:
    """The folder of the database is not there, as when a volume is not mounted."""
    folder = _file(served).parent
    folder.rename(folder.with_name("moved"))
    served.renew()
    yield
    folder.with_name("moved").rename(folder)


# PostgreSQL


def stopped(served: Site, server: Cluster) -> Iterator[None]:
    """PostgreSQL is not running."""
    server.stop()
    yield
    server.start()


def standby(served: Site, server: Cluster) -> Iterator[None]:
    """PostgreSQL takes no writes, as a standby does."""
    for_all(served, "ALTER SYSTEM SET default_transaction_read_only = on")
    yield
    for_all(served, "ALTER SYSTEM RESET default_transaction_read_only")


def for_all(served: Site, statement: str) -> None:
    """Change a setting of the running server."""
    with psycopg.connect(served.database, autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        connection.execute(statement.encode())
        connection.execute("SELECT pg_reload_conf()")


def restarts(served: Site, server: Cluster, count: int = 5) -> str:
    """How many requests fail after PostgreSQL was started anew, under connections that were kept."""
    person = Person(served.port)
    person.begin()
    path, form = person.form(SKILL)
    failed = 0
    for _ in range(count):
        for _ in range(16):
            assert submit(person, path, form), "no answer"
        server.stop("fast")
        server.start()
        answers = [submit(person, path, form) for _ in range(16)]
        failed += sum(answer is None or answer.status != 302 for answer in answers)
    return f"{failed} of {16 * count} requests failed after {count} restarts"


def main() -> int:
    """Do it, and tell the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--only", default="", help="the name of one fault")
    with asked(parser) as (options, folder, server):
        faults, more = of_sqlite(), list[str]()
        data = folder / "data"
        data.mkdir()
        with site(folder, server.url if server else f"sqlite:///{data / 'careerquiz.sqlite3'}") as served:
            if server:
                faults, more = of_postgresql(server), [restarts(served, server)]
            chosen = {name: fault for name, fault in faults.items() if options.only in name}
            found = [suffer(served, fault, name, options.seconds) for name, fault in chosen.items()]
            wrong = [what for one in found for what in one.wrong]
            wrong += [] if served.is_sound else ["the database is damaged"]
        return told("outages", wrong, *[one.line for one in found], *more)


def of_sqlite() -> dict[str, Fault]:
    """The faults of SQLite by their names."""
    return {"locked": locked, "full": full, "read-only": read_only, "gone": gone}


def of_postgresql(server: Cluster) -> dict[str, Fault]:
    """The faults of PostgreSQL by their names."""
    return {"stopped": partial(stopped, server=server), "read-only": partial(standby, server=server)}


if __name__ == "__main__":
    sys.exit(main())
