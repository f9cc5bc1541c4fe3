"""A table as CSV, in the dialects that a French and an English spreadsheet open without a question."""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from assessment.exchange.cells import Cell, Row, Unreadable, runs
from assessment.fault import Fault, gettext_noop

SEPARATORS = {"fr": ";", "en": ","}
WOULD_RUN = gettext_noop(
    "a spreadsheet would run this: put an apostrophe before it (in a spreadsheet type two), or send an .xlsx file"
)


def write_csv(rows: Iterable[Iterable[str]], dialect: str) -> bytes:
    """The rows in the dialect "fr" (`;`) or "en" (`,`), with lines that end in CR LF.

    Both are UTF-8 with a byte-order mark: without it Excel takes the bytes for the code page of its country.
    """
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=SEPARATORS[dialect], lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def read_csv(data: bytes) -> Iterator[Row]:
    """The rows that have a filled cell. The separator, `,` `;` or TAB, is what the first line has most of.

    Raises Unreadable, at the latest when the row that cannot be read is asked for.
    """
    text = _text(data)
    separator = max(",;\t", key=re.split(r"[\r\n]", text.strip(), maxsplit=1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for number, said in enumerate(reader, 1):
            if cells := {column: _cell(cell) for column, cell in enumerate(said) if cell.strip()}:
                yield number, cells
    except csv.Error as error:
        wrong = gettext_noop("not CSV: %(reason)s, line %(line)d")
        raise Unreadable(Fault("", wrong, reason=str(error), line=reader.line_num)) from error


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wrong = gettext_noop("not UTF-8: byte %(byte)d cannot be read; save the file as “CSV UTF-8” or as .xlsx")
        raise Unreadable(Fault("", wrong, byte=error.start)) from error


def _cell(text: str) -> Cell:
    return Cell(text, WOULD_RUN if runs(text) else "")
