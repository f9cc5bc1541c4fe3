"""The overview of a role and a grade as CSV: a row a skill, of all months and of each."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from assessment.catalogue.model import Catalogue, Skill
from assessment.exchange.cells import inert
from assessment.exchange.skills_csv import write_csv
from assessment.overview import Figures, Need, signed_decimal

COLUMNS = (
    "month",
    "role",
    "grade",
    "competency",
    "competency_name",
    "skill",
    "skill_name",
    "required",
    "raters",
    "below",
    "at",
    "above",
    "mean_level",
    "ranked_discrepancy_score",
    "mean_weighted_discrepancy_score",
)


def overview_csv(
    catalogue: Catalogue, parts: Mapping[str, Iterable[Need]], target: tuple[str, str], language: str, dialect: str
) -> bytes:
    """The file in the dialect "fr" (`;` and `,`) or "en" (`,` and `.`), of a `target`: a role and a grade.

    `parts` maps "all" and each "2026-11" to what was let out in it; skills that too few rated have no row there.
    `below`, `at` and `above` are people. Names are in `language`, from the newest catalogue.
    """
    competencies = {competency.code: competency.name.said_in(language) for competency in catalogue.competencies}
    rows = (
        [month, *target, *_named(need.skill, competencies, language), *figures]
        for month, found in parts.items()
        for need in found
        for figures in _figures(need, dialect)
    )
    return write_csv([COLUMNS, *(map(inert, row) for row in rows)], dialect)


def _named(skill: Skill, competencies: Mapping[str, str], language: str) -> list[str]:
    return [skill.competency, competencies[skill.competency], skill.code, skill.name.said_in(language)]


def _figures(need: Need, dialect: str) -> Iterator[list[str]]:
    if need.figures:
        yield [str(need.required), *_of(need.figures, dialect)]


def _of(figures: Figures, dialect: str) -> list[str]:
    split = figures.split
    people = [str(count) for count in (split.whole, split.below, split.at, split.above)]
    return people + [_decimal(score, dialect) for score in (figures.level, figures.rds, figures.mwds)]


def _decimal(value: Fraction, dialect: str) -> str:
    return str(signed_decimal(value)).replace(".", "," if dialect == "fr" else ".")
