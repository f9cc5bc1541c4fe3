"""Time of an operation beside that of its limit, taken in turns so that both meet the same machine."""

import os
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

TIMES = int(os.environ.get("BENCH_TIMES", "30"))
HEAD = f"{'operation':44} {'ours':>10} {'limit':>10} {'ratio':>7}   the limit"


def seconds(operation: Callable[[], Any]) -> float:
    """How long one run takes."""
    start = perf_counter()
    operation()
    return perf_counter() - start


def beside(name: str, ours: Callable[[], Any], limit: Callable[[], Any], what: str) -> None:
    """Print the medians of both over TIMES runs in turns, after one of each that is not counted."""
    ours()
    limit()
    runs = [(seconds(ours), seconds(limit)) for _ in range(TIMES)]
    line(name, median(run[0] for run in runs), median(run[1] for run in runs), what)


def line(name: str, ours: float, limit: float, what: str) -> None:
    """Print one line of the table; times in seconds."""
    print(f"{name:44} {said(ours):>10} {said(limit):>10} {ours / limit:7.2f}   {what}", flush=True)  # noqa: T201


def said(time: float) -> str:
    """A time as a person reads it."""
    return f"{time:.2f} s" if time >= 1 else f"{time * 1000:.2f} ms"
