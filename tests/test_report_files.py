"""The report in every form of file: who gets it, under which name, in which language, with which notes."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook
from pypdf import PdfReader

from assessment.exports.report_files import FORMS
from assessment.models import Assessment, CatalogueVersion, PlanItem, Share
from tests.examples import shipped
from tests.people import address, begin, everything_stored, finish, read

MARKER = "marker-51aa"
LANGUAGES = ("fr", "en")
NAMES = {form: "resume.json" if form == "resume" else f"report.{form}" for form in FORMS}
TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "resume": "application/json",
}


def take(client: Client, finished: Assessment, form: str, query: str = "", language: str = "en") -> bytes:
    response = client.get(address(finished, f"{NAMES[form]}{query}", language))
    assert (response.status_code, response.headers["Content-Type"]) == (200, TYPES[form])
    return response.content


def words(data: bytes, form: str) -> str:
    """What a file says, as a program that is not ours reads it."""
    if form == "pdf":
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if form == "xlsx":
        sheets = load_workbook(io.BytesIO(data)).worksheets
        return " ".join(str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
    return data.decode("utf-8-sig")


def noted(client: Client) -> Assessment:
    draft = begin(client)
    client.post(address(draft, "TECH/"), {"skill-T1": "3", "skill-T2": "2", "note-T1": MARKER, "go": "next"})
    client.post(address(draft, "review/"))
    draft.refresh_from_db()
    return draft


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_there_in_the_language_of_the_page(
    client: Client, published: CatalogueVersion, form: str, language: str
) -> None:
    said = words(take(client, finish(client), form, language=language), form)
    first, other = (
        shipped().skill_by_code["T1"].name.said_in(one) for one in (language, {"fr": "en", "en": "fr"}[language])
    )
    said = " ".join(said.split())
    assert form == "json" or first in said
    assert other not in said


@pytest.mark.parametrize(
    ("address_of", "name"),
    [
        ("report.pdf?role=mlops", "-fr.pdf"),
        ("report.pdf?role=mlops&notes=yes", "-fr-notes.pdf"),
        ("report.xlsx?role=mlops", "-fr.xlsx"),
        ("report.csv?role=mlops", "-fr.csv"),
        ("report.csv?role=mlops&dialect=en&notes=yes", "-en-notes.csv"),
        ("report.json?role=mlops&notes=yes", ".json"),
        ("resume.json?role=mlops&notes=yes", "-fr-resume.json"),
    ],
)
def test_each_has_a_name_that_tells_it_from_the_others(
    client: Client, published: CatalogueVersion, address_of: str, name: str
) -> None:
    response = client.get(address(finish(client), address_of, "fr"))
    name = f"careerquiz-mlops-confirmed-{timezone.localdate()}{name}"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_report_is_the_same_file_and_taking_it_changes_nothing(
    client: Client, published: CatalogueVersion, form: str
) -> None:
    finished = finish(client)
    before = everything_stored()
    assert take(client, finished, form) == take(client, finished, form)
    assert everything_stored() == before


@pytest.mark.parametrize("form", FORMS)
def test_notes_are_in_a_file_only_if_they_are_asked_for(client: Client, published: CatalogueVersion, form: str) -> None:
    finished = noted(client)
    for query in ("", "?notes=no", "?notes=", "?notes=yes%00"):
        assert MARKER not in words(take(client, finished, form, query), form)
    assert (MARKER in words(take(client, finished, form, "?notes=yes"), form)) == FORMS[form].may_hold_notes


def test_the_page_offers_notes_where_there_are_any(client: Client, published: CatalogueVersion) -> None:
    links = [
        [a.attributes["href"] for a in read(client.get(address(made, "report/"))).each("a", download="")]
        for made in (finish(client), noted(client))
    ]
    assert [len([link for link in found if "notes=yes" in link]) for found in links] == [0, 3]


@pytest.mark.parametrize(
    ("language", "query", "separator"),
    [("fr", "", ";"), ("en", "", ","), ("fr", "?dialect=en", ","), ("en", "?dialect=fr", ";")],
)
def test_a_table_has_the_dialect_of_the_page_or_the_other(
    client: Client, published: CatalogueVersion, language: str, query: str, separator: str
) -> None:
    data = take(client, finish(client), "csv", query, language)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))
    assert len(rows) == 1 + len(shipped().requirements("devops"))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows[0]) > 10


@pytest.mark.parametrize(
    "query", ["?dialect=", "?dialect=de", "?dialect=fr%00", "?role=nope", "?grade=", "?grade=x%00"]
)
@pytest.mark.parametrize("form", FORMS)
def test_what_does_not_exist_is_not_found(client: Client, published: CatalogueVersion, form: str, query: str) -> None:
    assert client.get(address(finish(client), NAMES[form] + query)).status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_has_no_file_and_a_stranger_gets_404(client: Client, published: CatalogueVersion, form: str) -> None:
    assert client.get(address(begin(client), NAMES[form])).status_code == 404
    finished, stranger = finish(client), Client()
    finish(stranger)
    assert stranger.get(address(finished, NAMES[form])).status_code == 404


LIMIT = 2  # how often files were asked for from here, and once more


@pytest.mark.parametrize("steps", [0, 5])
@pytest.mark.parametrize("form", FORMS)
def test_each_asks_the_database_once_and_the_one_that_holds_the_plan_twice(
    client: Client, published: CatalogueVersion, form: str, steps: int
) -> None:
    finished = planned(client, steps)
    counts = []
    for query in ("", "?plan=yes"):
        with CaptureQueriesContext(connection) as found:
            take(client, finished, form, query)
        counts.append(len(found))
    asked = [1, 2] if form == "pdf" else [1, 1]
    assert counts == [often + LIMIT for often in asked]


def planned(client: Client, steps: int = 2) -> Assessment:
    """A report whose first gaps are picked, with a marker in each of their next steps."""
    finished = finish(client)
    codes = [gap.skill.code for gap in finished.gap_report().priorities[:steps]]
    assert PlanItem.objects.edit(finished, {code: {"pick": True, "step": MARKER} for code in codes}) == []
    return finished


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_the_plan_is_in_the_pdf_that_is_asked_to_hold_it_and_in_no_other_form(
    client: Client, published: CatalogueVersion, form: str, language: str
) -> None:
    finished = planned(client)
    plain, asked = (words(take(client, finished, form, query, language), form) for query in ("", "?plan=yes"))
    assert (plain.count(MARKER), asked.count(MARKER)) == (0, 2 if form == "pdf" else 0)


def test_a_plan_is_for_the_target_it_was_made_for(client: Client, published: CatalogueVersion) -> None:
    finished = planned(client)
    assert MARKER in words(take(client, finished, "pdf", "?plan=yes&role=devops&grade=confirmed"), "pdf")
    for query in ("?plan=yes&role=mlops", "?plan=yes&grade=senior"):
        assert MARKER not in words(take(client, finished, "pdf", query), "pdf")


def test_whoever_reads_a_shared_report_sees_no_plan(client: Client, published: CatalogueVersion) -> None:
    finished = planned(client)
    share = Share.objects.make(finished, "Ms Martin", timezone.now() + timedelta(days=1), with_notes=True)
    response = Client().get(f"/en/shared/{share.token}/")
    assert response.status_code == 200
    assert MARKER not in response.content.decode()
    assert MARKER not in client.get(address(finished, "report/")).content.decode()


@pytest.mark.parametrize("answers", [{}, {"T1": 0}, dict.fromkeys(shipped().requirements("devops"), "na")])
@pytest.mark.parametrize("form", FORMS)
def test_too_few_answers_still_make_a_file_and_no_figure(
    client: Client, published: CatalogueVersion, form: str, answers: dict[str, int | str]
) -> None:
    finished = finish(client, answers=answers)  # type: ignore[arg-type]
    assert json.loads(take(client, finished, "json"))["readiness"] is None
    assert take(client, finished, form)
