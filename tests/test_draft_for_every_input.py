"""What must hold of the draft whatever catalogue is in it, finished or not."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.check import check, is_unfinished
from assessment.catalogue.compare import differences
from assessment.catalogue.file import build, canonical
from assessment.exchange.files import read_any
from assessment.models import CatalogueChange
from assessment.models.drafting import SECTIONS, draft_document, follow_rename
from tests.editors import fill_draft, row_of
from tests.strategies import Document, documents

pytestmark = pytest.mark.django_db
Place = tuple[dict[str, Any] | list[Any], Any]


def texts(value: Any) -> Iterator[Place]:
    """Where the texts of an item stand that may be blank for a while."""
    for key, inner in value.items():
        if isinstance(inner, dict) and inner.keys() == {"fr", "en"}:
            lists = isinstance(inner["fr"], list)
            yield from (
                ((inner[lang], at) for lang in inner for at in range(6)) if lists else ((inner, lang) for lang in inner)
            )
        elif key == "source":
            yield value, key


def may_be_blank(found: Document) -> list[Place]:
    items = [item for section in SECTIONS for item in found[section]]
    return [(inside, key) for item in items for inside, key in texts(item) if not is_population(inside, key, items)]


def is_population(inside: Any, key: Any, items: list[Any]) -> bool:
    """Whether it is the English of a population: with both languages blank nobody would be told of."""
    return key == "en" and any(inside is item.get("population") for item in items)


@st.composite
def unfinished(draw: st.DrawFn) -> Document:
    """A document whose only errors are those that a draft may have: blank texts, levels to choose, doubled salaries."""
    found = draw(documents())
    places = may_be_blank(found)
    for inside, key in draw(st.lists(st.sampled_from(places), max_size=8)):
        inside[key] = ""
    asked = [requirement for role in found["roles"] for requirement in role["requirements"].values()]
    for requirement in draw(st.lists(st.sampled_from(asked), max_size=4)):
        requirement["levels"].popitem() if requirement["levels"] else None
    again = draw(st.lists(st.sampled_from(found["salaries"]), max_size=2)) if found["salaries"] else []
    found["salaries"] += copy.deepcopy(again)
    assert [fault for fault in check(found) if not is_unfinished(fault)] == []
    return found


def keys() -> dict[str, dict[str, int]]:
    """The primary key of each row that has a code of its own."""
    return {
        section: {row.key: row.pk for row in model.objects.all()}
        for section, model in SECTIONS.items()
        if section != "salaries"
    }


@given(documents())
def test_a_catalogue_becomes_rows_and_they_become_it_again(found: Document) -> None:
    fill_draft(found)
    assert draft_document() == found
    assert build(draft_document()) == build(found)
    assert build(draft_document()).sha256 == build(found).sha256


@given(unfinished())
def test_an_unfinished_draft_becomes_a_file_and_it_becomes_the_draft_again(found: Document) -> None:
    fill_draft(found)
    assert canonical(draft_document()) == canonical(found)
    reading = read_any(canonical(draft_document()), {})
    assert reading.document == found
    fill_draft(reading.document)
    assert draft_document() == found


@given(unfinished(), unfinished())
def test_another_document_takes_the_place_of_the_first_and_the_history_tells_the_difference(
    first: Document, second: Document
) -> None:
    fill_draft(first)
    before = keys()
    CatalogueChange.objects.all().delete()
    fill_draft(second)
    assert draft_document() == second
    stay = {section: {key: pk for key, pk in keys()[section].items() if key in old} for section, old in before.items()}
    assert all(stay[section].items() <= old.items() for section, old in before.items())
    found = CatalogueChange.objects.order_by("pk").values_list("kind", "section", "code")
    assert list(found) == [(change.kind, change.section, change.code) for change in differences(first, second)]


@given(documents(), st.data())
def test_a_new_code_is_all_that_differs_after_a_renaming(found: Document, data: st.DataObject) -> None:
    section = data.draw(st.sampled_from(["missions", "competencies", "skills", "grades", "roles"]))
    old = data.draw(st.sampled_from([item["code"] for item in found[section]]))
    new = "zz-new" if section in ("grades", "roles") else "ZZ-NEW"
    fill_draft(found)
    row: Any = row_of(section, old)
    row.code = new
    row.save()
    follow_rename(section, old, new)
    renamed = draft_document()
    assert check(renamed) == []
    row.code = old
    row.save()
    follow_rename(section, new, old)
    assert draft_document() == found
    codes = [[item["code"] for item in document[section]] for document in (found, renamed)]
    assert codes[1] == [new if code == old else code for code in codes[0]]
