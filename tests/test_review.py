import re

import pytest
from django.test import Client

from assessment.models import Assessment, CatalogueVersion
from assessment.scoring import Answers
from tests.examples import WORKED_ANSWERS, shipped
from tests.people import Element, address, answer, begin, everything_stored, finish, read, submit

LANGUAGES = ("fr", "en")
ALL: Answers = dict.fromkeys(shipped().requirements("devops"), 0)


def review(client: Client, draft: Assessment, language: str = "en") -> Element:
    response = client.get(address(draft, "review/", language))
    assert response.status_code == 200
    return read(response)


def given(page: Element) -> list[tuple[str, str]]:
    """The skills with their answers, as the page lists them."""
    rows = [row for table in page.each("dl", class_="given") for row in table.each("div")]
    return [(row.the("dt").words, row.the("dd").each("span")[0].words) for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_is_on_the_page(client: Client, published: CatalogueVersion, language: str) -> None:
    draft = begin(client)
    answer(client, draft, WORKED_ANSWERS)
    found = given(review(client, draft, language))
    skills = [skill for _, asked in shipped().pages("devops") for skill in asked]
    assert [name for name, _ in found] == [" ".join(skill.name.said_in(language).split()) for skill in skills]
    said = {skill.code: words for skill, (_, words) in zip(skills, found, strict=True)}
    levels = {code: value for code, value in WORKED_ANSWERS.items() if isinstance(value, int)}
    assert {code: said[code] for code in levels} == {
        code: shipped().levels[level].name.said_in(language) for code, level in levels.items()
    }
    others = [said[code] for code in ("T5", "G2", "T8")]
    assert len(set(others)) == 3
    assert said["C6"] == said["T8"]
    assert not set(others) & {level.name.said_in(language) for level in shipped().levels}


def test_the_unanswered_come_first_with_links_to_them(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    answer(client, draft, WORKED_ANSWERS)
    page = review(client, draft)
    panel = page.the("div", class_="panel")
    assert [link.attributes["href"] for link in panel.each("a")] == [
        address(draft, "TECH/#T8"),
        address(draft, "COM/#C6"),
    ]
    assert re.findall(r"\d+", panel.the("h2").words) == ["2"]
    parts = [part for part in page.the("main").each("div", class_="column")[0].children if isinstance(part, Element)]
    assert parts.index(panel) < min(parts.index(part) for part in page.each("section"))


def test_the_links_lead_to_the_questions(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    for link in review(client, draft).the("div", class_="panel").each("a"):
        path, _, code = link.attributes["href"].partition("#")
        assert read(client.get(path)).each("fieldset", id=code) != []


def test_nothing_unanswered_is_not_spoken_of(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    answer(client, draft, ALL)
    page = review(client, draft)
    assert page.each("div", class_="panel") == []
    assert re.findall(r"\d+", page.the("p", class_="lead").words) == ["24", "24"]


def test_each_competency_leads_back_to_its_page(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client, "mlops")
    links = [part.the("a").attributes["href"] for part in review(client, draft).each("section")]
    assert links == [address(draft, f"{code}/") for code in ("TECH", "PM", "COM", "PRO", "ML")]


def test_a_note_is_shown_and_never_markup(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    submit(client, draft, "TECH", {"T1": 3}, **{"note-T1": "<script>alert(1)</script> & more"})
    page = review(client, draft)
    assert [note.words for note in page.each("p", class_="note")] == ["<script>alert(1)</script> & more"]
    assert page.each("script") == []


def test_finishing_closes_the_assessment_and_opens_the_report(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    answer(client, draft, WORKED_ANSWERS)
    response = client.post(address(draft, "review/"))
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, "report/"))
    found = Assessment.objects.get()
    assert found.finished is not None
    assert found.finished == found.changed > found.started
    assert found.answers == WORKED_ANSWERS


def test_finishing_twice_gives_one_result(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    before = everything_stored()
    response = client.post(address(finished, "review/"))
    assert (response.status_code, response.headers["Location"]) == (302, address(finished, "report/"))
    assert everything_stored() == before


def test_an_assessment_without_an_answer_can_be_finished(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client, answers={})
    assert client.get(address(finished, "report/")).status_code == 200


def test_reading_the_review_finishes_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    before = everything_stored()
    review(client, draft)
    client.head(address(draft, "review/"))
    assert everything_stored() == before


def test_the_review_of_a_finished_assessment_leads_to_the_report(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    response = client.get(address(finished, "review/", "fr"))
    assert (response.status_code, response.headers["Location"]) == (302, address(finished, "report/", "fr"))


def test_a_stranger_gets_404_and_finishes_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    stranger = Client()
    assert [
        stranger.get(address(draft, "review/")).status_code,
        stranger.post(address(draft, "review/")).status_code,
    ] == [404, 404]
    assert Assessment.objects.get().finished is None
