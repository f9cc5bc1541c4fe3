"""Data for tests, from plain functions with defaults."""

import copy
import json
from functools import cache
from typing import Any

from assessment.catalogue.file import SHIPPED, read
from assessment.catalogue.model import Catalogue
from assessment.scoring import Answers


class Gone:
    """What stands for a value that is taken away."""

    def __repr__(self) -> str:
        return "GONE"


GONE = Gone()
ROLE_TEXTS = ("name", "summary", "definition", "part")

# The worked person of docs/scoring.md, against DevOps at the grade "confirmed". C6 and T8 are left blank.
WORKED_ANSWERS: Answers = {
    "T1": 3,
    "T2": 2,
    "T3": 1,
    "T4": 3,
    "T5": "dk",
    "T6": 2,
    "T7": 2,
    "G1": 2,
    "G2": "na",
    "G3": 1,
    "G4": 2,
    "G5": 1,
    "C1": 3,
    "C2": 4,
    "C3": 3,
    "C4": 2,
    "C5": 3,
    "P1": 3,
    "P2": 2,
    "P3": 2,
    "P4": 3,
    "P5": 4,
}


@cache
def shipped() -> Catalogue:
    """The catalogue that ships."""
    return read(SHIPPED.read_bytes())


@cache
def _shipped_document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SHIPPED.read_bytes())
    return found


def document() -> dict[str, Any]:
    """A copy of the shipped catalogue's document, to be changed."""
    return copy.deepcopy(_shipped_document())


def tiny_document(**sections: Any) -> dict[str, Any]:
    """A right catalogue of two skills, A and B, and two grades; `sections` replace its own."""

    def text(word: str) -> dict[str, str]:
        return {"fr": f"{word} (fr)", "en": f"{word} (en)"}

    def named(code: str) -> dict[str, Any]:
        return {"code": code, "name": text(code), "text": text(f"About {code}"), "origin": "source"}

    return {
        "format": "careerquiz-catalogue/1",
        "levels": [
            {"value": value, "name": text(f"Level {value}"), "anchor": text(f"Anchor {value}"), "origin": "added"}
            for value in range(6)
        ],
        "missions": [named("RUN")],
        "competencies": [named("HAND"), named("HEAD")],
        "skills": [tiny_skill("A", "HAND"), tiny_skill("B", "HEAD")],
        "grades": [named("new"), named("old")],
        "roles": [tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2))],
        "salaries": [],
        **sections,
    }


def tiny_skill(code: str, competency: str = "HAND") -> dict[str, Any]:
    """A skill with a text for each level."""
    return {
        "code": code,
        "competency": competency,
        "mission": "RUN",
        "name": {"fr": f"{code} (fr)", "en": f"{code} (en)"},
        "anchors": {language: [f"{code}{value} {language}" for value in range(6)] for language in ("fr", "en")},
        "references": {"esco": [], "sfia": [], "dora": [], "other": []},
        "origin": "added",
    }


def tiny_role(code: str, extends: str | None = None, **asked: tuple[int, int, int]) -> dict[str, Any]:
    """A role; `asked` gives for a skill its weight and its levels for the grades "new" and "old"."""
    texts = {key: {"fr": f"{code} {key} (fr)", "en": f"{code} {key} (en)"} for key in ROLE_TEXTS}
    requirements = {
        skill: {"weight": weight, "levels": {"new": new, "old": old}} for skill, (weight, new, old) in asked.items()
    }
    role = {"code": code, "extends": extends, "missions": ["RUN"], "requirements": requirements, "origin": "added"}
    return role | texts


def tiny_salary(**changes: Any) -> dict[str, Any]:
    """A verified salary of the role "maker" at the grade "new"."""
    salary = {
        "role": "maker",
        "grade": "new",
        "low": 30_000,
        "high": 40_000,
        "currency": "EUR",
        "basis": "offers",
        "population": {"fr": "Tout le pays", "en": "The whole country"},
        "country": "FR",
        "source": "A survey",
        "address": "https://example.org/survey",
        "year": 2024,
        "consulted": "2025-01-31",
        "status": "verified",
    }
    return salary | changes


def full_document() -> dict[str, Any]:
    """The tiny catalogue with a second role that extends the first, and a salary; right as it is."""
    roles = [tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2)), tiny_role("boss", "maker", B=(2, 3, 3))]
    return tiny_document(roles=roles, salaries=[tiny_salary()])


def steps(path: str) -> list[str | int]:
    """The steps of a path such as "skills.0.name.fr"."""
    return [int(step) if step.isdigit() else step for step in path.split(".")]


def changed(changes: dict[str, Any]) -> dict[str, Any]:
    """The full document with other values at some paths; what is GONE is taken away."""
    found = full_document()
    for path, value in changes.items():
        *way, last = steps(path)
        inner: Any = found
        for step in way:
            inner = inner[step]
        if value is GONE:
            del inner[last]
        else:
            inner[last] = value
    return found


def objects_of(schema: Any) -> list[Any]:
    """Every JSON Schema of an object inside a JSON Schema."""
    inside = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    found = [schema] if isinstance(schema, dict) and schema.get("type") == "object" else []
    return found + [inner for value in inside for inner in objects_of(value)]
