"""What the adapter of accounts decides by itself, without a page."""

from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.db import IntegrityError
from django.test import RequestFactory
from django.utils.http import MAX_URL_LENGTH

from profiles.adapter import AccountAdapter
from profiles.models import Event, User
from tests.people import enter
from tests.profiles.accounts import ADA, PASSWORD, make, sign_in, signed_in
from tests.profiles.test_admin import LIST, new

LONGEST = "/" + "x" * (MAX_URL_LENGTH - 1)


@pytest.mark.parametrize("path", ["/", "/en/", "/en/plan/?a=b&c=//d#e", "/é", "/a//b", LONGEST])
def test_a_path_of_this_site_is_one_to_go_on_to(path: str) -> None:
    assert AccountAdapter().is_safe_url(path)


@pytest.mark.parametrize("path", ["", "x", "//x", "/\\x", "http://testserver/", " /", LONGEST + "x"])
def test_nothing_else_is(path: str) -> None:
    assert not AccountAdapter().is_safe_url(path)


def test_attempts_are_counted_by_account_and_nothing_else() -> None:
    adapter, request = AccountAdapter(), RequestFactory().get("/")
    assert adapter._get_login_attempts_cache_key(request, email="Ada@Example.org", password="x") == ADA
    assert adapter._get_login_attempts_cache_key(request) == ""


@pytest.mark.django_db
def test_an_account_is_never_made_twice() -> None:
    class Form:
        cleaned_data = {"email": ADA, "password1": PASSWORD, "display_name": "Eve"}

    form: Any = Form()
    make(display_name="Ada")
    with pytest.raises(IntegrityError):
        AccountAdapter().save_user(RequestFactory().post("/"), User(), form)
    assert User.objects.get().display_name == "Ada"


# Where an administrator gives the address


@pytest.mark.django_db
@pytest.mark.ignore_template_errors
def test_an_account_that_an_administrator_made_proves_its_address(client: Any) -> None:
    enter(client, User.objects.create_superuser("root@example.org"))
    client.post(f"{LIST}add/", new())
    address = EmailAddress.objects.get(email=ADA)
    assert (address.verified, address.primary) == (False, True)
    client.logout()
    assert sign_in(client, password=new()["password1"]).headers["Location"] == "/en/accounts/confirm-email/"


@pytest.mark.django_db
@pytest.mark.ignore_template_errors
def test_an_address_that_an_administrator_changed_opens_nothing_more(client: Any) -> None:
    ada = make()
    EmailAddress.objects.create(user=ada, email="wished@example.org")
    enter(client, User.objects.create_superuser("root@example.org"))
    data = {"email": "new@example.org", "display_name": "", "language": "en", "is_active": "on"}
    assert client.post(f"{LIST}{ada.pk}/change/", data).status_code == 302
    assert [address.email for address in EmailAddress.objects.filter(user=ada)] == ["new@example.org"]
    assert Event.objects.filter(what="address", about=ada).count() == 1
    client.logout()
    assert sign_in(client, ADA).status_code == 200
    assert sign_in(client, "new@example.org").headers["Location"] == "/en/accounts/confirm-email/"


@pytest.mark.django_db
@pytest.mark.ignore_template_errors
def test_other_changes_of_an_administrator_leave_the_address_proved(client: Any) -> None:
    ada = make()
    enter(client, User.objects.create_superuser("root@example.org"))
    data = {"email": ADA, "display_name": "Countess", "language": "en", "is_active": "on"}
    assert client.post(f"{LIST}{ada.pk}/change/", data).status_code == 302
    signed_in()
