"""Tables of skills for tests: written, edited, read, and drafts that are hard on them."""

import csv
import io
from collections.abc import Iterator
from typing import Any

import openpyxl
from hypothesis import strategies as st

from assessment.catalogue.check import check, is_unfinished
from assessment.exchange.reading import Reading
from assessment.exchange.skills_table import (
    COLUMNS,
    read_skills,
    skills_csv,
    skills_xlsx,
)
from assessment.exchange.skills_xlsx import write_xlsx
from assessment.fault import Fault
from tests.strategies import Document, documents

Table = list[list[str]]

NASTY = (
    *("", " ", "  \u2003", "=1+1", "'=1+1", "''", "'", '"', '""', "a;=b", "a, -b;@c", "-3", "-3,5", "+33", "@x"),
    *("- a list", "＝1", '"=1"', "a\u00a0b", "…", "#NAME?", "TRUE", "1e5", "007", "2024-01-31", "3/4", "é", "_x"),
    *("ﬁ ❤️ 🙂 👩‍💻", "\ufeff=1", "<b>&amp;</b>", "a\\nb", "العربية", "x" * 120),
)
ESCAPED = ("_x0041_", "_x005F_", "\uffff", "\ufffe_x0041_x0042_x")  # what openpyxl does not keep


def table(document: Document) -> Table:
    """The rows of the CSV file, the header first."""
    return list(csv.reader(io.StringIO(skills_csv(document, "en").decode("utf-8-sig"), newline="")))


def as_csv(rows: Table, separator: str = ",", end: str = "\r\n", quoting: Any = csv.QUOTE_MINIMAL) -> bytes:
    """The rows as another program would write them."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
    return text.getvalue().encode()


def as_xlsx(rows: Table) -> bytes:
    """The rows as the only sheet of a workbook, by whatever name, every cell a text."""
    return write_xlsx({"Feuil1": rows}, {"Feuil1": [10]})


def saved(book: openpyxl.Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def resaved(data: bytes) -> bytes:
    """A workbook that another program has opened and saved."""
    return saved(openpyxl.load_workbook(io.BytesIO(data)))


def edited(document: Document, row: int, column: str, text: str) -> Table:
    """The table with another text in a cell; the first skill is in row 2."""
    rows = table(document)
    rows[row - 1][COLUMNS.index(column)] = text
    return rows


def read(rows: Table, draft: Document) -> Reading:
    """What the rows say, the same from CSV and from XLSX."""
    reading = read_skills(as_csv(rows), draft)
    assert read_skills(as_xlsx(rows), draft) == reading
    return reading


def finished_but(document: Document) -> list[Fault]:
    """What is wrong with a document beyond what a draft may lack."""
    return [fault for fault in check(document) if not is_unfinished(fault)]


@st.composite
def drafts(draw: st.DrawFn, texts_of: tuple[str, ...] = NASTY) -> Document:
    """A generated document with odd, long and missing texts in some places; a draft may stand so."""
    draft = draw(documents())
    for skill in draft["skills"]:
        anchors = [(skill["anchors"][language], level) for language in ("fr", "en") for level in range(6)]
        for texts, key in [(skill["name"], "fr"), (skill["name"], "en"), *anchors]:
            if draw(st.integers(0, 3)) == 0:
                texts[key] = draw(st.sampled_from(texts_of))
        skill["references"]["other"] = draw(st.lists(st.sampled_from(NASTY), max_size=3))
        skill["references"]["dora"] = draw(st.lists(st.sampled_from(["-3", "-a", "a"]), max_size=2))
    assert finished_but(draft) == []
    return draft


def in_many_forms(draft: Document) -> Iterator[bytes]:
    """The skills in every form that we write, and in those that others make of them."""
    yield skills_csv(draft, "fr")
    yield skills_csv(draft, "en")
    rows = table(draft)
    yield as_csv(rows, "\t", "\n")
    yield as_csv(rows, ";", "\r", csv.QUOTE_ALL)
    yield skills_xlsx(draft)
