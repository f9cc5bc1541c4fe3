"""Erase what nobody can open any more."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from assessment.models import Assessment


class Command(BaseCommand):
    """`manage.py purge [--delete]`."""

    help = "Count the assessments without an account whose link has ended; with --delete, erase them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to do it."""
        parser.add_argument("--delete", action="store_true", help="erase them; otherwise they are only counted")

    def handle(self, *, delete: bool, **options: Any) -> None:
        """Say how many, in one line."""
        ended = Assessment.objects.unreachable()
        if delete:
            self.stdout.write(f"{ended.erase()} erased")
        else:
            self.stdout.write(f"{ended.count()} to erase; --delete erases them")
