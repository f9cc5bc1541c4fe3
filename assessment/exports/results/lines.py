"""What the formats made of text share: a row is the text of its sitting and the text of its skill and answer.

Both are made once, for a sitting and for each possible answer to a skill; a million rows are then joined, not written.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from assessment.exports.results.columns import Value
from assessment.exports.results.rows import MOST_GROUPS, Export, Group, Sat, one_line
from assessment.scoring import Answer

CHUNK = 65_536
INCOMPLETE = "INCOMPLETE: the export was interrupted here"
Texts = Sequence[tuple[str, dict[Answer | None, str]]]  # the code of a skill, and for each answer the end of its row


@dataclass(frozen=True)
class Form:
    """How a format writes the three parts of a row."""

    sitting: Callable[[Sequence[Value]], str]
    skill: Callable[[Sequence[Value]], str]
    note: Callable[[str], str]  # "" is no note; ends the row


class Sink(io.RawIOBase):
    """A file that can only be added to, and whose bytes are taken away while it grows."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.size = 0

    def writable(self) -> bool:
        """It is written only."""
        return True

    def write(self, data: Any) -> int:
        """Add bytes."""
        self.parts.append(bytes(data))
        self.size += len(self.parts[-1])
        return len(self.parts[-1])

    def taken(self) -> bytes:
        """What was added since the last call."""
        found = b"".join(self.parts)
        self.parts, self.size = [], 0
        return found


def rows_of(export: Export, form: Form) -> Iterator[tuple[str, list[str]]]:
    """For each sitting how all its rows begin, and how each goes on."""
    texts_of = lru_cache(MOST_GROUPS)(partial(_texts, form))
    for sat in export.sittings():
        texts, answer_to = texts_of(sat.group), sat.answers.get
        ends = [by_answer[answer_to(code)] for code, by_answer in texts]
        yield form.sitting(sat.cells), with_notes(sat, texts, ends, form) if sat.notes else ends


def _texts(form: Form, group: Group) -> Texts:
    end = form.note("")
    return [(code, {answer: form.skill(cells) + end for answer, cells in of.items()}) for code, of in group.skills]


def with_notes(sat: Sat, texts: Texts, ends: Sequence[str], form: Form) -> list[str]:
    """The ends of the rows of a sitting that has notes."""
    blank, notes = form.note(""), sat.notes
    return [
        end.removesuffix(blank) + form.note(one_line(notes[code])) if code in notes else end
        for end, (code, _) in zip(ends, texts, strict=True)
    ]


def chunks_of(texts: Iterable[str], mark: str) -> Iterator[bytes]:
    """The texts in larger pieces; `mark` after the last of them if an error ends them, which then goes on."""
    held, size = [], 0
    try:
        for text in texts:
            held.append(text)
            size += len(text)
            if size >= CHUNK:
                yield "".join(held).encode()
                held, size = [], 0
    except (Exception, KeyboardInterrupt):
        yield "".join([*held, mark]).encode()
        raise
    yield "".join(held).encode()
