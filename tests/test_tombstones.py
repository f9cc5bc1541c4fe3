"""What was erased is written down, apart from the database, so that a restored backup does not bring it back."""

import logging
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion, SecondView, Share
from careerquiz import tombstones
from profiles import data
from profiles.models import User
from tests.people import address, begin, finish
from tests.planted import plant_assessment

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(settings: Settings, tmp_path: Path) -> Path:
    """Where it is written: a folder that nobody has made yet."""
    path = tmp_path / "apart" / "erased"
    settings.ERASED_FILE = str(path)
    return path


def written(file: Path) -> list[tuple[str, uuid.UUID] | int]:
    return list(tombstones.remembered(file.read_text().splitlines()))


def test_a_line_says_the_day_the_kind_and_the_number_and_no_more(file: Path) -> None:
    ada = User.objects.create_user("ada@example.org", display_name="Ada")
    number = ada.uuid
    data.erase(ada)
    assert file.read_text() == f"{timezone.now():%Y-%m-%d} profiles.user {number}\n"
    assert written(file) == [("profiles.user", number)]


def test_an_assessment_is_remembered_with_what_hangs_on_it(
    client: Client, published: CatalogueVersion, file: Path
) -> None:
    mine = plant_assessment(published, token_sha256=None)
    rows: list[Assessment | Share | SecondView] = [mine, *mine.shares.all(), *mine.views.all()]
    wanted = {(row._meta.label_lower, row.uuid) for row in rows}
    assert len(wanted) == 5
    mine.delete()
    assert set(written(file)) == wanted


def test_the_page_of_one_person_is_enough(client: Client, published: CatalogueVersion, file: Path) -> None:
    mine = begin(client)
    client.post(address(mine, "delete/"))
    assert written(file) == [("assessment.assessment", mine.uuid)]


def test_a_link_that_is_taken_back_is_remembered(client: Client, published: CatalogueVersion, file: Path) -> None:
    mine = finish(client)
    share = Share.objects.make(mine, "Ms Martin", timezone.now() + timedelta(days=1), with_notes=False)
    client.post(address(mine, f"shares/{share.uuid}/revoke/"))
    assert written(file) == [("assessment.share", share.uuid)]


def test_rows_of_a_query_are_remembered_too(published: CatalogueVersion, file: Path) -> None:
    mine = plant_assessment(published, token_sha256=None)
    numbers = set(mine.views.values_list("uuid", flat=True))
    SecondView.objects.all().delete()
    assert set(written(file)) == {("assessment.secondview", number) for number in numbers}


def test_ten_thousand_rows_are_written_at_once(published: CatalogueVersion, file: Path) -> None:
    Assessment.objects.bulk_create(
        Assessment(version=published, role="devops", grade="junior", language="en") for _ in range(200)
    )
    with transaction.atomic(), tombstones.at_once():
        Assessment.objects.all().delete()
        assert not file.exists()
    assert len(written(file)) == 200


def test_what_was_erased_before_a_fault_is_written_all_the_same(file: Path) -> None:
    number = uuid.uuid4()
    with pytest.raises(ZeroDivisionError):
        fail_after(number)
    assert written(file) == [("profiles.user", number)]


@tombstones.at_once()
def fail_after(number: uuid.UUID) -> None:
    tombstones.remember("profiles.user", [number])
    raise ZeroDivisionError


def test_nothing_erased_writes_nothing(file: Path) -> None:
    with tombstones.at_once():
        pass
    assert not file.exists()


def test_a_file_that_cannot_be_written_stops_nobody_from_erasing(
    settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "erased").mkdir()
    settings.ERASED_FILE = str(tmp_path / "erased")
    ada = User.objects.create_user("ada@example.org")
    number = str(ada.uuid)
    with caplog.at_level(logging.ERROR, "careerquiz.tombstones"):
        data.erase(ada)
    assert not User.objects.exists()
    (record,) = [record for record in caplog.records if record.name == "careerquiz.tombstones"]
    assert (record.levelname, number in record.getMessage()) == ("ERROR", True)


def test_what_is_no_such_line_is_told_by_its_number() -> None:
    number = uuid.uuid4()
    good = f"2026-11-23 assessment.share {number}"
    lines = [
        "",
        good,
        f"{good}x",
        "2026-11-23 sessions.session " + str(number),
        f"2026-11-23 assess{good}",
        good.upper(),
    ]
    found = ("assessment.share", number)
    assert list(tombstones.remembered(lines)) == [1, found, 3, 4, found, 6]
