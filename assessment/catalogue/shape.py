"""Small checks of the shape of a document, put together into larger ones.

A check takes a place and a value and yields a line for each thing that is wrong: "skills[7].name.fr: missing".
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

Errors = Iterator[str]
Check = Callable[[str, Any], Errors]


def text(most: int) -> Check:
    """A text of 1 to `most` characters on one line or more, without spaces around it or control characters."""

    def check(place: str, value: Any) -> Errors:
        if not isinstance(value, str):
            yield f"{place}: must be a text"
        elif not value.strip():
            yield f"{place}: the text is missing"
        elif value != value.strip():
            yield f"{place}: spaces before or after the text"
        elif len(value) > most:
            yield f"{place}: {len(value)} characters, {most} at most"
        elif re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", value):
            yield f"{place}: a control character in the text"

    return check


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
            if name in value:
                yield from inner(f"{place}.{name}".lstrip("."), value[name])
            else:
                yield f"{place}.{name}: missing".lstrip(".")
        for name in value.keys() - fields.keys():
            yield f"{place}.{name}: unknown key".lstrip(".")

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
