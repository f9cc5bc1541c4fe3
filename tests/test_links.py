"""The cookie that holds secret links, and what may stand in it."""

from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

import tests.strategies  # noqa: F401  (the settings of hypothesis)
from assessment import links
from assessment.models import Assessment, CatalogueVersion, hash_token

TOKENS = [f"{number:032d}" for number in range(30)]


def request(*tokens: str) -> HttpRequest:
    found = RequestFactory().get("/")
    found.COOKIES[links.COOKIE] = ".".join(tokens)
    return found


def kept(response: HttpResponse) -> list[str]:
    value: str = response.cookies[links.COOKIE].value
    return [token for token in value.split(".") if token]


def remembered(token: str, *held: str) -> list[str]:
    response = HttpResponse()
    links.remember(request(*held), response, token)
    return kept(response)


def test_a_browser_without_a_cookie_holds_nothing() -> None:
    assert links.tokens(RequestFactory().get("/")) == []


def test_a_browser_holds_its_tokens_in_order() -> None:
    assert links.tokens(request(*TOKENS[:3])) == TOKENS[:3]


@pytest.mark.parametrize(
    "odd",
    ["", "x" * 31, "x" * 33, f"{'x' * 32}\n", "é" * 32, "x" * 31 + "=", "x" * 31 + "\x00", "x" * 100_000, "\ud800"],
)
def test_what_is_no_token_is_passed_over(odd: str) -> None:
    assert links.tokens(request(TOKENS[0], odd, TOKENS[1])) == TOKENS[:2]


@given(st.text(st.characters()))
def test_any_cookie_is_read(value: str) -> None:
    found = links.tokens(request(value))
    assert all(links.TOKEN.fullmatch(token) for token in found)
    assert len(found) <= links.MOST_LINKS


def test_no_more_than_the_newest_are_held() -> None:
    assert links.tokens(request(*TOKENS)) == TOKENS[: links.MOST_LINKS]
    assert remembered("n" * 32, *TOKENS) == ["n" * 32, *TOKENS[: links.MOST_LINKS - 1]]


def test_the_newest_link_comes_first_and_only_once() -> None:
    assert remembered(TOKENS[0]) == [TOKENS[0]]
    assert remembered(TOKENS[2], *TOKENS[:2]) == [TOKENS[2], *TOKENS[:2]]
    assert remembered(TOKENS[1], *TOKENS[:3]) == [TOKENS[1], TOKENS[0], TOKENS[2]]


@pytest.mark.parametrize("https", [True, False])
def test_the_cookie_is_for_this_site_alone(https: bool, settings: Settings) -> None:
    settings.HTTPS, settings.RESUME_LINK_DAYS = https, 30
    response = HttpResponse()
    links.remember(request(), response, TOKENS[0])
    cookie = response.cookies[links.COOKIE]
    found = {name: cookie[name] for name in ("max-age", "path", "domain", "secure", "httponly", "samesite")}
    assert found == {
        "max-age": 30 * 24 * 60 * 60,
        "path": "/",
        "domain": "",
        "secure": https or "",
        "httponly": True,
        "samesite": "Lax",
    }


def test_a_full_cookie_is_small_enough_for_a_browser() -> None:
    response = HttpResponse()
    links.remember(request(*TOKENS), response, "n" * 32)
    assert len(response.cookies[links.COOKIE].output()) < 4000


def test_a_link_is_forgotten_and_the_others_are_held() -> None:
    response = HttpResponse()
    links.forget(request(*TOKENS[:3]), response, Assessment(token_sha256=hash_token(TOKENS[1])))
    assert kept(response) == [TOKENS[0], TOKENS[2]]


def test_the_link_of_an_assessment_is_told_to_who_holds_it() -> None:
    until = timezone.now() + timedelta(days=1)
    assessment = Assessment(token_sha256=hash_token(TOKENS[1]), link_until=until)
    with override("en"):
        assert links.link_to(request(*TOKENS[:3]), assessment) == f"http://testserver/en/resume/{TOKENS[1]}/"
        assert links.link_to(request(TOKENS[0]), assessment) is None
        assert links.link_to(request(*TOKENS), Assessment(token_sha256=None)) is None
        ended = Assessment(token_sha256=hash_token(TOKENS[1]), link_until=timezone.now() - timedelta(seconds=1))
        assert links.link_to(request(*TOKENS[:3]), ended) is None


def test_of_what_is_in_an_account_the_link_is_told_as_its_way_out_alone() -> None:
    until = timezone.now() + timedelta(days=1)
    assessment = Assessment(token_sha256=hash_token(TOKENS[1]), link_until=until, owner_id=1)
    with override("en"):
        assert links.link_to(request(*TOKENS[:3]), assessment) is None
        assert links.held_link(request(*TOKENS[:3]), assessment) == f"http://testserver/en/resume/{TOKENS[1]}/"
        assert links.held_link(request(TOKENS[0]), assessment) is None


@pytest.mark.django_db
def test_a_link_opens_while_it_lasts(published: CatalogueVersion) -> None:
    assessment, token = Assessment.objects.start(published, "devops", "confirmed", "en")
    assert links.TOKEN.fullmatch(token)
    assert list(Assessment.objects.held_by([token])) == [assessment]
    Assessment.objects.update(link_until=timezone.now() - timedelta(seconds=1))
    assert list(Assessment.objects.held_by([token])) == []
