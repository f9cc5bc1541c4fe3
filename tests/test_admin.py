"""Published catalogues in the administration: to read, never to change."""

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.catalogue.file import build
from assessment.models import CatalogueVersion
from profiles.models import User
from tests.examples import tiny_document
from tests.people import everything_stored

LIST = "/admin/assessment/catalogueversion/"
PAGES = ["/admin/", "/admin/assessment/", LIST, f"{LIST}1/change/", f"{LIST}1/history/", "/admin/password_change/"]
REFUSED = [f"{LIST}add/", f"{LIST}{{pk}}/delete/"]

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def root(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("root@example.org"))
    return client


def staff(client: Client, *permissions: str) -> Client:
    editor = User.objects.create_user("editor@example.org", is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(editor)
    return client


def page_of(version: CatalogueVersion) -> str:
    return f"{LIST}{version.pk}/change/"


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_administrator_reads_the_versions(root: Client, published: CatalogueVersion, language: str) -> None:
    for address in ("/admin/", "/admin/assessment/", LIST, page_of(published), f"{LIST}{published.pk}/history/"):
        assert root.get(address, headers={"Accept-Language": language}).status_code == 200
    assert published.sha256 in root.get(LIST).content.decode()


def test_a_version_that_is_not_there_leads_back(root: Client, published: CatalogueVersion) -> None:
    response = root.get(f"{LIST}{published.pk + 1}/change/")
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_adds_or_deletes_a_version(root: Client, published: CatalogueVersion, method: str) -> None:
    before = everything_stored()
    for address in (f"{LIST}add/", f"{LIST}{published.pk}/delete/"):
        assert getattr(root, method)(address, {"post": "yes", "number": "2"}).status_code == 403
    assert versions_in(everything_stored()) == versions_in(before)


def test_nobody_changes_a_version(root: Client, published: CatalogueVersion) -> None:
    before = everything_stored()
    response = root.post(page_of(published), {"number": "7", "document": "{}", "sha256": "0" * 64})
    assert response.status_code == 403
    assert versions_in(everything_stored()) == versions_in(before)


def test_no_action_touches_the_versions(root: Client, published: CatalogueVersion) -> None:
    assert "delete_selected" not in root.get(LIST).content.decode()
    root.post(LIST, {"action": "delete_selected", "_selected_action": [published.pk], "post": "yes"})
    assert list(CatalogueVersion.objects.all()) == [published]


def versions_in(stored: str) -> list[str]:
    return [line for line in stored.splitlines() if line.startswith("assessment_catalogueversion ")]


def test_the_list_takes_as_many_queries_for_20_versions_as_for_1(root: Client) -> None:
    editor = User.objects.create_user("editor@example.org")
    CatalogueVersion.objects.publish(build(tiny_document()), by=editor)
    root.get(LIST)
    one = queries(root, LIST)
    for number in range(19):
        document = tiny_document()
        document["grades"][0]["name"]["en"] = f"New {number}"
        CatalogueVersion.objects.publish(build(document), by=User.objects.create_user(f"{number}@example.org"))
    assert queries(root, LIST) == one


@pytest.mark.parametrize("address", [*PAGES, f"{LIST}add/", f"{LIST}1/delete/", "/admin/profiles/user/"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_sent_to_sign_in(client: Client, published: CatalogueVersion, address: str, method: str) -> None:
    response = getattr(client, method)(address)
    assert (response.status_code, response.headers["Location"]) == (302, f"/admin/login/?next={address}")


@pytest.mark.parametrize("address", PAGES)
def test_a_person_without_the_right_is_sent_to_sign_in(client: Client, address: str) -> None:
    client.force_login(User.objects.create_user("ada@example.org"))
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (302, f"/admin/login/?next={address}")


def test_staff_read_versions_only_with_the_right(client: Client, published: CatalogueVersion) -> None:
    staff(client)
    assert [client.get(address).status_code for address in (LIST, page_of(published))] == [403, 403]


def test_even_every_right_is_a_right_to_read(client: Client, published: CatalogueVersion) -> None:
    names = [f"{verb}_catalogueversion" for verb in ("view", "add", "change", "delete")]
    staff(client, *names)
    assert [client.get(address).status_code for address in (LIST, page_of(published))] == [200, 200]
    assert client.post(page_of(published), {"number": "7"}).status_code == 403
    assert [client.get(a.format(pk=published.pk)).status_code for a in REFUSED] == [403, 403]


def test_assessments_are_not_in_the_administration(root: Client) -> None:
    assert root.get("/admin/assessment/assessment/").status_code == 404


def test_the_sign_in_page_opens_and_lets_only_staff_in(client: Client) -> None:
    User.objects.create_superuser("root@example.org", "a long sentence to remember")
    User.objects.create_user("ada@example.org", "a long sentence to remember")
    assert client.get("/admin/login/").status_code == 200
    for address, password, status in (
        ("ada@example.org", "a long sentence to remember", 200),
        ("root@example.org", "another sentence", 200),
        ("nobody@example.org\x00", "x", 200),
        ("Root@Example.org", "a long sentence to remember", 302),
    ):
        response = client.post("/admin/login/", {"username": address, "password": password})
        assert (address, response.status_code) == (address, status)
