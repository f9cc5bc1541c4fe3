"""Change the address: the password is asked for first, and the new address takes over when it is proved."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from profiles.models import Event, User
from tests.people import read
from tests.profiles.accounts import (
    ACCOUNT,
    ADA,
    ADDRESS,
    PASSWORD,
    REAUTHENTICATE,
    is_signed_in,
    make,
    path_in,
    prove,
    sign_in,
    sign_up,
    signed_in,
)

pytestmark = pytest.mark.django_db
NEW = "new@example.org"


def proved() -> Client:
    """A browser in which Ada has signed in and given her password once more."""
    inside = signed_in()
    prove(inside)
    return inside


def change(inside: Client, email: str = NEW) -> Any:
    return inside.post(ADDRESS, {"action_add": "", "email": email})


def addresses() -> list[tuple[str, bool, bool]]:
    return list(EmailAddress.objects.order_by("pk").values_list("email", "verified", "primary"))


def test_the_password_is_asked_for_first_and_one_comes_back() -> None:
    make()
    inside = signed_in()
    asked = inside.get(ADDRESS)
    assert asked.headers["Location"] == f"{REAUTHENTICATE}?next={ADDRESS}"
    form = read(inside.get(asked.headers["Location"])).the("main").the("form", method="post")
    hidden = form.the("input", name="next").attributes["value"]
    assert inside.post(REAUTHENTICATE, {"password": PASSWORD, "next": hidden}).headers["Location"] == ADDRESS
    assert inside.get(ADDRESS).status_code == 200


def test_what_is_sent_without_that_changes_nothing_and_is_kept_nowhere() -> None:
    make()
    inside = signed_in()
    inside.cookies["assessments"] = "a-secret-link"
    assert change(inside, "kept@example.org").headers["Location"] == f"{REAUTHENTICATE}?next={ADDRESS}"
    assert addresses() == [(ADA, True, True)]
    assert [word for word in ("a-secret-link", "kept@example.org") if word in str(dict(inside.session))] == []
    prove(inside)
    assert addresses() == [(ADA, True, True)]


def test_a_new_address_waits_until_it_is_proved() -> None:
    make()
    inside = proved()
    assert change(inside).headers["Location"] == ADDRESS
    assert addresses() == [(ADA, True, True), (NEW, False, False)]
    assert User.objects.get().email == ADA
    assert [message.to for message in mail.outbox] == [[NEW]]
    page = read(inside.get(ADDRESS)).the("main")
    assert {ADA, NEW} <= {strong.words for strong in page.each("strong")}
    assert sign_in(Client(), ADA).status_code == 302


def test_it_takes_over_when_it_is_and_the_old_one_is_told() -> None:
    user = make()
    inside = proved()
    change(inside)
    response = inside.post(path_in())
    assert response.headers["Location"] == ACCOUNT
    assert User.objects.get().email == NEW
    assert addresses() == [(NEW, True, True)]
    assert mail.outbox[-1].to == [ADA]
    assert {ADA, NEW} <= set(mail.outbox[-1].body.split()) | {word.rstrip(".") for word in mail.outbox[-1].body.split()}
    assert Event.objects.filter(what="address", who=user).count() == 1
    assert is_signed_in(inside)
    assert is_signed_in(signed_in(NEW))
    assert sign_in(Client(), ADA).status_code == 200


def test_it_may_be_proved_in_another_browser() -> None:
    make()
    change(proved())
    assert Client().post(path_in()).headers["Location"] == "/en/accounts/login/"
    assert User.objects.get().email == NEW


def test_the_mail_is_sent_again_and_the_wish_taken_back() -> None:
    make()
    inside = proved()
    change(inside)
    assert read(inside.get(ADDRESS)).the("main").each("button", name="action_send")
    assert inside.post(ADDRESS, {"action_send": "", "email": NEW}).headers["Location"] == ADDRESS
    assert inside.post(ADDRESS, {"action_remove": "", "email": NEW}).headers["Location"] == ADDRESS
    assert addresses() == [(ADA, True, True)]
    assert inside.post(path_in(0)).status_code == 200
    assert User.objects.get().email == ADA


def test_a_second_wish_takes_the_place_of_the_first() -> None:
    make()
    inside = proved()
    change(inside, "first@example.org")
    change(inside, "second@example.org")
    assert addresses() == [(ADA, True, True), ("second@example.org", False, False)]


def test_the_only_address_stays_whatever_is_sent() -> None:
    make()
    inside = proved()
    for action in ("action_remove", "action_primary", "action_send"):
        assert inside.post(ADDRESS, {action: "", "email": ADA}).headers["Location"] == ADDRESS
    change(inside)
    for action, email in (("action_remove", ADA), ("action_primary", NEW), ("action_primary", "other@example.org")):
        assert inside.post(ADDRESS, {action: "", "email": email}).headers["Location"] == ADDRESS
    assert read(inside.get(ADDRESS)).each("p", role="status")
    assert addresses()[0] == (ADA, True, True)
    assert User.objects.get().email == ADA


@pytest.mark.parametrize(
    "email", ["", "ada", ADA, ADA.upper(), "\x00", "a\x00@example.org", f"{'a' * 243}@example.org", "x" * 200_000]
)
def test_what_cannot_be_taken_is_said_beside_its_field(email: str) -> None:
    make()
    page = read(change(proved(), email))
    assert page.the("div", role="alert").the("a").attributes["href"] == "#id_email"
    assert addresses() == [(ADA, True, True)]


def test_odd_forms_change_nothing() -> None:
    make()
    inside = proved()
    for data in ({}, {"email": NEW}, {"action_add[]": NEW}, {"action_remove": "", "email": "\x00"}):
        assert inside.post(ADDRESS, data).status_code == 302
    assert addresses() == [(ADA, True, True)]
    assert not mail.outbox


@pytest.mark.parametrize("confirmed", [True, False])
def test_the_address_of_another_account_is_never_taken_over(confirmed: bool) -> None:
    make()
    make(NEW, confirmed=confirmed)
    inside = proved()
    change(inside)
    response = inside.post(path_in(), follow=True)
    assert response.status_code == 200
    assert sorted(User.objects.values_list("email", flat=True)) == [ADA, NEW]
    assert sign_in(Client(), ADA).headers["Location"] == "/en/assessments/"


def test_an_address_taken_meanwhile_is_refused_in_another_browser_too() -> None:
    make()
    change(proved())
    link = path_in()
    sign_up(Client(), NEW)
    page = read(Client().post(link, follow=True))
    assert len(page.each("p", role="status", class_="panel")) == 1
    assert sorted(User.objects.values_list("email", flat=True)) == [ADA, NEW]


def test_a_link_that_another_account_has_proved_meanwhile_says_so() -> None:
    make()
    change(proved())
    EmailAddress.objects.create(user=make("bob@example.org"), email=NEW, verified=True)
    main = read(Client().get(path_in())).the("main")
    assert main.each("form") == []
    assert NEW in main.words


def test_the_links_of_others_are_not_known_here() -> None:
    make()
    make("bob@example.org")
    inside = proved()
    for action in ("action_remove", "action_primary", "action_send"):
        inside.post(ADDRESS, {action: "", "email": "bob@example.org"})
    assert EmailAddress.objects.filter(email="bob@example.org", verified=True).exists()
    assert not mail.outbox


def test_the_proof_ends_after_five_minutes() -> None:
    make()
    inside = proved()
    session = inside.session
    session["account_authentication_methods"] = [
        one | {"at": one["at"] - 301} for one in session["account_authentication_methods"]
    ]
    session.save()
    assert inside.get(ADDRESS).status_code == 302


@pytest.mark.parametrize("odd", ["", "\x00", "x" * 200_000, "\ufffd", "wrong"])
def test_only_the_right_password_is_a_proof(odd: str) -> None:
    make()
    inside = signed_in()
    page = read(inside.post(REAUTHENTICATE, {"password": odd}))
    assert page.the("div", role="alert").the("a").attributes["href"] == "#id_password"
    assert inside.get(ADDRESS).status_code == 302
