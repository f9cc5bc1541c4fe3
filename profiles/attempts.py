"""How often somebody may try a second factor, and that a code is taken once."""

from collections.abc import Iterator
from contextlib import contextmanager

from allauth.core import context
from allauth.core.internal import ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from careerquiz.client import address_of
from profiles.models import Event, User


@contextmanager
def attempt(user: User) -> Iterator[None]:
    """Count an attempt at a person's second factor before it is checked. Raises ValidationError beyond the limit.

    One that succeeds takes its own count back and no other: django-allauth would forget what else was tried from the
    same address, so that whoever owns an account could go on guessing at those of others.
    """
    request = context.request
    usage = ratelimit.consume(request, app="allauth.account", action="login_failed", key=f"factor {user.pk}")
    if usage is None:
        blocked(request, user)
        raise ValidationError(_("Too many attempts. Please wait an hour."), code="too_many")
    yield
    usage.rollback()


def blocked(request: HttpRequest, about: User | None) -> None:
    """Tell the log that somebody tried too often: once an account, or an address, and minute, however fast they try."""
    address = address_of(request)
    if cache.add(f"told-blocked:{about.pk if about else address}", 1, timeout=60):
        Event.objects.record("sign-in-blocked", about=about, address=address)


def first_use(user: User, code: str) -> bool:
    """Whether a right code of an app was not used before. It is remembered for as long as it would be right."""
    steps = 2 * app_settings.TOTP_TOLERANCE + 1
    key = f"factor-code:{user.pk}:{normalize_user_code(code)}"
    return bool(cache.add(key, 1, timeout=steps * app_settings.TOTP_PERIOD))
