"""What is wrong with what came in, and where: a line that can be said in another language. Standard library only."""

from collections.abc import Callable
from typing import Any

MOST_SHOWN = 200


def one_line(text: str) -> str:
    """A text that holds words from outside, fit for one line of a message: printable, and cut in the middle if long."""
    half = MOST_SHOWN // 2
    short = text if len(text) <= MOST_SHOWN else f"{text[:half]}…{text[-half:]}"
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in short)


def gettext_noop(text: str) -> str:
    """The text as it is; the name makes `make messages` gather it for translation."""
    return text


class Fault(str):
    """One line, "skills[7].anchors.fr[3]: same text as level 2", that also knows its parts.

    `place` is where, "" for the whole; `text` the sentence in English with its `values` still to be put in.
    """

    place: str
    text: str
    values: dict[str, Any]

    def __new__(cls, place: str, text: str, /, **values: Any) -> "Fault":
        """Make the line. Long or unprintable values are cut or replaced: it stays one line whatever came in."""
        said = text % values
        fault = super().__new__(cls, one_line(f"{place}: {said}" if place else said))
        fault.place, fault.text = place, text
        fault.values = {key: one_line(value) if isinstance(value, str) else value for key, value in values.items()}
        return fault

    def said(self, translate: Callable[[str], str]) -> str:
        """The sentence without its place, in the language of `translate`."""
        return translate(self.text) % self.values
