"""What must hold of two sittings and of a time line, whatever the catalogues, targets and answers."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.file import build, document_of
from assessment.catalogue.model import Catalogue
from assessment.progress import (
    BOTTOM,
    FIRST,
    LAST,
    TOP,
    Comparison,
    Course,
    Move,
    Rises,
    compare,
    one_scale,
    shifts,
    time_line,
)
from assessment.scoring import Answers, GapReport, Readiness, gap_report
from tests.strategies import answers_to, cases, catalogues, targets

Case = tuple[Catalogue, str, str, Answers]

BACK: dict[Course, Course] = {
    "risen": "fallen",
    "fallen": "risen",
    "same": "same",
    "rated_now": "rated_then",
    "rated_then": "rated_now",
    "unrated": "unrated",
    "added": "dropped",
    "dropped": "added",
}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Case, Case]:
    """Two sittings of one person: of one catalogue or of two, for any target of each."""
    first = draw(cases())
    catalogue = draw(st.just(first[0]) | catalogues())
    answers = draw(answers_to([skill.code for skill in catalogue.skills]))
    return first, (catalogue, *draw(targets(catalogue)), answers)


def made(pair: tuple[Case, Case]) -> Comparison:
    return compare(*(gap_report(*case) for case in pair))


def by_code(comparison: Comparison) -> dict[str, Move]:
    return {move.skill.code: move for move in comparison.moves}


def negative(figure: Fraction | None) -> Fraction | None:
    return None if figure is None else -figure


@given(cases())
def test_a_sitting_beside_itself_shows_nothing_moved(case: Case) -> None:
    found = made((case, case))
    assert {move.course for move in found.moves} <= {"same", "unrated"}
    assert [move for move in found.moves if move.rise or move.more_asked or move.asked_otherwise] == []
    assert (found.shifted, found.asked_otherwise, found.one_scale) == ((), (), True)
    assert found.reread == found.then == found.now
    assert set(vars_of(found.rises)) <= {0, None}
    assert shifts(found, "en") is None


def vars_of(rises: Rises) -> list[Fraction | None]:
    return [rises.value, rises.lower, rises.upper, rises.coverage]


@given(pairs())
def test_swapping_the_two_swaps_what_rose_and_what_fell(pair: tuple[Case, Case]) -> None:
    there, back = made(pair), made(pair[::-1])
    turned = by_code(back)
    assert {code: move.course for code, move in turned.items()} == {
        code: BACK[move.course] for code, move in by_code(there).items()
    }
    for code, move in by_code(there).items():
        other = turned[code]
        assert (move.then, move.now, move.known) == (other.now, other.then, other.known)
        assert (other.rise or 0, other.more_asked) == (-(move.rise or 0), -move.more_asked)
        assert other.missing == (move.missing and move.missing[::-1])
    assert vars_of(back.rises) == [negative(figure) for figure in vars_of(there.rises)]
    assert back.one_scale == there.one_scale


@given(pairs())
def test_every_skill_asked_in_either_stands_there_once_under_its_competency(pair: tuple[Case, Case]) -> None:
    found = made(pair)
    asked = {gap.skill.code for report in (found.then, found.now) for gap in report.skills}
    codes = [move.skill.code for move in found.moves]
    assert len(codes) == len(set(codes))
    assert set(codes) == asked
    assert sum(found.counts.values()) == len(asked)
    groups = [group.code for group, _ in found.groups]
    assert len(groups) == len(set(groups))
    assert [group.code for group, moves in found.groups for _ in moves] == [m.skill.competency for m in found.moves]


@given(pairs())
def test_only_two_levels_make_a_rise_or_a_fall(pair: tuple[Case, Case]) -> None:
    (_, _, _, then), (_, _, _, now) = pair
    for code, move in by_code(made(pair)).items():
        levels = [answers.get(code) if gap else None for gap, answers in ((move.then, then), (move.now, now))]
        before, after = levels
        both = isinstance(before, int) and isinstance(after, int)
        assert (move.rise is not None) == (move.missing is not None) == both
        if isinstance(before, int) and isinstance(after, int):
            assert move.rise == after - before
            assert move.course == ("risen" if after > before else "fallen" if after < before else "same")
        else:
            assert move.course not in ("risen", "fallen", "same")


@given(pairs())
def test_figures_are_those_of_the_reports(pair: tuple[Case, Case]) -> None:
    found = made(pair)
    assert (found.then, found.now) == (gap_report(*pair[0]), gap_report(*pair[1]))
    then, now = found.then.overall, found.now.overall
    if then.readiness and now.readiness:
        assert found.rises.value == now.readiness.value - then.readiness.value
        assert found.rises.lower == now.readiness.lower - then.readiness.lower
        assert found.rises.upper == now.readiness.upper - then.readiness.upper
    else:
        assert (found.rises.value, found.rises.lower, found.rises.upper) == (None, None, None)
    assert (found.rises.coverage is None) == (None in (then.coverage, now.coverage))


@given(pairs(), st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(pair: tuple[Case, Case], shuffler: Random) -> None:
    shuffled = [(*case[:3], _shuffled(case[3], shuffler)) for case in pair]
    assert made((shuffled[0], shuffled[1])) == made(pair)


def _shuffled(answers: Answers, shuffler: Random) -> Answers:
    items = list(answers.items())
    shuffler.shuffle(items)
    return dict(items)


@given(pairs())
def test_where_the_same_is_asked_all_that_moves_the_share_is_the_answers(pair: tuple[Case, Case]) -> None:
    found = made(pair)
    if found.one_scale:
        assert found.reread.overall.readiness == found.then.overall.readiness
        assert found.asked_otherwise == ()
        assert not {"added", "dropped"} & set(found.counts)


@given(cases(), st.data())
def test_a_better_level_of_one_skill_is_the_one_rise(case: Case, data: st.DataObject) -> None:
    catalogue, role, grade, answers = case
    code = data.draw(st.sampled_from(list(catalogue.requirements(role))))
    low, high = data.draw(st.lists(st.integers(0, 5), min_size=2, max_size=2, unique=True).map(sorted))
    before, after = ((catalogue, role, grade, {**answers, code: level}) for level in (low, high))
    found = made((before, after))
    assert [(move.skill.code, move.rise) for move in found.shifted] == [(code, high - low)]
    assert found.rises.value is None or found.rises.value >= 0


@given(pairs(), st.sampled_from(["fr", "en"]))
def test_all_that_moved_is_drawn_inside_the_picture(pair: tuple[Case, Case], language: str) -> None:
    found = made(pair)
    picture = shifts(found, language)
    assert (picture is None) == (not found.shifted)
    if picture:
        assert [shift.is_fall for shift in picture.shifts] == [move.course == "fallen" for move in found.shifted]
        at = dict(picture.levels)
        ends = [(shift.then, shift.now) for shift in picture.shifts]
        assert ends == [(at[m.then.level or 0], at[m.now.level or 0]) for m in found.shifted if m.then and m.now]
        assert all(0 < shift.y < picture.height for shift in picture.shifts)


@given(pairs(), st.lists(st.tuples(st.integers(0, 5000), st.booleans()), max_size=6))
def test_a_time_line_holds_each_share_once_in_its_place(pair: tuple[Case, Case], drawn: list[tuple[int, bool]]) -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC)
    reports = [gap_report(*case) for case in pair]
    sittings = [(start + timedelta(days=day), reports[which]) for day, which in sorted(drawn)]
    shares = [readiness for _, report in sittings if (readiness := report.overall.readiness)]
    picture = time_line(sittings)
    if len(shares) < 2:
        assert picture is None
        return
    assert picture is not None
    assert len(picture.marks) + picture.left_out == len(sittings)
    assert [(mark.y, mark.lower, mark.upper) for mark in picture.marks] == [heights(share) for share in shares]
    across = [mark.x for mark in picture.marks]
    assert across == sorted(across)
    assert min(across) >= FIRST
    assert max(across) <= LAST
    assert [(join.start, join.end) for join in picture.joins] == list(pairwise(picture.marks))


def heights(share: Readiness) -> tuple[float, ...]:
    return tuple(BOTTOM - float(part) * (BOTTOM - TOP) for part in (share.value, share.lower, share.upper))


@given(pairs())
def test_one_scale_is_the_same_requirements_and_nothing_else(pair: tuple[Case, Case]) -> None:
    one, other = (gap_report(*case) for case in pair)
    assert one_scale(one, other) is (asked(one) == asked(other))


def asked(report: GapReport) -> set[tuple[str, int, int]]:
    return {(gap.skill.code, gap.required, gap.weight) for gap in report.skills}


@given(cases())
def test_a_retired_skill_leads_to_what_took_its_place(case: Case) -> None:
    catalogue, role, grade, answers = case
    code, *others = list(catalogue.requirements(role))
    document = document_of(catalogue)
    for skill in document["skills"]:
        if skill["code"] == code and others:
            skill |= {"retired": True, "replaced_by": others[:1]}
    found = made((case, (build(document), role, grade, answers)))
    move = by_code(found)[code]
    if others:
        assert (move.course, move.known, [s.code for s in move.successors]) == ("dropped", False, others[:1])
    else:
        assert (move.then, move.successors) == (move.now, ())
