"""Cronbach's alpha: published values, an independent computation, and what must hold for every answers."""

import random
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import repeat
from pathlib import Path
from statistics import covariance, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.reliability import LEAST_PEOPLE, Alpha, Column, alpha, columns_of, reliability
from assessment.scoring import Answer, Answers
from tests.examples import shipped
from tests.strategies import answers_to

BFI = Path(__file__).parent / "bfi.txt"
REVERSED = {"A1", "C4", "C5", "E1", "E2", "O2", "O5"}
LISTWISE = {"A": 0.703756, "C": 0.729277, "E": 0.760933, "N": 0.813303, "O": 0.602546}
COMPLETE = {"A": 2709, "C": 2707, "E": 2713, "N": 2694, "O": 2726}
# Computed once with pandas, whose `DataFrame.cov` is that of the pairs that both answered, as R's is.
PAIRWISE = {"A": 0.703018446, "C": 0.726734973, "E": 0.761732820, "N": 0.813962950, "O": 0.600172515}


@cache
def bfi() -> dict[str, Column]:
    """The answers of the frozen file, an item a column, with the reversed items turned."""
    rows = [line for line in BFI.read_text().splitlines() if not line.startswith("#")]
    names = [f"{scale}{number}" for scale in "ACENO" for number in range(1, 6)]
    return {
        name: [turned(name, int(digit)) for digit in digits]
        for name, digits in zip(names, zip(*rows, strict=True), strict=True)
    }


def turned(name: str, digit: int) -> int | None:
    if not digit:
        return None
    return 7 - digit if name in REVERSED else digit


def scale(letter: str) -> list[Column]:
    return [column for name, column in bfi().items() if name.startswith(letter)]


def complete(columns: Sequence[Column]) -> list[Column]:
    """The columns with only those people who answered all."""
    return list(zip(*(row for row in zip(*columns, strict=True) if None not in row), strict=True))


def plainly(columns: Sequence[Column]) -> float:
    """The formula a second time, from the covariances of Python's own statistics, in floating point."""
    variances = [variance([x for x in column if x is not None]) for column in columns]
    both = [
        [(x, y) for x, y in zip(one, other, strict=True) if x is not None and y is not None]
        for one in columns
        for other in columns
        if one is not other
    ]
    covariances = [covariance([x for x, _ in pairs], [y for _, y in pairs]) for pairs in both]
    items = len(columns)
    return items / (items - 1) * (1 - sum(variances) / (sum(variances) + sum(covariances)))


def some_people(seed: int, people: int = 60, items: int = 5, missing: float = 0.1) -> list[Column]:
    """Levels of people who differ in ability, with some missing."""
    draw = random.Random(seed)
    rows = [[draw.gauss(ability, 1) for _ in range(items)] for ability in (draw.gauss(2.5, 1) for _ in range(people))]
    return [
        [None if draw.random() < missing else max(0, min(5, round(level))) for level in column]
        for column in zip(*rows, strict=True)
    ]


def value(columns: Sequence[Column]) -> Fraction:
    found = alpha(columns)
    assert found is not None
    return found.value


# The published values


@pytest.mark.parametrize("letter", LISTWISE)
def test_published_values_of_complete_answers_are_met_to_every_digit(letter: str) -> None:
    found = alpha(complete(scale(letter)))
    assert found is not None
    assert round(float(found.value), 6) == LISTWISE[letter]
    assert (found.people, found.fewest, found.items) == (COMPLETE[letter], COMPLETE[letter], 5)


@pytest.mark.parametrize("letter", PAIRWISE)
def test_with_blanks_each_covariance_is_that_of_the_people_who_rated_both(letter: str) -> None:
    found = alpha(scale(letter))
    assert found is not None
    assert round(float(found.value), 9) == PAIRWISE[letter]
    assert float(found.value) == pytest.approx(plainly(scale(letter)), abs=1e-12)
    assert (found.people, found.items) == (2800, 5)
    assert COMPLETE[letter] <= found.fewest < 2800


# Worked by hand


def test_a_small_case_worked_by_hand() -> None:
    # Both items have the levels 1, 2 and 3 ten times each, a variance of 20/29, and the second exchanges 1 and 2: the
    # covariance is 10/29. Alpha is 2 * (1 - 40/60).
    found = alpha([[1, 2, 3] * 10, [2, 1, 3] * 10])
    assert found == Alpha(Fraction(2, 3), people=30, fewest=30, items=2)
    assert found.rounded == Decimal("0.67")


def test_items_that_contradict_each_other_fall_below_zero() -> None:
    # All divided by 32/31: variances 25/4 and 1/4, covariance -5/4. Alpha is 2 * (1 - 6.5/4).
    found = alpha([[0, 5] * 16, [1, 0] * 16])
    assert found == Alpha(Fraction(-5, 4), people=32, fewest=32, items=2)
    assert found.rounded == Decimal("-1.25")


@pytest.mark.parametrize(
    ("exact", "printed"),
    [(Fraction(1), "1.00"), (Fraction(1, 200), "0.01"), (Fraction(703756, 10**6), "0.70"), (Fraction(-1, 3), "-0.33")],
)
def test_alpha_is_printed_with_two_decimals_half_up(exact: Fraction, printed: str) -> None:
    assert str(Alpha(exact, people=30, fewest=30, items=2).rounded) == printed


# Where there is nothing to say


def test_thirty_people_are_the_fewest() -> None:
    levels = [0, 1, 2, 3, 4, 5] * 5
    assert len(levels) == LEAST_PEOPLE == 30
    assert alpha([levels, levels]) == Alpha(Fraction(1), people=30, fewest=30, items=2)
    assert alpha([levels[1:], levels[1:]]) is None


def test_a_person_who_rated_one_item_is_not_one_of_them() -> None:
    levels: list[int | None] = [0, 1, 2, 3, 4, 5] * 5
    alone: list[int | None] = [None] * 29 + [3]
    assert alpha([[*levels[:29], None], levels]) is None
    assert alpha([[*levels[:29], None], levels, alone]) is None
    one_more: list[Column] = [[*levels, None], [*levels, 3]]
    found = alpha(one_more)
    assert found is not None
    assert found.people == 30
    # but they count in the variance of the item they rated
    assert float(found.value) == pytest.approx(plainly(one_more), abs=1e-12) != 1


def test_an_item_that_all_rated_alike_or_almost_nobody_rated_is_left_out() -> None:
    columns = some_people(1)
    alike: Column = [3] * 60
    by_one: Column = [4] + [None] * 59
    by_nobody: Column = [None] * 60
    assert alpha([alike, *columns, by_one, by_nobody]) == alpha(columns)
    assert alpha([columns[0], alike, by_one, by_nobody]) is None


@pytest.mark.parametrize(
    "columns",
    [
        [],
        [[]],
        [[], []],
        [[0, 5] * 30],
        [[3] * 60, [2] * 60],
        [[0, 5] * 30, [5, 0] * 30],
        # each pair has 30 people but the last, which one person alone rated both of
        [[1, 2] * 30, [1, 2] * 15 + [None] * 30, [None] * 29 + [1, 2] * 15 + [1]],
    ],
    ids=["no items", "nobody", "nobody twice", "one item", "no variance", "a total that never varies", "a pair of one"],
)
def test_nothing_is_said_where_no_covariance_or_no_total_is_there(columns: list[Column]) -> None:
    assert alpha(columns) is None


def test_nothing_is_said_where_pairs_that_differ_make_the_total_negative() -> None:
    one: Column = [0, 5] * 20 + [None, None] * 20 + [0, 5] * 20
    two: Column = [5, 0] * 20 + [0, 5] * 20 + [None, None] * 20
    three: Column = [None, None] * 20 + [5, 0] * 20 + [5, 0] * 20
    assert alpha([one, two, three]) is None


# What must hold for every answers

LEVELS_OR_NONE = st.sampled_from([0, 1, 2, 3, 4, 5, None])


@st.composite
def answered(draw: st.DrawFn) -> list[Column]:
    """Columns of two to four items that thirty to forty people rated, most of them."""
    people, items = draw(st.integers(30, 40)), draw(st.integers(2, 4))
    return draw(st.lists(st.lists(LEVELS_OR_NONE, min_size=people, max_size=people), min_size=items, max_size=items))


@given(answered(), st.randoms(use_true_random=False))
def test_the_order_of_people_and_of_items_does_not_matter(columns: list[Column], draw: random.Random) -> None:
    people = list(zip(*columns, strict=True))
    draw.shuffle(people)
    shuffled: list[Column] = list(zip(*people, strict=True))
    draw.shuffle(shuffled)
    assert alpha(shuffled) == alpha(columns)


@given(answered(), st.integers(-9, 9))
def test_adding_a_constant_to_an_item_does_not_matter(columns: list[Column], more: int) -> None:
    first, *others = columns
    raised = [None if level is None else level + more for level in first]
    assert alpha([raised, *others]) == alpha(columns)


@given(answered(), st.integers(1, 9))
def test_a_wider_scale_for_all_items_does_not_matter(columns: list[Column], times: int) -> None:
    assert alpha([[None if x is None else x * times for x in column] for column in columns]) == alpha(columns)


@given(answered())
def test_an_item_beside_itself_gives_1(columns: list[Column]) -> None:
    for column in columns:
        found = alpha([column, column])
        assert found is None or found.value == 1
        assert (found is None) == (len(column) - column.count(None) < 30 or len(set(column) - {None}) < 2)


@given(answered())
def test_complete_answers_never_give_more_than_1(columns: list[Column]) -> None:
    found = alpha([[0 if level is None else level for level in column] for column in columns])
    assert found is None or found.value <= 1


@given(st.integers(0, 10**9))
def test_the_value_is_that_of_the_plain_formula(seed: int) -> None:
    columns = some_people(seed)
    assert float(value(columns)) == pytest.approx(plainly(columns), abs=1e-12)


# By competency


def person(level: Answer, codes: Sequence[str]) -> Answers:
    return dict(zip(codes, repeat(level)))


def test_only_levels_count_and_never_as_0() -> None:
    people: list[Answers] = [{"T1": 0, "T2": "na", "T3": "dk"}, {"T1": 5}, {}]
    assert columns_of(people, ["T1", "T2", "T3"]) == {"T1": [0, 5, None], "T2": [None] * 3, "T3": [None] * 3}


@pytest.mark.parametrize(("role", "count"), [("devops", 4), ("mlops", 5)])
def test_each_competency_of_the_role_has_its_alpha(role: str, count: int) -> None:
    codes = list(shipped().requirements(role))
    found = reliability(shipped(), role, [person(number % 6, codes) for number in range(36)])
    pages = shipped().pages(role)
    assert [competency for competency, _ in found] == [competency for competency, _ in pages]
    assert [of for _, of in found] == [Alpha(Fraction(1), 36, 36, len(skills)) for _, skills in pages]
    assert len(found) == count


def test_people_may_come_once_as_from_a_query() -> None:
    codes = list(shipped().requirements("devops"))
    people = [person(number % 6, codes) for number in range(36)]
    assert reliability(shipped(), "devops", iter(people)) == reliability(shipped(), "devops", people)


def test_a_competency_that_too_few_rated_says_nothing_beside_those_that_speak() -> None:
    technical = [skill.code for skill in shipped().pages("devops")[0][1]]
    people = [person(number % 6, technical) for number in range(36)]
    assert [of is None for _, of in reliability(shipped(), "devops", people)] == [False, True, True, True]


def test_nobody_says_nothing() -> None:
    pages = shipped().pages("mlops")
    assert reliability(shipped(), "mlops", []) == tuple((competency, None) for competency, _ in pages)


def test_a_role_that_the_catalogue_does_not_have_is_refused() -> None:
    with pytest.raises(KeyError):
        reliability(shipped(), "nobody", [])


@given(st.lists(answers_to(list(shipped().requirements("mlops"))), max_size=40))
def test_whatever_is_answered_each_competency_is_answered_for(people: list[Answers]) -> None:
    found = reliability(shipped(), "mlops", people)
    assert [competency for competency, _ in found] == [competency for competency, _ in shipped().pages("mlops")]
    for _, of in found:
        assert of is None or (LEAST_PEOPLE <= of.people <= len(people) and 2 <= of.fewest <= of.people)
