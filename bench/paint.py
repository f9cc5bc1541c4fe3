"""`python -m bench.paint [--times N]`: how long the largest part of each main page takes to be painted.

Chromium, its cache cold, from the production server on this machine; in milliseconds from the request on, as the
browser tells it (largest contentful paint), and how far anything moved meanwhile (cumulative layout shift).
"""

import os
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from itertools import chain, product
from pathlib import Path
from shutil import which
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LANGUAGES = ("fr", "en")
PATIENCE = 120  # seconds that the server may take to start
PAINTED = """() => new Promise((done) => {
  let largest = 0, moved = 0;
  const observe = (type, seen) =>
    new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({type, buffered: true});
  observe("largest-contentful-paint", (one) => { largest = Math.max(largest, one.startTime); });
  observe("layout-shift", (one) => { moved += one.value; });
  const settled = () => largest ? setTimeout(() => done([largest, moved]), 100) : requestAnimationFrame(settled);
  settled();
})"""

Paint = tuple[float, float]  # milliseconds, and how far things moved
Cell = tuple[str, str, int]  # page, language, width


def main() -> None:
    """One table, as docs/benchmark.md has it."""
    parser = ArgumentParser(prog="python -m bench.paint", description="How long pages take to be painted.")
    parser.add_argument("--times", type=int, default=5, metavar="N", help="how often each page is opened (5)")
    times = parser.parse_args().times
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "bench.paint_settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright keeps an event loop in this thread
            "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3",
            "BENCH_STATIC": str(folder / "static"),
        }
        prepare()
        with serving() as address:
            table(measure(address, times))


def prepare() -> None:
    """A database with the shipped catalogue, and the files of the pages, compressed."""
    import django  # noqa: PLC0415 (first the settings, then what uses them)

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from assessment.catalogue.file import SHIPPED  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("load_catalogue", str(SHIPPED), publish=True, stdout=StringIO())
    call_command("collectstatic", interactive=False, verbosity=0)


@contextmanager
def serving() -> Iterator[str]:
    """The production server, in processes of its own; answers its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:  # noqa: S603 (our own command)
        try:
            wait_for(f"http://127.0.0.1:{port}/livez")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Wait until the server answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(address):  # noqa: S310 (our own server)
                return
        except URLError:
            time.sleep(0.1)
    sys.exit(f"{address} does not answer")


def measure(address: str, times: int) -> dict[Cell, list[Paint]]:
    """Open each page so often, in both languages, at both widths; a first round warms the server and is not counted."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (asked for only here)

    from tests.browser.conftest import ARGUMENTS, PROGRAMS  # noqa: PLC0415 (after the settings)
    from tests.browser.main_pages import SIZES  # noqa: PLC0415

    program = next(filter(None, map(which, PROGRAMS)))
    found: dict[Cell, list[Paint]] = defaultdict(list)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=program, args=ARGUMENTS) as browser,
    ):
        for language in LANGUAGES:
            state, pages = known(browser, address, language)
            for turn, (name, path), width in product(range(times + 1), pages.items(), SIZES):
                screen = {"storage_state": state, "viewport": {"width": width, "height": 800}}
                paint = painted(browser, address + path, screen)
                found[name, language, width] += [paint] if turn else []
    return found


def known(browser: "Browser", address: str, language: str) -> tuple[Any, dict[str, str]]:
    """What makes a browser that of a person with a draft and two reports, and the addresses of their pages by name."""
    from tests.browser.main_pages import main_pages  # noqa: PLC0415 (after the settings)

    with browser.new_context(base_url=address) as context:
        pages = main_pages(context.new_page(), language)
        return context.storage_state(), pages


def painted(browser: "Browser", address: str, screen: dict[str, Any]) -> Paint:
    """Open a page in a browser of its own, its cache cold."""
    with browser.new_context(**screen) as context:
        page = context.new_page()
        page.goto(address)
        largest, moved = page.evaluate(PAINTED)
        return largest, moved


def table(found: dict[Cell, list[Paint]]) -> None:
    """Print the median and the worst of each page, and the worst shift of all."""
    cells = list(dict.fromkeys((language, width) for _name, language, width in found))
    print_head(cells)
    for name in dict.fromkeys(cell[0] for cell in found):
        times = [said(found[name, *cell]) for cell in cells]
        print(f"| {name} | {' | '.join(times)} |")  # noqa: T201
    last_line(list(chain.from_iterable(found.values())))


def print_head(cells: list[tuple[str, int]]) -> None:
    """Print what the columns are."""
    head = [f"{language}, {width} px" for language, width in cells]
    print(f"| page | {' | '.join(head)} |\n| --- |{' ---: |' * len(cells)}")  # noqa: T201


def last_line(paints: list[Paint]) -> None:
    """Print the worst of all."""
    slowest, moved = (max(part) for part in zip(*paints, strict=True))
    print(f"\n{len(paints)} times opened; the slowest {slowest:.0f} ms, the greatest shift {moved:.4f}")  # noqa: T201


def said(paints: list[Paint]) -> str:
    """The median and the worst, in milliseconds."""
    times = [largest for largest, _moved in paints]
    return f"{median(times):.0f} ({max(times):.0f})"


if __name__ == "__main__":
    main()
