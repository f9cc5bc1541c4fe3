"""The results as an XLSX workbook that streams.

XlsxWriter makes the workbook with all but the rows: styles, the header, the sheet that explains the columns. Its parts
are copied into an archive that is only ever added to, and the rows are written into the sheet on the way.
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from string import ascii_uppercase
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.translation import override
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from assessment.exchange.cells import inert
from assessment.exchange.workbook import workbook
from assessment.exports.results.columns import COLUMNS, SITTING, Column, Kind, Value
from assessment.exports.results.lines import CHUNK, Form, Sink, rows_of
from assessment.exports.results.rows import Export
from assessment.fault import Fault, gettext_noop

MOST_ROWS = 1_048_575  # the rows that a sheet has below its header
TOO_MANY = gettext_noop(
    "%(rows)d rows, and a sheet of XLSX has room for %(most)d: take CSV or Parquet, or select fewer"
)
SHEET = "xl/worksheets/sheet1.xml"
LETTERS = ascii_uppercase  # of the columns
NUMBER = "\0"  # stands for the number of the row: no text has it
SAMPLES: Mapping[Kind, Value] = {"text": "x", "integer": 1, "date": date(2000, 1, 1), "boolean": True}
FORMATS: Mapping[Kind, Mapping[str, str]] = {
    "text": {"num_format": "@"},
    "integer": {"num_format": "0"},
    "date": {"num_format": "yyyy-mm-dd"},
    "boolean": {"align": "center"},
}
WIDTHS = {"assessment": 19, "person": 19, "competency_name": 30, "skill_name": 60, "note": 60}
NO_DATE = date(1899, 12, 30)  # day 0 of a spreadsheet
ESCAPED = re.compile("_(?=x[0-9a-fA-F]{4}_)")  # what a spreadsheet would read as a character's number
NO_XML = re.compile("[\ufffe\uffff]")


def refuse_xlsx(rows: int) -> Fault | None:
    """Why so many rows cannot be a workbook."""
    return Fault("", TOO_MANY, rows=rows, most=MOST_ROWS) if rows > MOST_ROWS else None


def write_xlsx(export: Export) -> Iterator[bytes]:
    """The workbook. It has no directory before its end: what breaks off is no archive."""
    sink = Sink()
    with ZipFile(io.BytesIO(_workbook(export))) as made, ZipFile(sink, "w", ZIP_DEFLATED, compresslevel=1) as book:
        for name in filter(SHEET.__ne__, made.namelist()):
            book.writestr(name, made.read(name))
        yield sink.taken()
        start, styles, end = _parts(made.read(SHEET).decode())
        with book.open(SHEET, "w") as sheet:
            sheet.write(start.encode())
            for rows in _rows(export, styles):
                sheet.write(rows.encode())
                if sink.size >= CHUNK:
                    yield sink.taken()
            sheet.write(end.encode())
    yield sink.taken()


def _workbook(export: Export) -> bytes:
    data = io.BytesIO()
    with override(export.names), workbook(data) as book:
        _fill_results(book, book.add_worksheet("results"), export.rows)
        _fill_columns(book, book.add_worksheet("columns"))
    return data.getvalue()


def _fill_results(book: Workbook, sheet: Worksheet, rows: int) -> None:
    """The header and, to be replaced, one row that shows the style of each column."""
    bold = book.add_format({"bold": True})
    formats = {kind: book.add_format(described) for kind, described in FORMATS.items()}
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, WIDTHS.get(column.name, len(column.name) + 4), formats[column.kind])
        sheet.write_string(0, index, column.name, bold)
        sheet.write(1, index, SAMPLES[column.kind], formats[column.kind])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(COLUMNS) - 1)
    answer = LETTERS[[column.name for column in COLUMNS].index("answer")]
    sheet.ignore_errors({"number_stored_as_text": f"{answer}1:{answer}{MOST_ROWS + 1}"})


def _fill_columns(book: Workbook, sheet: Worksheet) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 1, 20, wrapped)
    sheet.set_column(2, 2, 90, wrapped)
    sheet.freeze_panes(1, 0)
    for index, name in enumerate(("column", "kind", "explanation")):
        sheet.write_string(0, index, name, book.add_format({"bold": True}))
    for row, column in enumerate(COLUMNS, 1):
        for index, text in enumerate((column.name, column.kind, column.explanation)):
            sheet.write_string(row, index, str(text), wrapped)


def _parts(xml: str) -> tuple[str, list[str], str]:
    """The sheet before the rows, the style of each column, the sheet after the rows."""
    start, _, rest = xml.partition('<row r="2"')
    row, _, end = rest.partition("</row>")
    start = re.sub("<dimension [^>]*/>", "", start)  # it would tell of two rows
    return start, re.findall(r'<c r="[A-Z]+2" s="(\d+)"', row), end


def _rows(export: Export, styles: Sequence[str]) -> Iterator[str]:
    number = 2
    for start, ends in rows_of(export, sheet_form(styles)):
        if number + len(ends) > MOST_ROWS + 2:
            raise OverflowError("more rows than were counted, and than a sheet has room for")
        yield "".join([(start + end).replace(NUMBER, str(row)) for row, end in enumerate(ends, number)])
        number += len(ends)


def sheet_form(styles: Sequence[str]) -> Form:
    """How the sheet writes a row, whose number is still to be put in; `styles` are those of COLUMNS."""
    places = [
        (column, LETTERS[index], style) for index, (column, style) in enumerate(zip(COLUMNS, styles, strict=True))
    ]
    cells = (
        partial(_cells, places[: len(SITTING)]),
        partial(_cells, places[len(SITTING) : -1]),
        partial(_cells, places[-1:]),
    )
    return Form(
        sitting=lambda values: f'<row r="{NUMBER}">{cells[0](values)}',
        skill=cells[1],
        note=lambda note: f"{cells[2]([note or None])}</row>",
    )


def _cells(places: Sequence[tuple[Column, str, str]], values: Sequence[Value]) -> str:
    return "".join(
        f'<c r="{letter}{NUMBER}" s="{style}"{CELLS[column.kind](value)}</c>'
        for (column, letter, style), value in zip(places, values, strict=True)
        if value is not None
    )


def _text(value: Value) -> str:
    text = ESCAPED.sub("_x005F_", escape(NO_XML.sub("\N{REPLACEMENT CHARACTER}", inert(str(value)))))
    space = ' xml:space="preserve"' if text != text.strip() else ""
    return f' t="inlineStr"><is><t{space}>{text}</t></is>'


def _day(value: Any) -> str:
    return f"><v>{(value - NO_DATE).days}</v>"


CELLS: Mapping[Kind, Callable[[Value], str]] = {
    "text": _text,
    "integer": lambda value: f"><v>{value}</v>",
    "date": _day,
    "boolean": lambda value: f' t="b"><v>{int(bool(value))}</v>',
}
