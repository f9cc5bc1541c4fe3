"""The file of a catalogue, format `careerquiz-catalogue/1` (docs/catalogue-format.md)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from assessment import strict_json
from assessment.catalogue.check import FORMAT, check
from assessment.catalogue.model import (
    LANGUAGES,
    Catalogue,
    Competency,
    Grade,
    Level,
    Mission,
    Requirement,
    Role,
    Salary,
    Skill,
    Text,
)
from assessment.fault import Fault

T = TypeVar("T")
CODED = ("missions", "competencies", "skills", "grades", "roles")
ONLY_IF_SO = ("retired", "replaced_by")  # of a skill: a catalogue from before these keys keeps its bytes
SHIPPED = Path(__file__).with_name("shipped.json")


class CatalogueError(ValueError):
    """A file that is no good catalogue. `errors` holds every reason, a line each."""

    def __init__(self, errors: list[Fault]) -> None:
        super().__init__("\n".join(errors))
        self.errors = errors


def read(data: bytes) -> Catalogue:
    """The catalogue that a file holds. Raises CatalogueError with everything that is wrong."""
    try:
        document = strict_json.parse(data)
    except strict_json.NotStrictJson as error:
        raise CatalogueError([error.fault]) from error
    if errors := check(document):
        raise CatalogueError(errors)
    return build(document)


def canonical(document: Mapping[str, Any]) -> bytes:
    """The bytes that a document has wherever it goes: keys in order, one space, UTF-8, a last newline.

    The SHA-256 of a catalogue is that of these bytes, which is also what `sha256sum` says of a dumped file.
    """
    text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return f"{text}\n".encode()


def write(catalogue: Catalogue) -> bytes:
    """The canonical bytes of a catalogue: `read(write(c)) == c`."""
    return canonical(document_of(catalogue))


def build(document: Mapping[str, Any]) -> Catalogue:
    """Make the frozen values from a document that `check` found right."""
    return Catalogue(
        sha256=hashlib.sha256(canonical(document)).hexdigest(),
        levels=_items(Level, document["levels"]),
        missions=_items(Mission, document["missions"]),
        competencies=_items(Competency, document["competencies"]),
        skills=tuple(_skill(skill) for skill in document["skills"]),
        grades=_items(Grade, document["grades"]),
        roles=tuple(_role(role) for role in document["roles"]),
        salaries=_items(Salary, document["salaries"]),
    )


def document_of(catalogue: Catalogue) -> dict[str, Any]:
    """The document of a catalogue, in plain values: `build(document_of(c)) == c`, `document_of(build(d)) == d`."""
    document = asdict(catalogue, dict_factory=_plain)
    del document["sha256"]
    return {"format": FORMAT, **document, "skills": [_skill_item(skill) for skill in document["skills"]]}


def codes_of(document: Mapping[str, Any]) -> dict[str, list[str]]:
    """The codes of each section, in catalogue order: {"skills": ["T1", ...], ...}."""
    return {section: [item["code"] for item in document[section]] for section in CODED}


def _plain(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in fields}


def _items(kind: type[T], values: list[dict[str, Any]]) -> tuple[T, ...]:
    return tuple(kind(**{key: _value(value) for key, value in item.items()}) for item in values)


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return Text(**value)
    return tuple(value) if isinstance(value, list) else value


def _skill(item: Mapping[str, Any]) -> Skill:
    anchors = tuple(Text(fr, en) for fr, en in zip(item["anchors"]["fr"], item["anchors"]["en"], strict=True))
    references = {name: tuple(identifiers) for name, identifiers in item["references"].items()}
    replaced_by = tuple(item.get("replaced_by", ()))
    built = {"name": Text(**item["name"]), "anchors": anchors, "references": references, "replaced_by": replaced_by}
    return Skill(**{**item, **built})


def _skill_item(fields: dict[str, Any]) -> dict[str, Any]:
    """The opposite of `_skill`."""
    anchors = {language: [anchor[language] for anchor in fields["anchors"]] for language in LANGUAGES}
    references = {name: list(identifiers) for name, identifiers in fields["references"].items()}
    item = fields | {"anchors": anchors, "references": references}
    return {key: value for key, value in item.items() if value or key not in ONLY_IF_SO}


def _role(item: Mapping[str, Any]) -> Role:
    requirements = {
        code: Requirement(weight=asked["weight"], levels=dict(asked["levels"]))
        for code, asked in item["requirements"].items()
    }
    plain = {key: _value(value) for key, value in item.items() if key != "requirements"}
    return Role(**plain, requirements=requirements)
