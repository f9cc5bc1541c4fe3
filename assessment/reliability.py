"""How far the skills of a competency measure the same thing: Cronbach's alpha. Standard library only.

    alpha = k / (k - 1) * (1 - sum of the k variances / sum of all k * k covariances)

after Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16, 1951. A covariance is that
of the people who rated both items, as in R's `psych::alpha`, so that one blank does not lose a whole person.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from math import floor
from typing import Any

from assessment.catalogue.model import Catalogue, Competency
from assessment.scoring import Answers

LEAST_PEOPLE = 30

Column = Sequence[int | None]  # what each person gave to one item, always in the same order of people; None is no level


@dataclass(frozen=True, slots=True)
class Alpha:
    """Cronbach's alpha of some items: 1 where they agree as one, below 0 where they contradict each other.

    Over 1 it comes only where answers are missing, and covariances of different people meet.
    """

    value: Fraction
    people: int  # who rated at least two of the items
    fewest: int  # the smallest number of people behind one covariance; not to be shown where a group is not
    items: int  # those that count: an item that all rated alike, or that one person rated, says nothing

    @property
    def rounded(self) -> Decimal:
        """The value as it is printed: two decimals, half up."""
        return Decimal(floor(self.value * 100 + Fraction(1, 2))).scaleb(-2)


def reliability(
    catalogue: Catalogue, role: str, people: Iterable[Answers]
) -> tuple[tuple[Competency, Alpha | None], ...]:
    """Alpha for each competency that `role` asks about, from the answers of `people`, who are gone through once.

    None where there is nothing to say (`alpha`). "na", "dk" and no answer are missing, never a 0. Raises KeyError for
    a role that the catalogue does not have.
    """
    columns = columns_of(people, list(catalogue.requirements(role)))
    pages = catalogue.pages(role)
    return tuple((competency, alpha([columns[skill.code] for skill in skills])) for competency, skills in pages)


def columns_of(people: Iterable[Answers], codes: Sequence[str]) -> dict[str, Column]:
    """The levels that people gave to these skills, a column a skill."""
    columns: dict[str, list[int | None]] = {code: [] for code in codes}
    for answers in people:
        for code, column in columns.items():
            column.append(_level(answers.get(code)))
    return dict(columns)


def alpha(columns: Sequence[Column]) -> Alpha | None:
    """Cronbach's alpha of items, a column each.

    None where fewer than `LEAST_PEOPLE` rated two items or more, where fewer than two items vary, where two of the
    items were rated by fewer than two people in common, or where the total does not vary.
    """
    varying = list(filter(_varies, columns))
    people = sum(map(_rates_two, zip(*varying, strict=True)))
    pairs = [_rated_both(one, other) for one, other in combinations(varying, 2)]
    fewest = min(map(_people, pairs), default=0)
    if people < LEAST_PEOPLE or fewest < 2:
        return None
    own = sum((_covariance(_rated_both(column, column)) for column in varying), Fraction())
    total = own + 2 * sum(map(_covariance, pairs))
    if total <= 0:  # below 0 only where different people rated different items
        return None
    return Alpha(Fraction(len(varying), len(varying) - 1) * (1 - own / total), people, fewest, len(varying))


def _people(counts: Mapping[tuple[int, int], int]) -> int:
    return sum(counts.values())


def _varies(column: Column) -> bool:
    return len(set(column) - {None}) > 1


def _rates_two(row: tuple[int | None, ...]) -> bool:
    return len(row) - row.count(None) > 1


def _level(answer: Any) -> int | None:
    return answer if isinstance(answer, int) else None


def _rated_both(one: Column, other: Column) -> dict[tuple[int, int], int]:
    """How many people gave each two levels to two items. Counts, not people: they take the same room for any number."""
    counts = Counter(zip(one, other, strict=True))
    return {(x, y): number for (x, y), number in counts.items() if x is not None and y is not None}


def _covariance(counts: Mapping[tuple[int, int], int]) -> Fraction:
    """The unbiased covariance of two items, exactly."""
    n = sum(counts.values())
    xs = sum(x * number for (x, _), number in counts.items())
    ys = sum(y * number for (_, y), number in counts.items())
    products = sum(x * y * number for (x, y), number in counts.items())
    return Fraction(n * products - xs * ys, n * (n - 1))
