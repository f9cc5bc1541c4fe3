"""What was erased, by kind and number, in a file that no backup of the database holds.

A backup brings back what was erased after it was made. `manage.py erase_again` reads this file and erases it once more.
The file knows random numbers and days, nothing about anybody.
"""

import logging
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import pre_delete
from django.utils import timezone

logger = logging.getLogger(__name__)

KEPT: dict[str, type[Model]] = {}  # "assessment.share" -> its model
LINE = re.compile(r"\d{4}-\d{2}-\d{2} (?P<kind>[a-z_.]+) (?P<uuid>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\Z")
waiting: ContextVar[list[str] | None] = ContextVar("waiting", default=None)  # lines to be written at once


def remember(kind: str, uuids: Iterable[UUID]) -> None:
    """Write down, on the disk, what is being erased; called before it is, so that a crash between forgets nothing.

    Where the file cannot be written the erasure still happens, and the log says what the file does not.
    """
    lines = [f"{timezone.now():%Y-%m-%d} {kind} {uuid}" for uuid in uuids]
    together = waiting.get()
    if together is None:
        _write(lines)
    else:
        together += lines


@contextmanager
def at_once() -> Iterator[None]:
    """Write down all that is erased in this block at its end: ten thousand rows wait for the disk once.

    Use it inside the transaction that erases, so that it is written before that ends.
    """
    lines: list[str] = []
    before = waiting.set(lines)
    try:
        yield
    finally:
        waiting.reset(before)
        _write(lines)


def keep_of(model: type[Model]) -> None:
    """From now on remember each row of a model that is erased, whoever does it and however. It has a `uuid`."""
    KEPT[model._meta.label_lower] = model
    pre_delete.connect(_remember_row, sender=model, dispatch_uid=f"tombstone {model._meta.label}")


def remembered(lines: Iterable[str]) -> Iterator[tuple[str, UUID] | int]:
    """The kind and the number of each thing erased; of a line that is none of ours, its own number in the file.

    What a crash tore off before it was erased may stand at the start of a line, and was not erased.
    """
    for number, line in enumerate(lines, 1):
        found = LINE.search(line)
        yield (found["kind"], UUID(found["uuid"])) if found and found["kind"] in KEPT else number


def _remember_row(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    remember(sender._meta.label_lower, [instance.uuid])


def _write(lines: list[str]) -> None:
    if not lines:
        return
    path = Path(settings.ERASED_FILE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab", buffering=0) as file:  # what one process appends in one call, no other tears apart
            file.write("".join(f"{line}\n" for line in lines).encode())
            os.fsync(file.fileno())
    except OSError as error:
        logger.error("ERASED_FILE could not be written (%s): %s", type(error).__name__, "; ".join(lines))
