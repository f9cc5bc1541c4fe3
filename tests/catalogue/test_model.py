import dataclasses

import pytest
from hypothesis import given

from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue, Requirement, Text
from tests.examples import shipped, tiny_document, tiny_role
from tests.strategies import catalogues


def family() -> Catalogue:
    """Three roles: "boss" extends "maker" and asks B otherwise; "chief" extends "boss" and adds nothing."""
    roles = [
        tiny_role("chief", "boss"),
        tiny_role("maker", B=(1, 1, 2)),
        tiny_role("boss", "maker", B=(2, 3, 3), A=(3, 2, 4)),
    ]
    return build(tiny_document(roles=roles))


def test_a_text_is_said_in_either_language() -> None:
    text = Text(fr="Compétence", en="Skill")
    assert [text.said_in("fr"), text.said_in("en")] == ["Compétence", "Skill"]


def test_a_catalogue_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        family().sha256 = ""  # type: ignore[misc]


def test_a_role_asks_what_it_inherits_in_catalogue_order() -> None:
    assert list(family().requirements("boss").items()) == [
        ("A", Requirement(weight=3, levels={"new": 2, "old": 4})),
        ("B", Requirement(weight=2, levels={"new": 3, "old": 3})),
    ]


def test_an_own_requirement_wins_over_the_inherited_one() -> None:
    assert [family().requirements(role)["B"].weight for role in ("maker", "boss")] == [1, 2]


def test_requirements_are_inherited_through_several_roles() -> None:
    assert family().requirements("chief") == family().requirements("boss")


def test_extras_are_what_a_role_adds_to_the_role_it_extends() -> None:
    assert {role: family().extras(role) for role in ("maker", "boss", "chief")} == {
        "maker": frozenset(),
        "boss": frozenset({"A"}),
        "chief": frozenset(),
    }


def test_the_extensions_of_a_role_are_those_that_extend_it_directly() -> None:
    found = family()
    assert {role: found.extensions(role) for role in ("maker", "boss", "chief")} == {
        "maker": (found.role_by_code["boss"],),
        "boss": (found.role_by_code["chief"],),
        "chief": (),
    }


def test_pages_are_the_competencies_that_a_role_asks_about() -> None:
    found = family()
    hand, head = found.competencies
    a, b = found.skills
    assert [found.pages("maker"), found.pages("boss")] == [((head, (b,)),), ((hand, (a,)), (head, (b,)))]


def test_everything_is_found_by_its_code() -> None:
    found = shipped()
    assert [list(index.values()) for index in (found.role_by_code, found.grade_by_code, found.skill_by_code)] == [
        list(found.roles),
        list(found.grades),
        list(found.skills),
    ]
    assert list(found.mission_by_code) == ["COLLAB", "AUTO", "CI", "CD", "MON"]


@given(catalogues())
def test_the_pages_of_a_role_hold_each_skill_it_asks_once(catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        on_pages = [skill.code for _, skills in catalogue.pages(role.code) for skill in skills]
        assert sorted(on_pages) == sorted(catalogue.requirements(role.code))


@given(catalogues())
def test_a_role_asks_what_it_inherits_and_its_extras(catalogue: Catalogue) -> None:
    for role in catalogue.roles:
        active = {code for code in role.requirements if not catalogue.skill_by_code[code].retired}
        inherited = set(catalogue.requirements(role.extends)) if role.extends else active
        assert set(catalogue.requirements(role.code)) == inherited | catalogue.extras(role.code)
        assert catalogue.extras(role.code) <= set(role.requirements)
