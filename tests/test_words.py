from dataclasses import replace
from fractions import Fraction

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.model import Text
from assessment.radar import radar
from assessment.scoring import GapReport, SkillGap, gap_report
from assessment.templatetags import words
from tests.examples import WORKED_ANSWERS, shipped

LEVELS = shipped().levels
NO_BREAK = "\N{NO-BREAK SPACE}"
ODD = Text("le mot", "the word")


def report(**answers: int | str) -> GapReport:
    return gap_report(shipped(), "devops", "confirmed", WORKED_ANSWERS | answers)  # type: ignore[operator]  # odd words too


def skill(code: str = "T1", **changes: object) -> SkillGap:
    (found,) = (skill for skill in report().skills if skill.skill.code == code)
    return replace(found, **changes)  # type: ignore[arg-type]  # whatever the test wants


@pytest.mark.parametrize(("language", "wanted"), [("fr", "le mot"), ("en", "the word"), (None, "le mot")])
def test_a_text_is_said_in_the_language_of_the_page(language: str | None, wanted: str) -> None:
    with override(language):
        assert words.said(ODD) == wanted


@pytest.mark.parametrize(
    ("share", "en", "fr"),
    [
        (Fraction(106, 135), "78.5%", f"78,5{NO_BREAK}%"),
        (Fraction(1), "100.0%", f"100,0{NO_BREAK}%"),
        (Fraction(0), "0.0%", f"0,0{NO_BREAK}%"),
        (Fraction(1, 2000), "0.1%", f"0,1{NO_BREAK}%"),
    ],
)
def test_a_share_is_a_percentage_with_one_decimal(share: Fraction, en: str, fr: str) -> None:
    with override("en"):
        assert words.percent(share) == en
    with override("fr"):
        assert words.percent(share).replace("\N{NARROW NO-BREAK SPACE}", NO_BREAK) == fr


def test_a_mean_has_one_decimal() -> None:
    with override("en"):
        assert [words.decimal(Fraction(5, 2)), words.decimal(Fraction(3))] == ["2.5", "3.0"]
    with override("fr"):
        assert words.decimal(Fraction(5, 2)) == "2,5"


@given(st.fractions(0, 1))
def test_a_share_in_a_drawing_is_a_plain_number_in_every_language(share: Fraction) -> None:
    with override("fr"):
        said = words.hundred(share)
    assert 0 <= float(said) <= 100
    assert abs(Fraction(said) - share * 100) <= Fraction(1, 20)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_level_has_its_name_from_the_catalogue(language: str) -> None:
    names = [level.name.said_in(language) for level in LEVELS]
    with override(language):
        assert [words.level_name(value, LEVELS) for value in range(6)] == names
        assert [words.level_name(str(value), LEVELS) for value in range(6)] == names
        assert [words.answer_name(value, LEVELS) for value in (0, "0", 5, "5")] == [names[0]] * 2 + [names[5]] * 2


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_answers_that_are_no_level_are_said_differently(language: str) -> None:
    with override(language):
        said = [words.answer_name(value, LEVELS) for value in ("na", "dk", "", *range(6))]
    assert len(set(said)) == 9
    assert all(said)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_weights_have_three_names(language: str) -> None:
    with override(language):
        assert len({words.weight_name(weight) for weight in (1, 2, 3)}) == 3


def test_a_gap_gives_its_size_and_weight_as_its_reason() -> None:
    with override("en"):
        assert words.reason(skill(gap=2, weight=3)) == "2 levels below, essential for the role"
        assert words.reason(skill(gap=1, weight=1)) == "1 level below, useful for the role"


def test_a_strength_says_how_far_it_goes() -> None:
    with override("en"):
        assert words.strength(skill(gap=0)) == "as asked"
        assert words.strength(skill(gap=-1)) == "1 level above what is asked"
        assert words.strength(skill(gap=-3)) == "3 levels above what is asked"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_one_and_many_are_said_differently_and_figures_stand_in_both(language: str) -> None:
    with override(language):
        for say in (words.reason, words.standing, words.strength):
            sign = -1 if say is words.strength else 1
            one, two = say(skill(gap=sign, state="gap")), say(skill(gap=2 * sign, state="gap"))
            assert "1" in one
            assert "2" in two
            assert one.replace("1", "2") != two


def test_the_standing_of_a_skill_says_its_state() -> None:
    with override("en"):
        assert words.standing(skill(state="gap", gap=1)) == "1 level below what is asked"
        assert words.standing(skill(state="gap", gap=4)) == "4 levels below what is asked"
        assert words.standing(skill(state="met", gap=0)) == words.strength(skill(gap=0))
        assert words.standing(skill(state="above", gap=-2)) == words.strength(skill(gap=-2))
        odd = [
            skill(state="not_applicable", answer="na", gap=None),
            skill(state="unrated", answer=None, gap=None),
            skill(state="unrated", answer="dk", gap=None),
        ]
        assert len({words.standing(found) for found in odd}) == 3


def test_what_is_reached_is_as_asked_or_above() -> None:
    found = words.reached(report())
    assert {skill.state for skill in found} == {"met", "above"}
    assert len(found) == sum(skill.state in ("met", "above") for skill in report().skills)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_label_is_cut_into_short_lines_around_its_place(language: str) -> None:
    picture = radar(report())
    assert picture is not None
    axis = replace(picture.axes[0], name=Text("un deux trois quatre cinq six", "one two three four five six"), rise=1.0)
    low = replace(axis, rise=0.0)
    with override(language):
        lines = words.label_lines(axis)
        assert " ".join(line for line, _ in lines) == words.said(axis.name)
        assert [len(line) <= 20 for line, _ in lines] == [True, True]
        assert [height for _, height in lines] == [round(axis.label.y - words.LINE, 1), round(axis.label.y, 1)]
        assert [height for _, height in words.label_lines(low)] == [
            round(low.label.y + words.CAPITAL, 1),
            round(low.label.y + words.CAPITAL + words.LINE, 1),
        ]


def test_small_things_are_looked_up() -> None:
    requirement = shipped().requirements("devops")["T1"]
    skills = shipped().skills[:2]
    codes = frozenset(skill.code for skill in skills)
    assert words.at({"a": 1}, "a") == 1
    assert words.at_grade(requirement, "senior") == requirement.levels["senior"]
    assert words.all_in(skills, codes) is True
    assert words.all_in(skills, codes - {skills[0].code}) is False
    assert words.all_in((), frozenset()) is True
    with override("en"):
        assert words.quoted("I do.") == "“I do.”"


def test_the_skills_of_a_report_are_sorted_for_the_page() -> None:
    found = gap_report(shipped(), "mlops", "confirmed", WORKED_ANSWERS)
    extras = shipped().extras("mlops")
    assert [skill.skill.code for skill in words.shared(found.skills)] == list(shipped().requirements("devops"))
    assert len(words.shared(found.skills)) == len(found.skills) - len(extras)
    assert words.unrated(found) == tuple(skill for skill in found.skills if skill.state == "unrated")


@pytest.mark.parametrize(
    "there", ["", "roles/devops/", "assessments/5b87ef9e-7ef5-40ad-9a8e-8be105a28075/report/?grade=junior"]
)
def test_a_page_has_the_same_address_in_the_other_language(there: str) -> None:
    with override("fr"):
        assert words.this_page_in({"request": RequestFactory().get(f"/fr/{there}")}, "en") == f"/en/{there}"
    with override("en"):
        assert words.this_page_in({"request": RequestFactory().get(f"/en/{there}")}, "fr") == f"/fr/{there}"


@pytest.mark.parametrize("nowhere", ["/no/such/page/", "/fr/no/such/page/", "/livez", "/fr/assessments/1/report/"])
def test_a_page_that_is_not_there_leads_to_the_home_page(nowhere: str) -> None:
    with override("fr"):
        assert words.this_page_in({"request": RequestFactory().get(nowhere)}, "en") == "/en/"
