"""A table as an XLSX workbook, written with XlsxWriter and read with the standard library alone.

What comes in may be built to harm, so only what is needed is read, within bounds that are checked before a tree is
made of it: time and memory grow with the bytes, whatever they say. (openpyxl fills the rows up to any number that a
file claims, works a shared formula out anew for every cell that shares it, and takes "x005F_" out of texts.)
"""

import datetime as dt
import io
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from assessment.exchange.cells import Cell, Row, Unreadable
from assessment.exchange.workbook import workbook
from assessment.fault import Fault, gettext_noop

MOST_MEMBERS = 200
MOST_INSIDE = 20_000_000  # bytes of all members together, unpacked
MOST_CHARACTERS = 5_000_000  # of all cells together
MOST_PARTS = 600_000  # tags and attributes of one member; 1,000 full rows have some 250,000
A_FORMULA = gettext_noop("a formula: write the text itself")
AN_ERROR = gettext_noop("an error of the spreadsheet: write the text itself")
TOO_LARGE_INSIDE = gettext_noop("the workbook is too large inside")
NO_WORKBOOK = gettext_noop("not an .xlsx workbook that can be read: save it anew as .xlsx or as CSV")

BOOK = "xl/workbook.xml"
ESCAPED = re.compile(r"_x005F(_x[0-9a-fA-F]{4}_)|_x([0-9a-fA-F]{4})_")  # as XlsxWriter writes them
DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}  # number formats every workbook has
DAY_0 = dt.datetime(1899, 12, 30)  # noqa: DTZ001 (a day in a cell has no time zone)
NOT_SAID = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?')  # the parts of a number format that print as they are


def write_xlsx(sheets: Mapping[str, Sequence[Sequence[str]]], widths: Mapping[str, Sequence[int]]) -> bytes:
    """A workbook of sheets of texts by their names, the first row of each the header; `widths` in characters."""
    data = io.BytesIO()
    with workbook(data) as book:
        for name, rows in sheets.items():
            _write_sheet(book, book.add_worksheet(name), rows, widths[name])
    return data.getvalue()


def _write_sheet(book: Workbook, sheet: Worksheet, rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    bold = book.add_format({"num_format": "@", "bold": True})
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width, text)
    sheet.set_row(0, None, bold)
    sheet.freeze_panes(1, 1)
    for number, row in enumerate(rows):
        for column, said in enumerate(row):
            sheet.write_string(number, column, said, text if number else bold)


def read_xlsx(data: bytes, name: str) -> Iterator[Row]:
    """The rows that have a filled cell, of the sheet called `name` or else of the first. Raises Unreadable."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive.infolist())
            yield from filter(itemgetter(1), _rows(archive, name))
    except Unreadable:
        raise
    except Exception as error:  # whatever a broken archive makes the libraries raise, it is no workbook
        raise Unreadable(Fault("", NO_WORKBOOK)) from error


def _refuse_bomb(members: Sequence[ZipInfo]) -> None:
    """Refuse by the directory alone. Nothing is unpacked beyond the size it claims; other methods keep no bound."""
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_INSIDE:
        raise Unreadable(Fault("", TOO_LARGE_INSIDE))
    if any(member.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for member in members):
        raise Unreadable(Fault("", NO_WORKBOOK))


def _tree(archive: ZipFile, member: str) -> Element:
    with archive.open(member) as stream:
        xml = stream.read(archive.getinfo(member).file_size)
    if b"\0" in xml or b"<!DOCTYPE" in xml:  # UTF-16, in which a DOCTYPE would hide; entities, which can grow
        raise Unreadable(Fault("", NO_WORKBOOK))
    if xml.count(b"<") + xml.count(b"=") > MOST_PARTS:  # in a tree they take up to forty times their bytes
        raise Unreadable(Fault("", TOO_LARGE_INSIDE))
    return ET.fromstring(xml)  # noqa: S314 (no DOCTYPE, and bounded)


def _rows(archive: ZipFile, name: str) -> Iterator[Row]:
    files = _files(archive)
    texts = [_text(item) for tree in _trees(archive, files, "sharedStrings") for item in tree.iterfind("{*}si")]
    dates = {style for tree in _trees(archive, files, "styles") for style in _date_styles(tree)}
    return _filled(_tree(archive, _sheet(archive, files, name)), texts, dates)


def _filled(sheet: Element, texts: Sequence[str], dates: set[int]) -> Iterator[Row]:
    number, left = 0, MOST_CHARACTERS
    for row in sheet.iterfind("{*}sheetData/{*}row"):
        number = int(row.get("r", number + 1))
        cells = {column: _cell(cell, texts, dates) for column, cell in _columns(row)}
        left -= sum(len(cell.text) for cell in cells.values())
        if left < 0:  # many cells may share one long text
            raise Unreadable(Fault("", TOO_LARGE_INSIDE))
        yield number, {column: cell for column, cell in cells.items() if cell.text.strip()}


def _files(archive: ZipFile) -> dict[str, tuple[str, str]]:
    """What the workbook is made of: identifier -> kind ("worksheet"), member ("xl/worksheets/sheet1.xml")."""
    found = {}
    for relation in _tree(archive, "xl/_rels/workbook.xml.rels").iterfind("{*}Relationship"):
        member = posixpath.normpath(posixpath.join("/xl", relation.attrib["Target"])).lstrip("/")
        found[relation.attrib["Id"]] = relation.attrib["Type"].rpartition("/")[2], member
    return found


def _trees(archive: ZipFile, files: Mapping[str, tuple[str, str]], kind: str) -> list[Element]:
    """The part of this kind, of which a workbook has one or none."""
    members = [member for found, member in files.values() if found == kind]
    return [_tree(archive, member) for member in members[:1]]


def _sheet(archive: ZipFile, files: Mapping[str, tuple[str, str]], name: str) -> str:
    members: dict[str, str] = {}
    for sheet in _tree(archive, BOOK).iterfind("{*}sheets/{*}sheet"):
        kind, member = files[next(value for key, value in sheet.attrib.items() if key.endswith("}id"))]
        if kind == "worksheet":
            members[sheet.attrib["name"]] = member
    return members.get(name) or next(iter(members.values()))


def _date_styles(styles: Element) -> set[int]:
    """The cell styles that show a number as a date or a time."""
    own = styles.iterfind("{*}numFmts/{*}numFmt")
    dates = DATES | {int(known.attrib["numFmtId"]) for known in own if _says_date(known.attrib["formatCode"])}
    return {
        index
        for index, style in enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
        if int(style.get("numFmtId", 0)) in dates
    }


def _says_date(number_format: str) -> bool:
    return bool(re.search("[dmyhs]", NOT_SAID.sub("", number_format), re.IGNORECASE))


def _columns(row: Element) -> Iterator[tuple[int, Element]]:
    column = -1
    for cell in row.iterfind("{*}c"):
        place = re.match("[A-Z]{1,3}", cell.get("r", ""))
        column = _index(place[0]) if place else column + 1
        yield column, cell


def _index(letters: str) -> int:
    """A is 0, Z 25, AA 26."""
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _kind(cell: Element, dates: set[int]) -> str:
    kind = cell.get("t", "n")
    return "date" if kind == "n" and int(cell.get("s", 0)) in dates else kind


def _cell(cell: Element, texts: Sequence[str], dates: set[int]) -> Cell:
    kind, value = _kind(cell, dates), cell.findtext("{*}v", "")
    if cell.find("{*}f") is not None:
        return Cell("=", A_FORMULA)
    if kind == "e":
        return Cell(f"#{value}", AN_ERROR)
    if not value:
        return Cell("".join(map(_text, cell.iterfind("{*}is"))))
    if kind == "s":
        return Cell(texts[int(value)])
    return Cell(SAYS.get(kind, _decoded)(value))


def _text(item: Element) -> str:
    """A text, plain or in runs of several fonts, without the reading aid that East Asian texts may carry."""
    parts = [*item.iterfind("{*}t"), *item.iterfind("{*}r/{*}t")]
    return _decoded("".join(part.text or "" for part in parts))


def _decoded(text: str) -> str:
    return ESCAPED.sub(lambda found: found[1] or chr(int(found[2], 16)), text)


def _moment(days: float) -> str:
    """A date as 2025-01-31, a time as 12:30:00, both with a space between them."""
    said = (DAY_0 + dt.timedelta(days=days)).replace(microsecond=0)
    return said.isoformat(" ").removesuffix(" 00:00:00").removeprefix("1899-12-30 ")


SAYS: dict[str, Callable[[str], str]] = {
    "n": lambda value: f"{float(value):.15g}",
    "date": lambda value: _moment(float(value)),
    "b": lambda value: "TRUE" if value == "1" else "FALSE",
}
