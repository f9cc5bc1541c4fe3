"""Sign out: asked first, done by a form, and nothing is left of the session."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from profiles.models import Event, User
from tests.people import read
from tests.profiles.accounts import ACCOUNT, SIGN_IN, SIGN_OUT, is_signed_in, make, signed_in

pytestmark = pytest.mark.django_db


def test_reading_the_page_signs_nobody_out() -> None:
    make()
    inside = signed_in()
    assert (inside.get(SIGN_OUT).status_code, inside.head(SIGN_OUT).status_code) == (200, 200)
    assert is_signed_in(inside)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_sending_the_form_does(language: str) -> None:
    user = make()
    inside = signed_in()
    key = inside.session.session_key
    path = f"/{language}/accounts/logout/"
    assert read(inside.get(path)).the("main").the("form", method="post")
    response = inside.post(path)
    assert response.headers["Location"] == f"/{language}/"
    assert not is_signed_in(inside)
    assert not Session.objects.filter(session_key=key).exists()
    assert list(Event.objects.order_by("-pk").values_list("what", "who")[:1]) == [("sign-out", user.pk)]


def test_it_is_told_and_the_way_back_is_in_the_header() -> None:
    make()
    inside = signed_in()
    page = read(inside.post(SIGN_OUT, follow=True))
    assert page.the("p", role="status").words
    assert page.the("header").each("a", href=SIGN_IN)


def test_the_account_page_has_the_button() -> None:
    make()
    inside = signed_in()
    form = read(inside.get(ACCOUNT)).the("main").the("form", action=SIGN_OUT)
    assert form.attributes["method"] == "post"
    assert form.each("input", name="csrfmiddlewaretoken")


def test_another_site_signs_nobody_out() -> None:
    make()
    inside = Client(enforce_csrf_checks=True)
    inside.cookies = signed_in().cookies
    assert inside.post(SIGN_OUT).status_code == 403
    assert is_signed_in(inside)


def test_who_is_not_signed_in_is_sent_home_without_a_word(client: Client) -> None:
    for response in (client.get(SIGN_OUT), client.post(SIGN_OUT)):
        assert (response.status_code, response.headers["Location"]) == (302, "/en/")
    assert not Event.objects.exists()


def test_the_back_button_shows_nothing_personal() -> None:
    make()
    inside = signed_in()
    assert "no-store" in inside.get(ACCOUNT).headers["Cache-Control"]


def test_a_session_that_nobody_is_signed_in_to_ends_without_a_word(client: Client) -> None:
    make()
    inside = signed_in()
    User.objects.update(is_active=False)
    inside.logout()
    assert list(Event.objects.values_list("what", flat=True)) == ["sign-in"]
