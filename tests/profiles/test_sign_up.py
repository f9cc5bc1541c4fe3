"""Sign up: an address, a password, a name if one likes, and nothing else."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db.models.signals import pre_save
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from profiles.models import Event, User
from tests.databases import at_once
from tests.people import read
from tests.profiles.accounts import (
    ADA,
    ADDRESS,
    OTHER_PASSWORD,
    PASSWORD,
    SIGN_UP,
    hashes,
    is_signed_in,
    make,
    path_in,
    said,
    sign_in,
    sign_up,
    signed_in,
)

pytestmark = pytest.mark.django_db
SENT = "/en/accounts/confirm-email/"


def confirm(client: Client) -> str:
    """Open the link of the last mail and say yes; answers where one gets to."""
    path = path_in()
    (form,) = read(client.get(path)).the("main").each("form", method="post")
    response = client.post(form.attributes.get("action") or path)
    assert response.status_code == 302
    return response.headers["Location"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_asks_address_password_and_a_name_and_nothing_else(client: Client, language: str) -> None:
    page = read(client.get(f"/{language}/accounts/signup/")).the("main")
    fields = {e.attributes["name"]: e.attributes["type"] for e in page.each("input")}
    assert fields.pop("csrfmiddlewaretoken") == "hidden"
    assert fields == {"email": "email", "password1": "password", "display_name": "text"}
    assert [(label.attributes["for"], bool(label.words)) for label in page.each("label")] == [
        ("id_email", True),
        ("id_password1", True),
        ("id_display_name", True),
    ]


def test_it_says_that_none_is_needed_and_where_the_notice_is(client: Client) -> None:
    page = read(client.get(SIGN_UP)).the("main")
    assert page.each("a", href="/en/privacy/")
    assert "need none" in page.the("p", class_="lead").words


def test_an_account_is_made_and_waits_for_its_address(client: Client) -> None:
    response = sign_up(client, "Ada@Example.org", display_name="Ada L.")
    assert (response.status_code, response.headers["Location"]) == (302, SENT)
    user = User.objects.get()
    assert (user.email, user.display_name, user.is_active, user.is_staff) == (ADA, "Ada L.", True, False)
    assert user.check_password(PASSWORD)
    address = EmailAddress.objects.get()
    assert (address.email, address.verified, address.primary) == (ADA, False, True)
    assert [message.to for message in mail.outbox] == [[ADA]]
    assert not is_signed_in(client)
    assert list(Event.objects.values_list("what", "who")) == [("sign-up", user.pk)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_speaks_the_language_of_the_page_and_keeps_it(client: Client, language: str) -> None:
    response = sign_up(client, language=language)
    assert response.headers["Location"] == f"/{language}/accounts/confirm-email/"
    assert User.objects.get().language == language
    assert path_in().startswith(f"/{language}/")


def test_a_name_may_be_left_out(client: Client) -> None:
    sign_up(client)
    assert User.objects.get().display_name == ""


def test_who_confirms_in_the_same_browser_is_signed_in(client: Client) -> None:
    sign_up(client)
    assert confirm(client) == "/en/assessments/"
    assert is_signed_in(client)
    assert EmailAddress.objects.get().verified


def test_who_confirms_in_another_browser_is_told_to_sign_in(client: Client) -> None:
    sign_up(client)
    other = Client()
    assert confirm(other) == "/en/accounts/login/"
    told = [message.words for message in read(other.get("/en/accounts/login/")).each("p", class_="panel")]
    assert len(told) == 2  # confirmed; now sign in
    assert not is_signed_in(other)
    assert is_signed_in(signed_in())


def test_reading_the_link_confirms_nothing(client: Client) -> None:
    sign_up(client)
    assert (client.get(path_in()).status_code, client.head(path_in()).status_code) == (200, 200)
    assert not EmailAddress.objects.get().verified


def test_a_link_that_was_used_says_so(client: Client) -> None:
    sign_up(client)
    confirm(client)
    for response in (client.get(path_in()), client.post(path_in()), Client().get(path_in())):
        assert response.status_code == 200
        assert read(response).the("main").each("form") == []


def test_opening_the_link_of_another_account_signs_nobody_out_but_confirming_does(client: Client) -> None:
    make("bob@example.org")
    bob = signed_in("bob@example.org")
    sign_up(client)
    bob.get(path_in())
    assert is_signed_in(bob)
    confirm(bob)
    assert not is_signed_in(bob)


def test_signing_in_without_having_confirmed_sends_the_mail_once_more(client: Client) -> None:
    make(confirmed=False)
    response = sign_in(client)
    assert (response.status_code, response.headers["Location"]) == (302, SENT)
    assert not is_signed_in(client)
    assert confirm(client) == "/en/assessments/"
    assert is_signed_in(client)


def test_who_is_signed_in_has_an_account(client: Client) -> None:
    make()
    assert signed_in().get(SIGN_UP).headers["Location"] == "/en/assessments/"


WRONG = [
    {"email": ""},
    {"email": "ada"},
    {"email": "ada@example"},
    {"email": '"ada lovelace"@example.org'},
    {"email": '"\x01"@example.org'},
    {"email": "ada@example.org\x00"},
    {"email": "ada\r\nBcc: bob@example.org@example.org"},
    {"email": f"{'a' * 243}@example.org"},
    {"email": f"{'a' * 400}@example.org"},
    {"email": f"ada@{'é' * 62}.org"},
    {"email": "ada@\u0130" + "\u0130" * 200 + ".org"},
    {"email": "x" * 200_000},
    {"email": "\ufffd@example.org"},
    {"password1": ""},
    {"password1": "x\x00" * 20},
    {"display_name": "a\nb"},
    {"display_name": "a\x00b"},
    {"display_name": "a\u2028b"},
    {"display_name": "x" * 81},
    {"display_name": "x" * 200_000},
]


@pytest.mark.parametrize("changes", WRONG, ids=lambda changes: repr(changes)[:40])
def test_what_cannot_be_taken_is_said_beside_its_field(client: Client, changes: dict[str, str]) -> None:
    response = client.post(SIGN_UP, {"email": ADA, "password1": PASSWORD} | changes)
    (name,) = changes
    assert response.status_code == 200
    page = read(response)
    assert page.the("div", role="alert").the("a").attributes["href"] == f"#id_{name}"
    assert page.the("input", name=name).attributes["aria-invalid"] == "true"
    assert page.the("title").words.startswith("Error")
    assert not User.objects.exists()
    assert not mail.outbox


def test_the_longest_address_is_taken_as_it_is(client: Client) -> None:
    longest = f"{'a' * 242}@example.org"
    assert sign_up(client, longest).status_code == 302
    assert User.objects.get().email == EmailAddress.objects.get().email == longest


@pytest.mark.parametrize("email", ["o'brien@example.org", "zoé@exämple.org", "ada@exämple.org", "ada+cv@example.org"])
def test_an_odd_address_gets_its_mail_or_is_refused(client: Client, email: str) -> None:
    response = sign_up(client, email)
    assert (response.status_code, len(mail.outbox)) in ((302, 1), (200, 0))
    if mail.outbox:
        assert email in mail.outbox[0].to
        assert "&#" not in str(mail.outbox[0].body)


def test_a_password_is_never_sent_back(client: Client) -> None:
    response = sign_up(client, "ada")
    assert PASSWORD not in response.content.decode()
    assert read(response).the("input", name="email").attributes["value"] == "ada"


def test_arrays_and_other_fields_are_nothing_to_it(client: Client) -> None:
    data = {"email": ["x", ADA], "password1": [PASSWORD, OTHER_PASSWORD], "email[]": "x", "is_staff": "on", "user": "1"}
    assert client.post(SIGN_UP, data).status_code == 302
    user = User.objects.get()
    assert (user.is_staff, user.check_password(OTHER_PASSWORD)) == (False, True)


def test_an_address_that_somebody_only_asked_for_can_still_sign_up(client: Client) -> None:
    mallory = make("mallory@example.org")
    EmailAddress.objects.create(user=mallory, email=ADA, verified=False, primary=False)
    sign_up(client)
    assert User.objects.filter(email=ADA).exists()
    assert confirm(client) == "/en/assessments/"
    assert list(EmailAddress.objects.filter(email=ADA, verified=True).values_list("user__email", flat=True)) == [ADA]


def test_the_same_address_twice_at_once_makes_one_account(separate_connections: None) -> None:
    answers = at_once(*[lambda: sign_up(Client()).status_code for _ in range(4)])
    assert answers == [302] * 4
    assert User.objects.count() == EmailAddress.objects.count() == 1


def test_who_is_slower_by_a_moment_sees_the_same_and_changes_nothing(client: Client) -> None:
    def sooner(**_: object) -> None:
        User.objects.bulk_create([User(email=ADA, display_name="Ada")])

    pre_save.connect(sooner, sender=User)
    try:
        response = sign_up(client, display_name="Eve")
    finally:
        pre_save.disconnect(sooner, sender=User)
    assert (response.status_code, response.headers["Location"]) == (302, SENT)
    assert not User.objects.filter(display_name="Eve").exists()
    assert [message.to for message in mail.outbox] == [[ADA]]


def test_the_page_needs_few_queries(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_max_num_queries(2):
        client.get(SIGN_UP)


def test_the_address_to_sign_up_with_may_stand_in_the_link(client: Client) -> None:
    page = read(client.get(SIGN_UP, {"email": ADA}))
    assert page.the("input", name="email").attributes["value"] == ADA
    for odd in ("x" * 7_000, "\x00", "'\"<script>", "ada@"):
        field = read(client.get(SIGN_UP, {"email": odd})).the("input", name="email")
        assert "value" not in field.attributes


def test_a_common_password_is_hashed_nowhere(client: Client) -> None:
    with hashes() as seen:
        assert said(sign_up(client, password="passwordpassword"))
    assert seen == []


def test_changing_the_address_is_not_open_to_who_has_not_confirmed(client: Client) -> None:
    sign_up(client)
    assert client.get(ADDRESS).headers["Location"].startswith("/en/accounts/login/")
