"""People with browsers, who send again what was not answered, and write down what they were told is done."""

import html
import random
import re
import time
from collections import defaultdict
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from itertools import count
from threading import Event, Thread
from urllib.parse import urlencode, urlsplit

from tests.nodes.clusters import HERE

AGAIN = (0, 502, 503)  # a broken connection, or a proxy or a node that says: not now
PAUSE = 0.2  # seconds before sending again
PATIENCE = 120  # seconds until a person gives up
ANSWER_TIMEOUT = 30
MAIN = re.compile(r"<main.*</main>", re.DOTALL)
INPUT = re.compile(r"<input\b[^>]*>")
ATTRIBUTE = re.compile(r'\b([a-z]+)="([^"]*)"')
CHOICES = ("0", "1", "2", "3", "4", "5", "na", "dk")


class WrongError(Exception):
    """Something that no person should see."""


@dataclass(frozen=True, slots=True)
class Request:
    """One thing asked, however often it was sent; times by time.monotonic."""

    what: str
    begun: float
    answered: float
    tries: int


@dataclass
class Told:
    """What people were told is done."""

    answers: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))  # a key an assessment
    finished: set[str] = field(default_factory=set)
    shares: list[tuple[str, str]] = field(default_factory=list)  # the assessment, for whom
    requests: list[Request] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


class Browser:
    """Cookies, forms, and the patience to send the same bytes again. It comes from an address of its own."""

    def __init__(self, port: int, address: str, told: Told) -> None:
        self.port, self.address, self.told = port, address, told
        self.cookies: dict[str, str] = {}
        self.page = ""

    def get(self, path: str) -> None:
        """Open a page."""
        if self._ask("GET", path) != (200, ""):
            raise WrongError(f"GET {path}")

    def post(self, path: str, **fields: str) -> str:
        """Send the form of the page that is open; answers where it leads."""
        sent = dict(hidden(self.page)) | fields
        status, onward = self._ask("POST", path, urlencode(sent))
        if status != 302:
            raise WrongError(f"POST {path} answered {status}")
        return urlsplit(onward).path

    def names(self, kind: str) -> list[str]:
        """The names of the form's fields of a kind, `skill-`, each once."""
        return list(dict.fromkeys(re.findall(rf'name="({kind}[^"]+)"', self.page)))

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        headers = {"Connection": "close", "X-Forwarded-For": self.address, "Accept-Language": "en"}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{HERE}:{self.port}"}
        begun = time.monotonic()
        for tries in count(1):
            status, onward = self._send(method, path, body, headers)
            if status not in AGAIN:
                break
            if time.monotonic() - begun > PATIENCE:
                raise WrongError(f"{method} {path}: gave up after {tries} tries, the last answered {status}")
            time.sleep(PAUSE)
        self.told.requests.append(Request(method, begun, time.monotonic(), tries))
        return status, onward

    def _send(self, method: str, path: str, body: str | None, headers: dict[str, str]) -> tuple[int, str]:
        """The status and where it leads; 0 where no whole answer came."""
        connection = HTTPConnection(HERE, self.port, timeout=ANSWER_TIMEOUT)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read()
        except (OSError, HTTPException):
            return 0, ""
        finally:
            connection.close()
        if response.status not in AGAIN:
            for line in response.headers.get_all("Set-Cookie", []):
                self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
            self.page = content.decode()
        return response.status, response.headers.get("Location", "")


def hidden(page: str) -> list[tuple[str, str]]:
    """The hidden fields of the forms in the main part of a page, by name."""
    main = MAIN.search(page)
    boxes = (dict(ATTRIBUTE.findall(box)) for box in INPUT.findall(main[0] if main else page))
    return [(box["name"], html.unescape(box.get("value", ""))) for box in boxes if box.get("type") == "hidden"]


class Visitor(Thread):
    """One person after another, from the start to a shared report, until told to stop; the last goes to the end."""

    def __init__(self, number: int, port: int, stop: Event) -> None:
        super().__init__(daemon=True)
        self.number, self.port, self.stop = number, port, stop
        self.told = Told()
        self.chance = random.Random(number)

    def run(self) -> None:
        """Go on until the end, or the first thing that no person should see."""
        for journey in count():
            if self.stop.is_set():
                return
            try:
                self.journey(Browser(self.port, f"10.{self.number}.{journey >> 8 & 255}.{journey & 255}", self.told))
            except WrongError as wrong:
                self.told.errors.append(str(wrong))

    def journey(self, browser: Browser) -> None:
        """Start, every page, the review, the report, a link for somebody."""
        browser.get("/en/start/")
        role, grade = self.chance.choice(["devops", "mlops"]), self.chance.choice(["junior", "confirmed", "senior"])
        path = browser.post("/en/start/", role=role, grade=grade)
        assessment = path.split("/")[3]
        self.told.answers[assessment] = {}
        while not path.endswith("/review/"):
            path = self.answer(browser, path, assessment)
        browser.get(path)
        report = browser.post(path)
        self.told.finished.add(assessment)
        browser.get(report)
        self.share(browser, report.replace("/report/", "/shares/"), assessment)

    def answer(self, browser: Browser, path: str, assessment: str) -> str:
        """One page; answers where it leads."""
        browser.get(path)
        answers = {name: self.chance.choice(CHOICES) for name in browser.names("skill-")}
        onward = browser.post(path, **answers, go="next")
        given = {name.removeprefix("skill-"): answer for name, answer in answers.items()}
        self.told.answers[assessment] |= given
        return onward

    def share(self, browser: Browser, path: str, assessment: str) -> None:
        """A link for somebody whose name nobody else has."""
        browser.get(path)
        name = f"Reader {len(self.told.shares)}"
        until = time.strftime("%Y-%m-%d", time.localtime(time.time() + 86_400 * 7))
        browser.get(browser.post(path, name=name, shows="levels", until=until))
        self.told.shares.append((assessment, name))
