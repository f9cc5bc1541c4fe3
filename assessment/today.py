"""What today's catalogue changes for a person who answered an older one. Standard library only.

The answers stay those of the old report: a skill that was not asked then has none, and none is ever a 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.catalogue.model import LEVELS, Catalogue, Skill
from assessment.scoring import Answer, GapReport, SkillGap, gap_report


@dataclass(frozen=True, slots=True)
class Change:
    """One skill, asked otherwise: `then` is None where it was not asked, `now` where it no longer is."""

    skill: Skill  # as the newest catalogue that asks it has it
    then: SkillGap | None
    now: SkillGap | None
    successors: tuple[Skill, ...] = ()  # of a skill no longer asked: today's skills that took its place


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of a skill that the person read and what stands in its place; of its name, if `level` is None."""

    level: int | None
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Rewording:
    """A skill asked in both, whose texts are other ones today, and the answer given to the old ones."""

    skill: Skill
    answer: Answer | None
    wordings: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same answers against the catalogue they were given to and against today's, and every skill that differs."""

    then: GapReport
    now: GapReport
    moved: tuple[Change, ...]  # asked in both, at another level or weight
    added: tuple[Change, ...]
    dropped: tuple[Change, ...]
    reworded: tuple[Rewording, ...]

    @property
    def asks_otherwise(self) -> bool:
        """Whether the figures may differ."""
        return bool(self.moved or self.added or self.dropped)


def compare(then: GapReport, catalogue: Catalogue, language: str) -> Comparison | None:
    """Read the answers of a report against the same target of a newer catalogue; None if that has no such target.

    `language`, "fr" or "en", is the one in which the person answered: rewordings in the other one are none of theirs.
    """
    now = _read_again(then, catalogue)
    if now is None:
        return None
    old, new = _by_code(then), _by_code(now)
    both = [(old[code], gap) for code, gap in new.items() if code in old]
    return Comparison(
        then=then,
        now=now,
        moved=tuple(Change(after.skill, before, after) for before, after in both if _asked(before) != _asked(after)),
        added=tuple(Change(gap.skill, None, gap) for code, gap in new.items() if code not in old),
        dropped=tuple(_dropped(gap, catalogue) for code, gap in old.items() if code not in new),
        reworded=tuple(_rewordings(both, language)),
    )


def _read_again(then: GapReport, catalogue: Catalogue) -> GapReport | None:
    role, grade = then.role.code, then.grade.code
    if role not in catalogue.role_by_code or grade not in catalogue.grade_by_code:
        return None
    answers = {gap.skill.code: gap.answer for gap in then.skills if gap.answer is not None}
    return gap_report(catalogue, role, grade, answers)


def _by_code(report: GapReport) -> dict[str, SkillGap]:
    return {gap.skill.code: gap for gap in report.skills}


def _asked(gap: SkillGap) -> tuple[int, int]:
    return gap.required, gap.weight


def _dropped(then: SkillGap, catalogue: Catalogue) -> Change:
    today = catalogue.skill_by_code.get(then.skill.code)
    successors = tuple(catalogue.skill_by_code[code] for code in today.replaced_by) if today else ()
    return Change(then.skill, then, None, successors)


def _rewordings(both: list[tuple[SkillGap, SkillGap]], language: str) -> Iterator[Rewording]:
    for before, after in both:
        wordings = tuple(_wordings(before.skill, after.skill, language))
        if wordings:
            yield Rewording(after.skill, before.answer, wordings)


def _wordings(then: Skill, now: Skill, language: str) -> Iterator[Wording]:
    texts = zip((None, *LEVELS), (then.name, *then.anchors), (now.name, *now.anchors), strict=True)
    for level, before, after in texts:
        if before.said_in(language) != after.said_in(language):
            yield Wording(level, before.said_in(language), after.said_in(language))
