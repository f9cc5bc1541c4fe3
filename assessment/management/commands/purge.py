"""Erase what has been kept long enough, and tell those whose account is next."""

from argparse import ArgumentParser
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache as shared
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Max
from django.utils import timezone

from assessment import reminders
from assessment.models import Assessment
from assessment.retention import KINDS
from careerquiz import cache
from careerquiz.journal import empty_journal
from profiles.models import Event

LATE = timedelta(days=31)  # since this last erased: rather than nobody having run it, the clock may be wrong
MARK = "purged"  # in the shared cache: when this last erased
TOO_LATE = (
    "This was last done, or anybody last here, on {last:%Y-%m-%d}, and today is said to be {now:%Y-%m-%d}. If that is "
    "right, give --although-late too; if the clock is wrong, it would erase too early. Nothing was changed."
)

Step = tuple[str, Callable[[datetime], int], Callable[[datetime], int]]  # what, how many there are, do it
STEPS: list[Step] = [
    *((kind.name, kind.count, kind.purge) for kind in KINDS),
    ("entries of the cache that are over", cache.count_expired, cache.erase_expired),
    ("people to tell that their account will be erased in 30 days", reminders.count, reminders.send),
]


class Command(BaseCommand):
    """`manage.py purge [--delete]`."""

    help = "Count what has been kept long enough (docs/data.md); with --delete, erase it and send the mails before it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to do it."""
        parser.add_argument("--delete", action="store_true", help="do it; otherwise it is only counted")
        parser.add_argument(
            "--although-late", action="store_true", help="even if it is over a month since the last time"
        )

    def handle(self, *, delete: bool, although_late: bool, **options: Any) -> None:
        """Say how many of each kind there were, in a line each. A clock that leapt ahead erases nothing."""
        now = timezone.now()
        if delete and not although_late:
            refuse_late(now)
        for name, count, do in STEPS:
            self.stdout.write(f"{do(now) if delete else count(now)} {name}")
        if delete:
            shared.set(MARK, now, timeout=None)
            empty_journal()
        else:
            self.stdout.write("Nothing was changed; --delete erases and tells.")


def refuse_late(now: datetime) -> None:
    """Raise CommandError if it is so long since the last time that the clock may be wrong."""
    last = last_time()
    if last and now - last > LATE:
        raise CommandError(TOO_LATE.format(last=last, now=now))


def last_time() -> datetime | None:
    """When this last erased; on a site where it never has, when somebody last came; None where nobody has.

    Not the later of both: who comes while the clock is wrong leaves a wrong trace.
    """
    answered = Assessment.objects.aggregate(last=Max("changed"))["last"]
    done = Event.objects.aggregate(last=Max("at"))["last"]
    return shared.get(MARK) or max(filter(None, [answered, done]), default=None)
