"""Erase once more what a restored backup brought back."""

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import Model

from careerquiz import tombstones
from careerquiz.journal import empty_journal

BATCH = 500


class Command(BaseCommand):
    """`manage.py erase_again [FILE ...]`."""

    help = "After a backup was restored: erase again what ERASED_FILE, or the files named, say was erased."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files: each node that erased something has one."""
        parser.add_argument("files", nargs="*", help="files of this kind; otherwise ERASED_FILE")

    def handle(self, *, files: list[str], **options: Any) -> None:
        """Erase what is there, and say how much, a line a kind. Lines that cannot be read are an error at the end."""
        wanted, wrong = _wanted(files or [settings.ERASED_FILE])
        for kind in sorted(wanted):
            erased = sum(_erase(tombstones.KEPT[kind], batch) for batch in _batches(wanted[kind]))
            self.stdout.write(f"{kind}: {erased} of {len(wanted[kind])} erased again")
        empty_journal()
        if wrong:
            raise CommandError("\n".join(wrong))


def _wanted(files: Iterable[str]) -> tuple[dict[str, set[UUID]], list[str]]:
    wanted: dict[str, set[UUID]] = defaultdict(set)
    wrong: list[str] = []
    for name in files:
        for found in tombstones.remembered(_lines(name)):
            if isinstance(found, int):
                wrong.append(f"{name}: line {found} does not say what was erased")
            else:
                wanted[found[0]].add(found[1])
    return wanted, wrong


def _lines(name: str) -> list[str]:
    try:
        lines = Path(name).read_text(encoding="utf-8", errors="replace").split("\n")
    except (OSError, ValueError) as error:
        raise CommandError(f"{name}: cannot be read: {getattr(error, 'strerror', None) or error}") from error
    return lines if lines[-1] else lines[:-1]


def _erase(model: type[Model], batch: list[UUID]) -> int:
    with transaction.atomic(), tombstones.at_once():
        erased = model._default_manager.filter(uuid__in=batch).delete()[1]
    return erased.get(model._meta.label, 0)


def _batches(uuids: Iterable[UUID]) -> Iterator[list[UUID]]:
    left = iter(uuids)
    while batch := list(islice(left, BATCH)):
        yield batch
