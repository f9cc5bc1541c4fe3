"""What the shipped content keeps to, beyond what the check asks of every catalogue."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from assessment.catalogue.model import LANGUAGES
from tests.examples import document, shipped

GRADES = ("junior", "confirmed", "senior")

# code: (competency, weight, level of a junior, of a confirmed, of a senior)
SHARED = {
    "T1": ("TECH", 3, 2, 3, 4),
    "T2": ("TECH", 3, 2, 3, 4),
    "T3": ("TECH", 3, 1, 3, 4),
    "T4": ("TECH", 3, 2, 3, 4),
    "T5": ("TECH", 2, 2, 3, 4),
    "T6": ("TECH", 3, 1, 3, 4),
    "T7": ("TECH", 3, 1, 3, 4),
    "T8": ("TECH", 2, 1, 2, 4),
    "G1": ("PM", 2, 1, 3, 4),
    "G2": ("PM", 1, 1, 2, 3),
    "G3": ("PM", 2, 1, 2, 4),
    "G4": ("PM", 1, 1, 2, 3),
    "G5": ("PM", 2, 1, 3, 4),
    "C1": ("COM", 2, 2, 3, 4),
    "C2": ("COM", 2, 1, 3, 4),
    "C3": ("COM", 2, 2, 3, 4),
    "C4": ("COM", 2, 1, 3, 4),
    "C5": ("COM", 3, 2, 3, 4),
    "C6": ("COM", 2, 1, 3, 4),
    "P1": ("PRO", 3, 2, 3, 4),
    "P2": ("PRO", 2, 1, 3, 4),
    "P3": ("PRO", 2, 1, 3, 4),
    "P4": ("PRO", 1, 2, 3, 3),
    "P5": ("PRO", 2, 2, 3, 4),
}
EXTRAS = {
    "M1": ("ML", 3, 2, 3, 4),
    "M2": ("ML", 3, 1, 3, 4),
    "M3": ("ML", 2, 1, 3, 4),
    "M4": ("ML", 3, 1, 3, 4),
    "M5": ("ML", 3, 1, 3, 4),
    "M6": ("ML", 3, 1, 3, 4),
    "M7": ("ML", 3, 1, 3, 4),
    "M8": ("ML", 2, 1, 2, 3),
}


def texts(language: str, value: Any = None, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of the shipped catalogue in a language, with its place."""
    value = document() if value is None else value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        if key == language:
            yield from ((f"{place}.{key}", text) for text in ([inner] if isinstance(inner, str) else inner))
        elif inner and isinstance(inner, dict | list):
            yield from texts(language, inner, f"{place}.{key}")


def anchors(language: str) -> list[tuple[str, str]]:
    return [
        (f"{skill.code}{level}", anchor.said_in(language))
        for skill in shipped().skills
        for level, anchor in enumerate(skill.anchors)
    ]


def faults(language: str, pattern: str) -> list[tuple[str, str]]:
    """The texts of a language in which a pattern stands."""
    return [(place, text) for place, text in texts(language) if re.search(pattern, text)]


def test_the_texts_looked_at_are_all_there() -> None:
    of_skills, of_levels, of_missions, of_competencies, of_grades, of_roles = 32 * 7, 6 * 2, 5 * 2, 5 * 2, 3 * 2, 2 * 4
    total = of_skills + of_levels + of_missions + of_competencies + of_grades + of_roles
    assert [len(list(texts(language))) for language in LANGUAGES] == [total, total]


def test_the_skills_are_24_shared_ones_and_8_extras_in_this_order() -> None:
    assert [skill.code for skill in shipped().skills] == [*SHARED, *EXTRAS]
    assert [len(SHARED), len(EXTRAS)] == [24, 8]


def test_devops_asks_the_shared_skills_with_these_weights_and_levels() -> None:
    assert asked("devops") == SHARED


def test_mlops_extends_devops_by_the_extras() -> None:
    assert shipped().role_by_code["mlops"].extends == "devops"
    assert asked("mlops") == SHARED | EXTRAS
    assert shipped().extras("mlops") == frozenset(EXTRAS)


def asked(role: str) -> dict[str, tuple[str | int, ...]]:
    return {
        code: (shipped().skill_by_code[code].competency, need.weight, *(need.levels[grade] for grade in GRADES))
        for code, need in shipped().requirements(role).items()
    }


def test_the_grades_are_junior_confirmed_and_senior() -> None:
    assert tuple(shipped().grade_by_code) == GRADES


def test_the_levels_have_these_names() -> None:
    assert [(level.name.fr, level.name.en) for level in shipped().levels] == [
        ("Pas encore", "Not yet"),
        ("Notions", "Aware"),
        ("Accompagné", "Guided"),
        ("Autonome", "Independent"),
        ("Maîtrise", "Advanced"),
        ("Référent", "Lead"),
    ]


def test_the_five_missions_and_competencies_come_from_the_source_and_the_rest_is_added() -> None:
    found = shipped()
    sections = (found.missions, found.competencies, found.roles, found.skills, found.levels, found.grades)
    assert [Counter(item.origin for item in section) for section in sections] == [
        {"source": 5},
        {"source": 5},
        {"source": 2},
        {"added": 32},
        {"added": 6},
        {"added": 3},
    ]


def test_every_mission_has_a_skill() -> None:
    assert {skill.mission for skill in shipped().skills} == set(shipped().mission_by_code)


def test_no_salary_is_made_up() -> None:
    assert [(salary.status, salary.low, salary.high, salary.source) for salary in shipped().salaries] == [
        ("to_complete", None, None, "Apec (Association pour l’emploi des cadres)")
    ] * 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_192_anchors_all_different(language: str) -> None:
    assert [
        text for text, count in Counter(text.casefold() for _, text in anchors(language)).items() if count > 1
    ] == []
    assert len(anchors(language)) == 192


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_anchor_has_at_most_140_characters(language: str) -> None:
    assert [(place, text) for place, text in anchors(language) if len(text) > 140] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_anchor_ends_with_a_full_stop(language: str) -> None:
    assert [(place, text) for place, text in anchors(language) if not text.endswith(".")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_the_skills_are_all_different_and_end_without_a_full_stop(language: str) -> None:
    names = [skill.name.said_in(language) for skill in shipped().skills]
    assert len({name.casefold() for name in names}) == 32
    assert [name for name in names if name.endswith(".")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_straight_apostrophe_or_quotation_mark_stands_in_a_text(language: str) -> None:
    assert faults(language, "['\"]") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_space_stands_twice_or_before_a_comma_or_a_full_stop(language: str) -> None:
    assert faults(language, r"\s\s|\s[,.)]|\.\.") == []


def test_french_has_a_narrow_no_break_space_before_high_punctuation() -> None:
    assert faults("fr", "(?<!\u202f)[;!?]") == []


def test_french_has_a_no_break_space_before_a_colon() -> None:
    assert faults("fr", "(?<!\u00a0):") == []


def test_french_quotation_marks_hold_their_words_with_no_break_spaces() -> None:
    assert faults("fr", "«(?!\u00a0)|(?<!\u00a0)»|[“”]") == []


def test_no_break_spaces_stand_in_french_only_where_they_belong() -> None:
    assert faults("fr", "\u202f(?![;!?])|(?<!«)\u00a0(?![:»])") == []


def test_english_has_no_space_before_punctuation_and_no_french_marks() -> None:
    assert faults("en", r"\s[;:!?]|[«»\u00a0\u202f]") == []
