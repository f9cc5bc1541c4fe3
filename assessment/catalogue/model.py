"""The catalogue in memory: frozen values, made once from a checked document."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

LANGUAGES = ("fr", "en")
LEVELS = range(6)
WEIGHTS = range(1, 4)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the two languages."""

    fr: str
    en: str

    def said_in(self, language: str) -> str:
        """The text in `language`, "fr" or "en"."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True, slots=True)
class Level:
    """One of the six levels, 0 to 5."""

    value: int
    name: Text
    anchor: Text
    origin: str


@dataclass(frozen=True, slots=True)
class Mission:
    """What the job is there to do."""

    code: str
    name: Text
    text: Text
    origin: str


@dataclass(frozen=True, slots=True)
class Competency:
    """A group of skills; one page of the questionnaire."""

    code: str
    name: Text
    text: Text
    origin: str


@dataclass(frozen=True, slots=True)
class Skill:
    """One act a person can have done, with what each level of it looks like."""

    code: str
    competency: str
    mission: str
    name: Text
    anchors: tuple[Text, ...]  # six, level 0 first
    references: Mapping[str, tuple[str, ...]]  # framework -> identifiers
    origin: str
    retired: bool = False  # no longer asked, still known: whatever a role requires of it counts no more
    replaced_by: tuple[str, ...] = ()  # codes of the skills that took its place


@dataclass(frozen=True, slots=True)
class Grade:
    """A step of a career; the catalogue lists them from the first to the last."""

    code: str
    name: Text
    text: Text
    origin: str


@dataclass(frozen=True, slots=True)
class Requirement:
    """What a role asks of one skill: 3 essential, 2 important, 1 useful; and a level for each grade."""

    weight: int
    levels: Mapping[str, int]  # grade code -> level


@dataclass(frozen=True, slots=True)
class Role:
    """A job. `requirements` are its own; `Catalogue.requirements` adds the inherited ones."""

    code: str
    extends: str | None
    name: Text
    summary: Text
    definition: Text
    part: Text
    missions: tuple[str, ...]
    requirements: Mapping[str, Requirement]  # skill code -> requirement
    origin: str


@dataclass(frozen=True, slots=True)
class Salary:
    """Gross pay for a year, in whole units of `currency`, or the plain fact that it is not known yet."""

    role: str
    grade: str
    low: int | None
    high: int | None
    currency: str
    basis: Literal["offers", "in_post"] | None
    population: Text | None
    country: str
    source: str
    address: str | None
    year: int | None
    consulted: str | None  # a date, YYYY-MM-DD
    status: Literal["to_complete", "verified"]


@dataclass(frozen=True)
class Catalogue:
    """Everything an editor keeps. `sha256` is that of the canonical bytes of its file."""

    sha256: str
    levels: tuple[Level, ...]
    missions: tuple[Mission, ...]
    competencies: tuple[Competency, ...]
    skills: tuple[Skill, ...]
    grades: tuple[Grade, ...]
    roles: tuple[Role, ...]
    salaries: tuple[Salary, ...]

    @cached_property
    def role_by_code(self) -> Mapping[str, Role]:
        """The roles by their codes."""
        return {role.code: role for role in self.roles}

    @cached_property
    def grade_by_code(self) -> Mapping[str, Grade]:
        """The grades by their codes."""
        return {grade.code: grade for grade in self.grades}

    @cached_property
    def skill_by_code(self) -> Mapping[str, Skill]:
        """The skills by their codes."""
        return {skill.code: skill for skill in self.skills}

    @cached_property
    def mission_by_code(self) -> Mapping[str, Mission]:
        """The missions by their codes."""
        return {mission.code: mission for mission in self.missions}

    @cached_property
    def _requirements(self) -> Mapping[str, Mapping[str, Requirement]]:
        return {role.code: self._inherited(role) for role in self.roles}

    def _inherited(self, role: Role) -> dict[str, Requirement]:
        asked: dict[str, Requirement] = {}
        chain: list[Role] = []
        step: Role | None = role
        while step is not None:
            chain.append(step)
            step = self.role_by_code[step.extends] if step.extends else None
        for ancestor in reversed(chain):
            asked.update(ancestor.requirements)
        return {skill.code: asked[skill.code] for skill in self.skills if skill.code in asked and not skill.retired}

    def requirements(self, role: str) -> Mapping[str, Requirement]:
        """What `role` asks, skill by skill in catalogue order; an own requirement wins over the inherited one."""
        return self._requirements[role]

    def base(self, role: str) -> Role | None:
        """The role that `role` extends, if it extends one."""
        extended = self.role_by_code[role].extends
        return self.role_by_code[extended] if extended else None

    def extras(self, role: str) -> frozenset[str]:
        """The codes of the skills that `role` asks and the role it extends does not; none if it extends none."""
        base = self.base(role)
        return frozenset(self.requirements(role)) - frozenset(self.requirements(base.code)) if base else frozenset()

    def extensions(self, role: str) -> tuple[Role, ...]:
        """The roles that extend `role` directly."""
        return tuple(other for other in self.roles if other.extends == role)

    def salaries_of(self, role: str, grade: str) -> tuple[Salary, ...]:
        """What is recorded of the pay of a role at a grade."""
        return tuple(salary for salary in self.salaries if (salary.role, salary.grade) == (role, grade))

    def pages(self, role: str) -> tuple[tuple[Competency, tuple[Skill, ...]], ...]:
        """The pages of the questionnaire of `role`: each competency it asks about, with its skills."""
        asked = [self.skill_by_code[code] for code in self.requirements(role)]
        grouped = ((group, tuple(s for s in asked if s.competency == group.code)) for group in self.competencies)
        return tuple((group, skills) for group, skills in grouped if skills)
