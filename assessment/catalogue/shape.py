"""Small checks of the shape of a document, put together into larger ones.

A check takes a place and a value and yields a line for each thing that is wrong: "skills[7].name.fr: missing".
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

Errors = Iterator[str]
Check = Callable[[str, Any], Errors]


def text(most: int) -> Check:
    """A text of 1 to `most` characters on one line, without spaces around it, control characters or half surrogates."""

    def check(place: str, value: Any) -> Errors:
        if fault := _fault(value, most):
            yield f"{place}: {fault}"

    return check


def _fault(value: Any, most: int) -> str | None:
    if not isinstance(value, str):
        return "must be a text"
    if not value.strip():
        return "the text is missing"
    if value != value.strip():
        return "spaces before or after the text"
    if len(value) > most:
        return f"{len(value)} characters, {most} at most"
    odd = re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", value)
    return "a control character in the text" if odd else None


def pattern(regex: str, what: str) -> Check:
    """A text that matches `regex` from end to end; `what` says it in words."""

    def check(place: str, value: Any) -> Errors:
        if not (isinstance(value, str) and re.fullmatch(regex, value)):
            yield f"{place}: must be {what}"

    return check


def integer(least: int, most: int) -> Check:
    """A whole number from `least` to `most`; true and false are no numbers."""

    def check(place: str, value: Any) -> Errors:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            yield f"{place}: must be a whole number from {least} to {most}"

    return check


def one_of(*choices: str) -> Check:
    """One of the texts given."""

    def check(place: str, value: Any) -> Errors:
        if value not in choices:
            yield f"{place}: must be one of {', '.join(choices)}"

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
            yield f"{place}: must be a list"
            return
        if not least <= len(value) <= most:
            wanted = f"{least}" if least == most else f"{least} to {most}"
            yield f"{place}: {len(value)} items, must be {wanted}"
        for index, item in enumerate(value):
            yield from inner(f"{place}[{index}]", item)

    return check


def record(**fields: Check) -> Check:
    """An object with exactly these keys, each as its check wants it."""

    def check(place: str, value: Any) -> Errors:
        if not isinstance(value, dict):
            yield f"{place or 'the file'}: must be an object"
            return
        for name, inner in fields.items():
            where = f"{place}.{name}".lstrip(".")
            yield from inner(where, value[name]) if name in value else [f"{where}: missing"]
        yield from (f"{place}.{name}: unknown key".lstrip(".") for name in value if name not in fields)

    return check


def keyed(inner: Check) -> Check:
    """An object with any keys; each value as `inner` wants it."""

    def check(place: str, value: Any) -> Errors:
        if not isinstance(value, dict):
            yield f"{place}: must be an object"
            return
        for name, item in value.items():
            yield from inner(f"{place}.{name}", item)

    return check
