"""Cells of a spreadsheet: made inert on the way out, read back as they were meant, judged on the way in."""

import re
from dataclasses import dataclass

from assessment.catalogue.shape import ODD
from assessment.fault import Fault

TRIGGER = "[=+@＝＋－＠-]"  # TAB and CR are triggers too; as control characters they never stay
NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?")
TO_GUARD = re.compile(rf"""(?:^|[,;])[\s"]*'*(?={TRIGGER})""")
GUARDED = re.compile(rf"""((?:^|[,;])[\s"]*'*)'(?={TRIGGER})""")
RUN = re.compile(rf"""[\s"]*{TRIGGER}""")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of a file that comes in says; `wrong` is why it cannot be taken, "" if it can."""

    text: str
    wrong: str = ""


Row = tuple[int, dict[int, Cell]]  # its number as a spreadsheet counts, its filled cells by column, the first is 0


class Unreadable(ValueError):
    """A file that holds no table we read; `fault` says why in one line."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault)


def inert(text: str) -> str:
    """The text as a cell that no spreadsheet runs, be the file read with `,` or with `;`.

    An apostrophe goes before a sign that would start a formula: at the start of the cell, or after a separator
    inside it, spaces and quotes between them or not. Control characters, U+2028, U+2029 and lone surrogates become a
    space. A plain number such as "-3.5" stays as it is.
    """
    return text if NUMBER.fullmatch(text) else guarded(text)


def guarded(text: str) -> str:
    """A line of a cell that has several, as `inert`; not even a number stays, as more may follow it in the file."""
    return TO_GUARD.sub(lambda found: f"{found[0]}'", ODD.sub(" ", text))


def original(text: str) -> str:
    """The text of an inert cell: `original(inert(t)) == t` for every t without control characters.

    `inert` makes n apostrophes before such a sign n + 1; this makes n + 1 of them n and leaves none as none.
    """
    return GUARDED.sub(r"\1", text)


def runs(text: str) -> bool:
    """Whether a spreadsheet that opens the text as a cell of a CSV file may run it."""
    return bool(RUN.match(text)) and not NUMBER.fullmatch(text.strip())
