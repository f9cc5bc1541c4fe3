"""The draft of the next catalogue: its rows and its document are one content, and they change whole or not at all."""

import copy
import json
from collections import Counter
from itertools import groupby
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries

from assessment.catalogue.check import check
from assessment.catalogue.file import build, canonical
from assessment.exchange.files import read_any
from assessment.models import (
    CatalogueVersion,
    DraftCompetency,
    DraftGrade,
    DraftItem,
    DraftLevel,
    DraftMission,
    DraftRequirement,
    DraftRole,
    DraftSalary,
    DraftSkill,
)
from assessment.models.drafting import (
    SECTIONS,
    draft_document,
    is_untouched,
    mark,
    replace_draft,
)
from tests.editors import fill_draft, row_of
from tests.examples import (
    changed,
    document,
    full_document,
    shipped,
    tiny_document,
    tiny_role,
    tiny_salary,
    tiny_skill,
)
from tests.people import build_and_publish, edited_document

pytestmark = pytest.mark.django_db

EMPTY: dict[str, Any] = {
    "format": "careerquiz-catalogue/1",
    **{section: [] for section in ("levels", "missions", "competencies", "skills", "grades", "roles", "salaries")},
}
UNFINISHED: dict[str, dict[str, Any]] = {
    "blank texts": {
        "skills.0.name.fr": "",
        "skills.0.anchors.en.3": "",
        "roles.0.summary.en": "",
        "levels.2.name.fr": "",
    },
    "the same text twice": {"skills.0.anchors.fr.3": "A1 fr", "levels.1.anchor.en": "Anchor 2 (en)"},
    "levels missing": {"roles.0.requirements.A.levels": {}, "roles.1.requirements.B.levels": {"old": 3}},
    "levels that fall": {"roles.0.requirements.A.levels": {"new": 5, "old": 0}},
    "a role that asks nothing": {"roles.0.requirements": {}, "roles.1.requirements": {}},
    "a competency without skills": {"skills.1.competency": "HAND"},
    "all skills retired": {"skills.0.retired": True, "skills.0.replaced_by": ["B"], "skills.1.retired": True},
    "two salaries of one key": {"salaries": [tiny_salary(), tiny_salary(low=1), tiny_salary(basis=None)]},
    "an unfinished salary": {
        "salaries.0.low": None,
        "salaries.0.high": None,
        "salaries.0.population.fr": "",
        "salaries.0.source": "",
        "salaries.0.address": None,
        "salaries.0.year": None,
        "salaries.0.consulted": None,
    },
    "a salary upside down": {"salaries.0.low": 10_000_000, "salaries.0.high": 1},
}


def many_skills(count: int) -> dict[str, Any]:
    """The full document with so many skills, all asked by its first role."""
    skills = [tiny_skill(f"S{number}", "HEAD" if number else "HAND") for number in range(count)]
    asked = {skill["code"]: {"weight": 3, "levels": {"new": 2, "old": 4}} for skill in skills}
    roles = [tiny_role("maker") | {"requirements": asked}, tiny_role("boss", "maker", S0=(2, 3, 3))]
    return full_document() | {"skills": skills, "roles": roles}


def keys() -> dict[str, dict[str, int]]:
    """The primary key of each row of the draft, by section and code."""
    return {section: {row.key: row.pk for row in model.objects.all()} for section, model in SECTIONS.items()}


# The rows and the document are one


def test_a_draft_that_nobody_made_is_empty() -> None:
    assert draft_document() == EMPTY


@pytest.mark.parametrize(
    "found",
    [document(), tiny_document(), full_document(), edited_document(), EMPTY, *map(changed, UNFINISHED.values())],
    ids=["shipped", "tiny", "full", "edited", "empty", *UNFINISHED],
)
def test_a_document_becomes_rows_and_they_become_it_again(found: dict[str, Any]) -> None:
    fill_draft(copy.deepcopy(found))
    assert draft_document() == found
    assert canonical(draft_document()) == canonical(found)


def test_what_is_unfinished_is_taken_from_a_file_too() -> None:
    for change in UNFINISHED.values():
        reading = read_any(canonical(changed(change)), EMPTY)
        assert (reading.document, reading.faults, reading.left_out) == (changed(change), (), ())
        assert check(reading.document) != []


def test_a_draft_without_errors_has_the_hash_of_its_file() -> None:
    fill_draft(document())
    assert build(draft_document()) == shipped()
    assert build(draft_document()).sha256 == shipped().sha256


def test_a_reference_or_a_population_that_is_blank_is_none() -> None:
    blank = changed({"skills.0.references.other": ["", "a book", ""], "salaries.0.population": {"fr": "", "en": ""}})
    fill_draft(blank)
    assert draft_document() == changed({"skills.0.references.other": ["a book"], "salaries.0.population": None})


@pytest.mark.parametrize("blank", [" ", "\u2003", "\n", "\u2028", "\t\x1f"])
def test_a_text_of_spaces_alone_is_a_blank_text_however_long_it_is(blank: str) -> None:
    places = ("skills.0.name.fr", "roles.0.part.en", "levels.1.anchor.fr", "salaries.0.source")
    reading = read_any(canonical(changed(dict.fromkeys(places, blank * 3_000))), EMPTY)
    assert reading.document is not None
    fill_draft(reading.document)
    assert draft_document() == changed(dict.fromkeys(places, ""))


def test_the_draft_is_read_with_as_many_queries_however_large_it_is(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for found in (full_document(), many_skills(1), many_skills(200)):
        fill_draft(found)
        with django_assert_num_queries(9):
            assert draft_document() == found


# Replacing


def test_rows_whose_code_stays_keep_their_primary_key() -> None:
    fill_draft(document())
    before = keys()
    fill_draft(edited_document())
    after = keys()
    assert after["skills"].pop("T9") not in before["skills"].values()
    assert after == before


def test_salaries_keep_their_primary_keys_by_what_they_are_about() -> None:
    junior, senior, swiss = tiny_salary(), tiny_salary(grade="old", low=1), tiny_salary(country="CH")
    fill_draft(full_document() | {"salaries": [junior, senior, junior | {"low": 2}]})
    first, second, third = DraftSalary.objects.values_list("pk", flat=True)
    fill_draft(full_document() | {"salaries": [swiss, senior | {"low": 3}, junior | {"low": 4}]})
    assert list(DraftSalary.objects.values_list("pk", "low"))[1:] == [(second, 3), (first, 4)]
    assert DraftSalary.objects.get(country="CH").pk not in (first, second, third)


def test_what_the_new_document_does_not_hold_is_gone() -> None:
    fill_draft(document())
    fill_draft(tiny_document())
    assert draft_document() == tiny_document()
    assert [model.objects.count() for model in SECTIONS.values()] == [6, 1, 2, 2, 2, 1, 0]
    assert DraftRequirement.objects.count() == 2


def test_codes_that_change_places_change_nothing_but_the_order() -> None:
    found = document()
    fill_draft(found)
    before = keys()
    for section in ("missions", "competencies", "skills", "grades", "roles", "salaries"):
        found[section].reverse()
    fill_draft(found)
    assert draft_document() == found
    assert keys() == before


def test_two_skills_that_swap_their_codes_swap_their_content() -> None:
    first, second = tiny_document(), tiny_document()
    second["skills"][0]["code"], second["skills"][1]["code"] = "B", "A"
    fill_draft(first)
    before = keys()
    fill_draft(second)
    assert draft_document() == second
    assert keys() == before


def test_roles_that_extend_one_another_go_together() -> None:
    roles = [tiny_role("maker", A=(3, 2, 4)), tiny_role("boss", "maker"), tiny_role("chief", "boss")]
    fill_draft(tiny_document(roles=roles))
    DraftRole.objects.filter(code="maker").update(extends=DraftRole.objects.get(code="chief"))
    other = tiny_document(roles=[tiny_role("other", B=(1, 1, 1))])
    fill_draft(other)
    assert draft_document() == other


def test_a_role_may_come_to_extend_the_one_that_extended_it() -> None:
    first = tiny_document(roles=[tiny_role("maker", A=(3, 2, 4)), tiny_role("boss", "maker")])
    second = tiny_document(roles=[tiny_role("maker", "boss"), tiny_role("boss", B=(3, 2, 4))])
    fill_draft(first)
    before = keys()
    fill_draft(second)
    assert (draft_document(), keys()) == (second, before)


def test_a_competency_and_a_mission_go_though_skills_were_theirs() -> None:
    fill_draft(full_document())
    other = json.loads(json.dumps(full_document()).replace('"HEAD"', '"HEART"').replace('"RUN"', '"WALK"'))
    before = keys()["skills"]
    fill_draft(other)
    assert (draft_document(), keys()["skills"]) == (other, before)


def test_the_empty_document_leaves_no_row() -> None:
    fill_draft(document())
    fill_draft(EMPTY)
    assert draft_document() == EMPTY
    assert not DraftRequirement.objects.exists()


def test_replacing_takes_the_same_steps_however_large_the_draft_is() -> None:
    taken = []
    for count in (2, 200, 200, 2, 2):
        found = many_skills(count)
        with CaptureQueriesContext(connection) as queries:
            replace_draft(found)
        assert draft_document() == found
        taken.append([" ".join(query["sql"].split()[:3]) for query in queries])
    assert max(map(len, taken)) <= min(map(len, taken)) + 10  # 39 skills or more a statement
    small, large, again, smaller, small_again = ([step for step, _ in groupby(statements)] for statements in taken)
    removing = [f'DELETE FROM "assessment_{table}"' for table in ("draftrequirement", "draftskill")]
    assert small == large == again == small_again
    assert Counter(smaller) - Counter(small) == Counter(removing)


# Rows


def test_a_new_row_comes_last_and_stays_where_it_is() -> None:
    for code in ("ONE", "TWO", "THREE"):
        DraftMission.objects.create(code=code)
    assert list(DraftMission.objects.values_list("code", "order")) == [("ONE", 0), ("TWO", 1), ("THREE", 2)]
    DraftMission.objects.get(code="TWO").delete()
    DraftMission.objects.create(code="FOUR")
    DraftMission.objects.get(code="ONE").save()
    assert list(DraftMission.objects.values_list("code", "order")) == [("ONE", 0), ("THREE", 2), ("FOUR", 3)]


def test_a_row_is_named_by_its_code_and_its_name_in_the_language_of_the_page() -> None:
    fill_draft(full_document())
    DraftSkill.objects.filter(code="B").update(name_en="")
    DraftGrade.objects.update(name_fr="", name_en="")
    rows = [row_of("levels", "3"), row_of("missions", "RUN"), row_of("skills", "B"), row_of("roles", "boss")]
    found = {}
    for language in ("fr", "en", "de"):
        with override(language):
            found[language] = list(map(str, rows))
    assert found == {
        "fr": ["3 – Level 3 (fr)", "RUN – RUN (fr)", "B – B (fr)", "boss – boss name (fr)"],
        "en": ["3 – Level 3 (en)", "RUN – RUN (en)", "B – B (fr)", "boss – boss name (en)"],
        "de": ["3 – Level 3 (en)", "RUN – RUN (en)", "B – B (fr)", "boss – boss name (en)"],
    }
    assert list(map(str, DraftGrade.objects.all())) == ["new", "old"]


def test_what_has_no_code_is_named_by_what_it_belongs_to() -> None:
    fill_draft(full_document() | {"salaries": [tiny_salary(), tiny_salary(basis=None, country="CH")]})
    assert list(map(str, DraftSalary.objects.all())) == ["maker new FR offers", "maker new CH"]
    assert sorted(map(str, DraftRequirement.objects.all())) == ["boss B", "maker A", "maker B"]
    assert [row.key for row in DraftLevel.objects.all()] == ["0", "1", "2", "3", "4", "5"]


def test_a_text_is_put_on_one_line() -> None:
    column = DraftSkill._meta.get_field("name_fr")
    assert column.to_python(" Écrire\r\n\tun script \n") == "Écrire un script"
    assert column.to_python(None) is None


def faulty(row: DraftItem) -> set[str]:
    """The fields of a row that its own validation refuses."""
    try:
        row.clean_fields()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


@pytest.mark.parametrize("code", ["t1", "1T", "T 1", "T1\n", "É", "T" * 33, ""])
def test_the_code_of_a_mission_a_competency_or_a_skill_is_in_capitals(code: str) -> None:
    for model in (DraftMission, DraftCompetency):
        assert [faulty(model(code=word)) for word in (code, "T-1_X")] == [{"code"}, set()]
    assert [faulty(DraftSkill(code=word)) for word in (code, "T1")] == [
        {"code", "competency", "mission"},
        {"competency", "mission"},
    ]


@pytest.mark.parametrize("code", ["Junior", "1st", "ju nior", "junior\n", "j_r", "é", "j" * 33, ""])
def test_the_code_of_a_grade_or_a_role_is_in_small_letters(code: str) -> None:
    for model in (DraftGrade, DraftRole):
        assert [faulty(model(code=word)) for word in (code, "g-4")] == [{"code"}, set()]


def test_what_cannot_be_printed_is_no_text() -> None:
    bad = ["a\x00b", "a\x1bb", "a\x7fb", "a\x85b", "a\u2028b", "a\ud800b"]
    assert [text for text in bad if faulty(DraftMission(code="M", name_fr=text)) != {"name_fr"}] == []
    assert faulty(DraftMission(code="M", name_fr="“é – 😀”", text_en="")) == set()


def test_a_salary_wants_figures_addresses_and_codes_that_can_be() -> None:
    bad = {"low": 0, "high": 10_000_001, "currency": "eur", "country": "FRA", "address": "ftp://a", "year": 1989}
    assert faulty(DraftSalary(**bad, source="x")) == {*bad, "role", "grade"}
    assert faulty(DraftSalary(low=1, high=10_000_000, address="https://a/b?c", year=2200, source="x")) == {
        "role",
        "grade",
    }


# Whether it holds anything new, and marks of what was shown


def test_a_draft_is_untouched_while_it_is_empty_or_the_newest_version() -> None:
    assert is_untouched(draft_document())
    fill_draft(document())
    assert not is_untouched(draft_document())
    CatalogueVersion.objects.publish(shipped())
    assert is_untouched(draft_document())
    DraftSkill.objects.filter(code="T1").update(name_en="Mine")
    assert not is_untouched(draft_document())
    DraftSkill.objects.filter(code="T1").update(name_en=document()["skills"][0]["name"]["en"])
    build_and_publish(tiny_document())
    assert not is_untouched(draft_document())
    assert is_untouched(tiny_document())


def test_a_mark_is_short_and_that_of_the_content() -> None:
    one, same, other = {"a": 1, "b": ["é", None]}, {"b": ["é", None], "a": 1}, {"a": 1, "b": [None, "é"]}
    assert mark(one) == mark(same) != mark(other)
    assert len(mark(document())) == 32
