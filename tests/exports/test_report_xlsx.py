"""The workbook of a report, opened with openpyxl and, where that hides something, read as the XML it is."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.utils.translation import override
from hypothesis import given, settings
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from assessment.catalogue.file import build
from assessment.exchange.cells import inert
from assessment.exports.report_json import report_document
from assessment.exports.report_table import ReportFile, columns, rows
from assessment.exports.report_xlsx import COMPETENCIES, report_xlsx
from assessment.scoring import Answers, gap_report
from tests.examples import WORKED_ANSWERS, shipped, tiny_document
from tests.exports.report_files import LATE, files, spelled, texts, worked

LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])
CHART = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def opened(file: ReportFile) -> list[Worksheet]:
    """The sheets: the report, the summary, the competencies, the columns."""
    sheets = openpyxl.load_workbook(io.BytesIO(report_xlsx(file))).worksheets
    return [sheet for sheet in sheets if isinstance(sheet, Worksheet)]


def radars(file: ReportFile) -> Any:
    """The charts on the sheet of the competencies."""
    return vars(opened(file)[2])["_charts"]


def values(sheet: Worksheet) -> list[list[Any]]:
    """What the cells of a sheet hold, the header first."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def member(file: ReportFile, name: str) -> str:
    """One of the parts that the workbook is made of."""
    with zipfile.ZipFile(io.BytesIO(report_xlsx(file))) as archive:
        return archive.read(name).decode()


def members(file: ReportFile) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(report_xlsx(file))) as archive:
        return archive.namelist()


def figures(file: ReportFile) -> list[Any]:
    """The values of the summary, from above."""
    return [row[1] for row in values(opened(file)[1])[1:]]


def filled(sheet: Worksheet) -> list[Cell]:
    return [cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell) and cell.value is not None]


def openpyxl_keeps(text: str) -> bool:
    """Whether openpyxl reads a text as it is: it leaves the escapes of what XML cannot hold."""
    return not re.search("[\ufffe\uffff]|_x", text)


def few(count: int) -> ReportFile:
    """A report about so many competencies."""
    document = tiny_document()
    if count == 1:
        del document["roles"][0]["requirements"]["B"]
    return ReportFile(gap_report(build(document), "maker", "old", {"A": 1}), 7, LATE, "en")


# The report


@LANGUAGES
def test_the_first_sheet_is_the_table_with_real_numbers_and_days(language: str) -> None:
    file = worked(language, notes={"T1": "Mine"})
    header, *found = values(opened(file)[0])
    assert header == [column.name for column in columns(file)]
    day = datetime(2025, 7, 1)  # noqa: DTZ001 (a day in a cell has no time zone)
    at = header.index("finished")
    assert found == [[*row[:at], day, *row[at + 1 :]] for row in rows(file)]
    kinds = [[type(value) for value in row] for row in found]
    assert kinds == [[*map(type, row[:at]), datetime, *map(type, row[at + 1 :])] for row in rows(file)]


def test_the_header_and_the_names_of_the_skills_stay_in_sight_and_each_column_has_a_filter() -> None:
    report, *others = opened(worked())
    assert (report.freeze_panes, report.auto_filter.ref) == ("B2", "A1:R25")
    assert [(sheet.freeze_panes, sheet.auto_filter.ref) for sheet in others] == [("B2", None)] * 3


def test_every_column_is_as_wide_as_its_name_and_rows_as_high_as_their_texts() -> None:
    report = opened(worked(notes={"T1": "x" * 2000, "T2": "word " * 30}))[0]
    for cell in filled(report)[:19]:
        assert report.column_dimensions[cell.column_letter].width > len(str(cell.value)) + 2
    assert [report.row_dimensions[number].height for number in (2, 3, 6)] == [405, 45, None]
    assert {cell.alignment.wrap_text for row in report["A2:A25"] for cell in row} == {True}


@LANGUAGES
def test_the_sheets_are_named_in_the_language_of_the_file_whatever_that_of_the_page(language: str) -> None:
    with override("en" if language == "fr" else "fr"):
        data = report_xlsx(worked(language))
    with override(language):
        assert data == report_xlsx(worked(language))
    names = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    assert len({name.lower() for name in names}) == 4
    if language == "en":
        assert names == ["report", "summary", "competencies", "columns"]


def test_the_same_report_makes_the_same_bytes_and_bears_the_moment_it_was_closed() -> None:
    assert report_xlsx(worked()) == report_xlsx(worked())
    assert member(worked(), "docProps/core.xml").count(">2025-06-30T22:30:15Z<") == 2
    assert "DevOps" in member(worked(), "docProps/core.xml")
    in_paris = replace(worked(), finished=LATE.astimezone(ZoneInfo("Europe/Paris")))
    assert report_xlsx(in_paris) == report_xlsx(worked())


# The summary


def test_the_summary_holds_the_figures_as_numbers_that_show_as_they_are_printed() -> None:
    summary = opened(worked())[1]
    sha256 = worked().report.catalogue.sha256
    day = datetime(2025, 7, 1)  # noqa: DTZ001 (a day in a cell has no time zone)
    assert figures(worked()) == ["DevOps", "Mid-level", 0.785, 0.702, 0.808, 0.885, 20, 24, day, 7, sha256, None]
    formats = [row[1].number_format for row in summary["A4:B12"]]
    assert formats == [*["0.0%"] * 4, "0", "0", "yyyy-mm-dd", "0", "@"]


def test_a_share_that_cannot_be_said_is_blank() -> None:
    assert figures(worked(answers={"T1": 0}))[2:8] == [None, None, None, 0.057, 1, 24]
    nothing: Answers = dict.fromkeys(shipped().skill_by_code, "na")
    assert figures(worked(answers=nothing))[2:6] == [None] * 4


@given(files())
def test_the_shares_are_those_of_the_json(file: ReportFile) -> None:
    document = report_document(file.report, 7)
    readiness, coverage = document["readiness"], document["coverage"]
    met = [readiness, readiness["lower"], readiness["upper"]] if readiness else [None] * 3
    wanted = [share and pytest.approx(share["percent"] / 100, abs=1e-12) for share in (*met, coverage)]
    assert figures(file)[2:6] == wanted


# The competencies and their radar


def test_a_row_says_what_a_competency_comes_to() -> None:
    file = worked(role="mlops", grade="senior", answers={**WORKED_ANSWERS, "M1": 3})
    header, first, *_others, last = values(opened(file)[2])
    assert header == [column.name for column in COMPETENCIES]
    lowest = file.report.catalogue.skill_by_code
    assert first == ["Technical skills", "TECH", 2.2, 4, 0.542, 0.818, 6, 8, lowest["T3"].name.en]
    assert last == ["Machine-learning knowledge", "ML", None, 3.9, None, 0.136, 1, 8, lowest["M1"].name.en]


@given(files())
def test_the_levels_are_those_of_the_json_where_enough_is_rated(file: ReportFile) -> None:
    groups = report_document(file.report, 7)["competencies"]
    _header, *found = values(opened(file)[2])
    assert [row[1] for row in found] == [group["code"] for group in groups]
    for row, group, part in zip(found, groups, file.report.competencies, strict=True):
        wanted = group["level"]["mean"] if part.summary.says_enough else None
        assert row[2] == wanted
        assert row[4] == (group["readiness"] and pytest.approx(group["readiness"]["percent"] / 100, abs=1e-12))


def test_the_radar_draws_both_levels_over_all_competencies() -> None:
    (drawn,) = radars(worked())
    assert (drawn.tagname, drawn.radarStyle, drawn.y_axis.scaling.min, drawn.y_axis.scaling.max) == (
        "radarChart",
        "marker",
        0,
        5,
    )
    assert [(series.cat.strRef.f, series.val.numRef.f) for series in drawn.series] == [
        ("competencies!$A$2:$A$5", "competencies!$C$2:$C$5"),
        ("competencies!$A$2:$A$5", "competencies!$D$2:$D$5"),
    ]
    assert drawn.anchor._from.row > 5


@LANGUAGES
def test_the_lines_of_the_radar_are_named_and_told_apart_without_colour(language: str) -> None:
    file = worked(language)
    own, asked = radars(file)[0].series
    assert (own.spPr.ln.prstDash, own.marker.symbol) == ("solid", "circle")
    assert (asked.spPr.ln.prstDash, asked.marker.symbol) == ("dash", None)  # None: no marker
    chart = ET.fromstring(member(file, "xl/charts/chart1.xml"))
    names = [name.text for name in chart.iterfind(".//c:ser/c:tx/c:v", CHART)]
    assert len({name for name in names if name}) == 2
    assert chart.find(".//c:legend", CHART) is not None


def test_the_radar_has_an_alternative_text() -> None:
    drawing = ET.fromstring(member(worked(), "xl/drawings/drawing1.xml"))
    (frame,) = [found for found in drawing.iter() if found.tag.endswith("}cNvPr")]
    assert len(frame.attrib["descr"]) > 40


def test_a_competency_with_too_few_answers_is_a_gap_in_the_line_and_not_a_0() -> None:
    file = worked(role="mlops", answers={**WORKED_ANSWERS, "M1": 3})
    chart = ET.fromstring(member(file, "xl/charts/chart1.xml"))
    own, asked = ([point.get("idx") for point in cache] for cache in _caches(chart))
    assert (own, asked) == (["0", "1", "2", "3"], ["0", "1", "2", "3", "4"])
    assert chart.find(".//c:dispBlanksAs", CHART) is None  # for Excel that is "gap"
    assert opened(file)[2]["C6"].value is None


def _caches(chart: ET.Element) -> list[list[ET.Element]]:
    return [found.findall("c:pt", CHART) for found in chart.iterfind(".//c:val//c:numCache", CHART)]


def test_nothing_rated_draws_only_what_is_asked() -> None:
    chart = ET.fromstring(member(worked(answers={}), "xl/charts/chart1.xml"))
    assert [len(points) for points in _caches(chart)] == [0, 4]


@pytest.mark.parametrize("count", [1, 2])
def test_under_three_competencies_there_is_no_radar(count: int) -> None:
    file = few(count)
    assert len(file.report.competencies) == count
    assert [name for name in members(file) if "chart" in name] == []
    assert len(values(opened(file)[2])) == 1 + count


# What the columns are


@LANGUAGES
@pytest.mark.parametrize("notes", [None, {"T1": "Mine"}])
def test_the_last_sheet_explains_every_column_of_the_others(language: str, notes: dict[str, str] | None) -> None:
    file = worked(language, notes=notes)
    report, _summary, competencies, explained = opened(file)
    names = [(str(cell.value), sheet.title) for sheet in (report, competencies) for cell in sheet[1]]
    with override(language):
        sentences = [str(column.explanation) for column in columns(file)]
        sentences += [str(column.explanation) for column in COMPETENCIES]
    assert values(explained) == [
        ["column", "sheet", "explanation"],
        *([*name, sentence] for name, sentence in zip(names, sentences, strict=True)),
    ]


# Texts


@settings(max_examples=100)
@given(texts().filter(openpyxl_keeps), texts().filter(openpyxl_keeps))
def test_every_text_is_a_text_and_inert(text: str, note: str) -> None:
    report, summary, competencies, _columns = opened(spelled(text, note))
    assert {cell.data_type for sheet in (report, summary, competencies) for cell in filled(sheet)} <= {"s", "n", "d"}
    said = [report["A2"], report["C2"], report["G2"], report["N2"], summary["B2"], summary["B3"], competencies["A2"]]
    assert [written(cell) for cell in said] == [inert(text)] * 7
    assert written(report["S2"]) == inert(note)


def test_no_text_becomes_a_link() -> None:
    sheets = [f"xl/worksheets/sheet{number}.xml" for number in range(1, 5)]
    file = spelled("http://a.example", "mailto:a@a.example")
    assert [name for name in members(file) if name.endswith(".rels") and "worksheets" in name] == []
    assert [name for name in sheets if "hyperlink" in member(file, name)] == []


def written(cell: Any) -> str:
    """The text of a cell; openpyxl has none for an empty text."""
    assert cell.data_type == "s" or cell.value is None
    return cell.value or ""
