"""When the database cannot do its work: a page that says so and keeps what was typed, until it can again."""

import logging
import re
import sys
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import Error, InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_request, override

from careerquiz import views

RETRY_AFTER = 10  # seconds
log = logging.getLogger("careerquiz.outage")  # one line for each answer that could not be given

# What passes by itself or when an operator has mended it, and is no fault of what was asked. SQLite: busy, locked,
# read-only, interrupted, input or output failed, damaged, full, not to be opened, protocol, no permission, no database.
SQLITE = {3, 5, 6, 8, 9, 10, 11, 13, 14, 15, 23, 26}
# PostgreSQL: connection, not to be written (a standby), conflict with others, resources, lock, stopping, system.
POSTGRESQL = ("08", "25006", "40", "53", "55P03", "57", "58")

# Forms that come back as they were sent. Never those of an account, which hold passwords and codes, nor those that
# erase or withdraw, which nobody should send by mistake.
KEPT = {"start", "questionnaire", "review", "plan", "rename", "again", "shares", "share-notes", "views"}
KEPT |= {"second-view", "second-view-page", "second-view-review"}
TEXT = re.compile(r"(?:note|step)-(.*)|title|name|asker|rater_name")  # what a person types; the code of its skill
MOST_FIELDS, MOST_CHARACTERS = 500, 200_000  # far more than any page of ours sends


def server_error(request: HttpRequest) -> HttpResponse:
    """What Django asks for when a page, the session or any middleware fails: 503 in an outage, else our fault, 500."""
    error = sys.exc_info()[1]
    return unavailable(request, error) if is_outage(error) else views.server_error(request)


def is_outage(error: BaseException | None) -> bool:
    """Whether an error, or what caused it, says that the database cannot do its work now."""
    return error is not None and (_says_so(error) or is_outage(error.__cause__))


def unavailable(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """503, with what was typed; one line of the log; and connections that may be broken are closed."""
    said = str(error).partition("\n")[0]
    log.error("%s %s: %s: %s", request.method, request.path, type(error).__name__, said)
    for connection in connections.all(initialized_only=True):
        if not connection.in_atomic_block:
            connection.close()
    response = _answer(request)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django would add a traceback
    return response


def _says_so(error: BaseException) -> bool:
    """By the code that the database gave; errors of connecting to PostgreSQL have none."""
    if not isinstance(error, Error):
        return False
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    if code is not None:  # a file that was moved away is opened as a new one, without tables
        return code & 0xFF in SQLITE or "no such table" in str(error)
    state = getattr(error.__cause__, "sqlstate", None)
    return state.startswith(POSTGRESQL) if state else isinstance(error, (OperationalError, InterfaceError))


def _answer(request: HttpRequest) -> HttpResponse:
    """For a script a word, for a person a page: without the database, so without the session and who it belongs to."""
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"unavailable": True}, status=503)
    try:
        with override(get_language_from_request(request, check_path=True)):
            return HttpResponse(render_to_string("503.html", _context(request)), status=503)
    except Exception:
        log.exception("the page of an outage cannot be shown")
        return HttpResponse(views.SERVER_ERROR, status=503)


def _context(request: HttpRequest) -> dict[str, Any]:
    fields = _kept(request)
    return {
        "request": request,
        "user": {"is_authenticated": settings.SESSION_COOKIE_NAME in request.COOKIES},
        "here": request.get_full_path(),
        "sent": request.method == "POST",
        "kept": fields is not None,
        "texts": [found for found in map(_text, fields or ()) if found],
        "others": [field for field in fields or () if not _text(field)],
    }


def _kept(request: HttpRequest) -> list[tuple[str, str]] | None:
    """The fields of a form that may come back, each with its value; None for any other request.

    Its token comes back as it was sent: a form that another site forged stays as powerless as it was.
    """
    if request.method != "POST" or _name(request) not in KEPT or not _from_here(request):
        return None
    fields = list(_fields(request))
    return fields if len(fields) <= MOST_FIELDS and _length(fields) <= MOST_CHARACTERS else None


def _length(fields: list[tuple[str, str]]) -> int:
    return sum(len(name) + len(value) for name, value in fields)


def _name(request: HttpRequest) -> str | None:
    try:
        return (request.resolver_match or resolve(request.path_info)).url_name
    except Resolver404:
        return None


def _from_here(request: HttpRequest) -> bool:
    return getattr(request, "csrf_processing_done", False) or views.came_from_here(request)


def _fields(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        yield from ((name, str(value)) for value in values)


def _text(field: tuple[str, str]) -> tuple[str, str, str] | None:
    """A field that holds a text: its name, the code of its skill or "", the text."""
    name, value = field
    found = TEXT.fullmatch(name)
    return (name, found[1] or "", value.replace("\r\n", "\n")) if found and value.strip() else None
