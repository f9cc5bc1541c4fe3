"""The one parser of JSON that comes from outside. Standard library only."""

import json
from typing import Any

MOST_BYTES = 5_000_000
MOST_DEPTH = 20
MOST_DIGITS = 15
MOST_SHOWN = 200


class NotStrictJson(ValueError):
    """The input is not JSON we accept; the message says why in one line."""


def one_line(text: str) -> str:
    """A text that holds words from outside, fit for one line of a message: printable, and cut in the middle if long."""
    half = MOST_SHOWN // 2
    short = text if len(text) <= MOST_SHOWN else f"{text[:half]}…{text[-half:]}"
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in short)


def parse(data: bytes) -> Any:
    """Read UTF-8 JSON (a byte-order mark is let through) into plain Python values.

    Refuses what JSON parsers disagree on or choke on: a key twice in one object, NaN and infinities,
    lone surrogates and NUL, whole numbers of more than 15 digits, nesting deeper than 20, more than 5 MB.
    Raises NotStrictJson.
    """
    if len(data) > MOST_BYTES:
        raise NotStrictJson(f"too large: {len(data)} bytes, {MOST_BYTES} at most")
    try:
        value = json.loads(
            data.decode("utf-8-sig"),
            object_pairs_hook=_object,
            parse_constant=_refused_constant,
            parse_int=_integer,
            parse_float=_float,
        )
    except UnicodeDecodeError as error:
        raise NotStrictJson(f"not UTF-8: byte {error.start} cannot be read") from error
    except json.JSONDecodeError as error:
        raise NotStrictJson(f"not JSON: {error.msg}, line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise NotStrictJson(_too_deep()) from error
    _refuse_odd_values(value)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise NotStrictJson(one_line(f"the key {key!r} stands twice in one object"))
        found[key] = value
    return found


def _refused_constant(name: str) -> float:
    raise NotStrictJson(f"{name} is not a JSON number")


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > MOST_DIGITS:
        raise NotStrictJson(f"a number of more than {MOST_DIGITS} digits")
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise NotStrictJson("a number out of range")
    return value


def _too_deep() -> str:
    return f"too deep: more than {MOST_DEPTH} levels of nesting"


def _refuse_odd_values(value: Any) -> None:
    layer = [value]
    for _ in range(MOST_DEPTH + 1):
        nested = [item for item in layer if not _is_plain(item)]
        if not nested:
            return
        layer = [child for item in nested for child in _children(item)]
    raise NotStrictJson(_too_deep())


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        _refuse_odd_text(value)
    return not isinstance(value, dict | list)


def _children(value: dict[str, Any] | list[Any]) -> list[Any]:
    return [*value.keys(), *value.values()] if isinstance(value, dict) else value


def _refuse_odd_text(text: str) -> None:
    if "\x00" in text:
        raise NotStrictJson("a text holds a NUL character")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotStrictJson("a text holds half of a surrogate pair") from error
