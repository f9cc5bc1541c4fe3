import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import formats, timezone, translation

from assessment.models import CatalogueVersion
from assessment.scoring import Answers
from tests.examples import WORKED_ANSWERS, shipped
from tests.people import address, answer, begin, enter, finish, read, token_of

LANGUAGES = ("fr", "en")
ALL: Answers = dict.fromkeys(shipped().requirements("devops"), 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_link_and_the_date_until_which_it_works_are_shown(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft = begin(client, language=language)
    page = read(client.get(address(draft, "later/", language)))
    box = page.the("input", id="link")
    assert box.attributes["value"] == f"http://testserver/{language}/resume/{token_of(client)}/"
    assert "readonly" in box.attributes
    assert draft.link_until is not None
    with translation.override(language):
        day = formats.date_format(timezone.localtime(draft.link_until), "DATE_FORMAT")
    assert day in page.words


def test_the_copy_button_is_there_for_the_script_only(client: Client, published: CatalogueVersion) -> None:
    button = read(client.get(address(begin(client), "later/"))).the("button", data_copy="link")
    assert "hidden" in button.attributes
    assert button.attributes["type"] == "button"


@pytest.mark.parametrize(("answers", "count"), [({}, "0"), (WORKED_ANSWERS, "22"), (ALL, "24")])
def test_the_page_says_how_much_is_answered(
    client: Client, published: CatalogueVersion, answers: Answers, count: str
) -> None:
    draft = begin(client)
    answer(client, draft, answers)
    lead = read(client.get(address(draft, "later/"))).the("p", class_="lead")
    assert re.findall(r"\d+", lead.words) == [count, "24"]


@pytest.mark.parametrize(("answers", "page"), [({}, "TECH/"), (ALL, "review/")])
def test_going_on_leads_to_where_it_stopped_and_erasing_is_near(
    client: Client, published: CatalogueVersion, answers: Answers, page: str
) -> None:
    draft = begin(client)
    answer(client, draft, answers)
    links = read(client.get(address(draft, "later/"))).the("div", class_="actions").each("a")
    assert [link.attributes["href"] for link in links] == [address(draft, page), address(draft, "delete/")]


def test_a_finished_assessment_goes_on_at_its_report(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    links = read(client.get(address(finished, "later/"))).the("div", class_="actions").each("a")
    assert links[0].attributes["href"] == address(finished, "report/")


def test_a_stranger_gets_404(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    assert Client().get(address(draft, "later/")).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_what_is_in_an_account_it_says_so_and_shows_no_link(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    enter(client, get_user_model().objects.create_user("ada@example.org"))
    draft = begin(client)
    panel = read(client.get(address(draft, "later/", language))).the("div", class_="panel")
    assert (panel.each("input"), panel.each("form")) == ([], [])
    assert len(panel.the("p").words) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_not_signed_in_is_told_of_accounts(client: Client, published: CatalogueVersion, language: str) -> None:
    panel = read(client.get(address(begin(client), "later/", language))).the("div", class_="panel")
    found = [link.attributes["href"] for link in panel.each("a")]
    assert found == [f"/{language}/accounts/signup/", f"/{language}/accounts/login/"]


def test_who_is_signed_in_can_add_what_only_this_browser_holds(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    enter(client, get_user_model().objects.create_user("ada@example.org"))
    panel = read(client.get(address(draft, "later/"))).the("div", class_="panel")
    assert panel.the("form", method="post").attributes["action"] == address(draft, "join/")
    assert panel.each("input", id="link") != []
    assert panel.each("a") == []
