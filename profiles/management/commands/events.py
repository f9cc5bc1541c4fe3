"""What the log says, and what in it somebody should look at."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from profiles.alarms import alarms, kinds

MOST_HOURS = 24 * 366


class Command(BaseCommand):
    """`manage.py events [--hours N]`."""

    help = "Count the events of the last hours by kind. What looks like an attack or an abuse is an error, status 1."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How far to look back."""
        parser.add_argument("--hours", type=hours, default=24, help="how far to look back (24)")

    def handle(self, *, hours: int, **options: Any) -> None:
        """A line a kind; then, as an error, a line an alarm."""
        since = timezone.now() - timedelta(hours=hours)
        for kind, number in kinds(since):
            self.stdout.write(f"{number} {kind}")
        if found := list(alarms(since)):
            raise CommandError("\n".join(f"ALARM: {line}" for line in found))


def hours(text: str) -> int:
    """A whole number of hours, a year's at most. Raises ArgumentTypeError."""
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= MOST_HOURS):
        raise ArgumentTypeError(f"{text!r} is not a number of hours from 1 to {MOST_HOURS}")
    return int(text)
