"""What must hold of a plan whatever the catalogue, the answers, the interests and what is sent."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assessment.catalogue.model import Catalogue
from assessment.models import MOST_STEPS, Assessment, CatalogueVersion, PlanItem
from assessment.models.plan import INTERESTS, MOST_STEP_CHARACTERS
from assessment.plan import ORDERS, imagine, ordered, outlook, prospects, weighed, what_if
from assessment.plan_forms import LABELS, PlanForm, higher, imagined
from assessment.scoring import Answers, GapReport, SkillGap, gap_report
from tests.people import address, finish
from tests.strategies import cases

Case = tuple[Catalogue, str, str, Answers]


@st.composite
def reports(draw: st.DrawFn) -> GapReport:
    """A report with a gap."""
    found = gap_report(*draw(cases()))
    assume(found.priorities)
    return found


def interests_of(report: GapReport) -> st.SearchStrategy[dict[str, int]]:
    codes = [gap.skill.code for gap in report.priorities]
    return st.dictionaries(st.sampled_from(codes), st.sampled_from(INTERESTS))


# Order


@given(reports(), st.data(), st.sampled_from(list(ORDERS)))
def test_every_order_holds_every_gap_once(report: GapReport, data: st.DataObject, order: str) -> None:
    found = ordered(report.priorities, data.draw(interests_of(report)), order)
    assert sorted(gap.skill.code for gap in found) == sorted(gap.skill.code for gap in report.priorities)


@given(reports(), st.data())
def test_the_order_of_the_report_takes_no_interest(report: GapReport, data: st.DataObject) -> None:
    assert ordered(report.priorities, data.draw(interests_of(report)), "priority") == report.priorities


@given(reports(), st.data())
def test_orders_are_what_the_page_says(report: GapReport, data: st.DataObject) -> None:
    """The two sentences of the page a second time, written as plainly as can be."""
    interests = data.draw(interests_of(report))
    place = {gap.skill.code: number for number, gap in enumerate(report.skills)}

    def plainly(worth: Mapping[str, int]) -> list[str]:
        given = [gap for gap in report.priorities if gap.skill.code in interests]
        rest = [gap for gap in report.priorities if gap.skill.code not in interests]
        given.sort(key=lambda gap: (-worth[gap.skill.code], -(gap.priority or 0), place[gap.skill.code]))
        return [gap.skill.code for gap in (*given, *rest)]

    both = {gap.skill.code: (gap.priority or 0) * interests.get(gap.skill.code, 0) for gap in report.priorities}
    assert [gap.skill.code for gap in ordered(report.priorities, interests, "interest")] == plainly(interests)
    assert [gap.skill.code for gap in ordered(report.priorities, interests, "both")] == plainly(both)
    known = {gap.skill.code: weighed(gap, interests) for gap in report.priorities}
    assert known == {code: both[code] if code in interests else None for code in known}


# What if


def reachable(report: GapReport) -> st.SearchStrategy[dict[str, int]]:
    choices = [(gap.skill.code, level) for gap in report.priorities for level in higher(gap)]
    return st.lists(st.sampled_from(choices), min_size=1, max_size=4).map(dict)


@given(reports(), st.data())
def test_reaching_more_never_lowers_where_one_stands(report: GapReport, data: st.DataObject) -> None:
    found = imagine(report, data.draw(reachable(report)))
    assert (found.now.value is None) == (found.then.value is None)
    assert found.now.value is None or found.then.value is None or found.now.value < found.then.value
    assert found.now.lower < found.then.lower
    assert found.now.upper < found.then.upper <= 1


@given(reports(), st.data())
def test_what_is_imagined_is_what_another_rating_would_have_given(report: GapReport, data: st.DataObject) -> None:
    levels = data.draw(reachable(report))
    answers: Answers = {gap.skill.code: gap.answer for gap in report.skills if gap.answer is not None}
    wanted = gap_report(report.catalogue, report.role.code, report.grade.code, {**answers, **levels})
    assert what_if(report, levels) == wanted
    assert what_if(report, {}) == report
    assert [then for _now, then in imagine(report, levels).competencies] == [
        part
        for part in wanted.competencies
        if any(report.catalogue.skill_by_code[code].competency == part.competency.code for code in levels)
    ]


@given(reports())
def test_the_bounds_follow_from_their_formulas(report: GapReport) -> None:
    found = outlook(report)
    applicable = [gap for gap in report.skills if gap.state != "not_applicable"]
    rated = [gap for gap in applicable if gap.level is not None]
    whole, met = sum(gap.wanted for gap in applicable), sum(gap.met for gap in rated)
    unrated = whole - sum(gap.wanted for gap in rated)
    assert [found.lower * whole, found.upper * whole] == [Fraction(met), Fraction(met + unrated)]
    assert found.value == (report.overall.readiness and report.overall.readiness.value)


@given(reports())
def test_what_a_pick_alone_would_do_grows_with_its_level(report: GapReport) -> None:
    for gap in report.priorities:
        found = prospects(report, gap)
        assert [prospect.level for prospect in found] == sorted({gap.next_level or 0, gap.required})
        assert [prospect.outlook.lower for prospect in found] == sorted(prospect.outlook.lower for prospect in found)


QUERY = st.dictionaries(
    st.sampled_from(["order", "reach-", "reach-S0", "reach-S1", "reach-S2", "reach-X", "x"]) | st.text(max_size=9),
    st.sampled_from(["", "0", "1", "2", "3", "4", "5", "6", "-1", "３", "na"]) | st.text(max_size=9),
)


@given(reports(), QUERY)
def test_only_levels_above_ones_own_are_imagined(report: GapReport, query: dict[str, str]) -> None:
    levels, _all_read = imagined(report.priorities, query)
    by_code = {gap.skill.code: gap for gap in report.priorities}
    assert [code for code, level in levels.items() if not (by_code[code].level or 0) < level <= 5] == []


# What is sent


TYPED = st.sampled_from(["", "yes", "0", "3", "4", "2027-01-31", "31/01/2027", "2027-02-30", "=1+1", "x" * 301])
TEXT = TYPED | st.text(max_size=20) | st.text(st.characters(categories=["Cc", "Cf", "Zl", "So"]), max_size=5)


def sent(codes: list[str]) -> st.SearchStrategy[dict[str, str]]:
    names = [f"{name}-{code}" for name in (*LABELS, "shown") for code in codes]
    return st.dictionaries(st.sampled_from(names), TEXT, max_size=20)


def right(gap: SkillGap, edit: Mapping[str, Any]) -> bool:
    """Whether all that an edit would write may be stored."""
    step, interest, until = edit.get("step", ""), edit.get("interest"), edit.get("until")
    kept = len(step) <= MOST_STEP_CHARACTERS and not any(char in step for char in "\x00\n\r\x7f\u2028")
    return kept and interest in (None, *INTERESTS) and (until is None or isinstance(until, date))


@given(reports(), st.data())
def test_whatever_is_sent_is_kept_or_told_of(report: GapReport, data: st.DataObject) -> None:
    fields = data.draw(sent([gap.skill.code for gap in report.priorities]))
    form = PlanForm(report.priorities, fields)
    by_code = {gap.skill.code: gap for gap in report.priorities}
    assert [code for code, edit in form.edits.items() if not right(by_code[code], edit)] == []
    told = [box.auto_id for box in form for _error in box.errors]
    assert sorted(told) == sorted(form.errors)
    assert (form.is_valid(), form.non_field_errors) == (not told, [])
    for line in form.lines([], "both"):
        for box in line.boxes.values():
            assert not box.error or "\x00" not in box.value


@pytest.mark.django_db
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(data=st.data())
def test_whatever_is_sent_breaks_no_page_and_leaves_a_plan_that_may_be(
    client: Client, published: CatalogueVersion, data: st.DataObject
) -> None:
    finished = Assessment.objects.first() or finish(client)
    codes = [gap.skill.code for gap in finished.gap_report().priorities]
    fields = data.draw(sent(codes))
    response = client.post(address(finished, "plan/"), fields)
    assert response.status_code in (200, 302)
    places = list(finished.plan.filter(place__isnull=False).values_list("place", flat=True))
    assert places == list(range(1, len(places) + 1))
    assert len(places) <= MOST_STEPS
    assert [item for item in PlanItem.objects.all() if not item.says_something or item.skill not in codes] == []
    assert client.get(address(finished, "plan/?order=both")).status_code == 200
