"""docs/catalogue.schema.json says of the shape what the check says."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from assessment.catalogue.check import check
from tests.examples import GONE, changed, document, full_document, objects_of
from tests.strategies import Document, documents

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = json.loads((DOCS / "catalogue.schema.json").read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_lets_no_unknown_key_through() -> None:
    assert [found for found in objects_of(SCHEMA) if found.get("additionalProperties", True) is True] == []


def test_the_schema_wants_every_key_but_those_of_a_retired_skill() -> None:
    keys = [(list(found.get("properties", {})), found.get("required", [])) for found in objects_of(SCHEMA)]
    optional = [[key for key in known if key not in wanted] for known, wanted in keys]
    assert [left for left in optional if left] == [["retired", "replaced_by"]]
    assert [known for known, _ in keys] == [wanted + left for (_, wanted), left in zip(keys, optional, strict=True)]


def test_the_shipped_catalogue_keeps_to_the_schema() -> None:
    assert list(VALIDATOR.iter_errors(document())) == []


def test_the_full_document_keeps_to_the_schema() -> None:
    assert list(VALIDATOR.iter_errors(full_document())) == []


def test_a_retired_skill_keeps_to_the_schema() -> None:
    found = changed({"skills.0.retired": True, "skills.0.replaced_by": ["B"]})
    assert [check(found), list(VALIDATOR.iter_errors(found))] == [[], []]


@given(documents())
def test_a_generated_document_keeps_to_the_schema(found: Document) -> None:
    assert VALIDATOR.is_valid(found)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "careerquiz-catalogue/2"},
        {"salaries": GONE},
        {"notes": []},
        {"levels.5": GONE},
        {"levels.0.value": 6},
        {"levels.0.value": "0"},
        {"missions": []},
        {"missions.0.code": "run"},
        {"missions.0.code": "R" * 33},
        {"competencies.0.origin": "copied"},
        {"grades.0.code": "New"},
        {"grades.0.name": "new"},
        {"grades.0.name.fr": ""},
        {"grades.0.name.fr": " new"},
        {"grades.0.name.fr": "new\u00a0"},
        {"grades.0.name.fr": "new\n"},
        {"grades.0.name.fr": "n\tew"},
        {"grades.0.name.fr": "n\u2028ew"},
        {"grades.0.name.fr": "n" * 121},
        {"grades.0.name.de": "neu"},
        {"skills.0.anchors.en.5": GONE},
        {"skills.0.anchors.en.5": 5},
        {"skills.0.mission": None},
        {"skills.0.retired": False},
        {"skills.0.retired": 1},
        {"skills.0.retired": None},
        {"skills.0.replaced_by": ["B"]},
        {"skills.0.retired": True, "skills.0.replaced_by": []},
        {"skills.0.retired": True, "skills.0.replaced_by": "B"},
        {"skills.0.retired": True, "skills.0.replaced_by": ["b"]},
        {"skills.0.references.sfia": ["prog"]},
        {"skills.0.references.dora": "version-control"},
        {"skills.0.references.esco": ["https://example.org/"]},
        {"roles.0.extends": ""},
        {"roles.0.missions": None},
        {"roles.0.requirements": []},
        {"roles.0.requirements.A.weight": 0},
        {"roles.0.requirements.A.weight": 4},
        {"roles.0.requirements.A.weight": True},
        {"roles.0.requirements.A.levels.new": 6},
        {"roles.0.requirements.A.levels": {}},
        {"roles.0.requirements.a b": {"weight": 1, "levels": {"new": 1, "old": 1}}},
        {"salaries.0.low": 0},
        {"salaries.0.low": None},
        {"salaries.0.address": None},
        {"salaries.0.address": "example.org"},
        {"salaries.0.consulted": "31/01/2025"},
        {"salaries.0.currency": "euro"},
        {"salaries.0.year": 1989},
        {"salaries.0.status": None},
        {"salaries.0.basis": "rumour"},
        {"salaries.0.population": "everyone"},
    ],
    ids=lambda changes: repr(changes)[:60],
)
def test_a_shape_that_the_check_refuses_is_refused_by_the_schema(changes: dict[str, Any]) -> None:
    found = changed(changes)
    assert [check(found) == [], VALIDATOR.is_valid(found)] == [False, False]
