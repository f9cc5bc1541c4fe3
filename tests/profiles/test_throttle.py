"""Attempts are counted before anything is hashed: 10 failures an account and hour, 20 an address and hour.

Unlimited attempts were one of the grievances of the CNIL in SAN-2026-003.
"""

from collections.abc import Sequence
from typing import Any

import pytest
from allauth.account import app_settings
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from pytest_django import Settings

from profiles.data import erase
from profiles.models import Event
from tests.people import read
from tests.profiles.accounts import (
    ADA,
    ADDRESS,
    CHANGE,
    OTHER_PASSWORD,
    PASSWORD,
    REAUTHENTICATE,
    RESET,
    SIGN_IN,
    SIGN_UP,
    at,
    hashes,
    make,
    path_in,
    prove,
    said,
    sign_in,
    sign_up,
    signed_in,
)

pytestmark = pytest.mark.django_db
BOB = "bob@example.org"
HERE, THERE = "192.0.2.1", "198.51.100.7"


def attempt(email: str = ADA, password: str = OTHER_PASSWORD, **more: Any) -> tuple[int, int]:
    """The status of one attempt in a new browser, and how many passwords were hashed for it."""
    with hashes() as seen:
        response = sign_in(Client(), email, password, **more)
    return response.status_code, len(seen)


def attempts(number: int, **more: Any) -> Sequence[tuple[int, int]]:
    return [attempt(**more) for _ in range(number)]


def whence(number: int) -> dict[str, str]:
    """A visitor's address of their own."""
    return {"REMOTE_ADDR": f"203.0.113.{number}"}


def test_ten_failures_of_an_account_are_looked_at_and_no_eleventh() -> None:
    make()
    assert attempts(10) == [(200, 1)] * 10
    assert attempts(3) == [(200, 0)] * 3


def test_the_right_password_is_refused_too_beyond_the_limit() -> None:
    make()
    attempts(9)
    assert attempt(password=PASSWORD) == (302, 1)
    attempts(1)
    assert attempt(password=PASSWORD) == (200, 0)


def test_an_account_that_is_tried_from_many_addresses_is_closed_to_all_of_them() -> None:
    make()
    assert [attempt(**whence(number)) for number in range(10)] == [(200, 1)] * 10
    assert attempt(password=PASSWORD, **whence(11)) == (200, 0)


def test_another_account_is_not_touched_by_it() -> None:
    make()
    make(BOB)
    attempts(10)
    assert attempt(BOB, PASSWORD) == (302, 1)


def test_capitals_the_host_and_its_port_do_not_make_another_account(settings: Settings) -> None:
    make()
    hosts = ["testserver", "localhost", "testserver:8001", "localhost:1", "127.0.0.1"]
    emails = [ADA, "ADA@example.org", " ada@Example.org "]
    for number in range(10):
        assert attempt(emails[number % 3], headers={"host": hosts[number % 5]}, **whence(number)) == (200, 1)
    assert attempt(password=PASSWORD, headers={"host": "testserver:8002"}, **whence(11)) == (200, 0)


def test_twenty_failures_from_an_address_are_looked_at_and_no_more_whosever_account() -> None:
    make(BOB)
    tried = [attempt(f"nobody{number}@example.org", REMOTE_ADDR=HERE) for number in range(20)]
    assert tried == [(200, 1)] * 20
    assert attempt(BOB, PASSWORD, REMOTE_ADDR=HERE) == (200, 0)
    assert attempt(BOB, PASSWORD, REMOTE_ADDR=THERE) == (302, 1)


def test_the_neighbours_of_an_ipv6_address_are_one_visitor() -> None:
    make()
    for number in range(20):
        attempt(f"nobody{number}@example.org", REMOTE_ADDR=f"2001:db8:0:1::{number:x}")
    assert attempt(password=PASSWORD, REMOTE_ADDR="2001:db8:0:1:ffff::1") == (200, 0)
    assert attempt(password=PASSWORD, REMOTE_ADDR="2001:db8:0:2::1") == (302, 1)


def test_visitors_by_ipv4_on_a_server_of_both_kinds_are_not_one() -> None:
    make()
    for number in range(20):
        attempt(f"nobody{number}@example.org", REMOTE_ADDR=f"::ffff:{HERE}")
    assert attempt(password=PASSWORD, REMOTE_ADDR=HERE) == (200, 0)
    assert attempt(password=PASSWORD, REMOTE_ADDR=f"::ffff:{THERE}") == (302, 1)


def test_a_header_that_a_visitor_writes_gives_nobody_another_address(settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(20):
        attempt(f"nobody{number}@example.org", headers={"x-forwarded-for": f"10.0.0.{number}, {HERE}"})
    make()
    assert attempt(password=PASSWORD, headers={"x-forwarded-for": f"{THERE}, {HERE}"}) == (200, 0)
    assert attempt(password=PASSWORD, headers={"x-forwarded-for": f"{HERE}, {THERE}"}) == (302, 1)


def test_what_succeeds_is_not_counted() -> None:
    make()
    assert [attempt(password=PASSWORD, REMOTE_ADDR=HERE) for _ in range(25)] == [(302, 1)] * 25


def test_success_does_not_wipe_out_the_failures_before() -> None:
    make()
    for _ in range(5):
        attempts(2)
        attempt(password=PASSWORD)
    assert attempt(password=PASSWORD) == (200, 0)


def test_the_limit_ends_an_hour_after_the_first_failure() -> None:
    make()
    attempts(10)
    with at(3_590):
        assert attempt(password=PASSWORD) == (200, 0)
    with at(3_601):
        assert attempt(password=PASSWORD) == (302, 1)


def test_attempts_beyond_the_limit_do_not_make_it_last() -> None:
    make()
    attempts(10)
    with at(3_000):
        attempts(5, **whence(1))
    with at(3_601):
        assert attempt(password=PASSWORD) == (302, 1)


def test_the_counts_are_in_the_database_where_every_process_sees_them() -> None:
    assert "DatabaseCache" in type(cache._connections[cache._alias]).__name__  # type: ignore[attr-defined]
    attempts(1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM careerquiz_cache")
        keys = [key for (key,) in cursor.fetchall()]
    assert len([key for key in keys if "login_failed" in key]) == 2
    assert ADA not in "".join(keys)
    cache.clear()
    make()
    assert attempt(password=PASSWORD) == (302, 1)


def test_who_is_refused_is_told_how_long_and_that_a_new_password_helps() -> None:
    make()
    browser = Client()
    for _ in range(10):
        wrong = said(sign_in(browser, password=OTHER_PASSWORD))
    too_many = said(sign_in(browser, password=PASSWORD))
    assert too_many != wrong
    assert said(sign_in(browser, "nobody@example.org", OTHER_PASSWORD)) == wrong


def test_a_new_password_opens_the_account_again(client: Client) -> None:
    make()
    attempts(10)
    client.post(RESET, {"email": ADA})
    page = client.get(path_in(), follow=True)
    form = read(page).the("main").the("form", method="post")
    chosen = {"password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD}
    assert client.post(form.attributes["action"], chosen).status_code == 302
    assert attempt(password=OTHER_PASSWORD) == (302, 1)


def test_the_log_tells_of_it_and_an_alarm_rings(caplog: pytest.LogCaptureFixture) -> None:
    ada = make()
    attempts(12, REMOTE_ADDR=HERE)
    lines: list[Any] = list(Event.objects.order_by("pk").values_list("what", "who", "about", "address"))
    assert lines == [("sign-in-refused", None, ada.pk, HERE)] * 10 + [("sign-in-blocked", None, ada.pk, HERE)]
    assert [record.levelname for record in caplog.records] == ["INFO"] * 10 + ["WARNING"]  # told once a minute


@pytest.mark.parametrize("path", [REAUTHENTICATE, CHANGE])
def test_who_is_signed_in_cannot_guess_the_password_either(path: str) -> None:
    make()
    inside = signed_in()
    typed = {"password": OTHER_PASSWORD, "oldpassword": OTHER_PASSWORD}
    chosen = {"password1": "never to be taken, this one", "password2": "never to be taken, this one"}
    with hashes() as seen:
        for number in range(10):
            with at(60 * number):  # since a page takes only a few a minute
                assert inside.post(path, typed | chosen).status_code == 200
    assert len(seen) == 10
    with hashes() as seen, at(601):
        right = {"password": PASSWORD, "oldpassword": PASSWORD}
        assert inside.post(path, right | chosen).status_code == 200
    assert seen == []
    assert attempt(password=PASSWORD) == (200, 0)


def test_who_erases_an_account_frees_nobody_elses_count() -> None:
    """An address that one only says is one's own may be another's."""
    make()
    attempts(10)
    thief = make("thief@example.org")
    EmailAddress.objects.create(user=thief, email=ADA, verified=False)
    erase(thief)
    assert attempt(password=PASSWORD) == (200, 0)


# The other limits


def flood(client: Client, path: str, number: int, **typed: str) -> list[int]:
    return [client.post(path, typed).status_code for _ in range(number)]


@pytest.mark.parametrize(
    ("path", "taken"), [(SIGN_UP, 20), (SIGN_IN, 30), ("/en/accounts/password/reset/key/1-2/", 20)]
)
def test_too_much_in_a_minute_gets_a_kind_page(client: Client, path: str, taken: int) -> None:
    assert flood(client, path, taken) == [200] * taken
    response = client.post(path)
    assert response.status_code == 429
    page = read(response)
    assert page.the("main").the("h1").words
    assert page.the("main").each("a", href="/en/")
    assert "no-store" in response.headers["Cache-Control"]
    assert client.get(path).status_code == client.head(path).status_code == 200
    with at(61):
        assert client.post(path).status_code == 200


def test_a_stranger_is_sent_five_links_to_a_new_password_an_hour(client: Client) -> None:
    make()
    for email in (ADA, "nobody@example.org"):
        mail.outbox.clear()
        assert flood(client, RESET, 7, email=email) == [302] * 5 + [429] * 2
        assert len(mail.outbox) == 5
    with at(3_601):
        assert flood(client, RESET, 1, email=ADA) == [302]


def test_a_stranger_is_sent_one_confirmation_in_three_minutes_and_six_an_hour() -> None:
    make(confirmed=False)
    for minute in range(60):
        with at(60 * minute):
            assert attempt(password=PASSWORD) == (302, 1)
    assert len(mail.outbox) == 6


def test_a_hundred_accounts_an_hour_are_made_from_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for number in range(102):
        with at(30 * number):
            made.append(sign_up(Client(), f"ada{number}@example.org").status_code)
    assert made == [302] * 100 + [429] * 2


def test_twenty_changes_of_an_address_an_hour() -> None:
    make()
    inside = signed_in()
    found = []
    for number in range(22):
        with at(60 * number):
            prove(inside)
            found.append(inside.post(ADDRESS, {"action_add": "", "email": f"new{number}@example.org"}).status_code)
    assert found == [302] * 20 + [429] * 2


def test_every_limit_of_django_allauth_was_thought_about() -> None:
    unused = {"change_phone", "verify_phone", "request_login_code"}
    assert {name: rate for name, rate in app_settings.RATE_LIMITS.items() if name not in unused} == {
        "change_password": "5/m/user",
        "confirm_email": "1/3m/key,6/h/key",
        "login": "30/m/ip",
        "login_failed": "20/h/ip,10/h/key",
        "manage_email": "10/m/user,20/h/user",
        "reauthenticate": "10/m/user",
        "reset_password": "20/m/ip,100/h/ip,5/h/key",
        "reset_password_from_key": "20/m/ip",
        "signup": "20/m/ip,100/h/ip",
    }
