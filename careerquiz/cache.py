"""The shared cache and its table: what is counted there, what is over, and what names somebody, taken out of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.cache.backends.db import DatabaseCache
from django.db import connection

OVER = "expires <= %s"


class SharedDatabaseCache(DatabaseCache):
    """Django's cache in the database; where there is no room left, what ends soonest makes it.

    Django's own takes a third of the entries by the order of their keys: whoever fills the table would wipe out the
    hour for which failures to sign in are counted, together with their own minutes.
    """

    _max_entries: int
    _cull_frequency: int

    def _cull(self, db: str, cursor: Any, now: datetime, num: int) -> None:
        remaining = num - erase_expired(now)
        if remaining > self._max_entries:
            table, number = _table(), remaining // self._cull_frequency
            soonest = f"SELECT cache_key FROM {table} ORDER BY expires LIMIT %s"  # noqa: S608 (no input)
            cursor.execute(f"DELETE FROM {table} WHERE cache_key IN ({soonest})", [number])  # noqa: S608 (no input)


def counted(key: str) -> int:
    """How often `count` was called with this key."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT value FROM {_table()} WHERE cache_key = %s", [key])  # noqa: S608 (no input)
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def count(key: str, until: datetime) -> None:
    """Count one more, in one statement: Django's own way reads first and writes after, so that two may count as one.

    A key is of one stretch of time, and its count is over at the end of that.
    """
    added = f"CAST(CAST({_table()}.value AS integer) + 1 AS text)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {_table()} (cache_key, value, expires) VALUES (%s, '1', %s) "  # noqa: S608 (no input)
            f"ON CONFLICT (cache_key) DO UPDATE SET value = {added}",
            [key, _moment(until)],
        )


def count_expired(now: datetime) -> int:
    """How many entries are over; Django itself removes them only where somebody asks for them."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {_table()} WHERE {OVER}", [_moment(now)])  # noqa: S608 (no input)
        return int(cursor.fetchone()[0])


def erase_expired(now: datetime) -> int:
    """Remove those; answers how many there were."""
    return _erase(OVER, [_moment(now)])


def erase_named(patterns: Sequence[str]) -> int:
    """Remove the entries whose keys are like one of these, as SQL's LIKE has it; answers how many there were."""
    return _erase(" OR ".join(["cache_key LIKE %s"] * len(patterns)), patterns)


def _erase(condition: str, values: Sequence[Any]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {_table()} WHERE {condition}", values)  # noqa: S608 (ours; values are apart)
        return int(cursor.rowcount)


def _table() -> str:
    return connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))


def _moment(now: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(now)
