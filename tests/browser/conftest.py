"""A real browser on a live server, and an eye on everything that goes wrong in it."""

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright
from pytest_django.live_server_helper import LiveServer

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 10_000  # milliseconds
STORAGES = {"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
CANCELLED = "net::ERR_ABORTED"  # by the browser itself, as when a person goes on before a page is complete

Come = Callable[..., Page]
Application = Callable[[dict[str, Any], Any], Iterable[Any]]


@pytest.fixture(scope="package")
def program() -> str:
    """The path of this machine's Chromium. Without one the tests are skipped, unless REQUIRE_BROWSER=1 asks for it."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if found is None:
        missing = f"no browser on this machine: none of {', '.join(PROGRAMS)} is installed"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(f"{missing}, and REQUIRE_BROWSER=1 asks for one")
        pytest.skip(missing)
    return found


@pytest.fixture(scope="package", autouse=True)
def _database_beside_the_browser() -> Iterator[None]:
    """Playwright keeps an event loop in the thread of the tests, where Django would refuse to use the database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


def one_at_a_time(application: Application) -> Application:
    """The same application, answering one request after another."""
    turn = threading.Lock()

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[Any]:
        with turn:
            return application(environ, start_response)

    return answer


@contextmanager
def serving(handler: Callable[..., Application]) -> Iterator[LiveServer]:
    """pytest-django's live server. With a database in memory, one connection for all threads, requests take turns."""
    server = LiveServer("localhost", start=False)
    in_memory = bool(server.thread.connections_override)
    server.thread.static_handler = lambda application: (
        one_at_a_time(handler(application)) if in_memory else handler(application)
    )  # type: ignore[assignment]
    server.start()
    server.thread.httpd.daemon_threads = False  # so that stopping waits for the last answer
    yield server
    server.stop()


@pytest.fixture(scope="package")
def live_server(program: str, django_db_setup: None) -> Iterator[LiveServer]:
    """The site, with its files as they stand in the tree."""
    with serving(StaticFilesHandler) as server:
        yield server


@pytest.fixture(scope="package")
def browser(program: str, live_server: LiveServer) -> Iterator[Browser]:
    """One browser for all tests. It ends with them and its event loop with it, before the server that it talks to."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield opened
        opened.close()


@dataclass
class Watch:
    """What went wrong in a browser: errors in its console (a breach of the security policy is one), errors of scripts,
    answers of 400 and above, requests that failed or left the site."""

    host: str
    seen: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> None:
        """Watch everything in a browser context."""
        context.on("console", self.told)
        context.on("weberror", lambda error: self.seen.append(f"script: {error.error}"))
        context.on("response", self.answered)
        context.on("request", lambda request: self.note(not self.at_home(request.url), f"left the site: {request.url}"))
        context.on("requestfailed", self.failed)

    def note(self, wrong: bool, what: str) -> None:
        """Keep what is wrong."""
        if wrong:
            self.seen.append(what)

    def told(self, message: ConsoleMessage) -> None:
        """Keep what the console complains of."""
        self.note(message.type in ("error", "warning"), f"console: {message.text} {message.location['url']}")

    def failed(self, request: Request) -> None:
        """Keep a request that got no answer."""
        self.note(request.failure != CANCELLED, f"failed: {request.url} {request.failure}")

    def answered(self, response: Response) -> None:
        """Keep an answer that is an error."""
        self.note(response.status >= 400, f"status of {response.status} {response.url}")

    def at_home(self, url: str) -> bool:
        """Whether an address is the live server's, or within the browser."""
        parts = urlsplit(url)
        return parts.netloc == self.host or parts.scheme in ("data", "blob", "about")

    def expect(self, *patterns: str) -> None:
        """A test brings about what one of these regular expressions finds."""
        self.expected += patterns

    def expect_status(self, status: int, address: str = "") -> None:
        """A test brings about this status, under addresses that hold this regular expression."""
        self.expect(rf"status of {status} .*//.*{address}")

    @property
    def wrong(self) -> list[str]:
        """What nobody expected."""
        return [what for what in self.seen if not any(re.search(pattern, what) for pattern in self.expected)]


@pytest.fixture
def watch(live_server: LiveServer) -> Watch:
    """The eye on the browsers of a test."""
    return Watch(urlsplit(live_server.url).netloc)


@pytest.fixture
def come(browser: Browser, live_server: LiveServer, watch: Watch) -> Iterator[Come]:
    """Opens a browser of its own for a person, as Playwright's options say; nothing may go wrong in it."""
    contexts: list[BrowserContext] = []

    def open_browser(*, javascript: bool = True, **options: Any) -> Page:
        context = browser.new_context(**{"base_url": live_server.url, "java_script_enabled": javascript, **options})
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        contexts.append(context)
        return context.new_page()

    yield open_browser
    for context in contexts:
        context.close()
    assert watch.wrong == []


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the files of the pages, under hashed names and compressed."""
    folder = tmp_path_factory.mktemp("static")
    with override_settings(STORAGES=STORAGES, STATIC_ROOT=folder):
        call_command("collectstatic", interactive=False, ignore_patterns=["admin"], verbosity=0)
    return folder


@pytest.fixture
def production(program: str, transactional_db: None, watch: Watch, gathered: Path) -> Iterator[LiveServer]:
    """The site as a production server hands it out: its files come from WhiteNoise and nowhere else."""
    files = {"STORAGES": STORAGES, "STATIC_ROOT": gathered, "WHITENOISE_AUTOREFRESH": False}
    with (
        override_settings(**files, WHITENOISE_USE_FINDERS=False),
        serving(lambda _application: WSGIHandler()) as server,
    ):
        watch.host = urlsplit(server.url).netloc
        yield server


@pytest.fixture
def visit(production: LiveServer, come: Come) -> Come:
    """Opens a browser of its own, its cache cold, on the production server; it is closed before the server is."""
    return partial(come, base_url=production.url)
