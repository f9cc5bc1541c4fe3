"""What must hold for every catalogue, target and answers, as docs/scoring.md states it."""

from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from assessment.catalogue.file import build, document_of
from assessment.catalogue.model import Catalogue
from assessment.scoring import Answers, GapReport, Readiness, SkillGap, Summary, gap_report
from tests.strategies import cases

Case = tuple[Catalogue, str, str, Answers]
LEVELS = range(6)


def summaries(report: GapReport) -> list[Summary]:
    """The whole, each competency, the extras if there are any."""
    extras = [report.extras] if report.extras else []
    return [report.overall, *(part.summary for part in report.competencies), *extras]


def groups(report: GapReport) -> list[list[SkillGap]]:
    """The skills that `summaries` sums up, in the same order."""
    of_competencies = [
        [skill for skill in report.skills if skill.skill.competency == part.competency.code]
        for part in report.competencies
    ]
    extras = [[skill for skill in report.skills if skill.extra]] if report.extras else []
    return [list(report.skills), *of_competencies, *extras]


@given(cases())
def test_a_summary_is_what_its_formulas_say(case: Case) -> None:
    report = gap_report(*case)
    assert summaries(report) == [plainly(skills) for skills in groups(report)]


def plainly(skills: list[SkillGap]) -> Summary:
    """The formulas of docs/scoring.md a second time, written from the answers alone and as plainly as can be."""
    applicable = [skill for skill in skills if skill.answer != "na"]
    rated = [skill for skill in applicable if skill.answer in LEVELS]
    met = wanted = whole = weight = total = own = 0
    for skill in applicable:
        whole += skill.weight * skill.required
        total += skill.weight
    for skill in rated:
        assert isinstance(skill.answer, int)
        met += skill.weight * min(skill.answer, skill.required)
        wanted += skill.weight * skill.required
        weight += skill.weight
        own += skill.weight * skill.answer
    known = wanted > 0 and 2 * weight >= total
    return Summary(
        readiness=Readiness(Fraction(met, wanted), Fraction(met, whole), Fraction(met + whole - wanted, whole))
        if known
        else None,
        coverage=Fraction(weight, total) if total else None,
        level=Fraction(own, weight) if weight else None,
        required=Fraction(whole, total) if total else None,
        lowest=sorted(rated, key=lambda skill: str(skill.answer))[0] if rated else None,
        rated=len(rated),
        asked=len(skills),
    )


@given(cases())
def test_readiness_lies_within_its_bounds(case: Case) -> None:
    for summary in summaries(gap_report(*case)):
        if known := summary.readiness:
            assert 0 <= known.lower <= known.value <= known.upper <= 1


@given(cases())
def test_the_bounds_are_what_the_unrated_could_make_of_it(case: Case) -> None:
    catalogue, role, grade, answers = case
    report = gap_report(*case)
    unrated = report.in_state("unrated")
    worst = gap_report(catalogue, role, grade, {**answers, **{skill.skill.code: 0 for skill in unrated}})
    best = gap_report(catalogue, role, grade, {**answers, **{skill.skill.code: skill.required for skill in unrated}})
    for now, low, high in zip(summaries(report), summaries(worst), summaries(best), strict=True):
        if now.readiness:
            assert low.readiness == Readiness(*[now.readiness.lower] * 3)
            assert high.readiness == Readiness(*[now.readiness.upper] * 3)


@given(cases(), st.data())
def test_a_higher_level_never_lowers_readiness_nor_its_bounds(case: Case, data: st.DataObject) -> None:
    catalogue, role, grade, answers = case
    before = gap_report(*case)
    rated = [skill for skill in before.skills if skill.level is not None and skill.level < 5]
    assume(rated)
    code, level = data.draw(st.sampled_from([(skill.skill.code, skill.level) for skill in rated]))
    after = gap_report(catalogue, role, grade, {**answers, code: data.draw(st.integers((level or 0) + 1, 5))})
    for old, new in zip(summaries(before), summaries(after), strict=True):
        assert (new.coverage, new.readiness is None) == (old.coverage, old.readiness is None)
        if old.readiness and new.readiness:
            assert new.readiness.value >= old.readiness.value
            assert new.readiness.lower >= old.readiness.lower
            assert new.readiness.upper >= old.readiness.upper


@given(cases(), st.data())
def test_rating_what_was_open_narrows_the_bounds(case: Case, data: st.DataObject) -> None:
    """The readiness itself may fall, since it was a share of what was rated; it stays within the old bounds."""
    catalogue, role, grade, answers = case
    before = gap_report(*case)
    assume(before.in_state("unrated"))
    code = data.draw(st.sampled_from([skill.skill.code for skill in before.in_state("unrated")]))
    after = gap_report(catalogue, role, grade, {**answers, code: data.draw(st.integers(0, 5))})
    for old, new in zip(summaries(before), summaries(after), strict=True):
        if old.readiness:
            assert new.readiness is not None
            assert old.readiness.lower <= new.readiness.lower <= new.readiness.value
            assert new.readiness.value <= new.readiness.upper <= old.readiness.upper


@given(cases(), st.data())
def test_a_higher_requirement_never_lowers_a_gap(case: Case, data: st.DataObject) -> None:
    catalogue, role, grade, answers = case
    code = data.draw(st.sampled_from([skill.code for skill in catalogue.skills]))
    more = data.draw(st.integers(1, 5))
    document = document_of(catalogue)
    for asked in (item["requirements"].get(code) for item in document["roles"]):
        if asked:
            asked["levels"] = {name: min(5, level + more) for name, level in asked["levels"].items()}
    before, after = gap_report(*case), gap_report(build(document), role, grade, answers)
    for old, new in zip(before.skills, after.skills, strict=True):
        assert new.required >= old.required
        assert (new.gap is None) == (old.gap is None)
        assert (new.gap or 0) >= (old.gap or 0)
        assert (new.priority or 0) >= (old.priority or 0)


@given(cases())
def test_na_counts_as_if_the_skill_were_not_asked(case: Case) -> None:
    catalogue, role, grade, answers = case
    left_out = {code for code, answer in answers.items() if answer == "na"}
    document = document_of(catalogue)
    for item in document["roles"]:
        item["requirements"] = {code: need for code, need in item["requirements"].items() if code not in left_out}
    assert numbers(gap_report(build(document), role, grade, answers)) == numbers(gap_report(*case))


def numbers(report: GapReport) -> dict[str, Any]:
    """What a report says, but for how many skills were asked and for groups in which nothing applies."""
    parts = {part.competency.code: part.summary for part in report.competencies}
    kept = {code: plain(summary) for code, summary in parts.items() if summary.required is not None}
    extras = report.extras and report.extras.required is not None and plain(report.extras)
    priorities = [skill.skill.code for skill in report.priorities]
    return {"all": plain(report.overall), "parts": kept, "extras": extras or None, "priorities": priorities}


def plain(summary: Summary) -> tuple[Any, ...]:
    lowest = summary.lowest and summary.lowest.skill.code
    return summary.readiness, summary.coverage, summary.level, summary.required, lowest, summary.rated


@given(cases())
def test_dk_counts_as_no_answer(case: Case) -> None:
    catalogue, role, grade, answers = case
    without = {code: answer for code, answer in answers.items() if answer != "dk"}
    assert numbers(gap_report(catalogue, role, grade, without)) == numbers(gap_report(*case))


@given(cases())
def test_what_is_open_counts_neither_in_readiness_nor_in_the_level(case: Case) -> None:
    catalogue, role, grade, answers = case
    report = gap_report(*case)
    left_out: Answers = {**answers, **{skill.skill.code: "na" for skill in report.in_state("unrated")}}
    for now, rated_only in zip(summaries(report), summaries(gap_report(catalogue, role, grade, left_out)), strict=True):
        assert now.level == rated_only.level
        if now.readiness:
            assert rated_only.readiness == Readiness(*[now.readiness.value] * 3)


@given(cases())
def test_there_is_a_readiness_from_half_coverage_on_where_something_is_required(case: Case) -> None:
    report = gap_report(*case)
    for summary, skills in zip(summaries(report), groups(report), strict=True):
        required = any(skill.required > 0 for skill in skills if skill.level is not None)
        enough = summary.coverage is not None and summary.coverage >= Fraction(1, 2)
        assert (summary.readiness is not None) == (enough and required)


@given(cases())
def test_a_surplus_never_pays(case: Case) -> None:
    catalogue, role, grade, answers = case
    report = gap_report(*case)
    capped = {**answers, **{skill.skill.code: skill.required for skill in report.in_state("above")}}
    after = gap_report(catalogue, role, grade, capped)
    assert [part.readiness for part in summaries(after)] == [part.readiness for part in summaries(report)]
    assert [skill.skill for skill in after.priorities] == [skill.skill for skill in report.priorities]


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_does_not_matter(case: Case, random: Any) -> None:
    catalogue, role, grade, answers = case
    items = list(answers.items())
    random.shuffle(items)
    assert gap_report(catalogue, role, grade, dict(items)) == gap_report(*case)


@given(cases())
def test_answers_to_skills_that_are_not_asked_are_left_aside(case: Case) -> None:
    catalogue, role, grade, answers = case
    asked = {code: answer for code, answer in answers.items() if code in catalogue.requirements(role)}
    assert gap_report(catalogue, role, grade, asked) == gap_report(*case)


@given(cases())
def test_priorities_are_all_gaps_in_order(case: Case) -> None:
    report = gap_report(*case)
    place = {skill.skill.code: index for index, skill in enumerate(report.skills)}
    order = [
        (-skill.weight * (skill.required - (skill.level or 0)), place[skill.skill.code]) for skill in report.priorities
    ]
    assert order == sorted(order)
    assert set(place) >= {skill.skill.code for skill in report.priorities}
    assert sorted(index for _, index in order) == [place[skill.skill.code] for skill in report.in_state("gap")]


@given(cases())
def test_the_skills_of_a_report_are_those_asked_in_catalogue_order(case: Case) -> None:
    catalogue, role, grade, _ = case
    assert [(skill.skill.code, skill.weight, skill.required) for skill in gap_report(*case).skills] == [
        (code, need.weight, need.levels[grade]) for code, need in catalogue.requirements(role).items()
    ]


@given(cases())
def test_competencies_share_out_the_skills(case: Case) -> None:
    report = gap_report(*case)
    counts = [(part.summary.rated, part.summary.asked) for part in report.competencies]
    assert [sum(column) for column in zip(*counts, strict=True)] == [report.overall.rated, report.overall.asked]
