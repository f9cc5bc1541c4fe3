"""A new password by a link sent to the address: it works once, for an hour, and ends every session."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.test import Client
from django.utils.http import int_to_base36

from profiles.models import Event, User
from tests.people import read
from tests.profiles.accounts import (
    ADA,
    OTHER_PASSWORD,
    PASSWORD,
    RESET,
    is_signed_in,
    make,
    path_in,
    sign_in,
    signed_in,
)

pytestmark = pytest.mark.django_db
KEYS = "/en/accounts/password/reset/key/"
CHOSEN = {"password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}


def ask(client: Client, email: str = ADA, language: str = "en") -> str:
    """Ask for a link; answers its path."""
    response = client.post(f"/{language}/accounts/password/reset/", {"email": email})
    assert response.headers["Location"] == f"/{language}/accounts/password/reset/done/"
    assert client.get(response.headers["Location"]).status_code == 200
    return path_in()


def form_of(client: Client, path: str) -> str:
    """Open the link; answers where the new password goes."""
    response = client.get(path, follow=True)
    assert response.status_code == 200
    return str(read(response).the("main").the("form", method="post").attributes["action"])


def is_dead(client: Client, path: str) -> bool:
    """Whether a link leads to the page that says so, and to no form."""
    response = client.get(path, follow=True)
    assert response.status_code == 200
    main = read(response).the("main")
    return main.each("form") == [] and bool(main.each("a", href=RESET))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_new_password_is_chosen_by_the_link(client: Client, language: str) -> None:
    user = make()
    response = client.post(form_of(client, ask(client, language=language)), CHOSEN)
    assert response.headers["Location"] == f"/{language}/accounts/password/reset/key/done/"
    assert client.get(response.headers["Location"]).status_code == 200
    assert not is_signed_in(client)
    assert sign_in(Client(), password=PASSWORD).status_code == 200
    assert sign_in(Client(), password=OTHER_PASSWORD).status_code == 302
    assert Event.objects.filter(what="password", who=user).count() == 1


def test_every_session_ends(client: Client) -> None:
    make()
    browsers = [signed_in() for _ in range(3)]
    browsers[0].post(form_of(browsers[0], ask(client)), CHOSEN)
    assert [is_signed_in(browser) for browser in browsers] == [False] * 3
    assert not UserSession.objects.exists()


def test_its_owner_is_told_of_the_change(client: Client) -> None:
    make()
    client.post(form_of(client, ask(client)), CHOSEN)
    told = mail.outbox[-1]
    assert told.to == [ADA]
    assert "127.0.0.1" in told.body
    assert "http://127.0.0.1:8000/en/accounts/password/reset/" in told.body


def test_the_key_is_not_in_the_address_of_the_form(client: Client) -> None:
    make()
    path = ask(client)
    response = client.get(path)
    assert response.status_code == 302
    assert response.headers["Location"].endswith("-set-password/")
    assert path.rsplit("-", 1)[1] not in client.get(response.headers["Location"]).content.decode()


def test_a_link_works_once(client: Client) -> None:
    make()
    path = ask(client)
    form = form_of(client, path)
    client.post(form, CHOSEN)
    assert is_dead(Client(), path)
    assert is_dead(client, path)
    again = client.post(form, {"password1": PASSWORD, "password2": PASSWORD})
    assert (again.status_code, read(again).the("main").each("form")) == (200, [])
    assert User.objects.get().check_password(OTHER_PASSWORD)


def test_a_link_works_for_an_hour(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    make()
    path = ask(client)
    now = PasswordResetTokenGenerator()._num_seconds(PasswordResetTokenGenerator()._now())
    for later, dead in ((3_600, False), (3_660, True)):
        monkeypatch.setattr(PasswordResetTokenGenerator, "_num_seconds", lambda self, moment, at=now + later: at)
        assert is_dead(Client(), path) is dead if dead else form_of(Client(), path)


def test_a_link_dies_when_the_password_or_the_address_changes(client: Client) -> None:
    user = make()
    first = ask(client)
    user.set_password(OTHER_PASSWORD)
    user.save()
    assert is_dead(Client(), first)
    second = ask(client)
    EmailAddress.objects.create(user=user, email="new@example.org")
    assert is_dead(Client(), second)


def test_a_link_dies_when_one_signs_in(client: Client) -> None:
    make()
    path = ask(client)
    signed_in()
    assert is_dead(Client(), path)


def test_a_link_of_one_account_opens_no_other(client: Client) -> None:
    make()
    bob = make("bob@example.org")
    key = ask(client).split("/key/")[1].split("-", 1)[1]
    assert is_dead(client, f"{KEYS}{int_to_base36(bob.pk)}-{key}")
    assert is_dead(client, f"{KEYS}{int_to_base36(bob.pk)}-set-password/")


def test_an_account_that_was_closed_gets_no_link(client: Client) -> None:
    make(is_active=False)
    client.post(RESET, {"email": ADA})
    assert "/key/" not in mail.outbox[0].body


def test_a_key_with_one_character_changed_is_dead(client: Client) -> None:
    make()
    path = ask(client)
    start = path.index("/key/") + 5
    for at in range(start, len(path) - 1):
        if path[at] != "-":
            other = path[:at] + ("a" if path[at] != "a" else "b") + path[at + 1 :]
            assert is_dead(Client(), other), other
            if at % 18 == 0:  # not to meet the limit of a minute, which counts what is sent only
                assert Client().post(other, CHOSEN).status_code == 200
    assert User.objects.get().check_password(PASSWORD)


ODD = [
    "1-x",
    "zzzzzzzzzzzzz-x",
    "zzzzzzzzzzzzzz-x",
    "1y2p0ij32e8e7-x",
    "1y2p0ij32e8e8-x",
    f"{'z' * 5_000}-x",
    f"1-{'x' * 5_000}",
    "1-set-password",
    "zzzzzzzzzzzzz-set-password",
    "1-x/y/z",
    "1-%00",
    "1-%ED%A0%80",
    "1-%F0%9F%92%A9-%F0%9F%92%A9",
    "1-cze9p1-0000000000000000000000000000000",
    f"1-{'9' * 40}-0",
    "1-<script>",
    "1---",
    "1-%0Ax",
    "1-//evil.example",
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:20])
def test_any_other_link_leads_to_a_kind_page(client: Client, odd: str) -> None:
    make()
    for send in (client.get, client.head, client.post):
        response = send(f"{KEYS}{odd}/", CHOSEN)
        assert response.status_code in (200, 404)
        if response.content:
            main = read(response).the("main")
            assert (main.each("form"), len(main.each("h1"))) == ([], 1)
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize("odd", ["x", "x" * 5_000, "%00", "%ED%A0%80", "é", ":" * 60, "MQ:1:x", ".eJw:1:x", "-", "a/b"])
def test_any_other_link_to_confirm_leads_to_a_kind_page(client: Client, odd: str) -> None:
    for send in (client.get, client.head, client.post):
        response = send(f"/en/accounts/confirm-email/{odd}/")
        assert response.status_code in (200, 404)
        if response.content:
            main = read(response).the("main")
            assert (main.each("form"), len(main.each("h1"))) == ([], 1)


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("", "", ["id_password1", "id_password2"]),
        (OTHER_PASSWORD, "", ["id_password2"]),
        (OTHER_PASSWORD, PASSWORD, ["id_password2"]),
        ("too short", "too short", ["id_password1"]),
        ("x\x00" * 20, "x\x00" * 20, ["id_password1", "id_password2"]),
    ],
)
def test_a_slip_is_said_beside_its_field(client: Client, first: str, second: str, wrong: list[str]) -> None:
    make()
    form = form_of(client, ask(client))
    page = read(client.post(form, {"password1": first, "password2": second}))
    assert [a.attributes["href"] for a in page.the("div", role="alert").each("a")] == [f"#{name}" for name in wrong]
    assert User.objects.get().check_password(PASSWORD)
    assert client.post(form, CHOSEN).status_code == 302


@pytest.mark.parametrize("odd", ["", "ada", "\x00", "ada\x00@example.org", "x" * 200_000, '"a b"@example.org'])
def test_what_is_no_address_is_said_beside_its_field(client: Client, odd: str) -> None:
    page = read(client.post(RESET, {"email": odd}))
    assert page.the("div", role="alert").the("a").attributes["href"] == "#id_email"
    assert not mail.outbox


def test_who_is_signed_in_may_ask_too() -> None:
    make()
    inside = signed_in()
    form = form_of(inside, ask(inside))
    assert inside.post(form, CHOSEN).status_code == 302
