"""Write a published catalogue, or the draft, out."""

import json
from argparse import ArgumentParser
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.catalogue.check import check
from assessment.exchange.files import WRITERS
from assessment.exchange.reading import Document
from assessment.management.files import lines, write_to
from assessment.models import CatalogueChange, CatalogueVersion
from assessment.models.drafting import draft_document


class Command(BaseCommand):
    """`manage.py dump_catalogue [--version N | --draft] [--format FORMAT] [--output FILE]`."""

    help = "Write a catalogue: the newest, version N, or the draft. Loading the file gives the same bytes."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """Django gives every command a --version that tells Django's own: here the word means ours."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which catalogue, in which form, where to."""
        which = parser.add_mutually_exclusive_group()
        which.add_argument("--version", type=int, metavar="N", dest="number", help="the number of a version")
        which.add_argument("--draft", action="store_true", help="the draft")
        parser.add_argument("--format", choices=WRITERS, default="catalogue", help="in which form")
        parser.add_argument("--output", metavar="FILE", default="-", help="where to; - for standard output")

    def handle(self, *, number: int | None, draft: bool, format: str, output: str, **options: Any) -> None:  # noqa: A002
        """Write the bytes; the `sha256sum` of the whole catalogue is its version's hash."""
        document, at, known = _draft() if draft else _published(number)
        if WRITERS[format].needs_finished and (errors := check(document)):
            raise CommandError(lines("the draft", errors))
        data = WRITERS[format].write(document, at, known)
        if output == "-" and WRITERS[format].ending != "xlsx":
            self.stdout.write(data.decode(), ending="")
        else:
            write_to(output, data)


def _draft() -> tuple[Document, datetime, int | None]:
    return draft_document(), CatalogueChange.objects.last_at(), None


def _published(number: int | None) -> tuple[Document, datetime, int | None]:
    versions = CatalogueVersion.objects.order_by("-number")
    version = (versions if number is None else versions.filter(number=number)).first()
    if version is None:
        raise CommandError("no catalogue is published" if number is None else f"there is no version {number}")
    return json.loads(version.document), version.published, version.number
