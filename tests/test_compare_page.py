"""Two finished sittings of one person beside each other."""

import re
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from assessment.catalogue.file import build
from assessment.models import Assessment, CatalogueVersion
from assessment.progress import COURSES, Comparison, Move, compare
from assessment.scoring import Answers, gap_report
from assessment.templatetags.progress_words import course, gap_course, more_asked, points, sitting_name, skills_of
from assessment.templatetags.words import answer_name, percent, said
from assessment.views.progress import MOST_OFFERED
from tests import crowds
from tests.examples import WORKED_ANSWERS, shipped, tiny_document, tiny_role
from tests.people import (
    Element,
    begin,
    build_and_publish,
    edited_document,
    enter,
    everything_stored,
    finish,
    read,
    section,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ("fr", "en")
LATER: Answers = {**WORKED_ANSWERS, "T1": 4, "T2": 1, "T3": 4, "T5": 2, "P2": "na", "T9": 1, "C6": "dk", "C4": "dk"}


def sit(
    version: CatalogueVersion,
    answers: Answers = WORKED_ANSWERS,
    day: int = 0,
    target: tuple[str, str] = ("devops", "confirmed"),
    **fields: Any,
) -> Assessment:
    """One sitting, finished so many days after the first day of all."""
    (made,) = crowds.finished(version, [answers], *target, crowds.NOON + timedelta(days=day))
    Assessment.objects.filter(pk=made.pk).update(**fields)
    return Assessment.objects.get(pk=made.pk)


def ada(client: Client, email: str = "ada@example.org") -> Any:
    person = get_user_model().objects.create_user(email)
    enter(client, person)
    return person


def query(before: object, after: object) -> str:
    names = [one.uuid if isinstance(one, Assessment) else one for one in (before, after)]
    return f"?before={names[0]}&after={names[1]}"


def page(client: Client, asked: str = "", language: str = "en") -> Element:
    response = client.get(f"/{language}/assessments/compare/{asked}")
    assert response.status_code == 200
    return read(response)


def plain(text: str) -> str:
    return " ".join(text.split())


def rows(table: Element) -> dict[str, list[Element]]:
    """The rows of a table that have an id, cell by cell."""
    found = [row for row in table.each("tr") if "id" in row.attributes]
    return {row.attributes["id"]: [cell for cell in row.children if isinstance(cell, Element)] for row in found}


def words(table: Element) -> list[list[str]]:
    return [[cell.words for cell in row.children if isinstance(cell, Element)] for row in table.each("tr")[1:]]


def parts(found: Element) -> list[str]:
    return [part.attributes["aria-labelledby"] for part in found.each("section")]


def edited(client: Client, published: CatalogueVersion) -> tuple[Assessment, Assessment]:
    """One who rated themselves before and after an editor's work."""
    person = ada(client)
    then = sit(published, owner=person)
    return then, sit(build_and_publish(edited_document()), LATER, 60, owner=person)


def compared(then: Assessment, now: Assessment) -> Comparison:
    return compare(then.gap_report(), now.gap_report())


# What it shows


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_named_with_their_figures_and_what_changed(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    then, now = edited(client, published)
    Assessment.objects.filter(pk=now.pk).update(title="After <the> training")
    found = section(page(client, query(then, now), language), "standing").the("table")
    sitting, _, catalogue, share, bounds, coverage = words(found)
    assert [a.attributes["href"] for a in found.each("a")] == [
        f"/{language}/assessments/{one.uuid}/report/" for one in (then, now)
    ]
    assert "After <the> training" in sitting[2]
    assert [re.findall(r"\d+", cell)[0] for cell in catalogue[1:3]] == [str(one.version.number) for one in (then, now)]
    comparison = compared(then, now)
    with translation.override(language):
        sums = [comparison.then.overall, comparison.now.overall]
        ready = [summary.readiness for summary in sums if summary.readiness]
        assert share[1:] == [*(plain(percent(one.value)) for one in ready), points(comparison.rises.value)]
        pairs = [[plain(percent(bound)) for bound in (one.lower, one.upper)] for one in ready]
        assert [re.findall(r"\d+[.,]\d ?%", cell) for cell in bounds[1:3]] == pairs
        assert [points(rise) in bounds[3] for rise in (comparison.rises.lower, comparison.rises.upper)] == [True, True]
        shares = [plain(percent(one.coverage)) for one in sums if one.coverage is not None]
        assert [cell.startswith(share) for cell, share in zip(coverage[1:3], shares, strict=True)] == [True, True]
        assert [re.findall(r"\d+", cell)[-2:] for cell in coverage[1:3]] == [[str(s.rated), str(s.asked)] for s in sums]
        assert coverage[3] == points(comparison.rises.coverage)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_skill_stands_once_with_both_answers_and_its_course(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    then, now = edited(client, published)
    comparison = compared(then, now)
    found = rows(section(page(client, query(then, now), language), "skills").the("table"))
    assert list(found) == [f"skill-{move.skill.code}" for move in comparison.moves]
    with translation.override(language):
        for move in comparison.moves:
            name, before, after, change = found[f"skill-{move.skill.code}"]
            assert name.words == said(move.skill.name)
            for cell, gap in ((before, move.then), (after, move.now)):
                given = "" if gap is None or gap.answer is None else gap.answer
                expected = answer_name(given, shipped().levels)
                level = "" if gap is None or gap.level is None else f"{gap.level} "
                assert gap is None or cell.words == plain(f"{level}{expected}")
                assert gap is not None or not re.search(r"\d", cell.words)
            assert change.words.startswith(plain(course(move)))
            assert [strong.words for strong in change.each("strong")] == ([plain(course(move))] if move.rise else [])


def test_the_courses_are_counted_and_a_fall_is_said_kindly(client: Client, published: CatalogueVersion) -> None:
    then, now = edited(client, published)
    found = section(page(client, query(then, now)), "skills")
    counts = compared(then, now).counts
    assert [item.words for item in found.the("ul").each("li")] == [
        plain(skills_of(n, one)) for one, n in counts.items()
    ]
    assert len(found.each("p", id="kind")) == 1
    better = sit(published, {**WORKED_ANSWERS, "T2": 3}, 90, owner=then.owner)
    assert section(page(client, query(then, better)), "skills").each("p", id="kind") == []


def test_what_took_the_place_of_a_skill_is_named(client: Client, published: CatalogueVersion) -> None:
    then, now = edited(client, published)
    found = rows(section(page(client, query(then, now)), "skills").the("table"))
    assert now.catalogue.skill_by_code["T9"].name.en in found["skill-T5"][3].words
    assert found["skill-G4"][3].each("span") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_otherwise_stands_then_and_now_with_what_became_of_the_gap(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    then, now = edited(client, published)
    found = rows(section(page(client, query(then, now), language), "asked").the("table"))
    assert list(found) == ["asked-T1", "asked-G1", "asked-C1"]
    with translation.override(language):
        for move in compared(then, now).asked_otherwise:
            _, before, after, what = found[f"asked-{move.skill.code}"]
            figures = [re.findall(r"\d+", cell.words)[:2] for cell in (before, after)]
            assert figures == [[str(gap.required), str(gap.weight)] for gap in (move.then, move.now) if gap]
            gap, own, target = (line.words for line in what.each("span"))
            assert gap.lower() == plain(gap_course(move)).lower()
            assert own.endswith(plain(course(move)))
            assert target.endswith(plain(more_asked(move)))


def test_what_differs_in_the_catalogue_is_said_with_the_earlier_answers_against_it(
    client: Client, published: CatalogueVersion
) -> None:
    then, now = edited(client, published)
    found = page(client, query(then, now))
    reread = compared(then, now).reread.overall.readiness
    assert reread is not None
    assert percent(reread.value) in found.the("p", id="reread").words
    assert len(found.each("div", id="scale")) == 1


def test_where_the_same_is_asked_nothing_is_said_of_scales(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    found = page(client, query(sit(published, owner=person), sit(published, LATER, 9, owner=person)))
    assert parts(found) == ["standing", "skills", "moved", "choose"]
    assert found.each("div", id="scale") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", [("devops", "senior"), ("mlops", "confirmed"), ("mlops", "junior")])
def test_roles_and_grades_may_differ_and_it_says_so(
    client: Client, published: CatalogueVersion, target: tuple[str, str], language: str
) -> None:
    person = ada(client)
    then, now = sit(published, owner=person), sit(published, LATER, 9, target, owner=person)
    found = page(client, query(then, now), language)
    _, named, _, *_ = words(section(found, "standing").the("table"))
    with translation.override(language):
        assert [said(part.name).lower() in named[2].lower() for part in now.target] == [True, True]
    same = page(client, query(then, sit(published, LATER, 10, owner=person)), language)
    assert named[3] != words(section(same, "standing").the("table"))[1][3]
    assert len(found.each("div", id="scale")) == 1
    asked = rows(section(found, "skills").the("table"))
    assert len(asked) == len(shipped().requirements(target[0]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_too_few_answers_are_said_and_never_a_zero(client: Client, published: CatalogueVersion, language: str) -> None:
    person = ada(client)
    then, now = sit(published, {"T1": 2}, owner=person), sit(published, LATER, 9, owner=person)
    found = page(client, query(then, now), language)
    *_, share, bounds, _ = words(section(found, "standing").the("table"))
    assert [re.findall(r"\d", share[1]), re.findall(r"\d", bounds[1]), share[3], bounds[3]] == [[], [], "–", "–"]
    assert len(found.each("p", id="too-little")) == 1
    assert found.each("p", id="reread") == []


def test_where_no_skill_applies_there_is_no_coverage(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    nowhere = sit(published, dict.fromkeys(shipped().requirements("devops"), "na"), owner=person)
    *_, coverage = words(section(page(client, query(nowhere, sit(published, day=9, owner=person))), "standing"))
    assert (coverage[1][0], coverage[3]) == ("–", "–")


def test_the_picture_has_each_skill_that_moved_and_a_title(client: Client, published: CatalogueVersion) -> None:
    then, now = edited(client, published)
    svg = section(page(client, query(then, now)), "moved").the("svg", role="img")
    assert svg.the("title", id=svg.attributes["aria-labelledby"]).words != ""
    shifted = compared(then, now).shifted
    names = [" ".join(part.words for part in text.each("tspan")) for text in svg.each("text") if text.each("tspan")]
    assert names == [move.skill.name.en for move in shifted]
    ways = svg.each("line", class_="way")
    assert ["stroke-dasharray" in way.attributes for way in ways] == [move.course == "fallen" for move in shifted]
    assert [len(svg.each("circle", class_=which)) for which in ("then", "now")] == [len(shifted)] * 2


def test_without_a_move_there_is_a_sentence_instead_of_a_picture(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    found = page(client, query(sit(published, owner=person), sit(published, day=9, owner=person)))
    assert len(found.each("p", id="nothing")) == 1
    assert found.each("svg", role="img") == []


# Which two


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_time_is_put_right(client: Client, published: CatalogueVersion, language: str) -> None:
    then, now = edited(client, published)
    path = f"/{language}/assessments/compare/"
    here, there = (client.get(path + query(*pair)).content.decode() for pair in ((then, now), (now, then)))
    assert re.sub(r"\?before=[^\"]*", "", here) == re.sub(r"\?before=[^\"]*", "", there)


def test_the_same_one_twice_asks_for_two(client: Client, published: CatalogueVersion) -> None:
    then, _ = edited(client, published)
    found = page(client, query(then, then))
    (link,) = found.the("div", role="alert").each("a")
    assert link.attributes["href"] == f"#{found.the('select', name='after').attributes['id']}"
    assert found.each("table") == []


@pytest.mark.parametrize("missing", ["before", "after"])
def test_one_alone_asks_for_the_other(client: Client, published: CatalogueVersion, missing: str) -> None:
    then, _ = edited(client, published)
    named = {"before": then.uuid, "after": then.uuid, missing: ""}
    for asked in (f"?before={named['before']}&after={named['after']}", f"?{missing}=&x=1"):
        found = page(client, asked)
        links = [a.attributes["href"] for a in found.the("div", role="alert").each("a")]
        assert f"#id_{missing}" in links
        assert found.each("table") == []


def test_without_a_question_there_is_the_choice_with_the_newest_two_chosen(
    client: Client, published: CatalogueVersion
) -> None:
    then, now = edited(client, published)
    first = sit(published, day=-5, owner=then.owner)
    found = page(client)
    assert found.each("div", role="alert") == []
    for name, chosen in (("before", then), ("after", now)):
        options = found.the("select", name=name).each("option")
        assert [option.attributes["value"] for option in options] == [str(one.uuid) for one in (first, then, now)]
        assert [o.attributes["value"] for o in options if "selected" in o.attributes] == [str(chosen.uuid)]
        assert [option.words for option in options] == [plain(sitting_name(one)) for one in (first, then, now)]


def test_a_long_list_offers_the_first_the_newest_and_what_is_shown(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    mine = [sit(published, day=day, owner=person) for day in range(MOST_OFFERED + 5)]
    found = page(client, query(mine[2], mine[-1]))
    options = [option.attributes["value"] for option in found.the("select", name="before").each("option")]
    assert options == [str(one.uuid) for one in (mine[0], mine[2], *mine[5:])]


@pytest.mark.parametrize("held", [0, 1])
def test_fewer_than_two_are_told_so_and_offered_no_choice(
    client: Client, published: CatalogueVersion, held: int
) -> None:
    person = ada(client)
    for _ in range(held):
        sit(published, owner=person)
    found = page(client)
    assert len(found.each("p", id="too-few")) == 1
    assert found.each("select") == []


# Who may


RUBBISH = ["x", "None", "%00", "[]", "9" * 3000, "%F0%9F%A6%8A", "-1", "%20", "..%2F..%2F"]


@pytest.mark.parametrize("rubbish", [*RUBBISH, "00000000-0000-4000-8000-000000000000"])
def test_what_is_no_sitting_is_404(client: Client, published: CatalogueVersion, rubbish: str) -> None:
    then, now = edited(client, published)
    asked = [query(then, rubbish), query(rubbish, now), query(rubbish, rubbish), f"?before={rubbish}"]
    assert [client.get(f"/en/assessments/compare/{one}").status_code for one in asked] == [404] * 4
    assert client.get(f"/en/assessments/compare/?before={str(then.uuid).upper()}&after={now.uuid}").status_code == 404


def test_what_is_somebody_elses_or_a_draft_is_404(client: Client, published: CatalogueVersion) -> None:
    then, now = edited(client, published)
    stranger = Client()
    theirs = sit(published, owner=ada(stranger, "eve@example.org"))
    draft = begin(Client())
    Assessment.objects.filter(pk=draft.pk).update(owner=then.owner)
    asked = [query(then, theirs), query(theirs, now), query(draft, now), query(theirs, theirs)]
    assert [client.get(f"/en/assessments/compare/{one}").status_code for one in asked] == [404] * 4
    assert stranger.get(f"/en/assessments/compare/{query(then, now)}").status_code == 404
    assert Client().get(f"/en/assessments/compare/{query(then, now)}").status_code == 404
    options = [option.attributes["value"] for option in page(client).the("select", name="before").each("option")]
    assert options == [str(then.uuid), str(now.uuid)]


def test_it_works_without_an_account_by_the_links_of_the_browser(client: Client, published: CatalogueVersion) -> None:
    then, now = finish(client), finish(client, answers=LATER)
    assert parts(page(client, query(now, then)))[:2] == ["standing", "skills"]


def test_it_is_read_and_never_written_nor_kept(client: Client, published: CatalogueVersion) -> None:
    then, now = edited(client, published)
    path, before = f"/en/assessments/compare/{query(then, now)}", everything_stored()
    response = client.get(path)
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert client.head(path).status_code == 200
    assert [client.post(path).status_code, client.put(path).status_code, client.delete(path).status_code] == [405] * 3
    assert everything_stored() == before


@pytest.mark.parametrize("number", [2, 20])
def test_it_asks_once_however_many_sittings_there_are(client: Client, published: CatalogueVersion, number: int) -> None:
    then, now = edited(client, published)
    for day in range(number - 2):
        sit(published, day=day, owner=then.owner)
    paths = [f"/en/assessments/compare/{asked}" for asked in ("", query(then, now), query(then, then))]
    assert now.catalogue.role_by_code["devops"]  # read once, as any process has
    counts = []
    for path in paths:
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        counts.append(len(queries))
    assert counts == [3] * 3  # the session, the person, the sittings


# Words


@pytest.mark.parametrize(
    ("rise", "said_as"), [(None, "–"), ("47/1000", "+4.7"), ("-1/200", "−0.5"), ("1/1000", "+0.1"), ("-9/8", "−112.5")]
)
def test_points_have_a_sign_and_one_decimal(rise: str | None, said_as: str) -> None:
    with translation.override("en"):
        assert points(None if rise is None else Fraction(rise)) == said_as
        assert points(Fraction(0)) == points(Fraction(1, 9999))
    with translation.override("fr"):
        assert points(None if rise is None else Fraction(rise)) == said_as.replace(".", ",")


def moved(then: Answers, now: Answers, asked: int = 2) -> Move:
    """What happened to A, of which 2 was asked and now `asked` is."""
    reports = [
        gap_report(build(tiny_document(roles=[tiny_role("maker", A=(3, level, 5))])), "maker", "new", answers)
        for level, answers in ((2, then), (asked, now))
    ]
    return compare(*reports).moves[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_way_of_a_gap_has_words_of_its_own(language: str) -> None:
    ways = [
        moved({"A": 2}, {"A": 3}),  # none, then or now
        moved({"A": 1}, {"A": 1}),  # as it was
        moved({"A": 2}, {"A": 1}),  # opened
        moved({"A": 1}, {"A": 0}),  # grew
        moved({"A": 0}, {"A": 1}),  # narrowed
        moved({"A": 1}, {"A": 2}),  # closed
        moved({"A": "na"}, {"A": 2}),  # no level to compare
    ]
    closed = [moved({"A": 0}, {"A": 0}, 0), moved({"A": 1}, {"A": 5}, 4)]
    with translation.override(language):
        said_of = [gap_course(move) for move in ways]
        assert len(set(said_of)) == len(ways)
        assert [gap_course(move) for move in closed] == [said_of[5]] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_course_and_each_number_has_words_of_its_own(language: str) -> None:
    pairs: list[tuple[Answers, Answers]] = [
        ({"A": 1}, {"A": 2}),
        ({"A": 2}, {"A": 1}),
        ({"A": 2}, {"A": 2}),
        ({"A": "na"}, {"A": 1}),
        ({"A": 1}, {}),
        ({}, {"A": "dk"}),
    ]
    moves = [moved(*pair) for pair in pairs]
    skill, then, now = moves[0].skill, moves[0].then, moves[0].now
    alone = [
        move for known in (True, False) for move in (Move(skill, None, now, known), Move(skill, then, None, known))
    ]
    with translation.override(language):
        assert len({course(move) for move in (*moves, *alone)}) == 10
        assert len({skills_of(number, one) for number in (1, 2) for one in COURSES}) == 16
        assert [re.findall(r"\d+", skills_of(7, one)) for one in COURSES] == [["7"]] * 8
        asked = [more_asked(moved({}, {}, level)) for level in range(5)]
        assert [re.findall(r"\d", words) for words in asked] == [["2"], ["1"], [], ["1"], ["2"]]
        assert len(set(asked)) == 5
