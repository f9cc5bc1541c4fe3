"""The action plan: gaps picked, sorted, written about; what reaching a level would do; the sheet for paper."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from assessment.models import Assessment, CatalogueVersion, PlanItem
from assessment.models.plan import PlanEdit
from assessment.plan import Outlook, imagine, outlook, prospects
from assessment.scoring import Answers, gap_report, percent
from assessment.templatetags.words import percent as said_percent
from tests.databases import at_once
from tests.examples import WORKED_ANSWERS, shipped
from tests.people import Element, address, begin, everything_stored, filled, finish, read, section, submit

LANGUAGES = ("fr", "en")
ASKED = tuple(shipped().requirements("devops"))
ROW = ("skill", "place", "interest", "step", "until", "done")
FEW: Answers = {"T1": 0, "T2": 0}
WORDS = "Pair with Léa on the pipeline"
HOSTILE = {
    "formula": "=1+1",
    "markup": "<script>alert(1)</script>&amp;",
    "template": "{{ 7|add:7 }}{% debug %}",
    "sql": "' OR 1=1;--",
    "right to left": "\u202eabc\u2066 \u05e9\u05dc\u05d5\u05dd",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 done",
    "longest": "é" * 300,
    "outside the first plane": "\U0001f600" * 300,
}
REFUSED = {
    "nul": "a\x00b",
    "control": "a\x1bb",
    "separator": "a\u2028b",
    "too long": "x" * 301,
    "far too long": "x" * 20_000,
}


def gaps(finished: Assessment) -> list[str]:
    return [gap.skill.code for gap in finished.gap_report().priorities]


def send(client: Client, finished: Assessment, fields: Mapping[str, object], query: str = "") -> HttpResponseBase:
    """What a browser would send of the page as it is now, with these inputs filled in; None unticks."""
    path = address(finished, "plan/") + query
    page = read(client.get(path))
    sent: dict[str, object] = {**filled(page), **chosen(page), **fields}
    return client.post(path, {name: value for name, value in sent.items() if value is not None})


def chosen(page: Element) -> dict[str, str]:
    """What the selects and dates of the plan's form hold."""
    form = page.the("form", id="plan")
    picked = {
        box.attributes["name"]: option.attributes["value"]
        for box in form.each("select")
        for option in box.each("option", selected="")
    }
    return picked | {box.attributes["name"]: box.attributes["value"] for box in form.each("input", type="date")}


def stored(finished: Assessment) -> list[tuple[Any, ...]]:
    return list(finished.plan.values_list(*ROW))


def listed(page: Element, part: str) -> list[str]:
    """The skills of a section of the plan, in order."""
    found = page.each("section", aria_labelledby=part)
    return [item.attributes["id"] for place in found for item in place.each("li") if "gap" in classes(item)]


def classes(element: Element) -> list[str]:
    return element.attributes.get("class", "").split()


def paper(page: Element) -> list[Element]:
    return [part for sheet in page.each("ol") if "paper" in classes(sheet) for part in sheet.each("li")]


def errors(page: Element) -> dict[str, str]:
    """The messages by the inputs they are about; the summary links to each of them."""
    links = [link.attributes["href"] for link in page.the("div", id="errors").each("a")]
    assert [inputs(page, link[1:]) for link in links] == [1] * len(links)
    beside = [p for p in page.each("p", class_="error") if "id" in p.attributes]
    return {p.attributes["id"].removesuffix("-error"): p.words for p in beside}


def inputs(page: Element, key: str) -> int:
    """How many inputs have this id."""
    return sum(len(page.each(name, id=key)) for name in ("input", "select", "textarea"))


# Picking and writing


def test_what_is_picked_and_written_is_kept(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    first, second, third, *_ = gaps(finished)
    fields = {
        f"pick-{second}": "yes",
        f"step-{second}": f"  {WORDS},\r\nthen alone ",
        f"until-{second}": "2027-01-31",
        f"pick-{first}": "yes",
        f"done-{first}": "yes",
        f"interest-{third}": "0",
    }
    response = send(client, finished, fields)
    assert (response.status_code, response.headers["Location"]) == (
        302,
        address(finished, "plan/?order=priority&done=saved"),
    )
    assert stored(finished) == [
        (first, 1, None, "", None, timezone.localdate()),
        (second, 2, None, f"{WORDS}, then alone", date(2027, 1, 31), None),
        (third, None, 0, "", None, None),
    ]
    page = read(client.get(response.headers["Location"]))
    assert page.the("p", id="done").attributes["role"] == "status"
    assert listed(page, "mine") == [first, second]
    assert listed(page, "others") == gaps(finished)[2:]


def test_the_form_that_is_sent_again_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    code = gaps(finished)[0]
    fields = {f"pick-{code}": "yes", f"step-{code}": WORDS, f"until-{code}": "2027-01-31", f"interest-{code}": "3"}
    send(client, finished, fields)
    before = everything_stored()
    assert send(client, finished, {}).status_code == 302
    assert everything_stored() == before


def test_everything_can_be_taken_back_and_leaves_no_row(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    code = gaps(finished)[0]
    names = ("pick", "interest", "step", "until", "done")
    values = ("yes", "2", WORDS, "31/01/2027", "yes")
    send(client, finished, {f"{name}-{code}": value for name, value in zip(names, values, strict=True)})
    assert stored(finished) == [(code, 1, 2, WORDS, date(2027, 1, 31), timezone.localdate())]
    send(client, finished, {f"pick-{code}": None, f"done-{code}": None})
    assert stored(finished) == [(code, None, 2, WORDS, date(2027, 1, 31), None)]
    send(client, finished, {f"interest-{code}": "", f"step-{code}": " ", f"until-{code}": ""})
    assert stored(finished) == []


def test_an_empty_plan_needs_no_row(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    assert send(client, finished, {}).status_code == 302
    assert client.post(address(finished, "plan/"), {}).status_code == 302
    assert not PlanItem.objects.exists()


def test_a_place_that_is_left_goes_to_the_next_one_picked(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    codes = gaps(finished)
    send(client, finished, {f"pick-{code}": "yes" for code in codes[:5]})
    send(client, finished, {f"pick-{codes[1]}": None, f"pick-{codes[7]}": "yes"})
    assert [(skill, place) for skill, place, *_ in stored(finished)] == [
        (codes[0], 1),
        (codes[2], 2),
        (codes[3], 3),
        (codes[4], 4),
        (codes[7], 5),
    ]


def test_a_sixth_pick_is_told_so_and_stays_ticked(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    codes = gaps(finished)
    fields = {f"pick-{code}": "yes" for code in codes[:6]} | {f"step-{codes[5]}": WORDS}
    response = send(client, finished, fields)
    page = read(response)
    assert response.status_code == 200
    assert set(errors(page)) == {f"pick-{codes[5]}"}
    assert listed(page, "mine") == codes[:5]
    box = page.the("input", id=f"pick-{codes[5]}")
    assert ("checked" in box.attributes, box.attributes["aria-invalid"]) == (True, "true")
    assert [row[:4] for row in stored(finished)][5:] == [(codes[5], None, None, WORDS)]
    again = {**filled(page), **chosen(page)}
    del again[f"pick-{codes[0]}"]
    assert client.post(address(finished, "plan/"), again).status_code == 302
    assert finished.plan.filter(place__isnull=False).count() == 5
    assert finished.plan.get(skill=codes[5]).place == 5


def test_a_done_mark_keeps_its_first_day(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    code = gaps(finished)[0]
    send(client, finished, {f"done-{code}": "yes"})
    PlanItem.objects.update(done=date(2026, 1, 2))
    PlanItem.objects.edit(finished, {code: PlanEdit(done=True)})
    assert [str(item) for item in finished.plan.all()] == [code]
    assert [row[5] for row in stored(finished)] == [date(2026, 1, 2)]


# Bad input


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED.keys())
def test_words_that_cannot_be_kept_are_shown_again_and_the_rest_is_kept(
    client: Client, published: CatalogueVersion, words: str
) -> None:
    finished = finish(client)
    first, second, *_ = gaps(finished)
    fields = {f"pick-{first}": "yes", f"step-{first}": words, f"until-{first}": "2027-01-31", f"step-{second}": WORDS}
    page = read(send(client, finished, fields))
    assert set(errors(page)) == {f"step-{first}"}
    area = page.the("textarea", id=f"step-{first}")
    assert area.value.strip("\n") == "".join(char for char in words if char not in "\x00\x1b")
    assert area.attributes["aria-describedby"] == f"step-{first}-error"
    assert stored(finished) == [
        (first, 1, None, "", date(2027, 1, 31), None),
        (second, None, None, WORDS, None, None),
    ]


NO_DAYS = ["soon", "2027-02-30", "31/31/2027", "0000-01-01", "1e999", "2027-01-31\x00", "9" * 5000]


@pytest.mark.parametrize("day", NO_DAYS)
def test_a_date_that_is_none_is_shown_again(client: Client, published: CatalogueVersion, day: str) -> None:
    finished = finish(client)
    code = gaps(finished)[0]
    page = read(send(client, finished, {f"pick-{code}": "yes", f"until-{code}": day}))
    assert set(errors(page)) == {f"until-{code}"}
    box = page.the("input", id=f"until-{code}").attributes
    assert (box["value"], box["type"], box["aria-invalid"]) == (day.replace("\x00", ""), "text", "true")
    assert [row[:2] for row in stored(finished)] == [(code, 1)]


@pytest.mark.parametrize("interest", ["4", "-1", "1.5", "true", "x", "\x00", "３", "9" * 5000])
def test_an_interest_is_one_of_four_or_none(client: Client, published: CatalogueVersion, interest: str) -> None:
    finished = finish(client)
    code = gaps(finished)[0]
    page = read(send(client, finished, {f"interest-{code}": interest}))
    assert set(errors(page)) == {f"interest-{code}"}
    assert stored(finished) == []


@pytest.mark.parametrize("name", ["pick-X9", "step-", "interest-T1\x00", "until-" + "x" * 500, "done-<b>", "pick-G2"])
def test_a_skill_that_is_no_gap_is_told_so(client: Client, published: CatalogueVersion, name: str) -> None:
    finished = finish(client)
    code = gaps(finished)[0]
    page = read(send(client, finished, {name: "yes", f"step-{code}": WORDS}))
    told = page.the("div", id="errors")
    assert (len(told.each("li")), told.each("a")) == (1, [])
    assert [row[3] for row in stored(finished)] == [WORDS]


def test_without_a_gap_nothing_can_be_planned(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client, answers={})
    page = read(client.post(address(finished, "plan/"), {"pick-T1": "yes"}))
    assert page.the("div", id="errors").attributes["role"] == "alert"
    assert not PlanItem.objects.exists()


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("language", LANGUAGES)
def test_own_words_are_kept_and_shown_to_the_letter(
    client: Client, published: CatalogueVersion, words: str, language: str
) -> None:
    finished = finish(client)
    code = gaps(finished)[0]
    assert send(client, finished, {f"pick-{code}": "yes", f"step-{code}": words}).status_code == 302
    assert [row[3] for row in stored(finished)] == [words]
    page = read(client.get(address(finished, "plan/", language)))
    assert page.the("textarea", id=f"step-{code}").value.removeprefix("\n") == words
    assert paper(page)[0].the("span", class_="own", dir="auto").value == words
    assert client.get(address(finished, "report.pdf", language)).status_code == 200


def test_the_title_says_that_there_is_an_error(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    titles = [
        read(send(client, finished, {"pick-X": "yes"})).the("title").words,
        read(client.get(address(finished, "plan/"))).the("title").words,
    ]
    assert titles[0].endswith(titles[1])
    assert titles[0] != titles[1]


# Two tabs


def test_two_tabs_do_not_undo_each_other(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    first, second, *_ = gaps(finished)
    stale = filled(read(client.get(address(finished, "plan/"))))
    send(client, finished, {f"pick-{first}": "yes", f"step-{first}": WORDS, f"interest-{first}": "1"})
    client.post(address(finished, "plan/"), stale | {f"pick-{second}": "yes", f"interest-{first}": "3"})
    assert [row[:4] for row in stored(finished)] == [(first, 1, 3, WORDS), (second, 2, None, "")]


@pytest.mark.usefixtures("separate_connections")
def test_ten_identical_submits_at_once_make_one_state() -> None:
    version = CatalogueVersion.objects.publish(shipped())
    finished, _token = Assessment.objects.start(version, "devops", "confirmed", "en")
    edits = {code: PlanEdit(pick=True, step=WORDS, interest=2, done=True) for code in ASKED[:5]}
    assert at_once(*[partial(PlanItem.objects.edit, finished, edits)] * 10) == [[]] * 10
    today = timezone.localdate()
    assert stored(finished) == [(code, place, 2, WORDS, None, today) for place, code in enumerate(ASKED[:5], start=1)]


@pytest.mark.usefixtures("separate_connections")
def test_ten_picks_at_once_are_five_and_the_others_are_told() -> None:
    version = CatalogueVersion.objects.publish(shipped())
    finished, _token = Assessment.objects.start(version, "devops", "confirmed", "en")
    codes = ASKED[:10]
    refused = at_once(*(partial(PlanItem.objects.edit, finished, {code: PlanEdit(pick=True)}) for code in codes))
    picked = {row[0]: row[1] for row in stored(finished)}
    assert sorted(picked.values()) == [1, 2, 3, 4, 5]
    assert sorted([*picked, *(code for lot in refused for code in lot)]) == sorted(codes)


def test_what_was_erased_meanwhile_is_gone(
    client: Client, published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished = finish(client)
    found = Assessment.gap_report

    def erased_first(assessment: Assessment, *target: Any) -> Any:
        Assessment.objects.filter(pk=assessment.pk).delete()
        return found(assessment, *target)

    monkeypatch.setattr(Assessment, "gap_report", erased_first)
    assert client.post(address(finished, "plan/"), {"pick-T3": "yes"}).status_code == 404
    assert not PlanItem.objects.exists()


# Order


def with_interests(client: Client, interests: Mapping[int, str]) -> tuple[Assessment, list[str]]:
    finished = finish(client)
    codes = gaps(finished)
    send(client, finished, {f"interest-{codes[place]}": interest for place, interest in interests.items()})
    return finished, codes


def test_the_gaps_stand_in_the_order_of_the_report(client: Client, published: CatalogueVersion) -> None:
    finished, codes = with_interests(client, {5: "3", 0: "1"})
    for query in ("", "?order=priority", "?order=", "?order=nope", "?order=%00", "?order=both&order=x"):
        assert listed(read(client.get(address(finished, f"plan/{query}"))), "others") == codes


def test_by_interest_what_has_none_comes_last(client: Client, published: CatalogueVersion) -> None:
    finished, codes = with_interests(client, {6: "0", 5: "3", 2: "1", 4: "3"})
    page = read(client.get(address(finished, "plan/?order=interest")))
    first = [codes[place] for place in (4, 5, 2, 6)]
    assert listed(page, "others") == [*first, *(code for code in codes if code not in first)]


def test_by_both_priority_times_interest_decides(client: Client, published: CatalogueVersion) -> None:
    finished, codes = with_interests(client, {0: "1", 1: "2", 2: "2", 6: "3", 7: "0"})
    report = finished.gap_report()
    assert [gap.priority for gap in report.priorities][:8] == [6, 4, 3, 3, 3, 2, 2, 2]
    page = read(client.get(address(finished, "plan/?order=both")))
    first = [codes[place] for place in (1, 0, 2, 6, 7)]  # 8; 6, 6, 6 by priority 6, 3, 2; 0
    assert listed(page, "others") == [*first, *(code for code in codes if code not in first)]


def test_the_reason_names_the_gap_the_interest_and_what_they_make(client: Client, published: CatalogueVersion) -> None:
    finished, codes = with_interests(client, {0: "3"})
    with translation.override("en"):
        paths = {order: address(finished, f"plan/?order={order}") for order in ("priority", "interest", "both")}
    reasons = {}
    for order, path in paths.items():
        items = [item for item in read(client.get(path)).each("li") if item.attributes.get("id") in codes[:2]]
        reasons[order] = [item.each("p")[0].words.partition(".")[0] for item in items]
    assert reasons == {
        "priority": ["2 levels below, essential for the role", "2 levels below, important for the role"],
        "interest": [
            "2 levels below, essential for the role; you gave it interest 3",
            "2 levels below, important for the role; you have not said how much it interests you",
        ],
        "both": [
            "2 levels below, essential for the role; you gave it interest 3: priority 6 × interest 3 = 18",
            "2 levels below, important for the role; you have not said how much it interests you",
        ],
    }


def test_a_button_that_sorts_saves_first(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    code = gaps(finished)[3]
    response = send(client, finished, {f"interest-{code}": "3", "order": "interest"}, "?order=both")
    assert response.headers["Location"] == address(finished, "plan/?order=interest&done=saved")
    page = read(client.get(response.headers["Location"]))
    assert listed(page, "others")[0] == code
    buttons = [button.attributes["value"] for button in page.each("button", name="order")]
    assert buttons == ["priority", "both"]
    assert len(page.the("form", id="plan").each("span", aria_current="true")) == 1


def test_saving_keeps_the_order(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    response = send(client, finished, {}, "?order=both&reach-T1=5")
    assert response.headers["Location"] == address(finished, "plan/?order=both&done=saved")


def test_interest_never_touches_a_figure(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    pages = ("report/", "report.json", "report.csv", "resume.json", "report.pdf")
    before = [client.get(address(finished, page)).content for page in pages]
    send(client, finished, {f"interest-{code}": str(place % 4) for place, code in enumerate(gaps(finished))})
    assert [client.get(address(finished, page)).content for page in pages[1:]] == before[1:]
    shown = [read(client.get(address(finished, "report/"))).the("main").words]
    PlanItem.objects.all().delete()
    assert shown == [read(client.get(address(finished, "report/"))).the("main").words]


# What if


def reached(client: Client, finished: Assessment, query: str, language: str = "en") -> list[list[str]]:
    """The rows of the table of what would change; none if there is none."""
    page = read(client.get(address(finished, f"plan/{query}", language)))
    tables = section(page, "what-if").each("table")
    return [[cell.words for cell in row.each("td")] for table in tables for row in table.each("tr")][1:]


def test_what_would_change_is_computed_exactly(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    before = everything_stored()
    first = gaps(finished)[0]
    now, then = (
        gap_report(shipped(), "devops", "confirmed", answers)
        for answers in (WORKED_ANSWERS, {**WORKED_ANSWERS, first: 3})
    )
    rows = reached(client, finished, f"?reach-{first}=3")
    with translation.override("en"):
        wanted = [said_percent(report.overall.readiness.value) for report in (now, then) if report.overall.readiness]
    assert rows[0] == wanted
    assert len(rows) == 3
    competency = next(part.summary for part in then.competencies if part.competency.code == "TECH")
    assert competency.readiness is not None
    assert rows[2][1].startswith(f"{percent(competency.readiness.value)}%")
    assert everything_stored() == before


def test_a_level_that_is_imagined_stays_chosen(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    first, second, *_ = gaps(finished)
    page = read(client.get(address(finished, f"plan/?order=both&reach-{first}=4&reach-{second}=")))
    form = page.the("form", method="get")
    assert form.the("input", type="hidden").attributes["value"] == "both"
    selected = [option.attributes["value"] for option in form.each("option", selected="")]
    assert selected == ["4"]
    offered = [option.attributes["value"] for option in form.the("select", id=f"reach-{first}").each("option")]
    assert offered == ["", "2", "3", "4", "5"]
    assert section(page, "what-if").each("p", role="status") == []


@pytest.mark.parametrize(
    "query",
    [
        *(f"reach-{{0}}={value}" for value in ("1", "0", "6", "03", "x", "dk", "1e999", "9" * 5000, "%00", "%D9%A3")),
        *("reach-X=3", "reach-T1=5", "reach-=3"),
    ],
)
def test_what_is_no_level_above_ones_own_is_left_aside_and_said(
    client: Client, published: CatalogueVersion, query: str
) -> None:
    finished = finish(client)
    first, second, *_ = gaps(finished)
    assert reached(client, finished, "?" + query.format(first)) == []
    page = read(client.get(address(finished, "plan/?" + query.format(first))))
    assert len(section(page, "what-if").each("p", role="status")) == 1
    assert len(reached(client, finished, f"?{query.format(first)}&reach-{second}=3")) == 3


def test_with_too_few_answers_there_are_bounds_only(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client, answers=FEW)
    report = finished.gap_report()
    assert report.overall.readiness is None
    found = outlook(report)
    asked = sum(gap.wanted for gap in report.skills)
    rated = sum(gap.wanted for gap in report.skills if gap.skill.code in FEW)
    assert found == Outlook(None, Fraction(0), Fraction(asked - rated, asked))
    assert not found.is_sure
    rows = reached(client, finished, "?reach-T1=3")
    assert rows[0][0] == rows[0][1]
    assert "%" not in rows[0][0]
    assert rows[1][0] != rows[1][1]
    assert "%" in rows[1][0]


@pytest.mark.parametrize("answers", [WORKED_ANSWERS, FEW])
@pytest.mark.parametrize("language", LANGUAGES)
def test_beside_each_pick_stands_what_it_alone_would_do(
    client: Client, published: CatalogueVersion, answers: Answers, language: str
) -> None:
    finished = finish(client, answers=answers)
    report = finished.gap_report()
    first, *_, last = report.priorities
    send(client, finished, {f"pick-{gap.skill.code}": "yes" for gap in (first, last)})
    page = read(client.get(address(finished, "plan/", language)))
    assert [len(box.each("li")) for box in page.each("ul", class_="prospects")] == [
        len(prospects(report, gap)) for gap in (first, last)
    ]
    shown = page.each("ul", class_="prospects")[0].each("li")
    with translation.override(language):
        for item, prospect in zip(shown, prospects(report, first), strict=True):
            figures = [prospect.outlook.value] if prospect.outlook.value else [prospect.outlook.lower]
            assert all(" ".join(said_percent(figure).split()) in item.words for figure in figures)


def test_a_gap_of_one_level_has_one_prospect_a_larger_one_two() -> None:
    report = gap_report(shipped(), "devops", "confirmed", {**WORKED_ANSWERS, "T3": 1, "T2": 2})
    by_code = {gap.skill.code: gap for gap in report.priorities}
    assert [prospect.level for prospect in prospects(report, by_code["T3"])] == [2, 3]
    assert [prospect.level for prospect in prospects(report, by_code["T2"])] == [3]


def test_only_the_competencies_of_the_imagined_skills_are_beside_each_other() -> None:
    report = gap_report(shipped(), "devops", "confirmed", WORKED_ANSWERS)
    found = imagine(report, {"T3": 3, "P3": 5})
    assert [now.competency.code for now, _then in found.competencies] == ["TECH", "PRO"]
    assert [now.competency for now, _ in found.competencies] == [then.competency for _, then in found.competencies]


# Paper


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_of_who_wrote_nothing_has_the_first_gaps_and_three_boxes(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    found = finished.gap_report().priorities
    items = paper(read(client.get(address(finished, "plan/", language))))
    assert len(items) == 5
    for item, gap in zip(items, found, strict=False):
        assert gap.skill.name.said_in(language) in item.words
        assert gap.next_step is not None
        assert " ".join(gap.next_step.said_in(language).split()) in item.words
        assert len(item.the("div", class_="boxes").each("p")) == 3
        assert item.each("p", class_="filled") == []


@pytest.mark.parametrize(("below", "shown"), [(1, 1), (4, 4), (5, 5), (6, 5)])
def test_the_paper_has_five_steps_at_most(client: Client, published: CatalogueVersion, below: int, shown: int) -> None:
    finished = finish(client, answers=dict.fromkeys(ASKED, 5) | dict.fromkeys(ASKED[:below], 0))
    assert len(paper(read(client.get(address(finished, "plan/"))))) == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_of_a_plan_has_its_steps_with_words_dates_and_ticks(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    _, second, _, fourth, *_ = gaps(finished)
    fields = {f"pick-{second}": "yes", f"pick-{fourth}": "yes", f"step-{second}": WORDS, f"done-{second}": "yes"}
    send(client, finished, {**fields, f"until-{second}": "2027-01-31"})
    written, blank = paper(read(client.get(address(finished, "plan/", language))))
    assert WORDS in written.words
    assert "31" in written.words
    assert "2027" in written.words
    assert [square.words for square in written.each("span", class_="square")] == ["✓"]
    assert [square.words for square in blank.each("span", class_="square")] == [""]
    assert blank.each("p", class_="filled") == []


# Who, and how often


@pytest.mark.parametrize("answers", [{}, dict.fromkeys(ASKED, 5), dict.fromkeys(ASKED, "dk")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_gap_it_says_so(client: Client, published: CatalogueVersion, answers: Answers, language: str) -> None:
    page = read(client.get(address(finish(client, answers=answers), "plan/?reach-T1=3", language)))
    assert page.each("form", id="plan") == []
    assert len(page.the("main").each("p", class_="lead")) == 1


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_draft_has_no_plan_yet(client: Client, published: CatalogueVersion, method: str) -> None:
    draft = begin(client)
    submit(client, draft, "TECH", {"T1": 0})
    response = getattr(client, method)(address(draft, "plan/"), {"pick-T1": "yes"})
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, "review/"))
    assert not PlanItem.objects.exists()


@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_a_stranger_gets_404(client: Client, published: CatalogueVersion, method: str) -> None:
    finished, stranger = finish(client), Client()
    finish(stranger)
    assert getattr(stranger, method)(address(finished, "plan/"), {"pick-T3": "yes"}).status_code == 404
    assert not PlanItem.objects.exists()


def test_the_plan_of_one_report_is_not_that_of_another(client: Client, published: CatalogueVersion) -> None:
    mine, other = finish(client), finish(client)
    send(client, mine, {f"pick-{gaps(mine)[0]}": "yes"})
    send(client, other, {f"pick-{gaps(mine)[0]}": "yes", f"step-{gaps(mine)[0]}": WORDS})
    assert [[row[1:4] for row in stored(one)] for one in (mine, other)] == [[(1, None, "")], [(1, None, WORDS)]]


def test_the_report_leads_to_it(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    page = read(client.get(address(finished, "report/")))
    assert len(page.each("a", href=address(finished, "plan/"))) == 2  # from its top and from its end


def test_looking_changes_no_row(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    send(client, finished, {f"pick-{gaps(finished)[0]}": "yes"})
    before = everything_stored()
    for query in ("", "?order=both", "?reach-T3=4", "?done=saved", "?pick-T3=yes&step-T3=x"):
        assert client.get(address(finished, f"plan/{query}")).status_code == 200
        assert client.head(address(finished, f"plan/{query}")).status_code == 200
    assert everything_stored() == before


@pytest.mark.parametrize("picks", [0, 1, 5])
def test_it_asks_the_database_as_often_whatever_is_planned(
    client: Client, published: CatalogueVersion, picks: int
) -> None:
    finished = finish(client)
    codes = gaps(finished)
    interests = {f"interest-{code}": "1" for code in codes}
    send(client, finished, interests | {f"pick-{code}": "yes" for code in codes[:picks]})
    with CaptureQueriesContext(connection) as found:
        client.get(address(finished, "plan/?order=both&reach-T3=4"))
    assert len(found) == 2  # whose it is, and the plan
    with CaptureQueriesContext(connection) as found:
        client.post(address(finished, "plan/"), {f"step-{code}": WORDS for code in codes})
    assert len(found) == 1 + 2 + 4  # whose; a savepoint; the row locked, the plan read, deleted, written
