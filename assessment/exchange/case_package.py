"""A CASE package of anybody, version 1.0 or 1.1, read for what a draft can hold: items, associations, rubrics.

Tolerant: a number may be a text and the other way round; anything but the document and the items may be missing, null
or of a wrong kind. What cannot be read is listed and passed over.
"""

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from assessment import strict_json
from assessment.catalogue.model import LEVELS
from assessment.catalogue.shape import HOW_MANY, MISSING_TEXT, MUST_BE_LIST, MUST_BE_OBJECT, ODD
from assessment.exchange.case_export import ANCHORS
from assessment.fault import Fault, gettext_noop

Record = dict[str, Any]

MOST_RECORDS = 20_000  # items, or associations
MOST_LISTED = 1_000
ODD_RUN = re.compile(f"{ODD.pattern}+")
LANGUAGES_TOLD = {"": "en", "en": "en", "eng": "en", "english": "en"} | dict.fromkeys(
    ("fr", "fra", "fre", "french"), "fr"
)
NO_PLACE = gettext_noop("the catalogue has no place for it")
NO_PLACE_OFTEN = gettext_noop("the catalogue has no place for it (%(count)d in all)")
NOT_CASE = gettext_noop("this is no CASE package: the object is missing")
NOTHING_TO_TAKE = gettext_noop("there is nothing to take")
OTHER_LANGUAGE = gettext_noop("%(language)s is not a language of the catalogue")
MORE = gettext_noop("and %(count)d more")
NOT_SIX = gettext_noop("%(count)d levels, must be 6")
READ_KINDS = ("isChildOf", "isTranslationOf", "isRelatedTo", "exactMatchOf", "replacedBy")
OF_RECORDS = {"identifier", "uri", "lastChangeDateTime"}
KEPT_KEYS = {  # of each list the keys that are read, or that say nothing beside those that are
    "CFItems": OF_RECORDS
    | {"CFItemType", "CFItemTypeURI", "CFDocumentURI", "language", "humanCodingScheme", "listEnumeration"}
    | {"fullStatement", "abbreviatedStatement", "alternativeLabel", "notes", "statusStartDate", "statusEndDate"},
    "CFAssociations": OF_RECORDS
    | {"associationType", "sequenceNumber", "originNodeURI", "destinationNodeURI", "CFDocumentURI"},
    "CFRubricCriteria": OF_RECORDS
    | {"category", "description", "CFItemURI", "position", "rubricId", "CFRubricCriterionLevels"},
    "CFRubricCriterionLevels": OF_RECORDS | {"description", "quality", "score", "position", "rubricCriterionId"},
    "CFDefinitions": {"CFItemTypes"},
    "CFPackage": {"CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics"},
}


class NotAPackage(ValueError):
    """The file is no CASE package, or nothing in it can be taken; `faults` says why."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


class LeftOut:
    """What is passed over: the first thousand in full, of the others how many, however large the file is."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.more = 0

    def add(self, place: str, reason: str, **values: str | int) -> None:
        """Note one thing more."""
        if len(self.faults) < MOST_LISTED:
            self.faults.append(Fault(place, reason, **values))
        else:
            self.more += 1

    def listed(self) -> tuple[Fault, ...]:
        """A line for each, and one for those that have none."""
        return (*self.faults, *([Fault("", MORE, count=self.more)] if self.more else []))


@dataclass(frozen=True, eq=False)
class Item:
    """A CFItem in a language of the catalogue. Texts are on one line, "" where there is none."""

    place: str
    keys: tuple[str, ...]  # identifier and address, by which the rest of the package points here
    language: str
    code: str
    statement: str
    short: str
    notes: str
    ended: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it has neither a code nor a name."""
        return not (self.code or self.statement or self.short)


@dataclass(frozen=True)
class Link:
    """A CFAssociation of one of READ_KINDS."""

    place: str
    kind: str
    origin: tuple[str, ...]  # keys of an item
    destination: tuple[str, ...]  # keys of an item or of the document, or what lies elsewhere
    order: float


@dataclass(frozen=True)
class Criterion:
    """A CFRubricCriterion with six levels, the lowest first."""

    place: str
    item: tuple[str, ...]
    names: tuple[str, ...]
    anchors: tuple[str, ...]


@dataclass
class Package:
    """What a package holds. `anchors` gives for a language what the six levels mean for any skill."""

    document: tuple[str, ...]
    items: list[Item] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    criteria: list[Criterion] = field(default_factory=list)
    anchors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: LeftOut = field(default_factory=LeftOut)


def read_package(data: bytes) -> Package:
    """Read the bytes of a package, bare or under the key CFPackage. Raises NotAPackage."""
    try:
        found = strict_json.parse(data)
    except strict_json.NotStrictJson as error:
        raise NotAPackage(error.fault) from error
    whole = _object(_object(found).get("CFPackage")) or _object(found)
    _refuse(whole)
    package = Package(keys(whole["CFDocument"]))
    package.items.extend(_items(whole, package.left_out))
    if not package.items:
        raise NotAPackage(Fault("CFItems", NOTHING_TO_TAKE), *package.left_out.listed())
    package.links.extend(_links(whole, package.left_out))
    _read_rubrics(whole, package)
    _pass_over("CFDefinitions", [_object(whole.get("CFDefinitions"))], package.left_out)
    _pass_over("CFPackage", [whole], package.left_out)
    return package


def _refuse(whole: Record) -> None:
    if not _object(whole.get("CFDocument")):
        raise NotAPackage(Fault("CFDocument", NOT_CASE))
    for name, least in (("CFItems", 1), ("CFAssociations", 0)):
        found = whole.get(name)
        if isinstance(found, list) and not least <= len(found) <= MOST_RECORDS:
            raise NotAPackage(Fault(name, HOW_MANY, count=len(found), least=least, most=MOST_RECORDS))


def line(value: Any) -> str:
    """A text or number as a text on one line, "" if it is neither."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return ODD_RUN.sub(" ", str(value)).strip()


def day(value: Any) -> str:
    """The day of a date or of a moment as YYYY-MM-DD, "" if it is neither."""
    try:
        return dt.date.fromisoformat(line(value)[:10]).isoformat()
    except ValueError:
        return ""


def number(value: Any) -> float | None:
    """A number, or a text that holds one, if it is one that can be compared."""
    try:
        found = float(value) if isinstance(value, str | int | float) else math.nan
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def keys(node: Any) -> tuple[str, ...]:
    """By what a record is known, or a pointer knows it: identifier and address; a bare text may be either."""
    told = (node.get("identifier"), node.get("uri")) if isinstance(node, dict) else (node,)
    return tuple(key for key in map(line, told) if key)


def _object(value: Any) -> Record:
    return value if isinstance(value, dict) else {}


def _records(place: str, value: Any, left_out: LeftOut) -> Iterator[tuple[str, Record]]:
    if value is not None and not isinstance(value, list):
        left_out.add(place, MUST_BE_LIST)
    for index, record in enumerate(value if isinstance(value, list) else []):
        if isinstance(record, dict):
            yield f"{place}[{index}]", record
        else:
            left_out.add(f"{place}[{index}]", MUST_BE_OBJECT)


def _pass_over(name: str, records: Iterable[Record], left_out: LeftOut) -> None:
    """List what the records hold under keys that are not read, each key once."""
    found = Counter(key for record in records for key, value in record.items() if value not in (None, "", [], {}))
    for key, count in found.items():
        if key not in KEPT_KEYS[name]:
            left_out.add(f"{name}.{key}", NO_PLACE_OFTEN, count=count)


def _items(whole: Record, left_out: LeftOut) -> Iterator[Item]:
    document = whole["CFDocument"]
    found = list(_records("CFItems", whole.get("CFItems"), left_out))
    for place, record in found:
        told = line(record.get("language")) or line(document.get("language"))
        item = _item(place, record, _language(told))
        if not item.language:
            left_out.add(f"{place}.language", OTHER_LANGUAGE, language=told)
        elif item.is_blank:
            left_out.add(f"{place}.fullStatement", MISSING_TEXT)
        else:
            yield replace(item, ended=_ended(place, record, document, left_out))
    _pass_over("CFItems", [record for _, record in found], left_out)


def _language(told: str) -> str:
    """The language of the catalogue that a tag such as "fr-CA" or a name means, "" if none."""
    return LANGUAGES_TOLD.get(told.replace("_", "-").split("-")[0].lower(), "")


def _item(place: str, record: Record, language: str) -> Item:
    return Item(
        place=place,
        keys=keys(record),
        language=language,
        code=line(record.get("humanCodingScheme")),
        statement=line(record.get("fullStatement")),
        short=line(record.get("abbreviatedStatement")),
        notes=line(record.get("notes")),
    )


def _ended(place: str, record: Record, document: Record, left_out: LeftOut) -> bool:
    """Whether the status of an item had ended when the document last changed; a day to come has no place."""
    ends, changed = day(record.get("statusEndDate")), day(document.get("lastChangeDateTime"))
    ended = ends != "" and ends <= (changed or ends)
    if line(record.get("statusEndDate")) and not ended:
        left_out.add(f"{place}.statusEndDate", NO_PLACE)
    return ended


def _links(whole: Record, left_out: LeftOut) -> Iterator[Link]:
    found = list(_records("CFAssociations", whole.get("CFAssociations"), left_out))
    others: Counter[str] = Counter()
    for place, record in found:
        kind, order = line(record.get("associationType")), number(record.get("sequenceNumber"))
        if kind in READ_KINDS:
            ends = keys(record.get("originNodeURI")), keys(record.get("destinationNodeURI"))
            yield Link(place, kind, *ends, math.inf if order is None else order)
        else:
            others[kind] += 1
    for kind, count in others.items():
        left_out.add(f"CFAssociations.{kind}", NO_PLACE_OFTEN, count=count)
    _pass_over("CFAssociations", [record for _, record in found], left_out)


def _read_rubrics(whole: Record, package: Package) -> None:
    criteria, levels = [], []
    for place, rubric in _records("CFRubrics", whole.get("CFRubrics"), package.left_out):
        told = _object(_object(rubric.get("extensions")).get(ANCHORS))
        if isinstance(told.get("texts"), list) and len(told["texts"]) == len(LEVELS):
            package.anchors[line(told.get("language"))] = tuple(map(line, told["texts"]))
        for at, record in _records(f"{place}.CFRubricCriteria", rubric.get("CFRubricCriteria"), package.left_out):
            criteria.append(record)
            levels += _read_criterion(at, record, package)
    _pass_over("CFRubricCriteria", criteria, package.left_out)
    _pass_over("CFRubricCriterionLevels", levels, package.left_out)


def _read_criterion(place: str, record: Record, package: Package) -> list[Record]:
    where = f"{place}.CFRubricCriterionLevels"
    levels = [level for _, level in _records(where, record.get("CFRubricCriterionLevels"), package.left_out)]
    if len(levels) == len(LEVELS):
        said = [(line(level.get("quality")), line(level.get("description"))) for level in _rising(levels)]
        names, anchors = zip(*said, strict=True)
        package.criteria.append(Criterion(place, keys(record.get("CFItemURI")), names, anchors))
    else:
        package.left_out.add(where, NOT_SIX, count=len(levels))
    return levels


def _rising(levels: list[Record]) -> list[Record]:
    """The lowest first, by score, else by position, else as they stand."""
    for key in ("score", "position"):
        told = [number(level.get(key)) for level in levels]
        if None not in told and len(set(told)) == len(told):
            return [level for _, level in sorted(zip(told, levels, strict=True), key=itemgetter(0))]
    return levels
