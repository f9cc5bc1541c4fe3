"""`python -m tests.nodes`: load two nodes, kill one, kill the primary, promote the standby; nothing may be lost."""

import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event

from tests.nodes.clusters import HERE, Cluster, address, programs
from tests.nodes.truth import ASSESSMENTS, LINKS, compare, together
from tests.nodes.visitors import Told, Visitor
from tests.nodes.web import Front, Node
from tests.processes import ROOT, surroundings

UNNOTICED = 3  # seconds from the death of the primary until whoever watches it promotes the standby


class Site:
    """Two clusters, two nodes, one address, in a folder that goes with them."""

    def __init__(self, folder: Path) -> None:
        folder.chmod(0o755)
        self.folder = folder
        self.primary, self.standby = Cluster(folder / "first"), Cluster(folder / "second", hot_standby_feedback="on")
        self.environment = surroundings(
            DATABASE_URL=address(self.primary, self.standby),
            REPLICA_URL=address(self.primary, self.standby, wanted="prefer-standby"),
            VAR_DIR=str(folder / "var"),
            ALLOWED_HOSTS=HERE,
            BEHIND_PROXY="on",
        )
        self.nodes = [Node(name, self.environment, folder) for name in ("one", "two")]
        self.front = Front(self.nodes, self.environment, folder)

    def build(self, assessments: int) -> None:
        """From nothing to a site that answers."""
        self.primary.make()
        self.manage("migrate", "--verbosity", "0")
        self.manage("load_catalogue", "--publish", "--if-none")
        self.manage("sample_data", "--assessments", str(assessments))
        self.manage("rollup")
        self.manage("collectstatic", "--noinput", "--verbosity", "0")
        self.standby.follow(self.primary)
        started = (*self.nodes, self.front)
        for program in started:
            program.start()
        for program in started:
            program.wait_until_ready()

    def manage(self, *arguments: str) -> str:
        """Run one of the site's commands; answers what it says at the end."""
        command = [sys.executable, str(ROOT / "manage.py"), *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{arguments[0]}: {done.stderr}"
        return (done.stdout or done.stderr).strip()

    def end(self) -> None:
        """Leave nothing running."""
        for program in (self.front, *self.nodes):
            program.end()
        for cluster in (self.primary, self.standby):
            cluster.stop()


class Load:
    """The people, and what they met in each part of the run."""

    def __init__(self, site: Site, people: int) -> None:
        self.stop = Event()
        self.visitors = [Visitor(number, site.front.port, self.stop) for number in range(people)]
        self.parts: dict[str, tuple[float, float]] = {}

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """What happens inside has this name in the figures."""
        begun = time.monotonic()
        yield
        self.parts[name] = begun, time.monotonic()

    def end(self) -> Told:
        """Let everybody come to the end of what they do; answers what they were told."""
        self.stop.set()
        for visitor in self.visitors:
            visitor.join(300)
        return together(visitor.told for visitor in self.visitors)


def main() -> int:
    """The whole; 0 if nothing was lost, doubled or seen."""
    parser = ArgumentParser(prog="python -m tests.nodes", description=__doc__)
    parser.add_argument("--seconds", type=int, default=30, metavar="N", help="of load, in each part (30)")
    parser.add_argument("--people", type=int, default=16, metavar="N", help="at a time (16)")
    parser.add_argument("--assessments", type=int, default=20_000, metavar="N", help="that are there before (20000)")
    given = parser.parse_args()
    if programs() is None:
        parser.error("PostgreSQL's server programs are not there (Debian: apt install postgresql)")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that nothing is left running
    with ExitStack() as stack:
        site = Site(Path(stack.enter_context(TemporaryDirectory(ignore_cleanup_errors=True))))
        stack.callback(site.end)
        site.build(given.assessments)
        return report(site, *under_load(site, given.people, given.seconds))


def under_load(site: Site, people: int, seconds: int) -> tuple[Load, Told]:
    """What happens to the site while people use it."""
    load = Load(site, people)
    for visitor in load.visitors:
        visitor.start()
    with load.part("two nodes, primary and standby"):
        time.sleep(seconds)
    with load.part("export from the standby"):
        export(site)
        time.sleep(seconds / 2)
    with load.part("one node killed, and started again"):
        lose_a_node(site, seconds)
    with load.part("primary killed, standby promoted"):
        lose_the_primary(site, seconds)
    with load.part("a new standby joins"):
        heal(site, seconds)
    return load, load.end()


def export(site: Site) -> None:
    """Write all results to a file from the standby, while people write to the primary."""
    before = finished(site.primary)
    said = site.manage(
        *("export_results", "--format", "csv", "--database", "replica"), "--output", str(site.folder / "results.csv")
    )
    exported = int(said.split()[3])
    say(f"export: {said}; finished before it {before}, after it {finished(site.primary)}")
    assert before - 50 <= exported <= finished(site.primary), "the standby is far behind"


def finished(cluster: Cluster) -> int:
    """How many assessments are finished."""
    return int(cluster.ask("SELECT count(*) FROM assessment_assessment WHERE finished IS NOT NULL")[0][0])


def lose_a_node(site: Site, seconds: int) -> None:
    """SIGKILL, some time with the other alone, and back."""
    node = site.nodes[0]
    node.end()
    time.sleep(seconds / 2)
    node.start()
    say(f"node started again: ready after {node.wait_until_ready():.1f} s")
    time.sleep(seconds / 2)


def lose_the_primary(site: Site, seconds: int) -> None:
    """SIGKILL, and after a while the standby takes its place; nobody tells the nodes."""
    site.primary.kill()
    time.sleep(UNNOTICED)
    begun = time.monotonic()
    site.standby.promote()
    promoted = time.monotonic() - begun
    for node in site.nodes:
        node.wait_until_ready()
    say(f"promoted in {promoted:.1f} s, both nodes ready {time.monotonic() - begun:.1f} s after it was begun")
    time.sleep(seconds)


def heal(site: Site, seconds: int) -> None:
    """Where the old primary was comes a new standby, so that all is as it was, the other way round."""
    site.primary, site.standby = site.standby, site.primary
    site.standby.clear()
    site.standby.follow(site.primary)
    time.sleep(seconds)
    (state,) = site.primary.ask("SELECT sync_state FROM pg_stat_replication")[0]
    assert state == "sync", state


def report(site: Site, load: Load, told: Told) -> int:
    """Tell the figures; 0 if nothing was lost, doubled or seen."""
    for name, (begun, ended) in load.parts.items():
        asked = [request for request in told.requests if begun <= request.answered < ended]
        again = [request for request in asked if request.tries > 1]
        waits = sorted(request.answered - request.begun for request in asked)
        outage = max((request.answered - request.begun for request in again), default=0)
        sent_again = sum(request.tries - 1 for request in again)
        say(
            f"{name}: {ended - begun:.0f} s, {len(asked) / (ended - begun):.0f} requests a second, "
            f"median {median(waits) * 1000:.0f} ms, slowest {waits[-1]:.2f} s; "
            f"sent again {sent_again}, longest outage {outage:.2f} s"
        )
    made, answers = len(told.answers), sum(map(len, told.answers.values()))
    say(f"told as done: {made} assessments, {answers} answers, {len(told.finished)} finished, {len(told.shares)} links")
    found = compare(told, site.primary.ask(ASSESSMENTS), site.primary.ask(LINKS))
    for what, number in found.items():
        say(f"{what}: {number}")
    for error in told.errors[:10]:
        say(f"error: {error}")
    site.manage("rollup")
    say(site.manage("rollup", "--check"))
    return int(any(found.values()))


def say(line: str) -> None:
    """A line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
