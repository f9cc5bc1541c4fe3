"""Workbooks: what ours hold, what others make of them, and what is built to harm."""

import datetime as dt
import io
import tracemalloc
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.catalogue.check import check, is_unfinished
from assessment.exchange.reading import Reading
from assessment.exchange.skills_table import COLUMNS, EXPLAINED, read_skills, skills_xlsx
from assessment.exchange.skills_xlsx import MOST_INSIDE, MOST_MEMBERS, MOST_PARTS
from tests.examples import full_document, tiny_skill
from tests.strategies import Document

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
NO_WORKBOOK = "not an .xlsx workbook that can be read: save it anew as .xlsx or as CSV"
TOO_LARGE = "the workbook is too large inside"
A_FORMULA = "a formula: write the text itself"


def opened() -> openpyxl.Workbook:
    """The workbook of the full document, in a program that edits it."""
    return openpyxl.load_workbook(io.BytesIO(skills_xlsx(full_document())))


def read_saved(book: openpyxl.Workbook) -> Reading:
    data = io.BytesIO()
    book.save(data)
    return read_skills(data.getvalue(), full_document())


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def with_parts(**changes: bytes | None) -> bytes:
    """Our workbook with other contents in some members: `sheet`, `strings`, `book`, `relations`, `styles`."""
    named = {"sheet": SHEET, "strings": STRINGS, "book": BOOK, "relations": RELATIONS, "styles": "xl/styles.xml"}
    members = parts(skills_xlsx(full_document()))
    for key, content in changes.items():
        if content is None:
            del members[named[key]]
        else:
            members[named[key]] = content
    return packed(members)


def sheet(rows: bytes) -> bytes:
    """A workbook whose first sheet has these rows after the header."""
    xml = parts(skills_xlsx(full_document()))[SHEET]
    header = xml[: xml.index(b"</row>") + len(b"</row>")]
    return with_parts(sheet=header + rows + b"</sheetData></worksheet>")


def row_of(cells: Mapping[str, bytes], number: bytes = b"2") -> bytes:
    """A row of raw cells by their columns."""
    inside = b"".join(cells.get(column, b"<c/>") for column in COLUMNS)
    return b'<row r="' + number + b'">' + inside + b"</row>"


def inline(text: str) -> bytes:
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'.encode()


def skill_row(number: bytes = b"2", **cells: bytes) -> bytes:
    said = {"code": "A", "competency": "HAND", "mission": "RUN", "origin": "added", "name_en": "A"}
    return row_of({column: inline(text) for column, text in said.items()} | cells, number)


def taken(data: bytes) -> list[Document]:
    reading = read_skills(data, full_document())
    assert reading.faults == ()
    assert reading.document is not None
    skills: list[Document] = reading.document["skills"]
    return skills


def refused_with(data: bytes) -> list[str]:
    reading = read_skills(data, full_document())
    assert reading.document is None
    return list(reading.faults)


# What we write


def test_a_workbook_holds_texts_only_and_says_what_each_column_is() -> None:
    book = opened()
    assert book.sheetnames == ["skills", "columns"]
    assert {cell.data_type for sheet in book.worksheets for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert {cell.value for row in book["skills"].iter_rows() for cell in row if cell.data_type == "n"} <= {None}
    explained = [tuple(cell.value for cell in row) for row in book["columns"].iter_rows()]
    assert explained == [("column", "français", "English"), *((name, *EXPLAINED[name]) for name in COLUMNS)]


def test_a_workbook_bears_no_date_of_its_making() -> None:
    data = skills_xlsx(full_document())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert parts(data)["docProps/core.xml"].count(b">2000-01-01T00:00:00Z<") == 2


def test_a_workbook_keeps_its_header_in_sight_and_its_texts_wrapped() -> None:
    skills = opened()["skills"]
    assert skills.freeze_panes == "B2"
    text = skills["G3"]
    assert (text.alignment.wrap_text, text.number_format) == (True, "@")
    assert 40 < skills.column_dimensions["G"].width < 60
    assert skills["A1"].font.b


def test_a_workbook_runs_nothing_and_links_to_nothing() -> None:
    draft = full_document()
    draft["skills"][0]["name"] = {"fr": "=1+1", "en": "http://example.org"}
    draft["skills"][0]["anchors"]["fr"][0] = "{=SUM(A1)}"
    draft["skills"][0]["references"]["esco"] = ["http://data.europa.eu/esco/skill/1"]
    data = skills_xlsx(draft)
    assert read_skills(data, draft) == Reading(draft)
    inside = parts(data)
    assert not any(b"<f>" in xml or b"<f " in xml or b"hyperlink" in xml for xml in inside.values())
    assert b"<t>'=1+1</t>" in inside[STRINGS]


# What another program makes of it


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (42, "42"),
        (-3, "-3"),
        (2.0, "2"),
        (2.5, "2.5"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.date(2025, 1, 31), "2025-01-31"),
        (dt.datetime.fromisoformat("2025-01-31T12:30"), "2025-01-31 12:30:00"),
        (dt.time(12, 30), "12:30:00"),
        ("two words", "two words"),
        ("''=1", "'=1"),
    ],
)
def test_whatever_a_cell_is_it_becomes_a_text(value: Any, text: str) -> None:
    book, expected = opened(), full_document()
    book["skills"].cell(3, COLUMNS.index("name_fr") + 1).value = value
    expected["skills"][1]["name"]["fr"] = text
    assert read_saved(book) == Reading(expected)


@pytest.mark.parametrize("value", ["=1+1", "=HYPERLINK(A1)"])
def test_a_formula_is_refused(value: str) -> None:
    book = opened()
    book["skills"].cell(3, COLUMNS.index("name_fr") + 1).value = value
    book["skills"].cell(2, 1).value = value
    assert list(read_saved(book).faults) == [f"row 2, code: {A_FORMULA}", f"row 3, name_fr: {A_FORMULA}"]


def test_a_formula_in_the_header_or_beside_the_table_is_refused() -> None:
    book = opened()
    book["skills"].cell(1, 7).value = "=A1"
    assert list(read_saved(book).faults) == ["column name_fr: missing", "column =: unknown column"]
    book = opened()
    book["skills"].cell(9, 40).value = "=A1"
    missing = [f"row 9, {column}: missing" for column in ("code", "competency", "mission", "origin")]
    assert list(read_saved(book).faults) == [*missing, f"row 9: {A_FORMULA}"]


def test_an_error_of_the_spreadsheet_is_refused() -> None:
    book = opened()
    cell = book["skills"]["G3"]
    cell.value = "#REF!"
    cell.data_type = "e"
    assert list(read_saved(book).faults) == ["row 3, name_fr: an error of the spreadsheet: write the text itself"]


def test_the_sheet_called_skills_is_read_or_else_the_first() -> None:
    book = opened()
    book.move_sheet("skills", 1)
    book.create_sheet("more", 0)
    assert read_saved(book) == Reading(full_document())
    del book["more"], book["columns"]
    book["skills"].title = "Feuille 1"
    book.create_sheet("other").append(["code"])
    book.create_chartsheet("picture", 0)
    assert read_saved(book) == Reading(full_document())


def test_styled_empty_cells_and_rows_count_for_nothing() -> None:
    book = opened()
    for cell in ("AZ2", "A500", "XFD1048576"):
        book["skills"][cell].number_format = "0.00"
        book["skills"][cell].value = "  " if cell == "A500" else None
    assert read_saved(book) == Reading(full_document())


def test_a_text_in_several_fonts_is_read_as_one_without_its_reading_aid() -> None:
    runs = b"<is><r><rPr><b/></rPr><t>Ka</t></r><r><t>na</t></r><rPh><t>KANA</t></rPh></is>"
    (skill,) = taken(sheet(skill_row(name_fr=b'<c t="inlineStr">' + runs + b"</c>")))
    assert skill["name"] == {"fr": "Kana", "en": "A"}


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (inline("_x0041_x"), "Ax"),
        (inline("_x005F_x0041_"), "_x0041_"),
        (inline("a &amp; b"), "a & b"),
        (b'<c t="str"><v>said</v></c>', "said"),
        (b'<c t="d"><v>2025-01-31</v></c>', "2025-01-31"),
        (b'<c t="s"><v>0</v></c>', "code"),
        (b'<c t="s"><v></v></c>', ""),
        (b'<c t="inlineStr"/>', ""),
        (b"<c><v>1e999</v></c>", "inf"),
        (b'<c r="G2"><v>7</v></c>', "7"),
    ],
)
def test_cells_that_other_programs_write_are_read(cell: bytes, text: str) -> None:
    assert taken(sheet(skill_row(name_fr=cell)))[0]["name"]["fr"] == text


@pytest.mark.parametrize(
    ("number_format", "text"),
    [("0.00", "45688"), ('"day" 0', "45688"), ("[Red]0", "45688"), ("\\d0", "45688"), ("dd/mm/yy", "2025-01-31")],
)
def test_a_number_is_a_date_if_its_format_says_so(number_format: str, text: str) -> None:
    book, expected = opened(), full_document()
    cell = book["skills"]["G3"]
    cell.value = 45688
    cell.number_format = number_format
    expected["skills"][1]["name"]["fr"] = text
    assert read_saved(book) == Reading(expected)


def test_a_workbook_without_styles_and_shared_texts_is_read() -> None:
    header = b"".join(inline(column) for column in COLUMNS)
    xml = b"<worksheet><sheetData><row>" + header + b"</row>" + skill_row() + b"</sheetData></worksheet>"
    relations = b'<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/a.xml"/></Relationships>'
    book = b'<workbook xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    skills = taken(packed({BOOK: book, RELATIONS: relations, "xl/a.xml": xml}))
    assert [skill["code"] for skill in skills] == ["A"]


# What is built to harm


def test_a_zip_bomb_is_refused_by_its_directory() -> None:
    bomb = packed({**parts(skills_xlsx(full_document())), "xl/media/zeros.xml": bytes(MOST_INSIDE)})
    assert len(bomb) < 60_000
    assert refused_with(bomb) == [TOO_LARGE]
    assert refused_with(packed({f"{number}": b"" for number in range(MOST_MEMBERS + 1)})) == [TOO_LARGE]


def test_a_member_gives_no_more_than_the_size_it_claims() -> None:
    xml = parts(sheet(skill_row()))[SHEET]
    whole = xml + b" " * 19_000_000
    lying = with_parts(sheet=whole)
    for true, claimed in ((len(whole), len(xml)), (zlib.crc32(whole), zlib.crc32(xml))):
        assert lying.count(true.to_bytes(4, "little")) == 2
        lying = lying.replace(true.to_bytes(4, "little"), claimed.to_bytes(4, "little"))
        if claimed == len(xml):
            assert refused_with(lying) == [NO_WORKBOOK]
    tracemalloc.start()
    assert [skill["code"] for skill in taken(lying)] == ["A"]
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_keep_no_bound_are_refused(method: int) -> None:
    assert refused_with(packed(parts(skills_xlsx(full_document())), method)) == [NO_WORKBOOK]


ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


@pytest.mark.parametrize("key", ["sheet", "strings", "book", "relations", "styles"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_xml_with_entities_is_refused(key: str, encoding: str) -> None:
    xml = (ENTITIES + b"<a>&c;</a>").decode().encode(encoding)
    assert refused_with(with_parts(**{key: xml})) == [NO_WORKBOOK]


@pytest.mark.parametrize(
    "rows",
    [b"<c/>" * MOST_PARTS, b"<row>" * (MOST_PARTS + 1), b"<row><c " + b'r="A1" ' * MOST_PARTS + b"/></row>"],
)
def test_more_tags_and_attributes_than_a_table_has_are_refused(rows: bytes) -> None:
    assert refused_with(sheet(rows)) == [TOO_LARGE]


def test_one_long_text_that_many_cells_share_is_refused() -> None:
    strings = b"<sst><si><t>" + b"x" * 1_000_000 + b"</t></si></sst>"
    rows = skill_row(**dict.fromkeys(COLUMNS, b'<c t="s"><v>0</v></c>'))
    xml = b"<worksheet><sheetData>" + rows + b"</sheetData></worksheet>"
    assert refused_with(with_parts(strings=strings, sheet=xml)) == [TOO_LARGE]


def test_rows_far_down_and_a_huge_dimension_cost_nothing() -> None:
    xml = parts(sheet(skill_row(b"1048576") + b'<row r="99999999999999"><c r="ZZZ9"/></row>'))[SHEET]
    start = xml.index(b"<dimension")
    end = xml.index(b"/>", start) + 2
    huge = xml[:start] + b'<dimension ref="A1:XFD1048576"/>' + xml[end:]
    assert [skill["code"] for skill in taken(with_parts(sheet=huge))] == ["A"]
    wrong = with_parts(sheet=huge.replace(b">HAND<", b">HEAD</t></is></c><c/><c t='inlineStr'><is><t>X<"))
    assert all(fault.startswith("row 1048576") for fault in refused_with(wrong))


def test_a_formula_that_thousands_of_cells_share_is_never_worked_out() -> None:
    shared = b'<c><f t="shared" si="0">' + b"1+" * 100_000 + b"1</f></c>"
    cells = shared + b'<c r="A2"><f t="shared" si="0"/></c>' * 50_000
    faults = refused_with(sheet(b'<row r="2">' + cells + b"</row>"))
    assert f"row 2, code: {A_FORMULA}" in faults


@pytest.mark.parametrize(
    "data",
    [
        b"PK\3\4",
        b"PK\3\4" + packed({"a": b""}),
        packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}),
        packed({"word/document.xml": b"<x/>", "[Content_Types].xml": b"<Types/>"}),
        with_parts(sheet=None),
        with_parts(strings=None),
        with_parts(book=None),
        with_parts(relations=None),
        with_parts(book=b"<workbook><sheets/></workbook>"),
        with_parts(book=b'<workbook><sheets><sheet name="skills"/></sheets></workbook>'),
        with_parts(relations=b"<Relationships/>"),
        with_parts(relations=b"<Relationships><Relationship/></Relationships>"),
        with_parts(sheet=b""),
        with_parts(sheet=b"<worksheet>"),
        with_parts(sheet=b"\xff\xfe"),
        with_parts(sheet=b"<worksheet>\xff</worksheet>"),
        sheet(b'<row r="two"/>'),
        sheet(b'<row r="' + b"9" * 5000 + b'"/>'),
        sheet(skill_row(name_fr=b'<c t="s"><v>9999</v></c>')),
        sheet(skill_row(name_fr=b'<c t="s"><v>x</v></c>')),
        sheet(skill_row(name_fr=b"<c><v>x</v></c>")),
        sheet(skill_row(name_fr=b'<c s="x"><v>1</v></c>')),
    ],
)
def test_a_broken_workbook_is_refused(data: bytes) -> None:
    assert refused_with(data) == [NO_WORKBOOK]


def test_an_encrypted_member_is_refused() -> None:
    data = bytearray(skills_xlsx(full_document()))
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + flags] |= 1
            start = data.find(signature, start + 4)
    assert refused_with(bytes(data)) == [NO_WORKBOOK]


def test_a_deep_tree_is_nothing_but_an_empty_sheet() -> None:
    deep = b"<a>" * 200_000 + b"</a>" * 200_000
    assert refused_with(with_parts(sheet=deep)) == ["the file is empty"]


PIECES = (
    b"",
    b"<",
    b">",
    b'"',
    b"<c/>",
    b"<row>",
    b"</row>",
    b"<f/>",
    b"t=",
    b"s",
    b"r=",
    b"-1",
    b"99999",
    b"&",
    b"xE",
)
MEMBERS = parts(skills_xlsx(full_document()))


@settings(max_examples=300)
@given(st.data(), st.sampled_from([SHEET, STRINGS, BOOK, RELATIONS, "xl/styles.xml"]))
def test_any_broken_part_is_read_or_refused(data: st.DataObject, name: str) -> None:
    xml = MEMBERS[name]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(xml)))
        piece = data.draw(st.sampled_from(PIECES) | st.binary(max_size=4))
        xml = xml[:start] + piece + xml[start + data.draw(st.integers(0, 6)) :]
    reading = read_skills(packed(MEMBERS | {name: xml}, zipfile.ZIP_STORED), full_document())
    assert bool(reading.faults) == (reading.document is None)
    assert [fault for fault in check(reading.document) if not is_unfinished(fault)] == [] or reading.faults


def test_a_workbook_of_a_new_skill_is_taken() -> None:
    draft = full_document()
    draft["skills"].append(tiny_skill("C"))
    assert taken(skills_xlsx(draft)) == draft["skills"]
