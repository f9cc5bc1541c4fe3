"""The number of a request, and what is said of it when it has been answered."""

import logging
import re
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from careerquiz.logs import LineFormatter
from tests.people import finish

NUMBER = re.compile(r"[0-9a-f]{16}")
PROXYS = ["4bf92f3577b34da6a3ce929d0e0e4736", "01234567-89ab-4cde-8f01-23456789abcd", "A" * 64, "a" * 8]
NOBODYS = ["", "a" * 7, "a" * 65, "a b c d e f", "aaaaaaaa\n", "<b>aaaaaaaa", "ééééééééé", "aaaaaaaa/../", "٣" * 9]


def broken(request: HttpRequest) -> HttpResponse:
    logging.getLogger("careerquiz.test").warning("about to fail")
    raise RuntimeError("broken")


urlpatterns = [path("broken", broken)]
handler500 = "careerquiz.outage.server_error"


class Lines(logging.Handler):
    """The lines of the log as they are written."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(LineFormatter().format(record).partition(" ")[2])


@pytest.fixture
def lines() -> Iterator[list[str]]:
    handler = Lines()
    logging.getLogger().addHandler(handler)
    yield handler.lines
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize("address", ["/en/", "/livez", "/nothing", "/static/icon.svg", "/"])
def test_every_answer_has_a_number_of_its_own(client: Client, db: None, address: str) -> None:
    found = []
    for _ in range(2):
        response = client.get(address)
        found.append(response.headers["X-Request-ID"])
        b"".join(response)  # read to its end, so that a file is closed
    assert all(map(NUMBER.fullmatch, found))
    assert len({*found}) == 2


@pytest.mark.parametrize("given", PROXYS)
def test_that_of_a_proxy_of_ours_is_kept(db: None, settings: Settings, given: str) -> None:
    settings.BEHIND_PROXY = True
    assert Client().get("/livez", headers={"X-Request-ID": given}).headers["X-Request-ID"] == given
    settings.BEHIND_PROXY = False
    assert NUMBER.fullmatch(Client().get("/livez", headers={"X-Request-ID": given}).headers["X-Request-ID"])


@pytest.mark.parametrize("given", NOBODYS)
def test_what_is_no_number_is_not(db: None, settings: Settings, given: str) -> None:
    settings.BEHIND_PROXY = True
    assert NUMBER.fullmatch(Client().get("/livez", headers={"X-Request-ID": given}).headers["X-Request-ID"])


def test_each_line_written_meanwhile_carries_it_and_none_after(client: Client, db: None, lines: list[str]) -> None:
    first, second = (client.get(address).headers["X-Request-ID"] for address in ("/nothing", "/nowhere"))
    logging.getLogger("careerquiz.test").warning("afterwards")
    assert lines == [
        f"WARNING django.request [{first}] Not Found: /nothing",
        f"WARNING django.request [{second}] Not Found: /nowhere",
        "WARNING careerquiz.test afterwards",
    ]


@pytest.mark.urls("tests.test_requests")
def test_the_page_of_a_fault_asks_to_quote_it(db: None, lines: list[str], settings: Settings) -> None:
    settings.MIDDLEWARE = settings.MIDDLEWARE[:2]
    response = Client(raise_request_exception=False).get("/broken")
    found = response.headers["X-Request-ID"]
    assert response.status_code == 500
    assert f"<strong>{found}</strong></p>\n</main>" in response.content.decode()
    assert [line.partition("]")[0] for line in lines] == [
        f"WARNING careerquiz.test [{found}",
        f"ERROR django.request [{found}",
    ]


# What was answered


def access(settings: Settings, *, on: bool) -> Client:
    settings.ACCESS_LOG = on
    return Client()


def test_nothing_is_said_of_what_was_answered_unless_asked_for(db: None, settings: Settings, lines: list[str]) -> None:
    access(settings, on=False).get("/livez")
    assert lines == []


def test_a_line_a_request_names_the_page_and_neither_its_address_nor_who(
    published: object, settings: Settings, lines: list[str]
) -> None:
    client = access(settings, on=True)
    told = finish(client)
    lines.clear()
    client.get(f"/en/assessments/{told.uuid}/report/?role=mlops&secret=1")
    client.generic("BREW", "/nothing?secret")
    (report, nothing, _) = lines
    assert re.fullmatch(r"INFO careerquiz\.access \[[0-9a-f]{16}\] GET report 200 [0-9.]+ ms", report)
    assert re.fullmatch(r"INFO careerquiz\.access \[[0-9a-f]{16}\] other none 404 [0-9.]+ ms", nothing)
