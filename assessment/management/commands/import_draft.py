"""Take a file into the draft."""

from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.catalogue.compare import Difference, differences
from assessment.exchange.files import read_any
from assessment.exchange.reading import Reading
from assessment.fault import one_line
from assessment.management.files import FILE_HELP, content_of, lines
from assessment.models.drafting import changing, draft_document, replace_draft


class Command(BaseCommand):
    """`manage.py import_draft FILE [--apply]`."""

    help = (
        "Say what a file would change in the draft: a catalogue, the skills as CSV or XLSX, a CASE package, a list of "
        "ESCO skills. With --apply, change it."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and whether to do it."""
        parser.add_argument("file", metavar="FILE", help=FILE_HELP)
        parser.add_argument("--apply", action="store_true", help="change the draft; otherwise nothing is written")

    def handle(self, *, file: str, apply: bool, **options: Any) -> None:
        """Say what changes, a line an item, and whether it was done."""
        data = content_of(file)
        with changing(None, "import", one_line(file)):
            draft = draft_document()
            reading = read_any(data, draft)
            if reading.document is None:
                raise CommandError(lines(file, reading.faults))
            found = differences(draft, reading.document)
            if apply:
                replace_draft(reading.document)
        for line in _told(reading, found):
            self.stdout.write(line)
        outcome = "done" if apply else "nothing was written; --apply does it"
        self.stdout.write(f"{file}: {len(found)} changes, {outcome}")


def _told(reading: Reading, found: Iterable[Difference]) -> list[str]:
    return [f"not taken: {fault}" for fault in reading.left_out] + [_line(change) for change in found]


def _line(change: Difference) -> str:
    fields = ", ".join(field.name for field in change.fields) if change.kind == "changed" else ""
    return f"{change.kind}: {change.section} {change.code}{f' ({fields})' if fields else ''}"
