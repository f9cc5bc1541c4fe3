"""What in the log somebody should look at: whoever watches it is told, so that it is not written for nothing."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from profiles.models import Event

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
REFUSED = ("sign-in-refused", "factor-refused")


@dataclass(frozen=True)
class Rule:
    """More than `most` different `counted` within `span`, by the same `by`, is an alarm."""

    what: str
    kinds: tuple[str, ...]
    by: str | None  # a column of the log; None: whoever it was
    counted: str
    span: timedelta
    most: int


RULES = [
    Rule("refusals", REFUSED, None, "pk", HOUR, 100),
    Rule("accounts that one address was refused at", REFUSED, "address", "about", DAY, 4),
    Rule("blocked attempts to sign in", ("sign-in-blocked",), "about", "pk", DAY, 0),
    Rule("people that one of the staff looked at", ("looked",), "who", "about", DAY, 50),
    Rule("exports by one person", ("export",), "who", "pk", DAY, 20),
    Rule("changes of rights", ("rights",), "who", "pk", DAY, 0),
]


def alarms(since: datetime) -> Iterator[str]:
    """A line for each rule that was broken after a moment, and by whom or what; what led to it may be older."""
    for rule in RULES:
        for by, most in sorted(_broken(rule, since).items(), key=str):
            whose = f", {rule.by} {by}" if by else ""
            yield f"{most} {rule.what} within {_said(rule.span)}, more than {rule.most}{whose}"


def _broken(rule: Rule, since: datetime) -> dict[Any, int]:
    """Who broke a rule, and how far they went: {"192.0.2.1": 7}."""
    names = {"who": "who__uuid", "about": "about__uuid"}
    columns = ("at", names.get(rule.counted, rule.counted), *([names.get(rule.by, rule.by)] if rule.by else []))
    rows = Event.objects.filter(what__in=rule.kinds, at__gt=since - rule.span).order_by("at").values_list(*columns)
    windows: dict[Any, Window] = defaultdict(lambda: Window(rule.span))
    found: dict[Any, int] = {}
    for at, counted, *by in rows.iterator():
        key = by[0] if by else None
        most = windows[key].add(at, counted)
        if at > since and most > rule.most:
            found[key] = max(most, found.get(key, 0))
    return found


class Window:
    """What was counted within the last while, as a while goes by."""

    def __init__(self, span: timedelta) -> None:
        self.span = span
        self.seen: deque[tuple[datetime, Any]] = deque()
        self.counts: Counter[Any] = Counter()

    def add(self, at: datetime, counted: Any) -> int:
        """One more, later than all before; answers how many different ones there are. None is not one."""
        if counted is not None:
            self.seen.append((at, counted))
            self.counts[counted] += 1
        while self.seen and self.seen[0][0] <= at - self.span:
            self._forget(self.seen.popleft()[1])
        return len(self.counts)

    def _forget(self, counted: Any) -> None:
        self.counts[counted] -= 1
        if not self.counts[counted]:
            del self.counts[counted]


def kinds(since: datetime) -> Iterable[tuple[str, int]]:
    """How many events of each kind there were after a moment, in the order of the kinds' names."""
    return sorted(Counter(Event.objects.filter(at__gt=since).values_list("what", flat=True).iterator()).items())


def _said(span: timedelta) -> str:
    return "an hour" if span == HOUR else "a day"
