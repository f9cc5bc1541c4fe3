"""Backups while people answer hold all that was acknowledged before they began; one that is not whole is refused.

`python -m tests.faults.copies [--backups 5] [--people 8] [--postgresql]`
"""

import argparse
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import psycopg

from tests.faults.crowd import Crowd, crowd, told_of
from tests.faults.serving import Site, asked, site, told
from tests.processes import ROOT

CUTS = (0.0, 0.1, 0.5, 0.9, 0.999)  # how much of a file is there


def beside(served: Site, folder: Path) -> Site:
    """A site that is not served, with an empty database of its own, on the same engine."""
    folder.mkdir()
    address = f"sqlite:///{folder / 'careerquiz.sqlite3'}"
    if not served.database.startswith("sqlite"):
        with psycopg.connect(served.database, autocommit=True) as connection:
            connection.execute("CREATE DATABASE restored")
        address = served.database.rpartition("/")[0] + "/restored"
    other = replace(served, folder=folder, database=address)
    other.manage("migrate", "--verbosity", "0")
    return other


def copied(served: Site, people: Crowd, file: Path, other: Site) -> list[str]:
    """Back up and restore beside; answers what the copy lacks of what was acknowledged before."""
    before = {uuid: dict(given) for uuid, given in list(people.kept.items())}
    served.manage("backup", str(file))
    other.manage("restore", str(file), "--yes")
    found = other.answers
    lost = [uuid for uuid, given in before.items() if not given.items() <= found.get(uuid, {}).items()]
    return ([f"{len(lost)} assessments are not whole in {file.name}"] if lost else []) + (
        [] if other.is_sound else [f"{file.name} is damaged"]
    )


def cut_off(file: Path, other: Site) -> list[str]:
    """Restore what is there of a file that was not written to its end: it is refused, and changes nothing."""
    before, whole, wrong = other.answers, file.read_bytes(), []
    for share in CUTS:
        part = file.with_name(f"part-{share}")
        part.write_bytes(whole[: int(len(whole) * share)])
        try:
            other.manage("restore", str(part), "--yes")
            wrong.append(f"{share:.1%} of a backup was restored")
        except subprocess.CalledProcessError as refused:
            wrong += [] if refused.returncode == 1 and refused.stderr.count("\n") == 1 else [refused.stderr]
    return wrong + ["a refused backup changed something"] * (other.answers != before)


def killed(served: Site, file: Path, seconds: float) -> list[str]:
    """Kill a backup in the middle: there is no file of its name, or a whole one."""
    command = [sys.executable, str(ROOT / "manage.py"), "backup", str(file)]
    with subprocess.Popen(
        command, env=served.environment, cwd=served.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(seconds)
        ended = process.poll() is not None
        process.kill()
    return [f"a backup killed after {seconds} s left a file"] if file.exists() and not ended else []


def main() -> int:
    """Do it, and tell the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--backups", type=int, default=5)
    parser.add_argument("--people", type=int, default=8)
    with asked(parser) as (options, folder, server), site(folder, server) as served:
        other = beside(served, folder / "other")
        with crowd(served, options.people) as people:
            files = [folder / f"backup-{number}" for number in range(options.backups)]
            wrong = [what for file in files for what in copied(served, people, file, other)]
            wrong += killed(served, folder / "killed", 1.5)
        wrong += cut_off(files[-1], other) + people.wrong()
        return told("copies", wrong, backups=len(files), cut_off_and_refused=len(CUTS), **told_of(people))


if __name__ == "__main__":
    sys.exit(main())
