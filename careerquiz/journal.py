"""SQLite's journal holds what was erased until somebody empties it."""

from django.db import connection


def empty_journal() -> None:
    """Take out of SQLite's journal what was erased; at once or not at all, for who reads meanwhile would hold up all.

    Where somebody reads, they do it when they have done, or the next who erases does.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 0")
            try:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {connection.settings_dict['OPTIONS']['timeout'] * 1000}")
