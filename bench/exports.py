"""The long export in every format, beside what the database itself writes of the same rows."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from shutil import which
from statistics import median
from typing import Any

from django.db import connection, models

from assessment.exports.results.columns import COLUMNS
from assessment.exports.results.writers import WRITERS
from bench.measure import TIMES, line, seconds

NAMES = [column.name for column in COLUMNS]
RUNS = min(3, TIMES)
USUAL_ROWS = 200_000  # more would only take longer


def in_every_format(folder: Path) -> None:
    """Time and memory of each format; the rows are those of all finished assessments."""
    whole = folder / "rows.csv"
    rows = once("csv-en", whole)["rows"]
    fill_table(whole)
    limit, what = raw_limit(folder)
    raw = median(seconds(limit) for _ in range(RUNS))
    for name in WRITERS:
        in_one_format(folder, name, rows, raw, what)
    if rows <= USUAL_ROWS:
        line(f"the usual way, {rows:,} rows", seconds(lambda: usual_way(folder)), raw, what)


def in_one_format(folder: Path, name: str, rows: int, raw: float, what: str) -> None:
    """One line of the table, or why there is none."""
    runs = [once(name, folder / f"rows.{name}") for _ in range(RUNS)]
    if refused := runs[0].get("refused"):
        print(f"{name}, {rows:,} rows: {refused}")  # noqa: T201
        return
    memory = f"{what}; {max(run['peak'] for run in runs):.0f} MB at the peak"
    line(f"{name}, {rows:,} rows", median(run["seconds"] for run in runs), raw, memory)


def once(name: str, path: Path) -> dict[str, Any]:
    """Write one file in a process of its own, which tells rows, seconds and the peak of its memory in MB."""
    command = [sys.executable, "-m", "bench.one_export", name, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, env=os.environ)  # noqa: S603 (our own program)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def fill_table(path: Path) -> None:
    """Put the rows of a CSV file into a plain table, all of them texts."""
    columns = ", ".join(f'"{name}" text' for name in NAMES)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bench_long")
        cursor.execute(f"CREATE TABLE bench_long ({columns})")
        if connection.vendor == "postgresql":
            with path.open("rb") as file, cursor.copy("COPY bench_long FROM STDIN WITH (FORMAT csv, HEADER)") as copy:
                file.seek(3)  # the byte-order mark
                while block := file.read(1 << 20):
                    copy.write(block)
            return
    database = connection.settings_dict["NAME"]
    script = f".mode csv\n.import --skip 1 {path} bench_long\n"
    subprocess.run([sqlite_shell(), str(database)], input=script.encode(), check=True)  # noqa: S603 (the sqlite3 shell)


def sqlite_shell() -> str:
    """The path of the sqlite3 shell."""
    found = which("sqlite3")
    if found is None:
        sys.exit("the limit of exports on SQLite is its shell: install sqlite3")
    return found


def raw_limit(folder: Path) -> tuple[Callable[[], Any], str]:
    """What the database itself writes the table with."""
    if connection.vendor == "postgresql":
        return lambda: copy_out(folder / "raw.csv"), "COPY of the same rows"
    command = [sqlite_shell(), "-csv", "-header", str(connection.settings_dict["NAME"]), "SELECT * FROM bench_long"]

    def run() -> None:
        with (folder / "raw.csv").open("wb") as file:
            subprocess.run(command, check=True, stdout=file)  # noqa: S603 (the sqlite3 shell)

    return run, "the sqlite3 shell's CSV of the same rows"


def copy_out(path: Path) -> None:
    """COPY to a file."""
    with (
        path.open("wb") as file,
        connection.cursor() as cursor,
        cursor.copy("COPY bench_long TO STDOUT WITH (FORMAT csv, HEADER)") as copy,
    ):
        for block in copy:
            file.write(block)


@cache
def long_rows() -> Any:
    """The table as a model."""
    fields: dict[str, Any] = {name: models.TextField(primary_key=name == NAMES[0]) for name in NAMES}
    meta = type("Meta", (), {"managed": False, "db_table": "bench_long", "app_label": "bench"})
    return type("Long", (models.Model,), {"__module__": "bench", "Meta": meta, **fields})


def usual_way(folder: Path) -> None:
    """Model instances of answer rows, one after another, through the csv module."""
    with (folder / "usual.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        for row in long_rows().objects.iterator():
            writer.writerow([getattr(row, name) for name in NAMES])
