"""The catalogue as a CASE 1.1 package, and docs/case.schema.json, which says what such a package is."""

import copy
import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from assessment.catalogue.check import FORMAT
from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from assessment.exchange.case_export import export_case
from tests.examples import GONE, objects_of, shipped, steps, tiny_document, tiny_role, tiny_skill
from tests.strategies import catalogues

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "case.schema.json").read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)
CHANGED = dt.datetime(2025, 1, 31, 12, 30, 15, 999, tzinfo=dt.UTC)
ESCO = "http://data.europa.eu/esco/skill/9d2e926f-53d9-41f5-98f3-19dfaa687f3f"
OF_A = {  # the skill A in French
    "identifier": "a1456d05-3d56-53a8-8713-02a7ba89f54e",
    "uri": "urn:uuid:a1456d05-3d56-53a8-8713-02a7ba89f54e",
    "title": "A A (fr)",
}


def package(catalogue: Catalogue, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(export_case(catalogue, **{"changed": CHANGED, **options}))
    return found


def tiny(**sections: Any) -> dict[str, Any]:
    return package(build(tiny_document(**sections)))


def with_retired() -> dict[str, Any]:
    """A tiny catalogue with a reference, and a retired skill that two took the place of."""
    first = tiny_skill("A")
    first["references"]["esco"] = [ESCO, f"{ESCO}/2", ESCO]
    gone = tiny_skill("C") | {"retired": True, "replaced_by": ["B", "A"]}
    return tiny(skills=[first, tiny_skill("B", "HEAD"), gone])


def records(value: Any) -> list[dict[str, Any]]:
    """Every record of a package that has an identity of its own."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [value] if isinstance(value, dict) and "lastChangeDateTime" in value else []
    return found + [record for inner in inside for record in records(inner)]


def associations(found: dict[str, Any], kind: str) -> list[tuple[str, str, int | None]]:
    """The associations of a kind: the titles of both ends, and the sequence number."""
    return [
        (record["originNodeURI"]["title"], record["destinationNodeURI"]["title"], record.get("sequenceNumber"))
        for record in found["CFAssociations"]
        if record["associationType"] == kind
    ]


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_lets_unknown_keys_through_in_extensions_only() -> None:
    closed = [found.get("additionalProperties") for found in objects_of(SCHEMA)]
    assert [value for value in closed if value is not False] == [SCHEMA["$defs"]["extensions"]["additionalProperties"]]


def test_the_shipped_catalogue_makes_a_package_without_errors() -> None:
    assert list(VALIDATOR.iter_errors(package(shipped()))) == []


@given(catalogues())
def test_a_generated_catalogue_makes_a_package_without_errors(catalogue: Catalogue) -> None:
    assert VALIDATOR.is_valid(package(catalogue))


@pytest.mark.parametrize(
    "changes",
    [
        {"CFDocument": GONE},
        {"CFDocument.identifier": "1"},
        {"CFDocument.identifier": str(OF_A["identifier"]).upper()},
        {"CFDocument.creator": GONE},
        {"CFDocument.title": None},
        {"CFDocument.title": "two\nlines"},
        {"CFDocument.uri": "no address"},
        {"CFDocument.language": "français"},
        {"CFDocument.caseVersion": "1.0"},
        {"CFDocument.lastChangeDateTime": "2025-01-31"},
        {"CFDocument.lastChangeDateTime": "2025-01-31T12:30:15"},
        {"CFDocument.CFPackageURI": OF_A},
        {"CFItems": {}},
        {"CFItems.0.fullStatement": GONE},
        {"CFItems.0.fullStatement": 5},
        {"CFItems.0.statusEndDate": "31/01/2025"},
        {"CFItems.0.CFItemTypeURI": "urn:uuid:a1456d05-3d56-53a8-8713-02a7ba89f54e"},
        {"CFItems.0.CFItemTypeURI.title": GONE},
        {"CFItems.0.CFItemTypeURI.targetType": "CASE"},
        {"CFItems.0.CFDocumentURI": OF_A},
        {"CFItems.0.educationLevel": "9"},
        {"CFItems.0.salary": 5},
        {"CFAssociations.0.associationType": "isFriendOf"},
        {"CFAssociations.0.associationType": "ext:is friend"},
        {"CFAssociations.0.originNodeURI": GONE},
        {"CFAssociations.0.destinationNodeURI.uri": GONE},
        {"CFAssociations.0.destinationNodeURI.targetType": "ESCO"},
        {"CFAssociations.0.sequenceNumber": "1"},
        {"CFDefinitions.CFItemTypes.0.hierarchyCode": GONE},
        {"CFDefinitions.CFItemTypes.0.description": GONE},
        {"CFDefinitions.CFMissions": []},
        {"CFRubrics.0.CFRubricCriteria.0.position": 1.5},
        {"CFRubrics.0.CFRubricCriteria.0.rubricId": None},
        {"CFRubrics.0.CFRubricCriteria.0.CFRubricCriterionLevels.0.score": "0"},
        {"CFRubrics.0.CFRubricCriteria.0.CFRubricCriterionLevels.0.extensions": {}},
        {"CFRubrics.0.extensions": []},
        {"roles": []},
    ],
    ids=lambda changes: repr(changes)[:70],
)
def test_the_schema_refuses_a_broken_package(changes: dict[str, Any]) -> None:
    found = copy.deepcopy(tiny())
    for path, value in changes.items():
        *way, last = steps(path)
        inner: Any = found
        for step in way:
            inner = inner[step]
        if value is GONE:
            del inner[last]
        else:
            inner[last] = value
    assert [VALIDATOR.is_valid(tiny()), VALIDATOR.is_valid(found)] == [True, False]


@given(catalogues())
@settings(max_examples=10)
def test_the_same_catalogue_makes_the_same_bytes(catalogue: Catalogue) -> None:
    again = dt.timezone(dt.timedelta(hours=2))
    assert export_case(catalogue, changed=CHANGED) == export_case(catalogue, changed=CHANGED.astimezone(again))


def test_the_bytes_are_canonical() -> None:
    found = export_case(shipped(), changed=CHANGED)
    text = json.dumps(json.loads(found), ensure_ascii=False, indent=1, sort_keys=True)
    assert found == f"{text}\n".encode()


@given(catalogues())
@settings(max_examples=10)
def test_no_two_records_have_the_same_identifier(catalogue: Catalogue) -> None:
    found = [record["identifier"] for record in records(package(catalogue))]
    assert len(found) == len(set(found))


def test_a_package_is_not_taken_for_a_catalogue_file() -> None:
    assert FORMAT.partition("/")[0].encode() not in export_case(shipped(), changed=CHANGED)


def test_an_identifier_stays_with_its_code_whatever_else_changes() -> None:
    renamed = tiny_skill("A") | {"name": {"fr": "Autre", "en": "Other"}}
    before, after = tiny(), tiny(skills=[tiny_skill("B", "HEAD"), renamed])
    assert {OF_A["identifier"]} < {item["identifier"] for item in before["CFItems"]}
    assert {item["identifier"] for item in before["CFItems"]} == {item["identifier"] for item in after["CFItems"]}


def test_an_aware_moment_is_needed() -> None:
    with pytest.raises(ValueError, match="time zone"):
        export_case(shipped(), changed=CHANGED.replace(tzinfo=None))


def test_the_document_says_what_it_is() -> None:
    found = tiny()["CFDocument"]
    assert found["description"]
    assert found == {
        "identifier": "a41341f8-bb22-5660-ac00-9c43ecd77d66",
        "uri": "urn:uuid:a41341f8-bb22-5660-ac00-9c43ecd77d66",
        "title": "Compétences\u00a0: maker name (fr)",
        "creator": "careerquiz",
        "description": found["description"],
        "language": "fr",
        "caseVersion": "1.1",
        "version": build(tiny_document()).sha256,
        "adoptionStatus": "Draft",
        "lastChangeDateTime": "2025-01-31T12:30:15Z",
    }


def test_a_published_version_is_adopted_under_its_number() -> None:
    found = package(shipped(), version=7)["CFDocument"]
    assert [found["version"], found["adoptionStatus"]] == ["7", "Adopted"]


def test_addresses_begin_as_they_are_told() -> None:
    base = "https://example.org/case/"
    found = records(package(build(tiny_document()), base=base))
    assert [record["uri"] for record in found] == [base + record["identifier"] for record in found]


def test_each_competency_and_skill_is_an_item_in_each_language() -> None:
    found = [(item["language"], item["humanCodingScheme"], item["CFItemType"]) for item in tiny()["CFItems"]]
    kinds = [("HAND", "Competency"), ("HEAD", "Competency"), ("A", "Skill"), ("B", "Skill")]
    assert found == [(language, *kind) for language in ("fr", "en") for kind in kinds]


def test_an_item_holds_the_texts_of_its_language() -> None:
    group, skill = tiny()["CFItems"][4], tiny()["CFItems"][2]
    assert [group["fullStatement"], group["notes"]] == ["HAND (en)", "About HAND (en)"]
    assert skill == {
        "identifier": OF_A["identifier"],
        "uri": OF_A["uri"],
        "lastChangeDateTime": "2025-01-31T12:30:15Z",
        "fullStatement": "A (fr)",
        "humanCodingScheme": "A",
        "language": "fr",
        "CFItemType": "Skill",
        "CFItemTypeURI": {
            "title": "Skill",
            "identifier": "3567c994-45a8-54f2-aae4-39e52023bfda",
            "uri": "urn:uuid:3567c994-45a8-54f2-aae4-39e52023bfda",
        },
    }


def test_the_types_of_the_items_are_defined() -> None:
    found = {record["identifier"]: record["title"] for record in tiny()["CFDefinitions"]["CFItemTypes"]}
    told = {item["CFItemTypeURI"]["identifier"]: item["CFItemType"] for item in tiny()["CFItems"]}
    assert found == told


def test_skills_hang_from_their_competency_in_catalogue_order() -> None:
    whole = "Compétences\u00a0: maker name (fr)"
    assert associations(tiny(), "isChildOf") == [
        (f"{code} {code} ({language})", over if over == whole else f"{over} {over} ({language})", number)
        for language in ("fr", "en")
        for code, over, number in (("HAND", whole, 1), ("HEAD", whole, 2), ("A", "HAND", 1), ("B", "HEAD", 2))
    ]


def test_the_english_items_are_translations_of_the_french() -> None:
    assert associations(tiny(), "isTranslationOf") == [
        (f"{code} {code} (en)", f"{code} {code} (fr)", None) for code in ("HAND", "HEAD", "A", "B")
    ]


def test_the_ends_of_associations_are_in_the_package_but_for_esco() -> None:
    found = with_retired()
    inside = {record["identifier"] for record in records(found)}
    ends = [link[end] for link in found["CFAssociations"] for end in ("originNodeURI", "destinationNodeURI")]
    outside = [end for end in ends if end["identifier"] not in inside]
    assert {(end["identifier"], end["uri"], end["targetType"]) for end in outside} == {
        (ESCO, ESCO, "ext:ESCO"),
        (f"{ESCO}/2", f"{ESCO}/2", "ext:ESCO"),
    }


def test_a_skill_is_related_to_each_of_its_esco_addresses_once() -> None:
    assert associations(with_retired(), "isRelatedTo") == [
        (f"A A ({language})", address, number)
        for language in ("fr", "en")
        for number, address in enumerate([ESCO, f"{ESCO}/2"], 1)
    ]


def test_a_retired_skill_has_ended_and_names_its_successors() -> None:
    found = with_retired()
    ended = {item["humanCodingScheme"]: item["statusEndDate"] for item in found["CFItems"] if "statusEndDate" in item}
    assert ended == {"C": "2025-01-31"}
    assert associations(found, "replacedBy") == [
        (f"C C ({language})", f"{code} {code} ({language})", number)
        for language in ("fr", "en")
        for number, code in enumerate("BA", 1)
    ]


def test_each_language_has_a_rubric_with_a_criterion_a_skill() -> None:
    found = tiny()["CFRubrics"]
    assert [
        [(one["CFItemURI"]["title"], one["position"], one["rubricId"]) for one in rubric["CFRubricCriteria"]]
        for rubric in found
    ] == [
        [(f"{code} {code} ({language})", number, rubric["identifier"]) for number, code in enumerate("AB", 1)]
        for language, rubric in zip(("fr", "en"), found, strict=True)
    ]
    assert found[0]["CFRubricCriteria"][0]["CFItemURI"] == OF_A


def test_a_criterion_has_a_level_for_each_anchor() -> None:
    criterion = tiny()["CFRubrics"][1]["CFRubricCriteria"][1]
    keys = ("position", "score", "quality", "description", "rubricCriterionId")
    assert [tuple(level[key] for key in keys) for level in criterion["CFRubricCriterionLevels"]] == [
        (value + 1, value, f"Level {value} (en)", f"B{value} en", criterion["identifier"]) for value in range(6)
    ]


def test_what_a_level_means_for_any_skill_is_an_extension_of_the_rubric() -> None:
    assert [rubric["extensions"] for rubric in tiny()["CFRubrics"]] == [
        {"careerquiz-anchors": {"language": language, "texts": [f"Anchor {value} ({language})" for value in range(6)]}}
        for language in ("fr", "en")
    ]


def test_what_has_no_place_in_case_stays_at_home() -> None:
    skill = tiny_skill("A")
    skill["references"] |= {"sfia": ["PROG"], "dora": ["version-control"], "other": ["Elsewhere"]}
    document = tiny_document(skills=[skill], competencies=tiny_document()["competencies"][:1])
    document["roles"] = [tiny_role("maker", A=(3, 2, 4))]
    found = export_case(build(document), changed=CHANGED).decode()
    absent = ("PROG", "version-control", "Elsewhere", "RUN", "weight", "maker summary", "About new")
    assert [word for word in absent if word in found] == []
