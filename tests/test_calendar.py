from datetime import UTC, datetime, timedelta, timezone

import pytest

from careerquiz.calendar import months_before


@pytest.mark.parametrize(
    ("moment", "months", "wanted"),
    [
        ("2026-03-31T12:30:15", 1, "2026-02-28T12:30:15"),
        ("2024-03-31T12:30:15", 1, "2024-02-29T12:30:15"),
        ("2026-12-31T00:00:00", 1, "2026-11-30T00:00:00"),
        ("2026-01-15T00:00:00", 1, "2025-12-15T00:00:00"),
        ("2026-12-15T00:00:00", 12, "2025-12-15T00:00:00"),
        ("2026-11-23T10:00:00", 24, "2024-11-23T10:00:00"),
        ("2028-02-29T10:00:00", 24, "2026-02-28T10:00:00"),
        ("2026-05-31T10:00:00", 6, "2025-11-30T10:00:00"),
        ("2026-05-31T10:00:00", 120, "2016-05-31T10:00:00"),
    ],
)
def test_a_month_is_one_of_the_calendar(moment: str, months: int, wanted: str) -> None:
    then = months_before(datetime.fromisoformat(moment).replace(tzinfo=UTC), months)
    assert then == datetime.fromisoformat(wanted).replace(tzinfo=UTC)


def test_months_are_counted_in_utc() -> None:
    east = datetime(2026, 4, 1, 1, tzinfo=timezone(timedelta(hours=2)))  # still March where days are counted
    assert months_before(east, 1) == datetime(2026, 2, 28, 23, tzinfo=UTC)
