"""`python -m bench.journey [--times N]`: the processor time of a whole journey, from the start to the report.

The production server answers over the loopback. Beside each request of the journey stands a bare Django view that
answers the very same bytes through the same middleware, and beside each submit one that inserts a row and commits; both
are asked in turns. The time is that of the server's processes, user and system, as the kernel counts it, so that what
else the machine does falls on both alike.

The whole journey stands beside three bare requests, the least that any survey needs: a form with all its questions, one
submit, the result.
"""

import gzip
import os
import re
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep
from urllib.parse import urlencode, urlsplit

from bench.paint import prepare, serving

ASKED = {"TECH": ("T", 8), "PM": ("G", 5), "COM": ("C", 6), "PRO": ("P", 5)}  # the skills of a page, T1 to T8
VISITORS = 24  # of a turn
COMPRESSED = {"Accept-Encoding": "gzip, deflate, br"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
visitors = count(1)


@dataclass
class Visitor:
    """A browser with a connection and an address of its own, which takes what is compressed and keeps cookies."""

    address: str
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        place = urlsplit(self.address)
        self.line = HTTPConnection(place.hostname or "", place.port, timeout=60)
        number = next(visitors)
        self.known_as = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"

    def ask(
        self, method: str, path: str, sent: dict[str, str] | None = None, *, plain: bool = False
    ) -> tuple[str, bytes]:
        """Where the answer leads, and its bytes as they came; AssertionError unless it is a page or leads on."""
        headers = self.headers() | ({} if plain else COMPRESSED) | (FORM if sent else {})
        self.line.request(method, path, urlencode(sent or {}), headers)
        answer = self.line.getresponse()
        body = answer.read()
        assert answer.status in (200, 302), (answer.status, path)  # noqa: S101
        self.keep(answer.headers.get_all("Set-Cookie") or [])
        return answer.headers.get("Location", ""), body

    def headers(self) -> dict[str, str]:
        """Who asks."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Cookie": cookies, "X-Forwarded-For": self.known_as, "Accept": "text/html"}

    def keep(self, cookies: list[str]) -> None:
        """Keep what an answer sets."""
        for cookie in cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value


@dataclass
class Journey(Visitor):
    """One person's way through the site; each step is one request."""

    draft: str = ""
    token: str = ""
    last: bytes = b""

    def read(self, path: str) -> None:
        """Open a page, and know its form."""
        self.last = self.ask("GET", path)[1]

    def write(self, path: str, sent: dict[str, str]) -> str:
        """Send a form; answers where it leads."""
        return self.ask("POST", path, sent | {"csrfmiddlewaretoken": self.token})[0]

    def meet(self) -> None:
        """The form before the first question: not counted among the requests, since each survey has a door."""
        self.token = TOKEN.findall(self.ask("GET", "/en/start/", plain=True)[1])[-1].decode()

    def begin(self) -> None:
        """Start."""
        self.draft = self.write("/en/start/", TARGET).rsplit("/", 2)[0]

    def answer(self, code: str) -> None:
        """Send a page of answers."""
        self.write(f"{self.draft}/{code}/", answers(code))

    def finish(self) -> None:
        """Close the assessment."""
        self.write(f"{self.draft}/review/", {})


Step = Callable[[Journey], object]
Found = dict[str, tuple[float, float]]  # seconds of a request of ours, and of its limit
TARGET = {"role": "devops", "grade": "confirmed"}


def answers(code: str) -> dict[str, str]:
    """What is sent of one page."""
    letter, number = ASKED[code]
    return {f"skill-{letter}{one}": str(one % 6) for one in range(1, number + 1)} | {"go": "next"}


def reading(page: str) -> Step:
    """Open a page of one's own assessment."""
    return lambda visitor: visitor.read(f"{visitor.draft}/{page}/")


def answering(code: str) -> Step:
    """Send a page of answers."""
    return lambda visitor: visitor.answer(code)


def steps() -> Iterator[tuple[str, Step, dict[str, str] | None]]:
    """The journey: each request by its name, and what it sends, if it is a submit."""
    yield "start", Journey.begin, TARGET
    for code in ASKED:
        yield f"page {code}", reading(code), None
        yield f"submit {code}", answering(code), answers(code)
    yield "review", reading("review"), None
    yield "finish", Journey.finish, {}
    yield "report", reading("report"), None


@dataclass
class Bench:
    """The server, the folder that its bare views read, and how many ask at a time."""

    address: str
    kept: Path
    connections: int

    def together(self, visitors: list[Journey], step: Step) -> float:
        """Let each visitor take a step; seconds of the server's processors a request."""
        before = processor_seconds()
        with ThreadPoolExecutor(self.connections) as pool:
            list(pool.map(step, visitors))
        sleep(0.02)  # what the server still does after its answer is its own
        return (processor_seconds() - before) / len(visitors)

    def turn(self) -> tuple[Found, float]:
        """All steps by so many visitors, each followed by as many requests to its limit; then the three requests."""
        people = [Journey(self.address) for _ in range(VISITORS)]
        for person in people:
            person.meet()
        return {name: self.step(people, name, step, sent) for name, step, sent in steps()}, self.three(people)

    def three(self, people: list[Journey]) -> float:
        """The least of any survey: a form with all its questions, one submit of them all, the result."""
        form = b"".join(self.kept.joinpath(f"page-{code}").read_bytes() for code in ASKED)
        self.kept.joinpath("form").write_bytes(form)
        everything = {name: value for code in ASKED for name, value in answers(code).items()}
        bare = [reading_kept("form"), insert(everything), reading_kept("report")]
        return sum(self.together(people, step) for step in bare)

    def step(self, people: list[Journey], name: str, step: Step, sent: dict[str, str] | None) -> tuple[float, float]:
        """One step and its limit."""
        ours = self.together(people, step)
        bare = insert(sent) if sent is not None else self.same_bytes(people[0], name)
        return ours, self.together(people, bare)

    def same_bytes(self, visitor: Journey, name: str) -> Step:
        """To be answered the bytes of the page that this visitor has just read."""
        page, name = gzip.decompress(visitor.last), name.replace(" ", "-")
        self.kept.joinpath(name).write_bytes(page)
        return reading_kept(name)


def reading_kept(name: str) -> Step:
    """To be answered the bytes that are kept under this name."""
    return lambda one: one.read(f"/bare/kept/{name}/")


def insert(sent: dict[str, str]) -> Step:
    """One insert with its commit, by a form of the same fields."""
    return lambda one: one.write("/bare/insert/", sent | {"sent": "x" * 400})


def processor_seconds() -> float:
    """What the processes that this one has started have used of the processors up to now."""
    return sum(_of_one(pid) for pid in _descendants(os.getpid()))


def _descendants(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from _descendants(int(child))


def _of_one(pid: int) -> float:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def measured(bench: Bench, times: int) -> tuple[Found, float]:
    """The medians of so many turns, after one that is not counted."""
    turns = [bench.turn() for _ in range(times + 1)][1:]
    steps_of = [found for found, _three in turns]
    found = {name: medians([one[name] for one in steps_of]) for name in steps_of[0]}
    return found, median(three for _found, three in turns)


def medians(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    """Of the first of each pair, and of the second."""
    ours, limits = zip(*pairs, strict=True)
    return median(ours), median(limits)


def print_table(found: Found, three: float, connections: int) -> None:
    """One line a request, then the whole: beside as many bare requests, and beside the three."""
    print(f"\n| {connections} at a time | ours, ms | limit, ms | ratio |\n| --- | ---: | ---: | ---: |")  # noqa: T201
    for name, (ours, limit) in found.items():
        row(name, ours, limit)
    whole, bare = (sum(one[at] for one in found.values()) for at in (0, 1))
    row(f"the journey, {len(found)} requests", whole, bare)
    row("the journey beside three requests", whole, three)
    row(f"{len(found)} bare requests beside three", bare, three)


def row(name: str, ours: float, limit: float) -> None:
    """One line of the table."""
    print(f"| {name} | {ours * 1e3:.2f} | {limit * 1e3:.2f} | {ours / limit:.2f} |")  # noqa: T201


def table_of_the_limit() -> None:
    """What a bare submit inserts into."""
    from bench.pages import prepare as make  # noqa: PLC0415 (after the settings)

    make()


def main() -> None:
    """One table at one connection, one at sixteen."""
    parser = ArgumentParser(prog="python -m bench.journey", description="The whole journey beside its limit.")
    parser.add_argument("--times", type=int, default=10, metavar="N", help="turns of 24 visitors each (10)")
    times = parser.parse_args().times
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "bench.journey_settings",
            "BENCH_STATIC": str(folder / "static"),
            "BENCH_KEPT": name,
        }
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
        prepare()
        table_of_the_limit()
        with serving() as address:
            for connections in (1, 16):
                print_table(*measured(Bench(address, folder, connections), times), connections)


if __name__ == "__main__":
    main()
