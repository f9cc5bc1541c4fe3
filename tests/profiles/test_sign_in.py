"""Sign in: address and password, on to where one wanted to go, and never to another site."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from profiles.models import Event, User
from tests.people import read
from tests.profiles.accounts import (
    ADA,
    OTHER_PASSWORD,
    PASSWORD,
    REAUTHENTICATE,
    SIGN_IN,
    SIGN_OUT,
    SIGN_UP,
    hashes,
    is_signed_in,
    make,
    path_in,
    said,
    sign_in,
    sign_up,
    signed_in,
)

pytestmark = pytest.mark.django_db
AWAY = [
    "https://evil.example/",
    "http://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\t//evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt://testserver/%0aalert(1)",
    "data:text/html,x",
    "http:///evil.example",
    "http:evil.example",
    "http://testserver@evil.example/",
    "http://testserver.evil.example/",
    "http://localhost/",
    "evil.example",
    "admin:index",
    "home",
    "/" + "x" * 5_000,
    "/" + "\N{ROCKET}" * 500,
    "\x00",
    "\ufffd",
]


def test_one_signs_in_with_address_and_password(client: Client) -> None:
    user = make()
    response = sign_in(client)
    assert (response.status_code, response.headers["Location"]) == (302, "/en/assessments/")
    assert is_signed_in(client)
    assert list(Event.objects.values_list("what", "who", "address")) == [("sign-in", user.pk, "127.0.0.1")]


@pytest.mark.parametrize("typed", ["ADA@EXAMPLE.ORG", "  ada@example.org ", "Ada@Example.Org"])
def test_capitals_and_spaces_around_an_address_do_not_matter(client: Client, typed: str) -> None:
    make()
    assert sign_in(client, typed).status_code == 302


@pytest.mark.parametrize("password", [PASSWORD.upper(), PASSWORD + " ", " " + PASSWORD, PASSWORD[:-1], OTHER_PASSWORD])
def test_a_password_is_right_to_the_letter_or_wrong(client: Client, password: str) -> None:
    user = make()
    assert said(sign_in(client, password=password))
    assert not is_signed_in(client)
    events: list[Any] = list(Event.objects.values_list("what", "who", "about"))
    assert events == [("sign-in-refused", None, user.pk)]


def test_what_was_typed_is_not_in_the_log(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    make()
    sign_in(client, password=OTHER_PASSWORD)
    sign_in(client, "nobody@example.org", "a secret that was typed")
    assert len(caplog.records) == 2
    assert not [word for word in (ADA, "nobody", OTHER_PASSWORD, "secret") if word in caplog.text]


def test_the_session_is_a_new_one_and_ends_with_the_browser(client: Client) -> None:
    make()
    client.get("/en/start/")
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    sign_in(client)
    cookie = client.cookies["session"]
    assert cookie.value != before
    assert (cookie["max-age"], cookie["expires"], cookie["httponly"]) == ("", "", True)


def test_a_page_that_asks_for_it_is_where_one_gets_to(client: Client) -> None:
    make()
    asked = client.get("/en/accounts/sessions/?x=1&y=é")
    assert asked.headers["Location"].startswith("/en/accounts/login/?next=")
    forms = read(client.get(asked.headers["Location"])).the("main").each("form", method="post")
    (form,) = (form for form in forms if form.each("input", name="login"))
    wanted = form.the("input", name="next").attributes["value"]
    assert wanted.startswith("/en/accounts/sessions/")
    response = client.post(SIGN_IN, {"login": ADA, "password": PASSWORD, "next": wanted})
    assert response.headers["Location"] == wanted


@pytest.mark.parametrize("away", AWAY, ids=lambda away: repr(away)[:30])
def test_no_page_goes_on_to_another_site(client: Client, away: str) -> None:
    make()
    after = {"next": away}
    typed = {"login": ADA, "password": PASSWORD}
    inside = signed_in()
    for response in (
        client.post(SIGN_IN, typed | after, query_params=after),
        client.get(SIGN_IN, after),
        client.get(SIGN_UP, after),
        inside.post(REAUTHENTICATE, {"password": PASSWORD} | after, query_params=after),
        inside.post(SIGN_OUT, after, query_params=after),
        Client().get(SIGN_OUT, after),
        Client().post(SIGN_OUT, after),
        sign_up(Client(), "bob@example.org", **after),
    ):
        assert response.status_code == 302
        assert response.headers["Location"] in ("/en/assessments/", "/en/", "/en/accounts/confirm-email/")
    newcomer = Client()
    sign_up(newcomer, "carol@example.org", **after)
    assert newcomer.post(path_in(), after, query_params=after).headers["Location"] == "/en/assessments/"


def test_an_address_of_this_site_is_followed_everywhere(client: Client) -> None:
    make()
    after = {"next": "/en/privacy/?a=b#c"}
    inside = signed_in()
    newcomer = Client()
    sign_up(newcomer, "bob@example.org", **after)
    for response in (
        client.post(SIGN_IN, {"login": ADA, "password": PASSWORD} | after),
        client.get(SIGN_UP, after),
        inside.post(REAUTHENTICATE, {"password": PASSWORD} | after),
        inside.post(SIGN_OUT, after),
        newcomer.post(path_in()),
    ):
        assert response.headers["Location"] == after["next"]


def test_who_may_not_sign_in_any_more_is_told_so_only_with_the_right_password(client: Client) -> None:
    make(is_active=False)
    assert said(sign_in(client, password=OTHER_PASSWORD))
    response = sign_in(client)
    assert response.headers["Location"] == "/en/accounts/inactive/"
    assert client.get("/en/accounts/inactive/").status_code == 200
    assert not is_signed_in(client)


def test_who_is_closed_out_while_signed_in_is_out_at_once() -> None:
    make()
    inside = signed_in()
    User.objects.update(is_active=False)
    assert not is_signed_in(inside)


def test_an_account_without_a_password_takes_none(client: Client) -> None:
    make(password=None)
    for password in ("", "!", " ", "None", PASSWORD):
        assert sign_in(client, password=password).status_code == 200
    assert not is_signed_in(client)


ODD = ["", "\x00", "a\x00b@example.org", "\ufffd", "x" * 200_000, "ada@" + "é" * 63 + ".org", "{{ 7*7 }}", "'--", "½"]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:20])
def test_nothing_that_is_typed_breaks_it(client: Client, odd: str) -> None:
    make()
    for data in ({"login": odd, "password": PASSWORD}, {"login": ADA, "password": odd}, {"login": [odd, odd]}, {}):
        assert client.post(SIGN_IN, data).status_code == 200
    raw = client.generic("POST", SIGN_IN, b"login=%ED%A0%80&password=%ED%A0%80", "application/x-www-form-urlencoded")
    assert raw.status_code == 200
    assert client.generic("POST", SIGN_IN, b'{"login": []}', "application/json").status_code == 200


def test_every_answer_is_a_page_whatever_the_browser_asks_for(client: Client) -> None:
    make()
    for headers in ({"Accept": "application/json"}, {"X-Requested-With": "XMLHttpRequest"}):
        response = client.post(SIGN_IN, {"login": ADA, "password": "x"}, headers=headers)
        assert response.status_code == 200
        assert read(response).the("div", role="alert")


def test_signing_in_again_with_another_account_needs_to_sign_out_first() -> None:
    make()
    make("bob@example.org")
    inside = signed_in()
    with hashes() as seen:
        assert sign_in(inside, "bob@example.org").headers["Location"] == "/en/assessments/"
    assert seen == []


def test_the_way_to_an_account_and_to_a_new_password_keep_where_one_was_going(client: Client) -> None:
    links = [a.attributes["href"] for a in read(client.get(f"{SIGN_IN}?next=/en/plan/")).the("main").each("a")]
    assert "/en/accounts/password/reset/" in links
    assert "/en/accounts/signup/?next=%2Fen%2Fplan%2F" in links


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_speaks_both_languages(client: Client, language: str) -> None:
    page = read(client.get(f"/{language}/accounts/login/"))
    assert page.the("html").attributes["lang"] == language
    assert [h.name for h in page.the("main").each("h1")] == ["h1"]


def test_the_page_needs_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(2):
        client.get(SIGN_IN)
