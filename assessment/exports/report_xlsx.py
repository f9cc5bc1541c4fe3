"""The gap report as a workbook: the table, a summary, the competencies with their radar, and what each column is."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from fractions import Fraction
from textwrap import wrap

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, override, pgettext
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from assessment.catalogue.model import Competency
from assessment.exchange.cells import inert
from assessment.exchange.workbook import workbook
from assessment.exports.report_table import Column, Kind, ReportFile, Value, columns, rows
from assessment.scoring import Summary, one_decimal, percent

NUMBERS: Mapping[Kind, str] = {"integer": "0", "mean": "0.0", "share": "0.0%", "date": "yyyy-mm-dd"}
WIDTHS: Mapping[Kind, int] = {"word": 15, "text": 34, "sentence": 60, "date": 12}  # in characters
BUTTON = 4  # what the button of a filter takes from a header
UPPER_LEFT = {"align": "left", "valign": "top"}  # numbers too, so that each is under its name
LINE, HIGHEST = 15, 405  # points; Excel has no higher rows
A4 = 9
LEAST_SHAPE = 3  # competencies that make a shape
OWN = {"color": "#08564B", "width": 2.5}
ASKED = {"color": "#1C2226", "width": 1.5, "dash_type": "dash"}  # told from the other without any colour
SELF_RATED = gettext_noop(
    "A self-rating is a starting point for a conversation, not a measurement: over 55 studies, self-ratings and "
    "measured performance agreed only moderately (mean correlation about 0.29; Mabe and West, 1982)."
)

Cell = tuple[Kind, Value]
Header = Sequence[tuple[str, Kind]]
Figure = tuple[str, Kind, Value, str]  # what it is, its value, what it means


@dataclass(frozen=True, slots=True)
class Part:
    """What the columns of the competencies look at: one competency of a report."""

    file: ReportFile
    competency: Competency
    summary: Summary

    @property
    def lowest(self) -> str | None:
        """The name of the rated skill with the lowest level."""
        return self.file.said(self.summary.lowest.skill.name) if self.summary.lowest else None


def _mean(level: Fraction | None) -> float | None:
    """A level as it is printed everywhere."""
    return None if level is None else float(one_decimal(level))


def _share(share: Fraction | None) -> float | None:
    """A share, 0 to 1, that shows as the percentage printed everywhere."""
    return None if share is None else float(percent(share) / 100)


def _readiness(summary: Summary) -> tuple[float | None, float | None, float | None]:
    """The share met and its lower and upper bound."""
    met = summary.readiness
    return (_share(met.value), _share(met.lower), _share(met.upper)) if met else (None, None, None)


COMPETENCIES: tuple[Column[Part], ...] = (
    Column(
        "competency_name",
        "text",
        gettext_lazy("The name of the competency."),
        lambda part: part.file.said(part.competency.name),
    ),
    Column("competency", "word", gettext_lazy("Its code."), lambda part: part.competency.code),
    Column(
        "level",
        "mean",
        gettext_lazy(
            "Your mean level over the skills you rated, by weight; blank if under half of the weight is rated."
        ),
        lambda part: _mean(part.summary.level) if part.summary.says_enough else None,
    ),
    Column(
        "required",
        "mean",
        gettext_lazy("The mean level asked over the skills that apply to you, by weight."),
        lambda part: _mean(part.summary.required),
    ),
    Column(
        "readiness",
        "share",
        gettext_lazy(
            "The share met of what is asked, over the skills you rated, by weight; blank if too little is rated."
        ),
        lambda part: _readiness(part.summary)[0],
    ),
    Column(
        "coverage",
        "share",
        gettext_lazy("The weight of the skills you rated in that of all that apply to you."),
        lambda part: _share(part.summary.coverage),
    ),
    Column("rated", "integer", gettext_lazy("How many skills you rated."), lambda part: part.summary.rated),
    Column("asked", "integer", gettext_lazy("How many skills the role asks."), lambda part: part.summary.asked),
    Column(
        "lowest_skill_name",
        "text",
        gettext_lazy("The skill with your lowest level, since a mean can hide a weak point."),
        lambda part: part.lowest,
    ),
)


class Writer:
    """Adds sheets of typed cells to a workbook."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.header = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
        self.text = book.add_format({"num_format": "@", "text_wrap": True, **UPPER_LEFT})
        self.numbers = {kind: book.add_format({"num_format": code, **UPPER_LEFT}) for kind, code in NUMBERS.items()}

    def add(self, name: str, header: Header, rows: Iterable[Sequence[Cell]]) -> Worksheet:
        """A sheet of which the first row and the first column stay in sight, as wide as a page when it is printed."""
        sheet = self.book.add_worksheet(name)
        widths = [max(WIDTHS.get(kind, 0), len(title) + BUTTON) for title, kind in header]
        for column, (title, _kind) in enumerate(header):
            sheet.set_column(column, column, widths[column])
            sheet.write_string(0, column, title, self.header)
        for number, row in enumerate(rows, 1):
            sheet.set_row(number, _height(row, widths))
            for column, cell in enumerate(row):
                self._write(sheet, (number, column), *cell)
        sheet.freeze_panes(1, 1)
        _lay_out(sheet)
        return sheet

    def _write(self, sheet: Worksheet, place: tuple[int, int], kind: Kind, value: Value) -> None:
        """Write one cell. A blank is left out: written as a cell, a chart would keep it as a 0."""
        if isinstance(value, str):
            sheet.write_string(*place, inert(value), self.text)
        elif isinstance(value, date):
            sheet.write_datetime(*place, value, self.numbers["date"])
        elif value is not None:
            sheet.write_number(*place, value, self.numbers.get(kind, self.numbers["integer"]))


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """How high a row is, in points, for its texts to show as a whole: not every program finds that out by itself."""
    lines = (len(wrap(str(value), width)) for (_kind, value), width in zip(row, widths, strict=True))
    return min(LINE * max(1, *lines), HIGHEST)


def _lay_out(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def report_xlsx(file: ReportFile) -> bytes:
    """The workbook in the language of the file; the same report makes the same bytes."""
    data = io.BytesIO()
    with override(file.language), workbook(data, file.finished.astimezone(UTC), _title(file)) as book:
        writer = Writer(book)
        _add_table(writer, file)
        _add_summary(writer, file)
        _add_competencies(writer, file)
        _add_columns(writer, file)
    return data.getvalue()


def _title(file: ReportFile) -> str:
    role, grade = file.said(file.report.role.name), file.said(file.report.grade.name)
    return inert(_("Gap report: %(role)s, %(grade)s") % {"role": role, "grade": grade.lower()})


def _add_table(writer: Writer, file: ReportFile) -> None:
    header = _header(columns(file))
    kinds = [kind for _name, kind in header]
    sheet = writer.add(_sheet_of_report(), header, (list(zip(kinds, row, strict=True)) for row in rows(file)))
    sheet.autofilter(0, 0, len(file.report.skills), len(header) - 1)


def _header(columns: Iterable[Column]) -> list[tuple[str, Kind]]:
    return [(column.name, column.kind) for column in columns]


def _sheet_of_report() -> str:
    return pgettext("sheet", "report")


def _sheet_of_competencies() -> str:
    return pgettext("sheet", "competencies")


def _add_summary(writer: Writer, file: ReportFile) -> None:
    header: Header = [("figure", "text"), ("value", "text"), ("explanation", "sentence")]
    figures = [*_target(file), *_shares(file.report.overall), *_origin(file)]
    cells = ([("text", what), (kind, value), ("sentence", why)] for what, kind, value, why in figures)
    writer.add(pgettext("sheet", "summary"), header, cells)


def _target(file: ReportFile) -> Iterator[Figure]:
    yield _("Role"), "text", file.said(file.report.role.name), _("The role that your answers are compared with.")
    yield _("Grade"), "text", file.said(file.report.grade.name), _("The grade that they are compared with.")


def _shares(summary: Summary) -> Iterator[Figure]:
    met, lower, upper = _readiness(summary)
    yield (
        _("Share met"),
        "share",
        met,
        _("By weight, of what is asked in the skills you rated. Blank: too little is rated to say."),
    )
    yield _("At least"), "share", lower, _("The share met if no unrated skill were met at all.")
    yield _("At most"), "share", upper, _("The share met if every unrated skill were fully met.")
    yield (
        _("Weight rated"),
        "share",
        _share(summary.coverage),
        _("The weight of the skills you rated in that of all that apply to you. Under half, no share met is given."),
    )
    yield _("Skills rated"), "integer", summary.rated, _("The skills you gave a level.")
    yield _("Skills asked"), "integer", summary.asked, _("The skills that the role asks.")


def _origin(file: ReportFile) -> Iterator[Figure]:
    yield _("Finished"), "date", file.day, _("The day the answers were closed.")
    yield _("Catalogue version"), "integer", file.version, _("The catalogue that the report was computed with.")
    yield (
        _("SHA-256 of the catalogue"),
        "text",
        file.report.catalogue.sha256,
        _("Says that it is the same, to the byte."),
    )
    yield _("How far to trust it"), "text", None, _(SELF_RATED)


def _add_competencies(writer: Writer, file: ReportFile) -> None:
    parts = [Part(file, found.competency, found.summary) for found in file.report.competencies]
    cells = ([(column.kind, column.value(part)) for column in COMPETENCIES] for part in parts)
    sheet = writer.add(_sheet_of_competencies(), _header(COMPETENCIES), cells)
    if len(parts) >= LEAST_SHAPE:
        _add_radar(writer.book, sheet, len(parts))


def _add_radar(book: Workbook, sheet: Worksheet, count: int) -> None:
    """Draw the levels under the table; a competency without a level is a gap in the line."""
    chart = book.add_chart({"type": "radar", "subtype": "with_markers"})
    marker = {"type": "circle", "size": 7, "fill": {"color": OWN["color"]}, "border": {"color": OWN["color"]}}
    chart.add_series({"name": _("You"), **_ranges(sheet, "level", count), "line": OWN, "marker": marker})
    chart.add_series(
        {"name": _("Asked"), **_ranges(sheet, "required", count), "line": ASKED, "marker": {"type": "none"}}
    )
    chart.set_y_axis({"min": 0, "max": 5, "major_unit": 1, "num_format": "0", "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_title({"none": True})
    chart.set_size({"width": 720, "height": 460})
    alternative = _("Your mean level and the mean level asked, by competency; the figures are in the table above")
    sheet.insert_chart(count + 2, 0, chart, {"description": alternative})


def _ranges(sheet: Worksheet, column: str, count: int) -> dict[str, list[str | int]]:
    """Where a series of the chart finds its names and its values."""
    names = [column.name for column in COMPETENCIES]
    at = {"categories": names.index("competency_name"), "values": names.index(column)}
    return {key: [sheet.get_name(), 1, index, count, index] for key, index in at.items()}


def _add_columns(writer: Writer, file: ReportFile) -> None:
    """Say what each column of the other sheets is."""
    header: Header = [("column", "text"), ("sheet", "word"), ("explanation", "sentence")]
    cells = [*_explained(_sheet_of_report(), columns(file)), *_explained(_sheet_of_competencies(), COMPETENCIES)]
    writer.add(pgettext("sheet", "columns"), header, cells)


def _explained(sheet: str, columns: Iterable[Column]) -> Iterator[list[Cell]]:
    for column in columns:
        yield [("text", column.name), ("word", sheet), ("sentence", str(column.explanation))]
