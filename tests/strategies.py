"""Generated catalogues, answers and targets for tests of what must hold for every input.

A generated text is a drawn odd text with a number after it: varied enough, and quick to make.
"""

import json
from itertools import combinations_with_replacement
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from assessment.catalogue.check import FORMAT
from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from assessment.scoring import Answer, Answers

settings.register_profile(
    "careerquiz",
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("careerquiz")

Document = dict[str, Any]

ORIGIN = st.sampled_from(["source", "added"])
ANSWER: st.SearchStrategy[Answer | None] = st.sampled_from((0, 1, 2, 3, 4, 5, 3, 2, "na", "dk", None))
ODD_TEXT = (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)
ODD_VALUES: tuple[Any, ...] = (None, [], {}, 5, -1, 2.5, "x", "", True, [[]], {"a": []}, {"code": []}, [None] * 6)


def _text(odd: str, number: int) -> dict[str, str]:
    return {"fr": f"{odd} {number}", "en": f"{number} {odd}"}


def _named(odd: str, code: str, number: int, origin: str) -> Document:
    return {"code": code, "name": _text(odd, number), "text": _text(odd, number + 1), "origin": origin}


def _level(odd: str, value: int) -> Document:
    return {"value": value, "name": _text(odd, value), "anchor": _text(odd, value + 10), "origin": "added"}


def _skill(odd: str, code: str, competency: str, references: Document) -> Document:
    anchors = {"fr": [f"{odd} {value}" for value in range(6)], "en": [f"{value} {odd}" for value in range(6)]}
    return {
        "code": code,
        "competency": competency,
        "mission": "RUN",
        "name": _text(odd, 0),
        "anchors": anchors,
        "references": references,
        "origin": "added",
    }


def _requirements(skills: list[str], grades: list[str]) -> st.SearchStrategy[Document]:
    """A requirement for each skill, drawn from all there are: a single draw a skill keeps this quick."""
    rising = combinations_with_replacement(range(6), len(grades))
    every = [(weight, levels) for levels in rising for weight in (1, 2, 3)]
    drawn = st.lists(st.sampled_from(every), min_size=len(skills), max_size=len(skills))
    return drawn.map(
        lambda found: {
            code: {"weight": weight, "levels": dict(zip(grades, levels, strict=True))}
            for code, (weight, levels) in zip(skills, found, strict=True)
        }
    )


@st.composite
def _roles(draw: st.DrawFn, odd: str, skills: list[str], grades: list[str]) -> list[Document]:
    """One to three roles, which may extend earlier ones; the first asks for what no other does, or for everything."""
    count = draw(st.integers(0, 2))
    some = st.lists(st.sampled_from(skills), unique=True, min_size=1)
    parts = draw(st.lists(some, min_size=count, max_size=count))
    left = [code for code in skills if not any(code in part for part in parts)]
    roles: list[Document] = []
    for index, part in enumerate([draw(st.sampled_from([left or skills, left or skills, skills])), *parts]):
        bases = [None, *(role["code"] for role in roles)]
        role = {
            "code": f"role-{index}",
            "extends": draw(st.sampled_from(bases[::-1])),
            "missions": draw(st.sampled_from([[], ["RUN"]])),
            "requirements": draw(_requirements(part, grades)),
            "origin": draw(ORIGIN),
        }
        roles.append(role | {key: _text(odd, index) for key in ("name", "summary", "definition", "part")})
    return draw(st.sampled_from([roles, roles[::-1]]))


@st.composite
def _retired(draw: st.DrawFn, skills: list[Document], roles: list[Document]) -> list[Document]:
    """The skills with some of them retired, and replaced or not; the first that a role requires itself stays."""
    kept = {next(iter(role["requirements"])) for role in roles}
    others = [skill["code"] for skill in skills if skill["code"] not in kept]
    codes = draw(st.lists(st.sampled_from(others), max_size=3)) if others else []
    active = [skill["code"] for skill in skills if skill["code"] not in codes]
    successors = draw(st.sampled_from([[], active[:1], active[-2:]]))
    keys = {"retired": True} | ({"replaced_by": successors} if successors else {})
    return [skill | keys if skill["code"] in codes else skill for skill in skills]


def _salaries(odd: str, roles: list[str], grades: list[str]) -> st.SearchStrategy[list[Document]]:
    population = st.sampled_from([None, _text(odd, 1)])
    shared = {
        "role": st.sampled_from(roles),
        "grade": st.sampled_from(grades),
        "currency": st.sampled_from(["EUR", "CHF"]),
        "basis": st.sampled_from([None, "offers", "in_post"]),
        "population": population,
        "country": st.sampled_from(["FR", "CH"]),
        "source": st.just(odd),
    }
    missing = {
        **dict.fromkeys(("low", "high", "address", "consulted"), st.none()),
        "year": st.sampled_from([None, 2023]),
        "status": st.just("to_complete"),
    }
    known = {
        "low": st.integers(1, 50_000),
        "high": st.integers(50_000, 10_000_000),
        "address": st.just("https://example.org/é?a=1"),
        "year": st.integers(1990, 2200),
        "consulted": st.dates().map(str),
        "status": st.just("verified"),
    }
    records = st.fixed_dictionaries({**shared, **missing}) | st.fixed_dictionaries({**shared, **known})
    return st.lists(
        records, max_size=3, unique_by=lambda item: tuple(item[key] for key in ("role", "grade", "country", "basis"))
    )


REFERENCES = st.fixed_dictionaries(
    {
        "esco": st.sampled_from([[], ["http://data.europa.eu/esco/skill/9d2e926f-53d9"]]),
        "sfia": st.sampled_from([[], ["CFMG", "PROG"]]),
        "dora": st.sampled_from([[], ["version-control"]]),
        "other": st.lists(ODD_TEXT, max_size=1),
    }
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document that the check finds right."""
    odd = draw(ODD_TEXT)
    groups = ["C", "C-1", "C_2", "C" * 32][: draw(st.integers(1, 4))]
    more = draw(st.lists(st.sampled_from(groups), max_size=12 - len(groups)))
    references = draw(REFERENCES)
    skills = [_skill(odd, f"S{index}", group, references) for index, group in enumerate([*groups, *more])]
    grades = ["junior", "confirmed", "senior", "g-4"][: draw(st.integers(1, 4))]
    roles = draw(_roles(odd, [skill["code"] for skill in skills], grades))
    document = {
        "format": FORMAT,
        "levels": [_level(odd, value) for value in range(6)],
        "missions": [_named(odd, "RUN", 1, draw(ORIGIN))],
        "competencies": [_named(odd, code, 1, "source") for code in groups],
        "skills": draw(_retired(draw(st.sampled_from([skills, skills[::-1]])), roles)),
        "grades": [_named(odd, code, 1, "added") for code in grades],
        "roles": roles,
        "salaries": draw(_salaries(odd, [role["code"] for role in roles], grades)),
    }
    unshared: Document = json.loads(json.dumps(document))  # a test that changes one part changes no other
    return unshared


def catalogues() -> st.SearchStrategy[Catalogue]:
    """A catalogue made from a generated document."""
    return documents().map(build)


def answers_to(skills: list[str]) -> st.SearchStrategy[Answers]:
    """Answers to some of the skills, with "na" and "dk" among them."""
    drawn = st.lists(ANSWER, min_size=len(skills), max_size=len(skills))
    return drawn.map(
        lambda values: {code: value for code, value in zip(skills, values, strict=True) if value is not None}
    )


@st.composite
def targets(draw: st.DrawFn, catalogue: Catalogue) -> tuple[str, str]:
    """A role and a grade of the catalogue."""
    role = draw(st.sampled_from([role.code for role in catalogue.roles]))
    return role, draw(st.sampled_from([grade.code for grade in catalogue.grades]))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Catalogue, str, str, Answers]:
    """A catalogue, a role and a grade of it, and answers, some of them to skills that the role may not ask."""
    catalogue = draw(catalogues())
    role, grade = draw(targets(catalogue))
    return catalogue, role, grade, draw(answers_to([skill.code for skill in catalogue.skills]))
