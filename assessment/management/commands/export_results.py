"""Write the results of many to a file."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS
from django.utils.translation import override

from assessment.exports.results.form import SelectionForm
from assessment.exports.results.rows import Export
from assessment.exports.results.writers import WRITERS
from assessment.fault import one_line
from assessment.models.selection import Selection, counts_of, known_versions

FILTERS = {
    "role": "the code of a role",
    "grade": "the code of a grade",
    "version": "the number of a catalogue version",
    "language": "fr or en: of the last answer",
    "since": "the first day, as 2026-01-31, of finishing; of drafts, of the last change",
    "until": "the last day, included",
    "sitting": "finished (if not said), draft or all",
}
FORMATS = sorted({name.partition("-")[0] for name in WRITERS})
Pieces = Generator[bytes, None, None]
only_owner = partial(os.open, mode=0o600)


class Command(BaseCommand):
    """`manage.py export_results --format FORMAT --output FILE`."""

    help = "Write a row for each skill asked of each assessment."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> Any:
        """Django gives every command a --version that tells Django's own: here the word means ours."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        """In which format, where to, and of which assessments."""
        parser.add_argument("--format", choices=FORMATS, required=True, help="in which format")
        parser.add_argument("--output", metavar="FILE", required=True, help="where to; - for standard output")
        parser.add_argument(
            "--dialect", choices=["fr", "en"], default="fr", help="of CSV: fr has ; (default), en has ,"
        )
        parser.add_argument(
            "--database",
            choices=sorted(settings.DATABASES),
            default=DEFAULT_DB_ALIAS,
            help="from which: replica is the copy of REPLICA_URL, where that is set",
        )
        parser.add_argument(
            "--names", choices=["fr", "en"], help="the language of names; that of --dialect if not said"
        )
        for name, explained in FILTERS.items():
            parser.add_argument(f"--{name}", default="", dest=f"wanted_{name}", help=explained)

    def handle(self, **options: Any) -> None:
        """Write the file; how far it is goes to standard error, and at the end how much there was."""
        wanted = options["format"]
        writer = WRITERS[f"csv-{options['dialect']}" if wanted == "csv" else wanted]
        selection = selection_from({name: options[f"wanted_{name}"] for name in FILTERS})
        rows = counts_of(selection.assessments(options["database"])).rows
        if refusal := writer.refuse(rows):
            raise CommandError(refusal)
        export = Export(selection, options["names"] or options["dialect"], rows, options["database"])
        write_to(options["output"], self.watched(export, writer.write(export)))
        self.tell(f"{export.rows_done} rows of {export.assessments_done} assessments", "\n")

    def watched(self, export: Export, chunks: Iterator[bytes]) -> Pieces:
        """The same pieces; a terminal is told once a second how far the export is."""
        told = monotonic()
        for chunk in chunks:
            yield chunk
            if self.stderr.isatty() and monotonic() - told >= 1:
                told = monotonic()
                self.tell(f"{export.rows_done} of {export.rows} rows", "\r")

    def tell(self, line: str, ending: str) -> None:
        """Say a line on standard error, where it is no error."""
        self.stderr.write(line, style_func=str, ending=ending)


def selection_from(wanted: dict[str, str]) -> Selection:
    """What the options ask for. Raises CommandError, a line for each that is wrong."""
    form = SelectionForm(wanted, known_versions())
    with override("en"):
        wrong = [f"--{name}: {one_line(str(text))}" for name, texts in form.errors.items() for text in texts]
    if wrong:
        raise CommandError("\n".join(wrong))
    return form.selection


def write_to(name: str, chunks: Pieces) -> None:
    """Write to a file, which has its name only when it is whole, or to standard output for "-"."""
    try:
        with closing(chunks):  # and with them the query, whatever happens
            writer_to(name)(chunks)
    except BrokenPipeError:  # the reader has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt as stop:
        raise CommandError(f"{name}: stopped before the end", returncode=130) from stop
    except (OSError, ValueError) as error:
        raise CommandError(f"{name}: cannot be written: {getattr(error, 'strerror', None) or error}") from error


def writer_to(name: str) -> Callable[[Iterable[bytes]], None]:
    """What writes to such a name."""
    return write_out if name == "-" else partial(write_file, Path(name), Path(f"{name}.part"))


def write_out(chunks: Iterable[bytes]) -> None:
    """Write to standard output."""
    for chunk in chunks:
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()


def write_file(path: Path, part: Path, chunks: Iterable[bytes]) -> None:
    """Write a file that only its owner reads, under another name until it is whole."""
    try:
        part.unlink(missing_ok=True)
        with open(part, "xb", opener=only_owner) as file:
            file.writelines(chunks)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
