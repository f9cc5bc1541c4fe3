"""The one parser of JSON that comes from outside. Standard library only."""

import json
from typing import Any

from assessment.fault import Fault, gettext_noop

MOST_BYTES = 5_000_000
MOST_DEPTH = 20
MOST_DIGITS = 15
TOO_DEEP = gettext_noop("too deep: more than %(most)d levels of nesting")


class NotStrictJson(ValueError):
    """The input is not JSON we accept; `fault` says why in one line."""

    def __init__(self, text: str, /, **values: Any) -> None:
        self.fault = Fault("", text, **values)
        super().__init__(self.fault)


def parse(data: bytes) -> Any:
    """Read UTF-8 JSON (a byte-order mark is let through) into plain Python values.

    Refuses what JSON parsers disagree on or choke on: a key twice in one object, NaN and infinities,
    lone surrogates and NUL, whole numbers of more than 15 digits, nesting deeper than 20, more than 5 MB.
    Raises NotStrictJson.
    """
    if len(data) > MOST_BYTES:
        raise NotStrictJson(
            gettext_noop("too large: %(size)d bytes, %(most)d at most"), size=len(data), most=MOST_BYTES
        )
    try:
        value = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_refused_constant,
            parse_int=_integer,
            parse_float=_float,
        )
    except UnicodeDecodeError as error:
        raise NotStrictJson(gettext_noop("not UTF-8: byte %(byte)d cannot be read"), byte=error.start) from error
    except json.JSONDecodeError as error:
        text = gettext_noop("not JSON: %(reason)s, line %(line)d, column %(column)d")
        raise NotStrictJson(text, reason=error.msg, line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise NotStrictJson(TOO_DEEP, most=MOST_DEPTH) from error
    _refuse_odd_values(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise NotStrictJson(gettext_noop("the key %(key)s stands twice in one object"), key=repr(key))
        found[key] = value
    return found


def _refused_constant(name: str) -> float:
    raise NotStrictJson(gettext_noop("%(name)s is not a JSON number"), name=name)


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > MOST_DIGITS:
        raise NotStrictJson(gettext_noop("a number of more than %(most)d digits"), most=MOST_DIGITS)
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise NotStrictJson(gettext_noop("a number out of range"))
    return value


def _refuse_odd_values(value: Any) -> None:
    layer = [value]
    for _ in range(MOST_DEPTH + 1):
        nested = [item for item in layer if not _is_plain(item)]
        if not nested:
            return
        layer = [child for item in nested for child in _children(item)]
    raise NotStrictJson(TOO_DEEP, most=MOST_DEPTH)


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        _refuse_odd_text(value)
    return not isinstance(value, dict | list)


def _children(value: dict[str, Any] | list[Any]) -> list[Any]:
    return [*value.keys(), *value.values()] if isinstance(value, dict) else value


def _refuse_odd_text(text: str) -> None:
    if "\x00" in text:
        raise NotStrictJson(gettext_noop("a text holds a NUL character"))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotStrictJson(gettext_noop("a text holds half of a surrogate pair")) from error
