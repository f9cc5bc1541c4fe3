import pytest
from django.db import IntegrityError, transaction

from profiles.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "a long sentence to remember"


def refused(**fields: str) -> bool:
    try:
        with transaction.atomic():
            User.objects.update(**fields)
    except IntegrityError:
        return True
    return False


def test_a_person_has_the_least_rights() -> None:
    ada = User.objects.create_user("ada@example.org", PASSWORD, display_name="Ada")
    assert (ada.is_active, ada.is_staff, ada.is_superuser, ada.language) == (True, False, False, "fr")
    assert str(ada) == "Ada"
    assert ada.check_password(PASSWORD)


def test_a_person_without_a_name_is_called_by_their_address() -> None:
    assert str(User.objects.create_user("ada@example.org")) == "ada@example.org"


def test_a_person_without_a_password_cannot_sign_in_with_one() -> None:
    ada = User.objects.create_user("ada@example.org")
    assert not ada.has_usable_password()
    assert not ada.check_password("")


def test_an_administrator_may_do_everything() -> None:
    root = User.objects.create_superuser("root@example.org", PASSWORD)
    assert (root.is_active, root.is_staff, root.is_superuser) == (True, True, True)
    assert root.check_password(PASSWORD)


@pytest.mark.parametrize("typed", ["ada@example.org", "Ada@Example.ORG", "  ADA@example.org\t"])
def test_an_address_is_one_person_whatever_its_capitals(typed: str) -> None:
    ada = User.objects.create_user(typed)
    assert ada.email == "ada@example.org"
    assert User.objects.get_by_natural_key(typed) == ada
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("adA@example.org")


@pytest.mark.parametrize("typed", [None, "", "  ", "eve@example.org"])
def test_an_unknown_address_is_nobody(typed: str | None) -> None:
    User.objects.create_user("ada@example.org")
    with pytest.raises(User.DoesNotExist):
        User.objects.get_by_natural_key(typed)


def test_a_form_cleans_an_address() -> None:
    ada = User(email="Ada@Example.org")
    ada.set_unusable_password()
    ada.full_clean()
    assert ada.email == "ada@example.org"


def test_the_database_refuses_what_the_form_refuses() -> None:
    User.objects.create_user("ada@example.org")
    assert refused(email="Ada@example.org")
    assert refused(language="de")
    assert refused(language="")
    assert not refused(language="en", email="bob@example.org")
