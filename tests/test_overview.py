"""What many people need, from counts of their answers."""

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from assessment.exports.overview_csv import COLUMNS, overview_csv
from assessment.overview import (
    Counted,
    Counts,
    Figures,
    Need,
    Split,
    needs,
    ranking,
    raters,
    signed_decimal,
    total,
)
from tests import strategies  # noqa: F401 (it loads the profile of the generated cases)
from tests.examples import full_document, tiny_document, tiny_role, tiny_skill

LEVELS = range(6)
COUNTS = st.dictionaries(st.sampled_from(["0", "1", "2", "3", "4", "5", "na", "dk", ""]), st.integers(1, 40))


def asking(**levels: int) -> Catalogue:
    """A catalogue whose role "maker" asks these levels at the grade "new"."""
    skills = [tiny_skill(code) for code in levels]
    asked = {code: (1, level, 5) for code, level in levels.items()}
    return build(tiny_document(skills=skills, roles=[tiny_role("maker", None, **asked)]))


def found(catalogue: Catalogue, counts: Counts, floor: int = 10) -> tuple[Need, ...]:
    return needs(catalogue, "maker", "new", [(catalogue, counts)], floor)


def figures(catalogue: Catalogue, counts: Counts, floor: int = 10) -> dict[str, Figures | None]:
    return {need.skill.code: need.figures for need in found(catalogue, counts, floor)}


# Ten people, asked 3: two at 1, three at 2, one at 3, four at 5. Below 5, as asked 1, above 4.
# Their mean level is (2 + 6 + 3 + 20) / 10 = 3.1; 100 * (0.4 - 0.5) = -10; 3 * (3 - 3.1) = -0.3.
TEN = {"1": 2, "2": 3, "3": 1, "5": 4, "na": 7, "dk": 1, "": 2}


def test_the_figures_of_a_skill_are_those_computed_by_hand() -> None:
    assert figures(asking(A=3), {"A": TEN}) == {
        "A": Figures(Split(below=5, at=1, above=4), Fraction(31, 10), Fraction(-10), Fraction(-3, 10))
    }


def test_each_person_stands_against_the_version_they_answered() -> None:
    old, new = asking(A=1), asking(A=4)
    counted: Counted = [(old, {"A": {"2": 6}}), (new, {"A": {"2": 3, "4": 3}})]
    # six above 1, three below 4, three at 4: mean of 1 * (1 - 2) six times, 4 * (4 - 2) three times, 0 three times
    assert needs(new, "maker", "new", counted, 10) == (
        Need(
            new.skill_by_code["A"],
            extra=False,
            required=4,
            figures=Figures(Split(3, 3, 6), Fraction(30, 12), Fraction(300, 12), Fraction(18, 12)),
        ),
    )


def test_what_does_not_rate_counts_nowhere() -> None:
    rated = {answer: people for answer, people in TEN.items() if answer in "012345" and answer}
    assert figures(asking(A=3), {"A": rated}) == figures(asking(A=3), {"A": TEN})


@pytest.mark.parametrize("floor", [5, 10])
def test_a_skill_that_fewer_than_the_floor_rated_has_no_figure(floor: int) -> None:
    few, enough = {"3": floor - 1, "na": 100}, {"3": floor}
    got = figures(asking(A=3, B=3), {"A": few, "B": enough}, floor)
    assert got == {"A": None, "B": Figures(Split(0, floor, 0), Fraction(3), Fraction(0), Fraction(0))}


def test_the_skills_are_those_the_newest_version_asks_in_its_order() -> None:
    old, new = asking(A=1, B=1, C=1), asking(C=2, A=2, D=2)
    counts = {code: {"3": 10} for code in "ABC"}
    got = needs(new, "maker", "new", [(old, counts)], 10)
    assert [(need.skill.code, need.required, bool(need.figures)) for need in got] == [
        ("C", 2, True),
        ("A", 2, True),
        ("D", 2, False),
    ]


def test_a_version_without_the_role_adds_nothing() -> None:
    old, new = asking(A=1), build(full_document())
    assert [need.figures for need in needs(new, "boss", "new", [(old, {})], 10)] == [None, None]


def test_what_a_role_adds_to_the_one_it_extends_is_marked() -> None:
    skills = [tiny_skill(code) for code in "AB"]
    roles = [tiny_role("maker", A=(1, 2, 3)), tiny_role("boss", "maker", B=(1, 2, 3))]
    got = needs(build(tiny_document(skills=skills, roles=roles)), "boss", "new", [], 10)
    assert [(need.skill.code, need.extra) for need in got] == [("A", False), ("B", True)]


@pytest.mark.parametrize(("role", "grade"), [("nobody", "new"), ("maker", "never")])
def test_an_unknown_target_is_a_key_error(role: str, grade: str) -> None:
    with pytest.raises(KeyError):
        needs(asking(A=3), role, grade, [], 10)


def test_all_ratings_together_are_those_of_the_skills_that_are_shown() -> None:
    got = found(asking(A=3, B=2, C=1), {"A": TEN, "B": {"2": 9}, "C": {"0": 10, "1": 10}})
    assert total(got) == Split(below=15, at=11, above=4)


def test_of_nothing_there_is_no_total_and_no_ranking() -> None:
    got = found(asking(A=3), {"A": {"3": 9}})
    assert (total(got), ranking(got, "rds"), ranking(got, "mwds")) == (None, (), ())


def ranks(order: Any, **given: Mapping[str, int]) -> list[tuple[str, int, int]]:
    got = ranking(found(asking(A=3, B=1, C=3, D=5), given), order)
    return [(item.need.skill.code, item.rds_rank, item.mwds_rank) for item in got]


def test_the_greatest_need_comes_first_by_either_score() -> None:
    given = {"A": {"2": 8, "3": 2}, "B": {"0": 10}, "C": {"3": 10}, "D": {"1": 5, "5": 5}}
    # A: -80, 3 * 0.8 = 2.4; B: -100, 1; C: 0, 0; D: -50, 5 * 2 = 10
    assert ranks("rds", **given) == [("B", 1, 3), ("A", 2, 2), ("D", 3, 1), ("C", 4, 4)]
    assert ranks("mwds", **given) == [("D", 3, 1), ("A", 2, 2), ("B", 1, 3), ("C", 4, 4)]


def test_equals_share_a_rank_and_keep_the_order_of_the_catalogue() -> None:
    given = {"A": {"2": 10}, "B": {"0": 9}, "C": {"2": 10}, "D": {"5": 10}}
    assert ranks("rds", **given) == [("A", 1, 1), ("C", 1, 1), ("D", 3, 3)]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (Fraction(-1, 4), "-0.3"),
        (Fraction(1, 4), "0.3"),
        (Fraction(-1, 20), "-0.1"),
        (Fraction(-1, 21), "0.0"),
        (Fraction(0), "0.0"),
        (Fraction(-100), "-100.0"),
        (Fraction(-2, 3), "-0.7"),
    ],
)
def test_a_figure_is_rounded_half_away_from_zero(value: Fraction, printed: str) -> None:
    assert str(signed_decimal(value)) == printed


@given(st.fractions())
def test_a_sign_changes_no_digit(value: Fraction) -> None:
    assert signed_decimal(-value) == -signed_decimal(value)
    assert abs(signed_decimal(value) - Decimal(value.numerator) / Decimal(value.denominator)) <= Decimal("0.05")


@given(st.integers(0, 5), COUNTS, st.integers(5, 20))
def test_the_figures_of_one_version_are_what_their_formulas_say(
    required: int, given: dict[str, int], floor: int
) -> None:
    (got,) = figures(asking(A=required), {"A": given}, floor).values()
    levels = [level for level in LEVELS for _ in range(given.get(str(level), 0))]
    assert (got is None) == (len(levels) < floor)
    if got:
        mean = Fraction(sum(levels), len(levels))
        assert (got.level, got.mwds) == (mean, required * (required - mean))
        assert got.rds == 100 * (got.split.shares[2] - got.split.shares[0])
        assert (sum(got.split.shares), got.split.whole) == (1, len(levels))


@given(st.lists(st.tuples(st.integers(0, 5), COUNTS), max_size=4))
def test_versions_in_any_order_and_any_cut_say_the_same(parts: list[tuple[int, dict[str, int]]]) -> None:
    newest = asking(A=3)
    counted = [(asking(A=required), {"A": given}) for required, given in parts]
    halves = [(made, {"A": {answer: n}}) for made, c in counted for answer, n in c["A"].items()]
    assert needs(newest, "maker", "new", counted[::-1], 10) == needs(newest, "maker", "new", halves, 10)


@given(COUNTS)
def test_raters_are_those_with_a_level(given: dict[str, int]) -> None:
    assert raters(given) == sum(people for answer, people in given.items() if answer.isdigit())


# The file


def table(data: bytes, dialect: str) -> list[dict[str, str]]:
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter={"fr": ";", "en": ","}[dialect]))


def written(dialect: str = "en", language: str = "en", **texts: str) -> bytes:
    catalogue = asking(A=3, B=2)
    if texts:
        document = tiny_document(skills=[tiny_skill("A") | {"name": texts}], roles=[tiny_role("maker", A=(1, 3, 5))])
        catalogue = build(document)
    months = {"2026-10": found(catalogue, {"A": {"3": 10}}), "2026-11": found(catalogue, {"A": TEN, "B": {"1": 9}})}
    return overview_csv(catalogue, months, ("maker", "new"), language, dialect)


@pytest.mark.parametrize(
    ("dialect", "level", "rds", "mwds"), [("en", "3.1", "-10.0", "-0.3"), ("fr", "3,1", "-10,0", "-0,3")]
)
def test_the_file_has_a_row_for_each_month_and_skill_that_enough_rated(
    dialect: str, level: str, rds: str, mwds: str
) -> None:
    rows = table(written(dialect), dialect)
    assert [row["month"] for row in rows] == ["2026-10", "2026-11"]
    assert rows[1] == {
        "month": "2026-11",
        "role": "maker",
        "grade": "new",
        "competency": "HAND",
        "competency_name": "HAND (en)",
        "skill": "A",
        "skill_name": "A (en)",
        "required": "3",
        "raters": "10",
        "below": "5",
        "at": "1",
        "above": "4",
        "mean_level": level,
        "ranked_discrepancy_score": rds,
        "mean_weighted_discrepancy_score": mwds,
    }
    assert tuple(rows[0]) == COLUMNS


def test_names_in_the_file_are_in_the_language_and_run_in_no_spreadsheet() -> None:
    data = written(language="fr", fr="=1+1;+2", en="A")
    assert [row["skill_name"] for row in table(data, "en")] == ["'=1+1;'+2"] * 2


def test_a_file_of_nothing_has_its_head() -> None:
    assert (
        overview_csv(asking(A=3, B=2), {}, ("maker", "new"), "en", "fr")
        == "\ufeff".encode() + ";".join(COLUMNS).encode() + b"\r\n"
    )
