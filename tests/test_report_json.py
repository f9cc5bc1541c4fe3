import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from assessment.exports.report_json import report_document, report_json
from assessment.scoring import Answers, GapReport, gap_report
from tests.examples import WORKED_ANSWERS, objects_of, shipped, tiny_document, tiny_role
from tests.strategies import cases

Case = tuple[Catalogue, str, str, Answers]

SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "report.schema.json").read_bytes())
VALIDATOR = Draft202012Validator(SCHEMA)


def tiny() -> Catalogue:
    """The role "maker" asks A; "boss" extends it and adds B."""
    return build(tiny_document(roles=[tiny_role("maker", A=(3, 2, 4)), tiny_role("boss", "maker", B=(1, 1, 2))]))


def worked(role: str = "devops") -> GapReport:
    return gap_report(shipped(), role, "confirmed", WORKED_ANSWERS)


def test_the_whole_document_of_a_tiny_report() -> None:
    report = gap_report(tiny(), "boss", "old", {"A": 1, "B": 3})
    assert report_document(report, 7) == {
        "format": "careerquiz-report/1",
        "role": "boss",
        "grade": "old",
        "catalogue": {"version": 7, "sha256": tiny().sha256},
        "readiness": {
            "value": "5/14",
            "percent": 35.7,
            "lower": {"value": "5/14", "percent": 35.7},
            "upper": {"value": "5/14", "percent": 35.7},
        },
        "coverage": {"value": "1", "percent": 100.0},
        "competencies": [
            {
                "code": "HAND",
                "readiness": {
                    "value": "1/4",
                    "percent": 25.0,
                    "lower": {"value": "1/4", "percent": 25.0},
                    "upper": {"value": "1/4", "percent": 25.0},
                },
                "coverage": {"value": "1", "percent": 100.0},
                "level": {"value": "1", "mean": 1.0},
                "lowest": "A",
            },
            {
                "code": "HEAD",
                "readiness": {
                    "value": "1",
                    "percent": 100.0,
                    "lower": {"value": "1", "percent": 100.0},
                    "upper": {"value": "1", "percent": 100.0},
                },
                "coverage": {"value": "1", "percent": 100.0},
                "level": {"value": "3", "mean": 3.0},
                "lowest": "B",
            },
        ],
        "extras": {
            "readiness": {
                "value": "1",
                "percent": 100.0,
                "lower": {"value": "1", "percent": 100.0},
                "upper": {"value": "1", "percent": 100.0},
            },
            "coverage": {"value": "1", "percent": 100.0},
            "level": {"value": "3", "mean": 3.0},
            "lowest": "B",
        },
        "skills": [
            {
                "code": "A",
                "competency": "HAND",
                "extra": False,
                "answer": 1,
                "required": 4,
                "weight": 3,
                "gap": 3,
                "priority": 9,
                "state": "gap",
            },
            {
                "code": "B",
                "competency": "HEAD",
                "extra": True,
                "answer": 3,
                "required": 2,
                "weight": 1,
                "gap": -1,
                "priority": 0,
                "state": "above",
            },
        ],
        "priorities": ["A"],
    }


def test_what_is_not_known_is_null() -> None:
    report = gap_report(tiny(), "maker", "new", {"A": "na"})
    assert report_document(report, None) == {
        "format": "careerquiz-report/1",
        "role": "maker",
        "grade": "new",
        "catalogue": {"version": None, "sha256": tiny().sha256},
        "readiness": None,
        "coverage": None,
        "competencies": [{"code": "HAND", "readiness": None, "coverage": None, "level": None, "lowest": None}],
        "extras": None,
        "skills": [
            {
                "code": "A",
                "competency": "HAND",
                "extra": False,
                "answer": "na",
                "required": 2,
                "weight": 3,
                "gap": None,
                "priority": None,
                "state": "not_applicable",
            }
        ],
        "priorities": [],
    }


def test_a_skill_without_an_answer_has_none() -> None:
    report = gap_report(tiny(), "maker", "new", {})
    assert report_document(report, None)["skills"][0]["answer"] is None


def test_the_worked_person() -> None:
    document = report_document(worked(), 1)
    assert document["readiness"] == {
        "value": "106/135",
        "percent": 78.5,
        "lower": {"value": "106/151", "percent": 70.2},
        "upper": {"value": "122/151", "percent": 80.8},
    }
    assert document["coverage"] == {"value": "23/26", "percent": 88.5}
    assert document["extras"] is None
    assert document["priorities"] == ["T3", "G5", "T2", "T6", "T7", "G1", "G3", "C4", "P2", "P3"]
    assert document["competencies"][0]["level"] == {"value": "13/6", "mean": 2.2}


def test_the_extras_of_the_worked_person_are_not_answered() -> None:
    assert report_document(worked("mlops"), 1)["extras"] == {
        "readiness": None,
        "coverage": {"value": "0", "percent": 0.0},
        "level": None,
        "lowest": None,
    }


def test_the_bytes_are_utf_8_json_with_a_last_newline() -> None:
    data = report_json(worked(), 3)
    assert json.loads(data) == report_document(worked(), 3)
    assert data.startswith(b'{\n "format": "careerquiz-report/1",\n "role": "devops",\n')
    assert data.endswith(b"]\n}\n")


@given(cases())
def test_the_same_answers_make_the_same_bytes(case: Case) -> None:
    catalogue, role, grade, answers = case
    again = gap_report(catalogue, role, grade, dict(reversed(list(answers.items()))))
    assert report_json(gap_report(*case), 1) == report_json(again, 1)


@given(cases(), st.none() | st.integers(1, 10**6))
def test_a_report_keeps_to_the_schema(case: Case, version: int | None) -> None:
    assert VALIDATOR.is_valid(json.loads(report_json(gap_report(*case), version)))


@given(cases())
def test_fractions_are_exact(case: Case) -> None:
    report = gap_report(*case)
    document, overall = report_document(report, None), report.overall
    coverage, readiness = document["coverage"], document["readiness"]
    assert (coverage and Fraction(coverage["value"])) == overall.coverage
    assert (readiness and Fraction(readiness["value"])) == (overall.readiness and overall.readiness.value)


# The schema


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_lets_no_unknown_key_through_and_wants_every_key() -> None:
    found = objects_of(SCHEMA)
    assert [schema["additionalProperties"] for schema in found] == [False] * len(found)
    assert [list(schema["properties"]) for schema in found] == [schema["required"] for schema in found]


@pytest.mark.parametrize("role", ["devops", "mlops"])
def test_the_report_of_the_worked_person_keeps_to_the_schema(role: str) -> None:
    assert list(VALIDATOR.iter_errors(report_document(worked(role), 1))) == []


@pytest.mark.parametrize(
    ("skill", "changes"),
    [
        (None, {"format": "careerquiz-report/2"}),
        (None, {"note": ""}),
        (None, {"catalogue": {"version": 0, "sha256": "0" * 64}}),
        (None, {"catalogue": {"version": 1, "sha256": "0"}}),
        (None, {"readiness": 0.785}),
        (None, {"coverage": {"value": "0.5", "percent": 50.0}}),
        (None, {"coverage": {"value": "1/2", "percent": 101}}),
        (None, {"competencies": []}),
        (None, {"extras": {}}),
        (None, {"priorities": ["T1", "T1"]}),
        (0, {"answer": 6}),
        (0, {"answer": "3"}),
        (0, {"answer": None}),
        (0, {"gap": 1}),
        (0, {"priority": None}),
        (0, {"state": "failed"}),
        (1, {"priority": 0}),
        (4, {"gap": 3}),
        (9, {"answer": 0}),
    ],
)
def test_another_document_is_refused_by_the_schema(skill: int | None, changes: dict[str, Any]) -> None:
    document = report_document(worked(), 1)
    if skill is None:
        document.update(changes)
    else:
        document["skills"][skill].update(changes)
    assert not VALIDATOR.is_valid(document)
