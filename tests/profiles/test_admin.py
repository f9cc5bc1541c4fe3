"""Staff accounts in the administration."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from profiles.models import User
from tests.people import enter

LIST = "/admin/profiles/user/"
PASSWORD = "a long sentence to remember"

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


@pytest.fixture
def root(client: Client) -> Client:
    enter(client, User.objects.create_superuser("root@example.org"))
    return client


def new(**changes: str) -> dict[str, str]:
    good = {"email": "ada@example.org", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    return good | changes


def pages_of(user: User) -> list[str]:
    return [f"{LIST}{user.pk}/{page}/" for page in ("change", "history", "delete", "password")]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_administrator_opens_every_page_about_people(root: Client, language: str) -> None:
    ada = User.objects.create_user("ada@example.org", display_name="Ada")
    pages = ["/admin/profiles/", LIST, f"{LIST}add/", f"{LIST}?q=ada", f"{LIST}?is_staff__exact=1", *pages_of(ada)]
    found = {page: root.get(page, headers={"Accept-Language": language}).status_code for page in pages}
    assert found == dict.fromkeys(pages, 200)


def test_people_are_found_by_address_and_name(root: Client) -> None:
    User.objects.create_user("ada@example.org", display_name="Countess")
    User.objects.create_user("bob@example.org")
    for words in ("ada@", "ADA", "countess"):
        page = root.get(LIST, {"q": words}).content.decode()
        assert ("ada@example.org" in page, "bob@example.org" in page) == (True, False)


def test_an_administrator_makes_an_account(root: Client) -> None:
    response = root.post(f"{LIST}add/", new(email="Ada@Example.org"))
    ada = User.objects.get(email="ada@example.org")
    assert (response.status_code, response.headers["Location"]) == (302, f"{LIST}{ada.pk}/change/")
    assert ada.check_password(PASSWORD)
    assert (ada.is_staff, ada.is_superuser, ada.is_active) == (False, False, True)


def test_an_account_may_have_no_password(root: Client) -> None:
    root.post(f"{LIST}add/", new(usable_password="false", password1="", password2=""))
    assert not User.objects.get(email="ada@example.org").has_usable_password()


@pytest.mark.parametrize(
    "changes",
    [
        {"email": ""},
        {"email": "ada"},
        {"email": "ROOT@example.org"},
        {"email": f"{'x' * 300}@example.org"},
        {"email": "ada\x00@example.org"},
        {"password1": "too short", "password2": "too short"},
        {"password1": "ada@example.org", "password2": "ada@example.org"},
        {"password2": "another long sentence"},
        {"password1": "", "password2": ""},
    ],
    ids=str,
)
def test_a_wrong_account_is_refused_on_the_page(root: Client, changes: dict[str, str]) -> None:
    assert root.post(f"{LIST}add/", new(**changes)).status_code == 200
    assert User.objects.count() == 1


def test_an_administrator_changes_rights(root: Client) -> None:
    ada = User.objects.create_user("ada@example.org", PASSWORD)
    data = {"email": "ADA@example.org", "display_name": "Ada", "language": "en", "is_active": "on", "is_staff": "on"}
    assert root.post(f"{LIST}{ada.pk}/change/", data).status_code == 302
    ada.refresh_from_db()
    assert (ada.email, str(ada), ada.language, ada.is_staff, ada.is_superuser) == (
        "ada@example.org",
        "Ada",
        "en",
        True,
        False,
    )
    assert ada.check_password(PASSWORD)


def test_the_page_of_a_person_does_not_tell_their_password(root: Client) -> None:
    ada = User.objects.create_user("ada@example.org", PASSWORD)
    assert ada.password not in root.get(f"{LIST}{ada.pk}/change/").content.decode()


def test_an_administrator_deletes_an_account(root: Client) -> None:
    ada = User.objects.create_user("ada@example.org")
    assert root.post(f"{LIST}{ada.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not User.objects.filter(email="ada@example.org").exists()


def test_staff_without_the_right_see_nobody(client: Client) -> None:
    ada = User.objects.create_user("ada@example.org", is_staff=True)
    enter(client, ada)
    pages = [LIST, f"{LIST}add/", *pages_of(ada)]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 403)


def test_staff_with_a_right_have_that_one(client: Client) -> None:
    ada = User.objects.create_user("ada@example.org", is_staff=True)
    ada.user_permissions.set(Permission.objects.filter(codename="view_user"))
    enter(client, ada)
    assert client.get(LIST).status_code == 200
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{ada.pk}/change/", {"is_superuser": "on"}).status_code == 403


def test_a_stranger_is_sent_to_sign_in(client: Client) -> None:
    ada = User.objects.create_user("ada@example.org")
    for page in (LIST, f"{LIST}add/", *pages_of(ada)):
        response = client.get(page)
        assert (response.status_code, response.headers["Location"]) == (302, f"/admin/login/?next={page}")
