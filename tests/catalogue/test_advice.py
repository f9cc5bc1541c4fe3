import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.advice import advise
from assessment.catalogue.check import check
from assessment.catalogue.file import build
from tests.examples import document, tiny_document, tiny_role, tiny_skill
from tests.strategies import Document, documents

SIX = (
    "not at all",
    "with some help",
    "alone now and then",
    "always by hand",
    "by a script of mine",
    "for everyone here",
)


def plentiful(hand: int = 3, head: int = 3, **roles: Document) -> Document:
    """A right catalogue with so many skills in each competency, all of them asked by its role."""
    skills = [sound_skill(f"A{index}", "HAND") for index in range(hand)]
    skills += [sound_skill(f"B{index}", "HEAD") for index in range(head)]
    asked = {skill["code"]: (1, 1, 2) for skill in skills}
    found = tiny_document(skills=skills, roles=[tiny_role("maker", None, **asked), *roles.values()])
    for level, text in zip(found["levels"], SIX, strict=True):
        level["anchor"] = {"fr": text, "en": text}
    return found


def sound_skill(code: str, competency: str) -> Document:
    return tiny_skill(code, competency) | {"anchors": {"fr": list(SIX), "en": list(SIX)}}


def with_anchors(changes: dict[int, str], language: str = "fr") -> Document:
    found = plentiful()
    for level, text in changes.items():
        found["skills"][4]["anchors"][language][level] = text
    return found


def test_the_documents_of_these_tests_are_right_and_need_no_advice() -> None:
    assert [check(plentiful()), advise(plentiful())] == [[], []]


def test_the_shipped_catalogue_needs_no_advice() -> None:
    assert advise(document()) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_two_anchors_nearly_alike_are_named_at_the_later_one(language: str) -> None:
    found = with_anchors({1: "I keep the code under control", 4: "i keep  the CODE under no control"}, language)
    assert advise(found) == [f"skills[4].anchors.{language}[4]: nearly the same text as level 1"]


def test_three_anchors_nearly_alike_are_named_with_the_first_of_them() -> None:
    found = with_anchors({1: "I keep the code", 3: "I keep all the code", 5: "I keep the old code"})
    assert advise(found) == [
        "skills[4].anchors.fr[3]: nearly the same text as level 1",
        "skills[4].anchors.fr[5]: nearly the same text as level 1",
    ]


def test_half_the_words_in_common_are_no_likeness() -> None:
    assert advise(with_anchors({1: "I keep the code under control", 4: "I keep the peace in meetings"})) == []


def test_the_same_text_is_an_error_and_needs_no_advice() -> None:
    found = with_anchors({1: "I keep the code", 4: "i keep  the code"})
    assert [len(check(found)), advise(found)] == [1, []]


def test_blank_texts_are_not_alike() -> None:
    assert advise(with_anchors(dict.fromkeys(range(6), ""))) == []


@pytest.mark.parametrize("skill", range(32))
def test_a_word_changed_in_a_copy_of_a_shipped_anchor_is_noticed(skill: int) -> None:
    found = document()
    anchors = found["skills"][skill]["anchors"]["en"]
    anchors[5] = " ".join([*anchors[2].split()[:-1], "otherwise"])
    assert advise(found) == [f"skills[{skill}].anchors.en[5]: nearly the same text as level 2"]


def test_the_general_levels_are_read_as_the_anchors_are() -> None:
    found = plentiful()
    found["levels"][3]["anchor"]["en"] = "with some more help"
    found["levels"][0]["anchor"]["fr"] = "n" * 141
    assert advise(found) == [
        "levels[3].anchor.en: nearly the same text as level 1",
        "levels[0].anchor.fr: 141 characters: beyond 140 an anchor is hard to take in",
    ]


def test_an_anchor_of_more_than_140_characters_is_named() -> None:
    assert advise(with_anchors({2: "n" * 141, 3: "m" * 140}, "en")) == [
        "skills[4].anchors.en[2]: 141 characters: beyond 140 an anchor is hard to take in"
    ]


def test_a_skill_that_no_role_requires_is_named() -> None:
    found = plentiful()
    found["skills"].append(sound_skill("Z", "HAND"))
    assert advise(found) == ["skills[6]: no role requires Z"]


def test_a_retired_skill_needs_no_role_no_successor_and_no_texts() -> None:
    found = plentiful()
    found["skills"].append(tiny_skill("Z") | {"retired": True, "anchors": {"fr": ["n" * 200] * 6, "en": [""] * 6}})
    assert advise(found) == []


def test_a_requirement_of_a_retired_skill_is_named_in_the_role_that_holds_it() -> None:
    found = plentiful(hand=4, boss=tiny_role("boss", "maker"))
    found["skills"][3]["retired"] = True
    assert advise(found) == ["roles[0].requirements.A3: A3 is retired: what is required of it has no effect"]


def test_a_small_group_is_named_once_a_role_that_asks_it() -> None:
    found = plentiful(hand=2, boss=tiny_role("boss", "maker"), chief=tiny_role("chief", B0=(1, 1, 1)))
    assert advise(found) == [
        "roles[0].requirements: few skills of HAND: with 2, its level says little",
        "roles[1].requirements: few skills of HAND: with 2, its level says little",
        "roles[2].requirements: few skills of HEAD: with 1, its level says little",
    ]


def test_an_extension_may_make_a_small_group_large_enough() -> None:
    found = plentiful(boss=tiny_role("boss", "maker", A2=(1, 1, 1)))
    del found["roles"][0]["requirements"]["A2"]
    assert advise(found) == ["roles[0].requirements: few skills of HAND: with 2, its level says little"]


def test_a_group_shrinks_with_the_skills_that_are_retired() -> None:
    found = plentiful()
    found["skills"][0]["retired"] = True
    assert advise(found)[-1] == "roles[0].requirements: few skills of HAND: with 2, its level says little"


@pytest.mark.parametrize(("count", "said"), [(6, []), (7, ["roles[0].requirements: "])])
def test_a_group_of_more_than_twice_the_usual_size_is_named(count: int, said: list[str]) -> None:
    found = plentiful(hand=count)
    found["competencies"].append({**found["competencies"][0], "code": "FOOT"})
    for code in ("F0", "F1", "F2"):
        found["skills"].append(sound_skill(code, "FOOT"))
        found["roles"][0]["requirements"][code] = {"weight": 1, "levels": {"new": 1, "old": 1}}
    assert advise(found) == [
        f"{place}many skills of HAND: {count}, more than twice what is usual in this role" for place in said
    ]


def test_roles_that_extend_each_other_in_a_circle_are_counted_once() -> None:
    found = plentiful(boss=tiny_role("boss", "maker"))
    found["roles"][0]["extends"] = "boss"
    assert advise(found) == []


def test_a_role_or_skill_that_does_not_exist_is_passed_over() -> None:
    found = plentiful(boss=tiny_role("boss", "nobody", NONE=(1, 1, 1)))
    assert advise(found) == []


def test_an_unfinished_draft_gets_advice() -> None:
    draft = tiny_document(**{key: [] for key in ("levels", "missions", "competencies", "skills", "grades", "roles")})
    assert advise(draft) == []
    assert advise(draft | {"skills": [tiny_skill("A")]}) == ["skills[0]: no role requires A"]
    assert advise(draft | {"roles": [tiny_role("maker")]}) == []


def test_advice_knows_its_parts() -> None:
    found = plentiful(hand=2)
    (fault,) = advise(found)
    assert (fault.place, fault.values) == ("roles[0].requirements", {"code": "HAND", "count": 2})


@given(documents(), st.data())
def test_advice_is_given_on_every_draft_and_changes_nothing(found: Document, data: st.DataObject) -> None:
    blanked(found, data)
    before = copy.deepcopy(found)
    assert [fault for fault in advise(found) if not (fault.place and fault.isprintable())] == []
    assert found == before


def blanked(found: Document, data: st.DataObject) -> None:
    """Take away what a draft may lack: texts, levels, requirements, the end of a line of roles."""
    codes = [role["code"] for role in found["roles"]]
    for role in found["roles"]:
        role["extends"] = data.draw(st.sampled_from([None, *codes]))
        for asked in data.draw(st.sampled_from([role["requirements"], {}])).values():
            asked["levels"] = {}
    for skill in found["skills"]:
        skill["anchors"] = data.draw(st.sampled_from([skill["anchors"], {"fr": [""] * 6, "en": [""] * 6}]))


@given(documents())
def test_what_advice_says_of_groups_is_so(found: Document) -> None:
    """Counted a second time, role by role, from the pages of the catalogue made of the document."""
    catalogue = build(found)
    small: list[Any] = [
        (f"roles[{index}].requirements", group.code, len(skills))
        for index, role in enumerate(catalogue.roles)
        for group, skills in catalogue.pages(role.code)
        if len(skills) < 3
    ]
    said = [fault for fault in advise(found) if fault.text.startswith("few")]
    assert [(fault.place, fault.values["code"], fault.values["count"]) for fault in said] == small


def test_a_skill_that_is_published_is_better_retired_than_deleted() -> None:
    codes = [skill["code"] for skill in plentiful()["skills"]]
    assert advise(plentiful(), codes) == []
    assert advise(plentiful(), [*codes, "Z9"]) == [
        "skills: Z9 is published and not in the draft: retired, reports could still name it"
    ]
