"""What the documents name is there: each test, each file, each heading; and the list of ASVS is whole."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.processes import ROOT

DOCUMENTS = sorted([*(ROOT / "docs").glob("*.md"), *(ROOT / name for name in ("SECURITY.md", "README.md"))])
NAMED = re.compile(r"\btests/[\w/.*{},-]+(?:::\w+)?")
PER_CHAPTER = {  # of ASVS 5.0.0: how many requirements of level 1 and of level 2 each chapter has
    1: (8, 19),
    2: (4, 7),
    3: (8, 11),
    4: (2, 8),
    5: (4, 5),
    6: (13, 22),
    7: (6, 12),
    8: (4, 3),
    9: (4, 3),
    10: (5, 24),
    11: (3, 11),
    12: (3, 6),
    13: (1, 12),
    14: (2, 7),
    15: (3, 10),
    16: (0, 16),
    17: (0, 7),
}


@cache
def names_in(path: Path) -> set[str]:
    """The names of the tests that a file holds."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return {node.name for node in body if isinstance(node, ast.FunctionDef)}


def is_there(named: str) -> bool:
    """Whether a file, a folder, some files (`tests/test_rollup*.py`) or one test of a file exists."""
    place, _, test = named.rstrip(".,").partition("::")
    found = [*ROOT.glob(place.rstrip("/"))]
    return bool(found) and (not test or any(test in names_in(path) for path in found if path.is_file()))


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_that_a_document_names_is_there(document: Path) -> None:
    assert [named for named in NAMED.findall(text_of(document)) if not is_there(named)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_of_a_document_leads_to_a_file_and_a_heading(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)", text_of(document))
    targets = [((document.parent / place).resolve() if place else document, heading) for place, heading in links]
    assert [str(place) for place, _ in targets if not place.exists()] == []
    assert [(place.name, heading) for place, heading in targets if heading and heading not in headings(place)] == []


def headings(document: Path) -> set[str]:
    """The names that headings are linked by."""
    titles = re.findall(r"^#+ (.*)$", text_of(document), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize(
    ("named", "wanted"),
    [
        ("tests/test_documents.py", True),
        ("tests/test_documents.py::test_what_is_not_there_is_seen", True),
        ("tests/test_documents.py::test_of_nothing", False),
        ("tests/test_nothing.py", False),
        ("tests/browser/", True),
        ("tests/test_rollup*.py", True),
        ("tests/test_nothing*.py", False),
    ],
)
def test_what_is_not_there_is_seen(named: str, wanted: bool) -> None:
    assert is_there(named) is wanted


def test_each_requirement_of_asvs_is_judged_once() -> None:
    first, second = text_of(ROOT / "docs" / "asvs.md").split("\n## Level 2\n")
    found = [
        re.findall(r"V\d+\.\d+\.\d+", " ".join(row.split("|")[1] for row in rows(part))) for part in (first, second)
    ]
    assert [number for number, times in Counter(found[0] + found[1]).items() if times > 1] == []
    counted = [Counter(int(number.split(".")[0][1:]) for number in part) for part in found]
    assert {chapter: (counted[0][chapter], counted[1][chapter]) for chapter in PER_CHAPTER} == PER_CHAPTER


def rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| V")]


def test_what_is_said_to_be_met_at_level_1_names_a_test_or_says_why_not() -> None:
    first = text_of(ROOT / "docs" / "asvs.md").split("\n## Level 2\n")[0]
    bare = [
        row
        for row in rows(first)
        if row.split("|")[3].strip() == "met" and not re.search(r"tests/|\.md|ruff|no test|name none", row)
    ]
    assert bare == []
