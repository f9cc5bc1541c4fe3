"""Small checks of the shape of a document, put together into larger ones.

A check takes a place and a value and yields a fault for each thing that is wrong: "skills[7].name.fr: missing".
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from assessment.fault import Fault, gettext_noop

Errors = Iterator[Fault]
Check = Callable[[str, Any], Errors]
MISSING = gettext_noop("missing")
MISSING_TEXT = gettext_noop("the text is missing")
TOO_LONG = gettext_noop("%(length)d characters, %(most)d at most")
MUST_BE_LIST = gettext_noop("must be a list")
MUST_BE_OBJECT = gettext_noop("must be an object")
HOW_MANY = gettext_noop("%(count)d items, must be %(least)d to %(most)d")
ODD = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def text(most: int) -> Check:
    """A text of 1 to `most` characters on one line, without spaces around it, control characters or half surrogates."""

    def check(place: str, value: Any) -> Errors:
        if wrong := _wrong(value, most):
            yield Fault(place, wrong, length=len(value) if isinstance(value, str) else 0, most=most)

    return check


def _wrong(value: Any, most: int) -> str | None:
    if not isinstance(value, str):
        return gettext_noop("must be a text")
    if not value.strip():
        return MISSING_TEXT
    if value != value.strip():
        return gettext_noop("spaces before or after the text")
    if len(value) > most:
        return TOO_LONG
    return gettext_noop("a control character in the text") if ODD.search(value) else None


def pattern(regex: str, must: str) -> Check:
    """A text that matches `regex` from end to end; `must` says in words what it must be."""

    def check(place: str, value: Any) -> Errors:
        if not (isinstance(value, str) and re.fullmatch(regex, value)):
            yield Fault(place, must)

    return check


def integer(least: int, most: int) -> Check:
    """A whole number from `least` to `most`; true and false are no numbers."""

    def check(place: str, value: Any) -> Errors:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            yield Fault(
                place, gettext_noop("must be a whole number from %(least)d to %(most)d"), least=least, most=most
            )

    return check


def one_of(*choices: str) -> Check:
    """One of the texts given."""

    def check(place: str, value: Any) -> Errors:
        if value not in choices:
            yield Fault(place, gettext_noop("must be one of %(choices)s"), choices=", ".join(choices))

    return check


def or_null(inner: Check) -> Check:
    """Null, or what `inner` lets through."""

    def check(place: str, value: Any) -> Errors:
        if value is not None:
            yield from inner(place, value)

    return check


def listed(inner: Check, *, least: int = 0, most: int = 1000) -> Check:
    """A list of `least` to `most` items, each as `inner` wants it."""

    def check(place: str, value: Any) -> Errors:
        if not isinstance(value, list):
            yield Fault(place, MUST_BE_LIST)
            return
        if not least <= len(value) <= most:
            yield Fault(place, _how_many(least, most), count=len(value), least=least, most=most)
        for index, item in enumerate(value):
            yield from inner(f"{place}[{index}]", item)

    return check


def _how_many(least: int, most: int) -> str:
    return gettext_noop("%(count)d items, must be %(most)d") if least == most else HOW_MANY


def record(optional: Mapping[str, Check] | None = None, **fields: Check) -> Check:
    """An object with exactly these keys, each as its check wants it; those of `optional` may be absent."""
    known = fields | dict(optional or {})

    @_object
    def check(place: str, value: dict[str, Any]) -> Errors:
        for name in known | value:
            where = f"{place}.{name}".lstrip(".")
            if name not in known:
                yield Fault(where, gettext_noop("unknown key"))
            elif name in value:
                yield from known[name](where, value[name])
            elif name in fields:
                yield Fault(where, MISSING)

    return check


def keyed(inner: Check) -> Check:
    """An object with any keys; each value as `inner` wants it."""

    @_object
    def check(place: str, value: dict[str, Any]) -> Errors:
        for name, item in value.items():
            yield from inner(f"{place}.{name}", item)

    return check


def _object(inner: Callable[[str, dict[str, Any]], Errors]) -> Check:
    def check(place: str, value: Any) -> Errors:
        if isinstance(value, dict):
            yield from inner(place, value)
        else:
            yield Fault(place, MUST_BE_OBJECT)

    return check
