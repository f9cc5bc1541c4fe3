"""The gap between what a person can do and what a role requires. Standard library only; the one place that computes it.

An answer is a level 0 to 5, "na" (does not apply to my work) or "dk" (I cannot place myself); a skill without an
answer is absent from the mapping. None of the three is ever a 0. Every share is an exact fraction, rounded only when
it is printed (`percent`, `one_decimal`). The formulas are the project's own; docs/scoring.md explains them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from operator import attrgetter
from typing import Any, Literal

from assessment.catalogue.model import LEVELS, Catalogue, Competency, Grade, Role, Skill, Text
from assessment.fault import one_line

Answer = int | Literal["na", "dk"]
Answers = Mapping[str, Answer]
State = Literal["gap", "met", "above", "unrated", "not_applicable"]

NOT_APPLICABLE: Literal["na"] = "na"
CANNOT_SAY: Literal["dk"] = "dk"
LEAST_COVERAGE = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class SkillGap:
    """One required skill: `required` and `weight` of the target, the answer, and what follows from the two."""

    skill: Skill
    extra: bool
    answer: Answer | None
    required: int
    weight: int
    state: State
    gap: int | None  # required - level; None where there is no level
    priority: int | None  # weight * max(0, gap)

    @property
    def level(self) -> int | None:
        """The person's own level, if they gave one."""
        return self.answer if isinstance(self.answer, int) else None

    @property
    def wanted(self) -> int:
        """Weight * required level."""
        return self.weight * self.required

    @property
    def reached(self) -> int:
        """Weight * own level; only ever summed over rated skills."""
        return self.weight * (self.level or 0)

    @property
    def met(self) -> int:
        """Weight * own level, up to what is required: a surplus never pays for a hole."""
        return min(self.reached, self.wanted)

    @property
    def next_level(self) -> int | None:
        """The next level up, for a skill below its requirement."""
        return self.level + 1 if self.state == "gap" and self.level is not None else None

    @property
    def next_step(self) -> Text | None:
        """What the next level up looks like."""
        return None if self.next_level is None else self.skill.anchors[self.next_level]


@dataclass(frozen=True, slots=True)
class Readiness:
    """The weighted share of the requirement that is met, 0 to 1, with what it could be if all were answered."""

    value: Fraction
    lower: Fraction
    upper: Fraction


@dataclass(frozen=True, slots=True)
class Summary:
    """What a group of skills comes to. `readiness` is None where too little is answered to say."""

    readiness: Readiness | None
    coverage: Fraction | None  # weighted share of the applicable skills that is rated; None if none applies
    level: Fraction | None  # weighted mean of the own levels, 0 to 5
    required: Fraction | None  # weighted mean of the required levels of the applicable skills, 0 to 5
    lowest: SkillGap | None  # the rated skill with the lowest level, the first of them
    rated: int
    asked: int

    @property
    def says_enough(self) -> bool:
        """Whether enough is rated for a figure about these skills to mean anything."""
        return self.coverage is not None and self.coverage >= LEAST_COVERAGE


@dataclass(frozen=True, slots=True)
class CompetencySummary:
    """A competency and what its skills come to."""

    competency: Competency
    summary: Summary


@dataclass(frozen=True, slots=True)
class GapReport:
    """Everything computed from one set of answers against one role at one grade."""

    catalogue: Catalogue
    role: Role
    grade: Grade
    overall: Summary
    competencies: tuple[CompetencySummary, ...]
    extras: Summary | None  # the skills the role adds to the role it extends; None if it adds none
    skills: tuple[SkillGap, ...]  # catalogue order
    priorities: tuple[SkillGap, ...]  # what is below its requirement, first things first

    @property
    def by_competency(self) -> tuple[tuple[Competency, tuple[SkillGap, ...]], ...]:
        """The skills under their competencies."""
        groups = (part.competency for part in self.competencies)
        return tuple((group, tuple(s for s in self.skills if s.skill.competency == group.code)) for group in groups)

    def in_state(self, *states: State) -> tuple[SkillGap, ...]:
        """The skills in one of these states, in catalogue order."""
        return tuple(skill for skill in self.skills if skill.state in states)


def gap_report(catalogue: Catalogue, role: str, grade: str, answers: Answers) -> GapReport:
    """Compare `answers` with what `role` requires at `grade`; answers to skills it does not ask are left aside.

    Raises KeyError for a role or a grade that the catalogue does not have.
    """
    extras = catalogue.extras(role)
    level_at = catalogue.grade_by_code[grade].code
    skills = tuple(
        _skill_gap(catalogue.skill_by_code[code], code in extras, answers.get(code), need.levels[level_at], need.weight)
        for code, need in catalogue.requirements(role).items()
    )
    return GapReport(
        catalogue=catalogue,
        role=catalogue.role_by_code[role],
        grade=catalogue.grade_by_code[grade],
        overall=_summary(skills),
        competencies=tuple(_competency_summary(group, skills) for group, _ in catalogue.pages(role)),
        extras=_summary(s for s in skills if s.extra) if extras else None,
        skills=skills,
        priorities=tuple(sorted(filter(_is_gap, skills), key=_urgency)),
    )


def _competency_summary(competency: Competency, skills: Iterable[SkillGap]) -> CompetencySummary:
    return CompetencySummary(competency, _summary(s for s in skills if s.skill.competency == competency.code))


def _is_gap(skill: SkillGap) -> bool:
    return skill.state == "gap"


def _urgency(skill: SkillGap) -> int:
    return -(skill.priority or 0)


def _skill_gap(skill: Skill, extra: bool, answer: Answer | None, required: int, weight: int) -> SkillGap:
    if not isinstance(answer, int):
        state: State = "not_applicable" if answer == NOT_APPLICABLE else "unrated"
        return SkillGap(skill, extra, answer, required, weight, state, gap=None, priority=None)
    gap = required - answer
    state = "gap" if gap > 0 else "above" if gap < 0 else "met"
    return SkillGap(skill, extra, answer, required, weight, state, gap=gap, priority=weight * max(0, gap))


def _summary(skills: Iterable[SkillGap]) -> Summary:
    """Sum up a group; w, r and l below are weight, required level and own level.

    readiness = sum over rated of w*min(l, r) / sum over rated of w*r: a surplus never pays for a hole
    coverage  = sum over rated of w / sum over applicable of w
    lower     = sum over rated of w*min(l, r) / sum over applicable of w*r; upper counts the unrated as met
    """
    asked = tuple(skills)
    applicable = [s for s in asked if s.state != "not_applicable"]
    rated = [s for s in applicable if s.level is not None]
    weight, all_weight = _sum(rated, "weight"), _sum(applicable, "weight")
    coverage = _share(weight, all_weight)
    return Summary(
        readiness=_readiness(_sum(rated, "met"), _sum(rated, "wanted"), _sum(applicable, "wanted"), coverage),
        coverage=coverage,
        level=_share(_sum(rated, "reached"), weight),
        required=_share(_sum(applicable, "wanted"), all_weight),
        lowest=min(rated, key=attrgetter("level"), default=None),
        rated=len(rated),
        asked=len(asked),
    )


def _sum(skills: Iterable[SkillGap], term: Literal["weight", "wanted", "reached", "met"]) -> int:
    return sum(map(attrgetter(term), skills))


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole else None


def _readiness(met: int, rated: int, applicable: int, coverage: Fraction | None) -> Readiness | None:
    if not rated or coverage is None or coverage < LEAST_COVERAGE:
        return None
    return Readiness(
        value=Fraction(met, rated),
        lower=Fraction(met, applicable),
        upper=Fraction(met + applicable - rated, applicable),
    )


class AnswersError(ValueError):
    """Answers that cannot be read. `errors` holds every reason, a line each."""

    def __init__(self, errors: list[str]) -> None:
        super().__init__("\n".join(errors))
        self.errors = errors


def is_answer(value: Any) -> bool:
    """Whether a value is an answer: a level 0 to 5 (no boolean), "na" or "dk"."""
    if isinstance(value, str):
        return value in (NOT_APPLICABLE, CANNOT_SAY)
    return isinstance(value, int) and not isinstance(value, bool) and value in LEVELS


def read_answers(value: Any, catalogue: Catalogue) -> Answers:
    """Take answers from a parsed document such as {"T1": 3, "T5": "dk"}. Raises AnswersError with every reason."""
    if not isinstance(value, dict):
        raise AnswersError(['the answers must be an object such as {"T1": 3, "T5": "dk"}'])
    unknown = [f"{code}: there is no such skill" for code in value if code not in catalogue.skill_by_code]
    wrong = [f'{code}: must be a level 0 to 5, "na" or "dk"' for code, answer in value.items() if not is_answer(answer)]
    if errors := unknown + wrong:
        raise AnswersError([one_line(line) for line in errors])
    return value


def one_decimal(value: Fraction) -> Decimal:
    """A fraction of 0 or more as it is printed everywhere: one decimal (of 100 too: "100.0"), half up."""
    return Decimal(floor(value * 10 + Fraction(1, 2))).scaleb(-1)


def percent(share: Fraction) -> Decimal:
    """A share from 0 to 1 as a percentage with one decimal, half up: 106/135 is 78.5."""
    return one_decimal(share * 100)
