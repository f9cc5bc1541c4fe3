"""The benchmark runs and tells what it measured; how fast anything is, is for no test to say."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.processes import ROOT


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the limit of exports on SQLite is its shell")
def test_each_operation_stands_beside_its_limit() -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--assessments", "50"],
        cwd=ROOT,
        env=environment | {"BENCH_TIMES": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    table = done.stdout.splitlines()[3:]
    measured = [line.split("  ")[0] for line in table]
    assert measured[:4] == ["questionnaire page", "submit of a page", "report page", "report as PDF"]
    formats = [name.partition(",")[0] for name in measured[4:]]
    assert formats == ["csv-fr", "csv-en", "xlsx", "jsonl", "parquet", "the usual way"]
