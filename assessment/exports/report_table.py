"""The gap report as one table of a row a skill, and that table as CSV (docs/report-table.md)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from assessment.catalogue.model import Competency, Text
from assessment.exchange.cells import inert
from assessment.exchange.skills_csv import write_csv
from assessment.scoring import GapReport, SkillGap

Value = str | int | float | date | None  # None is a blank cell, and never a 0
Kind = Literal["word", "text", "sentence", "integer", "mean", "share", "date"]  # a share is 0 to 1
Of = TypeVar("Of")


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report with what its files say besides: in which language, with which notes."""

    report: GapReport
    version: int  # of the catalogue
    finished: datetime  # aware
    language: str  # "fr" or "en"
    notes: Mapping[str, str] | None = None  # skill code -> note; None where notes are not to be in the file

    def said(self, text: Text) -> str:
        """A text of the catalogue in the language of the file."""
        return text.said_in(self.language)

    @property
    def day(self) -> date:
        """The day the answers were closed, by the clock of the site."""
        return localdate(self.finished)


@dataclass(frozen=True, slots=True)
class Column(Generic[Of]):
    """One column of a table about things of one type. The name is the same in every language."""

    name: str
    kind: Kind
    explanation: Promise
    value: Callable[[Of], Value]


@dataclass(frozen=True, slots=True)
class Row:
    """What the columns look at: one skill of a report."""

    file: ReportFile
    competency: Competency
    gap: SkillGap
    rank: int | None  # its place in the order of work, the first is 1; None if it is not in it

    @property
    def level_name(self) -> str | None:
        """The name of the person's level."""
        level = self.gap.level
        return None if level is None else self.file.said(self.file.report.catalogue.levels[level].name)

    @property
    def next_step(self) -> str | None:
        """What the next level up looks like, if the skill is below what is asked."""
        return None if self.gap.next_step is None else self.file.said(self.gap.next_step)

    @property
    def note(self) -> str | None:
        """The person's note."""
        return (self.file.notes or {}).get(self.gap.skill.code)


COLUMNS: tuple[Column[Row], ...] = (
    Column("skill_name", "text", _("What was rated."), lambda row: row.file.said(row.gap.skill.name)),
    Column("skill", "word", _("The code of the skill."), lambda row: row.gap.skill.code),
    Column(
        "competency_name",
        "text",
        _("The competency that the skill belongs to."),
        lambda row: row.file.said(row.competency.name),
    ),
    Column("competency", "word", _("The code of that competency."), lambda row: row.competency.code),
    Column(
        "extra",
        "word",
        _("yes if the role adds this skill to the role it extends, otherwise no."),
        lambda row: "yes" if row.gap.extra else "no",
    ),
    Column(
        "answer",
        "word",
        _("Your level, 0 to 5; na: does not apply to my work; dk: I cannot place myself; blank: no answer."),
        lambda row: row.gap.answer,
    ),
    Column("level_name", "word", _("The name of your level; blank without a level."), lambda row: row.level_name),
    Column(
        "required", "integer", _("The level that the role asks at this grade, 0 to 5."), lambda row: row.gap.required
    ),
    Column("weight", "integer", _("3: essential, 2: important, 1: useful."), lambda row: row.gap.weight),
    Column(
        "gap",
        "integer",
        _("The level asked minus yours; below 0 you have more than is asked. Blank without a level."),
        lambda row: row.gap.gap,
    ),
    Column(
        "priority",
        "integer",
        _("The weight times the gap, 0 where nothing is missing; blank without a level."),
        lambda row: row.gap.priority,
    ),
    Column(
        "rank",
        "integer",
        _("The place in the order of work, 1 comes first; blank if nothing is missing or there is no level."),
        lambda row: row.rank,
    ),
    Column(
        "state",
        "word",
        _("gap: below what is asked; met: as asked; above; unrated: without a level; not_applicable."),
        lambda row: row.gap.state,
    ),
    Column(
        "next_step",
        "sentence",
        _("What you can say once you are one level up; only for a skill below what is asked."),
        lambda row: row.next_step,
    ),
    Column("role", "word", _("The code of the role compared with."), lambda row: row.file.report.role.code),
    Column("grade", "word", _("The code of the grade compared with."), lambda row: row.file.report.grade.code),
    Column("catalogue_version", "integer", _("The number of the catalogue version."), lambda row: row.file.version),
    Column("finished", "date", _("The day the answers were closed."), lambda row: row.file.day),
)
NOTE: Column[Row] = Column("note", "sentence", _("Your note on the skill."), lambda row: row.note)


def columns(file: ReportFile) -> tuple[Column[Row], ...]:
    """The columns of the table; that of the notes is the last, and only there if the file has notes."""
    return COLUMNS if file.notes is None else (*COLUMNS, NOTE)


def rows(file: ReportFile) -> Iterator[tuple[Value, ...]]:
    """A row for each skill of the report, in catalogue order, with a value for each of `columns`."""
    competencies = {part.competency.code: part.competency for part in file.report.competencies}
    ranks = {gap.skill.code: rank for rank, gap in enumerate(file.report.priorities, 1)}
    for gap in file.report.skills:
        row = Row(file, competencies[gap.skill.competency], gap, ranks.get(gap.skill.code))
        yield tuple(column.value(row) for column in columns(file))


def report_csv(file: ReportFile, dialect: str) -> bytes:
    """The table as CSV: "fr" is separated by `;`, "en" by `,`; both UTF-8 with a byte-order mark.

    No number of the table has decimals, so the two differ in nothing else. Days are written 2025-01-31.
    """
    header = [column.name for column in columns(file)]
    return write_csv([header, *(map(_written, row) for row in rows(file))], dialect)


def _written(value: Value) -> str:
    return "" if value is None else inert(str(value))
