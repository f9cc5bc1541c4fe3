"""Second factors in tests: an app that shows codes, and how one signs in with it."""

import time
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from profiles.models import User
from tests.people import read
from tests.profiles.accounts import PASSWORD, is_signed_in, make, prove, sign_in

FACTORS = "/en/accounts/2fa/"
APP, CODES, PASSKEYS = f"{FACTORS}app/", f"{FACTORS}codes/", f"{FACTORS}passkeys/"
AUTHENTICATE, AGAIN = f"{FACTORS}authenticate/", f"{FACTORS}reauthenticate/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PERIOD = 30


def code_of(secret: str = SECRET, steps: int = 0) -> str:
    """What an app shows now, or so many half minutes from now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD + steps)))


def wrong_code(secret: str = SECRET) -> str:
    """A code of six digits that no step near now has."""
    near = {code_of(secret, steps) for steps in range(-3, 4)}
    return next(code for code in ("000000", "111111", "222222", "333333") if code not in near)


def with_app(email: str = "ada@example.org", **fields: Any) -> User:
    """An account with an app that shows codes, of which none was used, even by a test that emptied no cache."""
    cache.clear()
    person = make(email, **fields)
    TOTP.activate(person, SECRET)
    return person


def codes_on(client: Client) -> list[str]:
    """The recovery codes on their page."""
    return [code.words for code in read(client.get(CODES)).each("li", class_="code")]


def give(client: Client, code: str, address: str = AUTHENTICATE, **more: Any) -> Any:
    """Send a code."""
    return client.post(address, {"code": code}, **more)


def enter_with_app(email: str = "ada@example.org", steps: int = 0) -> Client:
    """A browser in which somebody has just signed in with a password and a code."""
    client = Client()
    assert sign_in(client, email, PASSWORD).headers["Location"] == AUTHENTICATE
    assert give(client, code_of(steps=steps)).status_code == 302
    assert is_signed_in(client)
    return client


def set_up_app(client: Client) -> str:
    """Set an app up on the pages; answers its secret."""
    prove(client)
    secret = read(client.get(APP)).the("span", id="secret").words
    assert give(client, code_of(secret), APP).status_code == 302
    return secret


def secrets_stored() -> list[str]:
    """What the database keeps of every app and of every set of recovery codes, decrypted."""
    found = [row.data.get("secret") or row.data.get("seed") for row in Authenticator.objects.order_by("pk")]
    return [get_adapter().decrypt(text) for text in found if text]
