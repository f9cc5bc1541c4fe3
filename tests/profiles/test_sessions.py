"""Where one is signed in: seen, ended one by one and everywhere, for real."""

from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from profiles.models import Event
from tests.people import Element, everything_stored, read
from tests.profiles.accounts import ADA, is_signed_in, make, prove, sign_in, signed_in

pytestmark = pytest.mark.django_db
SESSIONS, ALL = "/en/accounts/sessions/", "/en/accounts/sessions/end/"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0"
CHROME = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36"
)


def browser(user_agent: str = FIREFOX, address: str = "192.0.2.1", email: str = ADA) -> Client:
    client = Client(headers={"User-Agent": user_agent}, REMOTE_ADDR=address)
    sign_in(client, email)
    assert is_signed_in(client)
    return client


def lines(client: Client) -> list[Element]:
    return read(client.get(SESSIONS)).the("ul", class_="rows").each("li")


def number_of(client: Client) -> int:
    return int(UserSession.objects.get(session_key=client.session.session_key).pk)


def end(client: Client, number: int) -> Any:
    return client.post(f"{SESSIONS}{number}/end/")


def test_each_line_says_which_browser_from_where_and_which_is_this_one() -> None:
    make()
    phone, here = browser(CHROME, "2001:db8::1"), browser()
    first, second = lines(here)
    assert ("Firefox" in first.words, "192.0.2.1" in first.words) == (True, True)
    assert ("Android" in second.words, "2001:db8::1" in second.words) == (True, True)
    assert [len(line.each("span", class_="tag")) for line in (first, second)] == [1, 0]
    assert [len(line.each("span", class_="tag")) for line in lines(phone)] == [1, 0]


def test_ending_one_signs_that_browser_out_and_no_other() -> None:
    make()
    phone, here = browser(CHROME), browser()
    response = end(here, number_of(phone))
    assert (response.status_code, response.headers["Location"]) == (302, SESSIONS)
    assert (is_signed_in(phone), is_signed_in(here)) == (False, True)
    assert len(lines(here)) == 1
    assert Event.objects.filter(what="sessions-ended", who__email=ADA).count() == 1


def test_ending_this_one_signs_out_here_alone() -> None:
    make()
    phone, here = browser(CHROME), browser()
    assert end(here, number_of(here)).status_code == 302
    assert here.get("/en/accounts/login/").status_code == 200
    assert (is_signed_in(phone), is_signed_in(here)) == (True, False)
    assert len(lines(phone)) == 1


def test_ending_all_signs_out_everywhere() -> None:
    make()
    make("bob@example.org")
    phone, here, bob = browser(CHROME), browser(), browser(email="bob@example.org")
    assert here.post(ALL).status_code == 302
    assert here.get("/en/accounts/login/").status_code == 200
    assert [is_signed_in(client) for client in (phone, here, bob)] == [False, False, True]
    assert UserSession.objects.filter(user__email=ADA).count() == 0
    assert Session.objects.filter(expire_date__gt=timezone.now(), session_key=bob.session.session_key).count() == 1
    assert Event.objects.filter(what="sessions-ended", who__email=ADA).count() == 1


def test_who_proves_once_more_who_they_are_goes_on_under_a_new_key() -> None:
    make()
    here = browser()
    copied = Client()
    copied.cookies["session"] = before = here.cookies["session"].value
    assert is_signed_in(copied)
    prove(here)
    assert here.cookies["session"].value != before
    assert (is_signed_in(here), is_signed_in(copied)) == (True, False)
    assert [len(line.each("span", class_="tag")) for line in lines(here)] == [1]


def test_a_session_of_somebody_else_does_not_exist() -> None:
    make()
    make("bob@example.org")
    ada, bob = browser(), browser(email="bob@example.org")
    before = everything_stored()
    assert end(bob, number_of(ada)).status_code == 404
    assert everything_stored() == before
    assert is_signed_in(ada)


@pytest.mark.parametrize("number", [0, 10**6, 2**63, 10**30])
def test_no_such_session_is_404(number: int) -> None:
    make()
    assert end(browser(), number).status_code == 404


def test_who_is_not_signed_in_is_sent_to_sign_in() -> None:
    client = Client()
    assert client.get(SESSIONS).headers["Location"] == f"/en/accounts/login/?next={SESSIONS}"
    assert [client.post(address).status_code for address in (ALL, f"{SESSIONS}1/end/")] == [302, 302]


def test_only_a_post_ends_and_reading_changes_nothing() -> None:
    make()
    phone, here = browser(CHROME), browser()
    before = everything_stored()
    assert [here.get(address).status_code for address in (ALL, f"{SESSIONS}{number_of(phone)}/end/")] == [405, 405]
    assert [here.post(SESSIONS).status_code, here.get(SESSIONS).status_code] == [405, 200]
    assert everything_stored() == before


def test_a_form_without_its_token_ends_nothing() -> None:
    make()
    here = browser()
    careful = Client(enforce_csrf_checks=True)
    careful.cookies = here.cookies
    assert careful.post(ALL).status_code == 403
    assert is_signed_in(here)


def test_a_session_that_is_over_is_not_listed() -> None:
    make()
    phone, here = browser(CHROME), browser()
    Session.objects.filter(session_key=phone.session.session_key).update(expire_date=timezone.now())
    assert len(lines(here)) == 1


@pytest.mark.parametrize("user_agent", ["", "x" * 5000, "<script>alert(1)</script>", "é" * 300])
def test_whatever_a_browser_calls_itself_it_signs_in_and_is_listed(user_agent: str) -> None:
    make()
    client = Client(headers={"User-Agent": user_agent.encode().decode("latin-1")})
    sign_in(client)
    assert len(lines(client)) == 1
    assert "<script>alert" not in client.get(SESSIONS).content.decode()


def test_it_asks_the_database_as_often_for_one_as_for_twenty() -> None:
    make()
    found = []
    here = browser()
    for more in (0, 20):
        for number in range(more):
            browser(CHROME, f"192.0.2.{number}")
        with CaptureQueriesContext(connection) as captured:
            assert len(lines(here)) == 1 + more
        found.append(len(captured))
    assert found == [4, 4]  # the session, the person; theirs, and which are open


def test_when_an_account_is_closed_its_sessions_end() -> None:
    ada = make()
    client = signed_in()
    ada.is_active = False
    ada.save()
    assert not is_signed_in(client)
