"""The skills go through a spreadsheet and back, and nothing changes but what was changed."""

import copy
import csv
import io
import re
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.exchange.reading import Reading
from assessment.exchange.skills_table import (
    COLUMNS,
    EXPLAINED,
    LISTS,
    read_skills,
    skills_csv,
    skills_xlsx,
)
from tests.examples import document, full_document, tiny_document, tiny_skill
from tests.exchange.tables import (
    ESCAPED,
    NASTY,
    drafts,
    edited,
    in_many_forms,
    read,
    resaved,
    saved,
    table,
)
from tests.strategies import Document, documents

# There and back


@given(drafts(NASTY + ESCAPED))
def test_a_file_that_nobody_changed_changes_nothing(draft: Document) -> None:
    before = copy.deepcopy(draft)
    assert [read_skills(data, draft) for data in in_many_forms(draft)] == [Reading(before)] * 5
    assert draft == before


@settings(max_examples=15)
@given(drafts())
def test_opening_and_saving_a_workbook_changes_nothing(draft: Document) -> None:
    assert read_skills(resaved(skills_xlsx(draft)), draft) == Reading(draft)


def test_the_shipped_skills_come_back_in_every_form() -> None:
    draft = document()
    files = [*in_many_forms(draft), resaved(skills_xlsx(draft))]
    assert [read_skills(data, draft) for data in files] == [Reading(draft)] * 6


@given(documents())
def test_a_table_says_everything_of_a_skill(draft: Document) -> None:
    other = tiny_document(competencies=draft["competencies"], missions=draft["missions"])
    for data in in_many_forms(draft):
        found = read_skills(data, other).document
        assert found is not None
        assert found["skills"] == draft["skills"]


@settings(max_examples=25)
@given(drafts(), st.data())
def test_one_changed_text_changes_just_that(draft: Document, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(draft["skills"]) - 1))
    text = data.draw(st.sampled_from(["new", "Éà 🙂; a, b"]))
    column, path = data.draw(
        st.sampled_from(
            [("name_fr", ("name", "fr")), ("level_0_en", ("anchors", "en", 0)), ("level_5_fr", ("anchors", "fr", 5))]
        )
    )
    expected = copy.deepcopy(draft)
    inner = expected["skills"][index]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = text
    rows = edited(draft, index + 2, column, text)
    assert read(rows, draft) == Reading(expected)
    book = openpyxl.load_workbook(io.BytesIO(skills_xlsx(draft)))
    book["skills"].cell(index + 2, COLUMNS.index(column) + 1).value = text
    assert read_skills(saved(book), draft) == Reading(expected)


@pytest.mark.parametrize(
    ("column", "text", "path", "value"),
    [
        ("competency", "HEAD", ["competency"], "HEAD"),
        ("origin", "source", ["origin"], "source"),
        ("retired", " yes ", ["retired"], True),
        ("name_fr", "", ["name", "fr"], ""),
        ("name_fr", "  Nom  ", ["name", "fr"], "Nom"),
        ("name_fr", "Nom\r\n", ["name", "fr"], "Nom"),
        ("name_en", "'=1+1", ["name", "en"], "=1+1"),
        ("name_en", "''=1+1", ["name", "en"], "'=1+1"),
        ("name_en", "-3", ["name", "en"], "-3"),
        ("level_3_en", "a;'-b", ["anchors", "en", 3], "a;-b"),
        ("level_3_en", "a;-b", ["anchors", "en", 3], "a;-b"),
        ("esco", "http://data.europa.eu/esco/skill/1", ["references", "esco"], ["http://data.europa.eu/esco/skill/1"]),
        ("sfia", "ABCD\nEFGH", ["references", "sfia"], ["ABCD", "EFGH"]),
        ("sfia", "\n ABCD \r\n\r\nEFGH\r", ["references", "sfia"], ["ABCD", "EFGH"]),
        ("dora", "'-a", ["references", "dora"], ["-a"]),
        ("other", "a; b\nc, d", ["references", "other"], ["a; b", "c, d"]),
    ],
)
def test_a_cell_says_its_part_of_the_skill(column: str, text: str, path: list[Any], value: Any) -> None:
    expected = full_document()
    inner = expected["skills"][0]
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert read(edited(full_document(), 2, column, text), full_document()) == Reading(expected)


def test_a_retired_skill_is_replaced_and_may_be_asked_again() -> None:
    draft, retired = full_document(), full_document()
    retired["skills"][0] |= {"retired": True, "replaced_by": ["B"]}
    rows = edited(draft, 2, "retired", "yes")
    rows[1][COLUMNS.index("replaced_by")] = "B"
    assert read(rows, draft) == Reading(retired)
    assert read(table(draft), retired) == Reading(draft)


def test_the_order_of_the_rows_is_that_of_the_skills() -> None:
    draft = full_document()
    header, *rows = table(draft)
    turned = {**draft, "skills": draft["skills"][::-1]}
    assert read([header, *rows[::-1]], draft) == Reading(turned)


def test_the_columns_may_stand_in_any_order_and_empty_rows_and_columns_between() -> None:
    draft = full_document()
    rows = [[*row[::-1], "", " "] for row in table(draft)]
    assert read([[""], rows[0], ["", " "], *rows[1:], [""] * 40], draft) == Reading(draft)


def test_a_new_row_is_a_new_skill_that_no_role_requires() -> None:
    draft, new = full_document(), tiny_skill("C", "HEAD")
    rows = table(tiny_document(skills=[*draft["skills"], new]))
    assert read(rows, draft) == Reading({**draft, "skills": [*draft["skills"], new]})


def test_a_skill_without_a_row_goes_with_what_roles_require_of_it() -> None:
    draft = full_document()
    expected = full_document()
    del expected["skills"][0], expected["roles"][0]["requirements"]["A"]
    header, _, last = table(draft)
    assert read([header, last], draft) == Reading(expected)


def test_a_list_that_no_cell_can_hold_stays_as_long_as_its_cell_does() -> None:
    draft = full_document()
    draft["skills"][0]["references"]["other"] = [f"{number} {'x' * 150}" for number in range(300)]
    assert [row[-1] for row in table(draft)] == ["other", "…", ""]
    assert [read_skills(data, draft) for data in in_many_forms(draft)] == [Reading(draft)] * 5


# The files


def test_the_columns_are_these() -> None:
    levels = [f"level_{level}_{language}" for level in range(6) for language in ("fr", "en")]
    ends = ["code", "competency", "mission", "origin", "retired", "replaced_by", "name_fr", "name_en"]
    assert list(COLUMNS) == [*ends, *levels, "esco", "sfia", "dora", "other"]
    assert set(EXPLAINED) == set(COLUMNS)
    assert set(COLUMNS) > LISTS


@pytest.mark.parametrize(("dialect", "start"), [("fr", "code;competency;"), ("en", "code,competency,")])
def test_a_csv_file_is_one_that_excel_opens(dialect: str, start: str) -> None:
    data = skills_csv(full_document(), dialect)
    assert data.startswith(b"\xef\xbb\xbf" + start.encode())
    assert data.count(b"\r\n") == data.count(b"\n") == 3


@pytest.mark.parametrize("written", [skills_xlsx, lambda draft: skills_csv(draft, "fr")])
def test_the_same_skills_have_the_same_bytes(written: Callable[[Document], bytes]) -> None:
    assert written(full_document()) == written(full_document())
    assert written(full_document()) != written(document())


@given(drafts(), st.sampled_from(["fr", "en"]), st.sampled_from([",", ";"]))
def test_no_cell_would_be_run(draft: Document, dialect: str, separator: str) -> None:
    text = io.StringIO(skills_csv(draft, dialect).decode("utf-8-sig"), newline="")
    cells = [cell for row in csv.reader(text, delimiter=separator) for cell in row]
    assert [cell for cell in cells if re.match(r'[\s"]*[=+@＝＋－＠]', cell)] == []
    assert {cell for cell in cells if cell.startswith("-")} <= {"-3", "-3,5"}
