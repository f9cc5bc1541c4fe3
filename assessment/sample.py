"""Made-up people, believable enough to try the site with many of them. Standard library only.

A level comes from how far people of the grade are, the person, the person in the competency, the skill, and chance, so
that answers agree within a competency about as well as those of real questionnaires do (Cronbach's alpha .7 to .9).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from itertools import product, starmap
from math import sqrt
from operator import mul
from random import Random

from assessment.catalogue.model import LEVELS, Catalogue
from assessment.scoring import CANNOT_SAY, NOT_APPLICABLE, Answer

DAYS = 730  # two years
OPENS, CLOSES = 8, 18  # the hours in which people start
SHORTEST, LONGEST = 10 * 60, 40 * 60  # seconds for the whole questionnaire
FINISHES, FRENCH, WRITES_NOTES = 0.85, 0.6, 0.02
IS_NA, IS_DK, IS_BLANK = 0.03, 0.02, 0.03
FIRST_MEAN, LAST_MEAN = 1.5, 3.4  # the mean level of people of the first and of the last grade
PERSON, COMPETENCY, SKILL, CHANCE = 0.55, 0.5, 0.5, 1.0  # standard deviations, in levels

NOTES = {
    "fr": (
        "J’ai surtout pratiqué dans mon ancien poste.",
        "Je commence une formation sur ce sujet.",
        "Nous le faisons en équipe, rarement seul.",
        "À revoir dans six mois.",
        "C’est un collègue qui s’en charge chez nous.",
        "Fait une fois, sur un petit projet.",
    ),
    "en": (
        "Mostly done in my previous job.",
        "I am starting a course on this.",
        "We do this as a team, rarely alone.",
        "To look at again in six months.",
        "A colleague takes care of it here.",
        "Done once, on a small project.",
    ),
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting of a made-up person, with the fields of an assessment; `finished` is None where they stopped."""

    role: str
    grade: str
    language: str
    started: datetime
    changed: datetime
    finished: datetime | None
    answers: Mapping[str, Answer]
    notes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Crowd:
    """What all people of a sample have in common."""

    targets: list[tuple[str, str]]  # role and grade
    weights: list[int]  # of the targets: more people aim at the first roles and at the grades in the middle
    pages: dict[str, list[list[tuple[str, float]]]]  # role -> page by page, its skills and how easy each is
    means: dict[str, float]  # grade -> the mean level of its people


def sittings(catalogue: Catalogue, count: int, seed: int, until: date, zone: tzinfo) -> Iterator[Sitting]:
    """`count` sittings in the working hours of the 730 days before `until`, the first days first.

    There are twice as many a day in the end as in the beginning. The same arguments make the same people. Days and
    hours are those of `zone`.
    """
    draw = Random(seed)  # noqa: S311 (nothing here is secret)
    crowd = _crowd(catalogue, draw)
    days = [day for back in range(DAYS, 0, -1) if (day := until - timedelta(days=back)).weekday() < 5]
    for index in range(count):
        day = days[_place(draw, index, count, len(days))]
        minutes = draw.randrange(60 * OPENS, 60 * CLOSES)
        yield _sitting(draw, crowd, datetime.combine(day, time(minutes // 60, minutes % 60), zone))


def _crowd(catalogue: Catalogue, draw: Random) -> _Crowd:
    ease = {skill.code: draw.gauss(0, SKILL) for skill in catalogue.skills}
    roles, grades = [role.code for role in catalogue.roles], [grade.code for grade in catalogue.grades]
    steps = max(1, len(grades) - 1)
    return _Crowd(
        targets=list(product(roles, grades)),
        weights=_weights(len(roles), len(grades)),
        pages={role: _pages(catalogue, role, ease) for role in roles},
        means={grade: FIRST_MEAN + (LAST_MEAN - FIRST_MEAN) * step / steps for step, grade in enumerate(grades)},
    )


def _weights(roles: int, grades: int) -> list[int]:
    """How often each target is aimed at: the first role and the grades in the middle most."""
    of_grades = [1 + min(grade, grades - 1 - grade) for grade in range(grades)]
    return list(starmap(mul, product(range(roles, 0, -1), of_grades)))


def _pages(catalogue: Catalogue, role: str, ease: Mapping[str, float]) -> list[list[tuple[str, float]]]:
    return [[(skill.code, ease[skill.code]) for skill in skills] for _, skills in catalogue.pages(role)]


def _place(draw: Random, index: int, count: int, days: int) -> int:
    """Which of the days a sitting falls on, where the last day has twice as many as the first."""
    share = (index + draw.random()) / count
    return min(int(days * (sqrt(1 + 3 * share) - 1)), days - 1)  # share = (x + x * x / 2) / 1.5, solved for x


def _sitting(draw: Random, crowd: _Crowd, started: datetime) -> Sitting:
    [(role, grade)] = draw.choices(crowd.targets, crowd.weights)
    language = "fr" if draw.random() < FRENCH else "en"
    finishes = draw.random() < FINISHES
    done = 1.0 if finishes else draw.random()  # the part of the questionnaire until they stop
    pages = crowd.pages[role]
    answers = _answers(draw, pages[: int(done * (len(pages) + 1))], draw.gauss(crowd.means[grade], PERSON))
    changed = started + timedelta(seconds=int(done * draw.randint(SHORTEST, LONGEST)))
    return Sitting(
        role=role,
        grade=grade,
        language=language,
        started=started,
        changed=changed,
        finished=changed if finishes else None,
        answers=answers,
        notes=_notes(draw, list(answers), language),
    )


def _answers(draw: Random, pages: Iterable[Iterable[tuple[str, float]]], ability: float) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for page in pages:
        here = draw.gauss(ability, COMPETENCY)
        for code, ease in page:
            if (answer := _answer(draw, here + ease)) is not None:
                answers[code] = answer
    return answers


def _answer(draw: Random, expected: float) -> Answer | None:
    """A level near what is expected; sometimes one of the other answers, or None, a blank."""
    if (chance := draw.random()) < IS_BLANK:
        return None
    if chance < IS_BLANK + IS_NA + IS_DK:
        return NOT_APPLICABLE if chance < IS_BLANK + IS_NA else CANNOT_SAY
    return min(max(round(draw.gauss(expected, CHANCE)), LEVELS[0]), LEVELS[-1])


def _notes(draw: Random, codes: list[str], language: str) -> dict[str, str]:
    """Now and then a sentence about one to three of the skills."""
    if draw.random() >= WRITES_NOTES:
        return {}
    about = draw.sample(codes, min(len(codes), draw.randint(1, 3)))
    return {code: draw.choice(NOTES[language]) for code in about}
