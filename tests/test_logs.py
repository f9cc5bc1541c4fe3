import json
import logging
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tests.strategies  # noqa: F401  (the settings of hypothesis)
from careerquiz.logs import FIELDS, MOST_CHARACTERS, JsonFormatter, LineFormatter, number


def record(message: str, *arguments: object, **fields: object) -> logging.LogRecord:
    found = logging.LogRecord("django.request", logging.WARNING, __file__, 1, message, arguments, None)
    found.__dict__.update({"created": 0.0} | fields)
    return found


def line(message: str, *arguments: object, **fields: object) -> str:
    return LineFormatter().format(record(message, *arguments, **fields))


def event(message: str, *arguments: object, **fields: object) -> dict[str, Any]:
    """What a program reads of the line."""
    said = JsonFormatter().format(record(message, *arguments, **fields))
    assert said.isascii()
    assert said.isprintable()
    found: dict[str, Any] = json.loads(said)
    return found


@pytest.fixture
def _in_request() -> Iterator[None]:
    """A request is being answered. Its number has the length of a token."""
    token = number.set("0123456789abcdef" * 2)
    yield
    number.reset(token)


@pytest.fixture
def _in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Asia/Tokyo")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_in_tokyo")
def test_a_line_says_when_in_utc_what_and_where() -> None:
    assert time.localtime(0).tm_hour == 9
    assert (
        line("Not Found: %s", "/fr/nothing/") == "1970-01-01T00:00:00Z WARNING django.request Not Found: /fr/nothing/"
    )


@pytest.mark.parametrize(
    ("odd", "shown"),
    [
        ("a\nb", r"a\x0ab"),
        ("a\r\nb", r"a\x0d\x0ab"),
        ("\x1b[31m\x00", r"\x1b[31m\x00"),
        ("\x85\u2028\u2029", r"\x85\x2028\x2029"),
        ("\ud800", r"\xd800"),
        ("é « ñ 漢字", "é « ñ 漢字"),
    ],
)
def test_what_does_not_print_is_written_out(odd: str, shown: str) -> None:
    assert line("%s", odd).endswith(f" {shown}")
    assert line(odd).endswith(f" {shown}")


@given(st.text(st.characters()), st.text(st.characters()))
def test_an_event_is_one_line_whatever_comes_from_outside(path: str, cause: str) -> None:
    try:
        raise ValueError(cause)
    except ValueError:
        said = line("%s", path, exc_info=sys.exc_info(), stack_info=cause)
    assert said.isprintable()
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/fr/resume/abc-DEF_123/", "/fr/resume/***/"),
        ("/en/shared/abc?x=1 /en/resume/def", "/en/shared/*** /en/resume/***"),
        ("/fr/resume/", "/fr/resume/"),
        ("/fr/accounts/login/?next=/fr/resume/abc-DEF/", "/fr/accounts/login/?next=/fr/resume/***/"),
        ("/fr/accounts/signup/?next=%2Ffr%2Fresume%2Fabc-DEF%2F", "/fr/accounts/signup/?next=%2Ffr%2Fresume%2F***%2F"),
        ("?next=%2ffr%2fshared%2fabc", "?next=%2ffr%2fshared%2f***"),
        ("?next=%2Fpassword%2Freset%2Fkey%2FMQ-abc%2F", "?next=%2Fpassword%2Freset%2Fkey%2F***%2F"),
        ("/fr/start/", "/fr/start/"),
    ],
)
def test_no_secret_link_stands_in_a_line(path: str, shown: str) -> None:
    assert line("Not Found: %s", path).endswith(f": {shown}")


@pytest.mark.parametrize("path", ["/en/%2572esume/{}/", "/en/resume%20/{}/", "/en/resume;/{}", "/en/re/{}/?x={}"])
def test_nor_does_the_token_of_one_that_was_mistyped(path: str) -> None:
    token = "aB3-" * 8
    assert token not in line("Not Found: %s", path.replace("{}", token))
    number = "01234567-89ab-4cde-8f01-23456789abcd"  # that of an assessment says nothing to others
    assert number in line("Not Found: %s", path.replace("{}", number))


def test_no_secret_link_stands_in_a_traceback() -> None:
    address = "/fr/resume/{}/".format("abc-DEF_123")
    try:
        raise ValueError(address)
    except ValueError:
        assert line("wrong", exc_info=sys.exc_info()).endswith("/fr/resume/***/")


@pytest.mark.parametrize(("name", "traced"), [("django.request", True), ("django.security.DisallowedHost", False)])
def test_a_refused_request_needs_no_traceback(name: str, traced: bool) -> None:
    try:
        raise ValueError
    except ValueError:
        said = line("Invalid Host", name=name, exc_info=sys.exc_info())
    assert (f" {name} Invalid Host" in said, "Traceback" in said) == (True, traced)


def test_a_line_is_not_endless() -> None:
    assert len(line("%s", "x" * 1_000_000)) == MOST_CHARACTERS


@pytest.mark.usefixtures("_in_request")
def test_a_line_says_in_which_request() -> None:
    start = "1970-01-01T00:00:00Z WARNING django.request [0123456789abcdef0123456789abcdef] "
    assert line("Not Found: %s", "/fr/resume/abc-DEF_123/") == f"{start}Not Found: /fr/resume/***/"


# For programs


@pytest.mark.usefixtures("_in_tokyo")
def test_an_event_is_an_object() -> None:
    assert event("Not Found: %s", "/fr/é\n") == {
        "time": "1970-01-01T00:00:00Z",
        "level": "WARNING",
        "logger": "django.request",
        "message": "Not Found: /fr/é\n",
    }


@pytest.mark.usefixtures("_in_request")
def test_an_event_says_in_which_request_and_what_went_wrong_without_a_secret_link() -> None:
    try:
        raise ValueError("/fr/shared/abc-DEF_123/")
    except ValueError:
        found = event("wrong at %s %s", "/fr/resume/abc-DEF_123/", "aB3-" * 8, exc_info=sys.exc_info())
    assert found["request"] == "0123456789abcdef0123456789abcdef"
    assert found["message"] == "wrong at /fr/resume/***/ ***"
    assert found["traceback"].startswith("Traceback (most recent call last):\n")
    assert found["traceback"].endswith("ValueError: /fr/shared/***/")


def test_what_was_answered_is_in_fields_of_its_own() -> None:
    fields = {"method": "GET", "route": "report", "status": 200, "ms": 1.5}
    found = event("%(method)s %(route)s", fields, name=FIELDS)
    assert found == {**found, **fields, "message": "GET report"}
    assert event("%(method)s", {"method": "GET"}).keys() == {"time", "level", "logger", "message"}
    assert event("nothing", name=FIELDS)["message"] == "nothing"


def test_a_refused_request_needs_no_traceback_there_either() -> None:
    try:
        raise ValueError
    except ValueError:
        assert "traceback" not in event("Invalid Host", name="django.security.DisallowedHost", exc_info=sys.exc_info())


@given(st.text(st.characters()), st.text(st.characters()))
def test_an_event_is_one_object_whatever_comes_from_outside(path: str, cause: str) -> None:
    try:
        raise ValueError(cause)
    except ValueError:
        found = event("%s", path, exc_info=sys.exc_info())
    assert len(found["message"]) <= MOST_CHARACTERS if "message" in found else path == ""
    assert len(found["traceback"]) <= MOST_CHARACTERS
