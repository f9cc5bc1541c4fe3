"""The clock moves a day on and a day back while people answer: no page fails, nothing is lost, nothing erased early.

`python -m tests.faults.clock [--days 1] [--postgresql]` (Debian: apt install libfaketime)
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults.crowd import Person
from tests.faults.serving import Cluster, Site, asked, site, told

PATHS = ("/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/lib/faketime/libfaketimeMT.so.1")
SKILLS = ("T1", "T2", "T3", "T4")
PAGES = ("TECH/", "review/", "later/", "")


def library() -> Path | None:
    """The library that moves the clock of a process, if this machine has it."""
    return next((path for pattern in PATHS for path in Path("/").glob(pattern[1:])), None)


class Clock:
    """The clock of the site, moved by so many days."""

    def __init__(self, folder: Path, found: Path) -> None:
        self.file = folder / "clock"
        self.variables = {
            "LD_PRELOAD": str(found),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # as when an operator sets the clock
        }
        self.move(0)

    def move(self, days: float) -> None:
        """Be that many days ahead of the true time."""
        self.file.write_text(f"{days * 86_400:+.0f}")


@contextmanager
def with_a_clock(folder: Path, found: Path, server: Cluster | None = None) -> Iterator[tuple[Site, Clock]]:
    """A site whose clock may be moved."""
    clock = Clock(folder, found)
    with site(folder, server, variables=clock.variables) as served:
        yield served, clock


def answers(person: Person, days: float, wrong: list[str]) -> dict[str, int]:
    """What one person is told is kept at this hour, one skill after the other; what else happened goes to `wrong`."""
    kept = {}
    for level, skill in enumerate(SKILLS):
        path, form = person.form(skill)
        answer = person.ask(path, {**form, f"skill-{skill}": str(level), "go": "next"})
        if answer.status == 302:
            kept[skill] = level
        else:
            wrong.append(f"{answer.status} for an answer at {days:+g} days")
    return kept


def seen(person: Person, days: float, wrong: list[str]) -> None:
    """Every page of a draft and of the list opens."""
    for page in PAGES:
        path = f"/en/assessments/{person.uuid}/{page}" if page else "/en/assessments/"
        if (status := person.ask(path).status) != 200:
            wrong.append(f"{status} for {page or 'the list'} at {days:+g} days")


def finished(person: Person, days: float, wrong: list[str]) -> None:
    """It can be finished, and its report read."""
    person.finish()
    if (status := person.ask(f"/en/assessments/{person.uuid}/report/").status) != 200:
        wrong.append(f"{status} for the report at {days:+g} days")


def moved(served: Site, clock: Clock, days: float) -> list[str]:
    """Somebody begins, goes on when the clock has moved, finishes when it is right again; another begins meanwhile."""
    wrong: list[str] = []
    first, second = Person(served.port), Person(served.port)
    first.begin()
    kept = {first.uuid: answers(first, 0, wrong)}
    clock.move(days)
    seen(first, days, wrong)
    kept[first.uuid] |= answers(first, days, wrong)
    second.begin()
    kept[second.uuid] = answers(second, days, wrong)
    finished(second, days, wrong)
    served.manage("purge", "--delete")
    clock.move(0)
    seen(first, 0, wrong)
    finished(first, 0, wrong)
    if (status := second.ask(f"/en/assessments/{second.uuid}/report/").status) != 200:
        wrong.append(f"{status} for the report of {days:+g} days")
    stored = served.answers
    lost = [uuid for uuid, given in kept.items() if stored.get(uuid) != given]
    return wrong + [f"answers lost at {days:+g} days"] * bool(lost)


def leap(served: Site, clock: Clock, days: float) -> list[str]:
    """A clean-up at an hour that is years away erases nothing and says why."""
    before = served.answers
    served.manage("purge", "--delete")
    clock.move(days)
    try:
        served.manage("purge", "--delete")
        wrong = [f"the clean-up did not notice {days:+g} days"]
    except subprocess.CalledProcessError as refused:
        wrong = [] if refused.returncode == 1 and refused.stderr.count("\n") == 1 else [refused.stderr]
    clock.move(0)
    return wrong + ["the clean-up erased answers"] * (served.answers != before)


def main() -> int:
    """Do it, and tell the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=float, default=1)
    with asked(parser) as (options, folder, server):
        found = library()
        if found is None:
            return told("clock", ["libfaketime is not installed"])
        with with_a_clock(folder, found, server) as (served, clock):
            wrong = [what for days in (options.days, -options.days) for what in moved(served, clock, days)]
            wrong += leap(served, clock, 3_650)
            failed = served.log.count("ERROR")
            wrong += [f"{failed} errors in the log"] if failed else []
            return told("clock", wrong, days_both_ways=options.days, assessments=len(served.answers))


if __name__ == "__main__":
    sys.exit(main())
