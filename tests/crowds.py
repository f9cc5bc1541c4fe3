"""Many people at once, as they are stored when they have finished."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from assessment.models import Assessment, CatalogueVersion, Rollup, Uncounted
from assessment.scoring import Answers
from tests.people import build_and_publish

NOON = datetime(2026, 11, 10, 12, tzinfo=UTC)


def finished(
    version: CatalogueVersion,
    sheets: Iterable[Answers],
    role: str = "maker",
    grade: str = "new",
    when: datetime = NOON,
) -> list[Assessment]:
    """People who finish a second after each other with these answers, and wait to be counted."""
    people = [
        Assessment(version=version, role=role, grade=grade, language="en", answers=answers, started=at, finished=at)
        for number, answers in enumerate(sheets)
        for at in [when + timedelta(seconds=number)]
    ]
    for person in people:
        person.changed = person.started
    made = Assessment.objects.bulk_create(people)
    Uncounted.objects.bulk_create(Uncounted(assessment=person, finished=person.changed) for person in made)
    return made


def rows() -> dict[tuple[int, str, str, str], Any]:
    """What is counted: (number of the version, role, grade, month) -> counts; no empty rows."""
    found = Rollup.objects.values_list("version__number", "role", "grade", "month", "counts")
    return {(number, role, grade, month): counts for number, role, grade, month, counts in found if counts}


def harder(document: Mapping[str, Any]) -> CatalogueVersion:
    """The next version of a catalogue, in which every role asks one level more of everything, up to 5."""
    found: dict[str, Any] = {**document}
    for role in found["roles"]:
        for code, asked in role["requirements"].items():
            levels = {grade: min(5, level + 1) for grade, level in asked["levels"].items()}
            role["requirements"][code] = {**asked, "levels": levels}
    return build_and_publish(found)


def random_sheets(number: int, codes: list[str], seed: int = 1) -> list[Answers]:
    """Answers of people, of every kind, some left out."""
    draw = Random(seed)
    choices: list[Any] = [0, 1, 2, 3, 4, 5, "na", "dk", None]
    return [{code: answer for code in codes if (answer := draw.choice(choices)) is not None} for _ in range(number)]


def plainly(people: list[Assessment]) -> dict[tuple[int, str, str], Any]:
    """A recount by plain loops: (version, role, grade) -> skill -> answer -> people."""
    found: dict[tuple[int, str, str], Any] = {}
    for person in people:
        counts = found.setdefault((person.version.number, person.role, person.grade), {})
        for code in person.catalogue.requirements(person.role):
            given = counts.setdefault(code, {})
            answer = str(person.answers.get(code, ""))
            given[answer] = given.get(answer, 0) + 1
    return found


def whole() -> dict[tuple[int, str, str], Any]:
    """What is counted, over all months and what waits."""
    found: dict[tuple[int, str, str], Any] = {}
    for (number, role, grade, _month), counts in rows().items():
        group = found.setdefault((number, role, grade), {})
        for code, given in counts.items():
            for answer, people in given.items():
                of = group.setdefault(code, {})
                of[answer] = of.get(answer, 0) + people
    return found
