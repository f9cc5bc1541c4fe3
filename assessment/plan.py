"""What a plan says of the gaps it is made of: their order, and what reaching a level would do. Standard library only.

Interest orders gaps and nothing else: no figure here takes it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring import Answer, CompetencySummary, GapReport, SkillGap, gap_report

PRIORITY, INTEREST, BOTH = "priority", "interest", "both"
Interests = Mapping[str, int]  # skill code -> 0 to 3; a skill without one is absent, which is not a 0


def by_priority(gap: SkillGap, interests: Interests) -> tuple[int, ...]:
    """As in the report: the priority, the highest first."""
    return (-(gap.priority or 0),)


def by_interest(gap: SkillGap, interests: Interests) -> tuple[int, ...]:
    """The interest, the highest first, those without one last; between equals as in the report."""
    return -interests.get(gap.skill.code, -1), -(gap.priority or 0)


def by_both(gap: SkillGap, interests: Interests) -> tuple[int, ...]:
    """Priority times interest, the highest first, those without an interest last; between equals as in the report."""
    worth = weighed(gap, interests)
    return (1 if worth is None else -worth), -(gap.priority or 0)


ORDERS: Mapping[str, Callable[[SkillGap, Interests], tuple[int, ...]]] = {
    PRIORITY: by_priority,
    INTEREST: by_interest,
    BOTH: by_both,
}


def weighed(gap: SkillGap, interests: Interests) -> int | None:
    """Priority times interest; None where no interest was given."""
    interest = interests.get(gap.skill.code)
    return None if interest is None else (gap.priority or 0) * interest


def ordered(gaps: tuple[SkillGap, ...], interests: Interests, order: str) -> tuple[SkillGap, ...]:
    """The gaps of a report in one of ORDERS; what is equal in it stays in the order of the catalogue."""
    key = ORDERS[order]
    return tuple(sorted(gaps, key=lambda gap: key(gap, interests)))


def what_if(report: GapReport, levels: Mapping[str, int]) -> GapReport:
    """The report as it would be with some answers changed: skill code -> level."""
    answers: dict[str, Answer] = {gap.skill.code: gap.answer for gap in report.skills if gap.answer is not None}
    return gap_report(report.catalogue, report.role.code, report.grade.code, answers | dict(levels))


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where one stands or would. `value` is None where too little is rated to say; the bounds are there anyway."""

    value: Fraction | None
    lower: Fraction
    upper: Fraction

    @property
    def is_sure(self) -> bool:
        """Whether everything that counts is rated, so that the bounds meet."""
        return self.lower == self.upper


def outlook(report: GapReport) -> Outlook:
    """The readiness of a report that has a gap, and its bounds: were all that is unrated at 0, or as asked."""
    known = report.overall.readiness
    if known:
        return Outlook(known.value, known.lower, known.upper)
    unrated = report.in_state("unrated")
    worst = what_if(report, {gap.skill.code: 0 for gap in unrated}).overall.readiness
    best = what_if(report, {gap.skill.code: gap.required for gap in unrated}).overall.readiness
    assert worst is not None  # noqa: S101 (all is rated now and, since there is a gap, a level is asked)
    assert best is not None  # noqa: S101
    return Outlook(None, worst.value, best.value)


@dataclass(frozen=True, slots=True)
class Prospect:
    """What one skill alone would do, were it at `level`."""

    level: int
    outlook: Outlook


def prospects(report: GapReport, gap: SkillGap) -> tuple[Prospect, ...]:
    """What reaching the next level of a gap would do, and what reaching the level asked; once, if they are one."""
    levels = sorted({gap.next_level or gap.required, gap.required})
    return tuple(Prospect(level, outlook(what_if(report, {gap.skill.code: level}))) for level in levels)


@dataclass(frozen=True, slots=True)
class Imagined:
    """The report as it is beside what it would be."""

    levels: Mapping[str, int]  # skill code -> level reached
    now: Outlook
    then: Outlook
    competencies: tuple[tuple[CompetencySummary, CompetencySummary], ...]  # those of the skills, now and then


def imagine(report: GapReport, levels: Mapping[str, int]) -> Imagined:
    """What changes, were these levels reached."""
    other = what_if(report, levels)
    touched = {report.catalogue.skill_by_code[code].competency for code in levels}
    pairs = zip(report.competencies, other.competencies, strict=True)
    changed = tuple((now, then) for now, then in pairs if now.competency.code in touched)
    return Imagined(levels, outlook(report), outlook(other), changed)
