"""What a spreadsheet would run leaves inert, and is read back as it was."""

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.catalogue.shape import ODD
from assessment.exchange.cells import guarded, inert, original, runs
from assessment.exchange.skills_csv import read_csv, write_csv

NUMBER_ALONE = re.compile(r"-[0-9]+(?:[.,][0-9]+)?(?=[,;]|$)")
EVIL = st.text(st.sampled_from("=+-@＝＋－＠'\",;  \u00a0a0.5eE\t\r\n\x01\u2028\ud800\u202e é🙂\\|!"), max_size=14)
TEXTS = EVIL | st.text(max_size=20)
ROWS = st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=4)


def is_run(cell: str) -> bool:
    """Whether a cell as it was read starts with a trigger, and is no number that stands alone."""
    found = re.sub(r'^[\s"]*', "", cell)
    return found.startswith(tuple("=+-@＝＋－＠")) and not NUMBER_ALONE.match(found)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        ("plain", "plain"),
        ("it’s 1+1=2", "it’s 1+1=2"),
        ("=1+1", "'=1+1"),
        ("+33 6", "'+33 6"),
        ("- a list", "'- a list"),
        ("@name", "'@name"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠a", "'＠a"),
        ("\t=1", " '=1"),
        ("\r=1", " '=1"),
        ("\x01=1", " '=1"),
        ("  =1", "  '=1"),
        ('"=1', "\"'=1"),
        ('a;"=1"', 'a;"\'=1"'),
        ("a,=1", "a,'=1"),
        ("a; -b", "a; '-b"),
        ("=1;=2,@3", "'=1;'=2,'@3"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("'plain", "'plain"),
        ("a;'-b", "a;''-b"),
        ("-3.5", "-3.5"),
        ("-3,5", "-3,5"),
        ("-1e-05", "-1e-05"),
        ("'-3.5", "''-3.5"),
        ("-3.5;", "'-3.5;"),
        ("-3+cmd|' /C calc'!A0", "'-3+cmd|' /C calc'!A0"),
        ("a\nb", "a b"),
        ("a\u2028b\u2029c\x85d\x00e\ud800f", "a b c d e f"),
    ],
)
def test_a_text_becomes_a_cell_that_nothing_runs(text: str, cell: str) -> None:
    assert inert(text) == cell


def test_a_line_of_several_is_guarded_even_if_it_is_a_number() -> None:
    assert (guarded("-3"), guarded("3"), guarded("a;=b\n")) == ("'-3", "3", "a;'=b ")


@settings(max_examples=3000)
@given(TEXTS)
def test_every_cell_gives_its_text_back(text: str) -> None:
    plain = ODD.sub(" ", text)
    assert (original(inert(text)), original(guarded(text))) == (plain, plain)


@settings(max_examples=1000)
@given(TEXTS)
def test_an_inert_cell_stays_inert_with_a_cell_before_it_or_after_it(text: str) -> None:
    assert not is_run(inert(text))
    assert not ODD.search(inert(text))
    assert not any(is_run(piece) for piece in re.split("[,;]", guarded(text)))


@settings(max_examples=1000)
@given(ROWS, st.sampled_from(["fr", "en"]), st.sampled_from([",", ";", "\t"]), st.booleans())
def test_no_cell_is_run_whatever_separator_reads_the_file(
    rows: list[list[str]], dialect: str, separator: str, skip: bool
) -> None:
    data = write_csv([["code", *map(inert, row), "\n".join(map(guarded, row))] for row in rows], dialect)
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    read = csv.reader(text, delimiter=separator, skipinitialspace=skip)
    assert [cell for row in read for cell in row if is_run(cell)] == []


@given(ROWS)
def test_the_right_separator_reads_what_was_written(rows: list[list[str]]) -> None:
    cells = [["code", "name", "text"], *([inert(text) for text in ["A", *row]] for row in rows)]
    for dialect in ("fr", "en"):
        read = [[cell.text for cell in row.values()] for _, row in read_csv(write_csv(cells, dialect))]
        assert read == [[cell for cell in row if cell.strip()] for row in cells]


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("=1", True),
        (" =1", True),
        ('"-a', True),
        ("- a", True),
        ("＠a", True),
        ("+33", True),
        ("-3", False),
        (" -3,5 ", False),
        ("'=1", False),
        ("a;=1", False),
        ("", False),
        ("1-2", False),
    ],
)
def test_it_is_known_what_a_spreadsheet_would_run(text: str, run: bool) -> None:
    assert runs(text) == run


@settings(max_examples=500)
@given(TEXTS)
def test_what_is_written_would_never_be_run(text: str) -> None:
    assert not runs(inert(text))
