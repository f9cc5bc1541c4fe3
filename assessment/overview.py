"""What many people need, from counts of their answers. Standard library only; the one place that computes it.

Each person stands against what the catalogue version they answered asked of them. With n people who rated a skill:

ranked discrepancy score         100 * (share above - share below)             Narine and Harder 2021
mean weighted discrepancy score  sum of required * (required - level) / n      Borich 1980

The second takes the required level for the importance; where all answered one version it is
required * (required - mean level). Figures are exact, rounded only when they are printed (`signed_decimal`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from assessment.catalogue.model import LEVELS, Catalogue, Skill
from assessment.scoring import one_decimal

Counts = Mapping[str, Mapping[str, int]]  # skill -> answer -> people, {"T1": {"3": 12, "na": 1, "": 2}}; "" is none
Counted = Collection[tuple[Catalogue, Counts]]  # what people answered, and the catalogue they answered
Order = Literal["rds", "mwds"]

LEVEL_OF = {str(level): level for level in LEVELS}


class Rating(NamedTuple):
    """So many people at one level, where one level was required of them."""

    required: int
    level: int
    people: int


@dataclass(frozen=True, slots=True)
class Split:
    """How many ratings lie below, at and above what is required."""

    below: int
    at: int
    above: int

    @property
    def whole(self) -> int:
        """How many there are."""
        return self.below + self.at + self.above

    @property
    def shares(self) -> tuple[Fraction, Fraction, Fraction]:
        """The shares below, at and above, which add up to 1. Raises ZeroDivisionError where there are none."""
        below, at, above = (Fraction(part, self.whole) for part in (self.below, self.at, self.above))
        return below, at, above


@dataclass(frozen=True, slots=True)
class Figures:
    """What the people who rated one skill come to; they are as many as `split.whole`."""

    split: Split
    level: Fraction  # the mean of their levels
    rds: Fraction  # ranked discrepancy score, -100 to 100: the lower, the greater the need
    mwds: Fraction  # mean weighted discrepancy score, -25 to 25: the higher, the greater the need


@dataclass(frozen=True, slots=True)
class Need:
    """One skill that a role asks for; `figures` is None where fewer people than the floor rated it."""

    skill: Skill
    extra: bool
    required: int  # by the newest catalogue version
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A skill in the order of need. The greatest is 1; equals have the same rank, and the next as if they had not."""

    need: Need
    figures: Figures
    rds_rank: int
    mwds_rank: int


def raters(given: Mapping[str, int]) -> int:
    """How many of those who answered a skill gave it a level."""
    return sum(people for answer, people in given.items() if answer in LEVEL_OF)


def needs(catalogue: Catalogue, role: str, grade: str, counted: Counted, floor: int) -> tuple[Need, ...]:
    """The skills that `catalogue`, the newest, asks of a role, in its order, each with what `counted` says of it.

    Raises KeyError for a role or a grade that the catalogue does not have.
    """
    extras = catalogue.extras(role)
    return tuple(
        Need(
            skill=catalogue.skill_by_code[code],
            extra=code in extras,
            required=asked.levels[grade],
            figures=_figures(code, role, grade, counted, floor),
        )
        for code, asked in catalogue.requirements(role).items()
    )


def _figures(code: str, role: str, grade: str, counted: Counted, floor: int) -> Figures | None:
    ratings = list(_ratings(code, role, grade, counted))
    whole = _sum(ratings, lambda rating: 1)
    if whole < floor:
        return None
    split = Split(
        below=_sum(ratings, lambda rating: rating.level < rating.required),
        at=_sum(ratings, lambda rating: rating.level == rating.required),
        above=_sum(ratings, lambda rating: rating.level > rating.required),
    )
    return Figures(
        split=split,
        level=Fraction(_sum(ratings, lambda rating: rating.level), whole),
        rds=100 * Fraction(split.above - split.below, whole),
        mwds=Fraction(_sum(ratings, lambda rating: rating.required * (rating.required - rating.level)), whole),
    )


def _ratings(code: str, role: str, grade: str, counted: Counted) -> Iterator[Rating]:
    for catalogue, counts in counted:
        for answer, people in counts.get(code, {}).items():
            if answer in LEVEL_OF:
                yield Rating(catalogue.requirements(role)[code].levels[grade], LEVEL_OF[answer], people)


def _sum(ratings: Iterable[Rating], term: Callable[[Rating], int]) -> int:
    return sum(term(rating) * rating.people for rating in ratings)


def total(found: Iterable[Need]) -> Split | None:
    """The ratings of all skills that have figures, together; None where none has."""
    splits = [need.figures.split for need in found if need.figures]
    if not splits:
        return None
    return Split(sum(s.below for s in splits), sum(s.at for s in splits), sum(s.above for s in splits))


def ranking(found: Iterable[Need], order: Order) -> tuple[Ranked, ...]:
    """The skills that have figures, the greatest need by one of the printed scores first; equals in catalogue order."""
    known = [(need, need.figures) for need in found if need.figures]
    rds = sorted(signed_decimal(figures.rds) for _, figures in known)
    mwds = sorted(-signed_decimal(figures.mwds) for _, figures in known)
    ranked = (
        Ranked(need, f, _rank(rds, signed_decimal(f.rds)), _rank(mwds, -signed_decimal(f.mwds))) for need, f in known
    )
    return tuple(sorted(ranked, key=lambda item: item.rds_rank if order == "rds" else item.mwds_rank))


def _rank(scores: Sequence[Decimal], score: Decimal) -> int:
    return scores.index(score) + 1


def signed_decimal(value: Fraction) -> Decimal:
    """A figure of any sign as it is printed: one decimal, half away from zero, so that a sign changes no digit."""
    return one_decimal(value) if value >= 0 else -one_decimal(-value)
