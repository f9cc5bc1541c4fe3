import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.compare import (
    SECTIONS,
    Difference,
    Effects,
    Field,
    LevelChange,
    WeightChange,
    differences,
    effects,
    fields_of,
)
from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from tests.examples import changed, document, full_document, tiny_document, tiny_role, tiny_salary, tiny_skill
from tests.strategies import Document, catalogues, documents

Way = tuple[str | int, ...]
SALARY_KEYS = ("role", "grade", "country", "basis")
LISTS = ("missions", "replaced_by", "esco", "sfia", "dora", "other")
KINDS = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}
NOTHING = Effects((), (), (), (), (), ())
AT_GRADES = (("new", 2), ("old", 4))


def named(code: str, *, of: str = "") -> dict[str, str]:
    return {"fr": f"{of or code} (fr)", "en": f"{of or code} (en)"}


def test_a_changed_text_is_shown_with_the_old_one() -> None:
    new = changed({"skills.1.name.fr": "Autre", "skills.1.anchors.en.3": "Another"})
    assert differences(full_document(), new) == (
        Difference(
            "changed",
            "skills",
            "B",
            {"fr": "Autre", "en": "B (en)"},
            (Field("name.fr", "B (fr)", "Autre"), Field("anchors.en[3]", "B3 en", "Another")),
        ),
    )


def test_a_changed_requirement_is_no_change_of_its_role() -> None:
    new = changed({"roles.1.requirements.B.levels.old": 5, "roles.1.requirements.B.weight": 1})
    assert differences(full_document(), new) == (
        Difference("changed", "requirements", "boss B", None, (Field("weight", 2, 1), Field("levels.old", 3, 5))),
    )


def test_a_salary_is_known_by_role_grade_country_and_basis() -> None:
    old = tiny_document(salaries=[tiny_salary(), tiny_salary(basis=None)])
    new = tiny_document(salaries=[tiny_salary(low=1), tiny_salary(basis=None, population=None)])
    assert differences(old, new) == (
        Difference("changed", "salaries", "maker new FR offers", None, (Field("low", 30_000, 1),)),
        Difference(
            "changed",
            "salaries",
            "maker new FR",
            None,
            (Field("population.fr", "Tout le pays", None), Field("population.en", "The whole country", None)),
        ),
    )


def test_two_salaries_of_one_kind_in_a_draft_are_matched_in_order() -> None:
    old = tiny_document(salaries=[tiny_salary(), tiny_salary(low=2)])
    new = tiny_document(salaries=[tiny_salary(), tiny_salary(low=3), tiny_salary(low=4)])
    found = differences(old, new)
    assert [(change.kind, change.code) for change in found] == [
        ("changed", "maker new FR offers"),
        ("added", "maker new FR offers"),
    ]
    assert found[0].fields == (Field("low", 2, 3),)


def test_a_level_is_known_by_its_value() -> None:
    assert differences(full_document(), changed({"levels.4.name.en": "Well"})) == (
        Difference(
            "changed", "levels", "4", {"fr": "Level 4 (fr)", "en": "Well"}, (Field("name.en", "Level 4 (en)", "Well"),)
        ),
    )


def test_an_added_item_lists_all_its_values() -> None:
    old, new = tiny_document(), tiny_document(grades=[*tiny_document()["grades"], grade("older")])
    added = Difference(
        "added",
        "grades",
        "older",
        named("older"),
        (
            Field("code", None, "older"),
            Field("name.fr", None, "older (fr)"),
            Field("name.en", None, "older (en)"),
            Field("text.fr", None, ""),
            Field("text.en", None, ""),
            Field("origin", None, "added"),
        ),
    )
    assert differences(old, new) == (added,)
    gone = tuple(Field(field.name, field.new, None) for field in added.fields)
    assert differences(new, old) == (Difference("removed", "grades", "older", named("older"), gone),)


def grade(code: str) -> Document:
    return {"code": code, "name": named(code), "text": {"fr": "", "en": ""}, "origin": "added"}


def test_an_added_skill_and_its_requirement_are_two_differences() -> None:
    new = tiny_document(
        skills=[tiny_skill("A"), tiny_skill("C"), tiny_skill("B", "HEAD")],
        roles=[tiny_role("maker", C=(1, 0, 1), A=(3, 2, 4), B=(1, 1, 2))],
    )
    assert [(change.kind, change.section, change.code) for change in differences(tiny_document(), new)] == [
        ("added", "skills", "C"),
        ("added", "requirements", "maker C"),
    ]


def test_items_come_in_the_new_order_removed_ones_after_them() -> None:
    old = tiny_document(grades=[grade("a"), grade("b"), grade("c")])
    new = tiny_document(grades=[grade("d"), grade("c") | {"origin": "source"}, grade("e")])
    assert [(change.kind, change.code) for change in differences(old, new)] == [
        ("added", "d"),
        ("changed", "c"),
        ("added", "e"),
        ("removed", "a"),
        ("removed", "b"),
    ]


def test_another_order_is_one_difference_of_the_section() -> None:
    old = tiny_document(grades=[grade("a"), grade("b"), grade("c")])
    new = tiny_document(grades=[grade("c"), grade("d"), grade("a")])
    assert [change for change in differences(old, new) if change.kind == "moved"] == [
        Difference("moved", "grades", "", None, (Field("order", ["a", "c"], ["c", "a"]),))
    ]


def test_the_keys_of_an_object_have_no_order() -> None:
    new = changed({"roles.0.requirements": dict(reversed(full_document()["roles"][0]["requirements"].items()))})
    assert differences(full_document(), new) == ()


def test_requirements_come_in_the_order_of_the_skills_and_levels_in_that_of_the_grades() -> None:
    asked = {code: {"levels": {"new": 1, "old": 2}, "weight": 1} for code in ("A", "B")}
    new = changed({"roles.0.requirements": asked, "roles.1.requirements": {}})
    new |= {"skills": new["skills"][::-1], "grades": new["grades"][::-1]}
    found = [change for change in differences(None, new) if change.section == "requirements"]
    assert [change.code for change in found] == ["maker B", "maker A"]
    assert found[0].fields == (Field("levels.old", None, 2), Field("levels.new", None, 1), Field("weight", None, 1))


def test_skills_in_another_order_move_no_requirements() -> None:
    new = full_document() | {"skills": full_document()["skills"][::-1]}
    assert differences(full_document(), new) == (
        Difference("moved", "skills", "", None, (Field("order", ["A", "B"], ["B", "A"]),)),
    )


def test_lists_of_codes_are_compared_whole() -> None:
    new = changed(
        {
            "skills.0.retired": True,
            "skills.0.replaced_by": ["B"],
            "skills.0.references.sfia": ["PROG", "CFMG"],
            "roles.1.missions": [],
        }
    )
    assert [change.fields for change in differences(full_document(), new)] == [
        (
            Field("references.sfia", [], ["PROG", "CFMG"]),
            Field("retired", old=None, new=True),
            Field("replaced_by", None, ["B"]),
        ),
        (Field("missions", ["RUN"], []),),
    ]


def test_without_an_old_document_everything_is_added() -> None:
    found = differences(None, document())
    assert {change.kind for change in found} == {"added"}
    assert {section: [change.section for change in found].count(section) for section in SECTIONS} == {
        "levels": 6,
        "missions": 5,
        "competencies": 5,
        "skills": 32,
        "grades": 3,
        "roles": 2,
        "requirements": 32,
        "salaries": 4,
    }


def test_an_unfinished_draft_is_compared() -> None:
    empty: dict[str, list[Document]] = {section: [] for section in SECTIONS if section != "requirements"}
    draft = tiny_document(**{**empty, "skills": [tiny_skill("A") | {"name": {"fr": "", "en": ""}}]})
    draft["roles"] = [tiny_role("maker") | {"requirements": {"A": {"weight": 1, "levels": {}}}}]
    assert differences(draft, draft) == ()
    assert [change.code for change in differences(None, draft)] == ["A", "maker", "maker A"]


def test_the_fields_of_one_item_are_those_that_differ() -> None:
    skill = tiny_skill("A")
    assert fields_of(skill, skill | {"mission": "REST"}) == (Field("mission", "RUN", "REST"),)
    assert fields_of(None, {"weight": 1, "low": None}) == (Field("weight", None, 1),)
    assert fields_of({"weight": 1}, None) == (Field("weight", 1, None),)
    assert fields_of(None, None) == ()
    assert fields_of(tiny_role("a", A=(1, 2, 3)), tiny_role("b", A=(1, 2, 4)) | tiny_texts("a")) == (
        Field("code", "a", "b"),
        Field("requirements.A.levels.old", 3, 4),
    )


def tiny_texts(code: str) -> Document:
    return {key: value for key, value in tiny_role(code).items() if isinstance(value, dict) and key != "requirements"}


def leaves(value: Any, *way: str | int) -> Iterator[Way]:
    """The places of all values in a document that can change while its items stay the same."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if (way and way[-1] in LISTS and len(way) > 1) or not isinstance(value, dict | list):
        keys = (*SALARY_KEYS, "code") if way[0] == "salaries" else ("code", "value", "format")
        yield from [way] if way[-1] not in keys else []
        return
    for step, inner in inside:
        yield from leaves(inner, *way, step)


def at(found: Any, way: Way) -> Any:
    for step in way:
        found = found[step]
    return found


def other(value: Any) -> Any:
    """Another value of the same kind, or a number in the place of None."""
    if isinstance(value, list):
        return [*value, "NEW"]
    return f"{value}!" if isinstance(value, str) else int(value or 0) + 1


def told(found: Document, way: Way) -> tuple[str, str, str]:
    """The section, the code of the item and the name of the field at a place, worked out from the place alone."""
    section, index, *rest = way
    item = found[str(section)][index]
    code = str(item.get("code", item.get("value")))
    if section == "salaries":
        code = " ".join(item[key] for key in SALARY_KEYS if item[key])
    if rest[0] == "requirements":
        section, code, rest = rest[0], f"{code} {rest[1]}", rest[2:]
    return str(section), code, "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in rest)[1:]


@given(documents(), st.data())
def test_every_changed_value_shows_up_once(found: Document, data: st.DataObject) -> None:
    way = data.draw(st.sampled_from(list(leaves(found))))
    new = copy.deepcopy(found)
    at(new, way[:-1])[way[-1]] = other(at(found, way))
    (change,) = differences(found, new)
    assert (change.kind, change.section, change.code, change.fields[0].name) == ("changed", *told(found, way))
    assert change.fields == (Field(change.fields[0].name, at(found, way), at(new, way)),)


@given(documents())
def test_an_equal_document_has_no_differences(found: Document) -> None:
    assert differences(found, copy.deepcopy(found)) == ()


@given(documents(), documents(), st.data())
def test_documents_without_a_difference_are_equal(found: Document, foreign: Document, data: st.DataObject) -> None:
    section = data.draw(st.sampled_from([section for section in found if section != "format"]))
    new = {**found, section: data.draw(st.sampled_from([foreign[section], found[section], found[section][::-1]]))}
    assert (differences(found, new) == ()) == (found == new)


@given(documents(), documents())
def test_the_other_way_round_old_is_new_and_added_is_removed(found: Document, foreign: Document) -> None:
    assert sorted(map(turned, differences(found, foreign))) == sorted(map(plain, differences(foreign, found)))


def plain(change: Difference) -> tuple[Any, ...]:
    fields = sorted((field.name, repr(field.old), repr(field.new)) for field in change.fields)
    return change.kind, change.section, change.code, fields


def turned(change: Difference) -> tuple[Any, ...]:
    fields = sorted((field.name, repr(field.new), repr(field.old)) for field in change.fields)
    return KINDS[change.kind], change.section, change.code, fields


@given(documents())
def test_comparing_changes_no_document(found: Document) -> None:
    before = copy.deepcopy(found)
    differences(found, full_document())
    differences(full_document(), found)
    assert found == before


def effects_of(changes: dict[str, Any]) -> Effects:
    return effects(build(full_document()), build(changed(changes)))


def test_a_raised_requirement_rises_wherever_it_is_inherited() -> None:
    assert effects_of({"roles.0.requirements.A.levels.old": 5}) == Effects(
        risen=(LevelChange("maker", "A", "old", 4, 5), LevelChange("boss", "A", "old", 4, 5)),
        fallen=(),
        asked_anew=(),
        no_longer_asked=(),
        weights=(),
        reworded=(),
    )


def test_a_lowered_requirement_falls_where_no_own_one_wins() -> None:
    found = effects_of({"roles.0.requirements.B.levels.old": 1, "roles.0.requirements.B.weight": 3})
    assert (found.fallen, found.weights) == (
        (LevelChange("maker", "B", "old", 2, 1),),
        (WeightChange("maker", "B", 1, 3),),
    )
    assert (found.risen, found.asked_anew, found.no_longer_asked) == ((), (), ())


def test_a_retired_skill_is_no_longer_asked_at_any_grade() -> None:
    gone = tuple(LevelChange(role, "A", grade, was, None) for role in ("maker", "boss") for grade, was in AT_GRADES)
    new = effects_of({"skills.0.retired": True})
    assert new == Effects((), (), (), no_longer_asked=gone, weights=(), reworded=())


def test_a_skill_that_comes_back_is_asked_anew() -> None:
    found = effects(build(changed({"skills.0.retired": True})), build(full_document()))
    assert [(change.role, change.grade, change.old, change.new) for change in found.asked_anew] == [
        ("maker", "new", None, 2),
        ("maker", "old", None, 4),
        ("boss", "new", None, 2),
        ("boss", "old", None, 4),
    ]


def test_a_requirement_of_0_is_asked_all_the_same() -> None:
    found = effects_of({"roles.0.requirements.A.levels": {"new": 0, "old": 0}})
    assert [(change.old, change.new) for change in found.fallen] == [(2, 0), (4, 0)] * 2
    assert (found.asked_anew, found.no_longer_asked) == ((), ())
    assert [change.rise for change in found.fallen] == [-2, -4] * 2


def test_a_role_and_a_grade_that_were_not_there_do_nothing_to_anyone() -> None:
    document = full_document()
    document["roles"].append(tiny_role("chief", A=(1, 1, 1)))
    document["grades"].append(grade("older") | {"text": named("older")})
    for role in document["roles"]:
        for asked in role["requirements"].values():
            asked["levels"]["older"] = 5
    before, after = build(full_document()), build(document)
    assert [effects(before, after), effects(after, before)] == [NOTHING, NOTHING]


def test_other_anchors_reword_a_skill_and_another_name_does_not() -> None:
    assert effects_of({"skills.1.anchors.fr.5": "Autre", "skills.0.name.fr": "Autre"}).reworded == ("B",)


@given(catalogues())
def test_an_equal_catalogue_has_no_effects(catalogue: Catalogue) -> None:
    assert effects(catalogue, catalogue) == NOTHING


@given(catalogues(), catalogues())
def test_the_other_way_round_what_rose_falls(one: Catalogue, two: Catalogue) -> None:
    there, back = effects(one, two), effects(two, one)
    assert {(c.role, c.skill, c.grade, c.old, c.new) for c in (*there.risen, *there.asked_anew)} == {
        (c.role, c.skill, c.grade, c.new, c.old) for c in (*back.fallen, *back.no_longer_asked)
    }
    assert {(c.role, c.skill, c.old, c.new) for c in there.weights} == {
        (c.role, c.skill, c.new, c.old) for c in back.weights
    }
    assert sorted(there.reworded) == sorted(back.reworded)


@given(catalogues(), catalogues())
def test_effects_are_every_requirement_that_changed(one: Catalogue, two: Catalogue) -> None:
    """Asked of the two catalogues a second time, one role, skill and grade at a time."""
    changes = {
        (role, skill, grade): (was, now)
        for role in one.role_by_code.keys() & two.role_by_code.keys()
        for grade in one.grade_by_code.keys() & two.grade_by_code.keys()
        for skill in one.skill_by_code.keys() | two.skill_by_code.keys()
        if (was := level(one, role, skill, grade)) != (now := level(two, role, skill, grade))
    }
    found = effects(one, two)
    parts = (found.risen, found.fallen, found.asked_anew, found.no_longer_asked)
    assert {(c.role, c.skill, c.grade): (c.old, c.new) for part in parts for c in part} == changes
    assert sum(map(len, parts)) == len(changes)


def level(catalogue: Catalogue, role: str, skill: str, grade: str) -> int | None:
    asked = catalogue.requirements(role).get(skill)
    return None if asked is None else asked.levels[grade]
