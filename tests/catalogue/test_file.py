import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.check import check
from assessment.catalogue.file import SHIPPED, CatalogueError, build, canonical, document_of, read, write
from assessment.catalogue.model import Catalogue, Grade, Role, Text
from tests.examples import document, shipped, tiny_document, tiny_role, tiny_salary
from tests.strategies import Document, catalogues, documents


def errors_of(data: bytes) -> list[str]:
    with pytest.raises(CatalogueError) as caught:
        read(data)
    assert str(caught.value) == "\n".join(caught.value.errors)
    return list(caught.value.errors)


def reordered(value: Any, order: int) -> Any:
    """The same value with the keys of its objects in another order: 1 sorted backwards, 2 by length."""
    if isinstance(value, list):
        return [reordered(item, order) for item in value]
    if not isinstance(value, dict):
        return value
    keys = sorted(value, reverse=True) if order == 1 else sorted(value, key=lambda key: (len(key), key[::-1]))
    return {key: reordered(value[key], order) for key in keys}


@given(catalogues())
def test_a_catalogue_is_rebuilt_from_its_document(catalogue: Catalogue) -> None:
    assert build(document_of(catalogue)) == catalogue


@given(documents())
def test_a_document_comes_back_from_its_catalogue(found: Document) -> None:
    assert document_of(build(found)) == found


@given(catalogues())
def test_the_document_of_a_catalogue_is_right(catalogue: Catalogue) -> None:
    assert check(document_of(catalogue)) == []


@given(catalogues())
def test_a_catalogue_is_read_back_as_it_was_written(catalogue: Catalogue) -> None:
    assert read(write(catalogue)) == catalogue


@given(documents())
def test_a_catalogue_is_written_as_the_canonical_bytes_of_its_document(found: Document) -> None:
    assert write(build(found)) == canonical(found)


@given(documents(), st.sampled_from([1, 2]))
def test_the_canonical_bytes_do_not_depend_on_the_order_of_keys(found: Document, order: int) -> None:
    assert canonical(reordered(found, order)) == canonical(found)


@given(documents())
def test_the_canonical_bytes_are_those_of_what_they_hold(found: Document) -> None:
    assert canonical(json.loads(canonical(found))) == canonical(found)


@given(documents())
def test_the_sha256_is_that_of_the_canonical_bytes(found: Document) -> None:
    assert build(found).sha256 == hashlib.sha256(canonical(found)).hexdigest()


def test_a_changed_text_changes_the_sha256() -> None:
    found = tiny_document()
    found["grades"][0]["name"]["en"] = "Newer"
    assert build(found).sha256 != build(tiny_document()).sha256


def test_canonical_bytes_are_readable_utf_8() -> None:
    assert canonical({"b": ["é"], "a": None}) == '{\n "a": null,\n "b": [\n  "é"\n ]\n}\n'.encode()


def test_the_shipped_file_is_canonical() -> None:
    assert canonical(document()) == SHIPPED.read_bytes()


def test_the_shipped_catalogue_gives_its_file_back() -> None:
    assert write(shipped()) == SHIPPED.read_bytes()


def test_a_document_becomes_frozen_values() -> None:
    found = build(tiny_document(roles=[tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2))], salaries=[tiny_salary()]))
    assert found.grades[0] == Grade(
        "new", Text("new (fr)", "new (en)"), Text("About new (fr)", "About new (en)"), "source"
    )
    assert found.skills[0].anchors[5] == Text("A5 fr", "A5 en")
    assert found.salaries[0].population == Text("Tout le pays", "The whole country")
    assert isinstance(found.roles[0], Role)
    assert found.roles[0].missions == ("RUN",)


def test_changing_a_document_leaves_its_catalogue_as_it_was() -> None:
    found = tiny_document()
    before, catalogue = build(tiny_document()), build(found)
    found["roles"][0]["requirements"]["A"]["levels"]["new"] = 5
    found["skills"][0]["references"]["other"].append("x")
    assert catalogue == before


def test_a_file_that_is_not_json_is_refused_in_one_line() -> None:
    assert errors_of(b"{") == ["not JSON: Expecting property name enclosed in double quotes, line 1, column 2"]


def test_a_file_with_a_key_twice_is_refused() -> None:
    assert errors_of(b'{"format": 1, "format": 2}') == ["the key 'format' stands twice in one object"]


def test_another_file_is_refused() -> None:
    assert errors_of(b"[]") == ["format: must be careerquiz-catalogue/1"]


def test_every_error_of_a_file_is_said() -> None:
    found = tiny_document()
    found["grades"][0]["name"]["fr"] = ""
    del found["salaries"]
    assert errors_of(canonical(found)) == ["grades[0].name.fr: the text is missing", "salaries: missing"]


def test_a_byte_order_mark_before_a_file_does_no_harm() -> None:
    assert read(b"\xef\xbb\xbf" + canonical(tiny_document())) == build(tiny_document())
