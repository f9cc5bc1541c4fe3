"""Put a backup in the place of the database."""

import sqlite3
import sys
from argparse import ArgumentParser
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from assessment.management.backups import engine
from assessment.management.backups.file import Manifest, pieces, read
from assessment.management.backups.state import pointed_at, refuse_altered_versions, refuse_other_rows, state

QUESTION = "This puts it in the place of the database {}. Type yes to go on: "
NOBODY = "ERASED_FILE ({}) is not there, so nobody is erased again"


class Command(BaseCommand):
    """`manage.py restore FILE [--yes] [--erased FILE ...]`."""

    help = (
        "Put a backup in the place of the database, migrate it, and erase again who was erased since. The old database "
        "is kept beside. Stop the site first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which backup, and what was erased since."""
        parser.add_argument("file", help="what backup wrote")
        parser.add_argument("--yes", action="store_true", help="do not ask")
        parser.add_argument(
            "--erased", metavar="FILE", action="append", help="what a node erased, once for each; otherwise ERASED_FILE"
        )

    def handle(self, *, file: str, yes: bool, erased: list[str] | None, **options: Any) -> None:
        """Refuse what is no backup for here; else do all beside the old database, and change them at the end."""
        started, path = monotonic(), Path(file)
        manifest = _fitting(path)
        self.stdout.write(f"{file}: {manifest.shown}, made {manifest.made} by careerquiz {manifest.version}")
        self.ask(yes)
        files = self.erased_files(erased)
        try:
            kept, wrong = self.restore(path, manifest, files)
        except KeyboardInterrupt as stop:
            raise CommandError(f"{file}: stopped; the database is as it was", returncode=130) from stop
        except (OSError, sqlite3.Error) as error:
            said = getattr(error, "strerror", None) or error
            raise CommandError(f"{file}: cannot be restored: {said}; the database is as it was") from error
        self.stdout.write(f"restored in {monotonic() - started:.1f} s")
        if kept:
            self.stdout.write(f"the old database is kept as {kept}: remove it once all is well")
        if wrong:
            raise CommandError(f"restored, but not all may be erased again:\n{wrong}")

    def ask(self, yes: bool) -> None:
        """Go on only if somebody wants to."""
        if not yes and not sys.stdin.isatty():
            raise CommandError("nobody is there to be asked; --yes goes on without")
        if not yes:
            self.stdout.write(QUESTION.format(connection.settings_dict["NAME"]), ending="")
            self.stdout.flush()
            if sys.stdin.readline().strip() != "yes":
                raise CommandError("nothing was changed")

    def erased_files(self, named: list[str] | None) -> list[str]:
        """The files that say what was erased. Raises CommandError if one that was named is not there."""
        missing = next((name for name in named or () if not Path(name).is_file()), None)
        if missing:
            raise CommandError(f"{missing}: is no file")
        files = named or [settings.ERASED_FILE]
        if Path(files[0]).is_file():
            return files
        self.stdout.write(NOBODY.format(settings.ERASED_FILE))
        return []

    def restore(self, path: Path, manifest: Manifest, files: list[str]) -> tuple[str, str]:
        """Put it in place; answers where the old one is kept, and what of the files could not be read."""
        with engine().fresh(pieces(path)) as new:
            with pointed_at(new.name):
                refuse_other_rows(state().rows, manifest.rows)
                refuse_altered_versions()
                wrong = self.brought_up_to_now(files)
            return new.swap(), wrong

    def brought_up_to_now(self, files: list[str]) -> str:
        """Migrate what was restored, erase again, and let nobody be signed in who has signed out since."""
        call_command("migrate", interactive=False, verbosity=0, stdout=self.stdout)
        self.stdout.write(f"{Session.objects.all().delete()[0]} sessions ended")
        try:
            if files:
                call_command("erase_again", *files, stdout=self.stdout)
        except CommandError as error:
            return str(error)
        return ""


def _fitting(path: Path) -> Manifest:
    """The manifest of a backup that this site can take. Raises CommandError, one line."""
    manifest = read(path)
    if manifest.engine != connection.vendor:
        raise CommandError(f"{path}: is a backup of {manifest.engine}, and the site's database is {connection.vendor}")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if unknown := sorted({*map(str, manifest.migrations)} - known):
        raise CommandError(f"{path}: is of a newer version of careerquiz, with the migration {unknown[0]}")
    return manifest
