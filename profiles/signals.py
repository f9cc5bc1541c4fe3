"""What is written to the log when somebody signs in, is refused, or changes their account."""

from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import signals as auth
from django.http import HttpRequest

from careerquiz.client import address_of
from profiles.models import Event, User
from profiles.sessions import end_sessions


def connect() -> None:
    """Listen."""
    said = {
        "sign-up": [account.user_signed_up],
        "sign-in": [auth.user_logged_in],
        "sign-out": [auth.user_logged_out],
        "password": [account.password_changed, account.password_set, account.password_reset],
        "address": [account.email_changed],
        "factor": [factors.authenticator_added, factors.authenticator_removed, factors.authenticator_reset],
        "factor-refused": [factors.authentication_failed],
    }
    for what, those in said.items():
        receiver = _recorder(what)
        for signal in those:
            signal.connect(receiver, weak=False, dispatch_uid=f"log {what}")
    for signal in (account.password_changed, account.password_set):
        signal.connect(end_others, dispatch_uid="end others")
    account.password_reset.connect(end_all, dispatch_uid="end all")
    account.authentication_step_completed.connect(renewed, dispatch_uid="session renewed")
    auth.user_login_failed.connect(refused, dispatch_uid="log refused")
    factors.authenticator_added.connect(proved, dispatch_uid="factor proved")


def _recorder(what: str) -> Any:
    def record(sender: Any, request: HttpRequest, user: User | None, **kwargs: Any) -> None:
        if user is not None:  # who signs out of a session that has ended is nobody
            Event.objects.record(what, user, address=address_of(request))

    return record


def refused(sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    """A sign-in that did not match; what was typed stays out of the log."""
    about = User.objects.filter(email=str(credentials.get("email", "")).lower()).first()
    Event.objects.record("sign-in-refused", about=about, address=request and address_of(request))


def end_others(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """A new password signs out everywhere but here; Django refuses the sessions, this takes them off the list."""
    end_sessions(user, but=request.session.session_key)


def end_all(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """A password chosen by a link signs out everywhere, in the browser where it was chosen too."""
    if request.user == user:
        request.session.flush()
    end_sessions(user)


def renewed(sender: Any, request: HttpRequest, user: User, *, reauthenticated: bool = False, **kwargs: Any) -> None:
    """Who proves once more who they are goes on under a new key; a copy of the old one opens nothing."""
    if reauthenticated:
        before = request.session.session_key
        request.session.cycle_key()
        UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)


def proved(sender: Any, request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any) -> None:
    """Who adds a second factor has just used it, so this session counts as opened with it."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
