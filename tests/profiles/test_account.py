"""The account: its own page, and what holds of all its pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.account.models import EmailAddress
from django import forms
from django.db import connection
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern
from django.utils.translation import override

from profiles import forms as ours
from profiles.adapter import AccountAdapter
from profiles.models import Event, User
from profiles.urls import urlpatterns
from tests.people import enter, everything_stored, read
from tests.processes import ROOT
from tests.profiles.accounts import (
    ACCOUNT,
    ADA,
    ADDRESS,
    CHANGE,
    PASSWORD,
    REAUTHENTICATE,
    RESET,
    SIGN_IN,
    SIGN_OUT,
    SIGN_UP,
    make,
    signed_in,
)

OF_ALLAUTH = Path(allauth.__file__).parent / "templates"
# What this site does not offer: codes by mail, telephones, signing up by a passkey, closing sign-up. The last of these
# is sent by nobody.
NOT_OFFERED = ("code", "phone", "signup_by_passkey", "signup_closed", "email_confirm_")
OPEN = [SIGN_UP, SIGN_IN, RESET, f"{RESET}done/", f"{RESET}key/done/", f"{RESET}key/1-x/"]
OPEN += ["/en/accounts/inactive/", "/en/accounts/confirm-email/", "/en/accounts/confirm-email/x/"]
INSIDE = [ACCOUNT, SIGN_OUT, CHANGE, REAUTHENTICATE, ADDRESS]


# Its page


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_leads_to_everything_about_the_account(language: str) -> None:
    make()
    page = read(signed_in().get(f"/{language}/accounts/")).the("main")
    links = {a.attributes["href"].removeprefix(f"/{language}/accounts/") for a in page.each("a")}
    assert {"email/", "password/change/", "2fa/", "sessions/", "data.json", "erase/"} <= links
    assert ADA in page.words


@pytest.mark.django_db
def test_name_and_language_are_changed() -> None:
    make(language="en")
    inside = signed_in()
    response = inside.post(ACCOUNT, {"display_name": " Ada L. ", "language": "fr"})
    assert (response.status_code, response.headers["Location"]) == (302, ACCOUNT)
    assert list(User.objects.values_list("display_name", "language")) == [("Ada L.", "fr")]
    page = read(inside.get(ACCOUNT))
    assert page.the("input", name="display_name").attributes["value"] == "Ada L."
    assert page.the("p", role="status").words


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"display_name": "x" * 81},
        {"display_name": "a\nb"},
        {"display_name": "a\x00b"},
        {"display_name": "a\x1bb"},
        {"display_name": "x" * 200_000},
        {"language": ""},
        {"language": "de"},
        {"language": "\x00"},
        {"language": "fr\n"},
    ],
    ids=lambda changes: repr(changes)[:40],
)
def test_what_cannot_be_taken_is_said_beside_its_field(changes: dict[str, str]) -> None:
    make(language="en", display_name="Ada")
    response = signed_in().post(ACCOUNT, {"display_name": "Grace", "language": "fr"} | changes)
    (name,) = changes
    assert response.status_code == 200
    assert read(response).the("div", role="alert").the("a").attributes["href"] == f"#id_{name}"
    assert list(User.objects.values_list("display_name", "language")) == [("Ada", "en")]


@pytest.mark.django_db
def test_any_name_is_text() -> None:
    name = "<b>Zoë</b> & {{ x }} \N{WOMAN}\u200d\N{PERSONAL COMPUTER}"
    make()
    inside = signed_in()
    inside.post(ACCOUNT, {"display_name": name, "language": "fr"})
    assert User.objects.get().display_name == name
    assert read(inside.get(ACCOUNT)).the("input", name="display_name").attributes["value"] == name


@pytest.mark.django_db
def test_nothing_else_can_be_changed_here() -> None:
    user = make()
    more = {"email": "x@example.org", "is_staff": "on", "is_superuser": "on", "is_active": "", "password": "x"}
    signed_in().post(ACCOUNT, {"display_name": "", "language": "fr"} | more)
    found = User.objects.get()
    assert (found.email, found.is_staff, found.is_superuser, found.is_active) == (ADA, False, False, True)
    assert found.password == user.password


@pytest.mark.django_db
def test_a_slip_does_not_rename_the_person_on_the_page() -> None:
    make(display_name="Ada")
    inside = signed_in()
    page = read(inside.post(ACCOUNT, {"display_name": "Grace", "language": ""}))
    assert page.the("input", name="display_name").attributes["value"] == "Grace"
    assert User.objects.get().display_name == "Ada"


# All its pages


def sides(client: Client) -> Iterator[tuple[Client, str]]:
    """Every page, with a browser that may see it."""
    make()
    inside = signed_in()
    inside.post(REAUTHENTICATE, {"password": PASSWORD})
    yield from ((client, path) for path in OPEN)
    yield from ((inside, path) for path in INSIDE)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_is_one_of_the_site_in_its_language(client: Client, language: str) -> None:
    for browser, path in sides(client):
        response = browser.get(path.replace("/en/", f"/{language}/"))
        assert response.status_code == 200, path
        page = read(response)
        assert page.the("html").attributes["lang"] == language
        assert len(page.each("h1")) == 1
        assert page.the("title").words.endswith(" – careerquiz")
        assert page.each("footer")
        labelled = {label.attributes["for"] for label in page.each("label")}
        asked = [e for e in page.the("main").each("input") if e.attributes["type"] != "hidden"]
        assert {field.attributes["id"] for field in asked} <= labelled
        assert not [field for field in asked if "placeholder" in field.attributes]


@pytest.mark.django_db
def test_every_page_is_kept_out_of_caches_and_searches(client: Client) -> None:
    for browser, path in sides(client):
        for response in (browser.get(path), browser.head(path)):
            assert "no-store" in response.headers["Cache-Control"], path
            assert response.headers["X-Robots-Tag"] == "noindex, nofollow", path


@pytest.mark.django_db
def test_a_page_is_read_in_three_ways_and_no_other(client: Client) -> None:
    for browser, path in sides(client):
        head = browser.head(path)
        assert (head.status_code, head.content) == (browser.get(path).status_code, b""), path
        for method in ("put", "patch", "delete", "options", "trace"):
            assert getattr(browser, method)(path).status_code == 405, path


@pytest.mark.django_db
def test_reading_a_page_changes_nothing(client: Client) -> None:
    pages = list(sides(client))
    before = without_sessions()
    for browser, path in pages:
        browser.get(path)
        browser.head(path)
    assert without_sessions() == before


def without_sessions() -> list[str]:
    return [line for line in everything_stored().splitlines() if not line.startswith("django_session ")]


@pytest.mark.django_db
def test_who_is_not_signed_in_sees_no_page_of_an_account(client: Client) -> None:
    for path in (ACCOUNT, CHANGE, REAUTHENTICATE, ADDRESS):
        assert client.get(path).headers["Location"] == f"{SIGN_IN}?next={path}"


@pytest.mark.django_db
def test_no_form_is_taken_from_another_site() -> None:
    make()
    inside = Client(enforce_csrf_checks=True)
    inside.cookies = signed_in().cookies
    for path in [*OPEN[:3], *INSIDE]:
        assert inside.post(path).status_code == 403, path


@pytest.mark.django_db
def test_every_page_needs_a_few_queries_however_many_addresses_there_are(
    client: Client,
) -> None:
    pages = list(sides(client))
    user = User.objects.get()
    before = [queries(browser, path) for browser, path in pages]
    for number in range(20):
        EmailAddress.objects.create(user=user, email=f"other{number}@example.org")
        Event.objects.record("sign-in", user)
    assert [queries(browser, path) for browser, path in pages] == before
    assert max(before) <= 9  # two of them for session and user


def queries(browser: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        browser.get(path)
    return len(seen)


@pytest.mark.django_db
def test_who_has_no_way_to_prove_who_they_are_is_told_kindly(client: Client) -> None:
    enter(client, make(password=None))
    assert client.get(REAUTHENTICATE).status_code == 403
    assert client.get(ADDRESS).status_code == 200


# No sentence of django-allauth reaches anybody


def used_templates() -> Iterator[str]:
    """The templates that the views behind our addresses name."""
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        view: Any = getattr(pattern.callback, "view_class", None)
        names = [name for name in ("template_name", "template_name_signup_closed") if getattr(view, name, None)]
        yield from (getattr(view, name) for name in names)
    yield from ("account/verification_sent.html", "429.html")


def texts() -> Iterator[str]:
    """The messages and mails that django-allauth may send."""
    for folder in ("account/messages", "account/email", "mfa/messages", "mfa/email"):
        for path in sorted((OF_ALLAUTH / folder).glob("*.txt")):
            yield str(path.relative_to(OF_ALLAUTH))


def is_offered(name: str) -> bool:
    return not any(word in Path(name).name.removeprefix("recovery_codes") for word in NOT_OFFERED)


def offered(names: Iterator[str]) -> list[str]:
    return sorted({name for name in names if is_offered(name)})


@pytest.mark.parametrize("name", offered(used_templates()) + offered(texts()))
def test_a_template_is_ours(name: str) -> None:
    origin = Path(get_template(name).template.origin.name)  # type: ignore[attr-defined]
    assert origin.is_relative_to(ROOT / "templates")


def test_the_walk_finds_the_pages() -> None:
    found = offered(used_templates())
    assert {"account/login.html", "account/signup.html", "account/email_change.html", "mfa/index.html"} <= set(found)
    assert len(found) > 20


def test_no_template_of_ours_takes_in_one_of_theirs() -> None:
    for path in (ROOT / "templates").rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert not [
                word for word in ("allauth/", "{% element", "{% load account", "{% load allauth") if word in text
            ]


ACCOUNT_FORMS = [
    ours.SignUpForm,
    ours.SignInForm,
    ours.ReauthenticateForm,
    ours.AddressForm,
    ours.ChangePasswordForm,
    ours.SetPasswordForm,
    ours.ResetForm,
    ours.NewPasswordForm,
]


@pytest.mark.parametrize("kind", ACCOUNT_FORMS)
def test_labels_and_help_of_a_field_are_ours(kind: type[forms.Form]) -> None:
    needs_user = (ours.ReauthenticateForm, ours.AddressForm, ours.ChangePasswordForm, ours.SetPasswordForm)
    with override("en"):
        form = kind(user=User()) if issubclass(kind, needs_user) else kind()
        known = {str(text) for text in (*ours.Worded.LABELS.values(), *kind.LABELS.values())}  # type: ignore[attr-defined]
        help_texts = {"", *(str(text) for text in kind.HELP.values())}  # type: ignore[attr-defined]
        assert {str(field.label) for field in form.fields.values()} <= known
        assert {str(field.help_text) for field in form.fields.values()} <= help_texts


def test_errors_are_ours() -> None:
    from allauth.account.adapter import DefaultAccountAdapter

    theirs = {
        name
        for name, text in AccountAdapter.error_messages.items()
        if text is DefaultAccountAdapter.error_messages.get(name)
    }
    assert theirs == {
        "invalid_login",
        "max_email_addresses",
        "phone_password_mismatch",
        "phone_taken",
        "select_only_one",
        "unknown_email",
        "unknown_phone",
        "username_blacklisted",
        "username_password_mismatch",
        "username_taken",
    }  # of telephones, names and several addresses, which nobody has here, and of an address that would be given away
