"""ESCO's skills as the CSV that its portal gives: references and names for the skills of the draft (docs/esco.md)."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain, islice

from assessment.catalogue.check import AMONG, esco_address
from assessment.catalogue.model import LANGUAGES
from assessment.catalogue.shape import MISSING, Errors, text
from assessment.exchange.reading import Document, Reading, refused
from assessment.fault import Fault, gettext_noop

Index = dict[tuple[str, str], dict[str, Document]]  # ("code", "address" or "label", its value) -> skills by their codes

MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
MOST_FAULTS = 100
MOST_LISTED = 20
MOST_REFERENCES = 1000

name_text = text(120)


class _Refused(Exception):
    """The file is no table of concepts."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class _Row:
    """One concept. `label` is the preferred one; what the file does not say is ""."""

    place: str
    address: str
    code: str
    language: str
    label: str
    other_labels: str  # a line each


def read_esco(data: bytes, draft: Document) -> Reading:
    """Attach the concepts of a file to the skills of `draft` that they name; `left_out` counts those that name none.

    A row belongs to the skill in its column `code`. Without one it belongs, like all rows of its concept, to the skills
    that hold the address and those whose name is one of the labels. A blank name gets the preferred label if the row
    says its language. Never raises.
    """
    try:
        rows = _rows(_decoded(data))
    except _Refused as refusal:
        return refused(*refusal.faults)
    codes = {skill["code"] for skill in draft["skills"]}
    if faults := [fault for row in rows for fault in _wrong(row, codes)]:
        return refused(*_shortened(faults))
    return _attached(rows, deepcopy(draft))


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
    if wide:
        outside = gettext_noop("a cell outside the columns that the first row names")
        raise _Refused(*_shortened([Fault(f"row {number}", outside) for number in wide]))
    return [_row(number, dict(zip(columns, cells, strict=False))) for number, cells in records.items()]


def _header(content: str) -> tuple[str, list[str]]:
    """The delimiter that makes a column "conceptUri" of the first row, and the columns, casefolded."""
    found = {delimiter: _columns(content, delimiter) for delimiter in ",;"}
    delimiter = next((delimiter for delimiter, columns in found.items() if "concepturi" in columns), None)
    if delimiter is None:
        raise _Refused(Fault("column conceptUri", MISSING))
    if twice := [column for column, count in Counter(found[delimiter]).items() if column and count > 1]:
        stands_twice = gettext_noop("the column stands twice")
        raise _Refused(*_shortened([Fault(f"column {column}", stands_twice) for column in twice]))
    return delimiter, found[delimiter]


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


def _shortened(faults: list[Fault]) -> list[Fault]:
    """The first faults, and how many more there are: a wrong file may have one in each of its rows."""
    more = len(faults) - MOST_FAULTS
    return [*faults[:MOST_FAULTS], Fault("", gettext_noop("and more: %(count)d"), count=more)] if more > 0 else faults


def _attached(rows: list[_Row], document: Document) -> Reading:
    index = _index(document["skills"])
    for row in rows:  # first of all: what one row says of a concept goes for its other rows, of other languages
        index.setdefault(("address", row.address), {}).update(_named(row, index))
    found = [(row, index["code", row.code] if row.code else index["address", row.address]) for row in rows]
    not_taken = [fault for row, skills in found for skill in skills.values() for fault in _attach(row, skill)]
    nobody = _without_skill([row for row, skills in found if not skills])
    return Reading(document, left_out=(*_shortened(not_taken), *nobody))


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
        return index["code", row.code]
    labels = filter(None, map(_plain, [row.label, *row.other_labels.splitlines()]))
    found = chain.from_iterable(index.get(("label", label), {}).values() for label in labels)
    return {skill["code"]: skill for skill in found}


def _attach(row: _Row, skill: Document) -> Errors:
    """Add the reference and, where it is blank, the name; say what the skill cannot take."""
    addresses, names = skill["references"]["esco"], skill["name"]
    if row.address not in addresses and len(addresses) < MOST_REFERENCES:
        addresses.append(row.address)
    elif row.address not in addresses:
        full = gettext_noop("%(code)s has %(most)d references already")
        yield Fault(row.place, full, code=skill["code"], most=MOST_REFERENCES)
    if row.language and row.label and not names[row.language].strip():
        wrong = list(name_text(f"{row.place}, preferredLabel", row.label))
        yield from wrong
        if not wrong:
            names[row.language] = row.label


def _without_skill(rows: list[_Row]) -> Errors:
    if rows:
        yield Fault("", gettext_noop("rows that match no skill: %(count)d"), count=len(rows))
    for row in rows[:MOST_LISTED]:
        yield Fault(row.place, gettext_noop("%(label)s matches no skill"), label=row.label or row.address)
