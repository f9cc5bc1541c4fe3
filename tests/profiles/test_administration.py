"""The administration opens for staff with a second factor, and for nobody else (SAN-2026-003: no second factor)."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from assessment.models import CatalogueVersion
from profiles.models import User
from tests.editors import CATALOGUE, make_groups, one_of
from tests.people import read
from tests.profiles.accounts import PASSWORD, make, prove, sign_in, signed_in
from tests.profiles.authenticator import SIGN_IN_BY_KEY, Key, add, options_on, options_to_sign_in, send
from tests.profiles.entrance import (
    AGAIN,
    APP,
    AUTHENTICATE,
    FACTORS,
    PASSKEYS,
    code_of,
    enter_with_app,
    give,
    set_up_app,
    with_app,
)

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
ADMIN = "/admin/"
ENGLISH = {"Accept-Language": "en"}
SAMPLES = {"content_type_id": "1", "app_label": "profiles", "number": "1", "form": "catalogue", "url": "nowhere"}


def pages(resolver: URLResolver | None = None, before: str = "/") -> list[str]:
    """Every address of the administration, with something for each of its parts."""
    found = []
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += pages(pattern, route) if route.startswith(ADMIN) or before != "/" else []
        elif isinstance(pattern, URLPattern) and route.startswith(ADMIN):
            found.append(filled(route))
    return [page for page in found if page not in ("/admin/login/", "/admin/language/")]


def filled(route: str) -> str:
    route = re.sub(r"\^?\(\?P<(\w+)>.*?\)(?=/?\$|/)", r"<\1>", route).rstrip("$")
    uuid = "00000000-0000-4000-8000-000000000000"
    return re.sub(r"<(\w+:)?(\w+)>", lambda part: uuid if part[1] == "uuid:" else SAMPLES.get(part[2], "1"), route)


def test_the_walk_finds_the_addresses() -> None:
    found = pages()
    assert len(found) > 80
    assert {ADMIN, CATALOGUE, "/admin/profiles/user/1/password/", "/admin/logout/", "/admin/profiles/"} <= set(found)


def test_who_is_not_signed_in_is_sent_to_sign_in_from_every_address() -> None:
    client = Client(headers=ENGLISH)
    assert client.get(ADMIN, follow=True).redirect_chain[-1] == (f"/en/accounts/login/?next={ADMIN}", 302)
    found = {page: client.get(page) for page in pages()}
    elsewhere = {page: response.headers.get("Location", "") for page, response in found.items()}
    assert [page for page, to in elsewhere.items() if "/login/?next=" not in to] == ["/admin/logout/"]


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_for_who_is_no_staff_no_address_exists(method: str) -> None:
    make()
    client = signed_in()
    found = {page: getattr(client, method)(page).status_code for page in [*pages(), "/admin/login/"]}
    assert {page: status for page, status in found.items() if status != 404} == {}


def test_not_even_with_a_second_factor() -> None:
    with_app()
    client = enter_with_app()
    assert [client.get(page).status_code for page in (ADMIN, CATALOGUE)] == [404, 404]


def way(client: Client, address: str = ADMIN) -> list[str]:
    """Where one is led from an address of the administration, step by step."""
    response = client.get(address, headers=ENGLISH, follow=True)
    return [to for to, _status in response.redirect_chain]


def test_staff_without_a_factor_are_led_to_set_one_up_and_told_why() -> None:
    make(is_staff=True)
    client = signed_in()
    assert way(client)[-1] == FACTORS
    page = read(client.get(FACTORS))
    assert page.the("div", class_="alert").the("h2").words
    assert [link.attributes["href"] for link in page.the("main").each("a", class_="button main")] == [APP]
    assert client.post("/admin/auth/group/add/", {"name": "x"}).status_code == 302


def test_people_who_are_no_staff_are_not_told_of_the_administration() -> None:
    make()
    page = read(signed_in().get(FACTORS))
    assert page.each("div", class_="alert") == page.each("a", href=ADMIN) == []


@pytest.mark.django_db(transaction=True)
def test_once_they_have_set_one_up_it_opens() -> None:
    make_groups()
    make(is_staff=True)
    client = signed_in()
    set_up_app(client)
    assert client.get(ADMIN).status_code == 200
    assert read(client.get(FACTORS)).the("a", href=ADMIN).words


def test_who_signs_in_with_password_and_code_is_in() -> None:
    with_app(is_staff=True)
    assert enter_with_app().get(ADMIN).status_code == 200


def test_the_way_to_the_page_they_wanted_is_kept() -> None:
    with_app(is_staff=True)
    client = Client(headers=ENGLISH)
    wanted = "/admin/auth/group/"
    assert way(client, wanted) == [f"/en/accounts/login/?next={wanted}"]
    client.post("/en/accounts/login/", {"login": "ada@example.org", "password": PASSWORD, "next": wanted})
    assert give(client, code_of()).headers["Location"] == wanted


def test_a_passkey_alone_lets_them_in() -> None:
    make(is_staff=True)
    key, client = Key(), signed_in()
    prove(client)
    add(client, key)
    fresh = Client(headers=ENGLISH)
    assert send(fresh, SIGN_IN_BY_KEY, key.use(options_to_sign_in(fresh)), next=ADMIN).headers["Location"] == ADMIN
    assert fresh.get(ADMIN).status_code == 200


def test_a_session_from_before_the_factor_is_asked_for_it() -> None:
    make(is_staff=True)
    before, now = signed_in(), signed_in()
    secret = set_up_app(now)
    assert way(before) == [f"/admin/login/?next={ADMIN}", f"{AGAIN}?next={ADMIN}"]
    response = before.post(f"{AGAIN}?next={ADMIN}", {"code": code_of(secret, 1)})
    assert response.headers["Location"] == ADMIN
    assert before.get(ADMIN).status_code == 200


def test_who_has_only_a_passkey_is_asked_for_that() -> None:
    make(is_staff=True)
    before, now, key = signed_in(), signed_in(), Key()
    prove(now)
    add(now, key)
    address = f"{PASSKEYS}reauthenticate/?next={ADMIN}"
    assert way(before)[-1] == address
    assert send(before, address, key.use(options_on(before.get(address)))).headers["Location"] == ADMIN
    assert before.get(ADMIN).status_code == 200


def test_a_password_given_once_more_is_no_second_factor() -> None:
    make(is_staff=True)
    before, now = signed_in(), signed_in()
    set_up_app(now)
    prove(before)
    assert before.get(ADMIN).status_code == 302


def test_a_password_without_the_second_step_opens_nothing() -> None:
    with_app(is_staff=True)
    client = Client(headers=ENGLISH)
    assert sign_in(client).headers["Location"] == AUTHENTICATE
    assert way(client)[-1] == AUTHENTICATE


def test_who_had_a_factor_before_they_became_staff_and_has_none_now_sets_one_up() -> None:
    ada = with_app()
    client = enter_with_app()
    Authenticator.objects.filter(user=ada).delete()
    User.objects.filter(pk=ada.pk).update(is_staff=True)
    assert way(client)[-1] == FACTORS


def test_a_proof_of_somebody_else_does_not_count() -> None:
    with_app("root@example.org", is_staff=True)
    ada = make(is_staff=True)
    client = enter_with_app("root@example.org")
    client.force_login(ada)
    assert client.get(ADMIN).status_code == 302


@pytest.mark.parametrize("onward", ["https://evil.example/", "//evil.example", "/admin/\n", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(onward: str) -> None:
    with_app(is_staff=True)
    response = enter_with_app().get("/admin/login/", {"next": onward})
    assert response.status_code == 302
    assert response.headers["Location"] in (ADMIN, "/admin/%0A")


def test_its_own_sign_out_and_change_of_password_are_those_of_the_account() -> None:
    with_app(is_staff=True)
    client = enter_with_app()
    assert [
        client.get(f"{ADMIN}{page}/", headers=ENGLISH).headers["Location"] for page in ("logout", "password_change")
    ] == [
        "/en/accounts/logout/",
        "/en/accounts/password/change/",
    ]
    page = read(client.get(ADMIN, headers=ENGLISH))
    assert page.the("form", id="logout-form").attributes["action"] == "/en/accounts/logout/"
    assert page.the("a", href="/en/accounts/").words


# Who may what (SAN-2026-003: rights too wide)

ROOMS = {
    "the draft": CATALOGUE,
    "the versions": "/admin/assessment/catalogueversion/",
    "the preview": "/en/preview/roles/devops/",
    "the overview": "/en/overview/",
    "the results": f"{CATALOGUE}results/",
    "people": "/admin/profiles/user/",
    "groups": "/admin/auth/group/",
    "assessments": "/admin/assessment/assessment/",
    "events": "/admin/profiles/event/",
    "factors": "/admin/mfa/authenticator/",
    "addresses": "/admin/account/emailaddress/",
    "sessions": "/admin/usersessions/usersession/",
}
DRAFT = {"the draft", "the versions", "the preview"}


OPENED = {"": set(), "editors": DRAFT, "publishers": DRAFT, "analysts": DRAFT | {"the overview", "the results"}}


@pytest.mark.parametrize("group", OPENED)
def test_a_group_reaches_what_it_is_for_and_nothing_else(drafted: CatalogueVersion, group: str) -> None:
    client = one_of(group)
    assert {name for name, address in ROOMS.items() if client.get(address).status_code == 200} == OPENED[group]


@pytest.mark.parametrize("address", [ROOMS["the overview"], "/en/overview.csv", ROOMS["the preview"], CATALOGUE])
def test_what_staff_read_outside_the_administration_asks_for_the_factor_too(
    drafted: CatalogueVersion, address: str
) -> None:
    one_of("analysts")  # makes the groups, and one of them
    person = User.objects.get(email="analysts@example.org")
    client = Client(headers=ENGLISH)
    client.force_login(person)
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (302, f"/admin/login/?next={address}")


def test_no_administrator_reads_or_changes_factors_addresses_or_sessions() -> None:
    with_app(is_staff=True, is_superuser=True)
    client = enter_with_app()
    assert [client.get(ROOMS[name]).status_code for name in ("factors", "addresses", "sessions")] == [404] * 3
