"""Erase what has been kept long enough, and tell those whose account is next."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from assessment import reminders
from assessment.retention import KINDS
from careerquiz import cache
from careerquiz.journal import empty_journal

Step = tuple[str, Callable[[datetime], int], Callable[[datetime], int]]  # what, how many there are, do it
STEPS: list[Step] = [
    *((kind.name, kind.count, kind.purge) for kind in KINDS),
    ("entries of the cache that are over", cache.count_expired, cache.erase_expired),
    ("people to tell that their account will be erased in 30 days", reminders.count, reminders.send),
]


class Command(BaseCommand):
    """`manage.py purge [--delete]`."""

    help = "Count what has been kept long enough (docs/data.md); with --delete, erase it and send the mails before it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to do it."""
        parser.add_argument("--delete", action="store_true", help="do it; otherwise it is only counted")

    def handle(self, *, delete: bool, **options: Any) -> None:
        """Say how many of each kind there were, in a line each."""
        now = timezone.now()
        for name, count, do in STEPS:
            self.stdout.write(f"{do(now) if delete else count(now)} {name}")
        if delete:
            empty_journal()
        else:
            self.stdout.write("Nothing was changed; --delete erases and tells.")
