"""Secret links: how a person without an account reaches their assessments.

A link carries a token of 192 random bits. The database keeps its SHA-256, the person keeps the link, and the browser
that used it keeps the token in a cookie that scripts cannot read. Losing the cookie loses nothing: the link remains.
"""

import re
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from assessment.models import Assessment, Share, hash_token

COOKIE = f"{settings.COOKIE_PREFIX}assessments"
MOST_LINKS = 20  # the newest; a browser takes cookies of up to 4 kB
TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


def tokens(request: HttpRequest) -> list[str]:
    """The tokens this browser holds, the newest first; whatever else stands in the cookie is passed over."""
    parts = request.COOKIES.get(COOKIE, "").split(".")
    return [part for part in parts if TOKEN.fullmatch(part)][:MOST_LINKS]


def remember(request: HttpRequest, response: HttpResponse, token: str) -> None:
    """Let this browser open the assessment of `token` from now on."""
    _keep(response, [token, *(held for held in tokens(request) if held != token)])


def forget(request: HttpRequest, response: HttpResponse, assessment: Assessment) -> None:
    """Take the token of one assessment out of this browser."""
    _keep(response, [held for held in tokens(request) if hash_token(held) != assessment.token_sha256])


def link_to(request: HttpRequest, assessment: Assessment) -> str | None:
    """The secret link of an assessment, if this browser holds its token; what is in an account needs none."""
    return None if assessment.owner_id else held_link(request, assessment)


def held_link(request: HttpRequest, assessment: Assessment) -> str | None:
    """The link that would open it without an account, if this browser holds its token and it has not ended."""
    held = (token for token in tokens(request) if hash_token(token) == assessment.token_sha256)
    token = next(held, None) if assessment.link_works else None
    return request.build_absolute_uri(reverse("resume", args=[token])) if token else None


def share_link(request: HttpRequest, share: Share) -> str | None:
    """The link of a share, if the site still has the key that it was made with."""
    token = share.token
    return request.build_absolute_uri(reverse("shared", args=[token])) if token else None


def _keep(response: HttpResponse, held: Iterable[str]) -> None:
    response.set_cookie(
        COOKIE,
        ".".join(list(held)[:MOST_LINKS]),
        max_age=settings.RESUME_LINK_DAYS * 24 * 60 * 60,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
