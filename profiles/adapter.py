"""How django-allauth does things here: its words, its links, its mails, what it writes to the log."""

import base64
import logging
import secrets
from contextlib import suppress
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.html import format_html
from django.utils.http import MAX_URL_LENGTH, url_has_allowed_host_and_scheme
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from careerquiz.client import address_of
from profiles.attempts import blocked
from profiles.models import User

logger = logging.getLogger(__name__)
NONCE = 12  # bytes, as AES-GCM is made for
WAYS = {
    "reauthenticate": _("With your password"),
    "mfa_reauthenticate": _("With a code of your app, or a recovery code"),
    "mfa_reauthenticate:webauthn": _("With a passkey"),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts: the same answer for known and unknown addresses, links that begin with BASE_URL."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("This account is closed."),
        "cannot_remove_primary_email": _("An account needs an address: add another before you remove this one."),
        "duplicate_email": _("You have given this address already."),
        "email_password_mismatch": _("The address and the password do not match."),
        "email_taken": _("This address cannot be used."),
        "enter_current_password": _("This is not your current password."),
        "incorrect_code": _("This code is not right, or has expired."),
        "incorrect_password": _("This is not your password."),
        "invalid_or_expired_key": _("This link has expired or was used already."),
        "invalid_password_reset": _("This link has expired or was used already."),
        "too_many_login_attempts": _("Too many attempts. Please wait an hour, or choose a new password."),
        "unverified_primary_email": _("Confirm your address first."),
        "rate_limited": _("Too many attempts. Please wait a little."),
        "same_as_current": _("This is the same as now."),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address."""
        return address_of(request)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: every answer is a page."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Whether to go on to an address: only ever to a path of this site, and no longer than a redirect takes."""
        is_path = url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)
        return is_path and len(iri_to_uri(url)) <= MAX_URL_LENGTH

    def save_user(self, request: HttpRequest, user: User, form: forms.Form, commit: bool = True) -> User:
        """Make an account that speaks the language of the page it was made on. Raises IntegrityError if there is one.

        The password is hashed before the transaction begins, since who else writes would wait for it.
        """
        user.language = get_language() or "fr"
        user.display_name = form.cleaned_data["display_name"]
        super().save_user(request, user, form, commit=False)
        with transaction.atomic():
            user.save()
        return user

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Mark an address as proved. Where another account has it, one that never proved it too, it is not."""
        try:
            with transaction.atomic():
                User.objects.filter(pk=email_address.user_id).update(email=email_address.email)
        except IntegrityError:
            context = {"email": email_address.email}
            self.add_message(request, messages.ERROR, "account/messages/email_confirmation_failed.txt", context)
            return False
        return super().confirm_email(request, email_address)  # type: ignore[no-any-return]

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        """On to the account, or, in a browser where nobody is signed in, to the page to sign in on."""
        if self.request.user.is_authenticated:
            return reverse("account")
        if email_address.verified:
            messages.info(self.request, _("Now sign in with this address and your password."))
        return reverse("account_login")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the account."""
        return reverse("account")

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        """The ways to prove who one is, in our words."""
        return [way | {"description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the attempt before anything is hashed. Raises ValidationError, and tells the log, beyond the limit."""
        try:
            super().pre_authenticate(request, **credentials)
        except forms.ValidationError:
            about = User.objects.filter(email=credentials.get("email", "").lower()).first()
            blocked(request, about)
            raise

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """What attempts are counted under: the account alone. Host, which the visitor chooses, has no part in it."""
        return str(credentials.get("email", "")).lower()

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Where a new password is chosen."""
        uid, token = key.split("-", 1)
        return _link("account_reset_password_from_key", uid, token)

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """Where an address is confirmed."""
        return _link("account_confirm_email", emailconfirmation.key)

    def send_account_already_exists_mail(self, email: str) -> None:
        """Tell an address that it has an account already, when somebody signs up with it."""
        self.send_mail("account/email/account_already_exists", email, {})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail. A server that does not take it is told to the log, and to nobody who could learn from it."""
        links = {
            "base_url": settings.BASE_URL,
            "reset_url": _link("account_reset_password"),
            "signup_url": _link("account_signup"),
        }
        message = self.render_mail(template_prefix, email, context | {"email": email} | links)
        try:
            message.send()
        except (OSError, ValueError) as error:  # of which SMTPException is one, and an address that cannot be written
            logger.error("a mail could not be sent: %s", type(error).__name__)


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: encrypted in the database, and never all gone from staff."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Staff need a second factor: add another before you remove this one."),
        "cannot_generate_recovery_codes": _("Recovery codes need a second factor."),
        "incorrect_code": _("This code is not right, or has expired."),
        "unverified_email": _(
            "An address you gave is not confirmed yet: open the link we sent to it, or take it back "
            "among your addresses."
        ),
    }

    def encrypt(self, text: str) -> str:
        """A secret as the database keeps it: AES-256-GCM, under a nonce of its own."""
        nonce = secrets.token_bytes(NONCE)
        return base64.urlsafe_b64encode(nonce + _ciphers()[0].encrypt(nonce, text.encode(), None)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again. Raises InvalidTag if no key of the site reads it."""
        for cipher in _ciphers():
            with suppress(InvalidTag, ValueError):
                sealed = base64.urlsafe_b64decode(encrypted_text)
                return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], None).decode()
        raise InvalidTag

    def build_totp_svg(self, url: str) -> str:
        """The picture that an app reads, black on white in every colour scheme. It takes its name from the page."""
        code = qrcode.QRCode(border=4)
        code.add_data(url)
        rows = code.get_matrix()
        dots = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
        return format_html(
            '<svg class="qr" viewBox="0 0 {0} {0}" role="img" aria-labelledby="qr" shape-rendering="crispEdges">'
            '<rect width="{0}" height="{0}" fill="#fff"/><path d="{1}" fill="#000"/></svg>',
            len(rows),
            dots,
        )

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 (as django-allauth calls it)
        """What a new passkey is called until its owner says otherwise."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The site as the browser names it when it asks for a passkey."""
        return {**super().get_public_key_credential_rp_entity(), "name": "careerquiz"}

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether it may go: the last of staff may not."""
        others = Authenticator.objects.filter(user=authenticator.user_id).exclude(pk=authenticator.pk)
        has_other = others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()
        return has_other or not authenticator.user.is_staff


def _link(name: str, *args: str) -> str:
    return settings.BASE_URL + reverse(name, args=args)


def _ciphers() -> list[AESGCM]:
    """By a key that follows from the site's, and by those that follow from its old ones, which may still be read."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [AESGCM(HKDF(SHA256(), 32, salt=None, info=b"careerquiz.factor").derive(key.encode())) for key in keys]
