"""What must hold before the site serves."""

import filecmp
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage, staticfiles_storage
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

# What careerquiz/settings.py asks of SQLite, as SQLite says it. A file system may refuse it (WAL on a network share).
WANTED = {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 20_000, "secure_delete": 1}


def sqlite_is_safe(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """On SQLite: writes wait for their turn, and what was acknowledged is on the disk."""
    wrong = [line for alias in databases or () for line in _wrong(connections[alias])]
    return [Error(line, id="careerquiz.E001") for line in wrong]


def erased_file_is_writable(**kwargs: Any) -> list[CheckMessage]:
    """What is erased can be written down, so that it stays erased after a backup is restored."""
    file = Path(settings.ERASED_FILE)
    there = next(path for path in (file, *file.parents) if path.exists())  # what is missing is made when it is needed
    if os.access(there, os.W_OK) and there.is_dir() != (there == file):
        return []
    return [Error(f"ERASED_FILE is {file}, which cannot be written.", id="careerquiz.E002")]


def stale_file() -> str:
    """One of the pages' files that was not gathered as it is now, or nothing. A page that names one answers 500.

    No check of Django's: gathering the files is itself a command that is checked before.
    """
    try:
        if not isinstance(staticfiles_storage, ManifestStaticFilesStorage):
            return ""
    except ValueError:
        return str(ManifestStaticFilesStorage.manifest_name)  # it can be read only as a whole
    return next((name for name, path in _sources().items() if not _gathered(name, path)), "")


def _sources() -> dict[str, str]:
    found: dict[str, str] = {}
    ignored = apps.get_app_config("staticfiles").ignore_patterns  # type: ignore[attr-defined]  # that application's own
    for finder in get_finders():
        for name, storage in finder.list(ignored):
            found.setdefault(name, storage.path(name))  # the first is the one that is gathered
    return found


def _gathered(name: str, path: str) -> bool:
    named = staticfiles_storage.hashed_files  # type: ignore[attr-defined]  # what the manifest says
    kept = [staticfiles_storage.path(name), staticfiles_storage.path(named.get(name, name))]
    there = name in named and all(map(os.path.isfile, kept))
    return there and filecmp.cmp(path, kept[0], shallow=False)


def _wrong(connection: BaseDatabaseWrapper) -> list[str]:
    if connection.vendor != "sqlite":
        return []
    found = {name: _pragma(connection, name) for name in WANTED}
    if connection.is_in_memory_db():  # type: ignore[attr-defined]  # only SQLite's has it
        found["journal_mode"] = "wal"  # a database in memory keeps no journal
    wrong = [f"SQLite has {name} {found[name]}, not {WANTED[name]}." for name in WANTED if found[name] != WANTED[name]]
    mode = connection.transaction_mode  # type: ignore[attr-defined]
    return wrong + ([] if mode == "IMMEDIATE" else [f"SQLite has transaction_mode {mode}, not IMMEDIATE."])


def _pragma(connection: BaseDatabaseWrapper, name: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return cursor.fetchone()[0]
