"""The skills go through a spreadsheet and back: nothing changes but what was changed, and every error says where."""

import copy
import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.catalogue.check import check, is_unfinished
from assessment.exchange.reading import Reading
from assessment.exchange.skills_table import (
    COLUMNS,
    EXPLAINED,
    LISTS,
    MOST_FAULTS,
    MOST_LINES,
    MOST_LINES_IN_ALL,
    MOST_SKILLS,
    read_skills,
    skills_csv,
    skills_xlsx,
)
from assessment.exchange.skills_xlsx import write_xlsx
from assessment.fault import Fault
from assessment.strict_json import MOST_BYTES
from tests.examples import document, full_document, tiny_document, tiny_skill
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


# There and back


@given(drafts(NASTY + ESCAPED))
def test_a_file_that_nobody_changed_changes_nothing(draft: Document) -> None:
    before = copy.deepcopy(draft)
    assert [read_skills(data, draft) for data in in_many_forms(draft)] == [Reading(before)] * 5
    assert draft == before


@settings(max_examples=15)
@given(drafts())
def test_opening_and_saving_a_workbook_changes_nothing(draft: Document) -> None:
    assert read_skills(resaved(skills_xlsx(draft)), draft) == Reading(draft)


def test_the_shipped_skills_come_back_in_every_form() -> None:
    draft = document()
    files = [*in_many_forms(draft), resaved(skills_xlsx(draft))]
    assert [read_skills(data, draft) for data in files] == [Reading(draft)] * 6


@given(documents())
def test_a_table_says_everything_of_a_skill(draft: Document) -> None:
    other = tiny_document(competencies=draft["competencies"], missions=draft["missions"])
    for data in in_many_forms(draft):
        found = read_skills(data, other).document
        assert found is not None
        assert found["skills"] == draft["skills"]


@settings(max_examples=25)
@given(drafts(), st.data())
def test_one_changed_text_changes_just_that(draft: Document, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(draft["skills"]) - 1))
    text = data.draw(st.sampled_from(["new", "Éà 🙂; a, b"]))
    column, path = data.draw(
        st.sampled_from(
            [("name_fr", ("name", "fr")), ("level_0_en", ("anchors", "en", 0)), ("level_5_fr", ("anchors", "fr", 5))]
        )
    )
    expected = copy.deepcopy(draft)
    inner = expected["skills"][index]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = text
    rows = edited(draft, index + 2, column, text)
    assert read(rows, draft) == Reading(expected)
    book = openpyxl.load_workbook(io.BytesIO(skills_xlsx(draft)))
    book["skills"].cell(index + 2, COLUMNS.index(column) + 1).value = text
    assert read_skills(saved(book), draft) == Reading(expected)


@pytest.mark.parametrize(
    ("column", "text", "path", "value"),
    [
        ("competency", "HEAD", ["competency"], "HEAD"),
        ("origin", "source", ["origin"], "source"),
        ("retired", " yes ", ["retired"], True),
        ("name_fr", "", ["name", "fr"], ""),
        ("name_fr", "  Nom  ", ["name", "fr"], "Nom"),
        ("name_fr", "Nom\r\n", ["name", "fr"], "Nom"),
        ("name_en", "'=1+1", ["name", "en"], "=1+1"),
        ("name_en", "''=1+1", ["name", "en"], "'=1+1"),
        ("name_en", "-3", ["name", "en"], "-3"),
        ("level_3_en", "a;'-b", ["anchors", "en", 3], "a;-b"),
        ("level_3_en", "a;-b", ["anchors", "en", 3], "a;-b"),
        ("esco", "http://data.europa.eu/esco/skill/1", ["references", "esco"], ["http://data.europa.eu/esco/skill/1"]),
        ("sfia", "ABCD\nEFGH", ["references", "sfia"], ["ABCD", "EFGH"]),
        ("sfia", "\n ABCD \r\n\r\nEFGH\r", ["references", "sfia"], ["ABCD", "EFGH"]),
        ("dora", "'-a", ["references", "dora"], ["-a"]),
        ("other", "a; b\nc, d", ["references", "other"], ["a; b", "c, d"]),
    ],
)
def test_a_cell_says_its_part_of_the_skill(column: str, text: str, path: list[Any], value: Any) -> None:
    expected = full_document()
    inner = expected["skills"][0]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert read(edited(full_document(), 2, column, text), full_document()) == Reading(expected)


def test_a_retired_skill_is_replaced_and_may_be_asked_again() -> None:
    draft, retired = full_document(), full_document()
    retired["skills"][0] |= {"retired": True, "replaced_by": ["B"]}
    rows = edited(draft, 2, "retired", "yes")
    rows[1][COLUMNS.index("replaced_by")] = "B"
    assert read(rows, draft) == Reading(retired)
    assert read(table(draft), retired) == Reading(draft)


def test_the_order_of_the_rows_is_that_of_the_skills() -> None:
    draft = full_document()
    header, *rows = table(draft)
    turned = {**draft, "skills": draft["skills"][::-1]}
    assert read([header, *rows[::-1]], draft) == Reading(turned)


def test_the_columns_may_stand_in_any_order_and_empty_rows_and_columns_between() -> None:
    draft = full_document()
    rows = [[*row[::-1], "", " "] for row in table(draft)]
    assert read([[""], rows[0], ["", " "], *rows[1:], [""] * 40], draft) == Reading(draft)


def test_a_new_row_is_a_new_skill_that_no_role_requires() -> None:
    draft, new = full_document(), tiny_skill("C", "HEAD")
    rows = table(tiny_document(skills=[*draft["skills"], new]))
    assert read(rows, draft) == Reading({**draft, "skills": [*draft["skills"], new]})


def test_a_skill_without_a_row_goes_with_what_roles_require_of_it() -> None:
    draft = full_document()
    expected = full_document()
    del expected["skills"][0], expected["roles"][0]["requirements"]["A"]
    header, _, last = table(draft)
    assert read([header, last], draft) == Reading(expected)


def test_a_list_that_no_cell_can_hold_stays_as_long_as_its_cell_does() -> None:
    draft = full_document()
    draft["skills"][0]["references"]["other"] = [f"{number} {'x' * 150}" for number in range(300)]
    assert [row[-1] for row in table(draft)] == ["other", "…", ""]
    assert [read_skills(data, draft) for data in in_many_forms(draft)] == [Reading(draft)] * 5


# The files


def test_the_columns_are_these() -> None:
    levels = [f"level_{level}_{language}" for level in range(6) for language in ("fr", "en")]
    ends = ["code", "competency", "mission", "origin", "retired", "replaced_by", "name_fr", "name_en"]
    assert list(COLUMNS) == [*ends, *levels, "esco", "sfia", "dora", "other"]
    assert set(EXPLAINED) == set(COLUMNS)
    assert set(COLUMNS) > LISTS


@pytest.mark.parametrize(("dialect", "start"), [("fr", "code;competency;"), ("en", "code,competency,")])
def test_a_csv_file_is_one_that_excel_opens(dialect: str, start: str) -> None:
    data = skills_csv(full_document(), dialect)
    assert data.startswith(b"\xef\xbb\xbf" + start.encode())
    assert data.count(b"\r\n") == data.count(b"\n") == 3


@pytest.mark.parametrize("written", [skills_xlsx, lambda draft: skills_csv(draft, "fr")])
def test_the_same_skills_have_the_same_bytes(written: Callable[[Document], bytes]) -> None:
    assert written(full_document()) == written(full_document())
    assert written(full_document()) != written(document())


@given(drafts(), st.sampled_from(["fr", "en"]), st.sampled_from([",", ";"]))
def test_no_cell_would_be_run(draft: Document, dialect: str, separator: str) -> None:
    text = io.StringIO(skills_csv(draft, dialect).decode("utf-8-sig"), newline="")
    cells = [cell for row in csv.reader(text, delimiter=separator) for cell in row]
    assert [cell for cell in cells if re.match(r'[\s"]*[=+@＝＋－＠]', cell)] == []
    assert {cell for cell in cells if cell.startswith("-")} <= {"-3", "-3,5"}


# What is refused


def refusals(rows: Table, draft: Document | None = None) -> list[str]:
    """Every error of the table; nothing of it is taken."""
    reading = read(rows, draft or full_document())
    assert reading.document is None
    assert reading.left_out == ()
    return list(reading.faults)


LONG = "x" * 301


@pytest.mark.parametrize(
    ("column", "text", "error"),
    [
        ("code", "", "row 3, code: missing"),
        ("code", "b", "row 3, code: must be a code: capitals, digits, - and _, a capital first, 32 characters at most"),
        ("code", "A", "row 3, code: A is already the code of row 2"),
        ("competency", "X", "row 3, competency: there is no X among the competencies"),
        ("mission", "X", "row 3, mission: there is no X among the missions"),
        ("origin", "mine", "row 3, origin: must be one of source, added"),
        ("origin", " ", "row 3, origin: missing"),
        ("competency", "", "row 3, competency: missing"),
        ("mission", "", "row 3, mission: missing"),
        ("retired", "oui", "row 3, retired: must be yes or empty"),
        ("replaced_by", "A", "row 3, replaced_by: only a retired skill is replaced"),
        ("name_fr", "x" * 121, "row 3, name_fr: 121 characters, 120 at most"),
        ("level_5_en", LONG, "row 3, level_5_en: 301 characters, 300 at most"),
        ("level_0_fr", "a\tb", "row 3, level_0_fr: a control character in the text"),
        ("level_0_fr", "a\nb", "row 3, level_0_fr: a control character in the text"),
        ("level_0_fr", "a\u2028b", "row 3, level_0_fr: a control character in the text"),
        ("esco", "https://example.org", "row 3, esco: must be an ESCO address"),
        ("sfia", "ABCD\nx\ny", "row 3, sfia: must be a SFIA code of four capitals"),
        ("other", "a\n" + "x" * 201, "row 3, other: 201 characters, 200 at most"),
        ("other", "a\n" * (MOST_LINES + 1), "row 3, other: more than 1000 lines"),
    ],
)
def test_an_error_says_its_row_and_column(column: str, text: str, error: str) -> None:
    assert refusals(edited(full_document(), 3, column, text)) == [error]


def test_all_errors_are_said_at_once_by_rows() -> None:
    rows = edited(full_document(), 2, "origin", "mine")
    rows[1][COLUMNS.index("retired")] = "no"
    rows[1].append("more")
    rows += [[], ["A", "X", *rows[2][2:]], ["c", *rows[2][1:]]]
    assert refusals(rows) == [
        "row 2, retired: must be yes or empty",
        "row 2: a cell outside the columns that the first row names",
        "row 2, origin: must be one of source, added",
        "row 5, code: A is already the code of row 2",
        "row 5, competency: there is no X among the competencies",
        "row 6, code: must be a code: capitals, digits, - and _, a capital first, 32 characters at most",
    ]


def test_an_error_knows_its_place_and_its_parts() -> None:
    rows = edited(full_document(), 3, "competency", "skills[9]")
    assert read(rows, full_document()).faults[1].values == {"code": "skills[9]"}
    reading = read([*table(full_document()), table(full_document())[1]], full_document())
    (fault,) = reading.faults
    assert (fault.place, fault.values) == ("row 4, code", {"code": "A", "other": "row 2"})
    assert fault.said(lambda text: f"« {text} »") == "« A is already the code of row 2 »"


def test_who_replaces_a_skill_must_be_in_the_file() -> None:
    draft = full_document()
    draft["skills"][0] |= {"retired": True, "replaced_by": ["B"]}
    header, first, _ = table(draft)
    assert refusals([header, first], draft) == ["row 2, replaced_by: there is no B among the skills"]


def test_an_error_elsewhere_in_the_draft_keeps_its_own_place() -> None:
    draft = full_document()
    draft["roles"][0]["origin"] = "mine"
    assert refusals(table(draft), draft) == ["roles[0].origin: must be one of source, added"]


WOULD_RUN = (
    "a spreadsheet would run this: put an apostrophe before it (in a spreadsheet type two), or send an .xlsx file"
)


@pytest.mark.parametrize("text", ["=1+1", " =1+1", "+33 6", "- a list", "-1-1", "@name", "＝1", '"=1', "\t=1"])
def test_what_a_spreadsheet_would_run_is_refused_in_csv_and_a_text_in_a_workbook(text: str) -> None:
    draft, expected = full_document(), full_document()
    expected["skills"][1]["name"]["fr"] = text.strip()
    rows = edited(draft, 3, "name_fr", text)
    assert list(read_skills(as_csv(rows), draft).faults) == [f"row 3, name_fr: {WOULD_RUN}"]
    assert read_skills(as_xlsx(rows), draft) == Reading(expected)


def test_the_errors_of_a_long_wrong_table_are_cut() -> None:
    draft = full_document()
    header, row, _ = table(draft)
    faults = refusals([header, *([row[0], *["X"] * 4, *row[5:]] for _ in range(MOST_SKILLS))], draft)
    assert faults[0] == "row 2, retired: must be yes or empty"
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1] == f"and more: {MOST_SKILLS * 5 - 1 - MOST_FAULTS}"


def header_with(*more: str, without: str = "") -> Table:
    return [[*(column for column in COLUMNS if column != without), *more], ["A"]]


@pytest.mark.parametrize(
    ("rows", "errors"),
    [
        ([], ["the file is empty"]),
        ([[""], ["", " "]], ["the file is empty"]),
        (header_with()[:1], ["there is no skill below the names of the columns"]),
        (header_with(without="esco"), ["column esco: missing"]),
        (header_with("weight", "Code"), ["column weight: unknown column", "column Code: unknown column"]),
        (header_with("esco", " esco "), ["column esco: the column stands twice"]),
        (header_with("a\x01" * 9), ["column " + "a\ufffd" * 9 + ": unknown column"]),
        (
            header_with("x", "sfia", without="dora"),
            ["column dora: missing", "column x: unknown column", "column sfia: the column stands twice"],
        ),
    ],
)
def test_the_first_row_names_the_columns(rows: Table, errors: list[str]) -> None:
    assert refusals(rows) == errors


@pytest.mark.parametrize("rows", [table(full_document())[1:], [["x"] * 101], [[*COLUMNS, *map(str, range(80))]]])
def test_a_file_without_a_header_is_told_which_it_needs(rows: Table) -> None:
    names = "code, competency, mission, origin, retired, replaced_by, name_fr, name_en and so on"
    assert refusals([[""], *rows]) == [f"row 2: the first row must name the columns: {names}"]


def test_there_are_limits() -> None:
    header, row, _ = table(full_document())
    rows = [header, *[row] * (MOST_SKILLS + 1)]
    assert refusals(rows) == [f"more than {MOST_SKILLS} skills"]
    many = [*row[:-1], "x\n" * MOST_LINES]
    lines = [header, *[many] * (MOST_LINES_IN_ALL // MOST_LINES + 1)]
    assert refusals(lines) == [f"more than {MOST_LINES_IN_ALL} lines in all lists"]


# Files that are no table


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf\r\n", "the file is empty"),
        (b"code;\xe9", "not UTF-8: byte 5 cannot be read; save the file as “CSV UTF-8” or as .xlsx"),
        ("code\t".encode("utf-16"), "not UTF-8: byte 0 cannot be read; save the file as “CSV UTF-8” or as .xlsx"),
        (b'code,"mission', "not CSV: unexpected end of data, line 1"),
        (b'code\n"a"b', "not CSV: ',' expected after '\"', line 2"),
        (b"code\n" + b"x" * 140_000, "not CSV: field larger than field limit (131072), line 2"),
        (b"x" * (MOST_BYTES + 1), f"too large: {MOST_BYTES + 1} bytes, {MOST_BYTES} at most"),
        (
            bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
            "an old .xls file, or one with a password: save it as .xlsx without one, or as CSV",
        ),
    ],
)
def test_a_file_that_is_no_table_says_why(data: bytes, error: str) -> None:
    reading = read_skills(data, full_document())
    assert (reading.document, reading.faults) == (None, (error,))


# Whatever comes in


def assert_fit(reading: Reading) -> None:
    """A reading either refuses with reasons or gives what may stand as a draft."""
    if reading.document is None:
        assert reading.faults
    else:
        assert reading.faults == ()
        assert finished_but(reading.document) == []


ANY_CELL = (
    st.sampled_from([*NASTY, *"ABC", "HAND", "RUN", "added", "yes", "ABCD", "a\nb", "\x00", "x" * 400]) | st.text()
)


@settings(max_examples=200)
@given(st.data(), st.integers(0, 12))
def test_any_table_is_taken_as_a_draft_or_refused(data: st.DataObject, changes: int) -> None:
    rows = table(full_document())
    for _ in range(changes):
        row = data.draw(st.sampled_from(rows))
        row[data.draw(st.integers(0, len(COLUMNS) - 1))] = data.draw(ANY_CELL)
    assert_fit(read_skills(as_csv(rows), full_document()))


@settings(max_examples=300)
@given(st.binary(max_size=200), st.sampled_from([b"", b"code,", b"PK\3\4", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0"]))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    assert_fit(read_skills(start + data, full_document()))


@settings(max_examples=300)
@given(st.data(), st.sampled_from(list(in_many_forms(full_document()))))
def test_any_broken_file_is_read_or_refused(data: st.DataObject, file: bytes) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(file)))
        end = start + data.draw(st.integers(0, 9))
        file = file[:start] + data.draw(st.binary(max_size=9)) + file[end:]
    assert_fit(read_skills(file, full_document()))
