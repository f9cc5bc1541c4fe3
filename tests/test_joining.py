"""How assessments get into an account and out of it, and that nothing is lost on any way."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tests.strategies  # noqa: F401  (the settings of hypothesis)
from assessment.models import Assessment, CatalogueVersion, hash_token
from profiles.models import User
from tests.people import Element, address, begin, enter, everything_stored, finish, read, submit, token_of

LANGUAGES = ("fr", "en")
PASSWORD = "correct horse battery staple"
PAGES = ("TECH/", "review/", "later/", "report/", "report.json", "plan/", "shares/", "delete/")


def person(name: str = "ada") -> User:
    """Somebody with an account whose address is confirmed."""
    found = get_user_model().objects.filter(email=f"{name}@example.org").first()
    if found is None:
        found = get_user_model().objects.create_user(f"{name}@example.org", PASSWORD)
        EmailAddress.objects.create(user=found, email=found.email, verified=True, primary=True)
    return found


def sign_in(client: Client, who: User, path: str = "/en/accounts/login/") -> HttpResponseBase:
    response = client.post(path, {"login": who.email, "password": PASSWORD})
    assert response.status_code == 302, response.content
    return response


def sign_out(client: Client) -> None:
    assert client.post("/en/accounts/logout/").status_code == 302


def link(token: str, language: str = "en") -> str:
    return f"/{language}/resume/{token}/"


def owner_of(assessment: Assessment) -> User | None:
    return Assessment.objects.get(pk=assessment.pk).owner


def send(client: Client, assessment: Assessment, what: str, **data: str) -> HttpResponseBase:
    return client.post(address(assessment, f"{what}/"), data)


def told(client: Client, path: str) -> list[str]:
    """What the page says once about what was just done."""
    return [line.words for line in read(client.get(path)).the("main").each("p", role="status")]


def statuses(client: Client, assessment: Assessment) -> set[int]:
    return {client.get(address(assessment, page)).status_code for page in PAGES}


# By signing in


def test_signing_in_joins_what_the_browser_holds(client: Client, published: CatalogueVersion) -> None:
    draft, done, other = begin(client), finish(client), begin(Client())
    before = {row["uuid"]: row for row in Assessment.objects.values()}
    response = sign_in(client, person())
    assert response.headers["Location"] == "/en/assessments/"
    assert [owner_of(one) for one in (draft, done, other)] == [person(), person(), None]
    now = {row["uuid"]: row | {"owner_id": None} for row in Assessment.objects.values()}
    assert now == before


def test_the_person_is_told_what_joined(client: Client, published: CatalogueVersion) -> None:
    sign_in(client, person())
    alone = told(client, "/en/assessments/")
    sign_out(client)
    client.get("/en/assessments/")
    begin(client)
    sign_in(client, person())
    one = told(client, "/en/assessments/")
    sign_out(client)
    client.get("/en/assessments/")
    for _ in range(2):
        begin(client)
    sign_in(client, person())
    two = told(client, "/en/assessments/")
    assert [len(one) - len(alone), len(two) - len(alone)] == [1, 1]
    assert [words for words in two if re.findall(r"\b2\b", words)] != []


def test_another_device_finds_it_after_signing_in(client: Client, published: CatalogueVersion) -> None:
    draft, elsewhere = begin(client), Client()
    sign_in(client, person())
    submit(client, draft, "TECH", {"T1": 3})
    sign_in(elsewhere, person())
    assert elsewhere.get(address(draft, "TECH/")).status_code == 200
    assert str(draft.uuid) in elsewhere.get("/en/assessments/").content.decode()


def test_what_another_account_has_claimed_does_not_join(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    sign_in(client, person("bob"))
    sign_out(client)
    sign_in(client, person())
    assert owner_of(draft) == person("bob")
    assert 200 not in statuses(client, draft)


def test_a_link_that_has_ended_joins_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    Assessment.objects.update(link_until=timezone.now() - timedelta(seconds=1))
    sign_in(client, person())
    assert owner_of(draft) is None


def test_on_a_shared_computer_nothing_is_open_after_signing_out(client: Client, published: CatalogueVersion) -> None:
    draft, done = begin(client), finish(client)
    cookie = client.cookies["assessments"].value
    sign_in(client, person())
    fresh = begin(client)
    assert client.cookies["assessments"].value == cookie
    sign_out(client)
    made = (draft, done, fresh)
    assert [statuses(client, one) for one in made] == [{404}] * 3
    assert [send(client, one, what).status_code for one in made for what in ("delete", "again", "name", "join")] == [
        404
    ] * 12
    assert read(client.get("/en/assessments/")).each("ol", class_="sittings") == []
    assert read(client.get("/en/")).each("section", aria_labelledby="mine") == []


# By the link


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_signed_in_is_asked_whether_a_link_joins_and_reading_changes_nothing(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft, token = begin(Client()), ""
    other = Client()
    draft, token = begin(other), token_of(other)
    enter(client, person())
    before = everything_stored()
    response = client.get(link(token, language))
    client.head(link(token, language))
    assert everything_stored() == before
    assert response.status_code == 200
    form = read(response).the("form", method="post")
    assert form.attributes["action"] == address(draft, "join/", language)
    assert form.the("a").attributes["href"] == address(draft, "TECH/", language)
    assert client.get(form.the("a").attributes["href"]).status_code == 200
    button = form.the("button").attributes
    response = client.post(form.attributes["action"], {button["name"]: button["value"]})
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, "TECH/", language))
    assert owner_of(draft) == person()


def test_the_page_that_asks_lets_its_form_be_sent(client: Client, published: CatalogueVersion) -> None:
    """Under no-referrer a browser sends the origin "null", which the check of forms refuses."""
    other = Client()
    begin(other)
    enter(client, person())
    response = client.get(link(token_of(other)))
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_a_link_of_ones_own_account_opens(client: Client, published: CatalogueVersion) -> None:
    draft, token = begin(client), token_of(client)
    sign_in(client, person())
    Assessment.objects.update(link_until=timezone.now() - timedelta(days=1))  # the account needs none
    elsewhere = Client()
    sign_in(elsewhere, person())
    response = elsewhere.get(link(token))
    assert (response.status_code, response.headers["Location"]) == (302, address(draft, "TECH/"))
    assert "assessments" not in elsewhere.cookies


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_signed_out_is_told_that_it_is_in_an_account_and_led_back_after_signing_in(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft, token = begin(client), token_of(client)
    sign_in(client, person())
    visitor = Client()
    response = visitor.get(link(token, language))
    assert response.status_code == 404
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "assessments" not in visitor.cookies
    onward = read(response).the("main").the("a").attributes["href"]
    assert onward == f"/{language}/accounts/login/?next={link(token, language)}"
    back = sign_in(visitor, person(), onward).headers["Location"]
    assert back == link(token, language)
    assert visitor.get(back).headers["Location"] == address(draft, "TECH/", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_signed_in_to_another_account_is_told_so_kindly_and_not_whose_it_is(
    client: Client, published: CatalogueVersion, language: str
) -> None:
    draft, token = begin(client), token_of(client)
    sign_in(client, person())
    Assessment.objects.update(title="marker-3f9c")
    bob = Client()
    enter(bob, person("bob"))
    response = bob.get(link(token, language))
    assert response.status_code == 404
    text = response.content.decode()
    assert [secret for secret in ("ada", "marker-3f9c", str(draft.uuid)) if secret in text] == []
    out = read(Client().get(link(token, language))).the("h1").words
    dead = read(Client().get(link("A" * 32, language))).the("h1").words
    assert len({read(response).the("h1").words, out, dead}) == 3
    assert send(bob, draft, "join").status_code == 404
    assert owner_of(draft) == person()


def test_a_link_that_has_ended_leads_nowhere_for_who_is_signed_in(client: Client, published: CatalogueVersion) -> None:
    other = Client()
    begin(other)
    enter(client, person())
    Assessment.objects.update(link_until=timezone.now())
    assert client.get(link(token_of(other))).status_code == 404
    assert "assessments" not in client.cookies


# By the button


def test_the_button_of_the_list_adds_one_and_leads_back_to_the_list(
    client: Client, published: CatalogueVersion
) -> None:
    draft, other = begin(client), begin(client)
    enter(client, person())
    response = send(client, draft, "join")
    assert (response.status_code, response.headers["Location"]) == (302, "/en/assessments/")
    assert [owner_of(draft), owner_of(other)] == [person(), None]
    assert len(told(client, "/en/assessments/")) == 1


def test_adding_twice_is_as_adding_once(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    enter(client, person())
    assert [send(client, draft, "join").status_code for _ in range(2)] == [302, 302]
    assert len(told(client, "/en/assessments/")) == 1


def test_who_is_not_signed_in_does_that_first(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    response = send(client, draft, "join")
    assert (response.status_code, response.headers["Location"]) == (302, "/en/accounts/login/?next=/en/assessments/")
    assert owner_of(draft) is None
    sign_in(client, person(), response.headers["Location"])
    assert owner_of(draft) == person()


@pytest.mark.parametrize("what", ["join", "release"])
def test_a_stranger_moves_nothing(client: Client, published: CatalogueVersion, what: str) -> None:
    draft, bob, nobody = begin(client), Client(), Client()
    enter(bob, person("bob"))
    begin(nobody)
    for claim in (None, person()):
        Assessment.objects.filter(pk=draft.pk).update(owner=claim)
        before = everything_stored()
        assert [send(stranger, draft, what).status_code for stranger in (bob, nobody)] == [404, 404]
        assert everything_stored() == before
    assert [client.get(address(draft, f"{what}/")).status_code, client.put(address(draft, f"{what}/")).status_code] == [
        405,
        405,
    ]


# Out again


def test_what_never_had_a_link_gets_one_to_copy_before_it_leaves_the_account(
    client: Client, published: CatalogueVersion
) -> None:
    enter(client, person())
    draft = begin(client)
    later = address(draft, "later/")
    assert read(client.get(later)).each("input", readonly="") == []
    response = send(client, draft, "release")
    assert (response.status_code, response.headers["Location"]) == (302, f"{later}?out=1")
    assert owner_of(draft) == person()
    assert read(client.get(later)).each("input", readonly="") == []
    page = read(client.get(f"{later}?out=1"))
    shown = page.the("input", id="link").attributes["value"]
    assert shown == f"http://testserver{link(token_of(client))}"
    assert Assessment.objects.get().token_sha256 == hash_token(token_of(client))
    assert page.the("form", method="post").attributes["action"] == address(draft, "release/")

    assert send(client, draft, "release").headers["Location"] == later
    assert owner_of(draft) is None
    page = read(client.get(later))
    assert page.the("input", id="link").attributes["value"] == shown
    assert page.the("form", method="post").attributes["action"] == address(draft, "join/")
    assert Client().get(shown.removeprefix("http://testserver")).status_code == 302


def test_who_had_the_link_from_before_the_account_is_kept_out_when_it_leaves(
    client: Client, published: CatalogueVersion
) -> None:
    draft, old = begin(client), token_of(client)
    sign_in(client, person())
    send(client, draft, "release")
    assert owner_of(draft) == person()
    send(client, draft, "release")
    assert owner_of(draft) is None
    assert Client().get(link(old)).status_code == 404
    assert Client().get(link(token_of(client))).headers["Location"] == address(draft, "TECH/")


def test_a_link_that_has_ended_is_made_anew_before_anything_leaves(client: Client, published: CatalogueVersion) -> None:
    draft, token = begin(client), token_of(client)
    sign_in(client, person())
    Assessment.objects.update(link_until=timezone.now())
    send(client, draft, "release")
    assert owner_of(draft) == person()
    assert token_of(client) != token
    assert Assessment.objects.get().link_works
    send(client, draft, "release")
    assert owner_of(draft) is None


def test_a_new_link_ends_the_old_one_that_another_computer_still_holds(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    sign_in(client, person())
    sign_out(client)
    home = Client()
    sign_in(home, person())
    for _ in range(2):
        send(home, draft, "release")
    assert owner_of(draft) is None
    assert statuses(client, draft) == {404}
    assert home.get(address(draft, "TECH/")).status_code == 200


def test_taking_out_what_is_in_no_account_changes_nothing(client: Client, published: CatalogueVersion) -> None:
    draft, token = begin(client), token_of(client)
    before = everything_stored()
    assert send(client, draft, "release").headers["Location"] == address(draft, "later/")
    assert (everything_stored(), token_of(client)) == (before, token)


def test_a_form_of_another_site_moves_nothing(client: Client, published: CatalogueVersion) -> None:
    draft = begin(client)
    enter(client, person())
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert [send(strict, draft, what).status_code for what in ("join", "release", "again")] == [403] * 3
    assert (owner_of(draft), Assessment.objects.count()) == (None, 1)


# Whichever way round

STEPS = ("start", "again", "sign in", "sign out", "open", "join", "release", "other browser")


@dataclass
class Ada:
    """One person with an account, two browsers, and a notebook in which they write every link that is shown to them."""

    browsers: tuple[Client, Client] = field(default_factory=lambda: (Client(), Client()))
    at: int = 0
    signed_in: list[bool] = field(default_factory=lambda: [False, False])
    notebook: list[str] = field(default_factory=list)

    @property
    def client(self) -> Client:
        return self.browsers[self.at]

    def does(self, step: str, which: int) -> None:
        """Take a step; `which` says with which assessment, of all there are."""
        getattr(self, step.replace(" ", "_"))(which)
        for one in Assessment.objects.all():
            self.note(self.client.get(address(one, "later/?out=1")))

    def note(self, response: Any) -> None:
        """Write down the link that a page shows, if it shows one."""
        self.notebook += re.findall(r"/resume/([\w-]{32})/", response.content.decode())

    def one(self, which: int) -> Assessment | None:
        made = list(Assessment.objects.order_by("pk"))
        return made[which % len(made)] if made else None

    def start(self, which: int) -> None:
        begin(self.client)

    def sign_in(self, which: int) -> None:
        if not self.signed_in[self.at]:
            sign_in(self.client, person())
            self.signed_in[self.at] = True

    def sign_out(self, which: int) -> None:
        if self.signed_in[self.at]:
            sign_out(self.client)
            self.signed_in[self.at] = False

    def open(self, which: int) -> None:
        if self.notebook:
            self.client.get(link(self.notebook[which % len(self.notebook)]))

    def other_browser(self, which: int) -> None:
        self.at = 1 - self.at

    def again(self, which: int) -> None:
        self.post(which, "again")

    def join(self, which: int) -> None:
        self.post(which, "join")

    def release(self, which: int) -> None:
        self.post(which, "release")

    def post(self, which: int, what: str) -> None:
        if one := self.one(which):
            assert send(self.client, one, what).status_code in (302, 404)

    @property
    def reachable(self) -> set[int]:
        """What they can open: by their account, or by a link in the notebook."""
        theirs = Assessment.objects.filter(owner=person()).values_list("pk", flat=True)
        by_link = Assessment.objects.visible_to(AnonymousUser(), self.notebook).values_list("pk", flat=True)
        return {*theirs, *by_link}


@contextmanager
def undone() -> Iterator[None]:
    """What is done inside is undone, so that each generated case begins with nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 9)), min_size=1, max_size=14))
def test_nothing_is_lost_whichever_way_round_and_a_stranger_reaches_none(
    published: CatalogueVersion, steps: list[tuple[str, int]]
) -> None:
    with undone():
        ada, bob, nobody = Ada(), Client(), Client()
        enter(bob, person("bob"))
        ada.does("start", 0)
        for step, which in steps:
            ada.does(step, which)
            made = list(Assessment.objects.all())
            assert ada.reachable == {one.pk for one in made}, step
            pages = [(stranger, one) for stranger in (bob, nobody) for one in made]
            assert [stranger.get(address(one, "later/")).status_code for stranger, one in pages] == [404] * len(pages)
            assert [send(bob, one, "join").status_code for one in made] == [404] * len(made)


@pytest.mark.parametrize(
    "steps",
    [
        ["start", "sign in", "sign out"],
        ["sign in", "start", "sign out"],
        ["start", "other browser", "sign in", "open", "join", "release", "release"],
        ["sign in", "start", "release", "release", "sign out", "sign in"],
        ["sign in", "start", "other browser", "sign in", "release", "other browser", "release", "release"],
    ],
)
def test_the_plain_ways_lose_nothing(published: CatalogueVersion, steps: list[str]) -> None:
    ada = Ada()
    for step in steps:
        ada.does(step, 0)
        assert len(ada.reachable) == Assessment.objects.count()
    assert Assessment.objects.count() == 1


def the_only(page: Element) -> str:
    """The number of the only assessment of a list."""
    return page.the("ol", class_="sittings").the("li").attributes["id"].removeprefix("a-")


def test_a_draft_begun_before_signing_in_is_the_one_in_the_list_after_it(
    client: Client, published: CatalogueVersion
) -> None:
    draft = begin(client)
    sign_in(client, person())
    assert the_only(read(client.get("/en/assessments/"))) == str(draft.uuid)
