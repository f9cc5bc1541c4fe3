"""Remove the second factors of somebody who lost them."""

from argparse import ArgumentParser
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import translation

from profiles.models import Event, User
from profiles.sessions import end_sessions


class Command(BaseCommand):
    """`manage.py reset_factors EMAIL`."""

    help = (
        "Remove the second factors of an account, for somebody who lost their phone and their recovery codes. Make "
        "sure first, other than by mail, that it is they who ask. They are signed out everywhere and told by mail."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whose."""
        parser.add_argument("email", help="the address of the account")

    def handle(self, *, email: str, **options: Any) -> None:
        """One line that says what was done."""
        try:
            person = User.objects.get_by_natural_key(email)
        except User.DoesNotExist as error:
            raise CommandError(f"there is no account of {email!r}") from error
        with transaction.atomic():
            removed, _ = Authenticator.objects.filter(user=person).delete()
            end_sessions(person)
            Event.objects.record("factor", about=person)
        tell(person)
        self.stdout.write(f"{removed} removed; signed out everywhere; told by mail")


def tell(person: User) -> None:
    """Write to them, in their language."""
    with translation.override(person.language):
        context = {"factors_url": settings.BASE_URL + reverse("mfa_index")}
        get_adapter().send_mail("mfa/email/factors_reset", person.email, context)
