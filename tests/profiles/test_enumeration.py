"""Whether an address has an account is told to whoever reads its mail, and to nobody else."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from profiles.models import User
from tests.profiles.accounts import (
    ADDRESS,
    OTHER_PASSWORD,
    PASSWORD,
    RESET,
    hashes,
    make,
    prove,
    sign_in,
    sign_up,
    signed_in,
)

pytestmark = pytest.mark.django_db
UNKNOWN = "k0@example.org"
OWN = ("Expires", "X-Request-ID")  # what every answer has anew
Act = Callable[[Client, str], Any]


def known(kind: str) -> str:
    """An address that has an account of some kind; as long as UNKNOWN."""
    emails = {"usual": "k1@example.org", "unconfirmed": "k2@example.org", "closed": "k3@example.org"}
    emails |= {"without a password": "k4@example.org", "staff": "k5@example.org", "asked for": "k6@example.org"}
    email = emails[kind]
    if kind == "asked for":
        other = make("mallory@example.org")
        EmailAddress.objects.create(user=other, email=email, verified=False, primary=False)
    else:
        make(
            email,
            None if kind == "without a password" else PASSWORD,
            confirmed=kind != "unconfirmed",
            is_active=kind != "closed",
            is_staff=kind == "staff",
        )
    return email


KINDS = ["usual", "unconfirmed", "closed", "without a password", "staff", "asked for"]


def seen_from_outside(act: Act, email: str) -> dict[str, Any]:
    """All that one can see, count or measure of an act and of the page that it leads to."""
    client = Client()
    mail.outbox.clear()
    with hashes() as hashed:
        first = act(client, email)
    pages = [first, *([client.get(first.headers["Location"])] if first.status_code == 302 else [])]
    return {
        "status": [page.status_code for page in pages],
        "headers": [sorted((name, text) for name, text in page.headers.items() if name not in OWN) for page in pages],
        "bodies": [plain(page.content.decode(), email) for page in pages],
        "cookies": sorted(client.cookies),
        "mails": [message.to == [email] for message in mail.outbox],
        "hashed": len(hashed),
    }


def plain(text: str, email: str) -> str:
    """A page without what differs by chance."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    return text.replace(email, "EMAIL")


def signing_up(client: Client, email: str) -> Any:
    return sign_up(client, email, OTHER_PASSWORD, display_name="Ada")


def signing_up_weakly(client: Client, email: str) -> Any:
    return sign_up(client, email, "too short")


def signing_in(client: Client, email: str) -> Any:
    return sign_in(client, email, OTHER_PASSWORD)


def resetting(client: Client, email: str) -> Any:
    return client.post(RESET, {"email": email})


@pytest.mark.parametrize("act", [signing_up, signing_up_weakly, signing_in, resetting])
@pytest.mark.parametrize("kind", KINDS)
def test_a_known_address_looks_like_an_unknown_one(kind: str, act: Act) -> None:
    email = known(kind)
    assert seen_from_outside(act, email) == seen_from_outside(act, UNKNOWN)


@pytest.mark.parametrize("act", [signing_up, signing_in, resetting])
@pytest.mark.parametrize("kind", KINDS)
def test_it_does_so_a_second_time_too(kind: str, act: Act) -> None:
    email = known(kind)
    for address in (email, UNKNOWN):
        act(Client(), address)
    assert seen_from_outside(act, email) == seen_from_outside(act, UNKNOWN)


@pytest.mark.parametrize("kind", KINDS)
def test_it_does_so_beyond_the_limit(kind: str) -> None:
    email = known(kind)
    for address in (email, UNKNOWN):
        for _ in range(9):
            signing_in(Client(), address)
    assert seen_from_outside(signing_in, email) == seen_from_outside(signing_in, UNKNOWN)
    later = [seen_from_outside(signing_in, address)["hashed"] for address in (email, UNKNOWN)]
    assert later == [0, 0]


@pytest.mark.parametrize("kind", KINDS)
def test_asking_for_the_address_of_another_account_looks_the_same(kind: str) -> None:
    email = known(kind)
    make("inside@example.org")
    found = []
    for address in (email, UNKNOWN):
        inside = signed_in("inside@example.org")
        prove(inside)
        mail.outbox.clear()
        response = inside.post(ADDRESS, {"action_add": "", "email": address})
        page = inside.get(response.headers["Location"])
        found.append((response.status_code, plain(page.content.decode(), address), [m.to for m in mail.outbox]))
    assert found[0][:2] == found[1][:2]
    assert [found[0][2], found[1][2]] == [[[email]], [[UNKNOWN]]]


def test_signing_up_with_a_known_address_changes_nothing_there(client: Client) -> None:
    known("usual")
    before = User.objects.values().get()
    signing_up(client, "k1@example.org")
    assert User.objects.values().get() == before


def test_what_happens_is_told_by_mail_alone() -> None:
    known("usual")
    subjects = []
    for act in (signing_up, resetting):
        for email in ("k1@example.org", UNKNOWN):
            mail.outbox.clear()
            act(Client(), email)
            User.objects.filter(email=UNKNOWN).delete()
            subjects += [message.subject for message in mail.outbox]
    assert len(set(subjects)) == 4


def test_an_address_that_somebody_asked_for_gets_no_link_to_their_account() -> None:
    email = known("asked for")
    resetting(Client(), email)
    (message,) = mail.outbox
    assert "/password/reset/key/" not in message.body
