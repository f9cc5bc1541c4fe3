"""The results as CSV, in two dialects, and as JSON Lines."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from assessment.exchange.cells import inert
from assessment.exchange.skills_csv import SEPARATORS
from assessment.exports.results.columns import COLUMNS, NOTE, SITTING, SKILL, Column, Value
from assessment.exports.results.lines import INCOMPLETE, Form, chunks_of, rows_of
from assessment.exports.results.rows import Export

# A quotation mark that is never closed: pandas, DuckDB and pyarrow stop at it with an error, which not all of them do
# at a line with too few cells, or too many; a spreadsheet shows the words.
CSV_MARK = f'"{INCOMPLETE}'
JSON_MARK = f"{INCOMPLETE}\n"  # no JSON, so that readers stop at it


def csv_form(separator: str) -> Form:
    """How CSV writes a row; lines end in CR LF."""
    return Form(
        sitting=lambda values: separator.join([*map(_plain, values), ""]),
        skill=partial(_line, separator),
        note=lambda note: _line(separator, ["", note]) + "\r\n",  # with the separator before it
    )


def write_csv(dialect: str) -> Callable[[Export], Iterator[bytes]]:
    """A writer of CSV in the dialect "fr" (`;`) or "en" (`,`), UTF-8 with a byte-order mark."""
    separator = SEPARATORS[dialect]
    form = csv_form(separator)

    def write(export: Export) -> Iterator[bytes]:
        yield f"{_line(separator, [column.name for column in COLUMNS])}\r\n".encode("utf-8-sig")
        yield from chunks_of((start.join(["", *ends]) for start, ends in rows_of(export, form)), CSV_MARK)

    return write


def _line(separator: str, values: Sequence[Value]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="").writerow(map(_cell, values))
    return text.getvalue()


def _plain(value: Value) -> str:
    """A cell of SITTING: codes, numbers and days, in which there is nothing to guard or to quote."""
    return "" if value is None else str(value)


def _cell(value: Value) -> str:
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return _plain(value)


def write_jsonl(export: Export) -> Iterator[bytes]:
    """The results as JSON Lines: an object a row, blanks are null."""
    texts = (start.join(["", *ends]) for start, ends in rows_of(export, JSON_LINES))
    yield from chunks_of(texts, JSON_MARK)


def _members(columns: Sequence[Column]) -> Callable[[Sequence[Value]], str]:
    def write(values: Sequence[Value]) -> str:
        named = {column.name: value for column, value in zip(columns, values, strict=True)}
        return json.dumps(named, ensure_ascii=False, default=str, separators=(",", ":"))[1:-1]

    return write


_sitting, _skill, _note = _members(SITTING), _members(SKILL), _members([NOTE])
JSON_LINES = Form(
    sitting=lambda values: f"{{{_sitting(values)},",
    skill=lambda values: f"{_skill(values)},",
    note=lambda note: f"{_note([note or None])}}}\n",
)
