"""The table of a report says what the report says, in both dialects of CSV, and runs nowhere."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.exchange.cells import inert
from assessment.exports.report_json import report_document
from assessment.exports.report_table import COLUMNS, NOTE, ReportFile, Value, columns, report_csv, rows
from tests.exchange.test_cells import is_run
from tests.exports.report_files import SEPARATORS, files, read, spelled, texts, worked

DOCS = Path(__file__).parents[2] / "docs" / "report-table.md"
HEADER = [
    "skill_name",
    "skill",
    "competency_name",
    "competency",
    "extra",
    "answer",
    "level_name",
    "required",
    "weight",
    "gap",
    "priority",
    "rank",
    "state",
    "next_step",
    "role",
    "grade",
    "catalogue_version",
    "finished",
]
SAME = ["competency", "answer", "required", "weight", "gap", "priority", "state"]  # the same word as in the JSON


def table(file: ReportFile) -> dict[str, dict[str, Value]]:
    """The rows by the code of the skill, each by the names of the columns."""
    names = [column.name for column in columns(file)]
    found = [dict(zip(names, row, strict=True)) for row in rows(file)]
    assert len({row["skill"] for row in found}) == len(found)
    return {str(row["skill"]): row for row in found}


def as_json(file: ReportFile) -> list[dict[str, Any]]:
    """What the table says of the skills, as the JSON of the report would say it."""
    return [
        {"code": row["skill"], "extra": row["extra"] == "yes", **{name: row[name] for name in SAME}}
        for row in table(file).values()
    ]


# The table


def test_the_columns_have_these_names_in_every_language() -> None:
    for language in ("fr", "en"):
        with override(language):
            assert [column.name for column in columns(worked(language))] == HEADER
            assert [column.name for column in columns(worked(language, notes={}))] == [*HEADER, "note"]


def test_a_row_says_everything_about_a_skill() -> None:
    assert table(worked(notes={"T3": "With Ansible"}))["T3"] == {
        "skill_name": "Describe infrastructure as code",
        "skill": "T3",
        "competency_name": "Technical skills",
        "competency": "TECH",
        "extra": "no",
        "answer": 1,
        "level_name": "Aware",
        "required": 3,
        "weight": 3,
        "gap": 2,
        "priority": 6,
        "rank": 1,
        "state": "gap",
        "next_step": worked().report.catalogue.skill_by_code["T3"].anchors[2].en,
        "role": "devops",
        "grade": "confirmed",
        "catalogue_version": 7,
        "finished": date(2025, 7, 1),
        "note": "With Ansible",
    }


@pytest.mark.parametrize(
    ("skill", "answer", "state"), [("T5", "dk", "unrated"), ("G2", "na", "not_applicable"), ("C6", None, "unrated")]
)
def test_what_has_no_level_is_blank_and_never_0(skill: str, answer: Value, state: str) -> None:
    row = table(worked(notes={}))[skill]
    assert (row["answer"], row["state"]) == (answer, state)
    assert [row[name] for name in ("level_name", "gap", "priority", "rank", "next_step", "note")] == [None] * 6


def test_a_level_0_is_a_0() -> None:
    row = table(worked(answers={"T1": 0}))["T1"]
    assert [row[name] for name in ("answer", "level_name", "gap", "priority", "rank")] == [0, "Not yet", 3, 9, 1]


def test_a_skill_as_asked_or_above_has_no_place_in_the_order_of_work() -> None:
    found = table(worked())
    assert [[found[code][name] for name in ("gap", "priority", "rank", "next_step")] for code in ("T1", "C2")] == [
        [0, 0, None, None],
        [-1, 0, None, None],
    ]


def test_the_texts_are_in_the_language_of_the_file_whatever_that_of_the_page() -> None:
    with override("en"):
        row = table(worked("fr"))["T3"]
    catalogue = worked().report.catalogue
    assert (row["skill_name"], row["competency_name"], row["level_name"], row["next_step"]) == (
        catalogue.skill_by_code["T3"].name.fr,
        catalogue.competencies[0].name.fr,
        catalogue.levels[1].name.fr,
        catalogue.skill_by_code["T3"].anchors[2].fr,
    )


def test_what_a_role_adds_is_marked() -> None:
    extras = worked().report.catalogue.extras("mlops")
    assert {code for code, row in table(worked(role="mlops")).items() if row["extra"] == "yes"} == extras


def test_notes_are_left_out_unless_they_are_asked_for() -> None:
    assert "note" not in table(worked())["T1"]
    assert b"secret" not in report_csv(worked(), "en")
    assert b"secret" in report_csv(worked(notes={"T1": "secret"}), "en")


@given(files())
def test_the_figures_are_those_of_the_json(file: ReportFile) -> None:
    document = report_document(file.report, 7)
    assert as_json(file) == document["skills"]
    found = table(file)
    assert [code for code in found if found[code]["rank"] is not None] == [
        code for code in found if code in document["priorities"]
    ]
    assert [found[code]["rank"] for code in document["priorities"]] == [*range(1, len(document["priorities"]) + 1)]


def test_every_column_is_explained_in_the_language_of_the_page_and_in_the_documentation() -> None:
    explained = [str(column.explanation) for column in (*COLUMNS, NOTE)]
    assert len(set(explained)) == len(explained)
    documented = [
        name for row in re.findall(r"^\| (`.+?) \|", DOCS.read_text(), re.MULTILINE) for name in re.findall(r"\w+", row)
    ]
    assert documented == [*HEADER, "note"]


# As CSV


@pytest.mark.parametrize("dialect", ["fr", "en"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_file_opens_in_a_spreadsheet_of_its_dialect(language: str, dialect: str) -> None:
    data = report_csv(worked(language), dialect)
    assert data.startswith(b"\xef\xbb\xbfskill_name" + SEPARATORS[dialect].encode() + b"skill")
    assert data.count(b"\n") == data.count(b"\r\n") == 25
    header, *found = read(data, SEPARATORS[dialect])
    assert header == HEADER
    assert found == [["" if value is None else str(value) for value in row] for row in rows(worked(language))]


@pytest.mark.parametrize("dialect", ["fr", "en"])
def test_numbers_and_days_pass_unchanged_and_blanks_stay_blank(dialect: str) -> None:
    found = {row[1]: row for row in read(report_csv(worked(), dialect), SEPARATORS[dialect])}
    assert found["C2"][4:13] == ["no", "4", "Advanced", "3", "2", "-1", "0", "", "above"]
    assert found["C6"][4:14] == ["no", "", "", "3", "2", "", "", "", "unrated", ""]
    assert found["C6"][14:] == ["devops", "confirmed", "7", "2025-07-01"]


def test_the_same_report_makes_the_same_bytes() -> None:
    assert report_csv(worked(), "fr") == report_csv(worked(), "fr")


@settings(max_examples=300)
@given(texts(), texts(), st.sampled_from(["fr", "en"]), st.sampled_from(",;\t"), st.booleans())
def test_no_text_of_a_catalogue_or_a_note_is_run_whatever_separator_reads_the_file(
    text: str, note: str, dialect: str, separator: str, skip: bool
) -> None:
    said = read(report_csv(spelled(text, note), dialect), separator, skip=skip)
    assert [cell for row in said for cell in row if is_run(cell)] == []


@settings(max_examples=300)
@given(texts(), texts(), st.sampled_from(["fr", "en"]))
def test_every_text_comes_back_inert(text: str, note: str, dialect: str) -> None:
    _header, first, second = read(report_csv(spelled(text, note), dialect), SEPARATORS[dialect])
    said = inert(text)
    assert first == [
        *(said, "A", said, "HAND", "no", "1", said, "4", "3", "3", "9", "1", "gap", said),
        *("maker", "old", "7", "2025-07-01", inert(note)),
    ]
    assert second == [
        *(said, "B", said, "HEAD", "no", "", "", "2", "1", "", "", "", "unrated", ""),
        *("maker", "old", "7", "2025-07-01", ""),
    ]
