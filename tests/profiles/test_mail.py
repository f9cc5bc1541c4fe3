"""Mails: plain text, in the language of the page that caused them, with links from the configured base."""

import json
import re
import smtplib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from pytest_django import Settings

from profiles.models import User
from tests.people import read
from tests.processes import manage
from tests.profiles.accounts import (
    ADA,
    CHANGE,
    OTHER_PASSWORD,
    PASSWORD,
    RESET,
    make,
    path_in,
    prove,
    sign_in,
    sign_up,
    signed_in,
)

pytestmark = pytest.mark.django_db
BASE = "https://careers.example.org"
EVIL = "evil.example"


def everything_mailed(language: str, **headers: str) -> list[EmailMultiAlternatives]:
    """One of each mail, by the pages in this language that cause them, asked for with these headers."""

    def at(path: str) -> str:
        return path.replace("/en/", f"/{language}/")

    def post(client: Client, path: str, data: dict[str, str]) -> Any:
        return client.post(at(path), data, headers=headers)

    sign_up(Client(headers=headers), language=language, display_name="Buy at evil.example")  # confirm
    EmailAddress.objects.update(verified=True)
    make("carol@example.org")
    post(Client(), "/en/accounts/signup/", {"email": "carol@example.org", "password1": OTHER_PASSWORD})  # there is one
    inside = signed_in()
    prove(inside)
    post(inside, "/en/accounts/email/", {"action_add": "", "email": "new@example.org"})  # confirm
    post(inside, path_in(), {})  # changed
    post(inside, CHANGE, {"oldpassword": PASSWORD, "password1": OTHER_PASSWORD, "password2": OTHER_PASSWORD})
    post(Client(), RESET, {"email": "nobody@example.org"})
    browser = Client()
    post(browser, RESET, {"email": "new@example.org"})
    form = browser.get(path_in(), headers=headers).headers["Location"]
    browser.post(form, {"password1": PASSWORD, "password2": PASSWORD}, headers=headers)
    return mail.outbox  # type: ignore[return-value]


def links(message: EmailMultiAlternatives) -> list[str]:
    return re.findall(r"\S+://\S+", str(message.body))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_mail_is_plain_text_in_the_language_of_its_page(settings: Settings, language: str) -> None:
    sent = everything_mailed(language)
    assert len({message.subject for message in sent}) == 6
    assert len(sent) == 8
    for message in sent:
        assert (message.alternatives, message.content_subtype, len(message.to)) == ([], "plain", 1)
        assert message.subject.strip() == message.subject
        assert "\n" not in message.subject
        pages = [re.sub(r"^http://127\.0\.0\.1:8000", "", link) for link in links(message)]
        assert {link.split("/")[1] for link in pages if link} == {language}
        assert not re.search(r"[{}<>]|&\w+;|\n\n\n", str(message.body))


def test_no_link_ever_begins_with_what_the_visitor_calls_the_site(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    forged = {"host": EVIL, "x-forwarded-host": EVIL, "origin": f"https://{EVIL}", "referer": f"https://{EVIL}/"}
    sent = everything_mailed("en", **forged, **{"user-agent": f"Open https://{EVIL}/ now"})
    found = [link for message in sent for link in links(message)]
    assert len(found) == 2 * len(sent)
    assert {link[: len("http://127.0.0.1:8000")] for link in found} == {"http://127.0.0.1:8000"}
    assert not [message for message in sent if EVIL in f"{message.subject}{message.body}{message.extra_headers}"]


def test_links_begin_with_the_base_address(settings: Settings, client: Client) -> None:
    settings.BASE_URL = BASE
    sign_up(client)
    client.post(RESET, {"email": ADA})
    found = [link for message in mail.outbox for link in links(message)]  # type: ignore[arg-type]
    assert len(found) == 4
    assert {link[: len(BASE)] for link in found} == {BASE}


def test_the_sender_is_the_one_of_the_settings(settings: Settings, client: Client) -> None:
    settings.DEFAULT_FROM_EMAIL = "Careers <careers@example.org>"
    sign_up(client)
    assert mail.outbox[0].from_email == "Careers <careers@example.org>"
    assert mail.outbox[0].message()["From"] == "Careers <careers@example.org>"


def test_a_first_password_is_told_too(client: Client) -> None:
    make(password=None)
    client.force_login(User.objects.get())
    client.post("/en/accounts/password/set/", {"password1": PASSWORD, "password2": PASSWORD})
    assert [message.to for message in mail.outbox] == [[ADA]]


def test_an_address_taken_off_is_told(client: Client) -> None:
    user = make()
    EmailAddress.objects.create(user=user, email="old@example.org", verified=True)
    inside = signed_in()
    prove(inside)
    inside.post("/en/accounts/email/", {"action_remove": "", "email": "old@example.org"})
    assert [message.to for message in mail.outbox] == [[ADA]]
    assert "old@example.org" in mail.outbox[0].body


# A mail server that does not work


@contextmanager
def hanging_up(line: bytes) -> Iterator[socket.socket]:
    """A server that answers whoever connects with a line, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with server.accept()[0] as connection:
                connection.sendall(line)

        thread = threading.Thread(target=answer)
        thread.start()
        yield server
        thread.join()


FAULTS = [
    ConnectionRefusedError(),
    TimeoutError(),
    socket.gaierror(-2, "Name or service not known"),
    smtplib.SMTPServerDisconnected("gone"),
    smtplib.SMTPAuthenticationError(535, b"no"),
    smtplib.SMTPRecipientsRefused({ADA: (550, b"unknown user")}),
    smtplib.SMTPDataError(554, b"spam"),
    smtplib.SMTPNotSupportedError("SMTPUTF8"),
    UnicodeEncodeError("ascii", "é", 0, 1, "no"),
    ValueError("invalid address"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_a_server_that_takes_no_mail_is_told_to_the_log_and_to_nobody_else(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    make()
    usual = [sign_up(Client(), "bob@example.org").headers, client.post(RESET, {"email": ADA}).headers]

    def send(self: Any, messages: Any) -> int:
        raise fault

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", send)
    now = [sign_up(Client(), "eve@example.org").headers, client.post(RESET, {"email": ADA}).headers]
    assert [headers["Location"] for headers in now] == [headers["Location"] for headers in usual]
    told = [record for record in caplog.records if record.levelname == "ERROR"]
    assert [record.getMessage() for record in told] == [f"a mail could not be sent: {type(fault).__name__}"] * 2
    assert ADA not in caplog.text


def test_a_real_server_that_is_not_there_or_hangs_up_makes_no_fault(settings: Settings, client: Client) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", 2
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        settings.EMAIL_PORT = nobody.getsockname()[1]
    assert sign_up(client).status_code == 302
    with hanging_up(b"554 no mail today\r\n") as server:
        settings.EMAIL_PORT = server.getsockname()[1]
        assert client.post(RESET, {"email": ADA}).status_code == 302


def test_who_got_no_mail_may_sign_up_all_the_same(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", lambda *_: 0)
        sign_up(client)
    assert not mail.outbox
    assert sign_in(Client()).headers["Location"] == "/en/accounts/confirm-email/"
    assert read(client.get("/en/accounts/confirm-email/")).the("h1").words


# As an operator meets it

NAMES = ["BACKEND", "HOST", "PORT", "USE_TLS", "USE_SSL", "HOST_USER", "HOST_PASSWORD", "TIMEOUT"]


def told(**variables: str) -> list[Any]:
    """The settings of mail, and who sends it, as a process of their own reads them."""
    wanted = [*(f"EMAIL_{name}" for name in NAMES), "DEFAULT_FROM_EMAIL", "BASE_URL"]
    code = f"import json; from django.conf import settings; print(json.dumps([getattr(settings, n) for n in {wanted}]))"
    status, out, err = manage("shell", "--no-imports", "-c", code, **variables)  # type: ignore[arg-type]
    assert (status, err) == (0, "")
    found: list[Any] = json.loads(out)
    return found


def backend(kind: str) -> str:
    return f"django.core.mail.backends.{kind}.EmailBackend"


def test_mail_goes_to_the_console_until_a_server_is_named() -> None:
    assert told() == [
        backend("console"), "", 587, True, False, "", "", 10, "careerquiz@localhost", "http://127.0.0.1:8000"
    ]  # fmt: skip


def test_a_server_is_named_by_the_environment() -> None:
    variables = {
        "EMAIL_HOST": "mail.example.org",
        "EMAIL_HOST_USER": "quiz",
        "EMAIL_HOST_PASSWORD": "p é",
        "BASE_URL": f"{BASE}/",
    }
    found = told(**variables, EMAIL_FROM="Quiz <quiz@example.org>")
    assert found == [
        backend("smtp"), "mail.example.org", 587, True, False, "quiz", "p é", 10, "Quiz <quiz@example.org>", BASE
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [
        ({"EMAIL_SECURITY": "tls"}, [465, False, True]),
        ({"EMAIL_SECURITY": "none"}, [25, False, False]),
        ({"EMAIL_SECURITY": "starttls", "EMAIL_PORT": "2525"}, [2525, True, False]),
    ],
)
def test_how_it_is_reached_follows_from_one_word(variables: dict[str, str], wanted: list[Any]) -> None:
    assert told(EMAIL_HOST="mail.example.org", **variables)[2:5] == wanted


def test_who_runs_the_site_sends_its_mail() -> None:
    assert told(OPERATOR_EMAIL="quiz@example.org")[-2] == "quiz@example.org"
