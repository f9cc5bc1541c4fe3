"""CASE packages for tests, from plain functions with defaults, and what a draft makes of them."""

import datetime as dt
import json
from typing import Any

from assessment.catalogue.check import check, is_unfinished
from assessment.catalogue.file import build
from assessment.exchange.case_export import export_case
from assessment.exchange.case_import import read_case
from assessment.exchange.reading import Reading
from tests.examples import tiny_document
from tests.strategies import Document

CHANGED = dt.datetime(2025, 1, 31, tzinfo=dt.UTC)
ESCO = "http://data.europa.eu/esco/skill/9d2e926f-53d9"
NO_PLACE = "the catalogue has no place for it"


def ours(document: Document) -> bytes:
    return export_case(build(document), changed=CHANGED)


def item(key: str, statement: str = "", **more: Any) -> dict[str, Any]:
    """An item whose code and identifier are `key`."""
    return {"identifier": key, "humanCodingScheme": key, "fullStatement": statement or f"Statement {key}", **more}


def link(origin: str, kind: str, destination: Any, **more: Any) -> dict[str, Any]:
    target = {"identifier": destination} if isinstance(destination, str) else destination
    return {"associationType": kind, "originNodeURI": {"identifier": origin}, "destinationNodeURI": target, **more}


def hang(origin: str, destination: str = "doc", number: Any = None) -> dict[str, Any]:
    return link(origin, "isChildOf", destination, sequenceNumber=number)


def rubric(key: str, levels: list[dict[str, Any]] | None = None, **more: Any) -> dict[str, Any]:
    """A rubric with one criterion, about the item `key`."""
    found = levels if levels is not None else six(key)
    return {"CFRubricCriteria": [{"CFItemURI": {"identifier": key}, "CFRubricCriterionLevels": found}], **more}


def six(word: str) -> list[dict[str, Any]]:
    return [{"score": value, "quality": f"Quality {value}", "description": f"{word} {value}"} for value in range(6)]


def package(items: list[Any], links: list[Any] | None = None, rubrics: list[Any] | None = None, **more: Any) -> bytes:
    """A package in English that last changed on 31 January 2025."""
    document = {"identifier": "doc", "title": "Theirs", "language": "en", "lastChangeDateTime": "2025-01-31T10:00:00Z"}
    whole = {
        "CFDocument": document,
        "CFItems": items,
        "CFAssociations": links or [],
        "CFRubrics": rubrics or [],
        **more,
    }
    return json.dumps(whole).encode()


def theirs() -> bytes:
    """The package of somebody else: one competency with two skills, one of which the draft knows, and a rubric."""
    items = [item("H", "Hands"), item("H.1", "Hold"), item("A", "Act")]
    links = [hang("H"), hang("A", "H", 2), hang("H.1", "H", 1), link("H.1", "isRelatedTo", {"uri": ESCO})]
    return package(items, links, [rubric("H.1")])


def taken(data: bytes, draft: Document | None = None) -> Document:
    """The document that a package makes of a tiny draft, with nothing left out."""
    reading = read_case(data, draft or tiny_document())
    assert [reading.faults, reading.left_out] == [(), ()]
    assert reading.document is not None
    return reading.document


def left_out(data: bytes, draft: Document | None = None) -> list[str]:
    """What of a package is left out; the rest is taken."""
    reading = read_case(data, draft or tiny_document())
    assert_sound(reading)
    assert reading.faults == ()
    return [str(fault) for fault in reading.left_out]


def assert_sound(reading: Reading) -> None:
    """Refused with a reason, or a document with nothing wrong but what is unfinished."""
    if reading.document is None:
        assert reading.faults
    else:
        assert reading.faults == ()
        assert [fault for fault in check(reading.document) if not is_unfinished(fault)] == []


def by_code(document: Document, section: str) -> dict[str, dict[str, Any]]:
    return {item["code"]: item for item in document[section]}


def codes(document: Document, section: str) -> list[str]:
    return list(by_code(document, section))
