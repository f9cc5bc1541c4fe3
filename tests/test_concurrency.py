"""What many people, or one person with many tabs, do at the same moment."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, Thread

import pytest
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from assessment.models import AlreadyPublishedError, Assessment, CatalogueVersion, Edit, selection
from careerquiz.journal import empty_journal
from tests.databases import at_once
from tests.examples import shipped, tiny_document

pytestmark = pytest.mark.usefixtures("separate_connections")


def draft() -> Assessment:
    return draft_of(CatalogueVersion.objects.publish(shipped()))


def draft_of(version: CatalogueVersion) -> Assessment:
    return Assessment.objects.start(version, "mlops", "confirmed", "en")[0]


def copy(assessment: Assessment) -> Assessment:
    return Assessment.objects.get(pk=assessment.pk)


def edit(assessment: Assessment, code: str, answer: int) -> Callable[[], bool]:
    return partial(assessment.edit, {code: Edit(answer, f"note {answer}")}, "en")


def test_ten_finishes_at_once_make_one_result() -> None:
    assessment = draft()
    before = Assessment.objects.values().get()
    answers = at_once(*(copy(assessment).finish for _ in range(10)))
    after = Assessment.objects.values().get()
    assert sorted(answers) == [False] * 9 + [True]
    assert after == {**before, "finished": after["finished"], "changed": after["finished"]}
    assert after["finished"] is not None


def test_edits_of_different_skills_at_once_are_all_kept() -> None:
    assessment = draft()
    codes = [skill.code for skill in shipped().skills][:20]
    done = at_once(*(edit(copy(assessment), code, index % 6) for index, code in enumerate(codes)))
    stored = copy(assessment)
    assert done == [True] * 20
    assert stored.answers == {code: index % 6 for index, code in enumerate(codes)}
    assert stored.notes == {code: f"note {index % 6}" for index, code in enumerate(codes)}


def test_of_two_edits_of_one_skill_the_later_wins() -> None:
    assessment = draft()
    first, second = copy(assessment), copy(assessment)
    second_is_off = Event()

    def after() -> None:
        second_is_off.set()
        edit(second, "T1", 5)()
        connections.close_all()

    other = Thread(target=after)
    with transaction.atomic():
        edit(first, "T1", 1)()
        edit(first, "T2", 1)()
        other.start()
        second_is_off.wait(timeout=60)
    other.join(timeout=60)
    assert copy(assessment).answers == {"T1": 5, "T2": 1}


def test_whole_edits_win_never_halves_of_two() -> None:
    assessment = draft()
    done = at_once(*(edit(copy(assessment), "T1", answer) for answer in range(6)))
    stored = copy(assessment)
    assert done == [True] * 6
    assert stored.notes == {"T1": f"note {stored.answers['T1']}"}


def test_an_edit_beside_a_finish_is_kept_or_refused_and_says_which() -> None:
    assessment = draft()
    codes = [skill.code for skill in shipped().skills][:8]
    edits = [edit(copy(assessment), code, 3) for code in codes]
    kept = at_once(*edits[:4], copy(assessment).finish, *edits[4:])
    assert kept.pop(4) is True
    assert copy(assessment).answers == {code: 3 for code, was_kept in zip(codes, kept, strict=True) if was_kept}


def publish(catalogue: Catalogue) -> int:
    """The number of the new version, or 0 if that catalogue already is the newest."""
    try:
        return CatalogueVersion.objects.publish(catalogue).number
    except AlreadyPublishedError:
        return 0


def test_two_catalogues_published_at_once_are_numbered_in_a_row() -> None:
    numbers = at_once(partial(publish, shipped()), partial(publish, build(tiny_document())))
    assert sorted(numbers) == [1, 2]
    assert [version.number for version in CatalogueVersion.objects.all()] == [2, 1]


def test_one_catalogue_published_twice_at_once_is_one_version() -> None:
    numbers = at_once(partial(publish, shipped()), partial(publish, shipped()))
    assert sorted(numbers) == [0, 1]
    assert CatalogueVersion.objects.get().catalogue == shipped()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its journal to itself")
def test_what_is_erased_is_in_no_byte_of_the_file_or_its_journal() -> None:
    assessment = draft()
    assessment.edit({"T1": Edit(3, "a marker 7c1f9e")}, "en")
    assert b"7c1f9e" in stored_bytes()
    assert Assessment.objects.filter(pk=assessment.pk).erase() == 1
    assert b"7c1f9e" not in stored_bytes()


def stored_bytes() -> bytes:
    name = str(connection.settings_dict["NAME"])
    return b"".join(path.read_bytes() for path in map(Path, (name, f"{name}-wal")) if path.exists())


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has such a journal")
def test_who_erases_while_an_export_reads_waits_for_nobody_and_the_journal_is_empty_when_it_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(selection, "AT_ONCE", 1)
    erased, kept = draft(), copy(draft_of(CatalogueVersion.objects.get()))
    export = selection.streamed(Assessment.objects.order_by("pk").values_list("pk"))
    assert next(export) == (erased.pk,)
    journal = Path(f"{connection.settings_dict['NAME']}-wal")
    (count,) = at_once(Assessment.objects.filter(pk=erased.pk).erase)
    assert count == 1
    assert journal.stat().st_size > 0  # the export still reads it
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
    assert list(export) == [(kept.pk,)]
    assert journal.stat().st_size == 0


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite has such a journal")
def test_the_journal_is_emptied_at_once_or_not_at_all() -> None:
    draft()
    with CaptureQueriesContext(connection) as found:
        empty_journal()
    assert [query["sql"] for query in found] == [
        "PRAGMA busy_timeout = 0",  # else whoever reads would make it wait, and all who write with it
        "PRAGMA wal_checkpoint(TRUNCATE)",
        "PRAGMA busy_timeout = 20000",
    ]
