"""Pages of which little differs from one request to the next: rendered once in a process, afterwards only filled in.

The template stays the one source of a page. It is rendered once for nobody, with a `Hole` wherever something of the
request belongs, and cut at the holes; each request joins the pieces with its own values between them. What is rendered
for nobody holds nothing of a person, whoever asked for it first.
"""

import re
from collections.abc import Callable, Collection, Hashable, Mapping
from functools import wraps
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

MOST_PAGES = 1_000  # of some 20 kB each
NUMBER = UUID("00000000-0000-4000-8000-00000000a11a")  # stands in addresses for that of an assessment
MARK = re.compile("\ue000([^\ue001]*)\ue001")
NOTHING: Mapping[str, str] = {}
_pages: dict[tuple[Any, ...], list[str]] = {}


class Hole(SafeString):
    """A place that each request fills. It goes through a template like any text that needs no escaping."""

    def __new__(cls, name: str) -> "Hole":
        """The hole of that name."""
        return super().__new__(cls, f"\ue000{name}\ue001")

    @property
    def name(self) -> str:
        """What its value is found by."""
        return self[1:-1]


def or_a_hole(filter_: Callable[..., str]) -> Callable[..., str]:
    """The same filter, which makes of a hole the hole for its result: of `note|opened` the one named "opened note"."""

    @wraps(filter_)
    def wrapped(value: Any, *argument: Any) -> str:
        if isinstance(value, Hole):
            return Hole(" ".join([filter_.__name__, value.name, *(text for text in argument if isinstance(text, str))]))
        return filter_(value, *argument)

    return wrapped


def can_be_filled(request: HttpRequest, queries: Collection[str] = ("",)) -> bool:
    """Whether this visitor gets nothing beside, such as a message, and asks with one of these query strings."""
    asked = request.META.get("QUERY_STRING", "")
    return not settings.DEBUG and asked in queries and not len(get_messages(request))


def page(
    request: HttpRequest,
    template: str,
    key: Hashable,
    context: Callable[[], Mapping[str, Any]],
    values: Mapping[str, str] = NOTHING,
) -> HttpResponse:
    """The page of `template`, in the language of the request, for who is signed in or for who is not.

    `key` names all that `context` depends on, beside the address. `values` has the HTML for each hole, and a hole
    without one stays empty; the one named "number" takes the place of NUMBER.
    """
    here = request.get_full_path()
    path = here.replace(values["number"], str(NUMBER)) if "number" in values else here
    full_key = (template, path, get_language(), request.user.is_authenticated, key)
    pieces = (_pages.get(full_key) or _prepare(full_key, context())).copy()
    if "csrf" in pieces:  # whose cookie comes with a form, and with nothing else
        values = {**values, "csrf": get_token(request)}
    pieces[1::2] = [values.get(name, "") for name in pieces[1::2]]
    return HttpResponse("".join(pieces))


def forget() -> None:
    """Prepare every page anew, as after a change of settings."""
    _pages.clear()


def _prepare(key: tuple[Any, ...], context: Mapping[str, Any]) -> list[str]:
    """Text, name of a hole, text, and so on."""
    template, path, _language, signed_in, _key = key
    nobody = HttpRequest()
    nobody.path, _mark, nobody.META["QUERY_STRING"] = path.partition("?")
    nobody.user = SimpleNamespace(is_authenticated=signed_in)  # type: ignore[assignment]
    text = render_to_string(template, {"csrf_token": Hole("csrf"), **context}, nobody)
    if len(_pages) >= MOST_PAGES:
        forget()
    _pages[key] = MARK.split(text.replace(str(NUMBER), Hole("number")))
    return _pages[key]
