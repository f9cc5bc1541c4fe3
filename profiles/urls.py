"""The addresses of accounts, under the language: those of django-allauth that this site offers, and its own."""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from profiles import factors as ours
from profiles import views
from profiles.pages import ConfirmView, page

urlpatterns = [
    path("", page(views.account), name="account"),
    path("sessions/", page(views.sessions), name="sessions"),
    path("sessions/<int:number>/end/", page(views.end_session), name="session-end"),
    path("sessions/end/", page(views.end_all), name="sessions-end"),
    path("data.json", page(views.data_file), name="data-file"),
    path("erase/", page(views.erase), name="account-erase"),
    path("signup/", page(account.signup), name="account_signup"),
    path("login/", page(account.login), name="account_login"),
    path("logout/", page(account.logout), name="account_logout"),
    path("inactive/", page(account.account_inactive), name="account_inactive"),
    path("reauthenticate/", page(account.reauthenticate), name="account_reauthenticate"),
    path("email/", page(reauthentication_required(account.email)), name="account_email"),
    path("confirm-email/", page(account.email_verification_sent), name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", page(ConfirmView.as_view()), name="account_confirm_email"),
    path("password/change/", page(account.password_change), name="account_change_password"),
    path("password/set/", page(account.password_set), name="account_set_password"),
    path("password/reset/", page(account.password_reset), name="account_reset_password"),
    path("password/reset/done/", page(account.password_reset_done), name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        page(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        page(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", page(factors.index), name="mfa_index"),
    path("2fa/authenticate/", page(factors.authenticate), name="mfa_authenticate"),
    path("2fa/reauthenticate/", page(factors.reauthenticate), name="mfa_reauthenticate"),
    path("2fa/app/", page(totp.activate_totp), name="mfa_activate_totp"),
    path("2fa/app/remove/", page(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("2fa/codes/", page(ours.recovery_codes), name="mfa_view_recovery_codes"),
    path("2fa/codes/new/", page(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("2fa/codes.txt", page(ours.recovery_codes_file), name="mfa_download_recovery_codes"),
    path("2fa/passkeys/", page(ours.to_factors), name="mfa_list_webauthn"),
    path("2fa/passkeys/add/", page(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("2fa/passkeys/login/", page(login_not_required(ours.PasskeySignInView.as_view())), name="mfa_login_webauthn"),
    path("2fa/passkeys/reauthenticate/", page(ours.PasskeyAgainView.as_view()), name="mfa_reauthenticate_webauthn"),
    path("2fa/passkeys/<int:pk>/edit/", page(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("2fa/passkeys/<int:pk>/remove/", page(ours.remove_passkey), name="mfa_remove_webauthn"),
]
