"""Make up many people, to try the site with."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import reset_queries, transaction
from django.utils import timezone

from assessment.models import Assessment, CatalogueVersion, Uncounted
from assessment.sample import Sitting, sittings

MOST = 10_000_000
BATCH = 2_000
TOLD_EVERY = 50_000
FIRST_DAY = date(2000, 1, 1)


def count(text: str) -> int:
    """How many to make. Raises ArgumentTypeError."""
    if re.fullmatch(r"[0-9]{1,8}", text) and 1 <= int(text) <= MOST:
        return int(text)
    raise ArgumentTypeError(f"must be a whole number from 1 to {MOST}")


def day(text: str) -> date:
    """A day that is not to come. Raises ArgumentTypeError."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if FIRST_DAY <= found <= timezone.localdate():
        return found
    raise ArgumentTypeError(f"must be a day from {FIRST_DAY} to today, such as 2025-01-31")


class Command(BaseCommand):
    """`manage.py sample_data --assessments N [--seed S] [--until DATE]`."""

    help = (
        "Add made-up assessments of the newest published catalogue, with neither account nor link. Only for trying the "
        "site: overviews and exports count them like those of people."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, and which."""
        parser.add_argument("--assessments", metavar="N", type=count, required=True, help="how many to add")
        parser.add_argument("--seed", metavar="S", type=int, default=1, help="another number makes other people (1)")
        parser.add_argument("--until", metavar="DATE", type=day, help="the day before which all were made (today)")

    def handle(self, *, assessments: int, seed: int, until: date | None, **options: Any) -> None:
        """Add them in batches, each in a transaction of its own, and say how many."""
        version = CatalogueVersion.objects.current()
        if version is None:
            raise CommandError("no catalogue is published; load_catalogue --publish publishes one")
        zone = timezone.get_current_timezone()
        people = sittings(version.catalogue, assessments, seed, until or timezone.localdate(), zone)
        made = finished = 0
        while batch := list(islice(people, BATCH)):
            finished += _add(version, batch)
            made += len(batch)
            reset_queries()  # with DEBUG, Django keeps what was sent
            if made % TOLD_EVERY == 0:
                self.stderr.write(f"{made} of {assessments}", style_func=str)
        self.stdout.write(f"{made} assessments made ({finished} finished)")


@transaction.atomic
def _add(version: CatalogueVersion, batch: Iterable[Sitting]) -> int:
    """Add one batch, and let those that are finished wait to be counted; answers how many these are."""
    rows = Assessment.objects.bulk_create(_row(version, sitting) for sitting in batch)
    waiting = [Uncounted(assessment=row, finished=row.finished) for row in rows if row.finished]
    Uncounted.objects.bulk_create(waiting)
    return len(waiting)


def _row(version: CatalogueVersion, sitting: Sitting) -> Assessment:
    return Assessment(version=version, **{name: getattr(sitting, name) for name in Sitting.__slots__})
