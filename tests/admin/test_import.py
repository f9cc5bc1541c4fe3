"""Importing: what a file would change is shown, nothing happens before it is confirmed, and then all or nothing."""

import io
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.catalogue.compare import Field, differences
from assessment.exchange.files import WRITERS, read_any
from assessment.exchange.skills_table import COLUMNS
from assessment.models import CatalogueChange, CatalogueVersion, DraftImport
from assessment.models.drafting import draft_document
from profiles.models import User
from tests.databases import at_once
from tests.editors import CATALOGUE, changes_on, fill_draft, one_of, page_of, save, send_file, written
from tests.examples import changed, document, full_document, tiny_document, tiny_skill
from tests.exchange.packages import item, package
from tests.people import Element, edited_document, enter, everything_stored, read

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PAGE = f"{CATALOGUE}import/"
LANGUAGES = ("fr", "en")
Cells = list[tuple[str, ...]]


@pytest.fixture
def editor() -> Client:
    return one_of("editors", name="Edda")


def dry_run(client: Client, data: bytes, name: str = "skills", language: str = "en") -> tuple[str, Element]:
    """Send a file that can be taken: the address of what it would change, and that page."""
    response = send_file(client, data, name, language)
    assert response.status_code == 302, response.content.decode()  # type: ignore[attr-defined]
    address = response.headers["Location"]
    return address, read(client.get(address, headers={"Accept-Language": language}))


def take(client: Client, data: bytes, name: str = "skills") -> HttpResponseBase:
    """Send a file and confirm it."""
    return save(client, dry_run(client, data, name)[0])


def without_imports() -> list[str]:
    """All that is stored but the files that wait."""
    waits = ("assessment_draftimport ", "sqlite_sequence ")
    return [row for row in everything_stored().splitlines() if not row.startswith(waits)]


def forms(page: Element) -> list[Element]:
    return page.the("div", id="content").each("form")


def history(action: str = "import") -> list[tuple[str, str, str, str, str]]:
    """Who did what to which item, by which file."""
    found = CatalogueChange.objects.filter(action=action).exclude(note="a test").order_by("pk")
    return [(str(change.by), change.kind, change.section, change.code, change.note) for change in found]


# What each kind of file would change

SHIPPED = document()
FEWER = SHIPPED | {"skills": SHIPPED["skills"][1:]}
MORE = SHIPPED | {"skills": [*SHIPPED["skills"], {**SHIPPED["skills"][0], "code": "T77"}]}
PACKAGE = package([item("T1", "Keep the code"), item("Z9", "Something new"), item("Z8", "Etwas Neues", language="de")])
FILES: dict[str, tuple[bytes, list[tuple[str, str]]]] = {
    "catalogue.json": (
        written("catalogue", edited_document()),
        [
            *(("changed", "T2"), ("changed", "T5"), ("added", "T9"), ("changed", "devops T1")),
            *(("changed", "devops G1"), ("changed", "devops C1"), ("added", "devops T9"), ("removed", "devops G4")),
        ],
    ),
    "compétences.csv": (written("skills-csv-fr", FEWER), [("removed", "T1"), ("removed", "devops T1")]),
    "skills.csv": (written("skills-csv-en", MORE), [("added", "T77")]),
    "skills.xlsx": (written("skills-xlsx", MORE), [("added", "T77")]),
    "package.json": (PACKAGE, [("changed", "T1"), ("added", "Z9")]),
    "esco.csv": (b"conceptUri,code\r\nhttp://data.europa.eu/esco/skill/7,T1\r\n", [("changed", "T1")]),
}
KINDS = [(name, *what) for name, what in FILES.items()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FILES)
def test_a_file_is_told_item_by_item_and_nothing_happens(
    editor: Client, drafted: CatalogueVersion, name: str, language: str
) -> None:
    before = without_imports()
    data, wanted = FILES[name]
    _address, page = dry_run(editor, data, name, language)
    assert [change[:2] for change in changes_on(page)] == wanted
    (sentence,) = (line.words for line in page.the("div", id="content").each("p") if name in line.words)
    counts = [sum(kind == told for kind, _ in wanted) for told in ("added", "changed", "removed")]
    assert sorted(re.findall(r"\d+", sentence.replace(name, ""))) == sorted(map(str, counts))
    assert (without_imports(), draft_document()) == (before, SHIPPED)


@pytest.mark.parametrize(("name", "data", "wanted"), KINDS, ids=FILES)
def test_confirming_does_what_was_told_and_the_history_says_so(
    editor: Client, drafted: CatalogueVersion, name: str, data: bytes, wanted: list[tuple[str, str]]
) -> None:
    response = take(editor, data, name)
    assert (response.status_code, response.headers["Location"]) == (302, CATALOGUE)
    held = read_any(data, SHIPPED).document
    assert draft_document() == held
    found = differences(SHIPPED, held or {})
    assert history() == [("Edda", change.kind, change.section, change.code, name) for change in found]
    assert read(editor.get(CATALOGUE)).each("li", class_="success") != []


def test_values_that_would_change_stand_beside_the_old_ones(editor: Client, drafted: CatalogueVersion) -> None:
    (change,) = changes_on(dry_run(editor, FILES["esco.csv"][0])[1])
    had = ", ".join(SHIPPED["skills"][0]["references"]["esco"])
    assert change == ("changed", "T1", [(f": {had}", f": {had}, http://data.europa.eu/esco/skill/7")])


def test_an_empty_draft_takes_a_whole_catalogue(editor: Client) -> None:
    assert take(editor, written("catalogue", full_document())).status_code == 302
    assert draft_document() == full_document()


def test_an_unfinished_catalogue_is_taken_and_the_page_says_what_is_left_to_mend(editor: Client) -> None:
    unfinished = changed({"skills.0.anchors.fr.3": "", "skills.1.name.en": ""})
    said = []
    for draft in (changed({"skills.0.anchors.fr.3": ""}), unfinished, full_document()):
        address, page = dry_run(editor, written("catalogue", draft))
        said.append([line.words for line in page.the("div", id="content").each("p", class_="quiet")])
    assert [len(lines) for lines in said] == [1, 1, 0]
    assert said[0][0].replace("1", "2") != said[1][0]
    assert save(editor, address).status_code == 302


def test_a_name_is_kept_as_text_in_the_page_and_in_the_history(editor: Client, drafted: CatalogueVersion) -> None:
    take(editor, FILES["esco.csv"][0], "<script>alert(1)</script>.csv")
    assert history()[0][-1] == "script>.csv"  # a path has no place in a name


# A spreadsheet goes round


def in_a_spreadsheet(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The workbook after somebody opened, changed and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book["skills"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell(sheet: Any, code: str, column: str) -> Any:
    (row,) = (number for number in range(2, sheet.max_row + 1) if sheet.cell(number, 1).value == code)
    return sheet.cell(row, COLUMNS.index(column) + 1)


def test_a_round_trip_through_a_spreadsheet_changes_exactly_what_was_changed_in_it(
    editor: Client, drafted: CatalogueVersion
) -> None:
    def change(sheet: Any) -> None:
        cell(sheet, "T1", "level_3_fr").value = "J’ai fait autre chose."
        cell(sheet, "M2", "name_en").value = "Another name"
        cell(sheet, "G4", "retired").value = "yes"

    data = editor.get(f"{CATALOGUE}draft/skills-xlsx").content
    assert take(editor, in_a_spreadsheet(data, change), "skills.xlsx").status_code == 302
    found = [(change.code, change.fields) for change in differences(SHIPPED, draft_document())]
    old = {skill["code"]: skill for skill in SHIPPED["skills"]}
    assert found == [
        ("T1", (Field("anchors.fr[3]", old["T1"]["anchors"]["fr"][3], "J’ai fait autre chose."),)),
        ("G4", (Field("retired", None, new=True),)),
        ("M2", (Field("name.en", old["M2"]["name"]["en"], "Another name"),)),
    ]


@pytest.mark.parametrize("dialect", LANGUAGES)
def test_a_round_trip_as_csv_changes_exactly_what_was_changed_in_it(
    editor: Client, drafted: CatalogueVersion, dialect: str
) -> None:
    data = editor.get(f"{CATALOGUE}draft/skills-csv-{dialect}").content.decode()
    name = SHIPPED["skills"][0]["name"]["fr"]
    assert data.count(name) == 1
    take(editor, data.replace(name, "Un autre nom").encode())
    (found,) = differences(SHIPPED, draft_document())
    assert (found.code, found.fields) == ("T1", (Field("name.fr", name, "Un autre nom"),))


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_that_was_not_changed_differs_in_nothing_and_offers_nothing_to_confirm(
    editor: Client, drafted: CatalogueVersion, form: str, language: str
) -> None:
    data = editor.get(f"{CATALOGUE}draft/{form}").content
    _address, page = dry_run(editor, data, form, language)
    assert (changes_on(page), forms(page)) == ([], [])


# What cannot be taken


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_file_holds_and_the_draft_cannot_take_is_listed(
    editor: Client, drafted: CatalogueVersion, language: str
) -> None:
    _address, page = dry_run(editor, PACKAGE, "package.json", language)
    (lines,) = (part.each("li") for part in page.the("div", id="content").each("details"))
    left_out = read_any(PACKAGE, SHIPPED).left_out
    assert [line.words.split(" ")[0].rstrip(":") for line in lines] == [fault.place for fault in left_out]
    assert len(forms(page)) == 1


def test_rows_of_a_list_that_match_nothing_are_listed_by_their_numbers(
    editor: Client, drafted: CatalogueVersion
) -> None:
    rows = [f"http://data.europa.eu/esco/skill/{n},<b>nothing {n}</b>" for n in range(30)]
    data = "\n".join(["conceptUri,preferredLabel", *rows]).encode()
    _address, page = dry_run(editor, data)
    lines = [line.words for line in page.the("div", id="content").the("details").each("li")]
    assert (len(lines), lines[1]) == (21, "row 2: <b>nothing 0</b> matches no skill")
    assert (changes_on(page), forms(page)) == ([], [])


def test_a_long_list_of_what_was_left_out_is_kept_whole(editor: Client, drafted: CatalogueVersion) -> None:
    items = [item("T1", "Keep the code"), *(item(f"X{n}", "Tun", language="de") for n in range(900))]
    _address, page = dry_run(editor, package(items))
    assert len(page.the("div", id="content").the("details").each("li")) == 900


# What happens meanwhile, twice, or to others


def test_a_draft_that_was_changed_since_is_told_and_nothing_is_done(editor: Client, drafted: CatalogueVersion) -> None:
    address, _page = dry_run(editor, FILES["skills.csv"][0])
    save(one_of("editors", name="Other"), page_of("skills", "T1"), name_en="Changed meanwhile")
    before = without_imports()
    for response in (editor.post(address), editor.get(address)):
        page = read(response)
        assert (response.status_code, forms(page)) == (200, [])
        alert = page.the("div", role="alert")
        assert alert.the("a").attributes["href"] == PAGE
    assert without_imports() == before
    assert ("changed", "T1") in [change[:2] for change in changes_on(page)]
    assert take(editor, FILES["skills.csv"][0]).status_code == 302


def test_a_second_click_finds_it_done_and_does_nothing_more(editor: Client, drafted: CatalogueVersion) -> None:
    address, _page = dry_run(editor, FILES["skills.csv"][0])
    sent = [save(editor, address).status_code, editor.post(address).status_code]
    assert (sent, len(history()), draft_document()) == ([302, 302], 1, MORE)
    page = read(editor.get(address))
    assert (changes_on(page), forms(page)) == ([], [])


def confirm(client: Client, address: str) -> int:
    return client.post(address).status_code


@pytest.mark.usefixtures("separate_connections")
def test_two_clicks_at_once_take_a_file_once() -> None:
    fill_draft(full_document())
    editor = one_of("editors", name="Edda")
    address, _page = dry_run(editor, written("catalogue", changed({"skills.0.name.en": "Another"})))
    assert at_once(*[partial(confirm, editor, address)] * 2) == [302, 302]
    assert [change[2:4] for change in history()] == [("skills", "A")]


@pytest.mark.usefixtures("separate_connections")
def test_of_two_files_confirmed_at_once_one_is_told() -> None:
    fill_draft(full_document())
    both = [one_of("editors", name=name) for name in ("Edda", "Egon")]
    files = [written("catalogue", changed({f"skills.{n}.name.en": "Another"})) for n in (0, 1)]
    addresses = [dry_run(client, data)[0] for client, data in zip(both, files, strict=True)]
    answers = at_once(*(partial(confirm, *pair) for pair in zip(both, addresses, strict=True)))
    assert (sorted(answers), len(history())) == ([200, 302], 1)


def test_a_file_of_somebody_else_is_not_there(editor: Client, drafted: CatalogueVersion) -> None:
    address, _page = dry_run(editor, FILES["skills.csv"][0])
    before = everything_stored()
    for other in (one_of("editors", name="Other"), root()):
        assert [other.get(address).status_code, other.post(address).status_code] == [404, 404]
    unknown = f"{PAGE}00000000-0000-4000-8000-000000000000/"
    assert [editor.get(unknown).status_code, editor.post(unknown).status_code] == [404, 404]
    rows = [row for row in before.splitlines() if row.startswith("assessment_draft")]
    assert [row for row in everything_stored().splitlines() if row.startswith("assessment_draft")] == rows


def root() -> Client:
    client = Client()
    enter(client, User.objects.create_superuser("root@example.org"))
    return client


def test_who_lost_the_right_confirms_nothing(editor: Client, drafted: CatalogueVersion) -> None:
    address, _page = dry_run(editor, FILES["skills.csv"][0])
    User.objects.get(display_name="Edda").groups.clear()
    assert [editor.get(address).status_code, editor.post(address).status_code] == [403, 403]
    assert draft_document() == SHIPPED


@pytest.mark.parametrize("group", ["publishers", "analysts"])
def test_who_may_not_import_sends_nothing(drafted: CatalogueVersion, group: str) -> None:
    client = one_of(group)
    before = everything_stored()
    assert client.get(PAGE).status_code == 403
    assert send_file(client, FILES["skills.csv"][0]).status_code == 403
    assert client.post(f"{CATALOGUE}versions/1/draft/").status_code == 403
    assert everything_stored() == before


# An old version as the draft


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_version_becomes_the_draft_once_it_is_confirmed(
    editor: Client, drafted: CatalogueVersion, language: str
) -> None:
    fill_draft(edited_document())
    before = without_imports()
    response = editor.post(f"{CATALOGUE}versions/1/draft/", headers={"Accept-Language": language})
    assert response.status_code == 302
    address = response.headers["Location"]
    page = read(editor.get(address, headers={"Accept-Language": language}))
    wanted = [(change.kind, change.code) for change in differences(edited_document(), SHIPPED)]
    assert [change[:2] for change in changes_on(page)] == wanted
    assert (without_imports(), draft_document()) == (before, edited_document())
    assert save(editor, address).status_code == 302
    assert draft_document() == SHIPPED
    assert {(who, note) for who, *_rest, note in history()} == {
        ("Edda", f"version{NBSP if language == 'fr' else ' '}1")
    }
    assert CatalogueVersion.objects.count() == 1


NBSP = "\N{NO-BREAK SPACE}"


def test_the_page_of_a_version_and_the_first_page_offer_it(editor: Client, published: CatalogueVersion) -> None:
    addresses = [f"/admin/assessment/catalogueversion/{published.pk}/change/", CATALOGUE]
    action = f"{CATALOGUE}versions/1/draft/"
    for address in addresses:
        assert len(read(editor.get(address)).each("form", action=action)) == 1
        assert read(one_of("publishers").get(address)).each("form", action=action) == []


def test_an_empty_draft_is_made_from_a_version(editor: Client, published: CatalogueVersion) -> None:
    address = editor.post(f"{CATALOGUE}versions/1/draft/").headers["Location"]
    assert save(editor, address).status_code == 302
    assert draft_document() == SHIPPED


@pytest.mark.parametrize("number", ["0", "2", "9" * 30, "9" * 5000])
def test_a_version_that_is_not_there_becomes_nothing(editor: Client, drafted: CatalogueVersion, number: str) -> None:
    assert editor.post(f"{CATALOGUE}versions/{number}/draft/").status_code == 404
    assert not DraftImport.objects.exists()


def test_reading_makes_no_draft(editor: Client, drafted: CatalogueVersion) -> None:
    assert [editor.get(f"{CATALOGUE}versions/1/draft/").status_code, DraftImport.objects.count()] == [405, 0]


# How much it asks


def test_what_a_file_would_change_asks_as_often_for_2_skills_as_for_200(editor: Client) -> None:
    found = []
    for skills in (2, 200):
        draft = full_document()
        draft["skills"] += [tiny_skill(f"X{number}", "HEAD") for number in range(skills - 2)]
        fill_draft(tiny_document())
        address, _page = dry_run(editor, written("catalogue", draft))
        with CaptureQueriesContext(connection) as captured:
            editor.get(address)
        found.append(len(captured))
    assert found == [15, 15]  # session, person, factor, rights twice; the file that waits; the draft in nine
