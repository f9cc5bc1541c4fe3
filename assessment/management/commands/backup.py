"""Copy the whole database to a file, while people write."""

import sqlite3
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from assessment.management.backups import engine
from assessment.management.backups.file import Manifest, fsync, read, version, write


class Command(BaseCommand):
    """`manage.py backup FILE [--replace]`."""

    help = "Copy the whole database to a file, verified, while people write. `restore` puts it back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("file", help="the file to write; it must not be there yet")
        parser.add_argument("--replace", action="store_true", help="write over a file that is there")

    def handle(self, *, file: str, replace: bool, **options: Any) -> None:
        """Write the file, which has its name only when it is whole and verified, and say what is in it."""
        started, path = monotonic(), Path(file)
        try:
            if path.exists() and not replace:
                raise CommandError(f"{file}: is there already; --replace writes over it")
            manifest = _written(path)
        except KeyboardInterrupt as stop:
            raise CommandError(f"{file}: stopped before the end", returncode=130) from stop
        except (OSError, ValueError, sqlite3.Error) as error:
            raise CommandError(f"{file}: cannot be written: {getattr(error, 'strerror', None) or error}") from error
        size, seconds = path.stat().st_size / 1e6, monotonic() - started
        self.stdout.write(f"{file}: {manifest.shown}, {size:.1f} MB, verified, in {seconds:.1f} s")


def _written(path: Path) -> Manifest:
    """Make a backup beside, look at every byte of it, and give it its name."""
    made = f"{timezone.now():%Y-%m-%dT%H:%M:%SZ}"
    with TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.", suffix=".part") as folder:
        state, copy = engine().copied(Path(folder))
        part = Path(folder) / "backup"
        about = {"engine": connection.vendor, "made": made, "version": version()}
        write(part, copy, **about, migrations=state.migrations, rows=state.rows)
        manifest = read(part)
        part.replace(path)
        fsync(path.parent)
    return manifest
