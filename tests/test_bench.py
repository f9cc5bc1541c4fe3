"""The benchmark runs and tells what it measured; how fast anything is, is for no test to say."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.processes import ROOT


def run(*arguments: str) -> list[str]:
    """What a benchmark of ours prints, on a database of its own."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment | {"BENCH_TIMES": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    return done.stdout.splitlines()


def test_each_request_of_the_journey_stands_beside_its_limit() -> None:
    rows = [line.split(" | ") for line in run("bench.journey", "--times", "1") if line.count(" | ") == 3]
    pages = [f"| {what} {code}" for code in ("TECH", "PM", "COM", "PRO") for what in ("page", "submit")]
    steps = ["| start", *pages, "| review", "| finish", "| report"]
    names = [name for name, *_figures in rows if "at a time" not in name and "---" not in name]
    assert names[: len(steps)] == steps
    assert len(names) == 2 * (len(steps) + 3)
    assert all(float(row[1]) > 0 for row in rows if row[0] in steps)


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the limit of exports on SQLite is its shell")
def test_each_operation_stands_beside_its_limit() -> None:
    table = run("bench", "--assessments", "50")[3:]
    measured = [line.split("  ")[0] for line in table]
    assert measured[:1] == ["report as PDF"]
    formats = [name.partition(",")[0] for name in measured[1:]]
    assert formats == ["csv-fr", "csv-en", "xlsx", "jsonl", "parquet", "the usual way"]
