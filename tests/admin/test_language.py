"""The administration has no language in its addresses: a button chooses it, and a cookie keeps the choice."""

import pytest
from django.conf import settings
from django.test import Client

from assessment.models import CatalogueVersion
from tests.editors import CATALOGUE, list_of, one_of, save
from tests.people import everything_stored, read, to_sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PAGE = "/admin/language/"
COOKIE = settings.LANGUAGE_COOKIE_NAME
LANGUAGES = ("fr", "en")


def language_of(client: Client, address: str = CATALOGUE) -> str:
    return read(client.get(address)).the("html").attributes["lang"]


def choose(client: Client, language: str, to: str = CATALOGUE) -> str:
    """Press the button; answers where it leads."""
    response = client.post(PAGE, {"language": language, "next": to})
    assert response.status_code == 302
    return response.headers["Location"]


def test_the_button_of_a_page_offers_the_other_language_and_comes_back(drafted: CatalogueVersion) -> None:
    client = one_of("editors")
    for address in (CATALOGUE, f"{list_of('skills')}?q=code&p=1", "/admin/"):
        for language, other in (("en", "fr"), ("fr", "en")):
            page = read(client.get(address))
            assert page.the("html").attributes["lang"] == language
            form = page.the("form", class_="languages")
            assert form.attributes["action"] == PAGE
            sent = {box.attributes["name"]: box.attributes["value"] for box in form.each("input")}
            (button,) = form.each("button")
            assert (button.attributes["value"], button.attributes["lang"]) == (other, other)
            sent[button.attributes["name"]] = button.attributes["value"]
            assert client.post(PAGE, sent).headers["Location"] == address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_choice_is_kept_whatever_the_browser_wants(drafted: CatalogueVersion, language: str) -> None:
    client = one_of("editors")
    choose(client, language)
    for browser in ("fr", "en", "de", ""):
        assert client.get(CATALOGUE, headers={"Accept-Language": browser}).headers["Content-Language"] == language


def test_a_visitor_is_sent_to_sign_in_in_the_language_they_chose(db: None) -> None:
    client = Client(headers={"Accept-Language": "en"})
    assert client.get("/admin/login/").headers["Location"] == to_sign_in("/admin/", "en")[1]
    assert choose(client, "fr", "/admin/") == "/admin/"
    assert client.get("/admin/login/").headers["Location"] == to_sign_in("/admin/", "fr")[1]


def test_a_form_that_was_refused_can_be_read_in_the_other_language(drafted: CatalogueVersion) -> None:
    client = one_of("publishers")
    response = client.post(f"{CATALOGUE}impact/", {"note": ""})
    (form,) = read(response).each("form", class_="languages")
    assert form.the("input", name="next").attributes["value"] == f"{CATALOGUE}impact/"


def test_the_cookie_is_kept_from_scripts_and_other_sites(db: None) -> None:
    client = Client()
    choose(client, "en")
    cookie = client.cookies[COOKIE]
    found = {name: cookie[name] for name in ("httponly", "samesite", "secure", "path", "domain")}
    assert found == {"httponly": True, "samesite": "Lax", "secure": "", "path": "/", "domain": ""}
    assert cookie.value == "en"


@pytest.mark.parametrize("language", ["de", "fr-ca", "FR", "", "x" * 9000, "fr\x00", "../../fr", "fr;q=1", None])
def test_there_are_two_languages(db: None, language: str | None) -> None:
    client = Client()
    response = client.post(PAGE, {} if language is None else {"language": language})
    assert (response.status_code, dict(client.cookies)) == (404, {})


@pytest.mark.parametrize(
    "to",
    [
        *(
            "https://evil.example/",
            "//evil.example/",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "http:evil.example",
        ),
        *(
            "javascript:alert(1)",
            "data:text/html,x",
            "https://testserver@evil.example/",
            "http://[",
            "\x00//evil.example",
        ),
        *("/%2f%2fevil.example\r\nSet-Cookie: a=b", "\t//evil.example", "https:evil.example", " //evil.example"),
    ],
)
def test_only_an_address_of_this_site_is_gone_back_to(db: None, to: str) -> None:
    client = Client()
    for referer in ("https://evil.example/", "javascript:alert(1)", ""):
        response = client.post(PAGE, {"language": "en", "next": to}, headers={"Referer": referer})
        location = response.headers["Location"]
        assert (response.status_code, location.startswith("/"), location.startswith("//")) == (302, True, False)
        assert "a" not in client.cookies


def test_reading_or_another_site_chooses_nothing(db: None) -> None:
    client = Client(enforce_csrf_checks=True)
    assert [client.get(f"{PAGE}?language=en&next=/admin/").status_code, client.head(PAGE).status_code] == [405, 405]
    assert client.post(PAGE, {"language": "en"}).status_code == 403
    assert COOKIE not in client.cookies


@pytest.mark.parametrize("value", ["de", "../../etc/passwd", "en_US@x", "\\000", "x", ""])
def test_an_odd_cookie_is_no_choice(drafted: CatalogueVersion, value: str) -> None:
    client = one_of("editors")
    client.cookies[COOKIE] = value
    assert language_of(client) == "en"


def test_choosing_stores_nothing(drafted: CatalogueVersion) -> None:
    client = one_of("editors")
    before = everything_stored()
    choose(client, "fr")
    assert everything_stored() == before


def test_what_was_done_is_told_once_and_no_cookie_but_these_is_set(drafted: CatalogueVersion) -> None:
    client = one_of("editors")
    client.get("/admin/login/")
    choose(client, "en")
    save(client, f"{list_of('skills')}order/")
    told = [len(read(client.get(CATALOGUE)).each("li", class_="success")) for _ in range(2)]
    assert told == [1, 0]
    own = {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, COOKIE}
    assert set(client.cookies) <= own
