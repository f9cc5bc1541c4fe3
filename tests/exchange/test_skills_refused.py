"""A table with an error changes nothing and says every error with its row and column; no bytes make it raise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.exchange.reading import Reading
from assessment.exchange.skills_table import (
    COLUMNS,
    MOST_FAULTS,
    MOST_LINES,
    MOST_LINES_IN_ALL,
    MOST_SKILLS,
    read_skills,
)
from assessment.strict_json import MOST_BYTES
from tests.examples import full_document
from tests.exchange.tables import NASTY, Table, as_csv, as_xlsx, edited, finished_but, in_many_forms, read, table
from tests.strategies import Document


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
