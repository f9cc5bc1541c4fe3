"""The table of the shared cache: what is over, and what counts the attempts of somebody, taken out of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection

OVER = "expires <= %s"


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
