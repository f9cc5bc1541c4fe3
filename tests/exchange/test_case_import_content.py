"""What a CASE package says of its items: texts, languages, levels, associations, and what the draft cannot hold."""

import json
from typing import Any

import pytest

from assessment.exchange.case_import import read_case
from assessment.exchange.reading import Reading
from tests.examples import tiny_document, tiny_skill
from tests.exchange.packages import (
    ESCO,
    NO_PLACE,
    assert_sound,
    by_code,
    codes,
    hang,
    item,
    left_out,
    link,
    package,
    rubric,
    six,
    taken,
    theirs,
)

# Texts and languages


@pytest.mark.parametrize("told", ["fr", "fr-FR", "FR_ca", "fra", "fre", "French"])
def test_a_language_may_be_told_in_many_ways(told: str) -> None:
    assert taken(package([item("S", "Faire", language=told)]))["skills"][2]["name"] == {"fr": "Faire", "en": ""}


@pytest.mark.parametrize("document", [{"identifier": "doc"}, {"language": None, "title": "x"}, {"language": "eng"}])
def test_an_item_without_a_language_has_that_of_the_document_or_english(document: dict[str, Any]) -> None:
    found = taken(package([item("S", "Do")], CFDocument=document))
    assert found["skills"][2]["name"] == {"fr": "", "en": "Do"}


def test_an_item_in_another_language_is_left_out() -> None:
    data = package([item("S", "Tun", language="de"), item("T", "Do")])
    assert left_out(data) == ["CFItems[0].language: de is not a language of the catalogue"]


@pytest.mark.parametrize("ends", [("one", "two"), ("two", "one")])
def test_items_in_two_languages_are_one_by_their_association(ends: tuple[str, str]) -> None:
    items = [
        item("S", "Do") | {"identifier": "one"},
        item("Z", "Faire", language="fr") | {"identifier": "two"},
    ]
    found = taken(package(items, [link(ends[0], "isTranslationOf", ends[1])]))
    assert [(skill["code"], skill["name"]) for skill in found["skills"][2:]] == [("Z", {"fr": "Faire", "en": "Do"})]


def test_items_in_two_languages_are_one_by_their_code() -> None:
    items = [item("S", "Do"), item("S", "Faire", language="fr") | {"identifier": "two"}, item("G")]
    found = taken(package(items, [hang("two", "G"), hang("S", "G")], [rubric("two"), rubric("S")]))
    skill = by_code(found, "skills")["S"]
    assert skill["name"] == {"fr": "Faire", "en": "Do"}
    assert skill["anchors"] == {
        "fr": [f"two {value}" for value in range(6)],
        "en": [f"S {value}" for value in range(6)],
    }


def test_a_code_joins_what_no_association_has_joined() -> None:
    french = [item("C", text, language="fr") | {"identifier": key} for key, text in (("g", "Groupe"), ("s", "Faire"))]
    items = [item("C", "Group") | {"identifier": "G"}, *french, item("C", "Do") | {"identifier": "S"}]
    links = [link("G", "isTranslationOf", "g"), hang("S", "G"), hang("s", "g")]
    found = taken(package(items, links))
    assert by_code(found, "competencies")["C"]["name"] == {"fr": "Groupe", "en": "Group"}
    assert by_code(found, "skills")["C"]["name"] == {"fr": "Faire", "en": "Do"}


def test_items_without_a_code_are_not_one() -> None:
    items = [item(key, language=key) | {"humanCodingScheme": ""} for key in ("fr", "en")]
    assert len(taken(package(items))["skills"]) == 4


def test_of_two_items_with_one_identifier_the_first_is_meant() -> None:
    items = [item("S"), item("T") | {"identifier": "S"}]
    found = taken(package(items, [link("S", "isRelatedTo", ESCO)]))
    assert [len(skill["references"]["esco"]) for skill in found["skills"][2:]] == [1, 0]


def test_a_translation_told_twice_is_told_once() -> None:
    items = [item("S", "Do"), item("F", "Faire", language="fr")]
    links = [link("S", "isTranslationOf", "F"), link("F", "isTranslationOf", "S")]
    assert left_out(package(items, links)) == []


@pytest.mark.parametrize("ends", [("S", "T"), ("T", "U"), ("S", "elsewhere"), ("S", "S"), ("U", "F")])
def test_a_translation_that_pairs_nothing_is_left_out(ends: tuple[str, str]) -> None:
    items = [item("S"), item("T"), item("U"), item("F", language="fr")]
    links = [link("S", "isTranslationOf", "F"), link(ends[0], "isTranslationOf", ends[1])]
    assert left_out(package(items, links)) == [
        "CFAssociations[1]: its ends are no pair of an item in French and one in English"
    ]


def test_a_text_is_put_on_one_line_and_keeps_its_no_break_spaces() -> None:
    found = taken(package([item("S", " Two\r\nlines,\x07a  gap\u00a0: \u2028 ")]))
    assert found["skills"][2]["name"]["en"] == "Two lines, a  gap\u00a0:"


def test_a_long_statement_gives_way_to_the_short_one() -> None:
    data = package([item("S", "n" * 121, abbreviatedStatement="Short")])
    reading = read_case(data, tiny_document())
    assert reading.document is not None
    assert reading.document["skills"][2]["name"]["en"] == "Short"
    assert reading.left_out == ("CFItems[0].fullStatement: 121 characters, 120 at most",)


def test_a_name_that_is_too_long_leaves_the_one_of_the_draft() -> None:
    data = package([item("A", "n" * 121, abbreviatedStatement="n" * 121)])
    reading = read_case(data, tiny_document())
    assert reading.document == tiny_document()
    assert reading.left_out == ("CFItems[0].fullStatement: 121 characters, 120 at most",)


@pytest.mark.parametrize(
    ("texts", "expected", "reasons"),
    [
        ({"fullStatement": "Hands"}, ("Hands", ""), []),
        ({"fullStatement": "Hands", "notes": "All by hand"}, ("Hands", "All by hand"), []),
        ({"fullStatement": "n" * 120, "notes": "n" * 2000}, ("n" * 120, "n" * 2000), []),
        ({"fullStatement": "n" * 121}, ("", "n" * 121), []),
        ({"fullStatement": "n" * 121, "abbreviatedStatement": "Hands"}, ("Hands", "n" * 121), []),
        ({"fullStatement": "", "abbreviatedStatement": "Hands"}, ("Hands", ""), []),
        (
            {"fullStatement": "n" * 121, "notes": "All by hand"},
            ("", "All by hand"),
            ["CFItems[0].fullStatement: 121 characters, 120 at most"],
        ),
        (
            {"fullStatement": "Hands", "notes": "n" * 2001},
            ("Hands", ""),
            ["CFItems[0].notes: 2001 characters, 2000 at most"],
        ),
        ({"fullStatement": None}, ("", ""), ["CFItems[0].fullStatement: the text is missing"]),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_competency_has_a_name_and_a_text(
    texts: dict[str, Any], expected: tuple[str, str], reasons: list[str]
) -> None:
    reading = read_case(package([item("G") | texts, item("S")], [hang("S", "G")]), tiny_document())
    assert reading.document is not None
    group = reading.document["competencies"][2]
    assert [(group["name"]["en"], group["text"]["en"]), [*reading.left_out]] == [expected, reasons]


def test_an_item_that_says_nothing_is_left_out() -> None:
    items = [item("S"), {"identifier": "x"}, item("T") | {"fullStatement": []}]
    assert left_out(package(items)) == [
        "CFItems[1].fullStatement: the text is missing",
        "CFItems[2].fullStatement: the text is missing",
    ]


# Levels


@pytest.mark.parametrize("order", [("score", None), ("position", None), ("score", "0"), (None, None)])
def test_levels_stand_by_score_or_position_or_as_they_are(order: tuple[str | None, str | None]) -> None:
    key, first = order
    levels: list[dict[str, Any]] = [
        {"description": f"S {value}", **({key: str(value)} if key else {})} for value in range(6)
    ]
    found = levels if key is None else [*levels[3:], *levels[:3]]
    levels[0] |= {"position": 7} if first else {}
    data = package([item("S")], rubrics=[rubric("S", found)])
    assert taken(data)["skills"][2]["anchors"]["en"] == [f"S {value}" for value in range(6)]


def test_equal_scores_give_way_to_positions() -> None:
    levels: list[dict[str, Any]] = [
        {"score": 1, "position": 6 - value, "description": f"S {value}"} for value in range(6)
    ]
    data = package([item("S")], rubrics=[rubric("S", levels)])
    assert taken(data)["skills"][2]["anchors"]["en"] == [f"S {value}" for value in (5, 4, 3, 2, 1, 0)]


@pytest.mark.parametrize("count", [0, 4, 5, 7])
def test_levels_that_are_not_six_are_left_out(count: int) -> None:
    levels = [{"description": f"S {value}"} for value in range(count)]
    reading = read_case(package([item("A")], rubrics=[rubric("A", levels)]), tiny_document())
    place = "CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels"
    assert reading.left_out == (f"{place}: {count} levels, must be 6",)
    assert reading.document is not None
    assert reading.document["skills"][0]["anchors"] == tiny_skill("A")["anchors"]


def test_an_anchor_that_is_too_long_or_missing_leaves_the_one_of_the_draft() -> None:
    levels = [{"description": text} for text in ("n" * 300, "n" * 301, None, " ", "Fourth", 5)]
    reading = read_case(package([item("A")], rubrics=[rubric("A", levels)]), tiny_document())
    assert reading.document is not None
    assert reading.document["skills"][0]["anchors"]["en"] == ["n" * 300, "A1 en", "A2 en", "A3 en", "Fourth", "5"]
    place = "CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels"
    assert reading.left_out == (f"{place}: 301 characters, 300 at most",)


def test_the_levels_take_the_names_on_which_all_criteria_agree() -> None:
    found = taken(package([item("S"), item("T")], rubrics=[rubric("S"), rubric("T")]))
    assert [level["name"] for level in found["levels"]] == [
        {"fr": f"Level {value} (fr)", "en": f"Quality {value}"} for value in range(6)
    ]


def test_the_levels_keep_their_names_if_the_criteria_differ() -> None:
    others = [level | {"quality": "Otherwise"} for level in six("T")]
    data = package([item("S"), item("T")], rubrics=[rubric("S"), rubric("T", others)])
    reading = read_case(data, tiny_document())
    assert reading.document is not None
    assert reading.document["levels"] == tiny_document()["levels"]
    assert reading.left_out == ("CFRubrics: the names of the levels differ from one criterion to the other",)


def test_criteria_without_names_leave_those_of_the_levels() -> None:
    nameless = [{"description": f"T {value}"} for value in range(6)]
    found = taken(package([item("S"), item("T")], rubrics=[rubric("S"), rubric("T", nameless)]))
    assert found["levels"][5]["name"]["en"] == "Quality 5"


def test_a_name_or_meaning_of_a_level_that_is_too_long_is_left_out() -> None:
    levels = [level | {"quality": "n" * 121 if level["score"] == 2 else "n"} for level in six("S")]
    told = {"careerquiz-anchors": {"language": "en", "texts": ["n" * 301, *"bcdef"]}}
    reading = read_case(package([item("S")], rubrics=[rubric("S", levels, extensions=told)]), tiny_document())
    assert reading.document is not None
    assert [level["anchor"]["en"] for level in reading.document["levels"]] == ["Anchor 0 (en)", *"bcdef"]
    assert [level["name"]["en"] for level in reading.document["levels"]] == ["n", "n", "Level 2 (en)", "n", "n", "n"]
    assert reading.left_out == (
        "CFRubrics: 121 characters, 120 at most",
        "CFRubrics: 301 characters, 300 at most",
    )


@pytest.mark.parametrize(
    "told",
    [None, 5, {"texts": "abcdef"}, {"language": "en", "texts": ["a"] * 5}, {"language": "de", "texts": ["a"] * 6}],
)
def test_meanings_of_the_levels_that_cannot_be_read_are_passed_over(told: Any) -> None:
    nothing = [{"CFRubricCriteria": None, "extensions": {"careerquiz-anchors": told}}]
    assert taken(package([item("A", "A (en)")], rubrics=nothing)) == tiny_document()


@pytest.mark.parametrize(
    ("rubrics", "reason"),
    [
        ([rubric("elsewhere")], "CFRubrics[0].CFRubricCriteria[0]: one end of it is not in the package"),
        ([rubric("G")], f"CFRubrics[0].CFRubricCriteria[0]: {NO_PLACE}"),
        ([rubric("S"), rubric("S")], f"CFRubrics[1].CFRubricCriteria[0]: {NO_PLACE}"),
    ],
)
def test_a_criterion_that_is_of_no_skill_or_of_one_that_has_one_is_left_out(
    rubrics: list[dict[str, Any]], reason: str
) -> None:
    assert left_out(package([item("G"), item("S")], [hang("S", "G")], rubrics)) == [reason]


# Associations


@pytest.mark.parametrize("kind", ["isRelatedTo", "exactMatchOf"])
@pytest.mark.parametrize(
    ("target", "references"),
    [
        (ESCO, {"esco": [ESCO]}),
        ({"identifier": "9d2e", "uri": ESCO}, {"esco": [ESCO]}),
        ({"uri": ESCO.replace("http:", "https:")}, {"esco": [ESCO]}),
        ({"uri": "https://example.org/items/1"}, {"other": ["https://example.org/items/1"]}),
        ({"uri": "http://data.europa.eu/esco/é"}, {"other": ["http://data.europa.eu/esco/é"]}),
    ],
)
def test_an_address_elsewhere_is_a_reference_of_the_skill(kind: str, target: Any, references: dict[str, Any]) -> None:
    found = taken(package([item("A", "A (en)")], [link("A", kind, target)] * 2))
    assert found["skills"][0]["references"] == tiny_skill("A")["references"] | references


def test_references_and_successors_stand_by_their_numbers() -> None:
    links = [link("A", "isRelatedTo", f"{ESCO}/{number}", sequenceNumber=number) for number in (3, 1, 2)]
    links += [link("A", "replacedBy", key, sequenceNumber=number) for key, number in (("S", 2), ("B", 1))]
    found = taken(package([item("A"), item("B"), item("S")], links))["skills"][0]
    assert found["references"]["esco"] == [f"{ESCO}/{number}" for number in (1, 2, 3)]
    assert found["replaced_by"] == ["B", "S"]


def test_references_are_added_to_those_of_the_draft() -> None:
    skill = tiny_skill("A")
    skill["references"] = {"esco": [f"{ESCO}/0"], "sfia": ["PROG"], "dora": ["ci"], "other": ["x"]}
    draft = tiny_document(skills=[skill, tiny_skill("B", "HEAD")])
    found = taken(package([item("A", "A (en)")], [link("A", "isRelatedTo", ESCO)]), draft)
    assert found["skills"][0]["references"] == skill["references"] | {"esco": [f"{ESCO}/0", ESCO]}


def test_a_skill_has_no_more_references_than_the_catalogue_takes() -> None:
    links = [link("A", "isRelatedTo", f"{ESCO}/{number}") for number in range(1002)]
    assert left_out(package([item("A")], links)) == [f"CFAssociations[{number}]: {NO_PLACE}" for number in (1000, 1001)]


@pytest.mark.parametrize(
    "association",
    [
        link("G", "isRelatedTo", ESCO),
        link("S", "isRelatedTo", "A"),
        link("S", "isRelatedTo", {"uri": "https://example.org/A"}),
        link("S", "isRelatedTo", "doc"),
        link("S", "isRelatedTo", None),
        link("S", "isRelatedTo", f"https://example.org/{'n' * 200}"),
        link("elsewhere", "isRelatedTo", ESCO),
        link("S", "replacedBy", "S"),
        link("S", "replacedBy", "G"),
        link("S", "replacedBy", "elsewhere"),
        link("G", "replacedBy", "S"),
    ],
)
def test_an_association_without_a_place_is_left_out(association: dict[str, Any]) -> None:
    links = [hang("S", "G"), hang("A", "G"), association]
    items = [item("G"), item("S"), item("A", uri="https://example.org/A")]
    assert left_out(package(items, links)) == [f"CFAssociations[2]: {NO_PLACE}"]


@pytest.mark.parametrize(
    ("association", "reason"),
    [
        (hang("S", "elsewhere"), "one end of it is not in the package"),
        (hang("elsewhere"), "one end of it is not in the package"),
        (link("S", "isChildOf", None), "one end of it is not in the package"),
        (hang("S", "S"), "the item belongs to another already, or to itself"),
        (hang("F", "F"), "the item belongs to another already, or to itself"),
        (hang("S", "F"), "the item belongs to another already, or to itself"),
    ],
)
def test_a_branch_that_cannot_be_hung_up_is_left_out(association: dict[str, Any], reason: str) -> None:
    links = [hang("S", "G"), hang("A", "F"), hang("S"), association]
    data = package([item("G"), item("S"), item("A"), item("F")], links)
    assert left_out(data) == [f"CFAssociations[3]: {reason}"]


def test_associations_of_other_kinds_are_counted() -> None:
    links = [link("S", kind, "A") for kind in ("precedes", "isPeerOf", "precedes")] + [{}, hang("S")]
    assert left_out(package([item("S"), item("A")], links)) == [
        f"CFAssociations.precedes: {NO_PLACE} (2 in all)",
        f"CFAssociations.isPeerOf: {NO_PLACE} (1 in all)",
        f"CFAssociations.: {NO_PLACE} (1 in all)",
    ]


def test_a_replaced_skill_is_retired() -> None:
    found = taken(package([item("S"), item("A", "A (en)")], [link("A", "replacedBy", "S")] * 2))
    assert found["skills"][0] == tiny_skill("A") | {"retired": True, "replaced_by": ["S"]}


@pytest.mark.parametrize(
    ("ends", "changed", "retired"),
    [
        ("2025-01-31", "2025-01-31T10:00:00Z", True),
        ("2024-12-31T00:00:00+00:00", "2025-01-31T10:00:00Z", True),
        ("2025-01-31", None, True),
        ("2999-12-31", "a moment", True),
        (None, None, False),
        ("", None, False),
    ],
)
def test_a_skill_whose_status_has_ended_is_retired(ends: Any, changed: Any, retired: bool) -> None:
    document = {"identifier": "doc", "lastChangeDateTime": changed}
    found = taken(package([item("A", "A (en)", statusEndDate=ends)], CFDocument=document))
    assert found["skills"][0] == tiny_skill("A") | ({"retired": True} if retired else {})


@pytest.mark.parametrize("ends", ["2025-02-01", "soon", 5])
def test_a_status_that_ends_later_is_left_out(ends: Any) -> None:
    data = package([item("A", "A (en)", statusEndDate=ends)])
    reading = read_case(data, tiny_document())
    assert reading == Reading(tiny_document(), left_out=reading.left_out)
    assert reading.left_out == (f"CFItems[0].statusEndDate: {NO_PLACE}",)


def test_a_competency_cannot_be_retired() -> None:
    data = package([item("G", statusEndDate="2025-01-01"), item("S")], [hang("S", "G")])
    assert left_out(data) == [f"CFItems[0].statusEndDate: {NO_PLACE}"]


# What else a package may hold


def test_keys_that_are_not_read_are_counted() -> None:
    items = [item("S", educationLevel=["9"], notes="From a book"), item("T", educationLevel=["9"], subject=[], x=None)]
    data = package(
        items,
        [hang("S") | {"notes": "x"}],
        [
            {
                "CFRubricCriteria": [
                    {"weight": 1, "CFItemURI": "S", "CFRubricCriterionLevels": [*six("S")[:5], {"feedback": "x"}]}
                ]
            }
        ],
        CFDefinitions={"CFItemTypes": [{}], "CFSubjects": [{}], "CFConcepts": []},
        extensions={"a": 1},
    )
    assert left_out(data) == [
        f"CFItems.educationLevel: {NO_PLACE} (2 in all)",
        f"CFAssociations.notes: {NO_PLACE} (1 in all)",
        f"CFRubricCriteria.weight: {NO_PLACE} (1 in all)",
        f"CFRubricCriterionLevels.feedback: {NO_PLACE} (1 in all)",
        f"CFDefinitions.CFSubjects: {NO_PLACE} (1 in all)",
        f"CFPackage.extensions: {NO_PLACE} (1 in all)",
        f"CFItems[0].notes: {NO_PLACE}",
    ]


def test_what_is_of_the_wrong_kind_is_left_out() -> None:
    data = package([item("S"), 5], ["x"], [{"CFRubricCriteria": {}}, rubric("S", 7)], CFDefinitions=[])  # type: ignore[arg-type]
    assert left_out(data) == [
        "CFItems[1]: must be an object",
        "CFAssociations[0]: must be an object",
        "CFRubrics[0].CFRubricCriteria: must be a list",
        "CFRubrics[1].CFRubricCriteria[0].CFRubricCriterionLevels: must be a list",
        "CFRubrics[1].CFRubricCriteria[0].CFRubricCriterionLevels: 0 levels, must be 6",
    ]


@pytest.mark.parametrize("links", [None, {}, "x"])
def test_a_package_without_associations_is_a_flat_list(links: Any) -> None:
    reading = read_case(package([item("S")], CFAssociations=links), tiny_document())
    assert reading.document is not None
    assert codes(reading.document, "skills") == ["A", "B", "S"]
    assert len(reading.left_out) == (links is not None)


def test_a_package_may_be_wrapped() -> None:
    assert taken(json.dumps({"CFPackage": json.loads(theirs())}).encode()) == taken(theirs())


def test_a_package_may_begin_with_a_byte_order_mark() -> None:
    assert taken(b"\xef\xbb\xbf" + theirs()) == taken(theirs())


def test_a_full_section_takes_what_it_knows_and_no_more() -> None:
    skills = [tiny_skill("A"), tiny_skill("B", "HEAD"), *(tiny_skill(f"S{number}") for number in range(997))]
    data = package([item("S"), item("T"), item("A", "Act")])
    reading = read_case(data, tiny_document(skills=skills))
    assert_sound(reading)
    assert reading.document is not None
    assert [reading.document["skills"][0]["name"]["en"], len(reading.document["skills"])] == ["Act", 1000]
    assert reading.left_out == ("CFItems[1]: the catalogue holds no more than 1000 of them",)


def test_what_is_left_out_is_listed_up_to_a_thousand_lines() -> None:
    items = [item("S"), *([5] * 1500)]
    found = left_out(package(items))
    assert [len(found), found[0], found[-1]] == [1001, "CFItems[1]: must be an object", "and 500 more"]
