"""Check a catalogue file."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from assessment.management.files import FILE_HELP, catalogue_from


class Command(BaseCommand):
    """`manage.py check_catalogue FILE`."""

    help = "Say everything that is wrong with a catalogue file; needs no database."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("file", metavar="FILE", help=FILE_HELP)

    def handle(self, *, file: str, **options: Any) -> None:
        """Say that it is good, or exit with 1 and a line an error."""
        catalogue = catalogue_from(file)
        self.stdout.write(
            f"{file}: good, {len(catalogue.skills)} skills, {len(catalogue.roles)} roles, SHA-256 {catalogue.sha256}"
        )
