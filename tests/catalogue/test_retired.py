"""A retired skill is asked by nobody and counts nowhere, and is still known."""

import hashlib
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.check import check
from assessment.catalogue.file import SHIPPED, build, canonical, document_of, read, write
from assessment.catalogue.model import Catalogue, Skill
from assessment.radar import radar
from assessment.scoring import gap_report, read_answers
from tests.examples import WORKED_ANSWERS, changed, document, shipped, tiny_document, tiny_role
from tests.strategies import Document, answers_to, documents, targets

RETIRED = {"skills.0.retired": True, "skills.0.replaced_by": ["B"]}


def without_retired(found: Document) -> Document:
    """The document with its retired skills taken out, from the requirements too."""
    gone = {skill["code"] for skill in found["skills"] if skill.get("retired")}
    roles = [role | {"requirements": without(role["requirements"], gone)} for role in found["roles"]]
    skills = [skill for skill in found["skills"] if skill["code"] not in gone]
    return found | {"roles": roles, "skills": skills}


def without(values: Document, codes: set[str]) -> Document:
    return {code: value for code, value in values.items() if code not in codes}


def retiring(*codes: str) -> Catalogue:
    """The shipped catalogue with some skills retired."""
    found = document()
    for skill in found["skills"]:
        if skill["code"] in codes:
            skill["retired"] = True
    assert check(found) == []
    return build(found)


def test_a_retired_skill_is_still_known_with_its_successors() -> None:
    skill = build(changed(RETIRED)).skill_by_code["A"]
    assert (skill.retired, skill.replaced_by, skill.name.en) == (True, ("B",), "A (en)")
    assert [(skill.retired, skill.replaced_by) for skill in shipped().skills] == [(False, ())] * 32


def test_a_retired_skill_is_asked_by_no_role() -> None:
    found = build(changed(RETIRED))
    assert [list(found.requirements(role)) for role in ("maker", "boss")] == [["B"], ["B"]]
    assert [skill.code for role in found.roles for _, skills in found.pages(role.code) for skill in skills] == ["B"] * 2


def test_a_competency_with_retired_skills_alone_is_no_page() -> None:
    found = build(changed(RETIRED))
    assert [group.code for group, _ in found.pages("maker")] == ["HEAD"]
    assert [part.competency.code for part in gap_report(found, "maker", "new", {}).competencies] == ["HEAD"]


def test_a_retired_skill_is_no_extra() -> None:
    roles = [tiny_role("maker", A=(3, 2, 4)), tiny_role("boss", "maker", B=(1, 1, 2))]
    found = tiny_document(roles=roles)
    assert build(found).extras("boss") == {"B"}
    found["skills"][1]["retired"] = True
    assert build(found).extras("boss") == frozenset()
    assert gap_report(build(found), "boss", "new", {"A": 1, "B": 1}).extras is None


def test_what_a_role_requires_of_a_retired_skill_is_not_inherited_either() -> None:
    catalogue = retiring("T1", "M1")
    asked = set(shipped().requirements("mlops")) - {"T1", "M1"}
    assert set(catalogue.requirements("mlops")) == asked
    assert catalogue.extras("mlops") == shipped().extras("mlops") - {"M1"}


def test_an_answer_to_a_retired_skill_is_left_aside_and_keeps_readable() -> None:
    catalogue = retiring("T1", "T2")
    answers = read_answers(dict(WORKED_ANSWERS), catalogue)
    assert answers == WORKED_ANSWERS
    left = {code: answer for code, answer in WORKED_ANSWERS.items() if code not in ("T1", "T2")}
    report = gap_report(catalogue, "devops", "confirmed", answers)
    assert report == gap_report(catalogue, "devops", "confirmed", left)
    assert [skill.skill.code for skill in report.skills] == [
        code for code in shipped().requirements("devops") if code not in ("T1", "T2")
    ]


def test_the_radar_has_no_axis_for_a_competency_of_retired_skills() -> None:
    codes = [skill.code for skill in shipped().skills if skill.competency == "PM"]
    drawn = radar(gap_report(retiring(*codes), "devops", "confirmed", WORKED_ANSWERS))
    assert drawn is not None
    assert [axis.name.en for axis in drawn.axes] == ["Technical skills", "Communication", "Proactivity"]


def test_a_catalogue_without_retired_skills_keeps_its_bytes() -> None:
    """The keys are said only where they are so: the file that ships is what it was before they existed."""
    assert b"retired" not in SHIPPED.read_bytes()
    assert b"replaced_by" not in SHIPPED.read_bytes()
    assert write(shipped()) == SHIPPED.read_bytes()
    assert shipped().sha256 == hashlib.sha256(SHIPPED.read_bytes()).hexdigest()


def test_a_retired_skill_comes_back_as_it_was_written() -> None:
    found = changed(RETIRED)
    assert document_of(read(canonical(found))) == found
    plain = changed({"skills.0.retired": True})
    assert document_of(read(canonical(plain))) == plain
    assert "replaced_by" not in json.loads(write(build(plain)))["skills"][0]
    assert len({build(each).sha256 for each in (found, plain, changed({}))}) == 3


@given(documents())
def test_the_keys_are_there_only_where_they_say_something(found: Document) -> None:
    for skill, item in zip(build(found).skills, document_of(build(found))["skills"], strict=True):
        assert {key: item[key] for key in ("retired", "replaced_by") if key in item} == said_of(skill)


def said_of(skill: Skill) -> dict[str, Any]:
    retired = {"retired": True} if skill.retired else {}
    return retired | ({"replaced_by": list(skill.replaced_by)} if skill.replaced_by else {})


@given(documents(), st.data())
def test_a_report_is_that_of_a_catalogue_without_the_retired_skills(found: Document, data: st.DataObject) -> None:
    catalogue, bare = build(found), build(without_retired(found))
    role, grade = data.draw(targets(catalogue))
    answers = data.draw(answers_to([skill.code for skill in catalogue.skills]))
    one, two = (gap_report(each, role, grade, answers) for each in (catalogue, bare))
    assert (one.overall, one.competencies, one.extras) == (two.overall, two.competencies, two.extras)
    assert (one.skills, one.priorities) == (two.skills, two.priorities)
    assert radar(one) == radar(two)
    assert catalogue.pages(role) == bare.pages(role)


@given(documents())
def test_no_role_asks_a_retired_skill_and_every_role_asks_another(found: Document) -> None:
    catalogue = build(found)
    retired = {skill.code for skill in catalogue.skills if skill.retired}
    asked = [set(catalogue.requirements(role.code)) for role in catalogue.roles]
    assert [codes for codes in asked if codes & retired or not codes] == []
