import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponseBase
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker, Settings

from assessment.models import CatalogueVersion
from careerquiz import health
from tests.people import address, begin, build_and_publish, edited_document, enter, every_page, finish, read

POSTGRESQL = "django.db.backends.postgresql"


@pytest.fixture
def _free(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database other than the one of the tests may be asked."""
    with django_db_blocker.unblock():
        yield


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
def test_a_site_that_is_well_says_ok_and_is_asked_each_time(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    kind = response.headers["Content-Type"]
    assert (response.status_code, response.content, kind) == (200, b"ok\n", "text/plain; charset=utf-8")
    assert "no-store" in response.headers["Cache-Control"]


def test_being_alive_needs_no_database(client: Client) -> None:
    assert client.get("/livez").status_code == 200


def test_nor_does_a_visitor_s_session(client: Client, db: None) -> None:
    client.cookies["session"] = "a" * 32
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/livez").status_code == client.get("/readyz").status_code == 200
    assert queries.captured_queries == []  # who is ready is asked by a connection of its own


@pytest.mark.parametrize("path", ["/livez", "/readyz"])
@pytest.mark.parametrize("host", ["10.1.2.3:8000", "node-1", "evil.example", "a/b", ""])
def test_health_is_told_by_whatever_name_it_is_asked(client: Client, db: None, path: str, host: str) -> None:
    response = client.get(path, headers={"host": host})
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "evil" not in str(response.headers)
    assert client.get(f"{path}/", headers={"host": "evil.example"}).status_code == 400


def test_health_is_told_without_https_too(db: None, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert [Client().get(path).status_code for path in ("/livez", "/readyz", "/robots.txt")] == [200, 200, 301]


def why_not(client: Client, caplog: pytest.LogCaptureFixture) -> str:
    """What the log says of a site that says of itself only that it is not ready."""
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready\n")
    (said,) = [record.getMessage() for record in caplog.records if record.name == "careerquiz.health"]
    return said.removeprefix("not ready: ")


@pytest.mark.django_db(transaction=True)
def test_a_database_that_is_not_migrated_is_not_ready(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    newest = sorted(health.wanted())[-1]
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied(*newest)
    try:
        assert why_not(client, caplog) == "the database is not migrated"
    finally:
        recorder.record_applied(*newest)
    assert client.get("/readyz").status_code == 200


def test_one_that_is_newer_than_the_code_is_ready() -> None:
    """As while an upgrade goes from node to node."""
    assert health.wanted() - {*health.wanted(), ("assessment", "9999_newer")} == set()


@pytest.fixture
def _lost() -> Iterator[None]:
    """The database is on a machine that does not listen."""
    before = connections.settings["default"]
    connections.settings["default"] = before | {"ENGINE": POSTGRESQL, "HOST": "127.0.0.1", "PORT": "1", "OPTIONS": {}}
    yield
    connections.settings["default"] = before


@pytest.mark.usefixtures("_free", "_lost")
def test_a_database_that_is_gone_is_not_ready(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    assert why_not(client, caplog).startswith("OperationalError: ")


def test_an_answer_that_does_not_come_is_none_and_is_waited_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PATIENCE", 0.01)
    may_answer, asked = Event(), []

    def answer() -> str:
        asked.append(1)
        return "" if may_answer.wait(60) else "late"

    look = health.Look(answer)
    assert {look.why_not() for _ in range(5)} == {"no answer within 0.01 seconds"}
    assert asked == [1]  # four more waited for the same
    may_answer.set()
    monkeypatch.setattr(health, "PATIENCE", 60)
    assert (look.why_not(), look.why_not()) == ("", "")


@pytest.mark.skipif("sqlite" not in connection.vendor, reason="of SQLite's file")
@pytest.mark.usefixtures("separate_connections")
def test_a_file_that_is_gone_or_has_no_room_is_not_ready(
    client: Client, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.get("/readyz").status_code == 200
    monkeypatch.setattr(health, "LEAST_FREE", 1 << 62)
    assert why_not(client, caplog).endswith(" bytes are free on the database's disk")
    caplog.clear()
    file = Path(connection.settings_dict["NAME"])
    file.rename(f"{file}.away")
    assert why_not(client, caplog) == "the database's file is not there or cannot be written"
    Path(f"{file}.away").rename(file)


@pytest.mark.skipif("sqlite" not in connection.vendor, reason="of SQLite's file")
@pytest.mark.usefixtures("separate_connections")
def test_a_file_that_somebody_writes_is_ready(client: Client) -> None:
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert client.get("/readyz").status_code == 200


@pytest.mark.parametrize("path", ["/livez", "/readyz", "/favicon.ico", "/robots.txt"])
def test_a_head_is_answered_like_a_get_without_its_body(client: Client, db: None, path: str) -> None:
    got, headed = client.get(path), client.head(path)
    assert (headed.status_code, headed.content) == (got.status_code, b"")


def test_the_icon_is_where_browsers_look_for_it(client: Client, db: None) -> None:
    response = client.get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/icon.svg")
    icon = client.get("/static/icon.svg")
    assert (icon.status_code, icon.headers["Content-Type"]) == (200, "image/svg+xml; charset=utf-8")
    assert b"".join(icon).startswith(b"<svg")  # read to its end, so that it is closed


def test_robots_are_kept_from_what_is_about_a_person(client: Client, db: None) -> None:
    response = client.get("/robots.txt")
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert {"Disallow: /*/assessments/", "Disallow: /*/resume/", "Disallow: /admin/"} <= set(lines)


# Headers

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


def policy(response: HttpResponseBase) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, _, sources in parts}


GUARDS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
}


def assert_guarded(response: HttpResponseBase) -> None:
    """What every answer carries; "frame-ancestors" is what keeps it out of frames."""
    assert policy(response) == POLICY
    assert {name: response.headers[name] for name in GUARDS} == GUARDS


def test_the_policy_allows_nothing_unsafe() -> None:
    assert "unsafe" not in " ".join(POLICY.values())
    assert "*" not in " ".join(POLICY.values())


def test_every_page_is_guarded_and_has_no_inline_style_script_or_foreign_file(
    client: Client, published: CatalogueVersion
) -> None:
    finished = finish(client)
    draft = begin(client)
    build_and_publish(edited_document())
    for path in [*every_page(draft, finished).values(), address(draft, "nope/")]:
        response = client.get(path)
        assert_guarded(response)
        assert response.headers["X-Frame-Options"] == "DENY"
        page = read(response)
        everything = list(page._inside())
        assert [e for e in everything if e.name in ("style", "base", "iframe", "object", "embed")] == []
        inline = [name for e in everything for name in e.attributes if name == "style" or name.startswith("on")]
        assert inline == []
        sources = [e.attributes.get("src", "") for e in everything if e.name in ("script", "img")]
        sources += [e.attributes["href"] for e in everything if e.name == "link"]
        assert sources != []
        assert [source for source in sources if not source.startswith("/static/")] == []


@pytest.mark.parametrize("path", ["/livez", "/robots.txt", "/favicon.ico", "/", "/nope", "/static/icon.svg"])
def test_every_other_answer_is_guarded_too(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    assert_guarded(response)
    b"".join(response)  # read to its end, so that a file is closed


def test_refusals_are_guarded_too(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    assert_guarded(client.get("/en/", headers={"host": "evil.example"}))
    assert_guarded(client.put("/en/"))
    assert_guarded(client.post(address(draft, "TECH/"), {"note-T1": "x" * 3_000_000}))
    assert_guarded(Client(enforce_csrf_checks=True).post("/en/start/"))


def test_a_file_and_the_answer_to_the_script_are_guarded_too(client: Client, published: CatalogueVersion) -> None:
    assert_guarded(client.get(address(finish(client), "report.json")))
    assert_guarded(client.post(address(begin(client), "TECH/"), headers={"accept": "application/json"}))


def test_the_administration_is_guarded_too(client: Client, published: CatalogueVersion) -> None:
    assert_guarded(client.get("/admin/login/"))
    enter(client, get_user_model().objects.create_superuser("root@example.org"))
    paths = ["/admin/", "/admin/profiles/user/", "/admin/profiles/user/add/", "/admin/assessment/catalogueversion/"]
    for path in paths:
        response = client.get(path)
        assert response.status_code == 200
        assert_guarded(response)


def test_personal_pages_are_neither_kept_nor_indexed(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    draft = begin(client)
    pages = [address(draft, page) for page in ("TECH/", "review/", "later/", "delete/", "report/")]
    pages += [address(finished, page) for page in ("TECH/", "report/", "report.json", "report/?role=mlops", "delete/")]
    for path in pages:
        response = client.get(path)
        assert "no-store" in response.headers["Cache-Control"]
        assert "private" in response.headers["Cache-Control"]
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    for page in ("TECH/", "review/", "delete/"):
        response = client.post(address(draft, page))
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_redirects_and_errors_are_not_kept(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    for path in ("/", "/en/nope/", f"/en/resume/{'x' * 32}", address(draft, "nope/")):
        assert "no-store" in client.get(path).headers["Cache-Control"]


def test_what_is_kept_of_a_file_that_is_sent_is_nothing() -> None:
    request = RequestFactory().post("/", {"a": SimpleUploadedFile("large", b"x" * 3_000_000)})
    (kept,) = request.FILES.getlist("a")
    assert kept.read() == b""
