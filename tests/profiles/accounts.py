"""Accounts for tests, and what a person does with theirs, through its own pages."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import hashers
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from profiles.models import User
from tests.people import read

ADA = "ada@example.org"
PASSWORD = "seven green doors behind the lake"
OTHER_PASSWORD = "a kettle sings below the stairs"
SIGN_UP, SIGN_IN, SIGN_OUT = "/en/accounts/signup/", "/en/accounts/login/", "/en/accounts/logout/"
RESET, ACCOUNT, ADDRESS = "/en/accounts/password/reset/", "/en/accounts/", "/en/accounts/email/"
CHANGE, REAUTHENTICATE = "/en/accounts/password/change/", "/en/accounts/reauthenticate/"


def make(email: str = ADA, password: str | None = PASSWORD, *, confirmed: bool = True, **fields: Any) -> User:
    """An account, as its pages make it."""
    user = User.objects.create_user(email, password, **fields)
    EmailAddress.objects.create(user=user, email=email, verified=confirmed, primary=True)
    return user


def sign_up(client: Client, email: str = ADA, password: str = PASSWORD, language: str = "en", **more: str) -> Any:
    return client.post(f"/{language}/accounts/signup/", {"email": email, "password1": password} | more)


def sign_in(client: Client, email: str = ADA, password: str = PASSWORD, **more: Any) -> Any:
    return client.post(SIGN_IN, {"login": email, "password": password}, **more)


def signed_in(email: str = ADA, password: str = PASSWORD) -> Client:
    """A browser in which somebody has just signed in."""
    client = Client()
    assert sign_in(client, email, password).status_code == 302
    assert is_signed_in(client)
    return client


def prove(client: Client, password: str = PASSWORD) -> None:
    """Give the password once more, as before what concerns the safety of the account."""
    assert client.post(REAUTHENTICATE, {"password": password}).status_code == 302


def is_signed_in(client: Client) -> bool:
    return client.get(ACCOUNT).status_code == 200


def path_in(number: int = -1) -> str:
    """The address on this site in a mail, without what it begins with."""
    (found,) = re.findall(r"http://127\.0\.0\.1:8000(/\S+)", str(mail.outbox[number].body))
    return str(found)


def said(response: HttpResponse) -> str:
    """What the alert of a page says."""
    assert response.status_code == 200
    return read(response).the("div", role="alert").words


@contextmanager
def hashes() -> Iterator[list[str]]:
    """The passwords hashed meanwhile, whoever asked for it."""
    seen: list[str] = []
    kind = type(hashers.get_hasher())
    encode = kind.encode

    def counting(self: Any, password: str, *args: Any) -> str:
        seen.append(password)
        return encode(self, password, *args)

    with patch.object(kind, "encode", counting):
        yield seen


@contextmanager
def at(seconds: float) -> Iterator[None]:
    """The clock that attempts are counted by, so many seconds later."""
    from allauth.core.internal import ratelimit

    now = ratelimit.time.time()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ratelimit, "time", Clock(now + seconds))
        yield


class Clock:
    """A clock that stands still."""

    def __init__(self, now: float) -> None:
        self.now = now

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        raise AssertionError(seconds)
