"""When the database cannot do its work: a page that says so, and keeps what was typed."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    InternalError,
    OperationalError,
    ProgrammingError,
    connection,
)
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from careerquiz import outage, urls
from tests.databases import forgotten, wrapper
from tests.people import address, begin, enter, every_page, filled, finish, read

SECRET = "marker-of-a-fault SELECT"
SESSION = "x" * 32  # one that must be looked for


def visited(request: HttpRequest) -> HttpResponse:
    request.session["visited"] = True
    return HttpResponse("done")


visited.login_required = False  # type: ignore[attr-defined]  # what login_not_required sets

urlpatterns = [path("en/visited/", visited), *urls.urlpatterns]
handler400, handler500 = urls.handler400, urls.handler500


@contextmanager
def away(error: Exception | None = None, only: str = "") -> Iterator[None]:
    """A database that answers everything, or what holds a word, with an error: that it is away, if nothing is said."""

    def fail(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if only in sql:
            raise error or OperationalError(SECRET)
        return execute(sql, *rest)

    with connection.execute_wrapper(fail):
        yield


@pytest.fixture
def visitor(published: CatalogueVersion) -> Client:
    """A browser that is shown what everybody is shown when something fails."""
    return Client(raise_request_exception=False)


def again(response: Any) -> dict[str, str]:
    """What the form of the page would send."""
    return filled(read(response))


# Which errors


def of_sqlite(code: int, said: str = "") -> OperationalError:
    cause = sqlite3.OperationalError(said)
    cause.sqlite_errorcode = code
    error = OperationalError(said)
    error.__cause__ = cause
    return error


def of_postgresql(kind: type[DatabaseError], cause: Exception) -> DatabaseError:
    error = kind("said")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("connection refused"),
        InterfaceError("connection already closed"),
        of_sqlite(sqlite3.SQLITE_BUSY),
        of_sqlite(sqlite3.SQLITE_BUSY_SNAPSHOT),
        of_sqlite(sqlite3.SQLITE_FULL),
        of_sqlite(sqlite3.SQLITE_IOERR_WRITE),
        of_sqlite(sqlite3.SQLITE_READONLY_DBMOVED),
        of_sqlite(sqlite3.SQLITE_CANTOPEN),
        of_sqlite(sqlite3.SQLITE_NOTADB),
        of_sqlite(sqlite3.SQLITE_CORRUPT),
        of_sqlite(sqlite3.SQLITE_ERROR, "no such table: assessment_assessment"),
        of_postgresql(OperationalError, psycopg.OperationalError("connection refused")),
        of_postgresql(OperationalError, psycopg.errors.AdminShutdown()),
        of_postgresql(OperationalError, psycopg.errors.DiskFull()),
        of_postgresql(OperationalError, psycopg.errors.TooManyConnections()),
        of_postgresql(OperationalError, psycopg.errors.SerializationFailure()),
        of_postgresql(OperationalError, psycopg.errors.DeadlockDetected()),
        of_postgresql(OperationalError, psycopg.errors.LockNotAvailable()),
        of_postgresql(OperationalError, psycopg.errors.QueryCanceled()),
        of_postgresql(InternalError, psycopg.errors.ReadOnlySqlTransaction()),
    ],
    ids=lambda error: f"{error.__cause__ or error!r}",
)
def test_what_passes_or_an_operator_mends_is_an_outage(error: Exception) -> None:
    assert outage.is_outage(error)
    other = RuntimeError("what it led to")
    other.__cause__ = error
    assert outage.is_outage(other)


@pytest.mark.parametrize(
    "error",
    [
        None,
        RuntimeError("no error of a database"),
        ConnectionError("of the mail server"),
        IntegrityError("unique"),
        DataError("too long"),
        ProgrammingError("no such function"),
        of_sqlite(sqlite3.SQLITE_ERROR, "too many SQL variables"),
        of_postgresql(OperationalError, psycopg.errors.StatementTooComplex()),
        of_postgresql(ProgrammingError, psycopg.errors.UndefinedColumn()),
        of_postgresql(DataError, psycopg.errors.NumericValueOutOfRange()),
        of_postgresql(IntegrityError, psycopg.errors.UniqueViolation()),
    ],
    ids=repr,
)
def test_what_was_asked_wrongly_is_none(error: Exception | None) -> None:
    assert not outage.is_outage(error)


def locked(path: Path, ours: BaseDatabaseWrapper) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        write(ours)


def full(path: Path, ours: BaseDatabaseWrapper) -> None:
    ours.cursor().execute("PRAGMA max_page_count = 1")
    write(ours)


def read_only(path: Path, ours: BaseDatabaseWrapper) -> None:
    ours.cursor().execute("PRAGMA query_only = ON")
    write(ours)


def gone(path: Path, ours: BaseDatabaseWrapper) -> None:
    ours.close()
    path.unlink()
    write(ours)


def unmounted(path: Path, ours: BaseDatabaseWrapper) -> None:
    ours.close()
    path.unlink()
    path.parent.rmdir()
    write(ours)


def write(ours: BaseDatabaseWrapper) -> None:
    ours.cursor().execute("INSERT INTO kept VALUES (zeroblob(100000))")


@pytest.mark.parametrize("fault", [locked, full, read_only, gone, unmounted], ids=lambda fault: fault.__name__)
def test_what_sqlite_really_says_is_an_outage(
    db: None, tmp_path: Path, fault: Callable[[Path, BaseDatabaseWrapper], None]
) -> None:
    file = tmp_path / "there" / "other.sqlite3"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as made:
        made.execute("CREATE TABLE kept (what)")
    ours = wrapper("other", "django.db.backends.sqlite3", NAME=str(file), OPTIONS={"timeout": 0.01})
    try:
        with pytest.raises(DatabaseError) as caught:
            fault(file, ours)
    finally:
        forgotten("other")
    assert outage.is_outage(caught.value)


# The page


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_page_that_needs_the_database_says_to_try_again(visitor: Client, language: str) -> None:
    pages = every_page(begin(visitor), finish(visitor), language)
    for name in ("privacy", "deleted", "sign up", "sign in", "reset"):  # without a session these ask for nothing
        pages.pop(name)
    for where in pages.values():
        with away():
            response = visitor.get(where)
        page = read(response)
        assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
        assert page.the("html").attributes["lang"] == language
        assert [link.attributes["href"] for link in page.the("main").each("a")] == [where]
        assert "marker-of-a-fault" not in response.content.decode()
        assert "no-store" in response.headers["Cache-Control"]
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_the_page_itself_needs_no_database_even_of_who_is_signed_in(visitor: Client) -> None:
    enter(visitor, get_user_model().objects.create_user("ada@example.org"))
    with away():
        response = visitor.get("/en/assessments/")
    links = [link.attributes["href"] for link in read(response).each("a")]
    assert (response.status_code, "/en/accounts/" in links, "/en/accounts/login/" in links) == (503, True, False)


def test_what_is_behind_the_language_is_in_that_of_the_browser(visitor: Client) -> None:
    with away():
        response = visitor.get("/en/", headers={"accept-language": "fr"})
        assert read(response).the("html").attributes["lang"] == "en"
        visitor.cookies["session"] = SESSION
        response = visitor.get("/admin/", headers={"accept-language": "en"})
    assert (response.status_code, read(response).the("html").attributes["lang"]) == (503, "en")


def test_when_the_database_is_back_so_is_the_site(visitor: Client) -> None:
    with away():
        assert visitor.get("/en/start/").status_code == 503
    assert visitor.get("/en/start/").status_code == 200


@pytest.mark.parametrize("error", [IntegrityError(SECRET), DataError(SECRET), ProgrammingError(SECRET)], ids=repr)
def test_a_fault_of_ours_is_still_one(visitor: Client, error: Exception) -> None:
    with away(error):
        response = visitor.get("/en/start/")
    assert (response.status_code, "Retry-After" in response.headers) == (500, False)
    assert "marker-of-a-fault" not in response.content.decode()


@pytest.mark.urls("tests.test_outage")
def test_a_session_that_cannot_be_saved_is_an_outage(visitor: Client) -> None:
    assert visitor.get("/en/visited/").content == b"done"
    visitor.cookies.clear()
    with away(only="django_session"):
        response = visitor.get("/en/visited/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert read(response).the("h1").words
    assert "session" not in response.cookies


def test_a_page_of_an_error_that_needs_the_database_is_one_too(visitor: Client) -> None:
    visitor.cookies["session"] = SESSION
    with away():
        response = visitor.post("/en/nope/", {"note-T1": "typed"})
    assert (response.status_code, read(response).each("form")) == (503, [])


def test_the_script_that_saves_is_told_in_its_own_words(visitor: Client) -> None:
    draft = begin(visitor)
    with away():
        response = visitor.post(address(draft, "TECH/"), {"skill-T1": "3"}, headers={"accept": "application/json"})
    assert (response.status_code, response.json()) == (503, {"unavailable": True})
    assert response.headers["Retry-After"] == "10"


def test_where_not_even_the_page_can_be_made_there_is_a_plain_one(
    visitor: Client, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": []}]
    with away():
        response = visitor.get("/en/start/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert len(read(response).each("h1")) == 2
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]


# What was typed


def test_what_was_typed_comes_back_and_can_be_sent_again(visitor: Client) -> None:
    draft = begin(visitor)
    sent = {
        "skill-T1": "3",
        "skill-T2": "na",
        "note-T1": "\r\nWith </textarea> & “a friend”",
        "note-T2": "",
        "go": "next",
    }
    with away():
        response = visitor.post(address(draft, "TECH/"), sent)
    page = read(response)
    form = page.the("form", method="post")
    assert (response.status_code, form.attributes["action"]) == (503, address(draft, "TECH/"))
    assert {area.attributes["name"]: area.words for area in form.each("textarea")} == {
        "note-T1": "With </textarea> & “a friend”"
    }
    assert again(response) == sent
    assert visitor.post(form.attributes["action"], again(response)).status_code == 302
    stored = Assessment.objects.get(pk=draft.pk)
    assert (stored.answers, stored.notes) == ({"T1": 3, "T2": "na"}, {"T1": "With </textarea> & “a friend”"})


def test_it_can_be_sent_in_the_other_language_too(visitor: Client) -> None:
    draft = begin(visitor)
    with away():
        page = read(visitor.post(address(draft, "TECH/"), {"skill-T1": "3"}))
    (button,) = page.each("button", form=page.the("form").attributes["id"])
    assert button.attributes["formaction"] == address(draft, "TECH/", "fr")


def test_the_address_and_values_that_stand_in_it_are_only_text(visitor: Client) -> None:
    draft = begin(visitor)
    where = address(draft, 'plan/?order="><script>alert(1)</script>')
    with away():
        response = visitor.post(where, {'"><script>': '"><script>', "order": "priority"})
    assert [script.attributes.get("src") for script in read(response).each("script")] == []
    assert again(response) == {'"><script>': '"><script>', "order": "priority"}


def test_each_value_of_a_name_comes_back(visitor: Client) -> None:
    with away():
        response = visitor.post("/en/start/", {"role": ["devops", "mlops"], "grade": "junior"})
    boxes = read(response).the("form").each("input", name="role")
    assert [box.attributes["value"] for box in boxes] == ["devops", "mlops"]


def test_the_token_comes_back_as_it_was_sent(published: CatalogueVersion) -> None:
    visitor = Client(enforce_csrf_checks=True, raise_request_exception=False)
    sent = filled(read(visitor.get("/en/start/"))) | {"role": "devops", "grade": "junior"}
    with away():
        response = visitor.post("/en/start/", sent)
    assert again(response) == sent
    assert visitor.post("/en/start/", again(response)).status_code == 302


def test_a_form_that_another_site_sends_is_not_repeated(published: CatalogueVersion) -> None:
    visitor = Client(enforce_csrf_checks=True, raise_request_exception=False)
    visitor.cookies["session"] = SESSION
    with away():
        response = visitor.post("/en/start/", {"role": "forged"}, headers={"origin": "https://evil.example"})
    assert (response.status_code, "forged" in response.content.decode()) == (503, False)
    assert read(response).the("main").each("form") == []


@pytest.mark.parametrize(
    "where",
    ["accounts/login/", "accounts/signup/", "accounts/password/reset/", "accounts/reauthenticate/"],
)
def test_nothing_typed_on_a_page_of_an_account_comes_back(visitor: Client, where: str) -> None:
    visitor.cookies["session"] = SESSION
    with away():
        response = visitor.post(f"/en/{where}", {"email": "typed@example.org", "password": "typed-password"})
    assert response.status_code == 503
    assert "typed" not in response.content.decode()
    assert read(response).the("main").each("form") == []


@pytest.mark.parametrize("page", ["delete/", "join/", "release/"])
def test_what_erases_or_moves_is_not_offered_again(visitor: Client, page: str) -> None:
    draft = begin(visitor)
    with away():
        response = visitor.post(address(draft, page), {"sure": "yes"})
    assert (response.status_code, read(response).the("main").each("form")) == (503, [])


def test_a_file_is_not_repeated(visitor: Client) -> None:
    draft = begin(visitor)
    with away():
        file = SimpleUploadedFile("typed.txt", b"content-of-a-file")
        response = visitor.post(address(draft, "TECH/"), {"note-T1": "typed", "note-T2": file})
    assert again(response) == {"note-T1": "typed"}
    assert b"content-of-a-file" not in response.content


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        ({"note-T1": "x" * 60_000, "note-T2": "y" * 60_000}, True),
        ({f"note-{number}": "x" * 60_000 for number in range(4)}, False),
        ({f"field-{number}": "x" for number in range(501)}, False),
    ],
)
def test_what_no_page_of_ours_sends_makes_no_endless_page(visitor: Client, data: dict[str, str], kept: bool) -> None:
    draft = begin(visitor)
    with away():
        response = visitor.post(address(draft, "TECH/"), data)
    assert (response.status_code, len(read(response).the("main").each("form"))) == (503, int(kept))
    assert len(response.content) < 300_000


# What happens beside


def test_it_is_one_line_of_the_log(visitor: Client, caplog: pytest.LogCaptureFixture) -> None:
    with away(OperationalError("the first line\nLINE 1: SELECT secret")):
        visitor.get("/en/start/?typed=1")
    told = [(record.name, record.levelno, record.getMessage(), record.exc_info) for record in caplog.records]
    assert told == [("careerquiz.outage", logging.ERROR, "GET /en/start/: OperationalError: the first line", None)]


@pytest.mark.usefixtures("separate_connections")
def test_a_connection_that_may_be_broken_is_not_used_again() -> None:
    visitor = Client(raise_request_exception=False)
    with away():
        assert visitor.get("/en/start/").status_code == 503
    assert connection.connection is None
