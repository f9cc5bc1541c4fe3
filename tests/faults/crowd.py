"""People who answer over HTTP, again and again until they hear that it is kept; and what they were told."""

import http.client
import random
import re
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import IPv4Address
from typing import Any
from urllib.parse import urlencode

from tests.examples import shipped
from tests.faults.serving import Site

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
PAGES = {skill.code: competency.code for competency, skills in shipped().pages("devops") for skill in skills}


@dataclass
class Answer:
    """What the server answered: the status, where it sends on, the page; and after how many seconds."""

    status: int
    location: str
    page: str
    headers: Mapping[str, str]  # by their names in small letters
    seconds: float

    @property
    def fields(self) -> dict[str, str]:
        """The hidden fields of its form."""
        return dict(HIDDEN.findall(self.page))


@dataclass
class Person:
    """Somebody without an account: a browser's cookies, and the assessment they are at."""

    port: int
    patience: float = 60  # seconds that a request may take
    cookies: dict[str, str] = field(default_factory=dict)
    uuid: str = ""
    address: str = field(default_factory=lambda: str(IPv4Address(random.getrandbits(24) | 10 << 24)))

    def ask(self, path: str, data: Mapping[str, str] | None = None, **headers: str) -> Answer:
        """One request, sent once. Raises OSError or HTTPException where no whole answer came."""
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience)
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()), "Connection": "close"}
        sent["X-Forwarded-For"] = self.address  # each a neighbour of nobody, so that no limit is reached
        if data is not None:
            sent |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://127.0.0.1:{self.port}"}
        try:
            body = None if data is None else urlencode(data)
            connection.request("GET" if data is None else "POST", path, body, {**sent, **headers})
            response = connection.getresponse()
            page = response.read().decode()
        finally:
            connection.close()
        self._keep(response)
        seconds = time.monotonic() - began
        headers = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, headers.get("location", ""), page, headers, seconds)

    def insist(self, path: str, data: Mapping[str, str] | None = None, seconds: float = 120) -> Answer:
        """The same request until it is answered and not by 5xx."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                answer = self.ask(path, data)
            except (OSError, http.client.HTTPException):
                answer = None
            if answer and answer.status < 500:
                return answer
            time.sleep(0.1)
        raise AssertionError(f"{path} was not answered within {seconds} s")

    def begin(self) -> None:
        """Start an assessment, and be at its first page."""
        form = self.insist("/en/start/").fields
        answer = self.insist("/en/start/", {**form, "role": "devops", "grade": "confirmed"})
        assert answer.status == 302, (answer.status, answer.page[:500])
        self.uuid = answer.location.split("/")[3]

    def form(self, skill: str) -> tuple[str, dict[str, str]]:
        """The address and the hidden fields of the page that asks about a skill."""
        path = f"/en/assessments/{self.uuid}/{PAGES[skill]}/"
        return path, self.insist(path).fields

    def finish(self) -> Answer:
        """Close the assessment."""
        path = f"/en/assessments/{self.uuid}/review/"
        return self.insist(path, self.insist(path).fields)

    def _keep(self, response: http.client.HTTPResponse) -> None:
        for cookie in response.headers.get_all("Set-Cookie", []):
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')


@dataclass
class Crowd:
    """People who answer one skill after the other, each once, and finish; and what they were told is kept."""

    site: Site
    kept: dict[str, dict[str, int]] = field(default_factory=dict)
    finished: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def acknowledged(self) -> int:
        """How many answers they were told are kept."""
        return sum(len(answers) for answers in list(self.kept.values()))

    def one(self) -> None:
        """One person, sitting after sitting, until it is over."""
        try:
            while not self.over.is_set():
                self._sitting()
        except Exception as error:  # a thread's errors are told by `lost`
            self.failures.append(f"{type(error).__name__}: {error}")

    def _sitting(self) -> None:
        person = Person(self.site.port)
        person.begin()
        mine = self.kept.setdefault(person.uuid, {})
        for skill in PAGES:
            if self.over.is_set():
                return
            level = random.randint(0, 5)
            path, form = person.form(skill)
            answer = person.insist(path, {**form, f"skill-{skill}": str(level), "go": "next"})
            assert answer.status == 302, (answer.status, answer.page[:500])
            mine[skill] = level
        person.finish()
        self.finished.append(person.uuid)

    def wrong(self) -> list[str]:
        """What is not as it was told: answers lost or changed, results lost or doubled, a database that is damaged."""
        stored = self.site.answers
        lost = [
            (uuid, skill, level)
            for uuid, given in self.kept.items()
            for skill, level in given.items()
            if stored.get(uuid, {}).get(skill) != level
        ]
        ((closed,),) = self.site.rows("SELECT count(*) FROM assessment_assessment WHERE finished IS NOT NULL")
        self.site.manage("rollup")
        counts = self.site.manage("rollup", "--check").strip()
        found = {
            f"{len(lost)} acknowledged answers lost": lost,
            f"{len(self.finished)} results acknowledged, {closed} are there": closed != len(self.finished),
            f"{len(self.kept)} assessments acknowledged, {len(stored)} are there": len(stored) != len(self.kept),
            f"the results are counted otherwise than they are: {counts}": not counts.startswith("equal"),
            "the database is damaged": not self.site.is_sound,
            f"people gave up: {self.failures}": self.failures,
        }
        return [what for what, is_wrong in found.items() if is_wrong]


@contextmanager
def crowd(site: Site, people: int) -> Iterator[Crowd]:
    """So many people answer meanwhile; at the end each has heard of what they sent last."""
    found = Crowd(site)
    threads = [threading.Thread(target=found.one) for _ in range(people)]
    for thread in threads:
        thread.start()
    try:
        yield found
    finally:
        found.over.set()
        for thread in threads:
            thread.join(timeout=180)


def told_of(figures: Crowd) -> dict[str, Any]:
    """The figures of a crowd, for the result of a fault."""
    return {
        "assessments": len(figures.kept),
        "answers_acknowledged": figures.acknowledged,
        "results": len(figures.finished),
        "starts_of_the_server": figures.site.starts,
    }
