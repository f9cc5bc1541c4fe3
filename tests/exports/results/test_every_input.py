"""Whatever a name or a note holds, a spreadsheet runs none of it, and no file breaks."""

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.catalogue.shape import ODD
from assessment.exchange.cells import inert
from assessment.exchange.skills_csv import SEPARATORS
from assessment.exports.results.columns import COLUMNS, SITTING
from assessment.exports.results.lines import Form
from assessment.exports.results.rows import one_line
from assessment.exports.results.text import JSON_LINES, csv_form
from assessment.exports.results.xlsx import sheet_form
from tests.exchange.test_cells import TEXTS, is_run
from tests.exports.results.sittings import NAMES

SIT = ("a0", "p0", "maker", "new", 1, "en", "finished", None, None)
CELLS = st.lists(st.tuples(TEXTS, TEXTS), min_size=25, max_size=25)  # 50 cells an example
EXAMPLES = 200  # with two dialects 20,000 cells for each separator that may read them
FEWER = 100
SPACES = re.compile(r"_x([0-9A-Fa-f]{4})_")


def rows_in(form: Form, cells: list[tuple[str, str]]) -> str:
    """A row for each pair of the name of a skill and a note."""
    return "".join(
        form.sitting(SIT)
        + form.skill(("HAND", "Hands", "A", one_line(name), False, "3", 3, 2, 1, -1, "above"))
        # a note is cleaned as the rows clean it
        + form.note(one_line(note))
        for name, note in cells
    )


@pytest.mark.parametrize("dialect", ["fr", "en"])
@pytest.mark.parametrize("separator", [",", ";"])
@settings(max_examples=EXAMPLES, deadline=None)
@given(CELLS, st.booleans())
def test_no_cell_is_run_whatever_separator_reads_the_file(
    dialect: str, separator: str, cells: list[tuple[str, str]], skip: bool
) -> None:
    text = rows_in(csv_form(SEPARATORS[dialect]), cells)
    found = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=skip)
    assert [cell for row in found for cell in row if is_run(cell)] == []


@pytest.mark.parametrize("dialect", ["fr", "en"])
@settings(max_examples=FEWER, deadline=None)
@given(CELLS)
def test_the_right_separator_reads_what_was_written(dialect: str, cells: list[tuple[str, str]]) -> None:
    text = rows_in(csv_form(SEPARATORS[dialect]), cells)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=SEPARATORS[dialect], strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert [(row[NAMES.index("skill_name")], row[-1]) for row in rows] == [
        (inert(one_line(name)), inert(one_line(note))) for name, note in cells
    ]
    assert text.count("\r\n") == len(cells)
    assert not ODD.search(text.replace("\r\n", ""))


@settings(max_examples=FEWER, deadline=None)
@given(CELLS)
def test_json_lines_hold_what_was_written(cells: list[tuple[str, str]]) -> None:
    lines = rows_in(JSON_LINES, cells).splitlines()
    found = [(row["skill_name"], row["note"]) for row in map(json.loads, lines)]
    assert found == [(one_line(name), one_line(note) or None) for name, note in cells]


@settings(max_examples=FEWER, deadline=None)
@given(CELLS)
def test_a_sheet_stays_one_and_writes_text_as_text(cells: list[tuple[str, str]]) -> None:
    form = sheet_form(["0"] * len(COLUMNS))
    sheet = ET.fromstring(f"<sheet>{rows_in(form, cells)}</sheet>".replace("\0", "7"))
    names = [next(cell for cell in row if cell.attrib["r"] == "M7") for row in sheet]
    notes = [[cell for cell in row if cell.attrib["r"] == "U7"] for row in sheet]
    assert [said(cell) for cell in names] == [in_a_sheet(name) for name, _ in cells]
    assert [said(note[0]) if note else "" for note in notes] == [in_a_sheet(note) for _, note in cells]
    assert {cell.attrib.get("t") for cell in names} == {"inlineStr"}
    assert list(sheet.iter("f")) == []


def said(cell: ET.Element) -> str:
    """What a spreadsheet shows of a cell."""
    text = cell.findtext("is/t") or ""
    return SPACES.sub(lambda found: chr(int(found[1], 16)), text)


def in_a_sheet(text: str) -> str:
    return re.sub("[\ufffe\uffff]", "\ufffd", inert(one_line(text)))


def test_what_looks_like_a_number_of_a_character_stays_as_it_was() -> None:
    form = sheet_form(["0"] * len(COLUMNS))
    row = ET.fromstring(form.sitting(SIT).replace("\0", "2") + form.note("a_x0041_ <&> ").replace("\0", "2"))
    assert row[-1].findtext("is/t") == "a_x005F_x0041_ <&> "
    assert row[-1][0][0].attrib == {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
    assert len(row) == len([cell for cell in SIT if cell is not None]) + 1 == len(SITTING) - 2 + 1
