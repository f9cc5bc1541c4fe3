"""Workers are killed while people answer: nothing that was acknowledged is lost, nothing is there twice.

`python -m tests.faults.kills [--kills 200] [--people 8] [--postgresql]`
"""

import argparse
import os
import random
import signal
import sys
import time

from tests.faults.crowd import Crowd, crowd, told_of
from tests.faults.serving import Site, asked, site, told, until


def kill_one(served: Site, people: Crowd) -> int:
    """Kill a worker in the middle of its work; answers how many were killed.

    A server that gives up is started again, as systemd would.
    """
    if served.process.poll() is not None:
        served.start()
    before = people.acknowledged + random.randint(1, 6)
    end = time.monotonic() + 10
    while people.acknowledged < before and time.monotonic() < end and served.process.poll() is None:
        time.sleep(0.01)
    killed = served.pids[:1] if served.process.poll() is None else []  # in turn: the first is the oldest
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    return len(killed)


def kills(served: Site, people: Crowd, count: int) -> None:
    """Kill so many, then let all workers live."""
    killed = 0
    while killed < count:
        killed += kill_one(served, people)
    until(lambda: served.process.poll() is not None or served.listens(), 60)
    if served.process.poll() is not None:
        served.start()


def main() -> int:
    """Do it, and tell the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--people", type=int, default=8)
    with asked(parser) as (options, folder, database), site(folder, database) as served:
        with crowd(served, options.people) as people:
            kills(served, people, options.kills)
        return told("kills", people.wrong(), workers_killed=options.kills, **told_of(people))


if __name__ == "__main__":
    sys.exit(main())
