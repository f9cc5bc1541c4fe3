"""The radar of a gap report: where its lines and words stand, for a template to draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import cos, pi, sin

from assessment.catalogue.model import Text
from assessment.scoring import CompetencySummary, GapReport

RADIUS = 100.0
WIDTH, HEIGHT = 460, 280
CENTRE_X, CENTRE_Y = WIDTH / 2, HEIGHT / 2
LABEL_AT = 5.6  # in levels: a little outside the outermost ring


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the picture."""

    x: float
    y: float

    def __str__(self) -> str:
        return f"{self.x:.1f},{self.y:.1f}"


@dataclass(frozen=True, slots=True)
class Axis:
    """One competency: its end, where its name stands, and the person's own point, if they rated any of it."""

    name: Text
    end: Point
    label: Point
    anchor: str  # start, middle or end: how the name lies against its point
    rise: float  # how much of a name of several lines stands above its point: 1 all, 0 none
    own: Point | None


@dataclass(frozen=True, slots=True)
class Radar:
    """Everything the template draws; polygons are texts for the attribute `points`."""

    width: int
    height: int
    centre: Point
    axes: tuple[Axis, ...]
    rings: tuple[str, ...]  # levels 1 to 5
    required: str
    own: str  # the whole polygon, or "" where a competency has no own level
    own_lines: tuple[tuple[Point, Point], ...]  # then, the lines between neighbours that have one


def radar(report: GapReport) -> Radar | None:
    """The picture of a report, or None under three competencies, which make no shape."""
    parts = report.competencies
    if len(parts) < 3:
        return None
    axes = tuple(_axis(part, index, len(parts)) for index, part in enumerate(parts))
    own, own_lines = _own([axis.own for axis in axes])
    return Radar(
        width=WIDTH,
        height=HEIGHT,
        centre=Point(CENTRE_X, CENTRE_Y),
        axes=axes,
        rings=tuple(_ring([level] * len(parts)) for level in range(1, 6)),
        required=_ring([part.summary.required for part in parts]),
        own=own,
        own_lines=own_lines,
    )


def _own(points: list[Point | None]) -> tuple[str, tuple[tuple[Point, Point], ...]]:
    known = [point for point in points if point]
    if len(known) == len(points):
        return _polygon(known), ()
    return "", tuple((a, b) for a, b in pairwise([*points, points[0]]) if a and b)


def _ring(levels: Sequence[Fraction | int | None]) -> str:
    return _polygon([_at(float(level or 0), index, len(levels)) for index, level in enumerate(levels)])


def _axis(part: CompetencySummary, index: int, count: int) -> Axis:
    level = part.summary.level if part.summary.says_enough else None
    label = _at(LABEL_AT, index, count)
    side, up = label.x - CENTRE_X, CENTRE_Y - label.y
    return Axis(
        name=part.competency.name,
        end=_at(5, index, count),
        label=label,
        anchor="middle" if abs(side) < 1 else "start" if side > 0 else "end",
        rise=(up / (RADIUS * LABEL_AT / 5) + 1) / 2,
        own=None if level is None else _at(float(level), index, count),
    )


def _at(level: float, index: int, count: int) -> Point:
    turn, away = 2 * pi * index / count, RADIUS * level / 5
    return Point(CENTRE_X + away * sin(turn), CENTRE_Y - away * cos(turn))


def _polygon(points: list[Point]) -> str:
    return " ".join(map(str, points))
