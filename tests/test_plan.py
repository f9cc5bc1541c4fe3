"""The action plan: the first gaps, their next steps, room to write."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.models import CatalogueVersion
from assessment.scoring import Answers
from tests.examples import shipped
from tests.people import address, begin, finish, read

LANGUAGES = ("fr", "en")
ASKED = tuple(shipped().requirements("devops"))


def steps(client: Client, answers: Answers, language: str = "en") -> list[str]:
    page = read(client.get(address(finish(client, answers=answers), "plan/", language)))
    return [item.words for item in page.each("li") if item.each("div", class_="boxes")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_gaps_with_the_sentence_of_the_next_level_and_three_boxes(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished = finish(client)
    found = finished.gap_report().priorities
    page = read(client.get(address(finished, "plan/", language)))
    items = [item for item in page.each("li") if item.each("div", class_="boxes")]
    assert len(items) == 5
    for item, gap in zip(items, found, strict=False):
        assert gap.skill.name.said_in(language) in item.words
        assert gap.next_step is not None
        assert " ".join(gap.next_step.said_in(language).split()) in item.words
        assert len(item.the("div", class_="boxes", aria_hidden="true").each("p")) == 3
    assert str(len(found) - 5) in page.the("main").words


@pytest.mark.parametrize(("gaps", "shown"), [(1, 1), (4, 4), (5, 5), (6, 5)])
def test_there_are_five_steps_at_most(client: Client, published: CatalogueVersion, gaps: int, shown: int) -> None:
    answers = dict.fromkeys(ASKED, 5) | dict.fromkeys(ASKED[:gaps], 0)
    assert len(steps(client, answers)) == shown


@pytest.mark.parametrize("answers", [{}, dict.fromkeys(ASKED, 5), dict.fromkeys(ASKED, "dk")])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_gap_it_says_so(client: Client, published: CatalogueVersion, answers: Answers, language: str) -> None:
    assert steps(client, answers, language) == []


def test_a_draft_has_no_plan_yet(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    response = client.get(address(draft, "plan/"))
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, "review/"))


def test_a_stranger_gets_404(client: Client, published: CatalogueVersion) -> None:
    assert Client().get(address(finish(client), "plan/")).status_code == 404


def test_the_report_leads_to_it(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    page = read(client.get(address(finished, "report/")))
    assert len(page.each("a", href=address(finished, "plan/"))) == 2  # from its top and from its end


def test_it_asks_the_database_once(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    with CaptureQueriesContext(connection) as found:
        client.get(address(finished, "plan/"))
    assert len(found) == 1
