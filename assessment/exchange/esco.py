"""ESCO's skills as the CSV that its portal gives: references and names for the skills of the draft (docs/esco.md)."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain, islice

from assessment.catalogue.check import AMONG, NAME, esco_address
from assessment.catalogue.model import LANGUAGES
from assessment.catalogue.shape import MISSING, Errors, text
from assessment.exchange.reading import Document, Reading, refused
from assessment.fault import Fault, gettext_noop

Key = tuple[str, str]  # "code", "address" or "label", and its value
Index = dict[Key, dict[str, Document]]  # the skills under each key, by their codes

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_FAULTS = 100
MOST_LISTED = 20
MOST_REFERENCES = 1000

name_text = text(NAME)


class _Refused(Exception):
    """The file is no table of concepts."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = _shortened(faults)


@dataclass(frozen=True, slots=True)
class _Row:
    """One concept. `label` is the preferred one; what the file does not say is ""."""

    place: str
    address: str
    code: str
    language: str
    label: str
    other_labels: str  # a line each

    @property
    def key(self) -> Key:
        """Under which the skills stand that the row is about."""
        return ("code", self.code) if self.code else ("address", self.address)


def read_esco(data: bytes, draft: Document) -> Reading:
    """Attach the concepts of a file to the skills of `draft` that they name; `left_out` counts those that name none.

    A row belongs to the skill in its column `code`. Without one it belongs, like all rows of its concept, to the skills
    that hold the address and those whose name is one of the labels. A blank name gets the preferred label if the row
    says its language. Never raises.
    """
    codes = {skill["code"] for skill in draft["skills"]}
    try:
        rows = _rows(_decoded(data))
        _refuse(fault for row in rows for fault in _wrong(row, codes))
    except _Refused as refusal:
        return refused(*refusal.faults)
    return _attached(rows, deepcopy(draft))


def _refuse(faults: Iterable[Fault]) -> None:
    """Take nothing of the file if there are any."""
    if found := list(faults):
        raise _Refused(*found)


def _decoded(data: bytes) -> str:
    if len(data) > MOST_BYTES:
        too_large = gettext_noop("too large: %(size)d bytes, %(most)d at most")
        raise _Refused(Fault("", too_large, size=len(data), most=MOST_BYTES))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        not_utf_8 = gettext_noop("not UTF-8: byte %(byte)d cannot be read")
        raise _Refused(Fault("", not_utf_8, byte=error.start)) from error


def _rows(content: str) -> list[_Row]:
    delimiter, columns = _header(content)
    records = _records(content, delimiter)
    wide = [number for number, cells in records.items() if any(map(str.strip, cells[len(columns) :]))]
    outside = gettext_noop("a cell outside the columns that the first row names")
    _refuse(Fault(f"row {number}", outside) for number in wide)
    return [_row(number, dict(zip(columns, cells, strict=False))) for number, cells in records.items()]


def _header(content: str) -> tuple[str, list[str]]:
    """The delimiter that makes a column "conceptUri" of the first row, and the columns, casefolded."""
    for delimiter in ",;":
        columns = _columns(content, delimiter)
        if "concepturi" in columns:
            twice = [column for column, count in Counter(columns).items() if column and count > 1]
            _refuse(Fault(f"column {column}", gettext_noop("the column stands twice")) for column in twice)
            return delimiter, columns
    raise _Refused(Fault("column conceptUri", MISSING))


def _columns(content: str, delimiter: str) -> list[str]:
    try:
        first = next(csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
    return [name.strip().casefold() for name in first]


def _records(content: str, delimiter: str) -> dict[int, list[str]]:
    """The rows that hold anything, under their numbers: the row of the columns is row 1, as in a spreadsheet."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    found: dict[int, list[str]] = {}
    number = 1
    try:
        for number, cells in enumerate(islice(reader, 1, MOST_ROWS + 2), 2):
            if any(map(str.strip, cells)):
                found[number] = cells
    except csv.Error as error:
        not_csv = gettext_noop("not CSV: %(reason)s, line %(line)d")
        raise _Refused(Fault("", not_csv, reason=str(error), line=reader.line_num)) from error
    if number > MOST_ROWS + 1:
        raise _Refused(Fault("", gettext_noop("more than %(most)d rows"), most=MOST_ROWS))
    return found


def _row(number: int, cells: Mapping[str, str]) -> _Row:
    language = (cells.get("language") or cells.get("lang", "")).strip().casefold()[:2]
    return _Row(
        place=f"row {number}",
        address=cells.get("concepturi", "").strip(),
        code=cells.get("code", "").strip(),
        language=language if language in LANGUAGES else "",
        label=" ".join(cells.get("preferredlabel", "").split()),
        other_labels=cells.get("altlabels", ""),
    )


def _plain(label: str) -> str:
    """A label as it is compared: capitals, spaces and the kind of apostrophe make no difference."""
    return " ".join(label.split()).casefold().replace("’", "'")


def _wrong(row: _Row, codes: Iterable[str]) -> Errors:
    yield from esco_address(f"{row.place}, conceptUri", row.address)
    if row.code and row.code not in codes:
        yield Fault(f"{row.place}, code", AMONG["skills"], code=row.code)


def _shortened(faults: Sequence[Fault]) -> Sequence[Fault]:
    """The first faults, and how many more there are: a wrong file may have one in each of its rows."""
    more = len(faults) - MOST_FAULTS
    return [*faults[:MOST_FAULTS], Fault("", gettext_noop("and more: %(count)d"), count=more)] if more > 0 else faults


def _attached(rows: list[_Row], document: Document) -> Reading:
    index = _index(document["skills"])
    for row in rows:  # first of all: what one row says of a concept goes for its other rows, of other languages
        index.setdefault(("address", row.address), {}).update(_named(row, index))
    not_taken = [fault for row in rows for skill in index[row.key].values() for fault in _attach(row, skill)]
    alone = [row for row in rows if not index[row.key]]
    return Reading(document, left_out=(*_shortened(not_taken), *_without_skill(alone)))


def _index(skills: list[Document]) -> Index:
    index: Index = {}
    for skill in skills:
        addresses = [("address", address) for address in skill["references"]["esco"]]
        names = [("label", _plain(skill["name"][language])) for language in LANGUAGES]
        for key in (("code", skill["code"]), *addresses, *names):
            index.setdefault(key, {})[skill["code"]] = skill
    return index


def _named(row: _Row, index: Index) -> dict[str, Document]:
    """The skills that a row names: by its code, or else by its labels."""
    if row.code:
        return index[row.key]
    labels = filter(None, map(_plain, [row.label, *row.other_labels.splitlines()]))
    found = chain.from_iterable(index.get(("label", label), {}).values() for label in labels)
    return {skill["code"]: skill for skill in found}


def _attach(row: _Row, skill: Document) -> Errors:
    """Add the reference and, where it is blank, the name; say what the skill cannot take."""
    yield from _refer(row, skill)
    if row.language and row.label and not skill["name"][row.language].strip():
        yield from _name(row, skill)


def _refer(row: _Row, skill: Document) -> Errors:
    addresses = skill["references"]["esco"]
    if row.address in addresses:
        return
    if len(addresses) < MOST_REFERENCES:
        addresses.append(row.address)
    else:
        full = gettext_noop("%(code)s has %(most)d references already")
        yield Fault(row.place, full, code=skill["code"], most=MOST_REFERENCES)


def _name(row: _Row, skill: Document) -> Errors:
    wrong = list(name_text(f"{row.place}, preferredLabel", row.label))
    if not wrong:
        skill["name"][row.language] = row.label
    yield from wrong


def _without_skill(rows: list[_Row]) -> Errors:
    if rows:
        yield Fault("", gettext_noop("rows that match no skill: %(count)d"), count=len(rows))
    for row in rows[:MOST_LISTED]:
        yield Fault(row.place, gettext_noop("%(label)s matches no skill"), label=row.label or row.address)
