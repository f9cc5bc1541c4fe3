"""Staff accounts in the administration."""

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.test import Client

from profiles.models import Event, User
from tests.editors import form_of
from tests.people import enter, everything_stored
from tests.profiles.accounts import OTHER_PASSWORD, is_signed_in, make, signed_in
from tests.profiles.entrance import enter_with_app, with_app

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
        assert (response.status_code, response.headers["Location"]) == (302, f"/fr/accounts/login/?next={page}")


# What is written to the log


def logged(since: int = 0) -> list[tuple[str, str | None, str | None, str]]:
    rows = Event.objects.filter(pk__gt=since).order_by("pk")
    return [(row.what, address(row.who), address(row.about), row.subject) for row in rows]


def address(person: User | None) -> str | None:
    return person.email if person else None


def last() -> int:
    found = Event.objects.order_by("-pk").first()
    return found.pk if found else 0


def as_it_stands(root: Client, person: User, **changes: Any) -> dict[str, Any]:
    """What a browser sends of the page of a person, with some fields otherwise."""
    return form_of(root, f"{LIST}{person.pk}/change/") | changes


ROOT, ADA = "root@example.org", "ada@example.org"


@pytest.mark.parametrize("page", ["change", "history", "delete", "password"])
@pytest.mark.parametrize("method", ["get", "head"])
def test_looking_at_a_person_is_written_down(root: Client, page: str, method: str) -> None:
    ada = User.objects.create_user(ADA)
    since = last()
    assert getattr(root, method)(f"{LIST}{ada.pk}/{page}/").status_code == 200
    assert logged(since) == [("looked", ROOT, ADA, "")]


def test_looking_at_the_list_is_written_down_once(root: Client) -> None:
    User.objects.create_user(ADA)
    since = last()
    root.get(LIST, {"q": "ada"})
    assert logged(since) == [("looked", ROOT, None, "")]


def test_what_was_not_seen_is_not_written_down(root: Client, client: Client) -> None:
    ada = User.objects.create_user(ADA, is_staff=True)
    since = last()
    assert root.get(f"{LIST}999/change/").status_code == 302
    assert root.get(f"{LIST}999/password/").status_code == 404
    enter(client, ada)
    client.get(LIST)
    assert [event for event in logged(since) if event[0] == "looked"] == []


RIGHTS: dict[str, dict[str, Any]] = {
    "staff": {"is_staff": "on"},
    "superuser": {"is_superuser": "on"},
    "closed": {"is_active": ""},
    "a group": {"groups": ["1"]},
    "a right": {"user_permissions": ["1"]},
}


@pytest.mark.parametrize("name", RIGHTS)
def test_a_change_of_rights_is_written_down_as_a_warning(
    root: Client, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    ada = User.objects.create_user(ADA)
    Group.objects.get_or_create(pk=1, defaults={"name": "some"})
    changes = dict(RIGHTS[name])
    if "user_permissions" in changes:
        changes["user_permissions"] = [str(Permission.objects.order_by("pk")[0].pk)]
    data = as_it_stands(root, ada, **changes)
    if name == "closed":
        del data["is_active"]
    since = last()
    caplog.clear()
    assert root.post(f"{LIST}{ada.pk}/change/", data).status_code == 302
    assert logged(since) == [("rights", ROOT, ADA, "")]
    assert [record.levelname for record in caplog.records if record.name == "careerquiz.events"] == ["WARNING"]


def test_a_change_of_a_name_is_no_change_of_rights(root: Client) -> None:
    ada = User.objects.create_user(ADA)
    data = as_it_stands(root, ada, display_name="Countess")
    since = last()
    root.post(f"{LIST}{ada.pk}/change/", data)
    assert logged(since) == []


def test_what_a_group_may_is_written_down(root: Client) -> None:
    groups, since = "/admin/auth/group/", last()
    right = Permission.objects.order_by("pk")[0].pk
    assert root.post(f"{groups}add/", {"name": "new", "permissions": [right]}).status_code == 302
    group = Group.objects.get(name="new")
    assert root.post(f"{groups}{group.pk}/change/", {"name": "new", "permissions": [right]}).status_code == 302
    assert root.post(f"{groups}{group.pk}/change/", {"name": "new"}).status_code == 302
    assert root.post(f"{groups}{group.pk}/delete/", {"post": "yes"}).status_code == 302
    other = Group.objects.create(name="other")
    selected = {"action": "delete_selected", "_selected_action": [other.pk], "post": "yes"}
    assert root.post(groups, selected).status_code == 302
    subjects = [f"group {group.pk}"] * 3 + [f"group {other.pk}"]
    assert logged(since) == [("rights", ROOT, None, subject) for subject in subjects]


# What an administrator does to sessions


def test_a_password_set_by_an_administrator_ends_the_sessions(root: Client) -> None:
    ada = make()
    client = signed_in()
    data = {"usable_password": "true", "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}
    since = last()
    assert root.post(f"{LIST}{ada.pk}/password/", data).status_code == 302
    assert logged(since) == [("password", ROOT, ADA, "")]
    assert not is_signed_in(client)
    assert UserSession.objects.filter(user=ada).count() == 0
    assert is_signed_in(signed_in(password=OTHER_PASSWORD))


@pytest.mark.parametrize("wrong", [{"password2": "x"}, {"usable_password": "false"}], ids=str)
def test_a_password_that_was_not_set_ends_nothing(root: Client, wrong: dict[str, str]) -> None:
    ada = make()
    client = signed_in()
    data = {"usable_password": "true", "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD} | wrong
    root.post(f"{LIST}{ada.pk}/password/", data)
    assert is_signed_in(client)


def test_an_administrator_who_sets_their_own_stays_signed_in_here_alone() -> None:
    person = with_app(is_staff=True, is_superuser=True)
    elsewhere, here = enter_with_app(steps=-1), enter_with_app()
    data = {"usable_password": "true", "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}
    assert here.post(f"{LIST}{person.pk}/password/", data).status_code == 302
    assert (is_signed_in(here), is_signed_in(elsewhere)) == (True, False)
    assert list(UserSession.objects.values_list("session_key", flat=True)) == [here.session.session_key]


def test_closing_an_account_ends_its_sessions_for_good(root: Client) -> None:
    ada = make()
    client = signed_in()
    data = as_it_stands(root, ada)
    del data["is_active"]
    root.post(f"{LIST}{ada.pk}/change/", data)
    User.objects.update(is_active=True)
    assert not is_signed_in(client)
    assert UserSession.objects.filter(user=ada).count() == 0


# Erasing


def test_erasing_a_person_leaves_neither_sessions_nor_their_name(root: Client) -> None:
    ada = make(display_name="Countess of Lovelace")
    client = signed_in()
    root.post(f"{LIST}{ada.pk}/change/", as_it_stands(root, ada, language="en"))
    assert root.post(f"{LIST}{ada.pk}/delete/", {"post": "yes"}).status_code == 302
    assert not is_signed_in(client)
    bob = make("bob@example.org", display_name="Countess of Lovelace")
    selected = {"action": "delete_selected", "_selected_action": [bob.pk], "post": "yes"}
    assert root.post(LIST, selected).status_code == 302
    assert not User.objects.exclude(email=ROOT).exists()
    messages = "django_session"  # what was done is said on the next page, once
    stored = "\n".join(line for line in everything_stored().splitlines() if not line.startswith(messages))
    assert [word for word in ("Countess", "ada@example", "bob@example") if word in stored] == []
    assert [what for what, *_ in logged() if what == "erase"] == ["erase"] * 2
