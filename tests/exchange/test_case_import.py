"""A CASE package of ours or of anybody, read as a draft: what becomes a competency, what a skill, what is refused."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.exchange.case_import import read_case
from assessment.exchange.reading import Reading
from tests.examples import document as shipped_document
from tests.examples import full_document, tiny_document, tiny_skill
from tests.exchange.packages import (
    ESCO,
    assert_sound,
    by_code,
    codes,
    hang,
    item,
    left_out,
    link,
    ours,
    package,
    rubric,
    taken,
    theirs,
)
from tests.strategies import ODD_VALUES, Document, documents

SAMPLES = (
    *ODD_VALUES,
    "2025-01-31",
    "nan",
    "1e999",
    "a\r\nb\u2028c",
    "\u6570",
    "n" * 2500,
    "HAND",
    "H",
    "H.1",
    "doc",
    ESCO,
    "fr",
    10**14,
    [{"identifier": "H"}] * 7,
)


# A package of ours


def test_the_shipped_catalogue_comes_back_as_it_was() -> None:
    assert taken(ours(shipped_document()), shipped_document()) == shipped_document()


@given(documents())
def test_a_generated_catalogue_comes_back_as_it_was(document: Document) -> None:
    assert taken(ours(document), document) == document


@given(documents())
def test_a_generated_catalogue_comes_into_another_draft(document: Document) -> None:
    found = taken(ours(document), tiny_document())
    assert_sound(Reading(found))
    assert [(level["name"], level["anchor"]) for level in found["levels"]] == [
        (level["name"], level["anchor"]) for level in document["levels"]
    ]
    assert texts(found, codes(document, "skills")) == texts(document, codes(document, "skills"))


def texts(document: Document, skills: list[str]) -> list[Any]:
    """What CASE carries of some skills, and of their competencies."""
    keys = ("competency", "name", "anchors", "retired", "replaced_by")
    found = [by_code(document, "skills")[code] for code in skills]
    groups = [by_code(document, "competencies")[skill["competency"]] for skill in found]
    return [
        [*(skill.get(key) for key in keys), skill["references"]["esco"], group["name"], group["text"]]
        for skill, group in zip(found, groups, strict=True)
    ]


def test_what_differs_from_the_package_is_set_right() -> None:
    draft = full_document()
    draft["levels"][3]["name"]["en"] = "Another name"
    draft["levels"][3]["anchor"]["fr"] = "Un autre texte"
    draft["competencies"][0]["text"]["fr"] = "Un autre texte"
    draft["skills"][0]["name"]["en"] = ""
    draft["skills"][0]["anchors"]["fr"][5] = "Un autre texte"
    draft["skills"][1]["competency"] = "HAND"
    assert taken(ours(full_document()), draft) == full_document()


def test_the_draft_given_stays_as_it_is() -> None:
    draft = tiny_document()
    taken(theirs(), draft)
    assert draft == tiny_document()


def test_what_is_not_in_the_package_stays() -> None:
    draft = tiny_document(skills=[*tiny_document()["skills"], tiny_skill("OWN")])
    assert taken(ours(tiny_document()), draft) == draft


def test_a_retired_skill_is_not_brought_back_by_a_package_that_says_nothing() -> None:
    skills = [tiny_skill("A") | {"retired": True, "replaced_by": ["B"]}, tiny_skill("B", "HEAD")]
    draft = tiny_document(skills=skills)
    assert taken(ours(tiny_document()), draft) == draft


# A package of somebody else


def test_groups_become_competencies_and_leaves_skills() -> None:
    found = taken(theirs())
    assert codes(found, "competencies") == ["HAND", "HEAD", "H"]
    assert codes(found, "skills") == ["A", "B", "H-1"]
    assert found["competencies"][2] == {
        "code": "H",
        "name": {"fr": "", "en": "Hands"},
        "text": {"fr": "", "en": ""},
        "origin": "added",
    }
    assert found["skills"][2] == {
        "code": "H-1",
        "competency": "H",
        "mission": "RUN",
        "name": {"fr": "", "en": "Hold"},
        "anchors": {"fr": [""] * 6, "en": [f"H.1 {value}" for value in range(6)]},
        "references": {"esco": [ESCO], "sfia": [], "dora": [], "other": []},
        "origin": "added",
    }


def test_what_the_draft_knows_is_changed_and_keeps_the_rest() -> None:
    expected = tiny_skill("A") | {"competency": "H", "name": {"fr": "A (fr)", "en": "Act"}}
    assert taken(theirs())["skills"][0] == expected


def test_what_a_package_cannot_say_is_kept() -> None:
    kept = ("format", "missions", "grades", "roles", "salaries")
    found = taken(theirs(), full_document())
    assert {key: found[key] for key in kept} == {key: full_document()[key] for key in kept}


def test_the_same_package_again_changes_nothing_more() -> None:
    unnamed = {"identifier": "u-1", "fullStatement": "No code"}
    data = package([item("G"), unnamed, item("G.1"), item("G 1")], [hang(key, "G") for key in ("u-1", "G.1", "G 1")])
    once = taken(data)
    assert taken(data, once) == once


def test_a_skill_without_levels_gets_the_general_ones() -> None:
    found = taken(package([item("G"), item("S")], [hang("S", "G")]))
    general = {language: [f"Anchor {value} ({language})" for value in range(6)] for language in ("fr", "en")}
    assert by_code(found, "skills")["S"]["anchors"] == general


def test_siblings_stand_by_their_numbers_whatever_kind_of_number() -> None:
    items = [item(f"S{number}") for number in range(1, 7)] + [item("G"), item("F")]
    numbers = {"S1": None, "S2": "10", "S3": 9, "S4": 1.5, "S5": "soon", "S6": "-1"}
    links = [hang(key, "G", number) for key, number in numbers.items()] + [hang("G", number=2), hang("F", number="1")]
    found = taken(package(items, links))
    assert codes(found, "skills")[2:] == ["S6", "S4", "S3", "S2", "S1", "S5"]
    assert codes(found, "competencies")[2:] == ["F", "G"]


def test_associations_may_come_before_what_they_hang_together() -> None:
    links = [hang("S1", "G2"), hang("G2", "G1"), hang("S2", "G1"), hang("G1")]
    found = taken(package([item(key) for key in ("S1", "S2", "G2", "G1")], links))
    assert {code: by_code(found, "skills")[code]["competency"] for code in ("S1", "S2")} == {"S1": "G2", "S2": "G1"}


def test_in_a_deep_tree_the_nearest_ancestor_is_the_competency() -> None:
    links = [hang("G1"), hang("G2", "G1"), hang("G3", "G2"), hang("S", "G3")]
    data = package([item(key) for key in ("G1", "G2", "G3", "S")], links)
    found = read_case(data, tiny_document())
    assert found.document is not None
    assert codes(found.document, "competencies") == ["HAND", "HEAD", "G3"]
    assert found.left_out == (
        "CFItems[0]: no skill stands directly under it",
        "CFItems[1]: no skill stands directly under it",
    )


def test_a_group_of_groups_that_the_draft_knows_is_changed() -> None:
    links = [hang("HAND"), hang("G", "HAND"), hang("S", "G")]
    found = taken(package([item("HAND", "By hand"), item("G"), item("S")], links))
    assert found["competencies"][0]["name"] == {"fr": "HAND (fr)", "en": "By hand"}


def test_an_item_alone_at_the_top_is_a_competency() -> None:
    found = taken(package([item("G"), item("S"), item("T")], [hang("G"), hang("S", "G"), hang("T")]))
    assert codes(found, "competencies") == ["HAND", "HEAD", "G", "T"]


def test_an_item_alone_at_the_top_that_the_draft_knows_as_a_skill_is_one() -> None:
    found = taken(package([item("G"), item("S"), item("A", "Act")], [hang("S", "G"), hang("A")]))
    assert codes(found, "competencies") == ["HAND", "HEAD", "G"]
    assert found["skills"][0] == tiny_skill("A") | {"name": {"fr": "A (fr)", "en": "Act"}}


def test_a_flat_list_is_of_skills_in_the_first_competency() -> None:
    found = taken(package([item("S"), item("B")], [hang("S"), hang("B")]))
    assert [(skill["code"], skill["competency"]) for skill in found["skills"]] == [
        ("A", "HAND"),
        ("B", "HEAD"),
        ("S", "HAND"),
    ]


def test_items_that_hang_in_a_circle_are_groups_of_groups() -> None:
    links = [hang("G1", "G2"), hang("G2", "G1"), hang("S", "G2")]
    data = package([item("S"), item("G1"), item("G2")], links)
    assert left_out(data) == ["CFItems[1]: no skill stands directly under it"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("T1", "T1"),
        ("A-", "A-"),
        ("C_2--X", "C_2--X"),
        ("snt.1", "SNT-1"),
        (" é (à) ", "E-A"),
        ("1.2.a", "ITEM-1-2-A"),
        (12, "ITEM-12"),
        (1.5, "ITEM-1-5"),
        ("X" * 40, "X" * 32),
        ("\u6570", "ITEM-043A7187"),
        ("--", "ITEM-043A7187"),
        (None, "ITEM-043A7187"),
        (True, "ITEM-043A7187"),
    ],
)
def test_a_code_is_made_fit_or_from_the_identifier(raw: Any, code: str) -> None:
    found = taken(package([item("S") | {"humanCodingScheme": raw, "identifier": "s"}]))
    assert codes(found, "skills")[-1] == code


def test_codes_stay_apart() -> None:
    items = [item("S"), item("s"), {"humanCodingScheme": "S", "fullStatement": "x"}, {"fullStatement": "y"}]
    draft = tiny_document(skills=[*tiny_document()["skills"], tiny_skill("ITEM-1")])
    assert codes(taken(package(items), draft), "skills")[3:] == ["S", "ITEM-043A7187", "ITEM-2", "ITEM-3"]


def test_a_code_may_be_that_of_a_competency_and_of_a_skill() -> None:
    found = taken(package([item("S"), item("S") | {"identifier": "g"}], [hang("S", "g")]))
    assert [codes(found, "competencies")[-1], codes(found, "skills")[-1]] == ["S", "S"]


# Refused


@pytest.mark.parametrize(
    ("data", "reasons"),
    [
        (b"", "not JSON: Expecting value, line 1, column 1"),
        (b"\xff", "not UTF-8: byte 0 cannot be read"),
        (b'{"CFDocument": NaN}', "NaN is not a JSON number"),
        (b" " * 5_000_001, "too large: 5000001 bytes, 5000000 at most"),
        (b"null", "CFDocument: this is no CASE package: the object is missing"),
        (b"[]", "CFDocument: this is no CASE package: the object is missing"),
        (b'{"CFItems": [{"fullStatement": "x"}]}', "CFDocument: this is no CASE package: the object is missing"),
        (b'{"CFDocument": []}', "CFDocument: this is no CASE package: the object is missing"),
        (b'{"format": "careerquiz-catalogue/1"}', "CFDocument: this is no CASE package: the object is missing"),
        (package([]), "CFItems: 0 items, must be 1 to 20000"),
        (package([{}] * 20_001), "CFItems: 20001 items, must be 1 to 20000"),
        (package([item("S")], [{}] * 20_001), "CFAssociations: 20001 items, must be 0 to 20000"),
        (package([], CFItems=None), "CFItems: there is nothing to take"),
        (
            package([item("S", language="de")]),
            "CFItems: there is nothing to take\nCFItems[0].language: de is not a language of the catalogue",
        ),
        (package([], CFItems={}), "CFItems: there is nothing to take\nCFItems: must be a list"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_file_that_is_no_package_is_refused(data: bytes, reasons: str) -> None:
    reading = read_case(data, tiny_document())
    assert [reading.document, "\n".join(reading.faults), reading.left_out] == [None, reasons, ()]


@pytest.mark.parametrize("section", ["levels", "missions", "competencies"])
def test_a_draft_that_is_too_empty_takes_nothing(section: str) -> None:
    reading = read_case(theirs(), tiny_document(**{section: []}))
    assert [reading.document, len(reading.faults)] == [None, 1]


# Whatever comes


def paths(value: Any, *way: str | int) -> Iterator[tuple[str | int, ...]]:
    """Every place in a package but its top."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield (*way, step)
        yield from paths(inner, *way, step)


def with_value(whole: Any, way: tuple[str | int, ...], value: Any) -> bytes:
    found = copy.deepcopy(whole)
    inner = found
    for step in way[:-1]:
        inner = inner[step]
    inner[way[-1]] = value
    return json.dumps(found).encode()


THEIRS = json.loads(theirs())
OURS = json.loads(ours(full_document()))
PLACES = list(paths(OURS))


@pytest.mark.parametrize("way", list(paths(THEIRS)), ids=lambda way: ".".join(map(str, way)))
def test_an_odd_value_anywhere_makes_no_wrong_draft(way: tuple[str | int, ...]) -> None:
    for value in SAMPLES:
        assert_sound(read_case(with_value(THEIRS, way, value), full_document()))


@given(st.sampled_from(PLACES), st.sampled_from(SAMPLES))
@settings(max_examples=150)
def test_an_odd_value_anywhere_in_a_package_of_ours_makes_no_wrong_draft(
    way: tuple[str | int, ...], value: Any
) -> None:
    assert_sound(read_case(with_value(OURS, way, value), full_document()))


KEYS = st.sampled_from(["G", "S", "T", "A", "HAND", "doc", "x"])
KINDS = st.sampled_from(["isChildOf", "isChildOf", "isTranslationOf", "isRelatedTo", "replacedBy"])
ITEMS = st.builds(
    item, KEYS, language=st.sampled_from(["fr", "en", "de", None]), statusEndDate=st.sampled_from(["2000-01-01", None])
)
LINKS = st.builds(link, KEYS, KINDS, KEYS | st.just(ESCO), sequenceNumber=st.sampled_from([None, 1, 2]))


@given(st.lists(ITEMS, max_size=8), st.lists(LINKS, max_size=12), st.lists(KEYS.map(rubric), max_size=3), documents())
@settings(max_examples=60)
def test_any_tangle_of_items_makes_no_wrong_draft(
    items: list[Any], links: list[Any], rubrics: list[Any], draft: Document
) -> None:
    before = copy.deepcopy(draft)
    reading = read_case(package(items, links, rubrics), draft)
    assert_sound(reading)
    assert draft == before


@given(st.binary(max_size=60) | st.text('[]{}",:CFItemsDocu01 ', max_size=60).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert_sound(read_case(data, tiny_document()))
