from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessment.catalogue.file import build, document_of
from assessment.catalogue.model import Catalogue
from assessment.scoring import Answers, GapReport, SkillGap, gap_report
from assessment.today import Change, Comparison, Rewording, Wording, compare
from tests.examples import WORKED_ANSWERS, shipped, tiny_document, tiny_role, tiny_skill
from tests.people import edited_document
from tests.strategies import answers_to, cases, catalogues

Case = tuple[Catalogue, str, str, Answers]


def made(case: Case, newer: Catalogue, language: str = "en") -> Comparison:
    """The comparison of a case with a newer catalogue that has its target."""
    found = compare(gap_report(*case), newer, language)
    assert found is not None
    return found


def tiny(document: dict[str, Any], answers: Answers | None = None, language: str = "en") -> Comparison:
    """One who answered the tiny catalogue, at the grade "new", before it became this document."""
    return made((build(tiny_document()), "maker", "new", answers or {}), build(document), language)


def gaps(report: GapReport) -> dict[str, SkillGap]:
    return {gap.skill.code: gap for gap in report.skills}


def codes(changes: tuple[Change, ...]) -> list[str]:
    return [change.skill.code for change in changes]


# The worked person


@pytest.fixture(scope="module")
def worked() -> Comparison:
    return made((shipped(), "devops", "confirmed", WORKED_ANSWERS), build(edited_document()))


def test_the_worked_person_sees_what_the_editor_changed_and_nothing_else(worked: Comparison) -> None:
    assert codes(worked.moved) == ["T1", "G1", "C1"]
    assert codes(worked.added) == ["T9"]
    assert codes(worked.dropped) == ["T5", "G4"]
    assert [rewording.skill.code for rewording in worked.reworded] == ["T2"]
    assert worked.asks_otherwise


def test_level_weight_and_gap_stand_side_by_side(worked: Comparison) -> None:
    found = {
        change.skill.code: [(gap.required, gap.weight, gap.gap) for gap in (change.then, change.now) if gap]
        for change in worked.moved
    }
    assert found == {
        "T1": [(3, 3, 0), (4, 3, 1)],
        "G1": [(3, 2, 1), (2, 2, 0)],
        "C1": [(3, 2, 0), (3, 3, 0)],
    }


def test_the_figures_are_those_of_the_two_catalogues(worked: Comparison) -> None:
    """By hand: T1 asks for 3 more, G1 for 2 less; C1 weighs 3 more, all met; G4 goes, 2 and met; T5 and T9 are open."""
    then, now = worked.then.overall.readiness, worked.now.overall.readiness
    assert then is not None
    assert now is not None
    assert (then.value, now.value) == (Fraction(106, 135), Fraction(106 + 3 - 2, 135 + 3 - 2 + 3 - 2))
    assert (worked.then.overall.coverage, worked.now.overall.coverage) == (Fraction(46, 52), Fraction(46, 52))


def test_a_retired_skill_names_its_successors_in_todays_words(worked: Comparison) -> None:
    successors = {change.skill.code: [skill.name.en for skill in change.successors] for change in worked.dropped}
    assert successors == {"T5": ["Check code without a thought"], "G4": []}


def test_a_rewording_has_the_texts_that_changed_and_the_answer_given_to_the_old_ones(worked: Comparison) -> None:
    (found,) = worked.reworded
    old, new = (catalogue.skill_by_code["T2"] for catalogue in (worked.then.catalogue, worked.now.catalogue))
    assert found == Rewording(
        skill=new,
        answer=2,
        wordings=(
            Wording(None, old.name.en, "Write a script"),
            Wording(2, old.anchors[2].en, "I do it otherwise, level 2."),
            Wording(5, old.anchors[5].en, "I do it otherwise, level 5."),
        ),
    )


# Small cases


def test_a_skill_that_was_not_asked_has_no_answer_even_if_one_is_stored() -> None:
    only_a = build(tiny_document(roles=[tiny_role("maker", A=(3, 2, 4))]))
    found = made((only_a, "maker", "new", {"A": 2, "B": 0}), build(tiny_document()))
    (change,) = found.added
    assert (change.skill.code, change.then) == ("B", None)
    assert change.now is not None
    assert (change.now.answer, change.now.gap, change.now.state) == (None, None, "unrated")


def test_a_skill_that_the_catalogue_has_no_more_has_no_successor() -> None:
    document = tiny_document(skills=[tiny_skill("A"), tiny_skill("C", "HEAD")], roles=[tiny_role("maker", A=(3, 2, 4))])
    (change,) = tiny(document, {"B": 3}).dropped
    assert (change.skill.code, change.now, change.successors) == ("B", None, ())
    assert change.then is not None
    assert change.then.answer == 3


def test_several_successors_keep_their_order() -> None:
    retired = tiny_skill("B", "HEAD") | {"retired": True, "replaced_by": ["D", "C"]}
    skills = [tiny_skill("A"), retired, tiny_skill("C", "HEAD"), tiny_skill("D", "HEAD")]
    (change,) = tiny(tiny_document(skills=skills)).dropped
    assert [skill.code for skill in change.successors] == ["D", "C"]


def test_a_rewording_in_the_other_language_is_none_of_theirs() -> None:
    document = tiny_document()
    document["skills"][0]["anchors"]["fr"][3] = "Autrement"
    assert tiny(document, {"A": 3}, "en").reworded == ()
    (rewording,) = tiny(document, {"A": 3}, "fr").reworded
    assert rewording.wordings == (Wording(3, "A3 fr", "Autrement"),)


def test_a_skill_without_an_answer_is_reworded_too() -> None:
    document = tiny_document()
    document["skills"][0]["name"]["en"] = "Otherwise"
    found = tiny(document)
    assert [(rewording.answer, rewording.wordings) for rewording in found.reworded] == [
        (None, (Wording(None, "A (en)", "Otherwise"),))
    ]
    assert not found.asks_otherwise


def test_what_concerns_another_grade_or_role_changes_nothing() -> None:
    roles = [tiny_role("maker", A=(3, 2, 5), B=(1, 1, 5)), tiny_role("boss", "maker", B=(3, 5, 5))]
    found = tiny(tiny_document(roles=roles), {"A": 1})
    assert (found.moved, found.added, found.dropped, found.reworded) == ((), (), (), ())
    assert not found.asks_otherwise


@pytest.mark.parametrize(("role", "grade"), [("gone", "new"), ("maker", "gone"), ("gone", "gone")])
def test_a_target_that_is_no_more_has_no_comparison(role: str, grade: str) -> None:
    report = gap_report(build(tiny_document()), "maker", "new", {"A": 3})
    changed = replace(report, role=replace(report.role, code=role), grade=replace(report.grade, code=grade))
    assert compare(changed, build(tiny_document()), "en") is None


def test_too_few_answers_today_yield_no_verdict() -> None:
    skills = [tiny_skill("A"), tiny_skill("B", "HEAD"), tiny_skill("C", "HEAD")]
    roles = [tiny_role("maker", A=(3, 2, 4), B=(1, 1, 2), C=(3, 2, 2))]
    found = tiny(tiny_document(skills=skills, roles=roles), {"A": 2})
    assert found.then.overall.readiness is not None
    assert found.now.overall.readiness is None
    assert found.now.overall.coverage == Fraction(3, 7)


# Every input


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Case, Catalogue]:
    """One who answered a catalogue, and another catalogue that has their target."""
    older, newer = draw(catalogues()), draw(catalogues())
    roles = sorted(set(older.role_by_code) & set(newer.role_by_code))
    grades = sorted(set(older.grade_by_code) & set(newer.grade_by_code))
    target = draw(st.sampled_from(roles)), draw(st.sampled_from(grades))
    return (older, *target, draw(answers_to([skill.code for skill in older.skills]))), newer


def edited(case: Case, edit: Callable[[dict[str, Any]], None]) -> Comparison:
    document = document_of(case[0])
    for role in document["roles"]:
        edit(role["requirements"])
    return made(case, build(document))


@given(cases(), st.sampled_from(["fr", "en"]))
def test_equal_catalogues_give_nothing(case: Case, language: str) -> None:
    found = made(case, build(document_of(case[0])), language)
    assert (found.moved, found.added, found.dropped, found.reworded) == ((), (), (), ())
    assert found.now == found.then


@given(cases(), st.data())
def test_a_requirement_that_rises_never_shows_a_smaller_gap(case: Case, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([skill.code for skill in case[0].skills]))
    more = data.draw(st.integers(1, 5))

    def raise_it(asked: dict[str, Any]) -> None:
        if code in asked:
            levels = asked[code]["levels"]
            asked[code]["levels"] = {grade: min(5, level + more) for grade, level in levels.items()}

    found = edited(case, raise_it)
    assert codes(found.moved) in ([], [code])
    assert (found.added, found.dropped, found.reworded) == ((), (), ())
    for change in found.moved:
        assert change.then is not None
        assert change.now is not None
        assert change.now.required > change.then.required
        assert (change.then.gap is None) == (change.now.gap is None)
        assert change.now.gap is None or change.then.gap is None or change.now.gap > change.then.gap


@given(cases(), st.data())
def test_what_was_not_asked_or_not_answered_never_counts_as_0(case: Case, data: st.DataObject) -> None:
    """The share of what is rated stays as it was, and the best that could be grows with what is open."""
    newer, role, grade, answers = case
    removable = [code for code in newer.requirements(role) if len(newer.requirements(role)) > 1]
    assume(removable)
    code = data.draw(st.sampled_from(removable))
    document = document_of(newer)
    for item in document["roles"]:
        item["requirements"].pop(code, None)
    assume(all(item["requirements"] for item in document["roles"]))
    found = made((build(document), role, grade, answers), newer)
    assert codes(found.added) == [code]
    (now,) = [change.now for change in found.added if change.now]
    assert (now.answer, now.level, now.gap, now.priority, now.state) == (None, None, None, None, "unrated")
    before, after = found.then.overall, found.now.overall
    assert (after.rated, after.level, after.lowest) == (before.rated, before.level, before.lowest)
    if before.readiness and after.readiness:
        assert after.readiness.value == before.readiness.value
        assert after.readiness.lower <= before.readiness.lower
        assert after.readiness.upper >= before.readiness.upper


@given(pairs())
def test_every_skill_that_differs_stands_in_its_place_and_no_other(pair: tuple[Case, Catalogue]) -> None:
    case, newer = pair
    found = made(case, newer)
    then, now = gaps(found.then), gaps(found.now)
    moved = [code for code in now if code in then and _asks(now[code]) != _asks(then[code])]
    assert codes(found.moved) == moved
    assert codes(found.added) == [code for code in now if code not in then]
    assert codes(found.dropped) == [code for code in then if code not in now]
    for change in (*found.moved, *found.added, *found.dropped):
        assert (change.then, change.now) == (then.get(change.skill.code), now.get(change.skill.code))


def _asks(gap: SkillGap) -> tuple[int, int]:
    return gap.required, gap.weight


@given(pairs())
def test_both_readings_are_of_the_same_answers(pair: tuple[Case, Catalogue]) -> None:
    case, newer = pair
    _, role, grade, answers = case
    found = made(case, newer)
    asked = {code: answer for code, answer in answers.items() if code in gaps(found.then)}
    assert found.then == gap_report(*case)
    assert found.now == gap_report(newer, role, grade, asked)
    if not found.asks_otherwise:
        assert found.now.overall.readiness == found.then.overall.readiness


@given(pairs(), st.sampled_from(["fr", "en"]))
def test_a_rewording_is_of_a_skill_asked_in_both_and_its_texts_differ(
    pair: tuple[Case, Catalogue], language: str
) -> None:
    case, newer = pair
    found = made(case, newer, language)
    then, now = gaps(found.then), gaps(found.now)
    differ = [
        code
        for code in now
        if code in then
        and any(
            old.said_in(language) != new.said_in(language)
            for old, new in zip(
                (then[code].skill.name, *then[code].skill.anchors),
                (now[code].skill.name, *now[code].skill.anchors),
                strict=True,
            )
        )
    ]
    assert [rewording.skill.code for rewording in found.reworded] == differ
    assert [w for rewording in found.reworded for w in rewording.wordings if w.then == w.now] == []
    assert [rewording.answer for rewording in found.reworded] == [then[code].answer for code in differ]
