import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion
from assessment.views.home import MINUTES_A_SKILL
from tests.examples import document, shipped, tiny_document
from tests.people import address, begin, build_and_publish, enter, finish, read, section, submit

LANGUAGES = ("fr", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_role_is_named_and_summed_up_with_a_way_to_start_and_to_its_sheet(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    page = read(client.get(f"/{language}/"))
    found = [
        (
            role.the("h2").words,
            role.each("p")[0].words,
            [link.attributes["href"] for link in role.each("a")],
        )
        for role in page.each("article")
    ]
    assert found == [
        (
            " ".join(role.name.said_in(language).split()),
            " ".join(role.summary.said_in(language).split()),
            [f"/{language}/start/?role={role.code}", f"/{language}/roles/{role.code}/"],
        )
        for role in shipped().roles
    ]


def test_each_role_says_how_many_skills_it_asks_and_how_many_minutes_that_takes(
    client: Client, published: CatalogueVersion
) -> None:
    page = read(client.get("/en/"))
    figures = [[int(word) for word in role.words.split() if word.isdigit()] for role in page.each("article")]
    assert figures == [[24, round(24 * MINUTES_A_SKILL)], [32, round(32 * MINUTES_A_SKILL)]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_this_browser_holds_is_a_link_away_the_last_changed_first(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    forgotten, draft, finished, last = begin(client), begin(client), finish(client), begin(client)
    for made in (draft, last):
        submit(client, made, "TECH", {"T1": 3})
    mine = section(read(client.get(f"/{language}/")), "mine")
    assert [link.attributes["href"] for link in mine.each("a")] == [
        address(last, "TECH/", language),
        address(draft, "TECH/", language),
        address(finished, "report/", language),
    ]
    assert str(forgotten.uuid) not in mine.words


def test_a_browser_that_holds_nothing_is_shown_nothing_of_others(client: Client, published: CatalogueVersion) -> None:
    other = finish(Client())
    response = client.get("/en/")
    assert read(response).each("section", aria_labelledby="mine") == []
    assert str(other.uuid).encode() not in response.content


def test_the_page_is_not_kept_since_it_says_what_this_browser_holds(
    client: Client, published: CatalogueVersion
) -> None:
    assert "no-store" in client.get("/en/").headers["Cache-Control"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_leads_to_what_happens_to_the_data(client: Client, published: CatalogueVersion, language: str) -> None:
    data = read(client.get(f"/{language}/")).the("section", aria_labelledby="data")
    assert [link.attributes["href"] for link in data.each("a")] == [f"/{language}/privacy/"]


def test_what_is_shown_is_the_newest_catalogue(client: Client, published: CatalogueVersion) -> None:
    build_and_publish(tiny_document())
    assert [role.the("h2").words for role in read(client.get("/en/")).each("article")] == ["maker name (en)"]


def test_a_text_of_the_catalogue_is_never_markup(client: Client, published: CatalogueVersion) -> None:
    changed = document()
    changed["roles"][0]["summary"]["en"] = '<script src="/x.js"></script> & "more"'
    build_and_publish(changed)
    page = read(client.get("/en/"))
    assert page.each("article")[0].each("p")[0].words == '<script src="/x.js"></script> & "more"'
    assert page.each("article")[0].each("script") == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/en/", "/fr/", "/en/start/", "/fr/roles/devops/"])
def test_a_site_without_a_catalogue_says_so(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 503
    assert "load_catalogue" in read(response).the("code").words


@pytest.mark.django_db
def test_a_site_without_a_catalogue_starts_nothing(client: Client) -> None:
    assert client.post("/en/start/", {"role": "devops", "grade": "junior"}).status_code == 503


@pytest.mark.parametrize("public", [True, False])
def test_the_overview_of_many_is_a_link_away_where_everybody_may_see_it(
    client: Client, published: CatalogueVersion, settings: Settings, public: bool
) -> None:
    settings.OVERVIEW_PUBLIC = public
    assert len(read(client.get("/en/")).each("a", href="/en/overview/")) == public


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_in_the_account_is_a_link_away_under_another_heading_than_what_a_browser_holds(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft = begin(client)
    here = section(read(client.get(f"/{language}/")), "mine").the("h2").words
    owner = get_user_model().objects.create_user("ada@example.org")
    Assessment.objects.update(owner=owner)
    elsewhere = Client()
    enter(elsewhere, owner)
    mine = section(read(elsewhere.get(f"/{language}/")), "mine")
    assert mine.the("a").attributes["href"] == address(draft, "TECH/", language)
    assert mine.the("h2").words != here
    assert read(client.get(f"/{language}/")).each("section", aria_labelledby="mine") == []
