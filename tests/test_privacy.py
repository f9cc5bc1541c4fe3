import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from assessment import links, notice
from assessment.models import CatalogueVersion
from tests.people import Element, read, section

PARTS = ["who", "what", "account", "others", "log", "result", "rights", "cookies"]


def page(client: Client, language: str = "en") -> Element:
    return read(client.get(f"/{language}/privacy/"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_says_it_all_without_a_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, db: None, language: str
) -> None:
    with django_assert_num_queries(0):
        found = page(client, language)
    assert [part.attributes["aria-labelledby"] for part in found.each("section")] == PARTS
    assert all(len(part.words) > len(part.the("h2").words) for part in found.each("section"))


def test_the_page_names_its_version(client: Client, db: None) -> None:
    assert notice.version() in page(client).words


def test_the_operator_is_named_with_an_address(client: Client, settings: Settings, db: None) -> None:
    settings.OPERATOR_NAME, settings.OPERATOR_EMAIL = "Ada & Co", "ada@example.org"
    who = section(page(client), "who")
    assert who.the("p").words == "Ada & Co, ada@example.org"
    assert who.the("a").attributes["href"] == "mailto:ada@example.org"


def test_an_operator_without_an_address_is_named(client: Client, settings: Settings, db: None) -> None:
    settings.OPERATOR_NAME, settings.OPERATOR_EMAIL = "Ada & Co", ""
    assert section(page(client), "who").the("p").words == "Ada & Co"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_missing_operator_is_said_to_be_missing(client: Client, settings: Settings, db: None, language: str) -> None:
    settings.OPERATOR_NAME = ""
    assert len(section(page(client, language), "who").the("p").words) > 20


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("name", "number", "part"),
    [
        ("RESUME_LINK_DAYS", 71, "what"),
        ("RETENTION_MONTHS", 37, "what"),
        ("RETENTION_MONTHS", 37, "account"),
        ("LOG_MONTHS", 17, "log"),
        ("RESUME_LINK_DAYS", 71, "cookies"),
        ("GROUP_FLOOR", 19, "what"),
    ],
)
def test_how_long_and_how_many_are_the_settings(  # noqa: PLR0917 (what is given, and what a page is tried with)
    client: Client, settings: Settings, db: None, language: str, name: str, number: int, part: str
) -> None:
    setattr(settings, name, number)
    assert str(number) in section(page(client, language), part).words.split()


def test_each_cookie_is_named_with_how_long_it_lasts(client: Client, settings: Settings, db: None) -> None:
    names = [links.COOKIE, settings.CSRF_COOKIE_NAME, settings.SESSION_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME]
    told = [point.words for point in section(page(client), "cookies").each("li")]
    assert [re.findall("“(.*?)”", point) for point in told] == [[name.removeprefix("__Host-")] for name in names]
    assert (settings.CSRF_COOKIE_AGE, settings.SESSION_COOKIE_AGE) == (52 * 7 * 24 * 3600, 12 * 3600)
    assert ("a year" in told[1], "12 hours at most" in told[2]) == (True, True)
    assert settings.LANGUAGE_COOKIE_AGE is None


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_legal_basis_is_said_in_words_of_its_own(
    client: Client, settings: Settings, db: None, language: str
) -> None:
    said = []
    for basis in ("consent", "contract", "legitimate-interest", "public-task"):
        settings.LEGAL_BASIS = basis
        said.append(section(page(client, language), "what").words)
    assert len(set(said)) == 4


def test_that_figures_are_shown_to_everybody_is_said_where_they_are(
    client: Client, settings: Settings, db: None
) -> None:
    found = []
    for settings.OVERVIEW_PUBLIC in (False, True):
        found.append(len(section(page(client), "what").words))
    assert found[0] < found[1]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["", "Ada & Co"])
def test_the_notice_stands_before_the_first_question_with_who_runs_the_site(
    client: Client, published: CatalogueVersion, settings: Settings, language: str, name: str
) -> None:
    settings.OPERATOR_NAME = name
    told = read(client.get(f"/{language}/start/")).the("div", id="notice")
    assert len(told.each("li")) == len(section(page(client, language), "what").each("li")) + 1
    assert name in told.each("li")[0].words
    assert told.each("a")[-1].attributes["href"] == f"/{language}/privacy/"
