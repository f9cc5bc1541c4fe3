"""The gap report in every form in which its person takes it away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessment.exports.report_json import report_json
from assessment.exports.report_pdf import report_pdf
from assessment.exports.report_table import ReportFile, report_csv
from assessment.exports.report_words import Sitting
from assessment.exports.report_xlsx import report_xlsx
from assessment.exports.resume_json import resume_json
from assessment.models import Assessment
from assessment.scoring import GapReport


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken away: one person's report against one target, in the language of the page."""

    assessment: Assessment
    report: GapReport
    language: str
    dialect: str  # of a CSV file, "fr" or "en"
    with_notes: bool
    with_plan: bool = False

    @property
    def file(self) -> ReportFile:
        """It, as the tables want it."""
        finished, notes = self.assessment.finished, self.assessment.notes if self.with_notes else None
        assert finished is not None  # noqa: S101 (only what is finished has a report; for the type checker)
        return ReportFile(self.report, self.assessment.version.number, finished, self.language, notes)

    @property
    def day(self) -> date:
        """The day the answers were closed, by the clock of the site."""
        return self.file.day


@dataclass(frozen=True, slots=True)
class Form:
    """One form of file: how it is called, what it is good for, how it is written."""

    name: str | Promise
    use: Promise
    ending: str
    content_type: str
    write: Callable[[Taken], bytes]
    may_hold_notes: bool = False
    may_hold_plan: bool = False


def _pdf(taken: Taken) -> bytes:
    plan = list(taken.assessment.plan.all()) if taken.with_plan else []
    sitting = Sitting.of(taken.assessment, with_notes=taken.with_notes, plan=plan)
    return report_pdf(taken.report, sitting, taken.language)


FORMS: Mapping[str, Form] = {
    "pdf": Form(
        "PDF",
        _("to print, or to show to an employer"),
        "pdf",
        "application/pdf",
        _pdf,
        may_hold_notes=True,
        may_hold_plan=True,
    ),
    "xlsx": Form(
        "XLSX",
        _("a workbook with a chart, for Excel or LibreOffice"),
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        lambda taken: report_xlsx(taken.file),
        may_hold_notes=True,
    ),
    "csv": Form(
        "CSV",
        _("a table for any spreadsheet or program"),
        "csv",
        "text/csv; charset=utf-8",
        lambda taken: report_csv(taken.file, taken.dialect),
        may_hold_notes=True,
    ),
    "json": Form(
        "JSON",
        _("every figure, for a program"),
        "json",
        "application/json",
        lambda taken: report_json(taken.report, taken.assessment.version.number),
    ),
    "resume": Form(
        "JSON Resume",
        _("the skills you rated 2 or more, for a CV"),
        "json",
        "application/json",
        lambda taken: resume_json(taken.file),
    ),
}
