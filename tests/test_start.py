from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from assessment import notice
from assessment.models import Assessment, CatalogueVersion, hash_token
from profiles.models import User
from tests.examples import shipped, tiny_document
from tests.people import Element, begin, build_and_publish, enter, everything_stored, read, token_of

LANGUAGES = ("fr", "en")
ODD = ("architect", "", "DEVOPS", "devops\x00", "é" * 3000, "<b>")


def radios(page: Element, name: str) -> list[str]:
    return [box.attributes["value"] for box in page.each("input", type="radio", name=name)]


def chosen(page: Element) -> dict[str, str]:
    boxes = page.each("input", type="radio", checked="")
    return {box.attributes["name"]: box.attributes["value"] for box in boxes}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roles_and_the_grades_are_explained_choices_and_none_is_made(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    page = read(client.get(f"/{language}/start/"))
    assert radios(page, "role") == ["devops", "mlops"]
    assert radios(page, "grade") == ["junior", "confirmed", "senior"]
    assert chosen(page) == {}
    explained = [*(role.summary for role in shipped().roles), *(grade.text for grade in shipped().grades)]
    labels = [label.words for label in page.each("label", class_="choice")]
    assert [
        " ".join(text.said_in(language).split()) in label for text, label in zip(explained, labels, strict=True)
    ] == [True] * 5


def test_a_role_in_the_address_is_chosen_already(client: Client, published: CatalogueVersion) -> None:
    assert chosen(read(client.get("/en/start/?role=mlops"))) == {"role": "mlops"}


@pytest.mark.parametrize("role", ODD)
def test_an_unknown_role_in_the_address_chooses_nothing(client: Client, published: CatalogueVersion, role: str) -> None:
    assert chosen(read(client.get("/en/start/", {"role": role}))) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_says_how_long_and_leads_to_the_whole_of_it(
    client: Client, published: CatalogueVersion, settings: Settings, language: str
) -> None:
    settings.RESUME_LINK_DAYS = 71
    notice = read(client.get(f"/{language}/start/")).the("div", id="notice")
    assert "71" in notice.words.split()
    assert notice.the("a").attributes["href"] == f"/{language}/privacy/"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ["devops", "mlops"])
def test_starting_makes_a_draft_and_goes_to_its_first_page(
    client: Client, published: CatalogueVersion, role: str, language: str
) -> None:
    response = client.post(f"/{language}/start/", {"role": role, "grade": "senior"})
    found = Assessment.objects.get()
    assert (response.status_code, response.headers["Location"]) == (
        302,
        f"/{language}/assessments/{found.uuid}/TECH/",
    )
    assert (found.version, found.role, found.grade, found.language) == (published, role, "senior", language)
    assert (found.answers, found.notes, found.finished, found.owner) == ({}, {}, None, None)


def test_a_draft_is_made_with_the_newest_catalogue(client: Client, published: CatalogueVersion) -> None:
    newest = build_and_publish(tiny_document())
    assert begin(client, "maker", "new").version == newest


def test_the_link_works_for_as_many_days_as_the_setting_says(
    client: Client, published: CatalogueVersion, settings: Settings
) -> None:
    settings.RESUME_LINK_DAYS = 71
    before = timezone.now()
    until = begin(client).link_until
    assert until is not None
    assert before + timedelta(days=71) <= until <= timezone.now() + timedelta(days=71)


def test_the_link_works_for_a_year_by_default(client: Client, published: CatalogueVersion) -> None:
    until = begin(client).link_until
    assert until is not None
    assert (until - timezone.now()).days == 364


def test_only_the_hash_of_the_token_is_stored(client: Client, published: CatalogueVersion) -> None:
    found, token = begin(client), token_of(client)
    assert found.token_sha256 == hash_token(token)
    stored = everything_stored()
    assert (token in stored, hash_token(token) in stored) == (False, True)


def test_two_starts_have_two_tokens_of_192_random_bits(client: Client, published: CatalogueVersion) -> None:
    begin(client)
    begin(client)
    tokens = client.cookies["assessments"].value.split(".")
    assert [len(token) for token in tokens] == [32, 32]
    assert len(set(tokens)) == 2


@pytest.mark.parametrize("https", [False, True])
def test_the_cookie_is_kept_from_scripts_and_other_sites(
    client: Client, published: CatalogueVersion, settings: Settings, https: bool
) -> None:
    settings.HTTPS, settings.RESUME_LINK_DAYS = https, 71
    begin(client)
    cookie = client.cookies["assessments"]
    found = {name: cookie[name] for name in ("httponly", "samesite", "secure", "path", "domain", "max-age")}
    assert found == {
        "httponly": True,
        "samesite": "Lax",
        "secure": True if https else "",
        "path": "/",
        "domain": "",
        "max-age": 71 * 24 * 60 * 60,
    }


def test_a_browser_holds_its_20_newest_assessments(client: Client, published: CatalogueVersion) -> None:
    made = [begin(client) for _ in range(21)]
    opened = [client.get(f"/en/assessments/{found.uuid}/TECH/").status_code for found in made]
    assert opened == [404] + [200] * 20
    assert len(client.cookies["assessments"].OutputString()) < 4096


@pytest.mark.parametrize("role", ODD)
def test_an_unknown_role_is_refused_beside_its_field_and_the_grade_is_kept(
    client: Client, published: CatalogueVersion, role: str
) -> None:
    response = client.post("/en/start/", {"role": role, "grade": "senior"})
    page = read(response)
    assert response.status_code == 200
    assert len(page.the("div", id="id_role-error").words) > 0
    assert page.the("fieldset", id="id_role").attributes["aria-describedby"] == "id_role-error"
    assert [link.attributes["href"] for link in page.the("div", role="alert").each("a")] == ["#id_role"]
    assert chosen(page) == {"grade": "senior"}
    assert Assessment.objects.count() == 0


def test_nothing_chosen_is_refused_beside_both_fields(client: Client, published: CatalogueVersion) -> None:
    page = read(client.post("/en/start/", {"go": ""}))
    links = page.the("div", role="alert").each("a")
    assert [link.attributes["href"] for link in links] == ["#id_role", "#id_grade"]
    assert page.each("div", id="id_role-error") != []
    assert page.each("div", id="id_grade-error") != []


def test_the_page_is_not_kept_by_the_browser_since_its_form_is_personal(
    client: Client, published: CatalogueVersion
) -> None:
    assert "no-store" in client.get("/en/start/").headers["Cache-Control"]


def signed_in(client: Client) -> User:
    person = get_user_model().objects.create_user("ada@example.org")
    enter(client, person)
    return person


def test_who_is_signed_in_has_it_in_their_account_and_needs_no_link(
    client: Client, published: CatalogueVersion
) -> None:
    person = signed_in(client)
    found = begin(client)
    assert (found.owner, found.token_sha256, found.link_until) == (person, None, None)
    assert "assessments" not in client.cookies
    assert client.get(f"/en/assessments/{found.uuid}/TECH/").status_code == 200
    assert Client().get(f"/en/assessments/{found.uuid}/TECH/").status_code == 404


def test_an_account_holds_more_than_a_cookie_can(client: Client, published: CatalogueVersion) -> None:
    signed_in(client)
    made = [begin(client) for _ in range(21)]
    assert [client.get(f"/en/assessments/{found.uuid}/TECH/").status_code for found in made] == [200] * 21


@pytest.mark.parametrize("with_account", [False, True])
def test_which_notice_was_shown_is_kept(
    client: Client, published: CatalogueVersion, settings: Settings, with_account: bool
) -> None:
    if with_account:
        signed_in(client)
    settings.OPERATOR_NAME = "Somebody"
    shown = begin(client).notice
    assert shown == notice.version() != ""
    settings.OPERATOR_NAME = "Somebody else"
    assert begin(client).notice == notice.version() != shown
