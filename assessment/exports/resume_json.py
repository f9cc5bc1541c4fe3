"""The rated skills as a JSON Resume 1.0.0 document (https://jsonresume.org/schema), for a person's own CV."""

import json
from datetime import UTC
from typing import Any

from assessment.catalogue.model import LEVELS
from assessment.exports.report_table import ReportFile

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
LEAST_LEVEL = 2  # the first level whose anchor says "I have done it for real"


def resume_json(file: ReportFile) -> bytes:
    """The bytes of a document whose `skills` can be pasted into a CV.

    An entry of `skills` is a competency (`name`) at a level (`level`, its name), with the skills the person put at
    exactly that level (`keywords`): nobody reads a mean into it, and each claim is one the person made. Competencies
    come in catalogue order, the highest level of each first. Levels under `LEAST_LEVEL`, `na`, `dk` and blanks are
    no claims and left out, and so is what the role requires. `meta` says when, with what and by whom it was rated.
    """
    document = {"$schema": SCHEMA, "skills": _skills(file), "meta": _meta(file)}
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def _skills(file: ReportFile) -> list[dict[str, Any]]:
    levels = file.report.catalogue.levels
    entries = (
        {
            "name": file.said(competency.name),
            "level": file.said(levels[level].name),
            "keywords": [file.said(gap.skill.name) for gap in gaps if gap.level == level],
        }
        for competency, gaps in file.report.by_competency
        for level in reversed(LEVELS[LEAST_LEVEL:])
    )
    return [entry for entry in entries if entry["keywords"]]


def _meta(file: ReportFile) -> dict[str, Any]:
    return {
        "version": "v1.0.0",
        "lastModified": file.finished.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
        "careerquiz": {
            "selfRated": True,
            "role": file.report.role.code,
            "grade": file.report.grade.code,
            "catalogue": {"version": file.version, "sha256": file.report.catalogue.sha256},
        },
    }
