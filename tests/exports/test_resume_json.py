"""The skills for one's CV: valid JSON Resume, and nothing in it that the person did not say."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from jsonschema import Draft7Validator

from assessment.exports.report_table import ReportFile
from assessment.exports.resume_json import resume_json
from tests.exports.report_files import LATE, files, spelled, worked

# As published in the npm package @jsonresume/schema 1.3.1; its licence (MIT) lies beside it.
SCHEMA = json.loads(Path(__file__).with_name("jsonresume.schema.json").read_bytes())
KEYS = SCHEMA["properties"]["skills"]["items"]["properties"]


def document(file: ReportFile) -> Any:
    return json.loads(resume_json(file))


def test_the_whole_document_of_the_worked_person() -> None:
    assert document(worked()) == {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "skills": [
            entry("Technical skills", "Independent", "T1", "T4"),
            entry("Technical skills", "Guided", "T2", "T6", "T7"),
            entry("Project management", "Guided", "G1", "G4"),
            entry("Communication", "Advanced", "C2"),
            entry("Communication", "Independent", "C1", "C3", "C5"),
            entry("Communication", "Guided", "C4"),
            entry("Proactivity", "Advanced", "P5"),
            entry("Proactivity", "Independent", "P1", "P4"),
            entry("Proactivity", "Guided", "P2", "P3"),
        ],
        "meta": {
            "version": "v1.0.0",
            "lastModified": "2025-06-30T22:30:15",
            "careerquiz": {
                "selfRated": True,
                "role": "devops",
                "grade": "confirmed",
                "catalogue": {"version": 7, "sha256": worked().report.catalogue.sha256},
            },
        },
    }


def entry(name: str, level: str, *codes: str) -> dict[str, Any]:
    skills = worked().report.catalogue.skill_by_code
    return {"name": name, "level": level, "keywords": [skills[code].name.en for code in codes]}


def test_the_schema_itself_is_sound() -> None:
    Draft7Validator.check_schema(SCHEMA)
    assert not Draft7Validator(SCHEMA).is_valid({"skills": [{"name": 1}]})


@given(files())
def test_every_document_is_valid_and_uses_only_the_keys_of_the_standard(file: ReportFile) -> None:
    found = document(file)
    Draft7Validator(SCHEMA).validate(found)
    assert {key for skill in found["skills"] for key in skill} <= set(KEYS)


@given(files())
def test_every_claim_is_one_the_person_made_and_none_is_made_twice(file: ReportFile) -> None:
    claims = [
        (skill["name"], skill["level"], keyword) for skill in document(file)["skills"] for keyword in skill["keywords"]
    ]
    levels, names = file.report.catalogue.levels, {c.competency.code: c.competency for c in file.report.competencies}
    rated = [
        (file.said(names[gap.skill.competency].name), file.said(levels[gap.level].name), file.said(gap.skill.name))
        for gap in file.report.skills
        if gap.level is not None and gap.level >= 2
    ]
    assert sorted(claims) == sorted(rated)


@pytest.mark.parametrize("answer", [0, 1, "na", "dk"])
def test_what_was_not_done_for_real_is_not_claimed(answer: Any) -> None:
    assert document(worked(answers={"T1": answer}))["skills"] == []


def test_the_texts_are_in_the_language_of_the_file() -> None:
    catalogue = worked().report.catalogue
    assert document(worked("fr", answers={"T1": 5}))["skills"] == [
        {
            "name": catalogue.competencies[0].name.fr,
            "level": catalogue.levels[5].name.fr,
            "keywords": [catalogue.skill_by_code["T1"].name.fr],
        }
    ]


def test_a_note_is_never_in_it() -> None:
    assert b"secret" not in resume_json(worked(notes={"T1": "secret"}))


def test_a_text_is_kept_to_the_letter() -> None:
    assert document(spelled('=1 "é" </script> 🙂', "", answers={"A": 5}))["skills"] == [
        dict.fromkeys(("name", "level"), '=1 "é" </script> 🙂') | {"keywords": ['=1 "é" </script> 🙂']}
    ]


def test_the_moment_is_in_utc_whatever_clock_told_it() -> None:
    in_paris = replace(worked(), finished=LATE.astimezone(ZoneInfo("Europe/Paris")))
    assert resume_json(in_paris) == resume_json(worked())


def test_it_is_readable_utf_8_that_ends_in_a_newline_and_always_the_same() -> None:
    data = resume_json(worked("fr"))
    assert data == resume_json(worked("fr"))
    assert data.endswith(b"}\n")
    assert "Gérer le code".encode() in data
