"""The log of what matters: a row and a line each, whoever did it, and nothing that anybody typed."""

import logging
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from assessment.models import CatalogueVersion
from careerquiz.logs import LineFormatter
from profiles.models import Event, User
from tests.editors import one_of
from tests.people import Element, address, enter, everything_stored, finish, read
from tests.planted import prove

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

LIST = "/admin/profiles/event/"
LINE = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ (INFO|WARNING) careerquiz.events( \[[0-9a-f]{16}\])? [a-z-]+"
    r"( (who|about)=[0-9a-f-]{36})*( subject=[a-z0-9 .-]+)?( from=[0-9a-f:.]+)?"
)
HOSTILE = "x\r\n2026-01-01T00:00:00Z INFO careerquiz.events rights who=root \x1b[31m\u2028"
SHARE = {"name": "Ms Martin", "shows": "levels", "until": (timezone.localdate() + timedelta(days=9)).isoformat()}


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """What the log of events prints."""
    printed: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            printed.append(LineFormatter().format(record))

    handler, logger = Keep(), logging.getLogger("careerquiz.events")
    logger.addHandler(handler)
    yield printed
    logger.removeHandler(handler)


def logged() -> list[tuple[str, str]]:
    return list(Event.objects.order_by("pk").values_list("what", "subject"))


def test_making_and_taking_back_a_link_is_logged_by_the_number_of_the_assessment(
    client: Client, published: CatalogueVersion
) -> None:
    mine = finish(client)
    client.post(address(mine, "shares/"), SHARE)
    share = mine.shares.get()
    for _ in range(2):
        client.post(address(mine, f"shares/{share.uuid}/revoke/"))
    assert logged() == [("share", str(mine.uuid)), ("share-revoked", str(mine.uuid))]
    assert {(event.who, event.address) for event in Event.objects.all()} == {(None, "127.0.0.1")}


def test_who_shows_a_report_of_their_account_is_named(client: Client, published: CatalogueVersion) -> None:
    enter(client, ada := User.objects.create_user("ada@example.org"))
    mine = finish(client)
    Event.objects.all().delete()
    client.post(address(mine, "shares/"), SHARE)
    assert [event.who for event in Event.objects.all()] == [ada]


def test_an_overview_taken_away_by_an_analyst_is_logged_and_a_public_one_is_not(
    client: Client, published: CatalogueVersion, settings: Settings
) -> None:
    analyst = one_of("analysts")
    Event.objects.all().delete()
    analyst.get("/en/overview.csv")
    analyst.head("/en/overview.csv")
    analyst.get("/en/overview/")
    settings.OVERVIEW_PUBLIC = True
    client.get("/en/overview.csv")
    assert logged() == [("export", "overview en")]


def test_erasing_one_assessment_is_logged_without_its_number(client: Client, published: CatalogueVersion) -> None:
    mine = finish(client)
    client.post(address(mine, "delete/"))
    assert logged() == [("erase", "")]


@pytest.mark.parametrize("proxies", [0, 1])
def test_whatever_comes_in_an_event_is_one_line_of_known_shape(
    client: Client, published: CatalogueVersion, settings: Settings, lines: list[str], proxies: int
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    odd = Client(headers={"User-Agent": HOSTILE, "X-Forwarded-For": HOSTILE, "Referer": HOSTILE})
    ada = User.objects.create_user("ada@example.org", "a long sentence", display_name=HOSTILE)
    for login in (HOSTILE, "ada@example.org", f"{HOSTILE}@example.org"):
        odd.post("/en/accounts/login/", {"login": login, "password": HOSTILE})
    mine = finish(odd)
    odd.post(address(mine, "shares/"), SHARE | {"name": HOSTILE[18:40]})
    odd.get(address(mine, "data.json"))
    prove(odd, ada)
    odd.get("/en/accounts/data.json")
    odd.post("/en/accounts/erase/")
    assert {"sign-in-refused", "share", "sign-in", "data", "erase"} <= {word for line in lines for word in line.split()}
    assert [line for line in lines if not LINE.fullmatch(line)] == []


@pytest.mark.parametrize(
    "sent", ["fe80::1%\nrights", "192.0.2.1\nrights", "192.0.2.1, <b>", "%", "::1%" + "x" * 5000, "1" * 5000]
)
def test_an_address_that_is_none_is_not_believed(
    client: Client, published: CatalogueVersion, settings: Settings, lines: list[str], sent: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    mine = finish(client)
    client.get(address(mine, "data.json"), headers={"X-Forwarded-For": sent})
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert Event.objects.get(what="data").address in ("127.0.0.1", "fe80::1", "::1")


# In the administration


@pytest.fixture
def root(client: Client) -> Client:
    enter(client, User.objects.create_superuser("root@example.org"))
    Event.objects.all().delete()
    return client


def shown(client: Client, query: str = "") -> list[str]:
    """The text of each line of the list."""
    page: Element = read(client.get(f"{LIST}{query}"))
    (table,) = page.each("table", id="result_list") or [Element("table", {})]
    return [row.words for row in table.each("tr")[1:]]


def test_the_log_is_read_newest_first_and_names_people_by_their_numbers(root: Client) -> None:
    ada = User.objects.create_user("ada@example.org", display_name="Ada")
    Event.objects.record("sign-in", ada, address="192.0.2.1")
    Event.objects.record("rights", ada, about=ada)
    first, second = shown(root)
    assert (str(ada.uuid) in first, first.count(str(ada.uuid)), "192.0.2.1" in second) == (True, 2, True)
    assert "Ada" not in first + second


def test_it_is_filtered_by_kind_and_day_and_searched_by_address_and_number(root: Client) -> None:
    ada, bob = (User.objects.create_user(f"{name}@example.org") for name in ("ada", "bob"))
    Event.objects.record("sign-in", ada, address="192.0.2.1")
    Event.objects.record("data", bob, address="2001:db8::7", subject="some-number")
    Event.objects.create(what="share", at=timezone.now() - timedelta(days=400))
    queries = {
        "?what__exact=sign-in": 1,
        "?at__year=2001": 0,
        "?q=192.0.2.1": 1,
        "?q=2001:db8": 1,
        f"?q={ada.uuid}": 1,
        "?q=some-number": 1,
        "?q=%00": 3,
        "": 3,
    }
    assert {query: len(shown(root, query)) for query in queries} == queries


def test_nobody_changes_it(root: Client) -> None:
    event = Event.objects.record("sign-in")
    before = everything_stored()
    pages = [f"{LIST}add/", f"{LIST}{event.pk}/delete/"]
    assert [root.post(page, {"post": "yes"}).status_code for page in pages] == [403, 403]
    assert root.post(f"{LIST}{event.pk}/change/", {"what": "data"}).status_code == 403
    assert everything_stored() == before


def test_staff_need_the_right_to_see_it(published: CatalogueVersion) -> None:
    assert one_of("analysts").get(LIST).status_code == 403


def test_many_lines_take_no_more_queries_than_few(root: Client) -> None:
    counts = []
    for number in (1, 20):
        for index in range(number):
            user = User.objects.create_user(f"{number}-{index}@example.org")
            Event.objects.record("rights", user, about=user)
        with CaptureQueriesContext(connection) as found:
            root.get(LIST)
        counts.append(len(found))
    assert counts[0] == counts[1]
