import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.utils import translation

from assessment.models import Assessment, CatalogueVersion
from tests.examples import WORKED_ANSWERS
from tests.people import (
    Element,
    address,
    answer,
    begin,
    build_and_publish,
    edited_document,
    every_page,
    filled,
    finish,
    read,
    saved,
    section,
)

LANGUAGES = ("fr", "en")
OTHER = {"fr": "en", "en": "fr"}


def title_of(page: Element) -> str:
    return page.the("head").the("title").words


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("fr", "fr"),
        ("en", "en"),
        ("en-GB,en;q=0.9", "en"),
        ("fr-CA", "fr"),
        ("de,en;q=0.5", "en"),
        ("de", "fr"),
        ("", "fr"),
        ("*", "fr"),
        ("en;q=x", "fr"),
    ],
)
def test_the_root_leads_to_the_language_of_the_browser_and_to_french_otherwise(
    client: Client, db: None, wanted: str, language: str
) -> None:
    response = client.get("/", headers={"accept-language": wanted})
    assert (response.status_code, response.headers["Location"]) == (302, f"/{language}/")


def test_the_root_leads_a_browser_that_says_nothing_to_french(client: Client, db: None) -> None:
    assert client.get("/").headers["Location"] == "/fr/"


@pytest.mark.parametrize("browser", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_is_in_the_language_of_its_address_whatever_the_browser_wants(
    client: Client, published: CatalogueVersion, language: str, browser: str
) -> None:
    finished, draft = finish(client), begin(client)
    build_and_publish(edited_document())
    for path in every_page(draft, finished, language).values():
        response = client.get(path, headers={"accept-language": browser})
        assert (response.status_code, response.headers["Content-Language"]) == (200, language)
        assert read(response).the("html").attributes["lang"] == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_has_one_heading_a_title_of_its_own_and_a_skip_link(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished, draft = finish(client), begin(client)
    build_and_publish(edited_document())
    titles = set()
    paths = every_page(draft, finished, language).values()
    for path in paths:
        page = read(client.get(path))
        titles.add(title_of(page))
        assert len(page.the("h1").words) > 0
        skip = page.the("header").each("a")[0]
        assert page.the("main", id=skip.attributes["href"].removeprefix("#")).attributes["tabindex"] == "-1"
    assert len(titles) == len(paths)


def switch(page: Element) -> Element:
    """What leads to the other language."""
    (choice,) = [e for name in ("a", "button") for e in page.the("ul", class_="languages").each(name)]
    return choice


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_page_leads_to_itself_in_the_other_language(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    finished, draft = finish(client), begin(client)
    build_and_publish(edited_document())
    here, there = every_page(draft, finished, language), every_page(draft, finished, OTHER[language])
    for name in here.keys() - {"questionnaire"}:
        choice = switch(read(client.get(here[name])))
        assert choice.attributes["href"] == there[name]
        assert choice.attributes["lang"] == choice.attributes["hreflang"] == OTHER[language]


def test_the_other_language_of_a_report_keeps_its_target(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    page = read(client.get(address(finished, "report/?role=mlops&grade=senior")))
    assert switch(page).attributes["href"] == address(finished, "report/?role=mlops&grade=senior", "fr")


def test_a_query_that_is_markup_stays_a_query(client: Client, published: CatalogueVersion) -> None:
    page = read(client.get('/en/start/?role="><script>alert(1)</script>'))
    assert [script for script in page.each("script") if "src" not in script.attributes] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_switching_in_the_questionnaire_keeps_place_and_answers(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft = begin(client, language=language)
    page = read(client.get(address(draft, "PM/", language)))
    button = switch(page)
    assert button.attributes == {
        "form": "answers",
        "name": "go",
        "value": OTHER[language],
        "lang": OTHER[language],
    }
    data = filled(page) | {"skill-G1": "4", "note-G1": "à moi", "go": button.attributes["value"]}
    response = client.post(address(draft, "PM/", language), data)
    assert response.headers["Location"] == address(draft, "PM/", OTHER[language])
    assert saved(draft) == ({"G1": 4}, {"G1": "à moi"})
    again = read(client.get(response.headers["Location"]))
    boxes = again.each("input", type="radio", checked="")
    assert [(box.attributes["name"], box.attributes["value"]) for box in boxes] == [("skill-G1", "4")]


def test_the_language_of_the_last_answer_is_kept(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client, language="fr")
    assert Assessment.objects.get().language == "fr"
    client.post(address(draft, "TECH/"), {"skill-T1": "1"})
    assert Assessment.objects.get().language == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_refused_page_is_in_the_language_of_its_address(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft = begin(client)
    response: HttpResponseBase = client.post(address(draft, "TECH/", language), {"skill-T1": "9"})
    assert read(response).the("html").attributes["lang"] == language


def test_every_page_of_the_journey_says_other_words_in_french(client: Client, published: CatalogueVersion) -> None:
    finished, draft = finish(client), begin(client)
    answer(client, draft, WORKED_ANSWERS)
    build_and_publish(edited_document())
    for name, path in every_page(draft, finished, "en").items():
        english, french = (read(client.get(p)) for p in (path, every_page(draft, finished, "fr")[name]))
        assert title_of(english) != title_of(french), name


def test_a_report_says_dates_in_its_language(client: Client, published: CatalogueVersion) -> None:
    finished = finish(client)
    assert finished.finished is not None
    for language in LANGUAGES:
        how = section(read(client.get(address(finished, "report/", language))), "how")
        with translation.override(language):
            month = translation.gettext(finished.finished.strftime("%B")).lower()
        assert month in how.words.lower()


def test_no_cookie_is_set_by_a_language(client: Client, published: CatalogueVersion) -> None:
    client.get("/fr/")
    client.get("/en/", headers={"accept-language": "fr"})
    assert dict(client.cookies) == {}
