"""The catalogue as a package of CASE 1.1, the exchange format of 1EdTech for competencies (docs/case.md)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from assessment.catalogue.file import canonical
from assessment.catalogue.model import LANGUAGES, Catalogue, Competency, Skill

Record = dict[str, Any]

NAMESPACE = UUID("1021ef07-977b-4681-99d8-187e8c5c1614")  # of this project; another one would change every identifier
ANCHORS = "careerquiz-anchors"  # the key of a rubric's extensions that holds what each level means for any skill
CREATOR = "careerquiz"
TITLE = "Compétences\N{NO-BREAK SPACE}: "
DESCRIPTION = (
    "Des compétences que chacun évalue pour soi-même sur six niveaux décrits, en français et en anglais. "
    "Skills that people rate themselves on six described levels, in French and in English."
)
RUBRIC = {"fr": "Les six niveaux de chaque compétence", "en": "The six levels of each skill"}
TYPES = {
    "competency": ("Competency", "A group of skills", "1"),
    "skill": ("Skill", "One act a person can have done, described at six levels", "1.1"),
}


@dataclass(frozen=True)
class _Stamp:
    """What makes a record one of this export: when the catalogue changed, and what its addresses begin with."""

    changed: str
    base: str

    def record(self, *parts: str) -> Record:
        identifier = str(uuid5(NAMESPACE, ":".join(parts)))
        return {"identifier": identifier, "uri": self.base + identifier, "lastChangeDateTime": self.changed}

    def link(self, title: str, *parts: str) -> Record:
        record = self.record(*parts)
        return {"title": title, "identifier": record["identifier"], "uri": record["uri"]}

    def to(self, item: Competency | Skill, language: str) -> Record:
        title = f"{item.code} {item.name.said_in(language)}"
        return self.link(title, _kind(item), item.code, language)


def export_case(
    catalogue: Catalogue, *, changed: datetime, version: int | None = None, base: str = "urn:uuid:"
) -> bytes:
    """The bytes of a CASE 1.1 CFPackage; the same arguments always make the same bytes.

    `changed` (aware, or ValueError) is when the catalogue got this content, `version` the number under which it is
    published, None for a draft; the address of each record is `base` with its identifier behind.
    """
    if changed.tzinfo is None:
        raise ValueError("changed needs a time zone")
    moment = changed.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    at = _Stamp(moment, base)
    return canonical(
        {
            "CFDocument": _document(catalogue, at, version),
            "CFItems": list(_items(catalogue, at)),
            "CFAssociations": list(_associations(catalogue, at)),
            "CFDefinitions": {"CFItemTypes": [_type(at, kind) for kind in TYPES]},
            "CFRubrics": [_rubric(catalogue, at, language) for language in LANGUAGES],
        }
    )


def _document(catalogue: Catalogue, at: _Stamp, version: int | None) -> Record:
    return {
        **at.record("document"),
        "title": _title(catalogue),
        "creator": CREATOR,
        "description": DESCRIPTION,
        "language": "fr",
        "caseVersion": "1.1",
        "version": catalogue.sha256 if version is None else str(version),
        "adoptionStatus": "Draft" if version is None else "Adopted",
    }


def _title(catalogue: Catalogue) -> str:
    return TITLE + ", ".join(role.name.fr for role in catalogue.roles)


def _kind(item: Competency | Skill) -> str:
    return "skill" if isinstance(item, Skill) else "competency"


def _type(at: _Stamp, kind: str) -> Record:
    title, description, hierarchy = TYPES[kind]
    return {**at.record("type", kind), "title": title, "description": description, "hierarchyCode": hierarchy}


def _items(catalogue: Catalogue, at: _Stamp) -> Iterator[Record]:
    for language in LANGUAGES:
        for competency in catalogue.competencies:
            yield _item(at, competency, language) | {"notes": competency.text.said_in(language)}
        for skill in catalogue.skills:
            ended = {"statusEndDate": at.changed[:10]} if skill.retired else {}
            yield _item(at, skill, language) | ended


def _item(at: _Stamp, item: Competency | Skill, language: str) -> Record:
    kind = _kind(item)
    return {
        **at.record(kind, item.code, language),
        "fullStatement": item.name.said_in(language),
        "humanCodingScheme": item.code,
        "CFItemType": TYPES[kind][0],
        "CFItemTypeURI": at.link(TYPES[kind][0], "type", kind),
        "language": language,
    }


def _associations(catalogue: Catalogue, at: _Stamp) -> Iterator[Record]:
    for language in LANGUAGES:
        yield from _children(catalogue, at, language)
        for skill in catalogue.skills:
            yield from _references(at, skill, language)
            yield from _successors(catalogue, at, skill, language)
    items: list[Competency | Skill] = [*catalogue.competencies, *catalogue.skills]
    for item in items:
        yield _association(at, "isTranslationOf", at.to(item, "en"), at.to(item, "fr"))


def _children(catalogue: Catalogue, at: _Stamp, language: str) -> Iterator[Record]:
    whole = at.link(_title(catalogue), "document")
    parents = {competency.code: at.to(competency, language) for competency in catalogue.competencies}
    for number, competency in enumerate(catalogue.competencies, 1):
        yield _association(at, "isChildOf", parents[competency.code], whole, number)
    for number, skill in enumerate(catalogue.skills, 1):
        yield _association(at, "isChildOf", at.to(skill, language), parents[skill.competency], number)


def _references(at: _Stamp, skill: Skill, language: str) -> Iterator[Record]:
    for number, address in enumerate(dict.fromkeys(skill.references["esco"]), 1):
        concept = {"title": address, "identifier": address, "uri": address, "targetType": "ext:ESCO"}
        yield _association(at, "isRelatedTo", at.to(skill, language), concept, number)


def _successors(catalogue: Catalogue, at: _Stamp, skill: Skill, language: str) -> Iterator[Record]:
    for number, code in enumerate(skill.replaced_by, 1):
        successor = at.to(catalogue.skill_by_code[code], language)
        yield _association(at, "replacedBy", at.to(skill, language), successor, number)


def _association(at: _Stamp, kind: str, origin: Record, destination: Record, number: int | None = None) -> Record:
    return {
        **at.record(kind, origin["identifier"], destination["identifier"]),
        "associationType": kind,
        "originNodeURI": origin,
        "destinationNodeURI": destination,
        **({} if number is None else {"sequenceNumber": number}),
    }


def _rubric(catalogue: Catalogue, at: _Stamp, language: str) -> Record:
    rubric = at.record("rubric", language)
    anchors = [level.anchor.said_in(language) for level in catalogue.levels]
    return {
        **rubric,
        "title": RUBRIC[language],
        "CFRubricCriteria": [
            _criterion(catalogue, at, skill, language) | {"rubricId": rubric["identifier"], "position": number}
            for number, skill in enumerate(catalogue.skills, 1)
        ],
        "extensions": {ANCHORS: {"language": language, "texts": anchors}},
    }


def _criterion(catalogue: Catalogue, at: _Stamp, skill: Skill, language: str) -> Record:
    criterion = at.record("criterion", skill.code, language)
    levels = [
        {
            **at.record("level", skill.code, language, str(level.value)),
            "rubricCriterionId": criterion["identifier"],
            "position": level.value + 1,
            "score": level.value,
            "quality": level.name.said_in(language),
            "description": anchor.said_in(language),
        }
        for level, anchor in zip(catalogue.levels, skill.anchors, strict=True)
    ]
    item = at.to(skill, language)
    return {**criterion, "description": item["title"], "CFItemURI": item, "CFRubricCriterionLevels": levels}
