"""How much may come in with one request, and how often somebody may ask for what is dear.

Counts are kept in the shared cache, so that all processes and nodes have the same, under a key that tells nobody's
address. What is beyond a limit costs one read and writes nothing.
"""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from ipaddress import IPv6Address, ip_address, ip_network
from time import time
from typing import Any

from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from careerquiz.cache import count, counted
from careerquiz.client import address_of
from careerquiz.uploads import MOST_BYTES, TAKES_FILES

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponseBase]

SECONDS = 600
READING, SENDING = ("GET", "HEAD"), ("POST",)
MOST_ADDRESS = 8_000  # characters of path and query string
MOST_HEADERS = 32_000  # characters of all headers; the cookies of a browser come to 4 kB each
MOST_BODY = 2_500_000  # bytes, as DATA_UPLOAD_MAX_MEMORY_SIZE has it
MOST_UPLOAD = 3 * MOST_BYTES  # a file that is too large for its page is told so there; this is too large to be read


@dataclass(frozen=True, slots=True)
class Limit:
    """How often something may be asked in ten minutes: by who is signed in, and from an address by all others.

    Behind one address may be a school or a firm, so that is generous for a class of 30 and deadly for a script only.
    """

    name: str
    from_address: int
    by_person: int
    methods: Collection[str] = READING

    def most(self, request: HttpRequest) -> int:
        """How often who sends this may ask."""
        return self.by_person if request.user.is_authenticated else self.from_address


STARTS = Limit("starts", from_address=300, by_person=30, methods=SENDING)
LINKS = Limit("links", from_address=300, by_person=60, methods=SENDING)
DEAD_LINKS = Limit("dead links", from_address=100, by_person=50, methods=READING + SENDING)
FILES = Limit("files", from_address=300, by_person=60)
RESULTS = Limit("results", from_address=60, by_person=60)
DATA = Limit("data", from_address=150, by_person=20)


def limited(limit: Limit) -> Callable[[View], View]:
    """A page that somebody may ask for so often and no more; beyond that it does nothing."""

    def limit_view(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if request.method in limit.methods and is_beyond(limit, request):
                return too_many(request)
            return view(request, *args, **kwargs)

        return wrapped

    return limit_view


def misses_limited(limit: Limit) -> Callable[[View], View]:
    """A page behind a secret link: asked too often for links that open nothing, it says so instead of looking kind.

    A link that opens something is never counted nor refused. Its 192 random bits keep it, not a limit: were right links
    refused as well, one guest could lock everybody behind the same address out of theirs.
    """

    def limit_view(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            response = view(request, *args, **kwargs)
            return too_many(request) if response.status_code == 404 and is_beyond(limit, request) else response

        return wrapped

    return limit_view


def is_beyond(limit: Limit, request: HttpRequest) -> bool:
    """Whether this is asked too often; if not, it is counted. A database that cannot count refuses nobody."""
    window = int(time() // SECONDS)
    key = key_of(f"{limit.name} {who(request)} {window}")
    most = limit.most(request)
    try:
        before = counted(key)
        if before < most:
            count(key, datetime.fromtimestamp((window + 1) * SECONDS, UTC))
    except Error:
        logger.warning("A limit could not be counted.")
        return False
    if before == most - 1:
        logger.warning("The limit of %s was reached.", limit.name)
    return before >= most


def key_of(counted_for: str) -> str:
    """What a count is kept under: a mark of what it is for, which nobody reads back without the key of the site."""
    return f"limit:{salted_hmac('careerquiz.limits', counted_for, algorithm='sha256').hexdigest()}"


def who(request: HttpRequest) -> str:
    """Whose request it is: of who is signed in, or else of an address. Neighbours by IPv6, a /64, are one."""
    if request.user.is_authenticated:
        return f"person {request.user.pk}"
    address = ip_address(address_of(request))
    return str(ip_network((address, 64), strict=False) if isinstance(address, IPv6Address) else address)


def too_many(request: HttpRequest) -> HttpResponse:
    """Asked too often: until when, and a way to send the same again, so that nothing typed is lost."""
    wait = SECONDS - int(time() % SECONDS)
    typed = [(name, value) for name, value in request.POST.items() if name != "csrfmiddlewaretoken"]
    return refusal(request, wait, {"minutes": -(-wait // 60), "typed": typed, "here": request.get_full_path()})


def too_many_attempts(request: HttpRequest) -> HttpResponse:
    """The same on pages of accounts: their limits are by the minute and the hour, and passwords are kept nowhere."""
    return refusal(request, 60, {})


def refusal(request: HttpRequest, wait: int, context: dict[str, Any]) -> HttpResponse:
    """The page that says to wait, and for how many seconds."""
    response = render(request, "429.html", context, status=429)
    response.headers["Retry-After"] = str(wait)
    return response


class SizeMiddleware:
    """Refuse what is too large by what it says of itself, before any of it is read and before the database is asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass it on, or say that it is too large."""
        status = too_large(request)
        return render(request, "400.html", status=status) if status else self.get_response(request)


def too_large(request: HttpRequest) -> int:
    """The status that refuses a request for its size; 0 if nothing does."""
    if len(request.get_full_path()) > MOST_ADDRESS:
        return 414
    if sum(len(value) for name, value in request.META.items() if name.startswith("HTTP_")) > MOST_HEADERS:
        return 431
    room = MOST_UPLOAD if request.path.startswith(TAKES_FILES) else MOST_BODY
    return 413 if body_size(request) > room else 0


def body_size(request: HttpRequest) -> int:
    """How many bytes are said to come; what is no number is 0 for Django too."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0
