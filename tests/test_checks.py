import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import Error, Tags, run_checks
from django.db import connection
from pytest_django import Settings

from careerquiz.checks import WANTED, erased_file_is_writable, sqlite_is_safe
from tests.databases import forgotten, in_a_file, wrapper

SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"
GOOD: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def other() -> Iterator[str]:
    """The name of a connection to make; it is gone after the test."""
    yield "other"
    forgotten("other")


def found(alias: str) -> list[str]:
    errors = sqlite_is_safe(databases=[alias])
    assert errors == [Error(error.msg, id="careerquiz.E001") for error in errors]
    return [error.msg for error in errors]


def test_the_database_of_the_tests_is_safe() -> None:
    assert found("default") == []


def test_the_check_is_one_of_those_of_the_site() -> None:
    assert run_checks(tags=[Tags.database], databases=["default"]) == []
    assert run_checks(tags=[Tags.database]) == []


def test_nothing_is_asked_of_no_database() -> None:
    assert sqlite_is_safe() == []
    assert sqlite_is_safe(databases=[]) == []


def test_a_file_with_our_options_is_safe(tmp_path: Path, other: str) -> None:
    wrapper(other, SQLITE, NAME=str(tmp_path / "a.sqlite3"), OPTIONS=GOOD)
    assert found(other) == []


def test_a_database_in_memory_needs_no_journal(other: str) -> None:
    wrapper(other, SQLITE, NAME=":memory:", OPTIONS=GOOD)
    assert found(other) == []


def test_the_defaults_of_django_are_not_safe(tmp_path: Path, other: str) -> None:
    wrapper(other, SQLITE, NAME=str(tmp_path / "a.sqlite3"), OPTIONS={})
    said = [line for line in found(other) if "secure_delete" not in line]  # which depends on how SQLite was built
    assert said == [
        f"SQLite has journal_mode delete, not {WANTED['journal_mode']}.",
        f"SQLite has busy_timeout 5000, not {WANTED['busy_timeout']}.",
        "SQLite has transaction_mode None, not IMMEDIATE.",
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"transaction_mode": "DEFERRED"}, "SQLite has transaction_mode DEFERRED, not IMMEDIATE."),
        ({"timeout": 1}, "SQLite has busy_timeout 1000, not 20000."),
        ({"init_command": "PRAGMA synchronous=FULL;"}, "SQLite has journal_mode delete, not wal."),
        (
            {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"},
            "SQLite has synchronous 1, not 2.",
        ),
        (
            {"init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=OFF;"},
            "SQLite has secure_delete 0, not 1.",
        ),
    ],
)
def test_each_thing_is_asked(options: dict[str, Any], message: str, tmp_path: Path, other: str) -> None:
    wrapper(other, SQLITE, NAME=str(tmp_path / "a.sqlite3"), OPTIONS=GOOD | options)
    assert found(other) == [message]


def test_a_postgresql_is_asked_nothing(other: str) -> None:
    wrapper(other, POSTGRESQL, NAME="nothing", HOST="127.0.0.1", PORT="1", OPTIONS={})
    assert found(other) == []


@pytest.mark.django_db(transaction=True)
def test_the_settings_make_a_safe_file(tmp_path: Path) -> None:
    with in_a_file(tmp_path / "careerquiz.sqlite3"):
        assert found("default") == []
        assert connection.vendor != "sqlite" or connection.settings_dict["NAME"].startswith(str(tmp_path))


# ERASED_FILE


def unwritable(settings: Settings, path: Path) -> list[str]:
    settings.ERASED_FILE = str(path)
    errors = erased_file_is_writable()
    assert errors == [Error(error.msg, id="careerquiz.E002") for error in errors]
    return [error.msg for error in errors]


def test_a_file_that_there_is_or_that_can_be_made_is_good(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "erased").touch()
    assert [unwritable(settings, tmp_path / name) for name in ("erased", "new", "folder/of/its/own")] == [[], [], []]


def test_a_folder_is_no_file_and_a_file_is_no_folder(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "erased").touch()
    for path in (tmp_path, tmp_path / "erased" / "new"):
        assert unwritable(settings, path) == [f"ERASED_FILE is {path}, which cannot be written."]


def test_a_folder_that_may_not_be_written_is_said(settings: Settings, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    tmp_path.chmod(0o500)
    assert len(unwritable(settings, tmp_path / "new")) == 1


def test_it_is_asked_where_the_database_is(settings: Settings, tmp_path: Path) -> None:
    settings.ERASED_FILE = str(tmp_path)
    assert [error.id for error in run_checks(tags=[Tags.database], databases=["default"])] == ["careerquiz.E002"]
