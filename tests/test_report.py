import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from assessment.catalogue.model import Catalogue, Text
from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers, GapReport, gap_report
from assessment.templatetags.words import reason, strength
from tests.examples import WORKED_ANSWERS, document, shipped, tiny_document, tiny_role, tiny_skill
from tests.people import (
    Element,
    address,
    answer,
    begin,
    build_and_publish,
    everything_stored,
    finish,
    read,
    section,
    submit,
    token_of,
)

LANGUAGES = ("fr", "en")
ALL_AT_3: Answers = dict.fromkeys(shipped().requirements("mlops"), 3)


def report(client: Client, finished: Assessment, query: str = "", language: str = "en") -> Element:
    response = client.get(address(finished, f"report/{query}", language))
    assert response.status_code == 200
    return read(response)


def computed(role: str = "devops", grade: str = "confirmed", answers: Answers = WORKED_ANSWERS) -> GapReport:
    return gap_report(shipped(), role, grade, answers)


def plain(text: Text, language: str = "en") -> str:
    return " ".join(text.said_in(language).split())


def figures(element: Element) -> list[str]:
    """The percentages of a part of the page, in order."""
    return re.findall(r"\d+[.,]\d ?%", element.words)


def standing(page: Element) -> Element:
    return page.the("div", class_="standing")


def rows(table: Element) -> list[list[str]]:
    return [[cell.words for cell in row.children if isinstance(cell, Element)] for row in table.each("tr")]


def levels_of(page: Element, catalogue: Catalogue, role: str) -> dict[str, tuple[str, str]]:
    """Own and required level of each skill, as the table of all skills gives them."""
    found = [row for row in rows(section(page, "all").the("table")) if len(row) == 5][1:]
    return {
        code: (row[1].split()[0], row[2].split()[0])
        for code, row in zip(catalogue.requirements(role), found, strict=True)
    }


# The worked person


@pytest.mark.parametrize(
    ("language", "wanted"),
    [("en", ["78.5%", "70.2%", "80.8%", "88.5%"]), ("fr", ["78,5 %", "70,2 %", "80,8 %", "88,5 %"])],
)
def test_the_worked_person_reads_where_they_stand_with_coverage_and_bounds(
    client: Client, published: CatalogueVersion, language: str, wanted: list[str]
) -> None:
    share, lower, upper, coverage = wanted
    page = report(client, finish(client), language=language)
    assert standing(page).the("p", class_="share figure").words == share
    assert figures(standing(page).the("svg")) == [share, lower, upper]
    sentences = standing(page).each("p")[1:]
    assert [figures(sentence) for sentence in sentences] == [[share], [coverage, lower, upper], []]
    assert re.findall(r"\d+", sentences[1].words)[:2] == ["20", "24"]
    assert re.findall(r"\d+", sentences[2].words) == ["10", "10"]


def test_the_figures_of_a_french_page_have_a_space_that_does_not_break(
    client: Client, published: CatalogueVersion
) -> None:
    content = client.get(address(finish(client), "report/", "fr")).content.decode()
    assert re.findall(r"\d,\d (?=%)|\d,\d%|\d\.\d\s?%", content) == []
    assert re.search("78,5[\u00a0\u202f]%", content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_work_names_each_skill_with_its_reason_and_its_next_step(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    items = section(report(client, finish(client), language=language), "work").each("li")
    wanted = computed().priorities
    assert [gap.skill.code for gap in wanted][:5] == ["T3", "G5", "T2", "T6", "T7"]
    assert [item.the("h3").words for item in items] == [plain(gap.skill.name, language) for gap in wanted]
    with translation.override(language):
        reasons = [" ".join(reason(gap).split()) for gap in wanted]
    assert [item.each("p")[0].words.startswith(said) for item, said in zip(items, reasons, strict=True)] == [True] * 10
    steps = [gap.next_step for gap in wanted]
    assert [
        plain(step, language).rstrip(".") in item.the("p", class_="next").words
        for item, step in zip(items, steps, strict=True)
        if step is not None
    ] == [True] * 10


def test_a_reason_says_the_gap_and_the_weight(client: Client, published: CatalogueVersion) -> None:
    first = section(report(client, finish(client)), "work").each("li")[0]
    assert first.each("p")[0].words.startswith("2 levels below, essential for the role.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_strengths_are_what_is_met_or_above(client: Client, published: CatalogueVersion, language: str) -> None:
    items = section(report(client, finish(client), language=language), "strengths").each("li")
    wanted = computed().in_state("met", "above")
    with translation.override(language):
        said = [" ".join(f"{plain(gap.skill.name, language)} – {strength(gap)}".split()) for gap in wanted]
    assert [item.words for item in items] == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_skill_stands_with_own_and_required_level_by_name(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    table = section(report(client, finish(client), language=language), "all").the("table")
    found = [row for row in rows(table) if len(row) == 5][1:]
    names = [level.name.said_in(language) for level in shipped().levels]
    assert [row[:3] for row in found] == [
        [
            plain(gap.skill.name, language),
            "–" if gap.level is None else f"{gap.level} {names[gap.level]}",
            f"{gap.required} {names[gap.required]}",
        ]
        for gap in computed().skills
    ]


def test_what_has_no_level_is_listed_apart_and_never_a_zero(client: Client, published: CatalogueVersion) -> None:
    page = report(client, finish(client))
    items = section(page, "left-out").each("li")
    wanted = [shipped().skill_by_code[code] for code in ("T5", "T8", "C6", "G2")]
    assert [item.words.split(" – ")[0] for item in items] == [plain(skill.name) for skill in wanted]
    own = {code: own for code, (own, _) in levels_of(page, shipped(), "devops").items()}
    assert {code: own[code] for code in ("T5", "T8", "G2", "C6")} == dict.fromkeys(("T5", "T8", "G2", "C6"), "–")
    assert "0" not in own.values()


def test_an_answer_of_0_is_a_0(client: Client, published: CatalogueVersion) -> None:
    page = report(client, finish(client, answers={**WORKED_ANSWERS, "T8": 0}))
    assert levels_of(page, shipped(), "devops")["T8"] == ("0", "2")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_competencies_has_its_figures(client: Client, published: CatalogueVersion, language: str) -> None:
    table = section(report(client, finish(client), language=language), "competencies").the("table")
    found = rows(table)[1:]
    shares = {
        "en": ["72.2%", "55.6%", "93.9%", "86.7%"],
        "fr": ["72,2 %", "55,6 %", "93,9 %", "86,7 %"],
    }
    means = {"en": ["2.2", "1.4", "3.0", "2.8"], "fr": ["2,2", "1,4", "3,0", "2,8"]}
    parts = computed().competencies
    assert [row[0] for row in found] == [plain(part.competency.name, language) for part in parts]
    assert [row[1] for row in found] == shares[language]
    assert [row[3] for row in found] == means[language]
    lowest = [part.summary.lowest for part in parts]
    assert [row[5].split(" (")[0] for row in found] == [plain(low.skill.name, language) for low in lowest if low]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_radar_names_every_competency_and_its_numbers_are_numbers(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    picture = report(client, finish(client), language=language).the("svg", class_="radar")
    assert picture.attributes["role"] == "img"
    assert picture.attributes["aria-labelledby"] == picture.the("title").attributes["id"]
    labels = [" ".join(line.words for line in name.each("tspan")) for name in picture.each("text")]
    assert labels == [plain(part.competency.name, language) for part in computed().competencies]
    names = {"x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"}
    numbers = [e.attributes[name] for e in picture._inside() for name in names & set(e.attributes)]
    assert len(numbers) > 20
    assert [number for number in numbers if not re.fullmatch(r"-?\d+(\.\d+)?", number)] == []
    for shape in picture.each("polygon"):
        assert re.fullmatch(r"(-?\d+\.\d,-?\d+\.\d ?)+", shape.attributes["points"])


def test_how_it_was_computed_names_the_catalogue_and_its_hash(client: Client, published: CatalogueVersion) -> None:
    how = section(report(client, finish(client)), "how")
    assert how.the("span", class_="hash").words == shipped().sha256
    assert re.findall(r"\d+", how.each("p")[-1].words)[0] == str(published.number)
    assert "0.29" in how.words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_can_be_taken_away_reached_again_and_erased(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    take = section(report(client, finished, language=language), "take")
    assert [link.attributes["href"] for link in take.each("a")] == [
        f"/{language}/accounts/signup/",
        f"/{language}/accounts/login/",
        address(finished, "plan/", language),
        address(finished, "views/", language),
        address(finished, "shares/", language),
        address(finished, "report.pdf", language),
        address(finished, "report.pdf?plan=yes", language),
        address(finished, "report.xlsx", language),
        address(finished, "report.csv", language),
        address(finished, f"report.csv?dialect={'fr' if language == 'en' else 'en'}", language),
        address(finished, "report.json", language),
        address(finished, "resume.json", language),
        address(finished, "data.json", language),
        address(finished, "delete/", language),
    ]
    assert take.the("form").attributes["action"] == address(finished, "again/", language)
    assert take.the("input", id="link").attributes["value"].endswith(f"/{language}/resume/{token_of(client)}/")


# Too little to say


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "answers", [{}, {"T1": 5}, dict.fromkeys(shipped().requirements("devops"), "na"), dict.fromkeys(ALL_AT_3, "dk")]
)
def test_too_little_answered_gives_no_figure(
    client: Client, published: CatalogueVersion, language: str, answers: dict[str, Any]
) -> None:
    asked = {code: value for code, value in answers.items() if code in shipped().requirements("devops")}
    page = report(client, finish(client, answers=asked), language=language)
    assert page.each("div", class_="standing") == []
    assert page.each("p", class_="share figure") == []
    assert page.each("p", class_="lead column") != []
    of_competencies = [row[1] for row in rows(section(page, "competencies").the("table"))[1:]]
    assert [share for share in of_competencies if "%" in share and asked != {"T1": 5}] == []


def test_one_answer_gives_no_figure_to_its_competency_either(client: Client, published: CatalogueVersion) -> None:
    page = report(client, finish(client, answers={"T1": 5}))
    assert [row for row in rows(section(page, "competencies").the("table"))[1:] if "%" in row[1]] == []


def test_nothing_rated_has_no_order_of_work_and_no_strength(client: Client, published: CatalogueVersion) -> None:
    page = report(client, finish(client, answers={}))
    assert [section(page, part).each("li") for part in ("work", "strengths")] == [[], []]
    assert [len(section(page, part).each("p")) for part in ("work", "strengths")] == [1, 1]


def test_everything_met_has_no_order_of_work(client: Client, published: CatalogueVersion) -> None:
    page = report(client, finish(client, answers=dict.fromkeys(shipped().requirements("devops"), 5)))
    assert section(page, "work").each("li") == []
    assert len(section(page, "strengths").each("li")) == 24
    assert page.each("section", aria_labelledby="left-out") == []
    assert figures(standing(page))[0] == "100.0%"


def test_a_target_that_asks_for_nothing_yet_has_no_figure(client: Client, published: CatalogueVersion) -> None:
    build_and_publish(tiny_document(roles=[tiny_role("maker", A=(3, 0, 4), B=(1, 0, 2))]))
    finished = finish(client, "maker", "new", {"A": 3, "B": 1})
    assert report(client, finished).each("div", class_="standing") == []


def test_two_competencies_make_no_radar(client: Client, published: CatalogueVersion) -> None:
    build_and_publish(tiny_document())
    page = report(client, finish(client, "maker", "new", {"A": 3, "B": 0}))
    assert page.each("svg", class_="radar") == []
    assert len(section(page, "competencies").each("table")) == 1


def test_a_competency_without_a_level_leaves_a_hole_in_the_radar(client: Client, published: CatalogueVersion) -> None:
    only = {code: value for code, value in WORKED_ANSWERS.items() if not code.startswith("G")}
    picture = report(client, finish(client, answers=only)).the("svg", class_="radar")
    assert picture.each("polygon", class_="own") == []
    assert (len(picture.each("line", class_="own")), len(picture.each("circle", class_="own"))) == (2, 3)


# MLOps


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_extras_of_mlops_stand_in_a_part_of_their_own(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    answers = {**WORKED_ANSWERS, **dict.fromkeys(shipped().extras("mlops"), 2)}
    page = report(client, finish(client, "mlops", answers=answers), language=language)
    extras = section(page, "extras")
    wanted = computed("mlops", "confirmed", answers)
    assert [item.words.split(" – ")[0] for item in extras.each("li")] == [
        plain(gap.skill.name, language) for gap in wanted.skills if gap.extra
    ]
    assert figures(extras)[0] == {"en": "68.8%", "fr": "68,8 %"}[language]


def test_a_devops_report_has_no_extras_but_the_way_to_mlops(client: Client, published: CatalogueVersion) -> None:
    page = report(client, finish(client))
    assert page.each("section", aria_labelledby="extras") == []
    way = section(page, "towards-mlops")
    wanted = computed("mlops")
    missing = [plain(gap.skill.name) for gap in wanted.skills if gap.extra]
    reached = [plain(gap.skill.name) for gap in wanted.in_state("met", "above")]
    lists = [[item.words.split(" – ")[0] for item in part.each("li")] for part in way.each("ul")]
    assert lists == [reached, missing]
    assert way.the("a").attributes["href"] == "?role=mlops&grade=confirmed"


def test_an_mlops_report_leads_to_no_further_role(client: Client, published: CatalogueVersion) -> None:
    page = report(client, finish(client, "mlops"))
    names = [part.attributes["aria-labelledby"] for part in page.each("section")]
    assert [name for name in names if name.startswith("towards")] == []


# Another target


def test_the_own_target_is_chosen_in_the_selects_and_nothing_is_marked(
    client: Client, published: CatalogueVersion
) -> None:
    page = report(client, finish(client))
    form = page.the("form", method="get")
    assert [box.attributes["value"] for box in form.each("option", selected="")] == ["devops", "confirmed"]
    assert [len(form.the("select", name=name).each("option")) for name in ("role", "grade")] == [2, 3]
    assert page.each("div", role="note") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("?role=mlops", ("mlops", "confirmed")),
        ("?grade=junior", ("devops", "junior")),
        ("?role=mlops&grade=senior", ("mlops", "senior")),
        ("?role=nope&role=mlops", ("mlops", "confirmed")),
    ],
)
def test_the_same_answers_read_against_another_target_and_are_marked_so(
    client: Client, published: CatalogueVersion, query: str, target: tuple[str, str], language: str
) -> None:
    role, grade = target
    finished = finish(client)
    before = everything_stored()
    page = report(client, finished, query, language)
    found, wanted = levels_of(page, shipped(), role), computed(role, grade)
    assert found == {
        gap.skill.code: ("–" if gap.level is None else str(gap.level), str(gap.required)) for gap in wanted.skills
    }
    chosen = [box.attributes["value"] for box in page.the("form", method="get").each("option", selected="")]
    assert chosen == [role, grade]
    assert page.the("div", role="note").the("a").attributes["href"] == address(finished, "report/", language)
    files = [link.attributes["href"] for link in section(page, "take").each("a", download="")]
    assert len(files) == 6
    assert {file.partition("?")[2].removesuffix("&dialect=en").removesuffix("&dialect=fr") for file in files} == {
        f"role={role}&grade={grade}"
    }
    assert everything_stored() == before


def test_the_own_target_in_the_address_is_not_another(client: Client, published: CatalogueVersion) -> None:
    page = report(client, finish(client), "?role=devops&grade=confirmed")
    assert page.each("div", role="note") == []


@pytest.mark.parametrize(
    "query",
    ["role=architect", "grade=chief", "role=", "grade=", "role=%00", "grade=%ED%A0%80", "role=devops%0d%0a", "role=[]"],
)
@pytest.mark.parametrize("page", ["report/", "report.json"])
def test_an_unknown_target_is_404(client: Client, published: CatalogueVersion, query: str, page: str) -> None:
    assert client.get(address(finish(client), f"{page}?{query}")).status_code == 404


def test_another_word_in_the_address_is_passed_over(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    assert client.get(address(finished, "report/?utm=x")).status_code == 200


# For good


def test_the_report_keeps_its_bytes_when_another_catalogue_is_published_but_for_the_line_that_says_so(
    client: Client, published: CatalogueVersion
) -> None:
    finished = finish(client, answers={**WORKED_ANSWERS, "T8": 0})
    paths = [
        address(finished, page, language)
        for page in ("report/", "report/?role=mlops", "report.json")
        for language in LANGUAGES
    ]
    token = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')  # drawn anew for each page
    before = [token.sub(b"", client.get(path).content) for path in paths]
    changed = document()
    changed["skills"] = [skill for skill in changed["skills"] if skill["code"] != "T3"][::-1]
    for role in changed["roles"]:
        role["requirements"].pop("T3", None)
        for need in role["requirements"].values():
            need["weight"], need["levels"] = 1, dict.fromkeys(need["levels"], 5)
    changed["levels"][0]["name"] = {"fr": "Autre", "en": "Other"}
    build_and_publish(changed)
    line = re.compile(rb'<p class="[^"]*" id="newer">.*</p>')
    after = [token.sub(b"", client.get(path).content) for path in paths]
    assert [len(line.findall(content)) for content in after] == [1, 1, 0, 0, 0, 0]
    assert [line.sub(b"", content) for content in after] == before


def test_the_report_of_a_draft_leads_to_its_review(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    response = client.get(address(draft, "report/"))
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, "review/"))


def test_a_note_is_in_the_report_and_never_markup(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    note = '<img src=x onerror=alert(1)>\n{{ secret }} & "more"'
    submit(client, draft, "TECH", {"T1": 3}, **{"note-T1": note})
    answer(client, draft, {"G1": 1})
    client.post(address(draft, "review/"))
    page = report(client, draft)
    assert [shown.value for shown in section(page, "notes").each("dd")] == [note]
    assert page.each("img") == []


def test_a_text_of_the_catalogue_is_never_markup(client: Client, published: CatalogueVersion) -> None:
    skills = [tiny_skill("A"), tiny_skill("B", "HEAD")]
    skills[0]["name"]["en"] = "<script>alert(1)</script>"
    skills[0]["anchors"]["en"][1] = "<script>alert(2)</script>"
    build_and_publish(tiny_document(skills=skills))
    page = report(client, finish(client, "maker", "new", {"A": 0, "B": 0}))
    assert [script for script in page.each("script") if "src" not in script.attributes] == []
    assert section(page, "work").each("h3")[0].words == "<script>alert(1)</script>"


@pytest.mark.parametrize("query", ["", "?role=mlops", "?role=nope"])
def test_a_stranger_gets_404(client: Client, published: CatalogueVersion, query: str) -> None:
    finished = finish(client)
    stranger = Client()
    finish(stranger)
    assert stranger.get(address(finished, f"report/{query}")).status_code == 404
