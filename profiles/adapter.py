"""How django-allauth does things here: its words, its links, its mails, what it writes to the log."""

import base64
import hashlib
import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from careerquiz.client import address_of
from profiles.models import Event, User

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts: the same answer for known and unknown addresses, links that begin with BASE_URL."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This is the address of your account already."),
        "email_password_mismatch": _("The address and the password do not match."),
        "email_taken": _("This address cannot be used."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not right, or has expired."),
        "incorrect_password": _("This is not your password."),
        "invalid_or_expired_key": _("This link has expired or was used already."),
        "invalid_password_reset": _("This link has expired or was used already."),
        "too_many_login_attempts": _("Too many attempts. Please wait an hour, or choose a new password."),
        "rate_limited": _("Too many attempts. Please wait a little."),
        "same_as_current": _("This is the same as now."),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address."""
        return address_of(request)

    def format_email_subject(self, subject: str) -> str:
        """The subject as it is written: the sender says whose mail it is."""
        return subject

    def save_user(self, request: HttpRequest, user: User, form: forms.Form, commit: bool = True) -> User:
        """A new account speaks the language of the page it was made on."""
        user.language = get_language() or "fr"
        return super().save_user(request, user, form, commit)  # type: ignore[no-any-return]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt before anything is hashed. Raises ValidationError, and tells the log, beyond the limit."""
        try:
            super().pre_authenticate(request, **credentials)
        except forms.ValidationError:
            about = User.objects.filter(email=credentials.get("email", "").lower()).first()
            Event.objects.record("sign-in-blocked", about=about, address=address_of(request))
            raise

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Where a new password is chosen."""
        uid, token = key.split("-", 1)
        return _link("account_reset_password_from_key", uid, token)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """Where an address is confirmed."""
        return _link("account_confirm_email", emailconfirmation.key)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail. A server that does not take it is told to the log, and to nobody who could learn from it."""
        message = self.render_mail(template_prefix, email, context | {"email": email, "base_url": settings.BASE_URL})
        try:
            message.send()
        except (OSError, SMTPException) as error:
            logger.error("a mail could not be sent: %s", type(error).__name__)


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: encrypted in the database, and never all gone from staff."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Staff need a second factor: add another before you remove this one."),
        "cannot_generate_recovery_codes": _("Recovery codes need a second factor."),
        "incorrect_code": _("This code is not right, or has expired."),
        "unverified_email": _("Confirm your address first."),
    }

    def encrypt(self, text: str) -> str:
        """A secret as the database keeps it."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether it may go: the last of staff may not."""
        others = Authenticator.objects.filter(user=authenticator.user_id).exclude(pk=authenticator.pk)
        has_other = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return has_other or not authenticator.user.is_staff


def _link(name: str, *args: str) -> str:
    return settings.BASE_URL + reverse(name, args=args)


def _cipher() -> MultiFernet:
    """A cipher whose key follows from the site's; what an old key of the site encrypted can still be read."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"careerquiz.factor" + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
