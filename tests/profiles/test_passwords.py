"""Passwords: long is what counts; common, repeated and personal ones are refused, whatever signs are in them.

Weak passwords were one of the grievances of the CNIL in SAN-2026-003.
"""

import re

import pytest
from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    get_default_password_validators,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

import tests.strategies  # noqa: F401  (the settings of hypothesis)
from profiles.models import User
from profiles.passwords import RepetitionValidator
from tests.people import read
from tests.profiles.accounts import (
    ADA,
    CHANGE,
    OTHER_PASSWORD,
    PASSWORD,
    REAUTHENTICATE,
    SIGN_IN,
    SIGN_UP,
    make,
    said,
    sign_in,
    sign_up,
    signed_in,
)

TAKEN = [
    PASSWORD,
    "correct horse ba",  # 16, small letters and spaces only
    "fünfzehnzeichen",  # 15
    "x9" + "ab cd ef " * 111,  # 1,001
    "pluie de mai " * 1000 + "!",
    "   leading and trailing spaces   ",
    "\N{GRINNING FACE}\N{ROCKET}\N{CAT FACE}\N{SNOWMAN}\N{UMBRELLA}" * 3,
    "パスワードは長いほうがいいですよ",
    "<script>alert('x')</script>",
    "' OR 1=1 -- {{ 7*7 }} %s",
    "family_name\u200d\N{PERSONAL COMPUTER} and more",
]
REFUSED = [
    "",
    "a" * 14,
    "fourteen chars",
    "A1!a1!A1!a1!A1",  # 14 of every kind
    "a" * 15,
    "ab" * 10,
    "AaAaAaAaAaAaAaAa",
    "abcdefghijklmnop",
    "zyxwvutsrqponmlkj",
    "0123456789:;<=>?",
    "1q2w3e4r5t6y7u8i9o0p",
    "qwerty123456789",
    "manchesterunited",
    "MANCHESTERUNITED",
    "passwordpassword",
    "azertyazertyazerty",
    "Motdepasse12345",
    "!!!!Password2026",
    "2026-11-23 motdepasse",
    "azertyuiop123456",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "ada.lovelace@example.org",
    "ada.lovelace@example",
]


def refusals(password: str) -> list[str]:
    try:
        validate_password(password, User(email="ada.lovelace@example.org"))
    except ValidationError as error:
        return error.messages
    return []


@pytest.mark.parametrize("password", TAKEN, ids=lambda password: password[:20])
def test_a_long_password_is_taken_whatever_it_is_made_of(password: str) -> None:
    assert refusals(password) == []


@pytest.mark.parametrize("password", REFUSED, ids=lambda password: password[:20])
def test_a_weak_password_is_refused(password: str) -> None:
    assert refusals(password)


@pytest.mark.django_db
@pytest.mark.parametrize("password", TAKEN, ids=lambda password: password[:20])
def test_one_signs_in_with_it_to_the_letter(client: Client, password: str) -> None:
    make(password=None)
    sign_up(client, "bob@example.org", password)
    assert User.objects.get(email="bob@example.org").check_password(password)
    make("carol@example.org", password)
    signed_in("carol@example.org", password)
    assert said(sign_in(Client(), "carol@example.org", password[:-1]))


@pytest.mark.django_db
@pytest.mark.parametrize("password", REFUSED, ids=lambda password: password[:20])
def test_it_is_refused_wherever_one_is_chosen(client: Client, password: str) -> None:
    assert sign_up(client, "ada.lovelace@example.org", password).status_code == 200
    make("ada.lovelace@example.org")
    inside = signed_in("ada.lovelace@example.org")
    typed = {"oldpassword": PASSWORD, "password1": password, "password2": password}
    assert inside.post(CHANGE, typed).status_code == 200
    assert User.objects.get().check_password(PASSWORD)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.text("aA1 ", max_size=60))
def test_every_text_is_taken_or_refused_with_a_reason(password: str) -> None:
    reasons = refusals(password)
    assert all(reasons)
    assert reasons or len(password) >= 15


def test_looking_at_a_very_long_one_takes_no_time_to_speak_of() -> None:
    for password in ("a" + "!" * 400_000 + "a", "ab" * 200_000, "!" * 400_000, PASSWORD * 10_000):
        refusals(password)  # would take hours, were it the square of the length


@pytest.mark.django_db
def test_the_page_says_the_length_that_is_asked_for(client: Client) -> None:
    (asked,) = (one.min_length for one in get_default_password_validators() if isinstance(one, MinimumLengthValidator))
    with override("en"):
        assert RepetitionValidator().get_help_text()
    help_text = read(client.get(SIGN_UP)).the("p", id="id_password1_helptext").words
    assert [int(number) for number in re.findall(r"\d+", help_text)] == [asked] == [15]


@pytest.mark.django_db
def test_pasting_and_password_managers_are_welcome(client: Client) -> None:
    make()
    inside = signed_in()
    wanted = {
        SIGN_UP: [("password1", "new-password")],
        SIGN_IN: [("password", "current-password")],
        REAUTHENTICATE: [("password", "current-password")],
        CHANGE: [("oldpassword", "current-password"), ("password1", "new-password"), ("password2", "new-password")],
    }
    pages = {path: (client if path in (SIGN_UP, SIGN_IN) else inside).get(path) for path in wanted}
    found = {
        path: [
            (field.attributes["name"], field.attributes["autocomplete"])
            for field in read(page).each("input", type="password")
        ]
        for path, page in pages.items()
    }
    assert found == wanted
    for page in pages.values():
        for field in read(page).each("input", type="password"):
            assert not {"maxlength", "minlength", "onpaste", "readonly"} & field.attributes.keys()


@pytest.mark.django_db
def test_the_name_to_sign_in_with_is_known_to_password_managers(client: Client) -> None:
    assert read(client.get(SIGN_UP)).the("input", type="email").attributes["autocomplete"] == "email"
    assert read(client.get(SIGN_IN)).the("input", type="email").attributes["autocomplete"] == "username"


@pytest.mark.django_db
def test_no_password_is_ever_shown_again(client: Client) -> None:
    make()
    inside = signed_in()
    for response in (
        sign_in(client, password=OTHER_PASSWORD),
        sign_in(client, "nobody@example.org"),
        inside.post(CHANGE, {"oldpassword": PASSWORD, "password1": OTHER_PASSWORD, "password2": "x"}),
        inside.post(REAUTHENTICATE, {"password": OTHER_PASSWORD}),
        sign_up(client, ADA, "shorty-9"),
    ):
        text = response.content.decode()
        assert [word for word in (PASSWORD, OTHER_PASSWORD, "shorty-9") if word in text] == []
