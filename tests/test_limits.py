"""How much may come in at once, and how often: what is too much is refused before it costs anything."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from careerquiz import limits
from careerquiz.cache import count, counted
from careerquiz.limits import (
    DATA,
    DEAD_LINKS,
    FILES,
    LINKS,
    MOST_ADDRESS,
    MOST_BODY,
    MOST_HEADERS,
    MOST_UPLOAD,
    RESULTS,
    SECONDS,
    STARTS,
    Limit,
    is_beyond,
    limited,
    misses_limited,
)
from profiles.models import User
from tests.addresses import BODIES, Scene, set_scene
from tests.people import address, begin, everything_stored, filled, finish, read, token_of
from tests.profiles.accounts import Clock, make, sign_in

HERE, THERE = "192.0.2.1", "198.51.100.7"
FEW = Limit("few", from_address=3, by_person=2)
MIDDLE = 1_800_000_000 // SECONDS * SECONDS + SECONDS / 2  # of a stretch of time


@pytest.fixture(autouse=True)
def stand_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no stretch of time end in the middle of a test."""
    set_clock(monkeypatch, MIDDLE)


def set_clock(monkeypatch: pytest.MonkeyPatch, now: float) -> None:
    monkeypatch.setattr(limits, "time", Clock(now).time)


def request_from(where: str = HERE, person: User | None = None, method: str = "GET", **more: Any) -> HttpRequest:
    request = RequestFactory(REMOTE_ADDR=where).generic(method, "/en/", **more)
    request.user = person or AnonymousUser()
    return request


def answer(request: HttpRequest, status: int = 200) -> HttpResponse:
    return HttpResponse(status=status)


def statuses(view: Callable[..., Any], *requests: HttpRequest) -> list[int]:
    return [view(request).status_code for request in requests]


def fill(limit: Limit, where: str = "127.0.0.1", person: User | None = None) -> None:
    """Ask as often as one may, from an address or as a person."""
    request = request_from(where, person)
    most = limit.by_person if person else limit.from_address
    assert [is_beyond(limit, request) for _ in range(most + 1)][-1]


# Counting


def test_what_is_beyond_the_limit_is_refused_and_said_so_for_how_long(db: None) -> None:
    view = limited(FEW)(answer)
    assert statuses(view, *[request_from() for _ in range(5)]) == [200] * 3 + [429] * 2
    assert view(request_from()).headers["Retry-After"] == "300"


def test_only_the_methods_that_cost_something_count(db: None) -> None:
    view = limited(Limit("sent", 1, 1, methods=["POST"]))(answer)
    order = ["GET", "POST", "HEAD", "GET", "POST"]
    assert statuses(view, *[request_from(method=method) for method in order]) == [200, 200, 200, 200, 429]


def test_another_address_and_another_limit_are_not_touched(db: None) -> None:
    fill(FEW, HERE)
    other = Limit("other", 3, 3)
    assert [is_beyond(FEW, request_from(where)) for where in (HERE, THERE)] == [True, False]
    assert not is_beyond(other, request_from(HERE))


def test_who_is_signed_in_is_counted_alone_and_by_a_limit_for_one(db: None) -> None:
    ada, bob = make("ada@example.org"), make("bob@example.org")
    fill(FEW, HERE)
    assert [is_beyond(FEW, request_from(HERE, ada)) for _ in range(3)] == [False, False, True]
    assert [is_beyond(FEW, request_from(where, ada)) for where in (HERE, THERE)] == [True, True]
    assert not is_beyond(FEW, request_from(HERE, bob))


def test_the_neighbours_of_an_ipv6_address_are_one(db: None) -> None:
    found = [is_beyond(FEW, request_from(f"2001:db8:0:1::{number}")) for number in range(1, 5)]
    assert found == [False] * 3 + [True]
    assert not is_beyond(FEW, request_from("2001:db8:0:2::1"))


def test_a_header_that_a_visitor_writes_gives_nobody_another_address(db: None, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    told = [request_from(THERE, headers={"x-forwarded-for": f"10.0.0.{number}, {HERE}"}) for number in range(4)]
    assert [is_beyond(FEW, request) for request in told] == [False] * 3 + [True]
    assert not is_beyond(FEW, request_from(THERE, headers={"x-forwarded-for": f"{HERE}, {THERE}"}))


def test_a_limit_ends_with_its_ten_minutes(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(FEW, HERE)
    set_clock(monkeypatch, MIDDLE + SECONDS / 2 - 1)
    assert limited(FEW)(answer)(request_from()).headers["Retry-After"] == "1"
    set_clock(monkeypatch, MIDDLE + SECONDS / 2)
    assert not is_beyond(FEW, request_from())


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_is_moved_by_a_day_locks_nobody_out(db: None, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    fill(FEW, HERE)
    set_clock(monkeypatch, MIDDLE + days * 24 * 60 * 60)
    assert not is_beyond(FEW, request_from())


def test_within_the_limit_is_one_read_and_one_write_and_beyond_it_one_read(db: None) -> None:
    found = []
    for _ in range(5):
        with CaptureQueriesContext(connection) as queries:
            is_beyond(FEW, request_from())
        found.append([query["sql"].split()[0] for query in queries])
    assert found == [["SELECT", "INSERT"]] * 3 + [["SELECT"]] * 2


def test_a_count_is_kept_under_a_name_that_tells_no_address_and_ends_by_itself(db: None) -> None:
    fill(FEW, HERE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM careerquiz_cache")
        ((key, value),) = cursor.fetchall()
        assert (key.partition(":")[0], len(key), HERE in key, value) == ("limit", 70, False, "3")
        end = connection.ops.adapt_datetimefield_value(datetime.fromtimestamp(MIDDLE + 300, UTC))
        cursor.execute("SELECT count(*) FROM careerquiz_cache WHERE expires = %s", [end])
        assert cursor.fetchone() == (1,)


def test_no_count_is_lost_when_many_count_at_once(separate_connections: None) -> None:
    def one(_number: int) -> None:
        count("together", timezone.now() + timedelta(minutes=1))
        connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(one, range(100)))
    assert counted("together") == 100


def test_a_database_that_cannot_count_refuses_nobody(db: None, settings: Settings) -> None:
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "nowhere"}}
    assert not is_beyond(Limit("none", 0, 0), request_from())


def test_reaching_a_limit_is_told_to_the_operator_once(db: None, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(6):
        is_beyond(FEW, request_from())
    assert caplog.messages == ["The limit of few was reached."]


# Secret links


def test_only_links_that_open_nothing_count_and_what_opens_is_never_refused(db: None) -> None:
    view = misses_limited(FEW)(answer)
    answers = [view(request_from(), status).status_code for status in (404, 200, 404, 302, 404, 404, 200, 404, 302)]
    assert answers == [404, 200, 404, 302, 404, 429, 200, 429, 302]


@pytest.mark.parametrize("path", ["resume/{}/", "shared/{}/", "views/{}/", "views/{}/TECH/", "views/{}/withdraw/"])
def test_guessing_at_links_ends(client: Client, published: CatalogueVersion, path: str) -> None:
    found = [client.get(f"/en/{path.format(f'{number:032}')}").status_code for number in range(102)]
    assert found == [404] * 100 + [429] * 2
    assert client.get("/en/resume/x/", REMOTE_ADDR=HERE).status_code == 404


def test_who_has_a_right_link_is_not_held_up_by_a_neighbour_who_guesses(published: CatalogueVersion) -> None:
    person = Client()
    draft = begin(person)
    fill(DEAD_LINKS)
    response = Client().get(f"/en/resume/{token_of(person)}/")
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, "TECH/"))


# Which addresses


MAKE = {"start", "again", "shares", "views"}
OF_OWNER = {"pdf-file", "xlsx-file", "csv-file", "json-file", "resume-file", "assessment-data"}
EXPORTS = OF_OWNER | {"overview-csv", "data-file", "desk:results-file"}


def refused(scene: Scene, who: str, method: str, names: Iterable[str] = ()) -> set[str]:
    """The addresses, of these or of all, that are asked too often once every count is full."""
    browser, person = scene.browsers[who], scene.people.get(who)
    for limit in (STARTS, LINKS, DEAD_LINKS, FILES, RESULTS, DATA):
        fill(limit, person=person)
    return {name for name in names or scene.paths if ask(browser, scene, name, method) == 429}


def ask(browser: Client, scene: Scene, name: str, method: str) -> int:
    """The status of one address; what it changed is undone."""
    one = Client()
    one.cookies = deepcopy(browser.cookies)
    kind = "application/x-www-form-urlencoded"
    with transaction.atomic():
        status = one.generic(method, scene.paths[name], BODIES.get(name, ""), content_type=kind).status_code
        transaction.set_rollback(True)
    return status


def test_what_is_taken_away_is_limited_and_nothing_else_that_is_read(drafted: CatalogueVersion) -> None:
    scene = set_scene(drafted)
    assert refused(scene, "owner", "GET") == OF_OWNER
    assert refused(scene, "owner", "HEAD", EXPORTS) == OF_OWNER
    assert refused(scene, "analyst", "GET", EXPORTS) == EXPORTS  # of a stranger too, there or not


def test_what_makes_something_is_limited_and_no_other_form(drafted: CatalogueVersion) -> None:
    assert refused(set_scene(drafted), "owner", "POST") == MAKE


def test_a_class_of_thirty_behind_one_address_is_not_held_up(published: CatalogueVersion) -> None:
    for _ in range(30):
        person = Client()
        begin(person)
        draft = begin(person)
    assert STARTS.from_address >= 30 * 5
    assert FILES.from_address >= 30 * 10
    assert person.get(address(draft, "TECH/")).status_code == 200


# What is said, and what is kept


@pytest.mark.parametrize("language", ["fr", "en"])
def test_who_starts_too_often_keeps_what_was_chosen_and_sends_it_again(
    published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    fill(STARTS)
    browser = Client(enforce_csrf_checks=True)
    typed = filled(read(browser.get(f"/{language}/start/?role=mlops"))) | {"role": "mlops", "grade": "senior"}
    response = browser.post(f"/{language}/start/", typed)
    page = read(response)
    assert (response.status_code, response.headers["Retry-After"]) == (429, "300")
    assert page.the("html").attributes["lang"] == language
    assert "no-store" in response.headers["Cache-Control"]
    assert "5" in page.the("p", class_="lead").words.split()
    again = filled(page)
    assert {name: again[name] for name in ("role", "grade")} == {"role": "mlops", "grade": "senior"}
    assert Assessment.objects.count() == 0
    set_clock(monkeypatch, MIDDLE + SECONDS)
    assert browser.post(page.the("form", method="post").attributes["action"], again).status_code == 302
    assert [(made.role, made.grade) for made in Assessment.objects.all()] == [("mlops", "senior")]


def test_a_link_that_could_not_be_made_keeps_its_name(client: Client, published: CatalogueVersion) -> None:
    path = address(finish(client), "shares/")
    fill(LINKS)
    typed = {"name": '"Ms" <Martin>', "shows": "levels", "until": "2027-01-31"}
    again = filled(read(client.post(path, typed)))
    assert {name: again[name] for name in typed} == typed


def test_a_file_asked_too_often_is_a_page_that_holds_no_form(client: Client, published: CatalogueVersion) -> None:
    path = address(finish(client), "report.pdf")
    fill(FILES)
    page = read(client.get(path))
    assert page.each("form") == []
    assert page.the("main").each("a", href="/en/")


def test_too_many_attempts_to_sign_in_say_when_to_come_back_and_keep_no_password(client: Client, db: None) -> None:
    answers = [sign_in(client, password="not the password at all") for _ in range(31)]
    assert answers[-1].status_code == 429
    assert answers[-1].headers["Retry-After"] == "60"
    assert b"not the password" not in answers[-1].content


# How much at once


def told(client: Client, path: str = "/en/start/", method: str = "POST", **more: Any) -> int:
    """The status of a request; of what is refused, neither the database nor the session heard anything."""
    before = everything_stored()
    with CaptureQueriesContext(connection) as queries:
        response = client.generic(method, path, content_type="application/x-www-form-urlencoded", **more)
    if response.status_code in (413, 414, 431):
        assert (len(queries), response.cookies) == (0, {})
        assert read(response).the("html").attributes["lang"] == ("en" if path.startswith("/en/") else "fr")
        assert "no-store" in response.headers["Cache-Control"]
    assert everything_stored() == before
    return response.status_code


@pytest.mark.parametrize(
    ("path", "room"), [("/en/start/", MOST_BODY), ("/admin/login/", MOST_UPLOAD), ("/en/admin/", MOST_BODY)]
)
def test_a_body_is_refused_by_the_size_it_says_and_one_byte_less_is_not(
    client: Client, published: CatalogueVersion, path: str, room: int
) -> None:
    assert told(client, path, headers={"content-length": str(room + 1)}) == 413
    assert told(client, path, headers={"content-length": str(room)}) in (200, 302, 404)


@pytest.mark.parametrize("size", ["", "x", "-1", "1.5", "9" * 5000, "1e9"])
def test_a_size_that_is_no_number_is_none(client: Client, published: CatalogueVersion, size: str) -> None:
    assert told(client, headers={"content-length": size}) in (200, 413)


def test_a_long_address_is_refused(client: Client, published: CatalogueVersion) -> None:
    start = "/en/start/?role="
    assert told(client, f"{start}{'x' * (MOST_ADDRESS - len(start))}", "GET") == 200
    assert told(client, f"{start}{'x' * (MOST_ADDRESS - len(start) + 1)}", "GET") == 414
    assert told(client, f"/{'y' * MOST_ADDRESS}", "GET") == 414


def test_headers_are_refused_when_they_are_too_much_together(client: Client, published: CatalogueVersion) -> None:
    half = "x" * (MOST_HEADERS // 2)
    assert told(client, method="GET", headers={"x-one": half}) == 200
    assert told(client, method="GET", headers={"x-one": half, "x-two": half, "x-three": "x"}) == 431


def test_a_form_of_too_many_fields_or_files_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    path = address(begin(client), "TECH/")
    before = everything_stored()
    fields = client.post(path, {"skill-T1": "3"} | {f"note-{number}": "x" for number in range(1_000)})
    body = b"".join(
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="%d"\r\n\r\nx\r\n' % n for n in range(11)
    )
    files = client.generic("POST", path, body + b"--x--\r\n", content_type="multipart/form-data; boundary=x")
    assert [fields.status_code, files.status_code] == [400, 400]
    assert everything_stored() == before
