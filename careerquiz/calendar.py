"""Months, as people count them."""

from calendar import monthrange
from datetime import UTC, datetime


def months_before(moment: datetime, months: int) -> datetime:
    """The same time of day so many calendar months earlier, in UTC; the last day of a month that is too short."""
    moment = moment.astimezone(UTC)
    years, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    day = min(moment.day, monthrange(years, month + 1)[1])
    return moment.replace(year=years, month=month + 1, day=day)
