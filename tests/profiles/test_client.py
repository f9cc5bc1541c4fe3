"""A visitor's address: what the connection says, or, behind n proxies, the n-th from the right of X-Forwarded-For."""

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

import tests.strategies  # noqa: F401  (the settings of hypothesis)
from careerquiz.client import address_of
from profiles.adapter import AccountAdapter

PROXY = "10.0.0.1"


def request(passed: str | None = None, remote: str | None = PROXY) -> HttpRequest:
    """A request that came through, from `remote`."""
    made = RequestFactory().get("/", headers={} if passed is None else {"x-forwarded-for": passed})
    made.META["REMOTE_ADDR"] = remote
    if remote is None:
        del made.META["REMOTE_ADDR"]
    return made


@pytest.mark.parametrize(
    ("proxies", "passed", "wanted"),
    [
        (0, None, PROXY),
        (0, "192.0.2.1", PROXY),
        (0, "192.0.2.1, 192.0.2.2", PROXY),
        (1, None, PROXY),
        (1, "", PROXY),
        (1, "192.0.2.1", "192.0.2.1"),
        (1, "1.1.1.1, 192.0.2.1", "192.0.2.1"),
        (1, "rubbish, 192.0.2.1", "192.0.2.1"),
        (1, "192.0.2.1, rubbish", PROXY),
        (1, "192.0.2.1,", PROXY),
        (1, "192.0.2.1 ", "192.0.2.1"),
        (1, "192.0.2.1:4711", PROXY),
        (1, "192.0.2.256", PROXY),
        (1, "0xC0000201", PROXY),
        (1, "3221225985", PROXY),
        (1, "192.0.2.01", PROXY),
        (1, "2001:DB8:0::1", "2001:db8::1"),
        (1, "[2001:db8::1]", PROXY),
        (1, "fe80::1%eth0", "fe80::1"),
        (1, "::ffff:192.0.2.1", "192.0.2.1"),
        (1, "x" * 100_000, PROXY),
        (2, "192.0.2.1, 192.0.2.2", "192.0.2.1"),
        (2, "1.1.1.1, 192.0.2.1, 192.0.2.2", "192.0.2.1"),
        (2, "192.0.2.1", PROXY),
        (3, "192.0.2.1, 192.0.2.2", PROXY),
    ],
)
def test_the_address_is_the_one_that_our_own_proxies_saw(
    settings: Settings, proxies: int, passed: str | None, wanted: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    assert address_of(request(passed)) == wanted
    assert AccountAdapter().get_client_ip(request(passed)) == wanted


@pytest.mark.parametrize("remote", [None, "", "unix:", "\x00", "localhost"])
def test_a_connection_without_an_address_has_that_of_nowhere(settings: Settings, remote: str | None) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    assert address_of(request(remote=remote)) == "::"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.text("0123456789abcdef:.,% []", max_size=40))
def test_no_header_is_ever_an_error_or_anything_but_an_address(passed: str) -> None:
    made = request()
    made.META["HTTP_X_FORWARDED_FOR"] = passed
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("django.conf.settings.ALLAUTH_TRUSTED_PROXY_COUNT", 1)
        assert set(address_of(made)) <= set("0123456789abcdef:.")
