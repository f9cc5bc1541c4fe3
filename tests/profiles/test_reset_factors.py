"""`manage.py reset_factors`: for somebody who lost their phone and their codes."""

from io import StringIO
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.management import CommandError, call_command

from profiles.models import Event
from tests.profiles.accounts import ADA, is_signed_in, signed_in
from tests.profiles.entrance import enter_with_app, with_app

pytestmark = pytest.mark.django_db


def reset(email: str) -> str:
    out = StringIO()
    call_command("reset_factors", email, stdout=out)
    return out.getvalue()


def test_the_factors_are_gone_and_a_password_is_enough_again() -> None:
    with_app()
    with_app("bob@example.org")
    client = enter_with_app()
    assert reset(" ADA@example.org").count("\n") == 1
    assert [row.user.email for row in Authenticator.objects.all()] == ["bob@example.org"]
    assert not is_signed_in(client)
    assert is_signed_in(signed_in())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_person_is_told_in_their_language(language: str) -> None:
    with_app(language=language)
    reset(ADA)
    (told,) = mail.outbox
    assert told.to == [ADA]
    assert f"http://127.0.0.1:8000/{language}/accounts/2fa/" in str(told.body)


def test_the_log_says_so() -> None:
    with_app()
    reset(ADA)
    assert [(row.what, row.who, str(row.about)) for row in Event.objects.all()] == [("factor", None, ADA)]


@pytest.mark.parametrize("email", ["nobody@example.org", "", "x\ny"])
def test_an_unknown_address_is_one_line(email: str) -> None:
    with_app()
    with pytest.raises(CommandError) as raised:
        reset(email)
    assert raised.value.returncode == 1
    assert "\n" not in str(raised.value)
    assert Authenticator.objects.count() == 1


def test_where_no_mail_can_be_sent_it_is_done_all_the_same(settings: Any) -> None:
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = (
        "django.core.mail.backends.smtp.EmailBackend",
        "127.0.0.1",
        1,
    )
    with_app()
    reset(ADA)
    assert Authenticator.objects.count() == 0
