"""The forms of accounts: those of django-allauth with our words, and the person's own name and language."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as factors
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

from profiles.models import User


class ProfileForm(forms.ModelForm):
    """What the site calls a person, and in which language it writes to them."""

    class Meta:
        model = User
        fields = ["display_name", "language"]


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
        "passwordless": _("Sign in with this passkey alone"),
    }
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.LABELS.get(name, field.label)
            field.widget.attrs.pop("placeholder", None)


class SignUpForm(Worded, account.SignupForm):
    """A new account."""


class SignInForm(Worded, account.LoginForm):
    """Sign in."""


class ReauthenticateForm(Worded, account.ReauthenticateForm):
    """Prove who one is, once more."""


class AddressForm(Worded, account.ChangeEmailForm):
    """Another address."""


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    """Another password."""


class SetPasswordForm(Worded, account.SetPasswordForm):
    """A first password."""


class ResetForm(Worded, account.ResetPasswordForm):
    """Ask for a link to choose a new password."""


class NewPasswordForm(Worded, account.ResetPasswordKeyForm):
    """Choose it."""


class CodeForm(Worded, factors.AuthenticateForm):
    """The code of an app, or a recovery code."""


class CodeAgainForm(Worded, factors.ReauthenticateForm):
    """The same, to prove who one is once more."""


class ActivateTotpForm(Worded, totp.ActivateTOTPForm):
    """The first code of an app."""


class DeactivateTotpForm(Worded, totp.DeactivateTOTPForm):
    """No app any more."""


class RecoveryCodesForm(Worded, GenerateRecoveryCodesForm):
    """New recovery codes."""


class AddPasskeyForm(Worded, passkeys.AddWebAuthnForm):
    """A new passkey."""


class RenamePasskeyForm(Worded, passkeys.EditWebAuthnForm):
    """Another name for a passkey."""


class PasskeyForm(Worded, passkeys.AuthenticateWebAuthnForm):
    """A passkey as the second factor."""


class PasskeyAgainForm(Worded, passkeys.ReauthenticateWebAuthnForm):
    """The same, to prove who one is once more."""


class PasskeySignInForm(Worded, passkeys.LoginWebAuthnForm):
    """Sign in with a passkey alone."""
