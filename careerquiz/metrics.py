"""How many requests were answered, how, and how fast: counted by every process, told by any, for Prometheus.

Each process counts in a file of its own, which the others can read. It holds a lock on it as long as it lives, so that
the one that takes its place goes on with its counts: no count ever falls, and there are as many files as processes.
"""

import fcntl
import hashlib
import logging
import mmap
import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import count as numbers
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.crypto import constant_time_compare

logger = logging.getLogger(__name__)

NO_ROUTE = "none"  # a file of the pages, or an address that there is not
METHODS = ("GET", "HEAD", "POST", "other")
STATUSES = ("2xx", "3xx", "4xx", "5xx", "503")  # 503, not now, is apart from our faults
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds
COUNTS = len(METHODS) * len(STATUSES)
WIDTH = COUNTS + len(BOUNDS) + 2  # numbers of a route: requests, durations up to each bound and beyond, microseconds
BYTES = 8  # of a number


class Tally:
    """The numbers of this process: a row a route, kept in a file."""

    def __init__(self, folder: Path, routes: Iterable[str]) -> None:
        self.routes = [NO_ROUTE, *sorted({*routes} - {NO_ROUTE})]
        self.rows = {route: number * WIDTH for number, route in enumerate(self.routes)}
        self.size = len(self.routes) * WIDTH * BYTES
        self.folder = folder
        self.shape = hashlib.sha256(repr((self.routes, METHODS, STATUSES, BOUNDS)).encode()).hexdigest()[:16]
        self.cells = memoryview(self._claimed()).cast("Q")
        self.lock = Lock()

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request. What is unknown, as outsiders may invent it, is counted as "none" and "other"."""
        row = self.rows.get(route, 0)
        answered = METHODS.index(known(method)) * len(STATUSES)
        answered += 4 if status == 503 else status // 100 - 2
        with self.lock:
            self.cells[row + answered] += 1
            self.cells[row + COUNTS + bisect_left(BOUNDS, seconds)] += 1
            self.cells[row + WIDTH - 1] += int(seconds * 1_000_000)

    def total(self) -> list[int]:
        """The numbers of all processes, those that have ended too."""
        parts = [path.read_bytes() for path in sorted(self.folder.glob(f"{self.shape}-*"))]
        kept = [memoryview(part).cast("Q") for part in parts if len(part) == self.size]
        return [sum(column) for column in zip(*kept, strict=True)] if kept else list(self.cells)

    def _claimed(self) -> mmap.mmap:
        """The first file that no process holds. Without room for one this process counts for itself."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for old in self.folder.iterdir():
                if not old.name.startswith(self.shape):
                    old.unlink(missing_ok=True)  # of an earlier version of the site
            return next(filter(None, (self._held(self.folder / f"{self.shape}-{part}") for part in numbers())))
        except OSError as error:
            logger.error("%s: no file for the metrics of this process: %s", self.folder, error.strerror)
            return mmap.mmap(-1, self.size)

    def _held(self, path: Path) -> mmap.mmap | None:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # until this process ends: the file stays open
        except BlockingIOError:
            os.close(file)
            return None
        os.posix_fallocate(file, 0, self.size)  # or a full disk would end the process at some count
        return mmap.mmap(file, self.size)


def count(method: str, route: str, status: int, seconds: float) -> None:
    """Count a request that was answered."""
    tally(settings.VAR_DIR).add(method, route, status, seconds)


def known(method: str) -> str:
    """A method, or "other" for what anybody may have invented."""
    return method if method in METHODS else "other"


@cache
def tally(folder: Path) -> Tally:
    """That of this process, in the folder of the site's data."""
    return Tally(folder / "metrics", _routes(get_resolver()))


def may_read(request: HttpRequest) -> bool:
    """Whether there are metrics and the request brings their token."""
    brought = request.headers.get("Authorization", "").encode(errors="replace")
    wanted = f"Bearer {settings.METRICS_TOKEN}".encode()
    return bool(settings.METRICS_TOKEN) and constant_time_compare(brought, wanted)


def text() -> str:
    """The numbers of all processes of this node, in Prometheus' text format."""
    found = tally(settings.VAR_DIR)
    total = found.total()
    rows = {route: total[row : row + WIDTH] for route, row in found.rows.items() if any(total[row : row + WIDTH])}
    lines = ["# HELP careerquiz_requests_total Requests answered.", "# TYPE careerquiz_requests_total counter"]
    lines += [line for route, row in rows.items() for line in _answers(route, row)]
    lines += ["# HELP careerquiz_request_seconds Time until an answer began."]
    lines += ["# TYPE careerquiz_request_seconds histogram"]
    lines += [line for route, row in rows.items() for line in _durations(route, row)]
    return "\n".join([*lines, ""])


def _answers(route: str, row: list[int]) -> Iterator[str]:
    labels = (f'method="{method}",status="{status}"' for method in METHODS for status in STATUSES)
    for label, number in zip(labels, row, strict=False):
        if number:
            yield f'careerquiz_requests_total{{route="{route}",{label}}} {number}'


def _durations(route: str, row: list[int]) -> Iterator[str]:
    so_far = 0
    for bound, number in zip([*BOUNDS, "+Inf"], row[COUNTS:-1], strict=True):
        so_far += number
        yield f'careerquiz_request_seconds_bucket{{route="{route}",le="{bound}"}} {so_far}'
    yield f'careerquiz_request_seconds_sum{{route="{route}"}} {row[-1] / 1_000_000}'
    yield f'careerquiz_request_seconds_count{{route="{route}"}} {so_far}'


def _routes(resolver: URLResolver, names: tuple[str, ...] = ()) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join([*names, pattern.name or pattern.lookup_str])
        else:
            yield from _routes(pattern, (*names, *filter(None, [pattern.namespace])))
