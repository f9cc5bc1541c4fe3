"""An app that shows codes: set up, asked for, counted, taken once, encrypted, removed."""

from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from profiles.models import Event, User
from tests.people import everything_stored, read
from tests.profiles.accounts import ADA, OTHER_PASSWORD, at, is_signed_in, make, prove, said, sign_in, signed_in
from tests.profiles.entrance import (
    AGAIN,
    APP,
    AUTHENTICATE,
    CODES,
    FACTORS,
    SECRET,
    code_of,
    enter_with_app,
    give,
    secrets_stored,
    set_up_app,
    with_app,
    wrong_code,
)

pytestmark = pytest.mark.django_db
BOB = "bob@example.org"


def kinds(person: User) -> list[str]:
    return list(Authenticator.objects.filter(user=person).order_by("type").values_list("type", flat=True))


def events(what: str) -> list[tuple[str | None, str | None]]:
    found = Event.objects.filter(what=what).order_by("pk").values_list("who__email", "about__email")
    return list(found)


# Setting it up


def test_an_app_is_set_up_and_asked_for_from_then_on() -> None:
    ada = make()
    client = signed_in()
    secret = set_up_app(client)
    assert kinds(ada) == ["recovery_codes", "totp"]
    other = Client()
    assert sign_in(other).headers["Location"] == AUTHENTICATE
    assert not is_signed_in(other)
    assert give(other, code_of(secret, 1)).status_code == 302
    assert is_signed_in(other)


def test_setting_it_up_asks_for_the_password_once_more() -> None:
    make()
    client = signed_in()
    assert client.get(APP).headers["Location"] == f"/en/accounts/reauthenticate/?next={APP}"
    assert give(client, "123456", APP).headers["Location"] == f"/en/accounts/reauthenticate/?next={APP}"
    assert Authenticator.objects.count() == 0


def test_the_secret_is_shown_as_a_picture_as_text_and_as_a_link() -> None:
    make()
    client = signed_in()
    prove(client)
    page = read(client.get(APP))
    secret = page.the("span", id="secret").words
    picture = page.the("svg", role="img")
    assert page.the("h2", id=picture.attributes["aria-labelledby"]).words
    assert len(picture.the("path").attributes["d"]) > 1000
    (link,) = [a.attributes["href"] for a in page.each("a") if a.attributes["href"].startswith("otpauth:")]
    assert parse_qs(urlsplit(link).query) == {"secret": [secret], "issuer": ["careerquiz"]}
    assert page.each("img") == []


def test_the_page_breaks_no_rule_of_the_policy() -> None:
    make()
    client = signed_in()
    prove(client)
    text = client.get(APP).content.decode()
    assert [bad for bad in ("data:", " style=", "<style", "onload", "onclick") if bad in text] == []


def test_a_wrong_first_code_sets_nothing_up_and_keeps_the_secret() -> None:
    make()
    client = signed_in()
    prove(client)
    secret = read(client.get(APP)).the("span", id="secret").words
    response = give(client, wrong_code(secret), APP)
    assert said(response)
    assert read(response).the("span", id="secret").words == secret
    assert Authenticator.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_who_sets_it_up_is_told_by_mail_and_the_log_knows() -> None:
    make()
    client = signed_in()
    mail.outbox.clear()
    set_up_app(client)
    (told,) = mail.outbox
    assert told.to == [ADA]
    assert "127.0.0.1" in str(told.body)
    assert (ADA, None) in events("factor")


def test_who_sets_it_up_has_used_it_and_sees_the_recovery_codes_next() -> None:
    make()
    client = signed_in()
    prove(client)
    secret = read(client.get(APP)).the("span", id="secret").words
    assert give(client, code_of(secret), APP).headers["Location"] == CODES
    assert len(read(client.get(CODES)).each("li", class_="code")) == 10


def test_there_is_one_app_an_account() -> None:
    with_app()
    client = enter_with_app()
    prove(client)
    assert client.get(APP).headers["Location"] == f"{APP}remove/"


def test_who_never_confirmed_an_address_sets_none_up() -> None:
    from allauth.account.models import EmailAddress

    ada = make()
    client = signed_in()
    prove(client)
    EmailAddress.objects.filter(user=ada).update(verified=False)
    assert client.get(APP).headers["Location"] == FACTORS
    assert Authenticator.objects.count() == 0


# Codes


def test_a_code_is_taken_with_spaces_and_half_a_minute_early_or_late() -> None:
    with_app()
    for steps in (-1, 0, 1):
        client = Client()
        sign_in(client)
        code = code_of(steps=steps)
        assert give(client, f" {code[:3]} {code[3:]} ").status_code == 302
        assert is_signed_in(client)


@pytest.mark.parametrize("steps", [-3, 3])
def test_a_code_of_long_ago_or_of_later_is_refused(steps: int) -> None:
    with_app()
    client = Client()
    sign_in(client)
    assert said(give(client, code_of(steps=steps)))
    assert not is_signed_in(client)


@pytest.mark.parametrize("again", ["{}", "{:.3}-{:.0}", " {} "])
def test_a_used_code_is_refused_a_second_time_however_it_is_written(again: str) -> None:
    with_app()
    code = code_of(steps=1)
    client = Client()
    sign_in(client)
    give(client, code)
    assert is_signed_in(client)
    typed = f"{code[:3]}-{code[3:]}" if "-" in again else again.format(code)
    other = Client()
    sign_in(other)
    assert said(give(other, typed))
    assert not is_signed_in(other)


def test_a_used_code_is_refused_for_as_long_as_it_would_be_right(monkeypatch: pytest.MonkeyPatch) -> None:
    """django-allauth remembers it for half a minute; with the tolerance it is right for a minute and a half."""
    from allauth.mfa.totp.internal import auth

    with_app()
    code = code_of(steps=1)
    client = Client()
    sign_in(client)
    give(client, code)
    assert is_signed_in(client)
    assert [key for key in _kept(code) if not key.startswith("allauth")] != []
    cache.delete(auth.TOTP(Authenticator.objects.get())._get_used_cache_key(code))  # as after half a minute
    other = Client()
    sign_in(other)
    assert said(give(other, code))
    assert not is_signed_in(other)


def _kept(code: str) -> list[str]:
    """The keys of the shared cache, which is a table, that name a code and last a minute and more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM careerquiz_cache")
        return [key.split(":", 2)[2] for (key,) in cursor.fetchall() if code in key]


def test_the_code_that_set_the_app_up_is_used() -> None:
    make()
    client = signed_in()
    prove(client)
    secret = read(client.get(APP)).the("span", id="secret").words
    code = code_of(secret)
    give(client, code, APP)
    other = Client()
    sign_in(other)
    assert said(give(other, code))


HOSTILE = ["", " ", "abc", "１２３４５６", "١٢٣٤٥٦", "12345", "1" * 100_000, "\x00", "0x1f", "-1", "1e5", "é" * 6]


@pytest.mark.parametrize("code", HOSTILE, ids=lambda code: ascii(code)[:20])
def test_what_is_no_code_is_refused_kindly(code: str) -> None:
    with_app()
    client = Client()
    sign_in(client)
    assert said(give(client, code))
    assert not is_signed_in(client)


def test_a_code_of_somebody_else_is_refused() -> None:
    from allauth.mfa.totp.internal.auth import TOTP

    with_app()
    TOTP.activate(make(BOB), "A" * 32)
    client = Client()
    sign_in(client)
    assert said(give(client, code_of("A" * 32)))


def test_without_a_password_there_is_no_second_step() -> None:
    with_app()
    client = Client()
    assert client.get(AUTHENTICATE).headers["Location"] == "/en/accounts/login/"
    assert give(client, code_of()).headers["Location"] == "/en/accounts/login/"
    assert sign_in(client, password=OTHER_PASSWORD).status_code == 200
    assert give(client, code_of()).headers["Location"] == "/en/accounts/login/"


def test_a_refused_code_is_in_the_log() -> None:
    with_app()
    client = Client()
    sign_in(client)
    give(client, wrong_code())
    assert events("factor-refused") == [(ADA, None)]


# How often one may try (SAN-2026-003: no bound to attempts)


def test_after_ten_wrong_codes_an_account_is_closed_to_a_right_one_for_an_hour() -> None:
    with_app()
    client = Client()
    sign_in(client)
    for number in range(10):
        assert said(give(client, wrong_code(), REMOTE_ADDR=f"192.0.2.{number}"))
    assert events("sign-in-blocked") == []
    assert said(give(client, code_of(), REMOTE_ADDR="192.0.2.99"))
    assert not is_signed_in(client)
    assert events("sign-in-blocked") == [(None, ADA)]
    with at(3601):
        give(client, code_of(), REMOTE_ADDR="192.0.2.99")
    assert is_signed_in(client)


def test_a_new_session_starts_no_new_count() -> None:
    with_app()
    for number in range(10):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        sign_in(client)
        give(client, wrong_code())
    client = Client(REMOTE_ADDR="192.0.2.99")
    sign_in(client)
    assert said(give(client, code_of()))
    assert not is_signed_in(client)


def test_a_right_code_is_not_counted_and_forgets_no_wrong_one() -> None:
    with_app()
    for step in (-1, 0, 1):
        client = Client()
        sign_in(client)
        for number in range(3):
            give(client, wrong_code(), REMOTE_ADDR=f"192.0.2.{step + 1}{number}")
        give(client, code_of(steps=step))
        assert is_signed_in(client)
    client = Client()
    sign_in(client)
    give(client, wrong_code())
    assert said(give(client, code_of()))
    assert events("sign-in-blocked") == [(None, ADA)]


def test_whoever_owns_an_account_cannot_go_on_guessing_at_others_by_right_codes_of_their_own() -> None:
    """django-allauth would forget, with every right code, all that was tried from the address."""
    from allauth.mfa.totp.internal.auth import TOTP

    with_app()
    TOTP.activate(make(BOB), "A" * 32)
    guesser = Client(REMOTE_ADDR="192.0.2.1")
    for number in range(20):
        assert sign_in(guesser, f"x{number}@example.org", OTHER_PASSWORD).status_code == 200
        if number == 10:
            own = Client(REMOTE_ADDR="192.0.2.1")
            sign_in(own, BOB)
            give(own, code_of("A" * 32))
            assert is_signed_in(own)
    assert sign_in(guesser).status_code == 200
    assert events("sign-in-blocked")[-1] == (None, ADA)


# Proving it once more


def test_a_code_proves_who_one_is_once_more() -> None:
    with_app()
    client = enter_with_app(steps=-1)
    assert read(client.get(f"{AGAIN}?next={APP}remove/")).each("input", name="code") != []
    response = client.post(f"{AGAIN}?next={APP}remove/", {"code": code_of()})
    assert response.headers["Location"] == f"{APP}remove/"
    assert client.get(f"{APP}remove/").status_code == 200


def test_a_wrong_or_used_code_does_not() -> None:
    with_app()
    client = enter_with_app()
    for code in (wrong_code(), code_of()):
        assert said(give(client, code, f"{AGAIN}?next={APP}remove/"))
    assert client.get(f"{APP}remove/").status_code == 302
    assert events("factor-refused") == [(ADA, None)] * 2


def test_the_count_is_the_same_one() -> None:
    with_app()
    client = enter_with_app()
    for number in range(10):
        client.post(AGAIN, {"code": wrong_code()}, REMOTE_ADDR=f"192.0.2.{number}")
    other = Client()
    sign_in(other)
    assert said(give(other, code_of(steps=1), REMOTE_ADDR="192.0.2.77"))


def test_who_has_no_factor_proves_it_otherwise() -> None:
    make()
    assert signed_in().get(AGAIN).headers["Location"] == "/en/accounts/reauthenticate/"


# Removing it


def test_it_is_removed_with_the_recovery_codes_and_told() -> None:
    ada = with_app()
    client = enter_with_app()
    prove(client)
    mail.outbox.clear()
    assert client.post(f"{APP}remove/").headers["Location"] == FACTORS
    assert kinds(ada) == []
    assert [told.to for told in mail.outbox] == [[ADA]]
    assert (ADA, None) in events("factor")
    assert is_signed_in(signed_in())


def test_staff_keep_their_last_one_and_are_told_why() -> None:
    ada = with_app(is_staff=True)
    client = enter_with_app()
    prove(client)
    page = read(client.get(f"{APP}remove/"))
    assert page.the("p", class_="alert").words
    assert page.the("main").each("form") == []
    assert client.post(f"{APP}remove/").status_code == 200
    assert kinds(ada) == ["totp"]


def test_who_has_none_removes_none() -> None:
    make()
    client = signed_in()
    prove(client)
    assert client.post(f"{APP}remove/").status_code == 404


# What is kept


def test_secrets_are_encrypted_in_the_database() -> None:
    make()
    client = signed_in()
    secret = set_up_app(client)
    assert secret in secrets_stored()
    stored = everything_stored()
    assert [text for text in secrets_stored() if text in stored] == []


def test_a_secret_is_read_with_the_key_that_was_before() -> None:
    with override_settings(SECRET_KEY="old " * 20):
        with_app()
        old = Authenticator.objects.get().data["secret"]
    with override_settings(SECRET_KEY="new " * 20, SECRET_KEY_FALLBACKS=["old " * 20]):
        assert secrets_stored() == [SECRET]
        client = Client()
        sign_in(client)
        assert give(client, code_of()).status_code == 302
        assert Authenticator.objects.get().data["secret"] == old


def test_a_secret_that_no_key_reads_refuses_every_code_and_tells_the_operator(caplog: pytest.LogCaptureFixture) -> None:
    with override_settings(SECRET_KEY="lost " * 20):
        with_app()
    client = Client()
    sign_in(client)
    assert said(give(client, code_of()))
    assert "SECRET_KEY_FALLBACKS" in caplog.text


def test_a_secret_that_was_changed_in_the_database_refuses_every_code(caplog: pytest.LogCaptureFixture) -> None:
    with_app()
    for stored in (Authenticator.objects.get().data["secret"], "gAAAAABnotours"):
        changed = stored[:-1] + ("A" if stored[-1] != "A" else "B")
        Authenticator.objects.update(data={"secret": changed})
        client = Client()
        sign_in(client)
        assert said(give(client, code_of()))
    assert "cannot be read" in caplog.text


def test_the_same_secret_is_never_kept_alike() -> None:
    with_app()
    with_app(BOB)
    first, second = Authenticator.objects.order_by("pk")
    assert first.data != second.data
    assert secrets_stored() == [SECRET] * 2


# The page of factors


def test_it_asks_the_database_as_often_whatever_there_is() -> None:
    ada = with_app()
    client = enter_with_app()
    found = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(FACTORS).status_code == 200
        found.append(len(captured))
        Authenticator.objects.bulk_create(
            Authenticator(user=ada, type="webauthn", data={"name": f"Key {number}"}) for number in range(20)
        )
    assert found[0] == found[1]
