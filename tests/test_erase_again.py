"""Erased stays erased: a backup made before is put back, and one command erases once more."""

import sqlite3
import uuid
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from profiles.models import User
from tests.databases import every_byte
from tests.examples import shipped
from tests.people import begin, everything_stored
from tests.planted import plant_person, planted, prove
from tests.test_erase_everything import KEPT, PAGE, markers


@pytest.fixture
def file(settings: Settings, tmp_path: Path) -> Path:
    path = tmp_path / "erased"
    settings.ERASED_FILE = str(path)
    return path


def erase_again(*files: Path | str) -> list[str]:
    out = StringIO()
    call_command("erase_again", *map(str, files), stdout=out)
    return out.getvalue().splitlines()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("separate_connections", "file")
def test_what_was_erased_is_gone_again_after_a_backup_is_put_back(client: Client, tmp_path: Path) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("a backup of PostgreSQL is put back by its own programs; the rows come back the same")
    published = CatalogueVersion.objects.publish(shipped())
    user = plant_person(published)
    plant_person(published, "two")
    prove(client, user)
    backup = sqlite3.connect(":memory:")
    with closing(backup):
        copy(connection.connection, backup)
        others = markers(every_byte(tmp_path)) - KEPT
        client.post(PAGE)
        gone = others - markers(every_byte(tmp_path))
        assert len(gone) > 30
        copy(backup, connection.connection)
    assert gone <= markers(every_byte(tmp_path))
    assert "profiles.user: 1 of 1 erased again" in erase_again()
    assert gone & markers(every_byte(tmp_path)) == set()
    assert others - gone <= markers(every_byte(tmp_path))
    assert client.get("/en/accounts/").status_code == 302


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    source.backup(target)


def back(rows: list[Any]) -> None:
    """Put rows back as a backup does."""
    for row in rows:
        type(row)._base_manager.bulk_create([row])


@pytest.mark.django_db
def test_each_kind_is_erased_again_and_others_stay(client: Client, published: CatalogueVersion, file: Path) -> None:
    begin(client)
    user = planted(User, email="ada@example.org")
    mine = planted(Assessment, version=published, language="en", owner=user, token_sha256=None)
    rows = [user, mine]
    numbers = [row.pk for row in rows]
    before = everything_stored()
    user.delete()
    for row, number in zip(rows, numbers, strict=True):
        row.pk = number
    back(rows)
    assert everything_stored() == before
    assert erase_again() == ["assessment.assessment: 1 of 1 erased again", "profiles.user: 1 of 1 erased again"]
    assert (User.objects.count(), Assessment.objects.count()) == (0, 1)
    assert erase_again() == ["assessment.assessment: 0 of 1 erased again", "profiles.user: 0 of 1 erased again"]


@pytest.mark.django_db
def test_the_files_of_other_nodes_can_be_named_and_are_remembered_here(file: Path, tmp_path: Path) -> None:
    ada, bob = (User.objects.create_user(f"{name}@example.org") for name in ("ada", "bob"))
    files = [tmp_path / name for name in ("one", "two")]
    for path, user in zip(files, (ada, bob), strict=True):
        path.write_text(f"2026-11-23 profiles.user {user.uuid}\n")
    assert erase_again(*files) == ["profiles.user: 2 of 2 erased again"]
    assert not User.objects.exists()
    assert file.read_text().count("profiles.user") == 2


@pytest.mark.django_db
def test_many_are_erased_batch_by_batch(file: Path, published: CatalogueVersion) -> None:
    rows = [Assessment(version=published, role="devops", grade="junior", language="en") for _ in range(501)]
    Assessment.objects.bulk_create(rows)
    file.write_text("".join(f"2026-11-23 assessment.assessment {row.uuid}\n" for row in rows))
    assert erase_again() == ["assessment.assessment: 501 of 501 erased again"]


@pytest.mark.django_db
def test_lines_that_cannot_be_read_are_an_error_after_the_others_are_erased(file: Path) -> None:
    ada = User.objects.create_user("ada@example.org")
    file.write_bytes(b"\xff\n" + f"2026-11-23 profiles.user {ada.uuid}\nnothing.here {uuid.uuid4()}".encode())
    with pytest.raises(CommandError) as caught:
        erase_again()
    assert [line.split(": ")[:2] for line in str(caught.value).splitlines()] == [
        [str(file), f"line {number} does not say what was erased"] for number in (1, 3)
    ]
    assert not User.objects.exists()


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as caught:
        erase_again(tmp_path / "nothing")
    assert str(caught.value).startswith(f"{tmp_path / 'nothing'}: cannot be read: ")
    assert "\n" not in str(caught.value)
