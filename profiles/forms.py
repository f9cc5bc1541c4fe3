"""The forms of accounts: those of django-allauth with our words, and the person's own name and language."""

import logging
from typing import Any
from unicodedata import category

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.mfa.base import forms as factors
from allauth.mfa.internal.flows.add import validate_can_add_authenticator
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp import forms as totp
from allauth.mfa.totp.internal.auth import validate_totp_code
from allauth.mfa.webauthn import forms as passkeys
from allauth.mfa.webauthn.internal.auth import complete_authentication, extract_user_from_response
from cryptography.exceptions import InvalidTag
from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import punycode
from django.utils.translation import gettext_lazy as _

from careerquiz.client import address_of
from profiles.attempts import attempt, first_use
from profiles.credentials import new_credential, readable, used_credential
from profiles.models import Event, User

MOST_CHARACTERS = 254  # of an address, as the database keeps it
logger = logging.getLogger(__name__)
NOT_THIS_CODE = _("This code is not right, or was used already. An app shows another one within half a minute.")
HOW_TO_CHOOSE = _(
    "15 characters or more. A few words that do not belong together are easy to keep in mind and hard to guess; "
    "you may paste it from a password manager."
)


TURNING = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def one_line(text: str) -> str:
    """The text. Raises ValidationError for line breaks and control characters, those that turn what follows too."""
    if any(category(character) in ("Cc", "Cs", "Zl", "Zp") or character in TURNING for character in text):
        raise ValidationError(_("Please leave out line breaks and control characters."))
    return text


def deliverable(address: str) -> None:
    """Raises ValidationError for what is no address, what no mail reaches, or what no column holds."""
    validate_email(address)
    name, _at, domain = address.lower().rpartition("@")
    try:
        fits = punycode(domain) and len(f"{name}@{domain}") <= MOST_CHARACTERS
    except UnicodeError:
        fits = False
    if not fits or '"' in name:
        raise ValidationError(validate_email.message, code="invalid")


class ProfileForm(forms.ModelForm):
    """What the site calls a person, and in which language it writes to them."""

    class Meta:
        model = User
        fields = ["display_name", "language"]
        labels = {"display_name": _("Display name"), "language": _("Language")}
        help_texts = {
            "display_name": _("What this site calls you; you may leave it empty."),
            "language": _("Of mails that reach you while you are not here, such as a reminder."),
        }
        widgets = {"display_name": forms.TextInput(attrs={"autocomplete": "nickname"})}

    def clean_display_name(self) -> str:
        """The name, in one line."""
        return one_line(self.cleaned_data["display_name"])


class Worded:
    """Our words for the fields of a form of django-allauth, which brings its own, and placeholders."""

    LABELS: dict[str, Any] = {
        "login": _("E-mail address"),
        "email": _("E-mail address"),
        "password": _("Password"),
        "password1": _("New password"),
        "password2": _("New password, once more"),
        "oldpassword": _("Current password"),
        "code": _("Code"),
        "name": _("Name"),
    }
    HELP: dict[str, Any] = {"password1": HOW_TO_CHOOSE}
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.LABELS.get(name, field.label)
            field.help_text = self.HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            if isinstance(field, forms.EmailField):
                field.validators = [deliverable]


class Twice(Worded):
    """A new password, typed twice so that a slip is seen."""

    cleaned_data: dict[str, Any]

    def clean(self) -> dict[str, Any]:
        """Compare the two, and say so in our words."""
        first, second = (self.cleaned_data.get(name) for name in ("password1", "password2"))
        if first and second and first != second:
            self.add_error("password2", _("The two passwords are not the same."))  # type: ignore[attr-defined]
        return self.cleaned_data


class SignUpForm(Worded, account.SignupForm):
    """A new account: an address, a password, and a name if one likes."""

    LABELS = {**Worded.LABELS, "password1": _("Password"), "display_name": _("Display name (optional)")}
    HELP = {
        **Worded.HELP,
        "email": _("You sign in with it. We send you one mail to confirm it."),
        "display_name": _("What this site calls you. You can change it later."),
    }
    field_order = ["email", "password1", "display_name"]

    display_name = forms.CharField(
        max_length=80, required=False, widget=forms.TextInput(attrs={"autocomplete": "nickname"})
    )

    def clean_display_name(self) -> str:
        """The name, in one line."""
        return one_line(self.cleaned_data["display_name"])

    def validate_unique_email(self, value: str) -> str:
        """Whether an account has this address is told by mail only. One that was asked for but never proved is free."""
        self.account_already_exists = User.objects.filter(email=value).exists()
        return value

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Make the account. Where there is one, all that can be seen or measured is the same, but for the mail."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])  # takes as long as for a new account
        else:
            try:
                return self.save(request), None
            except IntegrityError:  # somebody was faster by a moment
                self.account_already_exists = True
        return super().try_save(request)  # type: ignore[no-any-return]


class SignInForm(Worded, account.LoginForm):
    """Sign in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class ReauthenticateForm(Worded, account.ReauthenticateForm):
    """Prove who one is, once more."""


class AddressForm(Worded, account.AddEmailForm):
    """Another address, which takes the place of the first once it is confirmed."""

    LABELS = {**Worded.LABELS, "email": _("New e-mail address")}


class ChangePasswordForm(Twice, account.ChangePasswordForm):
    """Another password."""

    def clean_oldpassword(self) -> str:
        """Prove the current one; attempts count as those to sign in do."""
        password: str = self.cleaned_data["oldpassword"]
        if not get_adapter().reauthenticate(self.user, password):
            raise get_adapter().validation_error("enter_current_password")
        return password


class SetPasswordForm(Twice, account.SetPasswordForm):
    """A first password."""


class ResetForm(Worded, account.ResetPasswordForm):
    """Ask for a link to choose a new password."""

    def clean_email(self) -> str:
        """Find whose address it is. One that somebody asked for but never proved is nobody's."""
        email: str = self.cleaned_data["email"]
        self.users = list(User.objects.filter(email=email, is_active=True))
        return email


class NewPasswordForm(Twice, account.ResetPasswordKeyForm):
    """Choose it."""


class Coded(Worded):
    """A code of an app, or a recovery code: counted before it is checked, and taken once."""

    HELP = {"code": _("The six digits that your app shows now, or one of your recovery codes.")}
    user: User
    cleaned_data: dict[str, Any]

    def clean_code(self) -> str:
        """Find whose code it is. Raises ValidationError, and tells the log."""
        code: str = self.cleaned_data["code"]
        with attempt(self.user):
            self.authenticator = self.matching(code)
        return code

    def matching(self, code: str) -> Authenticator:
        """The app or the recovery codes that it is a code of."""
        for authenticator in Authenticator.objects.filter(user=self.user).exclude(type=Authenticator.Type.WEBAUTHN):
            if is_right(authenticator, code) and first_use(self.user, code):
                authenticator.user = self.user
                return authenticator
        Event.objects.record("factor-refused", self.user, address=address_of(context.request))
        raise ValidationError(NOT_THIS_CODE, code="incorrect_code")


def is_right(authenticator: Authenticator, code: str) -> bool:
    """Whether it is a code of this app, or one of these recovery codes; of one that cannot be read there is none."""
    try:
        return bool(authenticator.wrap().validate_code(code))
    except InvalidTag:
        logger.error("a second factor cannot be read: SECRET_KEY is new and SECRET_KEY_FALLBACKS lacks the old one")
        return False


class CodeForm(Coded, factors.AuthenticateForm):
    """The code of an app, or a recovery code."""


class CodeAgainForm(Coded, factors.ReauthenticateForm):
    """The same, to prove who one is once more."""


class ActivateTotpForm(Worded, totp.ActivateTOTPForm):
    """The first code of an app."""

    HELP = {"code": _("The six digits that your app shows now.")}

    def clean_code(self) -> str:
        """Check that the app was set up with the secret that was shown. Raises ValidationError."""
        validate_can_add_authenticator(self.user)
        code: str = self.cleaned_data["code"]
        with attempt(self.user):
            if not validate_totp_code(self.secret, code):
                raise ValidationError(NOT_THIS_CODE, code="incorrect_code")
        first_use(self.user, code)
        return code


class DeactivateTotpForm(Worded, totp.DeactivateTOTPForm):
    """No app any more."""


class RecoveryCodesForm(Worded, GenerateRecoveryCodesForm):
    """New recovery codes."""


class PasskeyName(forms.CharField):
    """What a person calls one of their passkeys."""

    def __init__(self, *, required: bool) -> None:
        super().__init__(max_length=80, required=required)
        self.widget.attrs["autocomplete"] = "off"

    def clean(self, value: Any) -> str:
        """In one line. Raises ValidationError."""
        return one_line(super().clean(value))


class AddPasskeyForm(Worded, passkeys.AddWebAuthnForm):
    """A new passkey. Every one may sign in alone if the device can keep it, so that nobody is asked."""

    HELP = {"name": _("By which you know it in a list, such as “my phone”.")}

    name = PasskeyName(required=False)
    credential = new_credential()
    passwordless = None

    def clean(self) -> dict[str, Any]:
        """Check what the browser made. Raises ValidationError."""
        with readable():
            return super().clean()  # type: ignore[no-any-return]


class RenamePasskeyForm(Worded, passkeys.EditWebAuthnForm):
    """Another name for a passkey."""

    name = PasskeyName(required=True)


class PasskeyForm(Worded, passkeys.AuthenticateWebAuthnForm):
    """A passkey as the second factor."""

    credential = used_credential()

    def clean_credential(self) -> Authenticator:
        """Find which passkey it is. Raises ValidationError, and tells the log."""
        with attempt(self.user):
            try:
                return proved_by(self.user, self.cleaned_data["credential"])
            except ValidationError:
                Event.objects.record("factor-refused", self.user, address=address_of(context.request))
                raise


class PasskeyAgainForm(PasskeyForm):
    """The same, to prove who one is once more."""

    reauthenticated = True


class PasskeySignInForm(Worded, passkeys.LoginWebAuthnForm):
    """Sign in with a passkey alone."""

    credential = used_credential()

    def clean_credential(self) -> Authenticator:
        """Find whose passkey it is. Raises ValidationError."""
        credential = self.cleaned_data["credential"]
        with readable():
            user = extract_user_from_response(credential)
        return proved_by(user, credential)


def proved_by(user: User, credential: dict[str, Any]) -> Authenticator:
    """Which of a person's passkeys signed what it was asked to. Raises ValidationError."""
    with readable():
        authenticator = complete_authentication(user, credential)
    authenticator.user = user
    return authenticator
