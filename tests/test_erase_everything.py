"""An account is erased: everything about its person is gone from every byte of the database, and nothing else is."""

import re
from pathlib import Path

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client

from assessment.models import CatalogueChange, CatalogueVersion, Rollup
from profiles.models import Event, User
from tests.databases import every_byte
from tests.examples import shipped
from tests.people import everything_stored, finish, read
from tests.planted import MARKER, person, plant_assessment, plant_person, prove, told_by_an_administrator

PAGE = "/en/accounts/erase/"
PASSWORD = "a long sentence to remember"
# What an editor made of the catalogue is the catalogue's, and stays in its history without their name.
KEPT = {
    "mkq7.cataloguechange.code~",
    "mkq7.cataloguechange.fields~",
    "mkq7.cataloguechange.note~",
    "mkq7.catalogueversion.codes~",
    "mkq7.catalogueversion.document~",
    "mkq7.catalogueversion.note~",
    "mkq7.catalogueversion.sha256~",
}


def markers(data: bytes) -> set[str]:
    """The markers in what may be no text; of those of others, that there are some."""
    found = {word.decode() for word in re.findall(MARKER.pattern.encode(), data)}
    return {re.sub(r"^mkq7\.other\..*", "mkq7.other", word) for word in found}


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("separate_connections")
def test_no_byte_of_the_database_holds_a_word_of_who_is_erased(client: Client, tmp_path: Path) -> None:
    published = CatalogueVersion.objects.publish(shipped())
    user = plant_person(published)
    told_by_an_administrator(user)
    half_way = waiting_session(user)
    prove(client, user)
    secrets = [session.session_data[:60].encode() for session in Session.objects.all()]
    before = every_byte(tmp_path)
    assert len(markers(before)) > len(KEPT) + 30
    assert [secret in before for secret in secrets] == [True] * 3
    assert client.post(PAGE).status_code == 302
    after = every_byte(tmp_path)
    assert markers(after) == {*KEPT, "mkq7.other"}
    assert [secret in after for secret in secrets] == [False] * 3
    assert half_way.encode() not in after
    assert b"192.0.2.77" not in after


def waiting_session(user: User) -> str:
    """The key of a session in which somebody has begun to sign in, as django-allauth keeps it."""
    store = SessionStore()
    store["account_login"] = {"user_pk": str(user.pk), "email": user.email.upper()}
    store.save()
    return str(store.session_key)


@pytest.mark.django_db
def test_what_others_have_stays_as_it_was(client: Client, published: CatalogueVersion) -> None:
    finish(Client())
    waiting_session(plant_person(published, "two"))
    before = everything_stored().splitlines()
    prove(client, plant_person(published))
    client.post(PAGE)
    left = everything_stored().splitlines()
    assert [line for line in before if line not in left and "sqlite_" not in line] == []


@pytest.mark.django_db
def test_the_history_of_the_catalogue_keeps_what_was_done_but_not_by_whom(
    client: Client, published: CatalogueVersion
) -> None:
    prove(client, plant_person(published))
    client.post(PAGE)
    change = CatalogueChange.objects.get(note="mkq7.cataloguechange.note~")
    assert (change.by, change.code) == (None, "mkq7.cataloguechange.code~")
    assert CatalogueVersion.objects.get(note="mkq7.catalogueversion.note~").published_by is None


@pytest.mark.django_db
def test_counts_of_groups_stay(client: Client, published: CatalogueVersion) -> None:
    user = person()
    Rollup.objects.create(version=published, role="devops", grade="junior", month="2026-01", counts={"T1": {"3": 10}})
    plant_assessment(published, owner=user, token_sha256=None)
    prove(client, user)
    client.post(PAGE)
    assert [rollup.counts for rollup in Rollup.objects.all()] == [{"T1": {"3": 10}}]


@pytest.mark.django_db
def test_the_session_is_over_and_signing_in_again_is_impossible(client: Client, published: CatalogueVersion) -> None:
    user = plant_person(published)
    user.set_password(PASSWORD)
    user.save()
    elsewhere = Client()
    prove(elsewhere, user)
    prove(client, user)
    response = client.post(PAGE)
    assert (response.status_code, response.headers["Location"]) == (302, "/en/deleted/")
    assert client.cookies["session"].value == ""
    assert [browser.get("/en/accounts/").status_code for browser in (client, elsewhere)] == [302, 302]
    assert Client().login(email=user.email, password=PASSWORD) is False
    entered = client.post("/en/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert entered.status_code == 200
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_attempts_counted_for_an_address_are_forgotten_and_those_of_a_place_are_not(client: Client) -> None:
    user = User.objects.create_user("ada@example.org", PASSWORD)
    host = {"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "8000"}
    client.post("/en/accounts/login/", {"login": user.email, "password": "no"}, **host)  # type: ignore[arg-type]
    cache.set(f"factor-code:{user.pk}:123456", 1)
    cache.set(f"factor-code:{user.pk}1:123456", 1)
    prove(client, user)
    assert len(cached()) > 3
    client.post(PAGE)
    assert [key for key in cached() if ":ip:" not in key] == [f":1:factor-code:{user.pk}1:123456"]


def cached() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM careerquiz_cache ORDER BY cache_key")
        return [key for (key,) in cursor.fetchall()]


@pytest.mark.django_db
def test_the_log_says_that_somebody_was_erased_and_not_who(client: Client, published: CatalogueVersion) -> None:
    user = plant_person(published)
    prove(client, user)
    client.post(PAGE)
    event = Event.objects.get()
    assert (event.what, event.who, event.about, event.address) == ("erase", None, None, None)
    assert event.subject == str(user.uuid)


@pytest.mark.django_db
def test_the_page_asks_once_more_and_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    prove(client, plant_person(published))
    before = everything_stored()
    form = read(client.get(PAGE)).the("main").the("form", method="post")
    assert len(form.each("button")) == 1
    assert form.the("a").attributes["href"] == "/en/accounts/"
    assert everything_stored() == before


@pytest.mark.django_db
def test_a_form_of_another_site_erases_nobody(published: CatalogueVersion) -> None:
    strict = Client(enforce_csrf_checks=True)
    prove(strict, user := plant_person(published))
    assert strict.post(PAGE).status_code == 403
    assert User.objects.filter(pk=user.pk).exists()


@pytest.mark.django_db
def test_without_an_account_there_is_nothing_to_erase_here(client: Client) -> None:
    for send in (client.get, client.post):
        response = send(PAGE)
        assert (response.status_code, response.headers["Location"].split("?")[0]) == (302, "/en/accounts/login/")
