"""Recovery codes: shown to who proves who they are, taken once, made anew, encrypted."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from tests.people import everything_stored, read
from tests.profiles.accounts import ADA, is_signed_in, make, prove, said, sign_in, signed_in
from tests.profiles.entrance import (
    AUTHENTICATE,
    CODES,
    FACTORS,
    codes_on,
    enter_with_app,
    give,
    secrets_stored,
    set_up_app,
    with_app,
)

pytestmark = pytest.mark.django_db
FILE, NEW = "/en/accounts/2fa/codes.txt", f"{CODES}new/"


def with_codes() -> tuple[Client, list[str]]:
    """A browser in which somebody has set an app up, and their recovery codes."""
    make()
    client = signed_in()
    set_up_app(client)
    return client, codes_on(client)


def test_there_are_ten_of_eight_digits_no_two_alike() -> None:
    _client, codes = with_codes()
    assert len(set(codes)) == 10
    assert {(len(code), code.isdecimal()) for code in codes} == {(8, True)}


def test_one_signs_in_once_instead_of_the_app() -> None:
    client, codes = with_codes()
    other = Client()
    sign_in(other)
    assert give(other, f"{codes[3][:4]} {codes[3][4:]}").status_code == 302
    assert is_signed_in(other)
    again = Client()
    sign_in(again)
    assert said(give(again, codes[3]))
    assert not is_signed_in(again)
    assert codes_on(client) == codes[:3] + codes[4:]


def test_seeing_them_changes_nothing_and_asks_who_one_is() -> None:
    client, codes = with_codes()
    before = everything_stored()
    assert codes_on(client) == codes
    assert client.get(FILE).content.decode().split() == codes
    assert client.head(CODES).status_code == 200
    assert everything_stored() == before
    late = Client()
    sign_in(late)
    give(late, codes[0])
    assert [late.get(page).headers["Location"] for page in (CODES, FILE, NEW)] == [
        f"/en/accounts/reauthenticate/?next={page}" for page in (CODES, FILE, NEW)
    ]


def test_the_file_is_plain_text_that_no_cache_keeps() -> None:
    client, _codes = with_codes()
    response = client.get(FILE)
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert "no-store" in response.headers["Cache-Control"]


def test_new_ones_take_the_place_of_the_old() -> None:
    client, codes = with_codes()
    assert client.get(NEW).status_code == 200
    assert codes_on(client) == codes
    assert client.post(NEW).headers["Location"] == CODES
    assert set(codes_on(client)) & set(codes) == set()
    other = Client()
    sign_in(other)
    assert said(give(other, codes[0]))


@pytest.mark.django_db(transaction=True)
def test_new_ones_are_told_by_mail() -> None:
    client, _codes = with_codes()
    mail.outbox.clear()
    client.post(NEW)
    assert [told.to for told in mail.outbox] == [[ADA]]


def test_without_a_second_factor_there_are_none() -> None:
    make()
    client = signed_in()
    prove(client)
    assert [client.get(page).status_code for page in (CODES, FILE)] == [404, 404]
    assert read(client.post(NEW)).the("p", role="alert").words
    assert Authenticator.objects.count() == 0


def test_when_all_are_used_the_page_says_so() -> None:
    client, _codes = with_codes()
    Authenticator.objects.filter(type="recovery_codes").update(
        data={"seed": Authenticator.objects.get(type="recovery_codes").data["seed"], "used_mask": 2**10 - 1}
    )
    assert codes_on(client) == []
    assert client.get(FILE).content == b""
    assert read(client.get(CODES)).the("h1").words


def test_an_app_without_codes_still_shows_its_page() -> None:
    with_app()
    client = enter_with_app()
    assert [a.attributes["href"] for a in read(client.get(FACTORS)).each("a", href=NEW)] == [NEW]


def test_they_are_encrypted_in_the_database() -> None:
    _client, codes = with_codes()
    stored = everything_stored()
    assert [text for text in [*codes, *secrets_stored()] if text in stored] == []
    assert len(secrets_stored()) == 2


def test_a_stranger_sees_none() -> None:
    with_codes()
    make("bob@example.org")
    bob = signed_in("bob@example.org")
    prove(bob)
    assert [bob.get(page).status_code for page in (CODES, FILE)] == [404, 404]
    assert [Client().get(page).status_code for page in (CODES, FILE, NEW)] == [302, 302, 302]


def test_wrong_ones_are_counted_like_wrong_codes_of_an_app() -> None:
    _client, codes = with_codes()
    other = Client()
    sign_in(other)
    wrong = next(str(number) for number in range(10**7, 10**8) if str(number) not in codes)
    for number in range(10):
        assert other.post(AUTHENTICATE, {"code": wrong}, REMOTE_ADDR=f"192.0.2.{number}").status_code == 200
    assert said(give(other, codes[0]))
    assert not is_signed_in(other)
