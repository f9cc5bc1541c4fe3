"""Sittings for the long export, and its files as other programs read them."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import openpyxl
from pyarrow import parquet  # type: ignore[import-untyped]

from assessment.exports.results.columns import COLUMNS, Kind
from assessment.exports.results.rows import Export
from assessment.exports.results.writers import WRITERS
from assessment.models import Assessment, CatalogueVersion
from assessment.models.selection import Selection
from assessment.scoring import Answers
from profiles.models import User
from tests.examples import full_document
from tests.people import build_and_publish

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
NAMES = [column.name for column in COLUMNS]
Row = tuple[Any, ...]


def small() -> CatalogueVersion:
    """A catalogue of two skills, A and B, published; `boss` adds to `maker` nothing but a higher B."""
    return build_and_publish(full_document())


def sitting(version: CatalogueVersion, answers: Answers | None = None, **fields: Any) -> Assessment:
    """A sitting that is not stored; finished on 10 March 2026 unless `finished` says otherwise."""
    answers = {"A": 3} if answers is None else answers
    at = {"started": NOON - timedelta(days=2), "finished": NOON, "changed": NOON}
    given: dict[str, Any] = {"role": "maker", "grade": "new", "language": "en", "notes": {}, **at, **fields}
    return Assessment(version=version, answers=answers, **given)


def sat(version: CatalogueVersion, answers: Answers | None = None, **fields: Any) -> Assessment:
    """The same, stored."""
    made = sitting(version, answers, **fields)
    made.save()
    return made


def many(version: CatalogueVersion, number: int, **fields: Any) -> list[Assessment]:
    """Many sittings at once, each of somebody else."""
    return Assessment.objects.bulk_create(sitting(version, **fields) for _ in range(number))


def account(name: str = "ada") -> User:
    return User.objects.create_user(f"{name}@example.org")


def export(selection: Selection | None = None, names: str = "en", rows: int = 100, **fields: Any) -> Export:
    return Export(selection or Selection(), names, rows, **fields)


def written(form: str, what: Export | None = None) -> bytes:
    """A whole file."""
    return b"".join(WRITERS[form].write(what or export()))


def read(form: str, data: bytes) -> list[Row]:
    """The rows of a file, each cell as its column's kind."""
    header, *rows = READERS[form](data)
    assert list(header) == NAMES
    return [tuple(rows) for rows in rows]


def rows_of(form: str, what: Export | None = None) -> list[Row]:
    return read(form, written(form, what))


def cells(rows: Iterable[Row], *names: str) -> list[Row]:
    """Some columns of rows."""
    return [tuple(row[NAMES.index(name)] for name in names) for row in rows]


def _csv(separator: str) -> Any:
    def rows(data: bytes) -> list[Row]:
        text = io.StringIO(data.decode("utf-8-sig"), newline="")
        header, *found = csv.reader(text, delimiter=separator, strict=True)
        return [
            tuple(header),
            *(tuple(_typed(cell, column) for cell, column in zip(row, COLUMNS, strict=True)) for row in found),
        ]

    def _typed(cell: str, column: Any) -> Any:
        return FROM_TEXT[column.kind](cell) if cell else None

    return rows


FROM_TEXT: Mapping[Kind, Any] = {
    "text": str,
    "integer": int,
    "date": date.fromisoformat,
    "boolean": {"true": True, "false": False}.__getitem__,
}


def _jsonl(data: bytes) -> list[Row]:
    rows = [json.loads(line) for line in data.decode().splitlines()]
    assert [list(row) for row in rows] == [NAMES] * len(rows)
    days = [{**row, **{name: _day(row[name]) for name in ("started", "finished")}} for row in rows]
    return [tuple(NAMES), *(tuple(row.values()) for row in days)]


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _xlsx(data: bytes) -> list[Row]:
    sheet = openpyxl.load_workbook(io.BytesIO(data))["results"]
    width = len(NAMES)
    return [tuple(map(_plain, row)) for row in sheet.iter_rows(values_only=True, max_col=width)]


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def _parquet(data: bytes) -> list[Row]:
    table = parquet.read_table(io.BytesIO(data))
    return [tuple(table.column_names), *(tuple(row.values()) for row in table.to_pylist())]


READERS = {"csv-fr": _csv(";"), "csv-en": _csv(","), "jsonl": _jsonl, "xlsx": _xlsx, "parquet": _parquet}
