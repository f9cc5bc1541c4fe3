"""Files that cannot be taken: each gets its reasons, with row and column, changes nothing and leaves no trace."""

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.utils import translation
from django.utils.text import capfirst

from assessment.admin.places import cell
from assessment.exchange.files import read_any
from assessment.exchange.skills_table import COLUMNS
from assessment.models import CatalogueChange, CatalogueVersion, DraftImport
from assessment.models.drafting import draft_document
from careerquiz.uploads import MOST_BYTES
from tests.editors import CATALOGUE, one_of, save, send_file, written
from tests.examples import changed, document
from tests.people import Element, everything_stored, read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PAGE = f"{CATALOGUE}import/"
LANGUAGES = ("fr", "en")
SHIPPED = document()
CSV = written("skills-csv-en", SHIPPED).decode("utf-8-sig")
XLSX = written("skills-xlsx", SHIPPED)
NAME = SHIPPED["skills"][0]["name"]["fr"]


@pytest.fixture
def editor() -> Client:
    return one_of("editors", name="Edda")


def alert(response: HttpResponseBase) -> Element:
    assert response.status_code == 200
    return read(response).the("div", role="alert")


def reasons(response: HttpResponseBase) -> list[tuple[str, str]]:
    """Where and why, line by line."""
    lines = alert(response).the("ul", class_="told").each("li")
    return [("".join(place.words for place in line.each("strong")), line.the("span").words) for line in lines]


def without(column: str) -> bytes:
    """The workbook without a column."""
    at = COLUMNS.index(column)
    book = openpyxl.load_workbook(io.BytesIO(XLSX))
    book["skills"].delete_cols(at + 1)
    return saved(book)


def saved(book: Any) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_cell(row: int, column: str, value: Any) -> bytes:
    """The workbook with another value in a cell."""
    book = openpyxl.load_workbook(io.BytesIO(XLSX))
    book["skills"].cell(row, COLUMNS.index(column) + 1).value = value
    return saved(book)


def archive(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as found:
        for name, content in members.items():
            found.writestr(name, content)
    return out.getvalue()


def bomb() -> bytes:
    """A workbook of 100 MB that comes as 100 kB."""
    members = {name: content for name, content in unpacked(XLSX).items() if name != "xl/worksheets/sheet1.xml"}
    return archive(members | {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 100_000_000})


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name) for name in found.namelist()}


HEAD, *ROWS = CSV.splitlines()
# a file, and the places that its reasons name
WRONG: dict[str, tuple[bytes, list[str]]] = {
    "not utf-8": (CSV.replace(NAME, "Gérer").encode("latin-1", "replace"), [""]),
    "a file of one separator, rows of the other": (
        "\r\n".join([HEAD.replace(",", ";"), *ROWS]).encode(),
        ["row 2, competency", "row 33, mission"],
    ),
    "no separator": (HEAD.replace(",", " ").encode(), ["row 1"]),
    "a missing column": (without("name_fr"), ["column name_fr"]),
    "an unknown column": (CSV.replace("name_fr", "Mon nom", 1).encode(), ["column name_fr", "column Mon nom"]),
    "a column twice": (
        CSV.replace("name_en", "name_fr", 1).encode(),
        ["column name_en", "column name_fr"],
    ),
    "a cell outside": (CSV.replace("\r\n", ",more\r\n", 2).replace(",more\r\n", "\r\n", 1).encode(), ["row 2"]),
    "a code twice": (CSV.replace("\r\nT2,", "\r\nT1,").encode(), ["row 3, code"]),
    "no code": (CSV.replace("\r\nT2,", "\r\n,").encode(), ["row 3, code"]),
    "an odd code": (with_cell(5, "code", "t 4"), ["row 5, code"]),
    "an unknown competency": (with_cell(5, "competency", "GONE"), ["row 5, competency"]),
    "a formula in a workbook": (with_cell(4, "name_fr", "=1+1"), ["row 4, name_fr"]),
    "a formula in csv": (
        CSV.replace(NAME, '"=HYPERLINK(""http://evil.example"")"').encode(),
        ["row 2, name_fr"],
    ),
    "an error of a spreadsheet": (with_cell(4, "name_fr", "#REF!"), ["row 4, name_fr"]),
    "a long name": (with_cell(4, "name_en", "x" * 121), ["row 4, name_en"]),
    "an odd retired": (with_cell(4, "retired", "perhaps"), ["row 4, retired"]),
    "no skill": (HEAD.encode(), [""]),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, [""]),
    "a text": (b"Hello, editor", ["row 1"]),
    "a zip bomb": (bomb(), [""]),
    "another zip": (archive({"hello.txt": b"hello"}), [""]),
    "half a workbook": (XLSX[: len(XLSX) // 2], [""]),
    "an old workbook": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(5000), [""]),
    "a catalogue with errors": (
        written("catalogue", changed({"skills.0.code": "not a code", "salaries.0.low": 0})),
        ["skills[0].code", "salaries[0].low"],
    ),
    "half a catalogue": (written("catalogue", SHIPPED)[:5000], [""]),
    "another format": (b'{"format": "careerquiz-catalogue/9"}', ["format"]),
    "a report": (b'{"format": "careerquiz-report/1"}', ["format"]),
    "an object": (b"{}", ["CFDocument"]),
    "an odd address of esco": (b"conceptUri,code\nhttp://evil.example/,T1\n", ["row 2, conceptUri"]),
    "an unknown code of esco": (b"conceptUri,code\nhttp://data.europa.eu/esco/skill/7,X1\n", ["row 2, code"]),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_gets_its_reasons_changes_nothing_and_leaves_no_trace(
    editor: Client, drafted: CatalogueVersion, name: str, language: str
) -> None:
    data, places = WRONG[name]
    before = everything_stored()
    found = reasons(send_file(editor, data, "file", language))
    faults = read_any(data, SHIPPED).faults
    with translation.override(language):
        assert found == [plain(cell(fault.place), capfirst(fault.said(translation.gettext))) for fault in faults]
        assert {plain(cell(place))[0] for place in places} <= {where for where, _said in found}
    assert everything_stored() == before


def plain(*texts: str) -> tuple[str, ...]:
    return tuple(" ".join(text.split()) for text in texts)


# What the form itself refuses


def said_by_form(response: HttpResponseBase) -> list[str]:
    return [line.words for line in alert(response).the("ul", class_="errorlist").each("li")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_and_an_empty_one_are_told_apart(editor: Client, drafted: CatalogueVersion, language: str) -> None:
    before = everything_stored()
    wanted = {"Accept-Language": language}
    nothing = [
        editor.post(PAGE, headers=wanted),
        editor.post(PAGE, {"file": ""}, headers=wanted),
        send_file(editor, CSV.encode(), "", language),
        editor.post(PAGE, CSV, content_type="text/csv", headers=wanted),
    ]
    (none,) = {tuple(said_by_form(response)) for response in nothing}
    (empty,) = said_by_form(send_file(editor, b"", "skills.csv", language))
    assert none != (empty,)
    assert everything_stored() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_50_mb_is_told_its_size_and_kept_nowhere(
    editor: Client, drafted: CatalogueVersion, language: str
) -> None:
    before = everything_stored()
    (line,) = said_by_form(send_file(editor, b"x" * 50_000_000, "large.csv", language))
    assert ("50" in line, "20" in line) == (True, True)
    assert everything_stored() == before


def test_the_largest_file_is_read_and_one_byte_more_is_not(editor: Client, drafted: CatalogueVersion) -> None:
    assert reasons(send_file(editor, b"x" * MOST_BYTES)) != []
    assert len(said_by_form(send_file(editor, b"x" * (MOST_BYTES + 1)))) == 1


def test_the_first_five_hundred_reasons_are_shown_and_the_rest_are_counted(
    editor: Client, drafted: CatalogueVersion
) -> None:
    found = []
    for skills in (250, 251):
        skill = SHIPPED["skills"][0] | {"code": "not a code", "origin": "nowhere"}
        draft = SHIPPED | {"roles": [], "skills": [skill] * skills}
        data = written("catalogue", draft)
        faults = read_any(data, SHIPPED).faults
        lines = [line.words for line in alert(send_file(editor, data)).the("ul", class_="told").each("li")]
        found.append((len(lines), lines[-1].endswith(f"{len(faults) - 500} more")))
    assert found == [(501, True), (501, True)]


def test_one_reason_more_is_counted_in_the_singular(editor: Client, drafted: CatalogueVersion) -> None:
    skill = SHIPPED["skills"][0] | {"origin": "nowhere"}
    skills = [skill | {"code": f"X{n}"} for n in range(501)]
    data = written(
        "catalogue", SHIPPED | {"skills": skills, "roles": [role | {"requirements": {}} for role in SHIPPED["roles"]]}
    )
    lines = alert(send_file(editor, data)).the("ul", class_="told").each("li")
    assert (len(read_any(data, SHIPPED).faults), len(lines), "1" in lines[-1].words) == (501, 501, True)


# What a file may be called

NAMES = {
    "<b>bold</b>.csv": "b>.csv",
    "<img src=x onerror=alert(1)>.csv": "<img src=x onerror=alert(1)>.csv",
    "../../etc/passwd": "passwd",
    "..\\..\\windows\\system.csv": "system.csv",
    "C:\\Users\\Edda\\skills.csv": "skills.csv",
    "x" * 600 + ".csv": "x" * 200,
    "two\x0blines.csv": "twolines.csv",
    "caf\u00e9 \u202egnp.csv": "café gnp.csv",
    "%s %(name)s {0.__class__}.csv": "%s %(name)s {0.__class__}.csv",
    "{{ 7 }} {% debug %}.csv": "{{ 7 }} {% debug %}.csv",
    "&lt;b&gt;.csv": "<b>.csv",
    "=cmd|x.csv": "=cmd|x.csv",
    "' OR 1=1;--": "' OR 1=1;--",
}


@pytest.mark.parametrize(("name", "kept"), NAMES.items(), ids=[name[:20] for name in NAMES])
def test_a_name_is_only_ever_text(editor: Client, drafted: CatalogueVersion, name: str, kept: str) -> None:
    data = CSV.replace(NAME, "Un autre nom").encode()
    response = send_file(editor, data, name)
    assert response.status_code == 302
    page = read(editor.get(response.headers["Location"]))
    assert DraftImport.objects.get().name == kept
    assert any(kept in line.words for line in page.the("div", id="content").each("p"))
    assert save(editor, response.headers["Location"]).status_code == 302
    home = read(editor.get(CATALOGUE))
    assert kept in home.the("li", class_="success").words
    (change,) = CatalogueChange.objects.filter(action="import").exclude(note="a test")
    assert change.note == kept
    page = read(editor.get(f"/admin/assessment/cataloguechange/{change.pk}/change/"))
    assert (kept in page.words, page.each("img", src="x")) == (True, [])


def test_a_name_of_5000_characters_is_no_request(editor: Client, drafted: CatalogueVersion) -> None:
    before = everything_stored()
    assert send_file(editor, CSV.encode(), "x" * 5000).status_code == 400
    assert everything_stored() == before


@pytest.mark.parametrize("name", ["", "/", "..", ".", "\\", "a\r\nSet-Cookie: a=b"])
def test_a_file_without_a_name_to_keep_is_no_file_or_a_plain_one(
    editor: Client, drafted: CatalogueVersion, name: str
) -> None:
    response = send_file(editor, CSV.encode(), name)
    assert (response.status_code in (200, 302, 400), "a=b" in str(response.headers)) == (True, False)
    assert draft_document() == SHIPPED
