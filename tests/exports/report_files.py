"""Reports as files for tests, read back with programs that are not ours."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from assessment.catalogue.file import build
from assessment.catalogue.model import Text
from assessment.exports.report_table import ReportFile
from assessment.scoring import Answers, gap_report
from tests.examples import WORKED_ANSWERS, shipped, tiny_document, tiny_role
from tests.exchange.test_cells import TEXTS
from tests.strategies import cases

LATE = datetime(2025, 6, 30, 22, 30, 15, tzinfo=UTC)  # in Paris it is the 1st of July
BAITS = (
    "=1+1",
    '=HYPERLINK("http://a.example")',
    "{=1}",
    "http://a.example",
    "-3.5",
    "007",
    "1e5",
    "TRUE",
    "@a",
    "+3 b",
    "2025-01-31",
)
SEPARATORS = {"fr": ";", "en": ","}


def worked(
    language: str = "en",
    role: str = "devops",
    grade: str = "confirmed",
    answers: Answers = WORKED_ANSWERS,
    notes: Mapping[str, str] | None = None,
) -> ReportFile:
    """The report of the worked person."""
    return ReportFile(gap_report(shipped(), role, grade, answers), 7, LATE, language, notes)


def spelled(text: str, note: str, language: str = "en", answers: Answers | None = None) -> ReportFile:
    """A report of which every text of the catalogue is `text`, and the note of skill A is `note`."""
    said = Text(text, text)
    plain = build(tiny_document(roles=[tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2))]))
    catalogue = replace(
        plain,
        levels=tuple(replace(level, name=said) for level in plain.levels),
        competencies=tuple(replace(competency, name=said) for competency in plain.competencies),
        skills=tuple(replace(skill, name=said, anchors=(said,) * 6) for skill in plain.skills),
        roles=tuple(replace(role, name=said) for role in plain.roles),
        grades=tuple(replace(grade, name=said) for grade in plain.grades),
    )
    report = gap_report(catalogue, "maker", "old", {"A": 1} if answers is None else answers)
    return ReportFile(report, 7, LATE, language, {"A": note})


def texts() -> st.SearchStrategy[str]:
    """What a catalogue or a note may hold, and what neither may."""
    return st.sampled_from(BAITS) | TEXTS


def files() -> st.SearchStrategy[ReportFile]:
    """The report of a generated catalogue and answers."""
    return st.builds(
        lambda case, language: ReportFile(gap_report(*case), 7, LATE, language), cases(), st.sampled_from(["fr", "en"])
    )


def read(data: bytes, separator: str, *, skip: bool = False) -> list[list[str]]:
    """The rows of a CSV file; `skip` leaves out spaces after a separator, as some programs do."""
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=separator, skipinitialspace=skip))
