"""Load a catalogue file."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from assessment.catalogue.file import SHIPPED
from assessment.management.files import FILE_HELP, catalogue_from
from assessment.models import AlreadyPublishedError, CatalogueVersion


class Command(BaseCommand):
    """`manage.py load_catalogue [FILE] [--publish] [--if-none]`."""

    help = "Check a catalogue file and, with --publish, make it the next version."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and what to do with it."""
        parser.add_argument(
            "file", metavar="FILE", nargs="?", default=str(SHIPPED), help=f"{FILE_HELP}; the shipped one"
        )
        parser.add_argument("--publish", action="store_true", help="publish it; otherwise nothing is written")
        parser.add_argument("--if-none", action="store_true", help="do nothing if any version is published")

    def handle(self, *, file: str, publish: bool, if_none: bool, **options: Any) -> None:
        """Say what was done, in one line."""
        current = CatalogueVersion.objects.current()
        if if_none and current:
            self.stdout.write(f"version {current.number} is published: nothing to do")
            return
        catalogue = catalogue_from(file)
        if not publish:
            self.stdout.write(f"{file}: good; nothing was written, --publish makes it version {_next(current)}")
            return
        try:
            version = CatalogueVersion.objects.publish(catalogue)
        except AlreadyPublishedError as error:
            self.stdout.write(f"{error}: nothing to do")
        else:
            self.stdout.write(f"published as version {version.number}, SHA-256 {version.sha256}")


def _next(current: CatalogueVersion | None) -> int:
    return current.number + 1 if current else 1
