"""Where to report a weakness: /.well-known/security.txt, as RFC 9116 has it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django import Settings

PATH = "/.well-known/security.txt"


@pytest.fixture
def named(settings: Settings) -> None:
    """A site that says who runs it and where."""
    settings.OPERATOR_EMAIL = "security@example.org"
    settings.BASE_URL = "https://careers.example.org"


def fields(client: Client) -> dict[str, str]:
    response = client.get(PATH)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
    lines = response.content.decode().splitlines()
    found = dict(line.split(": ", 1) for line in lines)
    assert len(found) == len(lines)
    return found


def test_it_says_whom_to_write_to_in_which_languages_and_where_it_stands(client: Client, named: None) -> None:
    found = fields(client)
    del found["Expires"]
    assert found == {
        "Contact": "mailto:security@example.org",
        "Preferred-Languages": "fr, en",
        "Canonical": f"https://careers.example.org{PATH}",
    }


def test_a_policy_is_named_where_there_is_one(client: Client, named: None, settings: Settings) -> None:
    settings.SECURITY_POLICY = "https://careers.example.org/security"
    assert fields(client)["Policy"] == "https://careers.example.org/security"


def test_it_expires_within_a_year_and_is_the_same_all_day(client: Client, named: None) -> None:
    expires = datetime.fromisoformat(fields(client)["Expires"])
    left = expires - datetime.now(UTC)
    assert timedelta(days=178) < left <= timedelta(days=180)
    assert (expires.hour, expires.minute, expires.second, expires.microsecond) == (0, 0, 0, 0)


@pytest.mark.parametrize("method", ["get", "head"])
def test_without_anybody_to_write_to_there_is_none(client: Client, db: None, method: str) -> None:
    assert getattr(client, method)(PATH).status_code == 404


def test_it_is_only_read_and_asks_no_database(client: Client, named: None) -> None:
    assert client.head(PATH).content == b""
    assert client.post(PATH).status_code == 405
