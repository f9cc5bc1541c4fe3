import copy
import csv
import io
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assessment.catalogue.check import check, is_unfinished
from assessment.catalogue.compare import Field, differences
from assessment.exchange.esco import read_esco
from assessment.exchange.reading import Reading
from tests.examples import document, tiny_document, tiny_role
from tests.strategies import Document, documents

BASE = "http://data.europa.eu/esco/skill/"
PORTAL = (  # the columns of the portal's file of skills
    "conceptType",
    "conceptUri",
    "skillType",
    "reuseLevel",
    "preferredLabel",
    "altLabels",
    "hiddenLabels",
    "status",
    "modifiedDate",
    "scopeNote",
    "definition",
    "inScheme",
    "description",
)


def concept(number: int = 1, label: str = "", *others: str, **cells: str) -> dict[str, str]:
    return {"conceptUri": f"{BASE}{number}", "preferredLabel": label, "altLabels": "\n".join(others), **cells}


def written(*rows: dict[str, str], delimiter: str = ",", columns: tuple[str, ...] | None = None) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns or list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def draft(**texts: dict[str, str]) -> Document:
    """A draft of the skills A and B, some of them under other names."""
    found = tiny_document()
    for skill in found["skills"]:
        skill["name"] = texts.get(skill["code"], skill["name"])
    return found


def esco_of(reading: Reading) -> dict[str, list[str]]:
    assert (reading.document is not None, reading.faults) == (True, ())
    return {skill["code"]: skill["references"]["esco"] for skill in (reading.document or {})["skills"]}


def reasons(data: bytes) -> list[str]:
    reading = read_esco(data, draft())
    assert (reading.document, reading.left_out) == (None, ())
    return list(reading.faults)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_preferred_label_that_is_the_name_of_a_skill_attaches_the_concept(language: str) -> None:
    reading = read_esco(written(concept(7, f"B ({language})")), draft())
    assert reading.left_out == ()
    assert esco_of(reading) == {"A": [], "B": [f"{BASE}7"]}


def test_an_alternative_label_attaches_the_concept() -> None:
    assert esco_of(read_esco(written(concept(7, "else", "more", "a (FR)")), draft())) == {"A": [f"{BASE}7"], "B": []}


@pytest.mark.parametrize("label", ["L’ÉTÉ  DU\u00a0CODE", " l'été du code", "l’été du code\r"])
def test_capitals_spaces_and_apostrophes_make_no_difference(label: str) -> None:
    named = draft(A={"fr": "L'été du code", "en": "x"})
    assert esco_of(read_esco(written(concept(7, "else", label)), named))["A"] == [f"{BASE}7"]


def test_part_of_a_name_attaches_nothing() -> None:
    reading = read_esco(written(concept(7, "B"), concept(8, "B (en) and more")), draft())
    assert esco_of(reading) == {"A": [], "B": []}
    assert reading.left_out == (
        "rows that match no skill: 2",
        "row 2: B matches no skill",
        "row 3: B (en) and more matches no skill",
    )


def test_several_concepts_attach_to_a_skill_after_those_it_has() -> None:
    found = draft()
    found["skills"][0]["references"]["esco"] = [f"{BASE}1"]
    data = written(concept(3, "A (fr)"), concept(2, "A (en)"), concept(1, "A (en)"), concept(3, "A (fr)"))
    assert esco_of(read_esco(data, found))["A"] == [f"{BASE}1", f"{BASE}3", f"{BASE}2"]


def test_skills_of_one_name_get_the_concept_each() -> None:
    data = written(concept(7, "same"))
    assert esco_of(read_esco(data, draft(A={"fr": "Same", "en": "a"}, B={"fr": "b", "en": "same"}))) == {
        "A": [f"{BASE}7"],
        "B": [f"{BASE}7"],
    }


def test_a_code_attaches_to_that_skill_and_no_other() -> None:
    found = draft()
    found["skills"][1]["references"]["esco"] = [f"{BASE}7"]
    data = written(concept(7, "B (fr)", code="A"), concept(8, "B (fr)", code=" "))
    assert esco_of(read_esco(data, found)) == {"A": [f"{BASE}7"], "B": [f"{BASE}7", f"{BASE}8"]}


def test_a_blank_name_gets_the_preferred_label_in_the_language_of_the_row() -> None:
    found = draft(A={"fr": "", "en": "Automate"}, B={"fr": " ", "en": ""})
    found["skills"][1]["references"]["esco"] = [f"{BASE}8"]
    data = written(
        concept(7, "Mechanise", "automate", language="en"),
        concept(7, "Automatiser  les\ttâches", "automate", language="FR"),
        concept(8, "Écrire", language="fr-FR"),
        concept(8, "Write", language="de"),
    )
    reading = read_esco(data, found)
    assert [skill["name"] for skill in (reading.document or {})["skills"]] == [
        {"fr": "Automatiser les tâches", "en": "Automate"},
        {"fr": "Écrire", "en": ""},
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_what_one_row_says_of_a_concept_goes_for_its_other_rows(order: int) -> None:
    rows = [concept(7, "automate", language="en"), concept(7, "Automatiser", language="fr")]
    reading = read_esco(written(*rows[::order]), draft(A={"fr": "", "en": "Automate"}))
    assert (reading.document or {})["skills"][0]["name"] == {"fr": "Automatiser", "en": "Automate"}
    assert (esco_of(reading), reading.left_out) == ({"A": [f"{BASE}7"], "B": []}, ())


def test_a_row_with_a_code_leaves_the_other_skills_of_its_concept_alone() -> None:
    found = draft(A={"fr": "", "en": "a"}, B={"fr": "", "en": "b"})
    rows = [concept(7, "un", code="A", language="fr"), concept(7, "b", language="en"), concept(8, "c", code="B")]
    reading = read_esco(written(*({"code": "", "language": ""} | row for row in rows)), found)
    assert [skill["name"]["fr"] for skill in (reading.document or {})["skills"]] == ["un", ""]
    assert esco_of(reading) == {"A": [f"{BASE}7"], "B": [f"{BASE}7", f"{BASE}8"]}


def test_the_first_of_two_labels_fills_a_name() -> None:
    data = written(concept(7, "One", code="A", lang="fr"), concept(8, "Two", code="A", lang="fr"))
    reading = read_esco(data, draft(A={"fr": "", "en": "a"}))
    assert (reading.document or {})["skills"][0]["name"]["fr"] == "One"


@pytest.mark.parametrize("language", [{}, {"language": ""}, {"lang": "pl"}], ids=repr)
def test_a_blank_name_stays_blank_without_a_language_of_ours(language: dict[str, str]) -> None:
    reading = read_esco(written(concept(7, "One", code="A", **language)), draft(A={"fr": "", "en": ""}))
    assert (reading.document or {})["skills"][0]["name"] == {"fr": "", "en": ""}


def test_a_row_without_a_label_fills_no_name() -> None:
    reading = read_esco(written(concept(7, "", code="A", language="fr")), draft(A={"fr": "", "en": ""}))
    assert (esco_of(reading)["A"], reading.left_out) == ([f"{BASE}7"], ())


def test_blank_names_match_no_blank_labels() -> None:
    assert esco_of(read_esco(written(concept(7, "", "", " ")), draft(A={"fr": "", "en": ""}))) == {"A": [], "B": []}


@pytest.mark.parametrize("label", ["n" * 121, "a\x00b", "a\x7fb"])
def test_a_label_that_is_no_name_is_left_out_and_its_reference_taken(label: str) -> None:
    reading = read_esco(written(concept(7, label, code="A", language="fr")), draft(A={"fr": "", "en": "a"}))
    assert esco_of(reading)["A"] == [f"{BASE}7"]
    assert (reading.document or {})["skills"][0]["name"]["fr"] == ""
    assert [fault.place for fault in reading.left_out] == ["row 2, preferredLabel"]


def test_a_skill_takes_no_more_references_than_the_format_lets() -> None:
    data = written(*(concept(number, code="A") for number in range(1002)))
    reading = read_esco(data, draft())
    assert esco_of(reading)["A"] == [f"{BASE}{number}" for number in range(1000)]
    assert reading.left_out == ("row 1002: A has 1000 references already", "row 1003: A has 1000 references already")
    assert check(reading.document) == []


def test_what_the_draft_cannot_take_is_cut_short_too() -> None:
    data = written(*(concept(number, code="A") for number in range(1200)))
    reading = read_esco(data, draft())
    assert (len(reading.left_out), reading.left_out[-1]) == (101, "and more: 100")


def test_rows_that_match_nothing_are_counted_and_the_first_listed() -> None:
    reading = read_esco(written(concept(1), *(concept(number, f"l{number}") for number in range(2, 31))), draft())
    assert reading.document == draft()
    assert (reading.left_out[0].place, reading.left_out[0].values) == ("", {"count": 30})
    assert reading.left_out[1:] == (
        f"row 2: {BASE}1 matches no skill",
        *(f"row {number + 1}: l{number} matches no skill" for number in range(2, 21)),
    )


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_file_of_the_portal_is_read_in_any_order_of_columns(delimiter: str, mark: bytes) -> None:
    row = dict.fromkeys(PORTAL, "a, b; c\nd") | concept(7, "b (en)")
    for columns in (PORTAL, PORTAL[::-1], ("conceptUri", *(column for column in PORTAL if column != "conceptUri"))):
        data = mark + written(row, delimiter=delimiter, columns=columns)
        assert esco_of(read_esco(data, draft())) == {"A": [], "B": [f"{BASE}7"]}


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_columns_may_be_quoted_and_lines_end_in_any_way(end: bytes) -> None:
    lines = [b' "CONCEPTURI" '.strip(), b'"%s"' % f"{BASE}7".encode(), b"", b'"";""', b""]
    data = end.join([lines[0] + b';" Code "', lines[1] + b";A", *lines[2:]])
    assert esco_of(read_esco(data, draft())) == {"A": [f"{BASE}7"], "B": []}


def test_a_short_row_lacks_its_last_cells() -> None:
    data = f"conceptUri,preferredLabel,code\n{BASE}7,A (fr)\n".encode()
    assert esco_of(read_esco(data, draft()))["A"] == [f"{BASE}7"]


def test_empty_cells_and_columns_without_a_name_do_no_harm() -> None:
    data = f"conceptUri,code,,,\n{BASE}7,A,x,,\n,,,,,,\n{BASE}8,B,,,,,,\n".encode()
    assert esco_of(read_esco(data, draft())) == {"A": [f"{BASE}7"], "B": [f"{BASE}8"]}


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")'])
def test_a_formula_is_only_text(formula: str) -> None:
    data = written(concept(7, formula, code="A", language="fr", description=formula))
    reading = read_esco(data, draft(A={"fr": "", "en": "a"}))
    assert (reading.document or {})["skills"][0]["name"]["fr"] == formula


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (b"", ["column conceptUri: missing"]),
        (b"\n", ["column conceptUri: missing"]),
        (b"preferredLabel,altLabels\n", ["column conceptUri: missing"]),
        (b"conceptUri\tcode\n", ["column conceptUri: missing"]),
        (b'"conceptUri"x,code\n', ["column conceptUri: missing"]),
        (b'{"conceptUri": 1}', ["column conceptUri: missing"]),
        (b"PK\x03\x04conceptUri\xff", ["not UTF-8: byte 14 cannot be read"]),
        ("conceptUri,é".encode("latin-1"), ["not UTF-8: byte 11 cannot be read"]),
        ("conceptUri".encode("utf-16"), ["not UTF-8: byte 0 cannot be read"]),
        (b"conceptUri,conceptURI", ["column concepturi: the column stands twice"]),
        (
            b"code,conceptUri,code, status,Status\n",
            ["column code: the column stands twice", "column status: the column stands twice"],
        ),
        (b"conceptUri\nhttps://example.org/\n\n=1\n", ["row 2, conceptUri: ", "row 4, conceptUri: "]),
        (b"conceptUri,code\n,A\n", ["row 2, conceptUri: "]),
        (b"conceptUri\nhttp://data.europa.eu/esco/skill/S1.1\n", ["row 2, conceptUri: "]),
        (b"conceptUri\nhttp://data.europa.eu/esco/a,b\nx,y,\n", ["row 2: ", "row 3: "]),
        (b'conceptUri\n"http://data.europa.eu/esco/a\n', ["not CSV: "]),
        (b'conceptUri\nhttp://data.europa.eu/esco/a\n"a"b\n', ["not CSV: "]),
        (b"conceptUri\n" + b"a" * 140_000, ["not CSV: "]),
        (b"a" * 140_000, ["column conceptUri: missing"]),
        (
            b"conceptUri,code\nhttp://data.europa.eu/esco/a,C\nx,B\nx,b\n",
            [
                "row 2, code: there is no C among the skills",
                "row 3, conceptUri: must be an ESCO address",
                "row 4, conceptUri: must be an ESCO address",
                "row 4, code: there is no b among the skills",
            ],
        ),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_wrong_file_gets_its_reasons_and_changes_nothing(data: bytes, faults: list[str]) -> None:
    found = reasons(data)
    assert [line[: len(said)] for line, said in zip(found, faults, strict=True)] == faults


def test_a_file_of_more_than_20_mb_is_refused() -> None:
    start = b"conceptUri\n" + f"{BASE}7\n".encode()
    assert reasons(start + b"\n" * (20_000_001 - len(start))) == ["too large: 20000001 bytes, 20000000 at most"]


def test_20000_rows_are_read_and_no_more() -> None:
    row = f"{BASE}7\n".encode()
    reading = read_esco(b"conceptUri\n" + row * 20_000, draft())
    assert reading.left_out[0] == "rows that match no skill: 20000"
    assert reasons(b"conceptUri\n" + row * 20_001) == ["more than 20000 rows"]
    assert reasons(b"conceptUri\n" + b"\n" * 20_001) == ["more than 20000 rows"]


@pytest.mark.parametrize(
    ("data", "last"),
    [
        (b"conceptUri\n" + b"x\n" * 103, "and more: 3"),
        (b"conceptUri\n" + b"x,y\n" * 104, "and more: 4"),
        (b"conceptUri," + b",".join(b"%d,%d" % (number, number) for number in range(105)), "and more: 5"),
    ],
)
def test_many_reasons_are_cut_short(data: bytes, last: str) -> None:
    found = reasons(data)
    assert (len(found), found[-1]) == (101, last)


def test_a_hundred_reasons_are_all_said() -> None:
    assert len(reasons(b"conceptUri\n" + b"x\n" * 100)) == 100


def test_a_retired_skill_keeps_getting_references() -> None:
    found = draft()
    found["skills"][0]["retired"] = True
    assert esco_of(read_esco(written(concept(7, "A (fr)")), found))["A"] == [f"{BASE}7"]


def test_the_shipped_catalogue_gets_a_concept_and_nothing_else() -> None:
    data = written(concept(7, "else", "keep code under version control"))
    old = document()
    before = old["skills"][0]["references"]["esco"]
    found = differences(old, read_esco(data, old).document or {})
    assert [(change.kind, change.code, change.fields) for change in found] == [
        ("changed", "T1", (Field("references.esco", before, [*before, f"{BASE}7"]),))
    ]


def test_an_empty_draft_takes_nothing() -> None:
    empty = tiny_document(skills=[], roles=[tiny_role("maker")])
    assert read_esco(written(concept(7, "A")), empty).document == empty


CELL = st.sampled_from(
    [
        "",
        " ",
        "A",
        "S0",
        "S1",
        "S2",
        f"{BASE}1",
        f"{BASE}2",
        "fr",
        "EN",
        "=1",
        "n" * 121,
        "a\nb",
        "a\rb",
        "a\x00b",
        'é;,"',
    ]
)
COLUMN = st.sampled_from(["conceptUri", "preferredLabel", "altLabels", "language", "lang", "code", "status", ""])


@st.composite
def files(draw: st.DrawFn, texts: tuple[str, ...] = ()) -> bytes:
    """A table that may be right or wrong in many ways; `texts` stand in its cells among others."""
    columns = ["conceptUri", *draw(st.lists(COLUMN, max_size=5))]
    cells = st.lists(st.sampled_from(texts) | CELL if texts else CELL, max_size=len(columns))
    rows = [[f"{BASE}{number}", *draw(cells)] for number in range(draw(st.integers(0, 5)))]
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=draw(st.sampled_from(",;"))).writerows([columns, *rows])
    return out.getvalue().encode()


@given(documents(), st.data())
def test_a_read_file_leaves_the_draft_and_makes_a_right_one(found: Document, data: st.DataObject) -> None:
    for skill in found["skills"]:
        skill["name"] = {language: data.draw(st.sampled_from(["", text])) for language, text in skill["name"].items()}
    names = tuple(text for skill in found["skills"] for text in skill["name"].values() if text)
    before = copy.deepcopy(found)
    reading = read_esco(data.draw(files(names)), found)
    assert found == before
    assert (reading.document is None) == (reading.faults != ())
    if reading.document is not None:
        assert [fault for fault in check(reading.document) if not is_unfinished(fault)] == []
        assert [change for change in differences(found, reading.document) if not is_taken(change.fields)] == []


def is_taken(fields: tuple[Field, ...]) -> bool:
    """Whether only references came behind the old ones, and names where there were none."""
    return all(
        field.old == field.new[: len(field.old)] if field.name == "references.esco" else field.old == ""
        for field in fields
        if field.name in ("references.esco", "name.fr", "name.en") or pytest.fail(field.name)
    )


@given(documents(), st.data())
def test_where_no_name_is_blank_reading_a_file_again_changes_nothing_more(found: Document, data: st.DataObject) -> None:
    names = tuple(text for skill in found["skills"] for text in skill["name"].values())
    contents = data.draw(files(names))
    once = read_esco(contents, found).document
    if once is not None:
        assert read_esco(contents, once).document == once


@given(st.binary(max_size=200) | st.text().map(str.encode))
@example(b"conceptUri\n\x00")
@example(b'\xef\xbb\xbfconceptUri\r\r\n""')
def test_any_bytes_are_read_or_refused_in_lines(data: bytes) -> None:
    for contents in (data, b"conceptUri\n" + data, b"conceptUri;preferredLabel\n" + f"{BASE}1;".encode() + data):
        reading = read_esco(contents, draft())
        lines: list[Any] = [*reading.faults, *reading.left_out]
        assert (reading.document is None) == (reading.faults != ())
        assert [line for line in lines if not line.isprintable()] == []
