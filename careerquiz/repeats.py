"""A form that arrives again does not do again what it did: what it makes is made once.

It arrives again when the answer was lost and a browser, a proxy or a person sends it once more, or when somebody clicks
twice. What changes a thing that is there may be done again; this is for what makes a new one. Every page that is
rendered has a CSRF token of its own, so a form is known by its token, the cookie it belongs to, its address and all
that was typed.
"""

from base64 import urlsafe_b64encode
from uuid import UUID, uuid4

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

REMEMBERED = 60 * 60  # seconds; who sends a form again does so at once


def number_of(request: HttpRequest) -> UUID:
    """The number of what this form makes: always the same for the same form, and guessed by nobody."""
    digest = _digest(request, "careerquiz.number")
    return UUID(bytes=digest[:16], version=4) if digest else uuid4()


def token_of(request: HttpRequest) -> str:
    """The token, of 192 bits, of the secret link to what this form makes; "" for a form without a CSRF token."""
    digest = _digest(request, "careerquiz.link")
    return urlsafe_b64encode(digest[:24]).decode() if digest else ""


def first_time(request: HttpRequest) -> bool:
    """Whether this form arrives for the first time within an hour.

    To be asked within the transaction that does what the form asks for: what is undone was not the first time.
    """
    digest = _digest(request, "careerquiz.sent")
    return not digest or cache.add(f"sent:{digest.hex()}", "", REMEMBERED)


def _digest(request: HttpRequest, purpose: str) -> bytes:
    token = request.POST.get("csrfmiddlewaretoken")
    if not token:
        return b""
    sent = repr([request.META.get("CSRF_COOKIE"), request.path, sorted(request.POST.lists())])
    return salted_hmac(purpose, sent, algorithm="sha256").digest()
