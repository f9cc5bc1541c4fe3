"""What was erased, by kind and number, in a file that no backup of the database holds.

A backup brings back what was erased after it was made. `manage.py erase_again` reads this file and erases it once more.
The file knows random numbers and days, nothing about anybody.
"""

import logging
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model
from django.db.models.signals import pre_delete
from django.utils import timezone

logger = logging.getLogger(__name__)

LINE = re.compile(r"\d{4}-\d{2}-\d{2} (?P<kind>[a-z_.]+) (?P<uuid>[0-9a-f-]{36})")


def remember(kind: str, uuids: Iterable[UUID]) -> None:
    """Write down, on the disk, what is being erased; called before it is, so that a crash between forgets nothing.

    Where the file cannot be written the erasure still happens, and the log says what the file does not.
    """
    lines = [f"{timezone.now():%Y-%m-%d} {kind} {uuid}" for uuid in uuids]
    try:
        with Path(settings.ERASED_FILE).open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        logger.error("ERASED_FILE could not be written (%s): %s", type(error).__name__, "; ".join(lines))


def keep_of(model: type[Model]) -> None:
    """From now on remember each row of a model that is erased, whoever does it and however. It has a `uuid`."""
    pre_delete.connect(_remember_row, sender=model, dispatch_uid=f"tombstone {model._meta.label}")


def _remember_row(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    remember(sender._meta.label_lower, [instance.uuid])


def remembered(lines: Iterable[str]) -> Iterator[tuple[str, UUID]]:
    """The kind and the number of each thing erased. Raises ValueError, which names the line that is none of ours."""
    for number, line in enumerate(lines, 1):
        found = LINE.fullmatch(line.rstrip("\n"))
        if not found:
            raise ValueError(f"line {number} is not one of a list of what was erased")
        yield found["kind"], UUID(found["uuid"])
