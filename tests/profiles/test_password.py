"""Change a password, or set a first one: the current one is asked for, and every other session ends."""

import pytest
from allauth.usersessions.models import UserSession
from django.core import mail
from django.test import Client

from profiles.models import Event, User
from tests.people import enter, read
from tests.profiles.accounts import (
    ACCOUNT,
    ADA,
    CHANGE,
    OTHER_PASSWORD,
    PASSWORD,
    is_signed_in,
    make,
    sign_in,
    signed_in,
)

pytestmark = pytest.mark.django_db
SET = "/en/accounts/password/set/"
GOOD = {"oldpassword": PASSWORD, "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}


def test_a_password_is_changed() -> None:
    user = make()
    inside = signed_in()
    response = inside.post(CHANGE, GOOD)
    assert (response.status_code, response.headers["Location"]) == (302, ACCOUNT)
    assert read(inside.get(ACCOUNT)).the("p", role="status").words
    assert sign_in(Client(), password=PASSWORD).status_code == 200
    assert sign_in(Client(), password=OTHER_PASSWORD).status_code == 302
    assert Event.objects.filter(what="password", who=user).count() == 1


def test_every_other_session_ends_and_this_one_stays() -> None:
    make()
    here, *elsewhere = [signed_in() for _ in range(4)]
    key = here.session.session_key
    here.post(CHANGE, GOOD)
    assert [is_signed_in(browser) for browser in (here, *elsewhere)] == [True, False, False, False]
    assert here.session.session_key != key
    assert [one.session_key for one in UserSession.objects.all()] == [here.session.session_key]


def test_its_owner_is_told_by_mail() -> None:
    make()
    signed_in().post(CHANGE, GOOD)
    (message,) = mail.outbox
    assert message.to == [ADA]
    assert "127.0.0.1" in message.body
    assert not [word for word in (PASSWORD, OTHER_PASSWORD) if word in message.body]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"oldpassword": ""}, ["id_oldpassword"]),
        ({"oldpassword": OTHER_PASSWORD}, ["id_oldpassword"]),
        ({"oldpassword": PASSWORD.upper()}, ["id_oldpassword"]),
        ({"oldpassword": "\x00"}, ["id_oldpassword"]),
        ({"oldpassword": "x" * 200_000}, ["id_oldpassword"]),
        ({"password1": ""}, ["id_password1"]),
        ({"password2": ""}, ["id_password2"]),
        ({"password2": PASSWORD}, ["id_password2"]),
        ({"password1": "too short", "password2": "too short"}, ["id_password1"]),
        ({"password1": ADA, "password2": ADA}, ["id_password1"]),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_a_slip_is_said_beside_its_field_and_changes_nothing(changes: dict[str, str], wrong: list[str]) -> None:
    make()
    inside = signed_in()
    page = read(inside.post(CHANGE, GOOD | changes))
    assert [a.attributes["href"] for a in page.the("div", role="alert").each("a")] == [f"#{name}" for name in wrong]
    assert User.objects.get().check_password(PASSWORD)
    assert not mail.outbox
    assert is_signed_in(inside)


def test_who_has_no_password_sets_a_first_one(client: Client) -> None:
    user = make(password=None)
    enter(client, user)
    assert client.get(CHANGE).headers["Location"] == SET
    assert read(client.get(ACCOUNT)).the("main").each("a", href=SET)
    page = read(client.get(SET))
    names = [field.attributes["name"] for field in page.the("main").each("input", type="password")]
    assert names == ["password1", "password2"]
    response = client.post(SET, {"password1": PASSWORD, "password2": PASSWORD})
    assert response.headers["Location"] == ACCOUNT
    assert is_signed_in(client)
    assert [message.to for message in mail.outbox] == [[ADA]]
    signed_in()


def test_a_first_password_is_held_to_the_same_rules(client: Client) -> None:
    enter(client, make(password=None))
    for first, second in (("too short", "too short"), (PASSWORD, OTHER_PASSWORD), (ADA, ADA)):
        assert client.post(SET, {"password1": first, "password2": second}).status_code == 200
    assert not User.objects.get().has_usable_password()


def test_who_has_a_password_changes_it_instead() -> None:
    make()
    inside = signed_in()
    for response in (inside.get(SET), inside.post(SET, {"password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD})):
        assert response.headers["Location"] == CHANGE
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize("path", [CHANGE, SET])
def test_a_stranger_is_sent_to_sign_in(client: Client, path: str) -> None:
    make()
    for response in (client.get(path), client.post(path, GOOD)):
        assert response.headers["Location"] == f"/en/accounts/login/?next={path}"
    assert User.objects.get().check_password(PASSWORD)


def test_another_site_changes_no_password() -> None:
    make()
    inside = Client(enforce_csrf_checks=True)
    inside.cookies = signed_in().cookies
    assert inside.post(CHANGE, GOOD).status_code == 403
    assert User.objects.get().check_password(PASSWORD)
