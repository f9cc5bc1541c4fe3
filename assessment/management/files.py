"""Files named on the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from assessment import strict_json
from assessment.catalogue import file
from assessment.catalogue.model import Catalogue

MOST_LINES = 500
FILE_HELP = "the path of a file, or - for standard input"


def content_of(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises CommandError, one line."""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandError(f"{name}: cannot be read: {reason}") from error


def write_to(name: str, data: bytes) -> None:
    """Write a file, or standard output for "-". Raises CommandError, one line."""
    try:
        if name == "-":
            sys.stdout.buffer.write(data)
        else:
            Path(name).write_bytes(data)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandError(f"{name}: cannot be written: {reason}") from error


def catalogue_from(name: str) -> Catalogue:
    """The catalogue in a file. Raises CommandError, a line for each thing that is wrong with it."""
    try:
        return file.read(content_of(name))
    except file.CatalogueError as error:
        raise CommandError(lines(name, error.errors)) from error


def json_from(name: str) -> Any:
    """The JSON in a file, read strictly. Raises CommandError, one line."""
    try:
        return strict_json.parse(content_of(name))
    except strict_json.NotStrictJson as error:
        raise CommandError(f"{name}: {error}") from error


def lines(name: str, errors: Sequence[str]) -> str:
    """A message of a line an error, each with the file's name; not all of very many."""
    shown = [f"{name}: {line}" for line in errors[:MOST_LINES]]
    more = [f"{name}: and {len(errors) - MOST_LINES} more"] if len(errors) > MOST_LINES else []
    return "\n".join(shown + more)
