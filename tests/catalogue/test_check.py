import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.check import check, is_unfinished
from assessment.catalogue.file import build, canonical, read
from tests.examples import (
    GONE,
    changed,
    document,
    full_document,
    steps,
    tiny_document,
    tiny_role,
    tiny_salary,
    tiny_skill,
)
from tests.strategies import ODD_VALUES, Document, documents

CODE = "must be a code: capitals, digits, - and _, a capital first, 32 characters at most"
NO_SUCH_SUCCESSOR = [
    f"skills[0].replaced_by[0]: {CODE}",
    "skills[0].replaced_by: there is no b among the skills",
]
SLUG = "must be a code: small letters, digits and -, a letter first, 32 characters at most"


def paths(value: Any, *way: str | int) -> Iterator[tuple[str | int, ...]]:
    """Every place in a document but its top."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in inside:
        yield (*way, step)
        yield from paths(inner, *way, step)


def test_the_documents_of_these_tests_are_right() -> None:
    assert [check(full_document()), check(tiny_document()), check(document())] == [[], [], []]


@pytest.mark.parametrize("value", [None, [], 5, "careerquiz-catalogue/1", {}, {"format": "careerquiz-catalogue/2"}])
def test_what_is_not_of_the_format_gets_one_error(value: Any) -> None:
    assert check(value) == ["format: must be careerquiz-catalogue/1"]


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("grades.0.name.fr", 5, "must be a text"),
        ("grades.0.name.fr", None, "must be a text"),
        ("grades.0.name.fr", "", "the text is missing"),
        ("grades.0.name.fr", " \u00a0\n", "the text is missing"),
        ("grades.0.name.fr", " new", "spaces before or after the text"),
        ("grades.0.name.fr", "new\n", "spaces before or after the text"),
        ("grades.0.name.fr", "n\tew", "a control character in the text"),
        ("grades.0.name.fr", "n\x85ew", "a control character in the text"),
        ("grades.0.name.fr", "n\u2028ew", "a control character in the text"),
        ("grades.0.name.fr", "n\ud800ew", "a control character in the text"),
        ("grades.0.name.fr", "n" * 121, "121 characters, 120 at most"),
        ("levels.5.name.en", "n" * 121, "121 characters, 120 at most"),
        ("levels.5.anchor.en", "n" * 301, "301 characters, 300 at most"),
        ("missions.0.text.en", "n" * 2001, "2001 characters, 2000 at most"),
        ("competencies.0.text.en", "n" * 2001, "2001 characters, 2000 at most"),
        ("grades.0.text.en", "n" * 2001, "2001 characters, 2000 at most"),
        ("skills.0.name.en", "n" * 121, "121 characters, 120 at most"),
        ("skills.0.anchors.en.5", "n" * 301, "301 characters, 300 at most"),
        ("roles.0.name.en", "n" * 121, "121 characters, 120 at most"),
        ("roles.0.summary.en", "n" * 301, "301 characters, 300 at most"),
        ("roles.0.definition.en", "n" * 2001, "2001 characters, 2000 at most"),
        ("roles.0.part.en", "n" * 2001, "2001 characters, 2000 at most"),
        ("salaries.0.population.fr", "n" * 301, "301 characters, 300 at most"),
        ("salaries.0.source", "n" * 201, "201 characters, 200 at most"),
    ],
)
def test_a_text_that_will_not_do_is_named(path: str, value: Any, reason: str) -> None:
    assert check(changed({path: value})) == [f"{place(path)}: {reason}"]


def place(path: str) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps(path)).lstrip(".")


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("salaries.0.address", "ftp://example.org/", "must be a web address"),
        ("salaries.0.address", "https://example.org/a b", "must be a web address"),
        ("salaries.0.address", 'https://example.org/"', "must be a web address"),
        ("salaries.0.address", "https://example.org/\x7f", "must be a web address"),
        ("salaries.0.address", "https://example.org/\udfff", "must be a web address"),
        ("salaries.0.address", "https://" + "n" * 501, "must be a web address"),
        ("salaries.0.currency", "eur", "must be a currency of three capitals"),
        ("salaries.0.country", "FRA", "must be a country of two capitals"),
        ("salaries.0.consulted", "2025-02-30", "must be a date, YYYY-MM-DD"),
        ("salaries.0.consulted", "20250131", "must be a date, YYYY-MM-DD"),
        ("salaries.0.consulted", "31/01/2025", "must be a date, YYYY-MM-DD"),
        ("salaries.0.consulted", 20250131, "must be a date, YYYY-MM-DD"),
        ("salaries.0.year", 1989, "must be a whole number from 1990 to 2200"),
        ("salaries.0.year", 2201, "must be a whole number from 1990 to 2200"),
        ("salaries.0.low", 0, "must be a whole number from 1 to 10000000"),
        ("salaries.0.high", 10_000_001, "must be a whole number from 1 to 10000000"),
        ("salaries.0.basis", "rumour", "must be one of offers, in_post"),
        ("salaries.0.status", "guessed", "must be one of to_complete, verified"),
        ("salaries.0.status", [], "must be one of to_complete, verified"),
        ("roles.0.origin", "copied", "must be one of source, added"),
        ("levels.0.value", "0", "must be a whole number from 0 to 5"),
        ("levels.0.value", 0.0, "must be a whole number from 0 to 5"),
        ("roles.0.requirements.A.weight", 0, "must be a whole number from 1 to 3"),
        ("roles.0.requirements.A.weight", 4, "must be a whole number from 1 to 3"),
        ("roles.0.requirements.A.weight", True, "must be a whole number from 1 to 3"),
        ("roles.0.requirements.A.levels.old", 6, "must be a whole number from 0 to 5"),
        ("skills.0.references.esco", ["https://data.europa.eu/esco/x"], "must be an ESCO address"),
        ("skills.0.references.esco", ["http://data.europa.eu/esco/é"], "must be an ESCO address"),
        ("skills.0.references.sfia", ["PROGS"], "must be a SFIA code of four capitals"),
        ("skills.0.references.dora", ["Version control"], "must be a DORA capability"),
        ("skills.0.references.other", ["n" * 201], "201 characters, 200 at most"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(path: str, value: Any, reason: str) -> None:
    where = place(path) + ("[0]" if isinstance(value, list) and value else "")
    assert check(changed({path: value})) == [f"{where}: {reason}"]


@pytest.mark.parametrize("value", ["a", "1A", "A b", "A\n", "É", "A" * 33, "", 5, None])
def test_a_code_that_will_not_do_is_named(value: Any) -> None:
    found = tiny_document(missions=[*tiny_document()["missions"], {**tiny_document()["missions"][0], "code": value}])
    assert check(found) == [f"missions[1].code: {CODE}"]


@pytest.mark.parametrize("value", ["A", "1a", "a_b", "a\n", "é", "a" * 33, "", 5, None])
def test_a_code_of_a_role_that_will_not_do_is_named(value: Any) -> None:
    found = tiny_document(roles=[*tiny_document()["roles"], tiny_role("x", A=(1, 1, 1)) | {"code": value}])
    assert check(found) == [f"roles[1].code: {SLUG}"]


@pytest.mark.parametrize("code", ["A", "A-1_B", "Z" * 32])
def test_a_code_may_be_up_to_32_capitals_digits_and_dashes(code: str) -> None:
    roles = [tiny_role("maker", None, **{"A": (3, 2, 4), "B": (1, 1, 2), code: (1, 1, 1)})]
    skills = {skill["code"]: skill for skill in [*tiny_document()["skills"], tiny_skill(code)]}
    assert check(tiny_document(skills=list(skills.values()), roles=roles)) == []


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"salaries": GONE}, ["salaries: missing"]),
        ({"salaries": {}}, ["salaries: must be a list"]),
        ({"salaries.0": []}, ["salaries[0]: must be an object"]),
        ({"grades.0.name": "new"}, ["grades[0].name: must be an object"]),
        ({"grades.0.name.fr": GONE}, ["grades[0].name.fr: missing"]),
        ({"grades.0.name.de": "neu"}, ["grades[0].name.de: unknown key"]),
        ({"notes": [], "about": 1}, ["notes: unknown key", "about: unknown key"]),
        ({"levels.0.value": GONE}, ["levels[0].value: missing"]),
        ({"levels.5": GONE}, ["levels: 5 items, must be 6"]),
        ({"skills.0.anchors.fr.5": GONE}, ["skills[0].anchors.fr: 5 items, must be 6"]),
        ({"skills.0.anchors.fr": "aaaaaa"}, ["skills[0].anchors.fr: must be a list"]),
        ({"skills.0.references.dora": ["a"] * 1001}, ["skills[0].references.dora: 1001 items, must be 0 to 1000"]),
        ({"roles.1.requirements": []}, ["roles[1].requirements: must be an object"]),
        ({"roles.1.extends": 5}, [f"roles[1].extends: {SLUG}"]),
        ({"roles.1.extends": []}, [f"roles[1].extends: {SLUG}"]),
        ({"roles.1.missions": {"RUN": 1}}, ["roles[1].missions: must be a list"]),
        (
            {"competencies.1.code": GONE},
            ["competencies[1].code: missing", "skills[1].competency: there is no HEAD among the competencies"],
        ),
        (
            {"roles.0.requirements.A.levels": 5},
            [
                "roles[0].requirements.A.levels: must be an object",
                "roles[0].requirements.A.levels.new: the level is missing",
                "roles[0].requirements.A.levels.old: the level is missing",
            ],
        ),
        (
            {"salaries.0.low": GONE},
            ["salaries[0].low: missing", "salaries[0].low: needed for a verified salary"],
        ),
    ],
)
def test_a_wrong_shape_is_named(changes: dict[str, Any], errors: list[str]) -> None:
    assert check(changed(changes)) == errors


def test_a_catalogue_without_anything_in_it_is_refused() -> None:
    sections = ("levels", "missions", "competencies", "skills", "grades", "roles")
    assert check(tiny_document(**{section: [] for section in sections})) == [
        "levels: 0 items, must be 6",
        "missions: 0 items, must be 1 to 1000",
        "competencies: 0 items, must be 1 to 1000",
        "skills: 0 items, must be 1 to 1000",
        "grades: 0 items, must be 1 to 10",
        "roles: 0 items, must be 1 to 50",
    ]


def test_there_are_at_most_50_roles() -> None:
    roles = [tiny_role(f"role-{number}", A=(1, 1, 1), B=(1, 1, 1)) for number in range(51)]
    assert check(tiny_document(roles=roles)) == ["roles: 51 items, must be 1 to 50"]


def test_there_are_at_most_10_grades() -> None:
    grade = tiny_document()["grades"][0]
    codes = [f"grade-{number}" for number in range(11)]
    found = tiny_document(grades=[{**grade, "code": code} for code in codes])
    for requirement in found["roles"][0]["requirements"].values():
        requirement["levels"] = dict.fromkeys(codes, 1)
    assert check(found) == ["grades: 11 items, must be 1 to 10"]


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        (
            {"levels.0.value": 1, "levels.1.value": 0},
            ["levels[0].value: must be 0", "levels[1].value: must be 1"],
        ),
        (
            {"competencies.1.code": "HAND"},
            [
                "competencies[1].code: HAND is already the code of competencies[0]",
                "skills[1].competency: there is no HEAD among the competencies",
            ],
        ),
        (
            {"skills.1.code": "A"},
            [
                "skills[1].code: A is already the code of skills[0]",
                "roles[0].requirements.B: there is no B among the skills",
                "roles[1].requirements.B: there is no B among the skills",
            ],
        ),
        (
            {"grades.1.code": "new"},
            [
                "grades[1].code: new is already the code of grades[0]",
                "roles[0].requirements.A.levels.old: no such grade",
                "roles[0].requirements.B.levels.old: no such grade",
                "roles[1].requirements.B.levels.old: no such grade",
            ],
        ),
        (
            {"roles.1.code": "maker"},
            [
                "roles[1].code: maker is already the code of roles[0]",
            ],
        ),
        (
            {"skills.0.competency": "FOOT"},
            [
                "skills[0].competency: there is no FOOT among the competencies",
                "competencies[0]: no skill belongs to HAND",
            ],
        ),
        ({"skills.0.mission": "REST"}, ["skills[0].mission: there is no REST among the missions"]),
        ({"roles.1.extends": "chief"}, ["roles[1].extends: there is no chief among the roles"]),
        ({"roles.1.missions": ["RUN", "REST"]}, ["roles[1].missions: there is no REST among the missions"]),
        ({"roles.1.missions": ["RUN", "RUN"]}, ["roles[1].missions: RUN stands twice"]),
        ({"salaries.0.role": "chief"}, ["salaries[0].role: there is no chief among the roles"]),
        ({"salaries.0.grade": "dead"}, ["salaries[0].grade: there is no dead among the grades"]),
        ({"levels.3.name.fr": "level  1 (FR)"}, ["levels[3].name.fr: same text as level 1"]),
        ({"levels.3.anchor.en": "Anchor 1 (en)"}, ["levels[3].anchor.en: same text as level 1"]),
        ({"skills.1.anchors.fr.3": "b2 \u00a0 FR"}, ["skills[1].anchors.fr[3]: same text as level 2"]),
        (
            {"skills.1.anchors.en.3": "B0 en", "skills.1.anchors.en.5": "B0 en"},
            [
                "skills[1].anchors.en[3]: same text as level 0",
                "skills[1].anchors.en[5]: same text as level 0",
            ],
        ),
        (
            {"roles.1.requirements.C": {"weight": 1, "levels": {"new": 1, "old": 1}}},
            ["roles[1].requirements.C: there is no C among the skills"],
        ),
        ({"roles.1.requirements.B.levels.old": GONE}, ["roles[1].requirements.B.levels.old: the level is missing"]),
        ({"roles.1.requirements.B.levels.dead": 3}, ["roles[1].requirements.B.levels.dead: no such grade"]),
        (
            {"roles.0.requirements.A.levels.new": 5},
            ["roles[0].requirements.A.levels.old: 4 is below 5, the level of new"],
        ),
        (
            {"roles.0.extends": "boss"},
            [
                "roles[0].extends: the roles it extends lead back to it",
                "roles[1].extends: the roles it extends lead back to it",
            ],
        ),
        (
            {"roles.0.extends": "maker"},
            [
                "roles[0].extends: the roles it extends lead back to it",
                "roles[1].extends: the roles it extends lead back to it",
            ],
        ),
        ({"roles.1.requirements": {}, "roles.1.extends": None}, ["roles[1].requirements: the role asks for no skill"]),
        (
            {"skills.1.retired": True, "roles.1.extends": None},
            ["roles[1].requirements: the role asks for no skill"],
        ),
        (
            {"skills.0.retired": True, "skills.1.retired": True},
            [
                "roles[0].requirements: the role asks for no skill",
                "roles[1].requirements: the role asks for no skill",
            ],
        ),
        ({"skills.0.retired": False}, ["skills[0].retired: must be true, or not there"]),
        ({"skills.0.retired": 1}, ["skills[0].retired: must be true, or not there"]),
        ({"skills.0.retired": None}, ["skills[0].retired: must be true, or not there"]),
        ({"skills.0.replaced_by": ["B"]}, ["skills[0].replaced_by: only a retired skill is replaced"]),
        (
            {"skills.0.retired": True, "skills.0.replaced_by": []},
            ["skills[0].replaced_by: 0 items, must be 1 to 1000"],
        ),
        ({"skills.0.retired": True, "skills.0.replaced_by": "B"}, ["skills[0].replaced_by: must be a list"]),
        ({"skills.0.retired": True, "skills.0.replaced_by": ["b"]}, NO_SUCH_SUCCESSOR),
        (
            {"skills.0.retired": True, "skills.0.replaced_by": ["C"]},
            ["skills[0].replaced_by: there is no C among the skills"],
        ),
        (
            {"skills.0.retired": True, "skills.0.replaced_by": ["B", "B"]},
            ["skills[0].replaced_by: B stands twice"],
        ),
        (
            {"skills.0.retired": True, "skills.0.replaced_by": ["A"]},
            ["skills[0].replaced_by: A is retired itself"],
        ),
        ({"salaries.0.low": 40_001}, ["salaries[0].high: the high end, 40000, is below the low end, 40001"]),
    ],
)
def test_what_does_not_fit_together_is_named(changes: dict[str, Any], errors: list[str]) -> None:
    assert check(changed(changes)) == errors


@pytest.mark.parametrize("key", ["low", "high", "year", "address", "consulted"])
def test_a_verified_salary_needs_its_figures_and_where_they_stand(key: str) -> None:
    assert check(changed({f"salaries.0.{key}": None})) == [f"salaries[0].{key}: needed for a verified salary"]


@pytest.mark.parametrize("key", ["low", "high", "year", "address", "consulted", "basis", "population"])
def test_a_salary_to_complete_may_lack_anything(key: str) -> None:
    assert check(changed({"salaries.0.status": "to_complete", f"salaries.0.{key}": None})) == []


def test_a_salary_may_be_one_figure() -> None:
    assert check(changed({"salaries.0.low": 40_000})) == []


def test_the_same_salary_stands_once() -> None:
    assert check(tiny_document(salaries=[tiny_salary(), tiny_salary(low=1, currency="CHF")])) == [
        "salaries[1]: the same role, grade, country and basis as an earlier record"
    ]


@pytest.mark.parametrize("other", [{"grade": "old"}, {"country": "CH"}, {"basis": "in_post"}, {"basis": None}])
def test_salaries_of_another_grade_country_or_basis_stand_beside(other: Document) -> None:
    assert check(tiny_document(salaries=[tiny_salary(), tiny_salary(**other)])) == []


def test_missions_have_their_codes_once() -> None:
    found = tiny_document()
    assert check({**found, "missions": found["missions"] * 2}) == [
        "missions[1].code: RUN is already the code of missions[0]"
    ]


def test_a_role_may_ask_only_what_it_inherits() -> None:
    assert check(changed({"roles.1.requirements": {}})) == []


def test_a_role_may_extend_one_that_stands_later() -> None:
    assert check(tiny_document(roles=full_document()["roles"][::-1])) == []


def test_a_role_that_extends_a_circle_is_named_with_it() -> None:
    roles = [tiny_role("a", "b", A=(1, 1, 1)), tiny_role("b", "c", B=(1, 1, 1)), tiny_role("c", "b", B=(1, 1, 1))]
    assert check(tiny_document(roles=roles)) == [
        f"roles[{index}].extends: the roles it extends lead back to it" for index in range(3)
    ]


def test_an_item_of_the_wrong_kind_does_not_shift_the_places_of_the_others() -> None:
    assert check(changed({"levels.0": None})) == ["levels[0]: must be an object"]


def test_a_role_without_a_code_is_no_circle() -> None:
    assert check(changed({"roles.1.code": GONE, "roles.1.extends": None})) == ["roles[1].code: missing"]


def test_all_errors_come_at_once() -> None:
    changes = {
        "levels.1.value": 2,
        "skills.0.name.fr": "",
        "skills.1.mission": "REST",
        "roles.0.requirements.A.weight": 9,
        "roles.0.requirements.B.levels": {"new": 3, "old": 2},
        "salaries.0.address": None,
    }
    assert check(changed(changes)) == [
        "skills[0].name.fr: the text is missing",
        "roles[0].requirements.A.weight: must be a whole number from 1 to 3",
        "levels[1].value: must be 1",
        "skills[1].mission: there is no REST among the missions",
        "roles[0].requirements.B.levels.old: 2 is below 3, the level of new",
        "salaries[0].address: needed for a verified salary",
    ]


def test_a_skill_may_be_retired_with_or_without_a_successor() -> None:
    assert check(changed({"skills.0.retired": True})) == []
    assert check(changed({"skills.0.retired": True, "skills.0.replaced_by": ["B"]})) == []


def test_a_skill_that_no_role_requires_is_no_error() -> None:
    assert check(tiny_document(skills=[*tiny_document()["skills"], tiny_skill("C")])) == []


@pytest.mark.parametrize(
    ("changes", "unfinished"),
    [
        ({"skills.0.name.fr": ""}, True),
        ({"skills.0.anchors.en.3": "A2 en"}, True),
        ({"roles.0.requirements.A.levels.new": GONE}, True),
        ({"roles.0.requirements.A.levels.new": 5}, True),
        ({"roles.0.requirements": {}, "roles.1.extends": None}, True),
        ({"skills.0.competency": "HEAD"}, True),
        ({"skills.0.retired": True, "skills.0.replaced_by": ["A"]}, True),
        ({"salaries.0.year": None}, True),
        ({"salaries.0.low": 40_001}, True),
        ({"skills.0.name.fr": " A"}, False),
        ({"skills.0.name.fr": GONE}, False),
        ({"skills.0.replaced_by": ["B"]}, False),
        ({"skills.0.mission": "REST"}, False),
        ({"roles.0.extends": "boss"}, False),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_a_draft_may_lack_something_and_have_nothing_of_the_wrong_shape(
    changes: dict[str, Any], unfinished: bool
) -> None:
    errors = check(changed(changes))
    assert (errors != [], {is_unfinished(error) for error in errors}) == (True, {unfinished})


def test_the_same_salary_twice_is_unfinished() -> None:
    (error,) = check(tiny_document(salaries=[tiny_salary(), tiny_salary()]))
    assert is_unfinished(error)


def test_a_key_with_a_newline_makes_one_line() -> None:
    assert check(changed({"a\nb": 1})) == ["a\N{REPLACEMENT CHARACTER}b: unknown key"]


def test_a_very_long_key_is_cut() -> None:
    assert check(changed({"a" * 5000: 1})) == ["a" * 100 + "…" + "a" * 87 + ": unknown key"]


@given(documents())
def test_a_generated_document_is_right(found: Document) -> None:
    assert check(found) == []


def is_refused_or_buildable(found: Document) -> bool:
    errors = check(found)
    if errors:
        return all(error.isprintable() and ": " in error for error in errors)
    return build(found) == read(canonical(found))


def with_value(found: Document, way: tuple[str | int, ...], value: Any) -> Document:
    """The document with another value at a place, or as it was if an earlier change took that place away."""
    *outer, last = way
    inner: Any = found
    try:
        for step in outer:
            inner = inner[step]
        inner[last] = copy.deepcopy(value)
    except (KeyError, IndexError, TypeError):
        pass
    return found


@pytest.mark.parametrize("odd", ODD_VALUES, ids=repr)
def test_an_odd_value_anywhere_is_refused_or_harmless(odd: Any) -> None:
    ways = list(paths(full_document()))
    assert [way for way in ways if not is_refused_or_buildable(with_value(full_document(), way, odd))] == []


@given(documents(), st.data())
def test_several_odd_values_anywhere_are_refused_or_harmless(found: Document, data: st.DataObject) -> None:
    ways = st.sampled_from(list(paths(found)))
    for way, odd in data.draw(st.lists(st.tuples(ways, st.sampled_from(ODD_VALUES)), min_size=1, max_size=4)):
        with_value(found, way, odd)
    assert is_refused_or_buildable(found)


def without(way: tuple[str | int, ...]) -> Document:
    return changed({".".join(map(str, way)): GONE})


def test_whatever_is_taken_away_is_missed_or_was_optional() -> None:
    assert [way for way in paths(full_document()) if not is_refused_or_buildable(without(way))] == []
