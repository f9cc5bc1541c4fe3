"""Whether the site can do its work, said within two seconds whatever the database does."""

import logging
import os
import shutil
from collections.abc import Callable
from concurrent.futures import Future
from functools import cache
from pathlib import Path
from threading import Lock, Thread

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

logger = logging.getLogger(__name__)

PATIENCE = 1.5  # seconds
LEAST_FREE = 50_000_000  # bytes on the disk of SQLite's file
# A connection that gets no answer gives up soon, so that the next look finds a database that is back.
IMPATIENT = {"postgresql": {"connect_timeout": 2, "tcp_user_timeout": 2000}, "sqlite": {"timeout": 1}}


class Look:
    """A question whose answer may never come. It is asked in a thread of its own, one at a time."""

    def __init__(self, reason: Callable[[], str]) -> None:
        self.reason = reason
        self.lock = Lock()
        self.under_way: Future[str] | None = None

    def why_not(self) -> str:
        """Why the site is not ready, or nothing. Whoever asks meanwhile gets the same answer."""
        with self.lock:
            if self.under_way is None or self.under_way.done():
                self.under_way = Future()
                Thread(target=self._answer, args=[self.under_way], daemon=True).start()
            look = self.under_way
        try:
            return look.result(PATIENCE)
        except TimeoutError:
            return f"no answer within {PATIENCE} seconds"

    def _answer(self, look: Future[str]) -> None:
        try:
            look.set_result(self.reason())
        except Exception as error:
            look.set_result(f"{type(error).__name__}: {error}")


def ready() -> bool:
    """Whether the database answers and is migrated and, on SQLite, can grow. The log says why not; nobody else does."""
    reason = look.why_not()
    if reason:
        logger.warning("not ready: %s", reason)
    return not reason


def missing(connection: BaseDatabaseWrapper) -> frozenset[tuple[str, str]]:
    """The migrations that a database lacks: application and name."""
    with connection.cursor() as cursor:  # a QuerySet would take another connection of the same name
        cursor.execute("SELECT app, name FROM django_migrations")
        return wanted() - {*cursor.fetchall()}


@cache
def wanted() -> frozenset[tuple[str, str]]:
    """The migrations there are, read from the disk once: the code of a process does not change."""
    return frozenset(MigrationLoader(None).graph.nodes)


def _reason() -> str:
    connection = connections["default"].copy()
    connection.settings_dict["OPTIONS"] |= IMPATIENT[connection.vendor]
    try:
        return _no_room(connection) or ("the database is not migrated" if missing(connection) else "")
    finally:
        connection.close()


def _no_room(connection: BaseDatabaseWrapper) -> str:
    if connection.vendor != "sqlite" or connection.is_in_memory_db():  # type: ignore[attr-defined]  # SQLite's own
        return ""
    file = Path(connection.settings_dict["NAME"])
    if not os.access(file, os.W_OK):
        return "the database's file is not there or cannot be written"
    free = shutil.disk_usage(file.parent).free
    return f"{free} bytes are free on the database's disk" if free < LEAST_FREE else ""


look = Look(_reason)
