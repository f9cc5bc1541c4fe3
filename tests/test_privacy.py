import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.people import read, section


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_says_who_what_rights_and_cookies_without_a_query(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, db: None, language: str
) -> None:
    with django_assert_num_queries(0):
        page = read(client.get(f"/{language}/privacy/"))
    assert [part.attributes["aria-labelledby"] for part in page.each("section")] == ["who", "what", "rights", "cookies"]
    assert all(len(part.words) > len(part.the("h2").words) for part in page.each("section"))


def test_the_operator_is_named_with_an_address(client: Client, settings: Settings, db: None) -> None:
    settings.OPERATOR_NAME, settings.OPERATOR_EMAIL = "Ada & Co", "ada@example.org"
    who = section(read(client.get("/en/privacy/")), "who")
    assert who.the("p").words == "Ada & Co, ada@example.org"
    assert who.the("a").attributes["href"] == "mailto:ada@example.org"


def test_an_operator_without_an_address_is_named(client: Client, settings: Settings, db: None) -> None:
    settings.OPERATOR_NAME, settings.OPERATOR_EMAIL = "Ada & Co", ""
    assert section(read(client.get("/en/privacy/")), "who").the("p").words == "Ada & Co"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_missing_operator_is_said_to_be_missing(client: Client, settings: Settings, db: None, language: str) -> None:
    settings.OPERATOR_NAME = ""
    assert len(section(read(client.get(f"/{language}/privacy/")), "who").the("p").words) > 20


@pytest.mark.parametrize("language", ["fr", "en"])
def test_how_long_is_the_setting(client: Client, settings: Settings, db: None, language: str) -> None:
    settings.RESUME_LINK_DAYS = 71
    assert "71" in section(read(client.get(f"/{language}/privacy/")), "what").words.split()
