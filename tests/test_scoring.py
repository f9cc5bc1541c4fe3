from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from assessment.scoring import (
    Answers,
    AnswersError,
    GapReport,
    Readiness,
    SkillGap,
    Summary,
    gap_report,
    is_answer,
    one_decimal,
    percent,
    read_answers,
)
from tests.examples import WORKED_ANSWERS, shipped, tiny_document, tiny_role, tiny_skill


def tiny(**asked: tuple[int, int]) -> Catalogue:
    """A catalogue whose role "maker" asks each skill with a weight and, at both grades, a level."""
    needs = {code: (weight, required, required) for code, (weight, required) in asked.items()}
    skills = [tiny_skill(code) for code in asked]
    return build(tiny_document(skills=skills, roles=[tiny_role("maker", None, **needs)]))


def report_of(answers: Answers, **asked: tuple[int, int]) -> GapReport:
    return gap_report(tiny(**asked), "maker", "new", answers)


def worked(role: str = "devops", grade: str = "confirmed") -> GapReport:
    return gap_report(shipped(), role, grade, WORKED_ANSWERS)


def shares(value: int, lower: int, upper: int, rated: int, applicable: int) -> Readiness:
    return Readiness(Fraction(value, rated), Fraction(lower, applicable), Fraction(upper, applicable))


def found(report: GapReport, code: str) -> SkillGap:
    return next(skill for skill in report.skills if skill.skill.code == code)


# The worked person


def test_the_worked_person_as_a_whole() -> None:
    assert worked().overall == Summary(
        readiness=shares(106, 106, 122, 135, 151),
        coverage=Fraction(23, 26),
        level=Fraction(55, 23),
        required=Fraction(151, 52),
        lowest=found(worked(), "T3"),
        rated=20,
        asked=24,
    )


def test_the_worked_person_by_competency() -> None:
    lowest = {code: found(worked(), code) for code in ("T3", "G3", "C4", "P2")}
    assert [(part.competency.code, part.summary) for part in worked().competencies] == [
        (
            "TECH",
            Summary(shares(39, 39, 49, 54, 64), Fraction(9, 11), Fraction(13, 6), Fraction(32, 11), lowest["T3"], 6, 8),
        ),
        ("PM", Summary(shares(10, 10, 10, 18, 18), Fraction(1), Fraction(10, 7), Fraction(18, 7), lowest["G3"], 4, 5)),
        ("COM", Summary(shares(31, 31, 37, 33, 39), Fraction(11, 13), Fraction(3), Fraction(3), lowest["C4"], 5, 6)),
        ("PRO", Summary(shares(26, 26, 26, 30, 30), Fraction(1), Fraction(14, 5), Fraction(3), lowest["P2"], 5, 5)),
    ]


def test_the_worked_person_skill_by_skill() -> None:
    assert [(skill.skill.code, skill.state, skill.gap, skill.priority) for skill in worked().skills] == [
        ("T1", "met", 0, 0),
        ("T2", "gap", 1, 3),
        ("T3", "gap", 2, 6),
        ("T4", "met", 0, 0),
        ("T5", "unrated", None, None),
        ("T6", "gap", 1, 3),
        ("T7", "gap", 1, 3),
        ("T8", "unrated", None, None),
        ("G1", "gap", 1, 2),
        ("G2", "not_applicable", None, None),
        ("G3", "gap", 1, 2),
        ("G4", "met", 0, 0),
        ("G5", "gap", 2, 4),
        ("C1", "met", 0, 0),
        ("C2", "above", -1, 0),
        ("C3", "met", 0, 0),
        ("C4", "gap", 1, 2),
        ("C5", "met", 0, 0),
        ("C6", "unrated", None, None),
        ("P1", "met", 0, 0),
        ("P2", "gap", 1, 2),
        ("P3", "gap", 1, 2),
        ("P4", "met", 0, 0),
        ("P5", "above", -1, 0),
    ]


def test_the_example_of_the_documentation_is_the_worked_person() -> None:
    text = (Path(__file__).parents[1] / "docs" / "scoring.md").read_text(encoding="utf-8").replace("−", "-")
    rows = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in text.splitlines()]
    assert [cells for cells in rows if cells and cells[0] in WORKED_ANSWERS.keys() | {"C6", "T8"}] == [
        [
            "" if value is None else str(value)
            for value in (s.skill.code, s.weight, s.required, s.answer, s.gap, s.priority)
        ]
        for s in worked().skills
    ]


def test_the_worked_person_begins_with_what_weighs_most() -> None:
    codes = [skill.skill.code for skill in worked().priorities]
    assert codes == ["T3", "G5", "T2", "T6", "T7", "G1", "G3", "C4", "P2", "P3"]


def test_the_worked_person_as_printed() -> None:
    readiness = worked().overall.readiness
    assert readiness is not None
    printed = [str(percent(share)) for share in (readiness.value, readiness.lower, readiness.upper)]
    assert printed == ["78.5", "70.2", "80.8"]


def test_the_worked_person_against_mlops_keeps_the_extras_apart() -> None:
    report = worked("mlops")
    assert report.overall.readiness == shares(106, 106, 186, 135, 215)
    assert report.overall.coverage == Fraction(23, 37)
    assert report.extras == Summary(None, Fraction(0), None, Fraction(32, 11), None, 0, 8)


def test_a_report_names_its_catalogue_role_and_grade() -> None:
    report = worked()
    assert (report.catalogue, report.role.code, report.grade.code) == (shipped(), "devops", "confirmed")


# The states of a skill


@pytest.mark.parametrize(
    ("answer", "state", "gap", "priority"),
    [
        (0, "gap", 3, 6),
        (2, "gap", 1, 2),
        (3, "met", 0, 0),
        (4, "above", -1, 0),
        (5, "above", -2, 0),
        ("na", "not_applicable", None, None),
        ("dk", "unrated", None, None),
    ],
)
def test_the_state_of_an_answer(answer: Any, state: Any, gap: int | None, priority: int | None) -> None:
    skill = tiny(A=(2, 3)).skills[0]
    assert report_of({"A": answer}, A=(2, 3)).skills == (
        SkillGap(skill, False, answer, required=3, weight=2, state=state, gap=gap, priority=priority),  # noqa: FBT003
    )


def test_no_answer_is_unrated() -> None:
    skill = tiny(A=(2, 3)).skills[0]
    assert report_of({}, A=(2, 3)).skills == (
        SkillGap(skill, False, None, required=3, weight=2, state="unrated", gap=None, priority=None),  # noqa: FBT003
    )


@pytest.mark.parametrize(("answer", "level"), [(0, 0), (4, 4), ("na", None), ("dk", None)])
def test_only_a_level_is_a_level(answer: Any, level: int | None) -> None:
    assert report_of({"A": answer}, A=(2, 3)).skills[0].level == level


@pytest.mark.parametrize(
    ("answer", "step"), [(0, "A1 en"), (2, "A3 en"), (3, None), (4, None), ("na", None), ("dk", None)]
)
def test_the_next_step_is_the_next_level_of_a_skill_below_its_requirement(answer: Any, step: str | None) -> None:
    text = report_of({"A": answer}, A=(2, 3)).skills[0].next_step
    assert (text and text.en) == step


def test_skills_are_found_by_their_states_in_catalogue_order() -> None:
    report = report_of({"A": 1, "B": 5, "C": 2, "D": "na"}, A=(1, 3), B=(1, 3), C=(1, 2), D=(1, 1), E=(1, 1))
    assert [skill.skill.code for skill in report.in_state("met", "above")] == ["B", "C"]
    assert [skill.skill.code for skill in report.in_state("unrated")] == ["E"]


def test_the_skills_stand_under_their_competencies_in_catalogue_order() -> None:
    report = gap_report(build(tiny_document()), "maker", "new", {})
    hand, head = report.catalogue.competencies
    assert report.by_competency == ((hand, (found(report, "A"),)), (head, (found(report, "B"),)))


# When there is a readiness


def test_under_half_coverage_there_is_no_readiness() -> None:
    assert report_of({"A": 3, "B": 3}, A=(1, 3), B=(1, 3), C=(3, 3)).overall.readiness is None


def test_one_answer_of_many_yields_no_readiness() -> None:
    assert gap_report(shipped(), "devops", "junior", {"T1": 5}).overall.readiness is None


def test_exactly_half_coverage_shows_a_readiness() -> None:
    assert report_of({"A": 3, "B": 2}, A=(2, 3), B=(1, 3), C=(3, 3)).overall == Summary(
        readiness=shares(8, 8, 17, 9, 18),
        coverage=Fraction(1, 2),
        level=Fraction(8, 3),
        required=Fraction(3),
        lowest=found(report_of({"B": 2}, A=(2, 3), B=(1, 3), C=(3, 3)), "B"),
        rated=2,
        asked=3,
    )


def test_without_a_requirement_above_zero_there_is_no_readiness() -> None:
    summary = report_of({"A": 5}, A=(3, 0)).overall
    assert (summary.readiness, summary.coverage, summary.level) == (None, Fraction(1), Fraction(5))


def test_with_only_requirements_of_zero_rated_there_is_no_readiness() -> None:
    assert report_of({"A": 5}, A=(3, 0), B=(1, 2)).overall.readiness is None


def test_without_answers_there_is_nothing_but_what_is_asked() -> None:
    assert report_of({}, A=(3, 2), B=(1, 4)).overall == Summary(None, Fraction(0), None, Fraction(5, 2), None, 0, 2)


def test_where_nothing_applies_nothing_is_asked_of_the_person() -> None:
    assert report_of({"A": "na", "B": "na"}, A=(3, 2), B=(1, 4)).overall == Summary(None, None, None, None, None, 0, 2)


def test_a_surplus_does_not_pay_for_a_hole() -> None:
    assert report_of({"A": 5, "B": 0}, A=(1, 2), B=(1, 2)).overall.readiness == shares(2, 2, 2, 4, 4)


def test_a_level_of_zero_counts() -> None:
    summary = report_of({"A": 0, "B": 2}, A=(1, 2), B=(1, 2)).overall
    assert (summary.level, summary.rated, summary.coverage) == (Fraction(1), 2, Fraction(1))


def test_the_lowest_skill_is_the_first_with_the_lowest_level() -> None:
    report = report_of({"A": 2, "B": 1, "C": 1}, A=(1, 0), B=(1, 0), C=(1, 5))
    assert report.overall.lowest == found(report, "B")


def test_rating_what_was_open_may_lower_readiness_but_not_its_lower_bound() -> None:
    before, after = (
        report_of(answers, A=(2, 3), B=(1, 3)).overall.readiness for answers in ({"A": 3}, {"A": 3, "B": 1})
    )
    assert [before, after] == [shares(6, 6, 9, 6, 9), shares(7, 7, 7, 9, 9)]


# Priorities, extras, inheritance


def test_priorities_are_by_weight_times_gap_then_in_catalogue_order() -> None:
    report = report_of({"A": 1, "B": 0, "C": 1, "D": 4, "E": 3}, A=(1, 3), B=(1, 2), C=(3, 3), D=(2, 5), E=(3, 3))
    assert [(skill.skill.code, skill.priority) for skill in report.priorities] == [
        ("C", 6),
        ("A", 2),
        ("B", 2),
        ("D", 2),
    ]


def roles_of_two() -> Catalogue:
    """The role "boss" extends "maker", asks more of A and adds B."""
    roles = [tiny_role("maker", A=(1, 2, 2)), tiny_role("boss", "maker", A=(3, 4, 4), B=(2, 5, 5))]
    return build(tiny_document(roles=roles))


def test_an_own_requirement_wins_over_the_inherited_one() -> None:
    maker, boss = (gap_report(roles_of_two(), role, "new", {"A": 2}).skills[0] for role in ("maker", "boss"))
    assert [(skill.required, skill.weight, skill.gap) for skill in (maker, boss)] == [(2, 1, 0), (4, 3, 2)]


def test_extras_are_summed_up_apart() -> None:
    report = gap_report(roles_of_two(), "boss", "new", {"A": 4, "B": 1})
    assert [skill.extra for skill in report.skills] == [False, True]
    assert report.extras == Summary(
        shares(2, 2, 2, 10, 10), Fraction(1), Fraction(1), Fraction(5), report.skills[1], 1, 1
    )


def test_a_role_that_extends_none_has_no_extras() -> None:
    report = gap_report(roles_of_two(), "maker", "new", {"A": 4})
    assert (report.extras, [skill.extra for skill in report.skills]) == (None, [False])


def test_the_requirement_is_that_of_the_grade() -> None:
    catalogue = build(tiny_document(roles=[tiny_role("maker", A=(1, 2, 5), B=(1, 0, 1))]))
    required = [
        [skill.required for skill in gap_report(catalogue, "maker", grade, {}).skills] for grade in ("new", "old")
    ]
    assert required == [[2, 0], [5, 1]]


@pytest.mark.parametrize(("role", "grade"), [("chief", "new"), ("maker", "senior"), ("", "")])
def test_an_unknown_role_or_grade_is_a_key_error(role: str, grade: str) -> None:
    with pytest.raises(KeyError):
        gap_report(tiny(A=(1, 1)), role, grade, {})


# Answers from outside


@pytest.mark.parametrize("value", [0, 1, 2, 3, 4, 5, "na", "dk"])
def test_a_level_na_and_dk_are_answers(value: Any) -> None:
    assert is_answer(value)


@pytest.mark.parametrize("value", [-1, 6, 10**400, True, False, 3.0, 2.5, "3", "", "NA", None, [], {}, [3]])
def test_anything_else_is_no_answer(value: Any) -> None:
    assert not is_answer(value)


def test_answers_are_taken_as_they_are() -> None:
    assert read_answers({"A": 3, "B": "dk"}, tiny(A=(1, 1), B=(1, 1))) == {"A": 3, "B": "dk"}


def test_no_answers_at_all_are_taken() -> None:
    assert read_answers({}, tiny(A=(1, 1))) == {}


def test_the_worked_answers_can_be_read() -> None:
    assert read_answers(WORKED_ANSWERS, shipped()) == WORKED_ANSWERS


@pytest.mark.parametrize("value", [None, [], "A", 3, [{"A": 3}]])
def test_answers_that_are_no_object_are_refused(value: Any) -> None:
    assert errors_of(value) == ['the answers must be an object such as {"T1": 3, "T5": "dk"}']


def errors_of(value: Any) -> list[str]:
    with pytest.raises(AnswersError) as caught:
        read_answers(value, tiny(A=(1, 1), B=(1, 1)))
    assert str(caught.value) == "\n".join(caught.value.errors)
    return caught.value.errors


def test_every_wrong_answer_is_named() -> None:
    assert errors_of({"A": 6, "X": 3, "B": None, "Y": "x"}) == [
        "X: there is no such skill",
        "Y: there is no such skill",
        'A: must be a level 0 to 5, "na" or "dk"',
        'B: must be a level 0 to 5, "na" or "dk"',
        'Y: must be a level 0 to 5, "na" or "dk"',
    ]


def test_a_code_with_a_newline_makes_one_line() -> None:
    assert errors_of({"a\nb": 3}) == ["a\N{REPLACEMENT CHARACTER}b: there is no such skill"]


# Numbers as printed


@pytest.mark.parametrize(
    ("share", "printed"),
    [
        (Fraction(0), "0.0"),
        (Fraction(1), "100.0"),
        (Fraction(106, 135), "78.5"),
        (Fraction(1, 3), "33.3"),
        (Fraction(2, 3), "66.7"),
        (Fraction(1, 2000), "0.1"),
        (Fraction(1, 2001), "0.0"),
        (Fraction(449, 2000), "22.5"),
        (Fraction(451, 2000), "22.6"),
        (Fraction(1999, 2000), "100.0"),
        (Fraction(19_989, 20_000), "99.9"),
    ],
)
def test_a_share_is_printed_in_per_cent_with_one_decimal_half_up(share: Fraction, printed: str) -> None:
    assert str(percent(share)) == printed


@pytest.mark.parametrize(
    ("value", "printed"), [(Fraction(5), "5.0"), (Fraction(9, 4), "2.3"), (Fraction(55, 23), "2.4")]
)
def test_a_level_is_printed_with_one_decimal_half_up(value: Fraction, printed: str) -> None:
    assert one_decimal(value) == Decimal(printed)


@given(st.fractions(0, 1, max_denominator=10**9))
def test_what_is_printed_is_at_most_half_a_tenth_away(share: Fraction) -> None:
    half, printed = Fraction(1, 20), percent(share)
    assert printed.as_tuple().exponent == -1
    assert Fraction(printed) - half <= share * 100 < Fraction(printed) + half


@given(st.lists(st.fractions(0, 1), min_size=2, max_size=5))
def test_a_larger_share_never_prints_as_a_smaller_one(drawn: list[Fraction]) -> None:
    assert all(percent(low) <= percent(high) for low, high in pairwise(sorted(drawn)))
