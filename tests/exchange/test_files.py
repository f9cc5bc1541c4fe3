"""Every form in which a catalogue comes and goes: what a file is, told by its bytes, and what each form is made of."""

import datetime as dt
import hashlib
import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.catalogue.file import build, canonical
from assessment.exchange.case_export import export_case
from assessment.exchange.esco import read_esco
from assessment.exchange.files import CSV, JSON, WRITERS, XLSX, read_any
from assessment.exchange.reading import Document
from assessment.exchange.skills_table import skills_csv, skills_xlsx
from tests.examples import changed, document, full_document, tiny_document, tiny_salary
from tests.exchange.packages import assert_sound
from tests.strategies import documents

NOW = dt.datetime(2025, 1, 31, 12, tzinfo=dt.UTC)
BOM = b"\xef\xbb\xbf"
ESCO = b"conceptUri,preferredLabel\r\nhttp://data.europa.eu/esco/skill/7,A (en)\r\n"


def written(form: str, document: Document) -> bytes:
    return WRITERS[form].write(document, NOW, 7)


def test_each_form_has_its_ending_its_kind_and_its_own_writer() -> None:
    found = {form: (writer.ending, writer.content_type, writer.needs_finished) for form, writer in WRITERS.items()}
    assert found == {
        "catalogue": ("json", JSON, False),
        "skills-xlsx": ("xlsx", XLSX, False),
        "skills-csv-fr": ("csv", CSV, False),
        "skills-csv-en": ("csv", CSV, False),
        "case": ("json", JSON, True),
    }
    draft = full_document()
    assert {form: written(form, draft) for form in WRITERS} == {
        "catalogue": canonical(draft),
        "skills-xlsx": skills_xlsx(draft),
        "skills-csv-fr": skills_csv(draft, "fr"),
        "skills-csv-en": skills_csv(draft, "en"),
        "case": export_case(build(draft), changed=NOW, version=7),
    }


@pytest.mark.parametrize("form", WRITERS)
def test_what_was_taken_away_changes_nothing_when_it_comes_back(form: str) -> None:
    for draft in (document(), full_document(), tiny_document()):
        reading = read_any(written(form, draft), draft)
        assert (reading.document, reading.faults) == (draft, ())


@given(documents())
@settings(max_examples=30)
def test_a_catalogue_file_is_the_document_whatever_it_holds(found: Document) -> None:
    assert read_any(canonical(found), tiny_document()).document == found
    assert hashlib.sha256(written("catalogue", found)).hexdigest() == build(found).sha256


@pytest.mark.parametrize("form", [form for form, writer in WRITERS.items() if not writer.needs_finished])
def test_an_unfinished_draft_goes_out_and_comes_back(form: str) -> None:
    draft = changed({"skills.0.anchors.fr.3": "", "skills.1.name.en": "", "roles.0.name.fr": ""})
    assert read_any(written(form, draft), draft).document == draft


@pytest.mark.parametrize("before", [b"", BOM, b" \r\n\t", BOM + b"\n"])
def test_a_catalogue_is_known_by_its_format_wherever_it_begins(before: bytes) -> None:
    reading = read_any(before.replace(BOM, b"") + canonical(full_document()), tiny_document())
    assert reading.document == full_document()


@pytest.mark.parametrize("form", ["catalogue", "skills-csv-fr", "skills-csv-en", "case"])
def test_a_byte_order_mark_makes_no_difference(form: str) -> None:
    data = written(form, full_document())
    both = {data, BOM + data.removeprefix(BOM), data.removeprefix(BOM)}
    assert [read_any(found, full_document()).document for found in both] == [full_document()] * 2


@pytest.mark.parametrize("header", [b"conceptUri", b"ConceptURI", b'"conceptUri"'])
def test_a_list_of_esco_is_known_by_its_column(header: bytes) -> None:
    data = ESCO.replace(b"conceptUri", header)
    reading = read_any(data, tiny_document())
    assert reading == read_esco(data, tiny_document())
    assert reading.document is not None


def test_a_skill_that_mentions_the_column_of_esco_is_a_skill_all_the_same() -> None:
    draft = changed({"skills.0.name.en": "Read the column conceptUri"})
    for form in ("skills-csv-en", "skills-csv-fr", "skills-xlsx"):
        assert read_any(written(form, draft), draft).document == draft


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"format": "careerquiz-catalogue/2"}, "format"),
        ({"skills.0.code": "not a code"}, "skills[0].code"),
        ({"skills.0.name.en": "x" * 121}, "skills[0].name.en"),
        ({"salaries": [tiny_salary(low=0)]}, "salaries[0].low"),
        ({"skills.0.competency": "GONE"}, "skills[0].competency"),
    ],
)
def test_a_catalogue_that_is_wrong_is_refused_with_the_place(changes: dict[str, object], place: str) -> None:
    reading = read_any(canonical(changed(changes)), tiny_document())
    assert (reading.document, place in [fault.place for fault in reading.faults]) == (None, True)


def test_a_catalogue_says_everything_that_is_wrong_but_what_a_draft_may_lack() -> None:
    wrong = changed({"skills.0.code": "a", "skills.1.code": "b", "roles.0.name.fr": ""})
    places = [fault.place for fault in read_any(canonical(wrong), tiny_document()).faults]
    assert {"skills[0].code", "skills[1].code"} <= set(places)
    assert "roles[0].name.fr" not in places


def test_a_catalogue_that_is_unfinished_is_taken_as_it_is() -> None:
    unfinished = changed({"skills.0.anchors.fr.3": "", "roles.1.requirements": {}, "salaries.0.low": None})
    assert read_any(canonical(unfinished), tiny_document()).document == unfinished


REFUSED = {
    "nothing": b"",
    "spaces": b" \r\n\t ",
    "a mark alone": BOM,
    "an image": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "a text": "Bonjour à tous, voici une compétence.".encode(),
    "an answers file": b'{"T1": 3, "T5": "dk"}',
    "a report": b'{"format": "careerquiz-report/1", "skills": []}',
    "another version": b'{"format": "careerquiz-catalogue/9"}',
    "an empty object": b"{}",
    "a list": b"[]",
    "a format alone": b'{"format": null}',
    "a list of the format": b'["careerquiz-catalogue/1"]',
    "a number": b"12",
    "half of a file": canonical(full_document())[:-100],
    "utf-16": json.dumps({"format": "careerquiz-catalogue/1"}).encode("utf-16"),
    "latin-1": '{"format": "careerquiz-catalogue/1", "é": 1}'.encode("latin-1"),
    "deep": b"[" * 100_000,
    "NaN": b'{"format": "careerquiz-catalogue/1", "levels": NaN}',
    "a half pair": b'{"format": "careerquiz-catalogue/1", "levels": "\\ud800"}',
    "a zip": b"PK\x05\x06" + bytes(18),
    "an old workbook": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504),
    "a page": b"<!doctype html><title>Sign in</title>",
    "a pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "only the header of esco": b"conceptUri\n",
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_no_catalogue_is_refused_with_a_reason_and_nothing_changes(data: bytes) -> None:
    draft = full_document()
    reading = read_any(data, draft)
    assert draft == full_document()
    if reading.document is not None:
        assert (reading.document, data) == (draft, REFUSED["only the header of esco"])
    else:
        assert all(fault.said(str) for fault in reading.faults)
        assert len(reading.faults) >= 1


def test_a_zip_of_other_things_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("conceptUri", "conceptUri,preferredLabel\n")
    reading = read_any(out.getvalue(), full_document())
    assert (reading.document, len(reading.faults)) == (None, 1)


@given(st.binary(max_size=300), st.sampled_from([b"", b"{", b"[", b"PK\x03\x04", BOM, b"conceptUri,", b"code;", ESCO]))
@settings(max_examples=200)
def test_any_bytes_make_a_sound_document_or_are_refused(rest: bytes, start: bytes) -> None:
    assert_sound(read_any(start + rest, full_document()))
