"""SQLite: the copy is a file, and so is what is put in its place."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.utils import timezone

from assessment.management.backups.engine import Fresh
from assessment.management.backups.file import fsync, only_owner
from assessment.management.backups.state import (
    State,
    pointed_at,
    refuse_altered_versions,
    refuse_other_rows,
    select,
    state,
)
from assessment.models.snapshot import snapshot
from careerquiz.journal import empty_journal

PAGES = 10_000  # at once; who stops the command waits for no more
JOURNALS = ("-wal", "-shm", "-journal")


def copied(folder: Path) -> tuple[State, Path]:
    """A copy by SQLite's own means: writers wait for nothing, the journal grows while it lasts."""
    copy = folder / "copy.sqlite3"
    os.close(only_owner(copy, os.O_CREAT | os.O_EXCL))
    with snapshot():
        found = state()
        with closing(sqlite3.connect(copy)) as target:
            target.execute("PRAGMA synchronous=OFF")  # what counts is the backup made of it
            connection.connection.backup(target, pages=PAGES)
    empty_journal()
    with pointed_at(str(copy)):
        refuse_damage()
        refuse_other_rows(state().rows, found.rows)
        refuse_altered_versions()
    return found, copy


def refuse_damage() -> None:
    """SQLite's own checks. Raises CommandError, one line."""
    try:
        found = [word for (word,) in select("PRAGMA integrity_check(1)") if word != "ok"]
        found += [f"{table} refers to what is not there" for table, *_ in select("PRAGMA foreign_key_check")[:1]]
    except DatabaseError as error:
        found = [str(error)]
    if found:
        raise CommandError(f"the database is damaged: {' '.join(found[0].split())}")


@contextmanager
def fresh(data: Iterator[bytes]) -> Iterator[Fresh]:
    """A file beside that of the site, which nobody opens meanwhile."""
    path = Path(connection.settings_dict["NAME"]).resolve()
    connection.close()
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(path), TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.", suffix=".part") as folder:
        new = Path(folder) / "new.sqlite3"
        with open(new, "xb", opener=only_owner) as file:
            file.writelines(data)
        with pointed_at(str(new)):
            refuse_damage()
        yield Fresh(str(new), partial(_swap, path, new))


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Nobody else has the file open, nor can read it until the end. A file that SQLite cannot read, nobody uses."""
    if not path.exists():
        yield
        return
    with closing(sqlite3.connect(path, timeout=1, isolation_level=None)) as lock:
        try:
            lock.execute("PRAGMA journal_mode=DELETE")  # which takes the journal in, and is refused to one among others
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise CommandError(f"{path}: is in use: stop the site, and whatever else has it open") from error
        yield


def _swap(path: Path, new: Path) -> str:
    """Each name is that of a whole database at every moment, whenever the machine stops."""
    with closing(sqlite3.connect(new)) as database:
        database.execute("PRAGMA journal_mode=DELETE")  # all in one file; the site gives it its journal again
    fsync(new)
    kept = path.with_name(f"{path.name}.before-{timezone.now():%Y%m%dT%H%M%SZ}")
    was_there = path.exists()
    if was_there:
        _hand_over(path, new)
        os.link(path, kept)
    for ending in JOURNALS:  # of a file that could not be read; a new one must not find it
        journal = Path(f"{path}{ending}")
        if journal.exists():
            journal.rename(f"{kept}{ending}")
    new.replace(path)
    fsync(path.parent)
    return str(kept) if was_there else ""


def _hand_over(old: Path, new: Path) -> None:
    """Let the same people read and write the new file as the old one."""
    before = old.stat()
    new.chmod(before.st_mode & 0o777)
    with suppress(PermissionError):  # root gives it back to who serves the site
        os.chown(new, before.st_uid, before.st_gid)
