import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tests.strategies  # noqa: F401  (the settings of hypothesis)
from assessment.fault import one_line
from assessment.strict_json import MOST_BYTES, NotStrictJson, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
SCALAR = (
    st.none()
    | st.booleans()
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
)
PLAIN_JSON = st.recursive(
    SCALAR | TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)


def refusal(data: bytes) -> str:
    with pytest.raises(NotStrictJson) as caught:
        parse(data)
    return str(caught.value)


@given(PLAIN_JSON)
def test_plain_json_comes_through_unchanged(value: Any) -> None:
    assert parse(json.dumps(value).encode()) == value


@given(PLAIN_JSON)
def test_plain_json_unescaped_comes_through_unchanged(value: Any) -> None:
    assert parse(json.dumps(value, ensure_ascii=False).encode()) == value


@given(st.binary(max_size=40) | st.text('[]{}",:-+.eE0123456789 \\ud8nulNaN', max_size=40).map(str.encode))
def test_any_bytes_give_a_value_or_a_refusal_of_one_line(data: bytes) -> None:
    reason = ""
    try:
        parse(data)
    except NotStrictJson as error:
        reason = str(error)
    assert len(reason.splitlines()) <= 1


def test_a_byte_order_mark_is_let_through() -> None:
    assert parse(b'\xef\xbb\xbf{"T1": 3}') == {"T1": 3}


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert parse(rb'"\ud83d\ude00"') == "\N{GRINNING FACE}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not JSON: Expecting value, line 1, column 1"),
        (b'{"a": 1,\n "b" 2}', "not JSON: Expecting ':' delimiter, line 2, column 6"),
        (b"1 2", "not JSON: Extra data, line 1, column 3"),
        (b'"\xff"', "not UTF-8: byte 1 cannot be read"),
        (b'"\xed\xa0\x80"', "not UTF-8: byte 1 cannot be read"),
        (b'{"a": 1, "b": {"a": 2, "a": 3}}', "the key 'a' stands twice in one object"),
        (rb'{"a\n\u2028": 1, "a\n\u2028": 2}', r"the key 'a\n\u2028' stands twice in one object"),
        (b"NaN", "NaN is not a JSON number"),
        (b"[Infinity]", "Infinity is not a JSON number"),
        (b'{"a": -Infinity}', "-Infinity is not a JSON number"),
        (b"1e999", "a number out of range"),
        (b"-1e999", "a number out of range"),
        (b"1234567890123456", "a number of more than 15 digits"),
        (b"-1234567890123456", "a number of more than 15 digits"),
        (b"1" * 5000, "a number of more than 15 digits"),
        (rb'"a\u0000"', "a text holds a NUL character"),
        (rb'{"a": ["b", {"\u0000": 1}]}', "a text holds a NUL character"),
        (rb'"\ud800"', "a text holds half of a surrogate pair"),
        (rb'[{"\udc00\ud800": 1}]', "a text holds half of a surrogate pair"),
    ],
)
def test_what_parsers_disagree_on_is_refused(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


@pytest.mark.parametrize(("data", "value"), [(b"-123456789012345", -123456789012345), (b"1e308", 1e308), (b"-0", 0)])
def test_numbers_at_the_edge_are_taken(data: bytes, value: float) -> None:
    assert parse(data) == value


def test_five_million_bytes_are_taken() -> None:
    assert parse(b'"' + b"a" * (MOST_BYTES - 2) + b'"') == "a" * (MOST_BYTES - 2)


def test_more_than_five_million_bytes_are_refused() -> None:
    assert refusal(b" " * (MOST_BYTES + 1)) == "too large: 5000001 bytes, 5000000 at most"


@pytest.mark.parametrize("inside", ["", "1", '"a"', "null"])
def test_twenty_levels_of_nesting_are_taken(inside: str) -> None:
    text = "[" * 20 + inside + "]" * 20
    assert parse(text.encode()) == json.loads(text)


@pytest.mark.parametrize("inside", ["", "1", '"a"', "{}"])
def test_twenty_one_levels_of_nesting_are_refused(inside: str) -> None:
    assert refusal(f"{'[' * 21}{inside}{']' * 21}".encode()) == "too deep: more than 20 levels of nesting"


def test_nesting_of_objects_counts_too() -> None:
    assert refusal(b'{"a":' * 21 + b"1" + b"}" * 21) == "too deep: more than 20 levels of nesting"


def test_nesting_that_exhausts_the_parser_is_refused() -> None:
    assert refusal(b"[" * 200_000) == "too deep: more than 20 levels of nesting"


def test_a_short_printable_text_is_shown_as_it_is() -> None:
    assert one_line("skills[3].name.fr: é « œ » missing") == "skills[3].name.fr: é « œ » missing"


def test_what_cannot_be_printed_is_replaced() -> None:
    assert one_line("a\nb\x1b[31m\u2028\ud800") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}[31m" + (
        "\N{REPLACEMENT CHARACTER}" * 2
    )


def test_a_long_text_keeps_its_beginning_and_its_end() -> None:
    assert one_line("a" * 150 + "b" * 150) == "a" * 100 + "…" + "b" * 100


def test_a_text_of_200_characters_is_not_cut() -> None:
    assert one_line("a" * 200) == "a" * 200


@given(st.text())
def test_any_text_becomes_one_printable_line(text: str) -> None:
    assert one_line(text).isprintable()
    assert len(one_line(text)) <= 201
