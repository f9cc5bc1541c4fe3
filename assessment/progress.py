"""What changed between two sittings of one person, and how all of a role follow each other. Standard library only.

Each sitting stands against what was asked of it then. Only where both have a level is there a rise or a fall: a skill
without one, or not asked, never counts as a 0. Pictures are places for a template to draw at.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import pairwise
from textwrap import wrap
from typing import Literal

from assessment.catalogue.model import Catalogue, Competency, Skill
from assessment.scoring import GapReport, Readiness, SkillGap, Summary, gap_report

Course = Literal["risen", "fallen", "same", "rated_now", "rated_then", "unrated", "added", "dropped"]
COURSES: tuple[Course, ...] = ("risen", "fallen", "same", "rated_now", "rated_then", "unrated", "added", "dropped")


@dataclass(frozen=True, slots=True)
class Move:
    """One skill in two sittings: `then` or `now` is None where that one did not ask for it."""

    skill: Skill  # as the later sitting that asked for it has it
    then: SkillGap | None
    now: SkillGap | None
    known: bool = True  # whether the catalogue of a sitting that did not ask for it has it, and not retired
    successors: tuple[Skill, ...] = ()  # of a skill that the later one does not ask for: what took its place

    @property
    def rise(self) -> int | None:
        """By how many levels it rose, negative for a fall; None where either sitting has no level."""
        then, now = _level(self.then), _level(self.now)
        return None if then is None or now is None else now - then

    @property
    def course(self) -> Course:
        """What happened to the skill."""
        if self.then is None or self.now is None:
            return "added" if self.then is None else "dropped"
        return _without_rise(self.then, self.now) if self.rise is None else _direction(self.rise)

    @property
    def more_asked(self) -> int:
        """By how many levels more is asked now, negative for less; 0 where only one sitting asked."""
        return self.now.required - self.then.required if self.then and self.now else 0

    @property
    def asked_otherwise(self) -> bool:
        """Whether both asked for it, at another level or weight."""
        return bool(self.then and self.now) and _asked(self.then) != _asked(self.now)

    @property
    def missing(self) -> tuple[int, int] | None:
        """How many levels were missing then and are now, 0 or more each; None where either sitting has no level."""
        then, now = _missing(self.then), _missing(self.now)
        return None if then is None or now is None else (then, now)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sittings of one person, each with its own report, and every skill that either asked for, once."""

    then: GapReport
    now: GapReport
    reread: GapReport  # the answers of then, set against what is asked now
    groups: tuple[tuple[Competency, tuple[Move, ...]], ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        """Every skill, in the order of the groups."""
        return tuple(move for _, moves in self.groups for move in moves)

    @property
    def counts(self) -> dict[Course, int]:
        """How many skills took each course that any took."""
        courses = [move.course for move in self.moves]
        return {course: courses.count(course) for course in COURSES if course in courses}

    @property
    def shifted(self) -> tuple[Move, ...]:
        """The skills that rose or fell."""
        return tuple(move for move in self.moves if move.rise)

    @property
    def asked_otherwise(self) -> tuple[Move, ...]:
        """The skills that both asked for, at another level or weight."""
        return tuple(move for move in self.moves if move.asked_otherwise)

    @property
    def one_scale(self) -> bool:
        """Whether both asked for the same, so that their figures may be set side by side."""
        return one_scale(self.then, self.now)

    @property
    def rises(self) -> "Rises":
        """What the figures of all skills together rose by."""
        then, now = self.then.overall, self.now.overall
        value, lower, upper = (_rise(then.readiness, now.readiness, term) for term in ("value", "lower", "upper"))
        return Rises(value, lower, upper, _rise(then, now, "coverage"))


@dataclass(frozen=True, slots=True)
class Rises:
    """By how much shares rose, -1 to 1: the share met, its bounds, the coverage. None where a sitting has no such."""

    value: Fraction | None
    lower: Fraction | None
    upper: Fraction | None
    coverage: Fraction | None


def one_scale(one: GapReport, other: GapReport) -> bool:
    """Whether two reports ask for the same skills at the same levels and weights."""
    return _requirements(one) == _requirements(other)


def compare(then: GapReport, now: GapReport) -> Comparison:
    """Set two sittings beside each other, skill by skill code; roles, grades and catalogues may differ."""
    answers = {gap.skill.code: gap.answer for gap in then.skills if gap.answer is not None}
    return Comparison(
        then=then,
        now=now,
        reread=gap_report(now.catalogue, now.role.code, now.grade.code, answers),
        groups=tuple(_groups(then, now)),
    )


def _rise(then: Readiness | Summary | None, now: Readiness | Summary | None, term: str) -> Fraction | None:
    before, after = getattr(then, term, None), getattr(now, term, None)
    return None if before is None or after is None else after - before


def _direction(rise: int) -> Course:
    return "risen" if rise > 0 else "fallen" if rise < 0 else "same"


def _without_rise(then: SkillGap, now: SkillGap) -> Course:
    if now.level is not None:
        return "rated_now"
    return "unrated" if then.level is None else "rated_then"


def _level(gap: SkillGap | None) -> int | None:
    return gap.level if gap else None


def _missing(gap: SkillGap | None) -> int | None:
    return max(0, gap.gap) if gap and gap.gap is not None else None


def _asked(gap: SkillGap | None) -> tuple[int, int] | None:
    return (gap.required, gap.weight) if gap else None


def _by_code(report: GapReport) -> dict[str, SkillGap]:
    return {gap.skill.code: gap for gap in report.skills}


def _requirements(report: GapReport) -> Mapping[str, tuple[int, int] | None]:
    return {code: _asked(gap) for code, gap in _by_code(report).items()}


def _groups(then: GapReport, now: GapReport) -> Iterator[tuple[Competency, tuple[Move, ...]]]:
    """The competencies of the later catalogue in its order, then those that only the earlier one has."""
    moves = tuple(_moves(then, now))
    for group in _competencies(then, now).values():
        inside = tuple(move for move in moves if move.skill.competency == group.code)
        if inside:
            yield group, inside


def _competencies(then: GapReport, now: GapReport) -> dict[str, Competency]:
    later = {group.code: group for group in now.catalogue.competencies}
    return later | {group.code: group for group in then.catalogue.competencies if group.code not in later}


def _moves(then: GapReport, now: GapReport) -> Iterator[Move]:
    """The skills asked for now in their order, then those asked for only then."""
    old, new = _by_code(then), _by_code(now)
    for code, gap in new.items():
        yield Move(gap.skill, old.get(code), gap, known=code in old or _is_in(then.catalogue, code))
    for code, gap in old.items():
        if code not in new:
            yield Move(gap.skill, gap, None, _is_in(now.catalogue, code), _successors(now.catalogue, code))


def _is_in(catalogue: Catalogue, code: str) -> bool:
    skill = catalogue.skill_by_code.get(code)
    return skill is not None and not skill.retired


def _successors(catalogue: Catalogue, code: str) -> tuple[Skill, ...]:
    skill = catalogue.skill_by_code.get(code)
    return tuple(catalogue.skill_by_code[successor] for successor in skill.replaced_by) if skill else ()


# The picture of two sittings

NAME_CHARACTERS = 50  # in a line
NAME_LINE, BAR, AFTER = 16, 14, 16  # heights: of a line of a name, from the last one to its bar, from there on
LEFT, STEP, HEAD, FOOT = 20, 64, 30, 4  # where level 0 stands, a level, above the first name, below the last bar


@dataclass(frozen=True, slots=True)
class Shift:
    """One skill that moved: the lines of its name with their heights, and where its two levels stand."""

    name: tuple[tuple[str, int], ...]
    y: int
    then: int
    now: int
    is_fall: bool


@dataclass(frozen=True, slots=True)
class Shifts:
    """The picture of all that moved."""

    width: int
    height: int
    levels: tuple[tuple[int, int], ...]  # a level, and where it stands
    shifts: tuple[Shift, ...]


def shifts(comparison: Comparison, language: str) -> Shifts | None:
    """The picture of the skills that rose or fell, named in `language`, "fr" or "en"; None where none did."""
    if not comparison.shifted:
        return None
    drawn: list[Shift] = []
    for move in comparison.shifted:
        drawn.append(_shift(move, language, drawn[-1].y + AFTER if drawn else HEAD))
    levels = tuple((level, _stand(level)) for level in range(6))
    return Shifts(width=_stand(5) + LEFT, height=drawn[-1].y + AFTER + FOOT, levels=levels, shifts=tuple(drawn))


def _shift(move: Move, language: str, top: int) -> Shift:
    lines = wrap(move.skill.name.said_in(language), NAME_CHARACTERS)
    name = tuple((line, top + NAME_LINE * number) for number, line in enumerate(lines, start=1))
    then, now = (_stand(gap.level or 0) if gap else 0 for gap in (move.then, move.now))
    return Shift(name, top + NAME_LINE * len(lines) + BAR, then, now, is_fall=now < then)


def _stand(level: int) -> int:
    return LEFT + STEP * level


# The picture of a time line

WIDTH, HEIGHT = 380, 240
FIRST, LAST, TOP, BOTTOM = 48.0, 368.0, 16.0, 200.0  # where the first day and the last stand, 100 % and 0 %


@dataclass(frozen=True, slots=True)
class Mark:
    """One sitting that has a share met: where that stands, and its bounds."""

    x: float
    y: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Join:
    """The line from a sitting to the next; `one_scale` where both asked for the same."""

    start: Mark
    end: Mark
    one_scale: bool


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Everything the template draws. Sittings without a share met have no mark; `left_out` says how many."""

    width: int
    height: int
    left: float
    right: float
    first: datetime
    last: datetime
    shares: tuple[tuple[int, float], ...]  # a share in percent, and where it stands
    marks: tuple[Mark, ...]
    joins: tuple[Join, ...]
    left_out: int


def time_line(sittings: Sequence[tuple[datetime, GapReport]]) -> TimeLine | None:
    """The picture of sittings, the oldest first, days to scale; None where fewer than two have a share met."""
    known = [(when, found, found.overall.readiness) for when, found in sittings if found.overall.readiness]
    if len(known) < 2:
        return None
    first, last = known[0][0], known[-1][0]
    marks = [_mark(_part(when, first, last), readiness) for when, _, readiness in known]
    return TimeLine(
        width=WIDTH,
        height=HEIGHT,
        left=FIRST,
        right=LAST,
        first=first,
        last=last,
        shares=tuple((share, _height(Fraction(share, 100))) for share in (0, 25, 50, 75, 100)),
        marks=tuple(marks),
        joins=_joins(marks, [found for _, found, _ in known]),
        left_out=len(sittings) - len(known),
    )


def _joins(marks: Sequence[Mark], reports: Sequence[GapReport]) -> tuple[Join, ...]:
    """The lines between neighbours, each of which knows whether its two ends are on one scale."""
    alike = (one_scale(one, other) for one, other in pairwise(reports))
    return tuple(Join(*ends, same) for ends, same in zip(pairwise(marks), alike, strict=True))


def _part(when: datetime, first: datetime, last: datetime) -> float:
    """How far between two moments one lies, 0 to 1; in the middle where the two are one."""
    return (when - first) / (last - first) if last > first else 0.5


def _mark(part: float, readiness: Readiness) -> Mark:
    x = FIRST + part * (LAST - FIRST)
    return Mark(x, *map(_height, (readiness.value, readiness.lower, readiness.upper)))


def _height(share: Fraction) -> float:
    return BOTTOM - float(share) * (BOTTOM - TOP)
