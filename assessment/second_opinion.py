"""What others say of a person's skills beside what the person says. Standard library only.

Nothing here is ever averaged into the person's own result. Who was promised to be seen only together with others is
shown as levels in order, never as an answer sheet: of a skill only where a whole lot of raters gave it a level.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any, Protocol

from assessment.catalogue.model import Skill
from assessment.scoring import Answer, Answers

LOT = 3  # raters without names who are shown together


class Said(Protocol):
    """What one rater said."""

    named: bool | None
    rater_name: str
    answers: Any
    finished: datetime | None
    lot: int | None  # which raters without names they are shown with; None as long as there are too few


@dataclass(frozen=True, slots=True)
class Named:
    """What one rater who agreed to be seen said of one skill. `difference`, theirs minus own, where both are levels."""

    name: str
    answer: Answer | None
    difference: int | None

    @property
    def signed(self) -> str:
        """The difference as "+1" or "−1"."""
        return f"{self.difference:+d}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class Opinion:
    """One skill: the person's own answer, each named rater's, and the levels of the others in rising order."""

    skill: Skill
    own: Answer | None
    named: tuple[Named, ...]
    together: tuple[int, ...]  # none, or those of three raters or more

    @property
    def middle(self) -> float:
        """The level that as many of the others are at or below as are at or above it."""
        return median(self.together)


def opinions(skills: Iterable[Skill], own: Answers, views: Iterable[Said]) -> tuple[Opinion, ...]:
    """What is shown of second views to who asked for them, skill by skill in the order given."""
    seen, levels = by_name(views := list(views)), together(views)
    return tuple(_opinion(skill, own.get(skill.code), seen, levels) for skill in skills)


def by_name(views: Iterable[Said]) -> list[Said]:
    """What was said by those who agreed to be seen, once they have finished."""
    return [view for view in views if view.finished and view.named]


def without_names(views: Iterable[Said]) -> list[Said]:
    """What was said by the others, whether or not it is shown."""
    return [view for view in views if view.finished and not view.named]


def whole_lots(views: Iterable[Said]) -> list[list[Said]]:
    """Those without names who are shown together: lots that nobody has withdrawn from."""
    lots: dict[int, list[Said]] = {}
    for view in views:
        if view.lot is not None:
            lots.setdefault(view.lot, []).append(view)
    return [lots[number] for number in sorted(lots) if len(lots[number]) >= LOT]


def together(views: Iterable[Said]) -> dict[str, list[int]]:
    """The levels that those without names gave, by the code of the skill, in rising order.

    A lot counts for a skill only where enough of it gave a level: so a lot more or less never shows one rater.
    """
    levels: dict[str, list[int]] = {}
    for lot in whole_lots(views):
        for code, given in _levels(lot).items():
            if len(given) >= LOT:
                levels[code] = sorted([*levels.get(code, ()), *given])
    return levels


def shown(views: Iterable[Said]) -> dict[str, Any]:
    """The same as plain values for a file: all that who asked may know of what was said.

    {"by_name": [{"name": "Ada", "finished": datetime, "answers": {"T1": 3, "T2": "dk"}}], "without_names":
    {"answered": 4, "shown": 3, "levels": {"T1": [2, 3, 3]}}}; "levels" in rising order, of three raters or more each.
    """
    views = list(views)
    return {
        "by_name": [
            {"name": view.rater_name, "finished": view.finished, "answers": view.answers} for view in by_name(views)
        ],
        "without_names": {
            "answered": len(without_names(views)),
            "shown": sum(map(len, whole_lots(views))),
            "levels": together(views),
        },
    }


def _levels(lot: Iterable[Said]) -> dict[str, list[int]]:
    levels: dict[str, list[int]] = {}
    for view in lot:
        for code, answer in view.answers.items():
            if isinstance(answer, int):
                levels.setdefault(code, []).append(answer)
    return levels


def _opinion(skill: Skill, own: Answer | None, seen: Iterable[Said], levels: Mapping[str, list[int]]) -> Opinion:
    named = tuple(_named(view, view.answers.get(skill.code), own) for view in seen)
    return Opinion(skill, own, named, tuple(levels.get(skill.code, ())))


def _named(view: Said, answer: Answer | None, own: Answer | None) -> Named:
    difference = answer - own if isinstance(answer, int) and isinstance(own, int) else None
    return Named(view.rater_name, answer, difference)
