"""All sittings of a role, in the order of time."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers
from assessment.templatetags.words import percent, said
from assessment.views.progress import AT_ONCE, MOST_OFFERED
from tests import crowds
from tests.examples import WORKED_ANSWERS, shipped, tiny_document
from tests.people import Element, begin, build_and_publish, edited_document, everything_stored, finish, read, section
from tests.test_compare_page import LATER, ada, plain, rows, sit

pytestmark = pytest.mark.django_db
LANGUAGES = ("fr", "en")


def page(client: Client, asked: str = "?role=devops", language: str = "en") -> Element:
    response = client.get(f"/{language}/assessments/progress/{asked}")
    assert response.status_code == 200
    return read(response)


def shown(found: Element) -> list[str]:
    """The sittings of the table, by the addresses of their reports."""
    return [cells[0].the("a").attributes["href"].split("/")[3] for cells in rows(found.the("table")).values()]


def ids(sittings: list[Assessment]) -> list[str]:
    return [str(sitting.uuid) for sitting in sittings]


# What it shows


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sitting_has_the_figures_of_its_own_report(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    person = ada(client)
    later = sit(published, LATER, 60, ("devops", "senior"), owner=person, title="<After> the training")
    first = sit(published, owner=person)
    found = rows(section(page(client, language=language), "sittings").the("table"))
    assert list(found) == [f"sitting-{one.uuid}" for one in (first, later)]
    with translation.override(language):
        for one, (day, grade, catalogue, share, bounds, coverage, _) in zip(
            (first, later), found.values(), strict=True
        ):
            overall = one.gap_report().overall
            assert overall.readiness is not None
            assert overall.coverage is not None
            assert day.the("a").attributes["href"] == f"/{language}/assessments/{one.uuid}/report/"
            assert one.title in day.words
            assert grade.words == said(one.target[1].name)
            assert re.findall(r"\d+", catalogue.words) == [str(published.number)]
            assert share.words == plain(percent(overall.readiness.value))
            ends = [plain(percent(end)) for end in (overall.readiness.lower, overall.readiness.upper)]
            assert re.findall(r"\d+[.,]\d ?%", bounds.words) == ends
            assert coverage.words == plain(percent(overall.coverage))


def test_each_leads_to_its_comparison_with_the_one_before(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    mine = [sit(published, day=day, owner=person) for day in (3, 1, 2)]
    first, second, third = sorted(mine, key=lambda one: one.finished or crowds.NOON)
    sit(published, day=1, target=("mlops", "junior"), owner=person)  # of another role: none of its neighbours
    found = [cells[6].each("a") for cells in rows(page(client).the("table")).values()]
    addresses = [[a.attributes["href"] for a in links] for links in found]
    path = "/en/assessments/compare/"
    assert addresses == [
        [],
        [f"{path}?before={first.uuid}&after={second.uuid}"],
        [f"{path}?before={second.uuid}&after={third.uuid}"],
    ]
    assert [client.get(address).status_code for address in addresses[1]] == [200]
    assert len({a.words for links in found for a in links}) == 2  # no two links say the same


def test_too_few_answers_are_said_and_have_no_point(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    sheets: list[Answers] = [WORKED_ANSWERS, {"T1": 3}, LATER, dict.fromkeys(shipped().requirements("devops"), "na")]
    for day, answers in enumerate(sheets):
        sit(published, answers, day, owner=person)
    found = page(client)
    cells = list(rows(found.the("table")).values())
    assert [re.findall(r"\d", row[3].words + row[4].words) != [] for row in cells] == [True, False, True, False]
    assert cells[3][5].words == "–"
    drawn = section(found, "line")
    assert len(drawn.the("svg", role="img").each("circle")) == 2
    assert re.findall(r"\d+", drawn.the("p", id="left-out").words) == ["2"]


def test_the_picture_draws_points_bounds_and_joins_and_has_a_title(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    for day, answers in enumerate((WORKED_ANSWERS, LATER, WORKED_ANSWERS)):
        sit(published, answers, 10 * day, owner=person)
    drawn = section(page(client), "line")
    svg = drawn.the("svg", role="img")
    assert svg.the("title", id=svg.attributes["aria-labelledby"]).words != ""
    assert [len(svg.each("line", class_=which)) for which in ("bounds", "way")] == [3, 2]
    assert [way for way in svg.each("line", class_="way") if "stroke-dasharray" in way.attributes] == []
    assert drawn.each("p", id="left-out") == []


def test_what_is_asked_otherwise_is_marked_where_it_begins(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    for day in (0, 1):
        sit(published, day=day, owner=person)
    newer = build_and_publish(edited_document())
    for day, grade in ((2, "confirmed"), (3, "confirmed"), (4, "senior")):
        sit(newer, LATER, day, ("devops", grade), owner=person)
    found = page(client)
    marks = [len(cells[2].each("span")) for cells in rows(found.the("table")).values()]
    assert marks == [0, 0, 1, 0, 1]
    assert len(found.each("p", id="scale")) == 1
    ways = section(found, "line").the("svg", role="img").each("line", class_="way")
    assert ["stroke-dasharray" in way.attributes for way in ways] == [False, True, False, True]


def test_it_is_explained_too_where_the_one_before_is_on_another_page(
    client: Client, published: CatalogueVersion
) -> None:
    person = ada(client)
    sit(published, target=("devops", "junior"), owner=person)
    for day in range(1, AT_ONCE + 1):
        sit(published, day=day, owner=person)
    found = page(client)
    assert [len(cells[2].each("span")) for cells in rows(found.the("table")).values()] == [1] + [0] * (AT_ONCE - 1)
    assert len(found.each("p", id="scale")) == 1
    assert page(client, "?role=devops&page=2").each("p", id="scale") == []


def test_a_catalogue_that_asks_the_same_is_on_the_same_scale(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    sit(published, owner=person)
    reworded = edited_document()
    asked = shipped().requirements("devops")
    reworded["roles"][0]["requirements"] = {
        code: {"weight": need.weight, "levels": dict(need.levels)} for code, need in asked.items()
    }
    for skill in reworded["skills"]:
        skill.pop("retired", None)
        skill.pop("replaced_by", None)
    sit(build_and_publish(reworded), day=1, owner=person)
    found = page(client)
    assert len(rows(found.the("table"))) == 2
    assert found.each("p", id="scale") == []


# Which role


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roles_of_ones_sittings_are_offered_and_the_newest_is_shown_first(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    person = ada(client)
    ml = sit(published, day=1, target=("mlops", "junior"), owner=person)
    ops = [sit(published, day=day, owner=person) for day in (0, 2)]
    found = page(client, "", language)
    assert shown(found) == ids(ops)
    nav = found.the("main").the("nav")
    assert [a.attributes["href"] for a in nav.each("a")] == ["?role=mlops"]
    assert nav.the("strong", aria_current="page").words == said(shipped().role_by_code["devops"].name)
    assert shown(page(client, "?role=mlops", language)) == [str(ml.uuid)]


def test_one_role_needs_no_choice(client: Client, published: CatalogueVersion) -> None:
    sit(published, owner=ada(client))
    assert page(client).the("main").each("nav") == []


@pytest.mark.parametrize("role", ["nope", "mlops", "%F0%9F%A6%8A", "9" * 5000, "%3Cb%3E", "Devops"])
def test_a_role_one_has_no_sitting_of_is_told_so_with_those_one_has(
    client: Client, published: CatalogueVersion, role: str
) -> None:
    sit(published, owner=ada(client))
    found = page(client, f"?role={role}")
    assert found.each("table") == []
    assert [a.attributes["href"] for a in found.the("main").the("nav").each("a")] == ["?role=devops"]
    assert found.the("div", id="none").the("a").attributes["href"] == "/en/start/"


def test_a_role_that_the_catalogue_has_no_more_keeps_its_sittings(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    old = [sit(published, day=day, owner=person) for day in (0, 1)]
    build_and_publish(tiny_document())
    assert shown(page(client)) == ids(old)


# How many


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sitting_has_no_picture_and_a_way_to_begin_again(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    only = finish(client)
    found = page(client, language=language)
    assert shown(found) == [str(only.uuid)]
    assert found.each("svg", role="img") == []
    assert found.each("select") == []
    (form,) = section(found, "anew").each("form", method="post")
    assert form.attributes["action"] == f"/{language}/assessments/{only.uuid}/again/"
    assert len(form.each("input", name="csrfmiddlewaretoken")) == 1


def test_the_newest_is_the_one_to_begin_again_from(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    newest = [sit(published, day=day, owner=person) for day in (0, 1)][-1]
    sit(published, day=2, target=("mlops", "junior"), owner=person)
    (form,) = section(page(client), "anew").each("form", method="post")
    assert form.attributes["action"] == f"/en/assessments/{newest.uuid}/again/"


@pytest.mark.parametrize("asked", ["", "?role=devops", "?role=nope", "?page=1"])
def test_without_a_sitting_there_is_a_way_to_the_first(client: Client, published: CatalogueVersion, asked: str) -> None:
    begin(client)  # a draft is no sitting yet
    found = page(client, asked)
    assert found.the("div", id="none").the("a").attributes["href"] == "/en/start/"
    assert (found.each("table"), found.each("select"), found.the("main").each("nav")) == ([], [], [])


def test_before_any_catalogue_is_published_it_is_empty_too(client: Client, db: None) -> None:
    assert len(page(client, "").each("div", id="none")) == 1


def test_two_sittings_of_the_role_are_suggested_to_compare(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    ops = [sit(published, day=day, owner=person) for day in (0, 2)]
    ml = sit(published, day=3, target=("mlops", "junior"), owner=person)
    for asked, pair in (("?role=devops", ops), ("?role=mlops", [ops[1], ml])):
        form = section(page(client, asked), "choose").the("form", method="get")
        assert form.attributes["action"] == "/en/assessments/compare/"
        options = [option for select in form.each("select") for option in select.each("option")]
        assert [o.attributes["value"] for o in options if "selected" in o.attributes] == ids(pair)


def test_many_sittings_come_in_pages_the_newest_first_and_each_in_the_order_of_time(
    client: Client, published: CatalogueVersion
) -> None:
    person = ada(client)
    mine = [sit(published, day=day, owner=person) for day in range(AT_ONCE + 2)]
    first, second = page(client), page(client, "?role=devops&page=2")
    assert shown(first) == ids(mine[2:])
    assert shown(second) == ids(mine[:2])
    (before,) = [cells[6].the("a").attributes["href"] for cells in list(rows(first.the("table")).values())[:1]]
    assert f"before={mine[1].uuid}" in before
    navs = [[a.attributes["href"] for a in found.the("main").the("nav").each("a")] for found in (first, second)]
    assert navs == [["?role=devops&page=2"], ["?role=devops&page=1"]]


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "1e3", "9" * 5000, "%00", "999999999999999999999"])
def test_a_page_that_is_not_there_is_404(client: Client, published: CatalogueVersion, number: str) -> None:
    sit(published, owner=ada(client))
    assert client.get(f"/en/assessments/progress/?role=devops&page={number}").status_code == 404


def test_a_role_with_a_character_that_cannot_be_is_404(client: Client, published: CatalogueVersion) -> None:
    sit(published, owner=ada(client))
    assert client.get("/en/assessments/progress/?role=%00").status_code == 404


@pytest.mark.parametrize("number", [1, 20])
def test_it_asks_once_however_many_sittings_there_are(client: Client, published: CatalogueVersion, number: int) -> None:
    person = ada(client)
    newer = build_and_publish(edited_document())
    for day in range(number):
        sit(newer if day % 2 else published, day=day, owner=person)
    with CaptureQueriesContext(connection) as queries:
        page(client)
    assert len(queries) == 3  # the session, the person, the sittings


def test_five_hundred_sittings_make_a_page_that_is_no_larger(client: Client, published: CatalogueVersion) -> None:
    person = ada(client)
    crowds.finished(published, [WORKED_ANSWERS] * 500, "devops", "confirmed")
    Assessment.objects.update(owner=person, title="A name of my own")
    response = client.get("/en/assessments/progress/?role=devops")
    assert len(rows(read(response).the("table"))) == AT_ONCE
    assert len(read(response).the("select", name="before").each("option")) == MOST_OFFERED + 1
    assert len(response.content) < 80_000


# Who may


def test_a_stranger_sees_nothing_of_it(client: Client, published: CatalogueVersion) -> None:
    mine = [sit(published, day=day, owner=ada(client, f"{day}@example.org")) for day in (0, 1)]
    stranger = Client()
    sit(published, owner=ada(stranger, "eve@example.org"))
    text = stranger.get("/en/assessments/progress/").content.decode()
    assert [str(one.uuid) in text for one in mine] == [False, False]
    assert len(page(Client(), "?role=devops").each("div", id="none")) == 1


def test_a_browser_sees_those_of_its_links_while_they_last(client: Client, published: CatalogueVersion) -> None:
    mine = [finish(client), finish(client, answers=LATER)]
    assert shown(page(client)) == ids(mine)
    Assessment.objects.filter(pk=mine[0].pk).update(link_until=crowds.NOON - timedelta(days=4000))
    assert shown(page(client)) == ids(mine[1:])


def test_it_is_read_and_never_written_nor_kept(client: Client, published: CatalogueVersion) -> None:
    sit(published, owner=ada(client))
    path, before = "/en/assessments/progress/?role=devops", everything_stored()
    response = client.get(path)
    assert "no-store" in response.headers["Cache-Control"]
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert client.head(path).status_code == 200
    assert [client.post(path).status_code, client.put(path).status_code, client.delete(path).status_code] == [405] * 3
    assert everything_stored() == before
