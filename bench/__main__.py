"""`python -m bench [--assessments N]`: measure on a throwaway SQLite file, or on the empty database of DATABASE_URL."""

import os
import platform
import sys
from argparse import ArgumentParser
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

STEPS = (50, 1_000, 4_500, 10_000, 45_000, 100_000, 1_000_000)  # assessments; of 50 come some 1,000 rows
EXPORTED = (50, 4_500, 45_000)
OVERVIEWS = (1_000, 10_000, 100_000, 1_000_000)


def main() -> None:
    """One table."""
    parser = ArgumentParser(prog="python -m bench", description="Each operation beside its limit, in one run.")
    parser.add_argument("--assessments", type=int, default=45_000, metavar="N", help="how far to go; 1000000 is all")
    most = parser.parse_args().assessments
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        run(folder, [step for step in STEPS if step <= most])


def run(folder: Path, steps: list[int]) -> None:
    """Measure, with more and more assessments."""
    import django  # noqa: PLC0415 (first the settings, then what uses them)

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from assessment.catalogue.file import SHIPPED  # noqa: PLC0415
    from assessment.models import Assessment  # noqa: PLC0415
    from bench import exports, measure, pages  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    if Assessment.objects.exists():
        sys.exit("DATABASE_URL names a database with assessments: the benchmark wants an empty one")
    call_command("load_catalogue", str(SHIPPED), publish=True, if_none=True, stdout=StringIO())
    shape = f"{os.cpu_count()} processors, Python {platform.python_version()}, Django {django.get_version()}"
    print(f"{connection.vendor}, {shape}\n\n{measure.HEAD}")  # noqa: T201
    pages.of_a_person()
    there = 0
    for step in steps:
        add(step - there, seed=step)
        there = step
        if step in EXPORTED:
            exports.in_every_format(folder)
        if step in OVERVIEWS:
            pages.overview(step)


def add(assessments: int, seed: int) -> None:
    """Make up so many more, and count them; tell how fast, on standard error."""
    from django.core.management import call_command  # noqa: PLC0415 (after the settings)

    from bench.measure import seconds  # noqa: PLC0415

    quiet = {"stdout": StringIO(), "stderr": StringIO()}
    made = seconds(lambda: call_command("sample_data", assessments=assessments, seed=seed, **quiet))
    counted = seconds(lambda: call_command("rollup", **quiet))
    rates = f"{assessments / made:,.0f} a second made, {assessments / counted:,.0f} counted"
    print(f"{assessments} assessments more: {rates}", file=sys.stderr)  # noqa: T201


if __name__ == "__main__":
    main()
