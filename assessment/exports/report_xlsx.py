"""The gap report as a workbook: the table, its summary, the competencies with their radar, and what each column is."""

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext
from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.chart import Chart  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from assessment.exchange.cells import inert
from assessment.exchange.workbook import workbook
from assessment.exports.report_table import Column, Kind, ReportFile, Value, columns, rows
from assessment.scoring import CompetencySummary, one_decimal, percent

NUMBERS: Mapping[Kind, str] = {"integer": "0", "mean": "0.0", "share": "0.0%", "date": "yyyy-mm-dd"}
WIDTHS: Mapping[Kind, int] = {"text": 34, "sentence": 70}  # in characters; any other column is as wide as its name
LEAST_WIDTH = 10
BUTTON = 4  # what the button of a filter takes from a header
A4 = 9
OWN = {"color": "#08564B", "width": 2.5}
ASKED = {"color": "#1C2226", "width": 1.5, "dash_type": "dash"}  # told apart from the other without any colour

Cell = tuple[Kind, Value]
Part = tuple[ReportFile, CompetencySummary]

COMPETENCIES: tuple[Column[Part], ...] = (
    Column(
        "competency_name",
        "text",
        gettext_lazy("The name of the competency."),
        lambda part: part[0].said(part[1].competency.name),
    ),
    Column("competency", "code", gettext_lazy("Its code."), lambda part: part[1].competency.code),
    Column(
        "level",
        "mean",
        gettext_lazy("Your mean level over the skills you rated, by weight; blank if under half of the weight is rated."),
        lambda part: _mean(part[1].summary.level) if part[1].summary.says_enough else None,
    ),
    Column(
        "required",
        "mean",
        gettext_lazy("The mean level asked over the skills that apply to you, by weight."),
        lambda part: _mean(part[1].summary.required),
    ),
    ...
)
