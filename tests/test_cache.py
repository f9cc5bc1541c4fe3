"""The entries of the shared cache that are over, and those that name somebody."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from careerquiz.cache import SharedDatabaseCache, count, count_expired, counted, erase_expired, erase_named

pytestmark = pytest.mark.django_db


def kept() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM careerquiz_cache ORDER BY cache_key")
        return [key.removeprefix(":1:") for (key,) in cursor.fetchall()]


def test_an_entry_is_over_at_its_end_and_not_a_second_before() -> None:
    cache.set("a", 1, timeout=1000)
    end = timezone.now().replace(microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE careerquiz_cache SET expires = %s", [connection.ops.adapt_datetimefield_value(end)])
    found = [count_expired(end + timedelta(seconds=late)) for late in (-1, 0, 1)]
    assert found == [0, 1, 1]
    assert (erase_expired(end - timedelta(seconds=1)), kept()) == (0, ["a"])
    assert (erase_expired(end), kept()) == (1, [])


def test_entries_are_erased_by_what_their_keys_are_like() -> None:
    for key in ("one:7", "one:17", "two:7:x"):
        cache.set(key, 1)
    assert (erase_named(["%:7", "%:two:7:%"]), kept()) == (2, ["one:17"])


def test_where_there_is_no_room_left_what_ends_soonest_makes_it() -> None:
    small = SharedDatabaseCache("careerquiz_cache", {"OPTIONS": {"MAX_ENTRIES": 8}})
    for number in range(6):
        small.set(f"attempt-{number}", 1, timeout=3600)  # keys that stand first in their order
    for number in range(4):
        small.set(f"flood-{number}", 1, timeout=600 + number)
    assert kept() == [*(f"attempt-{number}" for number in range(6)), "flood-3"]


def test_what_is_over_makes_room_first() -> None:
    small = SharedDatabaseCache("careerquiz_cache", {"OPTIONS": {"MAX_ENTRIES": 3}})
    for name in ("a", "b", "c", "d"):
        small.set(name, 1, timeout=-1 if name in "ab" else 60)
    small.set("e", 1, timeout=30)
    assert kept() == ["c", "d", "e"]


def test_counting_and_what_is_over() -> None:
    end = timezone.now()
    assert counted("limit:a") == 0
    for _ in range(3):
        count("limit:a", end)
    count("limit:b", end + timedelta(seconds=10))
    assert [counted(f"limit:{name}") for name in "abc"] == [3, 1, 0]
    assert erase_expired(end + timedelta(seconds=1)) == 1
    assert [counted(f"limit:{name}") for name in "ab"] == [0, 1]
