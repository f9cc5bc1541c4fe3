"""Load a catalogue file into the draft, or publish it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessment.catalogue.file import SHIPPED, document_of
from assessment.catalogue.model import Catalogue
from assessment.fault import one_line
from assessment.management.files import FILE_HELP, catalogue_from
from assessment.models import AlreadyPublishedError, CatalogueVersion
from assessment.models.drafting import changing, draft_document, is_untouched, replace_draft


class Command(BaseCommand):
    """`manage.py load_catalogue [FILE] [--publish] [--note TEXT] [--if-none] [--replace]`."""

    help = "Load a catalogue file into the draft; with --publish, make it the next version."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file, and what to do with it."""
        parser.add_argument(
            "file", metavar="FILE", nargs="?", default=str(SHIPPED), help=f"{FILE_HELP}; the shipped one"
        )
        parser.add_argument("--publish", action="store_true", help="publish it; otherwise only the draft changes")
        parser.add_argument("--note", default="", help="what changed and why, kept with the version")
        parser.add_argument("--if-none", action="store_true", help="do nothing if any version is published")
        parser.add_argument("--replace", action="store_true", help="replace a draft that holds unpublished changes")

    def handle(self, *, file: str, publish: bool, note: str, if_none: bool, replace: bool, **options: Any) -> None:
        """Say what was done, in a line or two."""
        current = CatalogueVersion.objects.current()
        if if_none and current:
            self.stdout.write(f"version {current.number} is published: nothing to do")
            return
        catalogue = catalogue_from(file)
        with changing(None, "import", one_line(file)):  # alone from here on: nobody edits what was found untouched
            free = replace or is_untouched(draft_document())
            done = _publish(catalogue, note, free) if publish else _load(file, catalogue, free)
        self.stdout.write(done)


def _publish(catalogue: Catalogue, note: str, free: bool) -> str:
    """Make the next version, and let the draft follow unless it holds the work of editors."""
    try:
        version = CatalogueVersion.objects.publish(catalogue, note=note)
        done = f"published as version {version.number}, SHA-256 {version.sha256}"
    except AlreadyPublishedError as error:
        done = f"{error}: nothing to do"
    if free:
        replace_draft(document_of(catalogue))
        return done
    return f"{done}\nthe draft holds changes that are not published, and was left as it is"


def _load(file: str, catalogue: Catalogue, free: bool) -> str:
    """Make the draft this catalogue, unless it holds the work of editors."""
    if not free:
        raise CommandError("the draft holds changes that are not published; --replace does away with them")
    replace_draft(document_of(catalogue))
    current = CatalogueVersion.objects.current()
    number = current.number + 1 if current else 1
    return f"{file}: the draft is this catalogue now; --publish makes it version {number}"
