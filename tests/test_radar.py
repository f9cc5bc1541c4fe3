from fractions import Fraction
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given

from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from assessment.radar import CENTRE_X, CENTRE_Y, HEIGHT, RADIUS, WIDTH, Point, Radar, radar
from assessment.scoring import Answers, GapReport, gap_report
from tests.examples import WORKED_ANSWERS, shipped, tiny_document
from tests.strategies import cases


def drawn(answers: Answers = WORKED_ANSWERS, role: str = "devops") -> Radar:
    found = radar(gap_report(shipped(), role, "confirmed", answers))
    assert found is not None
    return found


def points(polygon: str) -> list[Point]:
    return [Point(*map(float, pair.split(","))) for pair in polygon.split()]


def away(point: Point) -> float:
    return hypot(point.x - CENTRE_X, point.y - CENTRE_Y) / RADIUS * 5


def everything(found: Radar) -> list[Point]:
    polygons = [*found.rings, found.required, found.own]
    ends = [point for axis in found.axes for point in (axis.end, axis.label, axis.own) if point]
    return [found.centre, *ends, *(p for polygon in polygons for p in points(polygon)), *sum(found.own_lines, ())]


def test_two_competencies_make_no_shape() -> None:
    assert radar(gap_report(build(tiny_document()), "maker", "new", {})) is None


@pytest.mark.parametrize(("role", "axes"), [("devops", 4), ("mlops", 5)])
def test_there_is_an_axis_for_each_competency(role: str, axes: int) -> None:
    found = drawn(role=role)
    names = [competency.name for competency, _ in shipped().pages(role)]
    assert [axis.name for axis in found.axes] == names
    assert len(names) == axes
    assert [len(points(ring)) for ring in found.rings] == [axes] * 5
    assert (found.width, found.height, found.centre) == (WIDTH, HEIGHT, Point(WIDTH / 2, HEIGHT / 2))


def test_rings_stand_at_the_levels() -> None:
    for level, ring in enumerate(drawn().rings, start=1):
        assert [round(away(point), 1) for point in points(ring)] == [level] * 4


def test_the_first_axis_points_up_and_the_second_to_the_right() -> None:
    up, right, down, left = drawn().axes
    assert [str(axis.end) for axis in (up, right, down, left)] == [
        "230.0,40.0",
        "330.0,140.0",
        "230.0,240.0",
        "130.0,140.0",
    ]
    assert [axis.anchor for axis in (up, right, down, left)] == ["middle", "start", "middle", "end"]
    assert up.label.y < up.end.y
    assert right.label.x > right.end.x
    assert [round(axis.rise, 6) for axis in (up, right, down, left)] == [1, 0.5, 0, 0.5]


def test_the_own_points_stand_at_the_own_levels() -> None:
    report = gap_report(shipped(), "devops", "confirmed", WORKED_ANSWERS)
    found = drawn()
    levels = [part.summary.level for part in report.competencies]
    required = [part.summary.required for part in report.competencies]
    own = [axis.own for axis in found.axes]
    assert [round(away(point), 3) for point in own if point] == [round(float(level), 3) for level in levels if level]
    assert points(found.own) == [point for axis in found.axes if axis.own for point in points(str(axis.own))]
    assert [Fraction(round(away(p) * 20), 20) for p in points(found.required)] == [
        Fraction(round(level * 20), 20) for level in required if level
    ]
    assert found.own_lines == ()


def test_a_level_of_0_stands_in_the_centre_and_is_no_missing_one() -> None:
    found = drawn(dict.fromkeys(shipped().requirements("devops"), 0))
    assert [axis.own for axis in found.axes] == [found.centre] * 4
    assert found.own == " ".join([str(found.centre)] * 4)


def test_without_an_answer_there_is_nothing_of_ones_own() -> None:
    found = drawn({})
    assert ([axis.own for axis in found.axes], found.own, found.own_lines) == ([None] * 4, "", ())


def test_an_unrated_competency_opens_the_shape() -> None:
    first = shipped().pages("devops")[0][0].code
    rest = {skill.code: 3 for skill in shipped().skills if skill.competency != first}
    found = drawn(rest)
    _, a, b, c = (axis.own for axis in found.axes)
    assert found.own == ""
    assert found.own_lines == ((a, b), (b, c))


@given(cases())
def test_every_report_is_drawn_within_the_picture(case: tuple[Catalogue, str, str, Answers]) -> None:
    report = gap_report(*case)
    found = radar(report)
    assert (found is None) == (len(report.competencies) < 3)
    if found is not None:
        assert [point for point in everything(found) if not (0 <= point.x <= WIDTH and 0 <= point.y <= HEIGHT)] == []
        assert all(0 <= round(axis.rise, 9) <= 1 for axis in found.axes)
        shape_is_honest(report, found)


def shape_is_honest(report: GapReport, found: Radar) -> None:
    """There is a shape only where enough of every competency is rated, and a line only between two such."""
    rated = [part.summary.says_enough for part in report.competencies]
    own = [axis.own for axis in found.axes]
    assert [point is not None for point in own] == rated
    assert bool(found.own) == all(rated)
    neighbours = [] if all(rated) else [(a, b) for a, b in pairwise([*own, own[0]]) if a and b]
    assert list(found.own_lines) == neighbours
