"""What changed between two sittings, and how all of a role follow each other; without a database."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest

from assessment.catalogue.file import build
from assessment.progress import (
    BOTTOM,
    FIRST,
    LAST,
    TOP,
    Comparison,
    Move,
    Rises,
    TimeLine,
    compare,
    one_scale,
    shifts,
    time_line,
)
from assessment.scoring import Answers, GapReport, gap_report
from tests.examples import WORKED_ANSWERS, document, shipped, tiny_document, tiny_role, tiny_skill
from tests.people import edited_document

DAY = datetime(2026, 3, 10, 12, tzinfo=UTC)
LATER: Answers = {**WORKED_ANSWERS, "T1": 4, "T2": 1, "T3": 4, "T5": 2, "P2": "na", "T9": 1, "C6": "dk"}


def tiny(answers: Answers, found: dict[str, Any] | None = None, grade: str = "new", role: str = "maker") -> GapReport:
    return gap_report(build(found or tiny_document()), role, grade, answers)


def courses(comparison: Comparison) -> dict[str, str]:
    return {move.skill.code: move.course for move in comparison.moves}


def move_of(comparison: Comparison, code: str) -> Move:
    (found,) = [move for move in comparison.moves if move.skill.code == code]
    return found


# The worked person, before and after an editor's work


@pytest.fixture(scope="module")
def worked() -> Comparison:
    then = gap_report(shipped(), "devops", "confirmed", WORKED_ANSWERS)
    return compare(then, gap_report(build(edited_document()), "devops", "confirmed", LATER))


def test_each_skill_has_its_course(worked: Comparison) -> None:
    found = courses(worked)
    special = {code: course for code, course in found.items() if course != "same"}
    assert special == {
        "T1": "risen",
        "T2": "fallen",
        "T3": "risen",
        "T5": "dropped",  # retired, though it has a level now
        "T8": "unrated",
        "T9": "added",
        "G2": "unrated",
        "G4": "dropped",
        "C6": "unrated",
        "P2": "rated_then",
    }
    assert worked.counts == {
        "risen": 2,
        "fallen": 1,
        "same": 15,
        "rated_then": 1,
        "unrated": 3,
        "added": 1,
        "dropped": 2,
    }


def test_a_rise_is_in_levels_and_only_between_two_levels(worked: Comparison) -> None:
    rises = {code: move_of(worked, code).rise for code in ("T1", "T2", "T3", "T4", "T5", "T8", "T9", "G2", "P2")}
    assert rises == {"T1": 1, "T2": -1, "T3": 3, "T4": 0, "T5": None, "T8": None, "T9": None, "G2": None, "P2": None}
    assert [move.skill.code for move in worked.shifted] == ["T1", "T2", "T3"]


def test_what_took_the_place_of_a_retired_skill_is_named_and_what_is_only_left_out_is_still_known(
    worked: Comparison,
) -> None:
    found = {
        code: (move.known, [skill.code for skill in move.successors])
        for code, move in ((code, move_of(worked, code)) for code in ("T1", "T5", "G4", "T9"))
    }
    assert found == {"T1": (True, []), "T5": (False, ["T9"]), "G4": (True, []), "T9": (False, [])}


def test_what_is_asked_otherwise_shows_whether_one_rose_or_less_is_asked(worked: Comparison) -> None:
    found = {
        move.skill.code: (move.rise, move.more_asked, move.missing, [g.weight for g in (move.then, move.now) if g])
        for move in worked.asked_otherwise
    }
    assert found == {
        "T1": (1, 1, (0, 0), [3, 3]),
        "G1": (0, -1, (1, 0), [2, 2]),  # closed because less is asked
        "C1": (0, 0, (0, 0), [2, 3]),
    }


def test_skills_stand_under_the_competencies_of_the_later_catalogue_the_dropped_ones_last(worked: Comparison) -> None:
    groups = {group.code: [move.skill.code for move in moves] for group, moves in worked.groups}
    assert list(groups) == [group.code for group, _ in worked.now.catalogue.pages("devops")]
    technical = [skill.code for _, skills in worked.now.catalogue.pages("devops")[:1] for skill in skills]
    assert groups["TECH"] == [*technical, "T5"]


def test_each_figure_is_that_of_the_sittings_own_report(worked: Comparison) -> None:
    then = gap_report(shipped(), "devops", "confirmed", WORKED_ANSWERS)
    now = gap_report(build(edited_document()), "devops", "confirmed", LATER)
    assert (worked.then, worked.now) == (then, now)
    assert not worked.one_scale
    asked_then = {code: answer for code, answer in WORKED_ANSWERS.items() if code != "T9"}
    assert worked.reread == gap_report(worked.now.catalogue, "devops", "confirmed", asked_then)


def test_figures_rise_by_exact_fractions() -> None:
    """A weighs 3 and asks 2, B weighs 1 and asks 1: 3 of 6 are met, then 6 of 7."""
    found = compare(tiny({"A": 1, "B": "dk"}), tiny({"A": 2, "B": 0}))
    assert found.rises == Rises(
        value=Fraction(6, 7) - Fraction(3, 6),
        lower=Fraction(6, 7) - Fraction(3, 7),
        upper=Fraction(6, 7) - Fraction(4, 7),
        coverage=1 - Fraction(3, 4),
    )


# Small cases


@pytest.mark.parametrize("nothing", ["na", "dk", None])
def test_no_answer_is_never_a_zero_and_neither_rises_nor_falls(nothing: Any) -> None:
    blank: Answers = {} if nothing is None else {"A": nothing}
    there, back = compare(tiny(blank), tiny({"A": 3})), compare(tiny({"A": 0}), tiny(blank))
    assert (courses(there)["A"], courses(back)["A"]) == ("rated_now", "rated_then")
    assert [move_of(found, "A").rise for found in (there, back)] == [None, None]
    assert [move_of(found, "A").missing for found in (there, back)] == [None, None]
    assert (there.shifted, back.shifted) == ((), ())


@pytest.mark.parametrize(("then", "now"), [("na", "dk"), ("dk", "na"), ("na", None), (None, None)])
def test_none_and_none_is_no_change_of_level(then: Any, now: Any) -> None:
    sheets = [{code: answer for code, answer in [("A", given)] if answer is not None} for given in (then, now)]
    assert courses(compare(tiny(sheets[0]), tiny(sheets[1]))) == {"A": "unrated", "B": "unrated"}


def test_without_enough_answers_there_is_no_rise_of_the_share() -> None:
    found = compare(tiny({"B": 1}), tiny({"A": 2, "B": 1}))
    assert found.rises == Rises(None, None, None, coverage=Fraction(3, 4))
    assert found.then.overall.readiness is None
    nowhere = compare(tiny({"A": 2}), tiny({"A": "na", "B": "na"}))
    assert nowhere.rises == Rises(None, None, None, None)


def test_roles_and_grades_may_differ_each_with_its_own_requirements() -> None:
    document = tiny_document(roles=[tiny_role("maker", A=(3, 2, 4)), tiny_role("boss", B=(2, 3, 3), A=(1, 2, 5))])
    found = compare(tiny({"A": 2}, document), tiny({"A": 3, "B": 1}, document, "old", "boss"))
    assert courses(found) == {"A": "risen", "B": "added"}
    assert move_of(found, "B").known
    asked = move_of(found, "A")
    assert (asked.more_asked, asked.missing) == (3, (0, 2))
    assert (found.then.grade.code, found.now.grade.code) == ("new", "old")


def test_a_skill_of_one_sitting_only_asks_for_neither_more_nor_less() -> None:
    only_a = tiny_document(roles=[tiny_role("maker", A=(3, 2, 4))])
    (move,) = [move for move in compare(tiny({}, only_a), tiny({})).moves if move.skill.code == "B"]
    assert (move.course, move.more_asked, move.asked_otherwise, move.missing) == ("added", 0, False, None)


def test_what_is_above_is_missing_nothing() -> None:
    found = compare(tiny({"A": 5, "B": 0}), tiny({"A": 3, "B": 2}))
    assert [move.missing for move in found.moves] == [(0, 0), (1, 0)]


def test_a_competency_is_named_as_the_later_catalogue_names_it() -> None:
    later = tiny_document()
    later["competencies"][0]["name"]["en"] = "Otherwise"
    found = compare(tiny({}), tiny({}, later))
    assert [group.name.en for group, _ in found.groups] == ["Otherwise", "HEAD (en)"]


def test_a_competency_that_the_later_catalogue_has_no_more_comes_last() -> None:
    skills = [tiny_skill("A", "HEAD"), tiny_skill("C", "HEAD")]
    later = tiny_document(
        competencies=tiny_document()["competencies"][1:], skills=skills, roles=[tiny_role("maker", A=(1, 1, 1))]
    )
    earlier = tiny_document(skills=[tiny_skill("B", "HAND"), tiny_skill("A", "HEAD")])
    found = compare(tiny({"B": 1}, earlier), tiny({}, later))
    assert [(group.code, [move.skill.code for move in moves]) for group, moves in found.groups] == [
        ("HEAD", ["A"]),
        ("HAND", ["B"]),
    ]
    assert move_of(found, "B").successors == ()
    assert not move_of(found, "B").known


@pytest.mark.parametrize(
    ("changes", "same"),
    [({}, True), ({"A": (3, 2, 5)}, True), ({"A": (3, 1, 4)}, False), ({"A": (2, 2, 4)}, False), ({"B": None}, False)],
)
def test_sittings_are_on_one_scale_if_the_same_is_asked_of_their_grade(changes: Mapping[str, Any], same: bool) -> None:
    asked = {"A": (3, 2, 4), "B": (1, 1, 2), **changes}
    role = tiny_role("maker", **{code: figures for code, figures in asked.items() if figures})
    assert one_scale(tiny({"A": 5}), tiny({"B": 0}, tiny_document(roles=[role]))) is same


def test_another_order_of_the_same_requirements_is_the_same_scale() -> None:
    swapped = tiny_document(skills=tiny_document()["skills"][::-1])
    assert one_scale(tiny({}), tiny({}, swapped))


# The picture of two sittings


def test_each_skill_that_moved_is_drawn_from_its_level_then_to_its_level_now(worked: Comparison) -> None:
    picture = shifts(worked, "en")
    assert picture is not None
    at = dict(picture.levels)
    assert [(shift.then, shift.now, shift.is_fall) for shift in picture.shifts] == [
        (at[3], at[4], False),
        (at[2], at[1], True),
        (at[1], at[4], False),
    ]
    assert len(set(at.values())) == 6
    assert 0 < min(at.values()) < max(at.values()) < picture.width


@pytest.mark.parametrize("language", ["fr", "en"])
def test_names_are_whole_in_the_language_and_stand_above_their_bars_within_the_picture(language: str) -> None:
    sheet = dict.fromkeys(shipped().requirements("mlops"), 1)
    reports = [gap_report(shipped(), "mlops", "senior", dict.fromkeys(sheet, level)) for level in (1, 4)]
    picture = shifts(compare(*reports), language)
    assert picture is not None
    names = [" ".join(line for line, _ in shift.name) for shift in picture.shifts]
    assert names == [" ".join(gap.skill.name.said_in(language).split()) for gap in reports[0].skills]
    heights = [height for shift in picture.shifts for height in (*(y for _, y in shift.name), shift.y)]
    assert heights == sorted(set(heights))
    assert 0 < heights[0] < heights[-1] < picture.height


def test_where_nothing_moved_there_is_no_picture() -> None:
    assert shifts(compare(tiny({"A": 1}), tiny({"A": 1, "B": 2})), "en") is None


# The time line


def timed(*sittings: tuple[int, Answers]) -> TimeLine | None:
    return time_line([(DAY + timedelta(days=days), tiny(answers)) for days, answers in sittings])


def test_days_and_shares_are_to_scale() -> None:
    found = timed((0, {"A": 0, "B": 0}), (30, {"A": 1}), (120, {"A": 2, "B": 1}))
    assert found is not None
    assert [mark.x for mark in found.marks] == [FIRST, FIRST + (LAST - FIRST) / 4, LAST]
    middle = BOTTOM - (BOTTOM - TOP) / 2
    assert [mark.y for mark in found.marks] == [BOTTOM, middle, TOP]
    between = found.marks[1]
    assert (between.lower, between.upper) == (
        BOTTOM - float(Fraction(3, 7)) * (BOTTOM - TOP),
        BOTTOM - float(Fraction(4, 7)) * (BOTTOM - TOP),
    )
    assert found.shares[0] == (0, BOTTOM)
    assert found.shares[-1] == (100, TOP)
    assert (found.first, found.last) == (DAY, DAY + timedelta(days=120))


def test_a_sitting_without_a_share_is_left_out_and_counted_and_its_neighbours_are_joined() -> None:
    found = timed((0, {"A": 1}), (10, {}), (20, {"A": 2}), (30, {"B": 1}))
    assert found is not None
    assert found.left_out == 2
    assert [(join.start, join.end) for join in found.joins] == [(found.marks[0], found.marks[1])]
    assert [mark.x for mark in found.marks] == [FIRST, LAST]


@pytest.mark.parametrize("sittings", [[], [(0, {"A": 1})], [(0, {"A": 1}), (1, {})]])
def test_fewer_than_two_shares_make_no_line(sittings: list[tuple[int, Answers]]) -> None:
    assert timed(*sittings) is None


def test_sittings_of_one_moment_stand_in_the_middle() -> None:
    found = timed((0, {"A": 1}), (0, {"A": 2}))
    assert found is not None
    assert [mark.x for mark in found.marks] == [(FIRST + LAST) / 2] * 2


def test_a_line_says_where_the_scale_changes() -> None:
    harder = tiny_document(roles=[tiny_role("maker", A=(3, 5, 5), B=(1, 1, 2))])
    reports = [tiny({"A": 1}), tiny({"A": 2}), tiny({"A": 2}, harder), tiny({"A": 2}, grade="old")]
    found = time_line([(DAY + timedelta(days=day), report) for day, report in enumerate(reports)])
    assert found is not None
    assert [join.one_scale for join in found.joins] == [True, False, False]


def test_another_wording_is_the_same_scale() -> None:
    reworded = document()
    reworded["skills"][0]["name"]["en"] = "Otherwise"
    reports = [gap_report(found, "devops", "junior", WORKED_ANSWERS) for found in (shipped(), build(reworded))]
    assert one_scale(*reports)
    assert not one_scale(reports[0], replace(reports[1], skills=reports[1].skills[1:]))
