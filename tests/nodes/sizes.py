"""`python -m tests.nodes.sizes [--assessments N]`: what many weigh and cost on PostgreSQL. docs/scaling.md."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from functools import partial
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from tests.nodes.clusters import Cluster, address

if TYPE_CHECKING:
    from django.test import Client

STEPS = (1_000, 100_000, 1_000_000, 10_000_000)
TIMES = 20
# Made-up assessments have no secret link; those of people do, and its hash is a good part of a row.
LINKS = """
    UPDATE assessment_assessment SET token_sha256 = encode(sha256(uuid::text::bytea), 'hex'),
    link_until = started + interval '365 days' WHERE token_sha256 IS NULL
"""
WEIGHTS = """
    SELECT relname, relkind, pg_relation_size(oid), greatest(reltuples, 0)::bigint FROM pg_class
    WHERE relname ~ '^assessment_(assessment|results|rollup|uncounted)' AND relkind IN ('r', 'i') AND relpages > 1
    ORDER BY relkind DESC, pg_relation_size(oid) DESC
"""
CARE = {
    "VACUUM after every row was changed": "VACUUM assessment_assessment",
    "ANALYZE": "ANALYZE assessment_assessment",
    "VACUUM FULL": "VACUUM FULL assessment_assessment",
    "VACUUM of a table at rest": "VACUUM assessment_assessment",
}


def main() -> None:
    """Measure, with more and more assessments, on a cluster of this run."""
    parser = ArgumentParser(prog="python -m tests.nodes.sizes", description="Sizes and times of many, on PostgreSQL.")
    parser.add_argument("--assessments", type=int, default=100_000, metavar="N", help="how far to go (100000)")
    most = parser.parse_args().assessments
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        cluster = Cluster(folder / "one", max_wal_size="4GB", shared_buffers="1GB")
        try:
            cluster.make()
            measure(cluster, [step for step in STEPS if step <= most])
        finally:
            cluster.stop()


def measure(cluster: Cluster, steps: Iterable[int]) -> None:
    """Fill the database step by step, and tell what was found at each."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "bench.settings", "DATABASE_URL": address(cluster)}
    import django

    django.setup()
    from django.core.management import call_command

    from assessment.catalogue.file import SHIPPED

    call_command("migrate", verbosity=0)
    call_command("load_catalogue", str(SHIPPED), publish=True, stdout=StringIO())
    there = 0
    for step in steps:
        say(f"\n== {step:,} assessments")
        add(step - there, seed=step)
        there = step
        care(cluster)
        weights(cluster, there)
        pages(cluster)


def add(assessments: int, seed: int) -> None:
    """Make up so many more, and count them."""
    from django.core.management import call_command

    quiet = {"stdout": StringIO(), "stderr": StringIO()}
    made = seconds(lambda: call_command("sample_data", assessments=assessments, seed=seed, **quiet))
    counted = seconds(lambda: call_command("rollup", **quiet))
    say(f"{assessments:,} made in {made:.0f} s, counted in {counted:.0f} s")


def care(cluster: Cluster) -> None:
    """Give everybody a link, so that every row was changed once; then what keeps a table in order."""
    cluster.ask(LINKS)
    for what, statement in CARE.items():
        say(f"{what}: {seconds(partial(cluster.ask, statement)):.2f} s")
    cluster.ask("ANALYZE")


def weights(cluster: Cluster, assessments: int) -> None:
    """Bytes of each table and index."""
    whole = 0
    for name, kind, size, rows in cluster.ask(WEIGHTS):
        whole += size
        what = "table" if kind == "r" else "index"
        say(f"{what} {name}: {size:,} bytes, {size / assessments:.1f} an assessment, {rows} rows")
    say(f"all: {whole:,} bytes, {whole / assessments:.1f} an assessment")


def pages(cluster: Cluster) -> None:
    """Milliseconds of each page, and the log that the writes make."""
    from django.test import Client

    from bench.pages import OVERVIEW
    from tests.examples import WORKED_ANSWERS
    from tests.people import answer, begin

    person, analyst = Client(), staff()
    draft = begin(person)
    answer(person, draft, WORKED_ANSWERS)
    at = f"/en/assessments/{draft.uuid}"
    timed("questionnaire", lambda: person.get(f"{at}/TECH/"))
    logged(cluster, person, f"{at}/TECH/")
    person.post(f"{at}/review/")
    timed("report", lambda: person.get(f"{at}/report/"))
    timed("overview", lambda: person.get(OVERVIEW))
    timed("results in the administration", lambda: analyst.get("/admin/catalogue/results/"), 3)


def staff() -> "Client":
    """Somebody who may see results."""
    from django.test import Client

    from profiles.models import User
    from tests.people import enter

    found = User.objects.filter(email="analyst@example.org").first()
    client = Client()
    enter(client, found or User.objects.create_superuser("analyst@example.org", "a long enough phrase"))
    return client


def logged(cluster: Cluster, person: "Client", page: str) -> None:
    """Bytes of write-ahead log a submit: usually, and just after a checkpoint, when whole pages are written."""
    from django.test import Client

    levels, others = iter(range(1_000)), Client()

    def submit() -> None:
        level = next(levels) % 6
        answers = {f"skill-T{number}": str(level) for number in range(1, 9)}
        assert person.post(page, answers | {"go": "next"}).status_code == 302

    def start() -> None:
        visitor = f"10.0.0.{next(levels) % 256}"  # starts of one address are counted, and not without end
        form = {"role": "devops", "grade": "junior"}
        assert others.post("/en/start/", form, REMOTE_ADDR=visitor).status_code == 302

    for name, operation in {"start": start, "submit": submit}.items():
        operation()
        cluster.ask("CHECKPOINT")
        first = wal(cluster, operation, 1)
        say(f"log of a {name}: {wal(cluster, operation, 50)} bytes, {first} just after a checkpoint")
        timed(name, operation)


def wal(cluster: Cluster, operation: Callable[[], Any], times: int) -> int:
    """The bytes of log of one operation, as a mean of some."""
    before = cluster.ask("SELECT pg_current_wal_insert_lsn()::text")[0][0]
    for _ in range(times):
        operation()
    found = cluster.ask("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), %s::pg_lsn)::bigint", before)[0][0]
    return int(found) // times


def timed(name: str, operation: Callable[[], Any], times: int = TIMES) -> None:
    """Tell the median of some runs, after one that is not counted."""
    operation()
    found = [seconds(operation) * 1000 for _ in range(times)]
    say(f"{name}: {median(found):.1f} ms, the fastest of {times} {min(found):.1f} ms")


def seconds(operation: Callable[[], Any]) -> float:
    """How long it takes."""
    start = perf_counter()
    operation()
    return perf_counter() - start


def say(line: str) -> None:
    """A line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
