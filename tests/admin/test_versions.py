"""Published catalogues in the administration: to read, never to change; and the sign-in to it."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.catalogue.file import build
from assessment.models import CatalogueChange, CatalogueVersion
from profiles.models import User
from tests.admin.room import HISTORY, VERSIONS, column, opened, queries
from tests.editors import form_of, list_of, one_of, row_of, save
from tests.examples import tiny_document
from tests.people import enter, everything_stored, to_sign_in

PAGES = ["/admin/", "/admin/assessment/", VERSIONS, f"{VERSIONS}1/change/", f"{VERSIONS}1/history/"]

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def root(client: Client) -> Client:
    enter(client, User.objects.create_superuser("root@example.org"))
    return client


def staff(client: Client, *permissions: str) -> Client:
    person = User.objects.create_user("staff@example.org", is_staff=True)
    person.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    enter(client, person)
    return client


def page_of(version: CatalogueVersion) -> str:
    return f"{VERSIONS}{version.pk}/change/"


def publish(count: int) -> list[CatalogueVersion]:
    """So many versions, each by somebody else, each with a note."""
    found = []
    for number in range(count):
        document = tiny_document()
        document["grades"][0]["name"]["en"] = f"New {number}"
        by = User.objects.create_user(f"{number}@example.org", display_name=f"Person {number}")
        found.append(CatalogueVersion.objects.publish(build(document), by=by, note=f"Because of <b>{number}</b>"))
    return found


def versions_stored() -> list[str]:
    return [line for line in everything_stored().splitlines() if line.startswith("assessment_catalogueversion ")]


# To read


@pytest.mark.parametrize("group", ["editors", "publishers", "analysts"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_list_says_who_published_what_when_and_why_the_newest_first(db: None, group: str, language: str) -> None:
    one, two = publish(2)
    client = one_of(group)
    found = {name: column(client, VERSIONS, name, language) for name in ("number", "published_by", "note", "skills")}
    assert found == {
        "number": ["2", "1"],
        "published_by": ["Person 1", "Person 0"],
        "note": ["Because of <b>1</b>", "Because of <b>0</b>"],
        "skills": ["2", "2"],
    }
    assert column(client, VERSIONS, "roles", language) == ["1", "1"]
    assert column(client, VERSIONS, "short_hash") == [two.sha256[:12], one.sha256[:12]]
    assert all(str(one.published.year) in said for said in column(client, VERSIONS, "published", language))


@pytest.mark.parametrize("group", ["editors", "publishers", "analysts"])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_version_is_read_taken_away_and_compared(db: None, group: str, language: str) -> None:
    _one, two, _three = publish(3)
    page = opened(one_of(group), page_of(two), language)
    fields = [div.words for div in page.each("div", class_="readonly")]
    assert [fields[0], *fields[2:]] == ["2", "Person 1", "Because of <b>1</b>", "2", "1", two.sha256]
    links = [link.attributes["href"] for link in page.the("main").each("a")]
    assert [link for link in links if "/compare/" in link] == [
        "/admin/catalogue/compare/?old=2&new=3",
        "/admin/catalogue/compare/?old=1&new=2",
    ]
    files = [link for link in links if "/versions/2/" in link]
    assert [file.rpartition("/")[2] for file in files] == [
        "catalogue",
        "skills-xlsx",
        "skills-csv-fr",
        "skills-csv-en",
        "case",
    ]
    restore = page.each("form", action="/admin/catalogue/versions/2/draft/")
    assert len(restore) == (group == "editors")
    assert page.each("input", type="submit") == []


def test_versions_are_found_by_note_and_hash(db: None) -> None:
    one, _two = publish(2)
    client = one_of("analysts")
    assert column(client, f"{VERSIONS}?q=because", "number") == ["2", "1"]
    assert column(client, f"{VERSIONS}?q={one.sha256[:20]}", "number") == ["1"]


def test_a_version_of_an_account_that_is_gone_stays(db: None) -> None:
    publish(1)
    User.objects.get(display_name="Person 0").delete()
    assert column(one_of("analysts"), VERSIONS, "published_by") == ["-"]


def test_the_pages_ask_as_often_for_20_versions_as_for_1(db: None) -> None:
    (first,) = publish(1)
    client = one_of("editors")
    pages = [VERSIONS, f"{VERSIONS}?q=because", page_of(first)]
    one = [queries(client, page) for page in pages]
    for number in range(1, 20):
        document = tiny_document()
        document["grades"][0]["name"]["fr"] = f"Neuf {number}"
        by = User.objects.create_user(f"x{number}@example.org")
        CatalogueVersion.objects.publish(build(document), by=by)
    assert CatalogueVersion.objects.count() == 20
    assert (one, [queries(client, page) for page in pages]) == ([8, 8, 8], [8, 8, 8])


def test_the_pages_leave_the_documents_where_they_are(db: None) -> None:
    (version,) = publish(1)
    client = one_of("analysts")
    with CaptureQueriesContext(connection) as captured:
        opened(client, VERSIONS)
        opened(client, page_of(version))
    assert [query for query in captured.captured_queries if '."document"' in query["sql"]] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_administrator_reads_the_versions(root: Client, published: CatalogueVersion, language: str) -> None:
    history = f"{VERSIONS}{published.pk}/history/"
    for address in ("/admin/", "/admin/assessment/", VERSIONS, page_of(published), history):
        assert root.get(address, headers={"Accept-Language": language}).status_code == 200
    assert published.sha256 in root.get(VERSIONS).content.decode()


def test_a_version_that_is_not_there_leads_back(root: Client, published: CatalogueVersion) -> None:
    response = root.get(f"{VERSIONS}{published.pk + 1}/change/")
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/")


# Never to change


@pytest.mark.parametrize("method", ["get", "post", "put", "delete", "patch"])
def test_nobody_adds_or_deletes_a_version(root: Client, published: CatalogueVersion, method: str) -> None:
    before = versions_stored()
    for address in (f"{VERSIONS}add/", f"{VERSIONS}{published.pk}/delete/"):
        assert getattr(root, method)(address, {"post": "yes", "number": "2"}).status_code == 403
    assert versions_stored() == before


def test_nobody_changes_a_version(root: Client, published: CatalogueVersion) -> None:
    before = versions_stored()
    forged: dict[str, Any] = {"number": "7", "document": "{}", "sha256": "0" * 64, "note": "", "codes": "{}"}
    for extra in ({}, {"_saveasnew": "1"}, {"_continue": "1"}):
        assert root.post(page_of(published), forged | extra).status_code == 403
    for method in ("put", "delete", "patch"):
        assert getattr(root, method)(page_of(published), forged).status_code == 200
    assert versions_stored() == before


def test_no_action_touches_the_versions(root: Client, published: CatalogueVersion) -> None:
    before = versions_stored()
    assert opened(root, VERSIONS).each("select", name="action") == []
    root.post(VERSIONS, {"action": "delete_selected", "_selected_action": [published.pk], "post": "yes"})
    root.post(VERSIONS, {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": published.pk, "_save": "1"})
    assert versions_stored() == before


def test_even_every_right_is_a_right_to_read(client: Client, published: CatalogueVersion) -> None:
    names = [f"{verb}_catalogueversion" for verb in ("view", "add", "change", "delete")]
    staff(client, *names)
    assert [client.get(address).status_code for address in (VERSIONS, page_of(published))] == [200, 200]
    assert client.post(page_of(published), {"number": "7"}).status_code == 403
    refused = [f"{VERSIONS}add/", f"{VERSIONS}{published.pk}/delete/"]
    assert [client.get(address).status_code for address in refused] == [403, 403]


def test_publishing_in_the_administration_is_in_the_list_and_in_the_history(drafted: CatalogueVersion) -> None:
    save(one_of("editors"), f"{list_of('skills')}{row_of('skills', 'T1').pk}/change/", name_en="Renamed")
    client = one_of("publishers", name="pat")
    sent = form_of(client, "/admin/catalogue/impact/") | {"note": "Clearer words"}
    assert client.post("/admin/catalogue/impact/", sent).headers["Location"] == VERSIONS
    assert column(client, VERSIONS, "note") == ["Clearer words", "-"]
    assert column(client, VERSIONS, "published_by") == ["pat", "-"]
    newest = CatalogueChange.objects.order_by("-pk")[0]
    assert (newest.action, newest.code, newest.note) == ("publish", "2", "Clearer words")
    assert column(client, HISTORY, "what")[0] == "version 2"
    assert column(client, HISTORY, "said")[0] == "Clearer words"
    assert "version 2" in opened(client, f"{HISTORY}{newest.pk}/change/").the("main").words


# Who may


@pytest.mark.parametrize("address", [*PAGES, f"{VERSIONS}add/", f"{VERSIONS}1/delete/", "/admin/profiles/user/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_sign_in(client: Client, published: CatalogueVersion, address: str, method: str) -> None:
    response = getattr(client, method)(address, follow=True)
    assert response.redirect_chain[-1] == to_sign_in(address)[::-1]


@pytest.mark.parametrize("address", [*PAGES, "/admin/password_change/"])
def test_for_a_person_who_is_no_staff_there_is_no_such_page(client: Client, address: str) -> None:
    enter(client, User.objects.create_user("ada@example.org"))
    assert client.get(address).status_code == 404


def test_staff_read_versions_only_with_the_right(client: Client, published: CatalogueVersion) -> None:
    staff(client)
    assert [client.get(address).status_code for address in (VERSIONS, page_of(published))] == [403, 403]


def test_assessments_are_not_in_the_administration(root: Client) -> None:
    assert root.get("/admin/assessment/assessment/").status_code == 404
