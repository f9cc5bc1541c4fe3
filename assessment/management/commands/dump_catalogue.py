"""Write a published catalogue out."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.models import CatalogueVersion


class Command(BaseCommand):
    """`manage.py dump_catalogue [--version N]`."""

    help = "Write a published catalogue to standard output: the newest, or version N. Loading it gives the same bytes."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """Django gives every command a --version that tells Django's own: here the word means ours."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which version."""
        parser.add_argument("--version", type=int, metavar="N", dest="number", help="the number of a version")

    def handle(self, *, number: int | None, **options: Any) -> None:
        """Write the canonical bytes; their `sha256sum` is the version's hash."""
        versions = CatalogueVersion.objects.order_by("-number")
        version = (versions if number is None else versions.filter(number=number)).first()
        if version is None:
            raise CommandError("no catalogue is published" if number is None else f"there is no version {number}")
        self.stdout.write(version.document, ending="")
