"""An export leaves piece by piece, from one state of the database, and says when it broke off."""

import csv
import io
import json
import threading
import zipfile
from itertools import islice
from typing import Any

import openpyxl
import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from django.db import connection
from django.utils.translation import gettext, override
from pyarrow import parquet

from assessment.exports.results import parquet as parquet_writer
from assessment.exports.results import xlsx as xlsx_writer
from assessment.exports.results.columns import COLUMNS
from assessment.exports.results.lines import CHUNK
from assessment.exports.results.writers import WRITERS
from assessment.models import Assessment
from assessment.models.selection import AT_ONCE, Selection, streamed
from tests.examples import document, shipped
from tests.exports.results.sittings import NOON, export, many, read, sat, sitting, small, written
from tests.people import build_and_publish

FORMS = sorted(WRITERS)
ALL = Selection(sitting="all")


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_the_first_piece_comes_before_any_row_is_read(form: str) -> None:
    many(small(), 3)
    what = export()
    chunks = WRITERS[form].write(what)
    first = next(chunks)
    assert (len(first) > 0, what.rows_done) == ((True, 6) if form == "jsonl" else (True, 0))
    b"".join(chunks)
    assert what.rows_done == 6


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_pieces_come_while_most_rows_are_still_to_be_read(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_writer, "ROW_GROUP", 1000)
    monkeypatch.setattr(xlsx_writer, "CHUNK", 8_000)
    version, total = small(), 2000
    many(version, total)
    what = export(rows=2 * total)
    seen, sizes = [], []
    for chunk in WRITERS[form].write(what):
        seen.append(what.rows_done)
        sizes.append(len(chunk))
    assert len([rows for rows in seen if 0 < rows < total]) >= 1
    assert max(sizes) < (4 * CHUNK if form == "parquet" else 2 * CHUNK)


@pytest.mark.django_db
def test_a_query_is_read_in_parts() -> None:
    many(small(), AT_ONCE + 1)
    rows = streamed(Assessment.objects.order_by("pk").values_list("pk"))
    assert len(list(islice(rows, 3))) == 3
    rows.close()  # type: ignore[attr-defined]
    assert Assessment.objects.count() == AT_ONCE + 1


@pytest.mark.django_db(transaction=True)
def test_who_answers_meanwhile_is_not_there_by_half(separate_connections: None) -> None:
    version = small()
    many(version, 2 * AT_ONCE)
    draft, last = sat(version, {"A": 1}, finished=None), sat(version, {"A": 2}, finished=None)
    sittings = export(ALL).sittings()
    first = next(sittings)
    elsewhere(lambda: change(draft, last))
    found = [first, *sittings]
    assert len(found) == 2 * AT_ONCE + 2
    assert [(one.cells[6], dict(one.answers)) for one in found[-2:]] == [("draft", {"A": 1}), ("draft", {"A": 2})]
    after = list(export(ALL).sittings())
    assert [(one.cells[6], dict(one.answers)) for one in after[-3:]] == [
        ("finished", {"A": 1}),
        ("draft", {"B": 5}),
        ("finished", {"A": 3}),
    ]


def change(draft: Assessment, last: Assessment) -> None:
    """What people do while an export runs."""
    draft.finish()
    Assessment.objects.filter(pk=last.pk).update(answers={"B": 5})
    sat(draft.version)


def elsewhere(call: Any) -> None:
    """Do something in a thread of its own, with a connection of its own, and wait for it."""
    errors: list[BaseException] = []

    def run() -> None:
        try:
            call()
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert errors == []


# What breaks off


def broken(form: str) -> bytes:
    """What has left of an export that an error ends after many rows: no catalogue has the role of the last sitting."""
    version = small()
    many(version, 3000)
    sat(version, role="ghost")
    data = io.BytesIO()
    with pytest.raises(KeyError, match="ghost"):
        data.writelines(WRITERS[form].write(export(rows=6002)))
    return data.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["csv-fr", "csv-en"])
def test_a_csv_that_broke_off_says_so_in_its_last_line(form: str) -> None:
    text = broken(form).decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if form == "csv-fr" else ","))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 6001 + [1]
    assert rows[-1][0].partition(":")[0] == "INCOMPLETE"
    with pytest.raises(csv.Error):
        list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.django_db
def test_json_lines_that_broke_off_say_so_in_the_last_line() -> None:
    *lines, last = broken("jsonl").decode().splitlines()
    assert (len([json.loads(line) for line in lines]), last.partition(":")[0]) == (6000, "INCOMPLETE")
    with pytest.raises(json.JSONDecodeError):
        json.loads(last)


@pytest.mark.django_db
def test_a_workbook_that_broke_off_does_not_open() -> None:
    data = broken("xlsx")
    assert len(data) > 3000
    with pytest.raises(zipfile.BadZipFile):
        openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.django_db
def test_a_parquet_file_that_broke_off_does_not_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_writer, "ROW_GROUP", 1000)
    data = broken("parquet")
    assert len(data) > 3000
    with pytest.raises(pa.ArrowInvalid):
        parquet.read_table(io.BytesIO(data))


@pytest.mark.django_db
@pytest.mark.parametrize("form", FORMS)
def test_a_reader_who_goes_away_ends_the_query(form: str) -> None:
    many(small(), AT_ONCE + 1)
    chunks = WRITERS[form].write(export(rows=2 * AT_ONCE + 2))
    next(chunks)
    chunks.close()  # type: ignore[attr-defined]
    assert list(chunks) == []
    assert Assessment.objects.count() == AT_ONCE + 1


# What is too much, or not there


def test_a_sheet_has_room_for_so_many_rows_and_the_refusal_names_the_limit() -> None:
    refuse = WRITERS["xlsx"].refuse
    assert refuse(1_048_575) is None
    assert [number in str(refuse(1_048_576)) for number in ("1048576", "1048575")] == [True, True]
    assert [WRITERS[form].refuse(10**9) for form in FORMS if form != "xlsx"] == [None] * 4


@pytest.mark.django_db
def test_rows_that_came_after_the_counting_never_fall_off_a_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_writer, "MOST_ROWS", 6)
    version = small()
    many(version, 3)
    assert len(read("xlsx", written("xlsx"))) == 6
    many(version, 1)
    with pytest.raises(OverflowError):
        written("xlsx")


def test_without_pyarrow_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_writer, "find_spec", lambda name: None)
    assert "pip install" in str(parquet_writer.refuse_parquet(1))


# The workbook


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_workbook_has_a_frozen_bold_header_filters_and_a_sheet_that_explains_it(language: str) -> None:
    many(small(), 2)
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", export(names=language, rows=4))))
    results, columns = book["results"], book["columns"]
    assert (book.sheetnames, results.freeze_panes, results.auto_filter.ref) == (["results", "columns"], "A2", "A1:U5")
    assert {cell.font.bold for cell in results[1]} == {True}
    with override(language):
        expected = [(column.name, column.kind, gettext(str(column.explanation))) for column in COLUMNS]
        assert [tuple(cell.value for cell in row) for row in columns.iter_rows(min_row=2)] == expected
    kinds = {"text": "@", "integer": "0", "date": "yyyy-mm-dd", "boolean": "General"}
    filled = [(cell, column) for cell, column in zip(results[2], COLUMNS, strict=False) if cell.value is not None]
    assert [cell.number_format for cell, _ in filled] == [kinds[column.kind] for _, column in filled]


@pytest.mark.django_db
def test_a_formula_in_a_note_is_a_text_in_the_workbook() -> None:
    sat(small(), notes={"A": "=HYPERLINK(1)", "B": "https://example.org/"}, notes_shared=NOON)
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx")))
    notes = [row[-1] for row in book["results"].iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type, cell.hyperlink) for cell in notes] == [
        ("'=HYPERLINK(1)", "s", None),
        ("https://example.org/", "s", None),
    ]


@pytest.mark.django_db
def test_a_workbook_counts_its_rows_whatever_the_way_to_read_it() -> None:
    version = build_and_publish(document())
    Assessment.objects.bulk_create(sitting(version, {}, role="mlops", grade="senior") for _ in range(40))
    data = written("xlsx", export(rows=40 * len(shipped().requirements("mlops"))))
    lazily = openpyxl.load_workbook(io.BytesIO(data), read_only=True)["results"]
    assert len(list(lazily.iter_rows())) == 1 + len(read("xlsx", data)) == 1 + 40 * len(shipped().requirements("mlops"))
