"""The gap report as JSON, format `careerquiz-report/1` (docs/report-format.md)."""

import json
from fractions import Fraction
from typing import Any

from assessment.scoring import GapReport, SkillGap, Summary, one_decimal, percent

FORMAT = "careerquiz-report/1"


def report_json(report: GapReport, version: int | None) -> bytes:
    """The bytes of a report; `version` is the number of its catalogue version, None for a catalogue from a file."""
    text = json.dumps(report_document(report, version), ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def report_document(report: GapReport, version: int | None) -> dict[str, Any]:
    """A report in plain values; fractions are texts in lowest terms such as "106/135"."""
    return {
        "format": FORMAT,
        "role": report.role.code,
        "grade": report.grade.code,
        "catalogue": {"version": version, "sha256": report.catalogue.sha256},
        **_summary(report.overall, readiness_and_coverage_only=True),
        "competencies": [{"code": part.competency.code, **_summary(part.summary)} for part in report.competencies],
        "extras": _summary(report.extras) if report.extras else None,
        "skills": [_skill(skill) for skill in report.skills],
        "priorities": [skill.skill.code for skill in report.priorities],
    }


def _summary(summary: Summary, *, readiness_and_coverage_only: bool = False) -> dict[str, Any]:
    readiness = summary.readiness
    main: dict[str, Any] = {
        "readiness": readiness
        and {**_share(readiness.value), "lower": _share(readiness.lower), "upper": _share(readiness.upper)},
        "coverage": summary.coverage if summary.coverage is None else _share(summary.coverage),
    }
    if readiness_and_coverage_only:
        return main
    level = summary.level
    return main | {
        "level": level if level is None else {"value": str(level), "mean": float(one_decimal(level))},
        "lowest": summary.lowest and summary.lowest.skill.code,
    }


def _share(value: Fraction) -> dict[str, Any]:
    return {"value": str(value), "percent": float(percent(value))}


def _skill(skill: SkillGap) -> dict[str, Any]:
    return {
        "code": skill.skill.code,
        "competency": skill.skill.competency,
        "extra": skill.extra,
        "answer": skill.answer,
        "required": skill.required,
        "weight": skill.weight,
        "gap": skill.gap,
        "priority": skill.priority,
        "state": skill.state,
    }
