"""The skills of the catalogue as a table that goes through a spreadsheet and back (docs/skills-table.md)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from assessment.catalogue.check import check, is_unfinished
from assessment.catalogue.model import LANGUAGES, LEVELS
from assessment.catalogue.shape import MISSING
from assessment.exchange.cells import Cell, Row, Unreadable, guarded, inert, original
from assessment.exchange.reading import Document, Reading, refused
from assessment.exchange.skills_csv import read_csv, write_csv
from assessment.exchange.skills_xlsx import read_xlsx, write_xlsx
from assessment.fault import Fault, gettext_noop, one_line
from assessment.strict_json import MOST_BYTES

Value = str | bool | list[str]

SHEET = "skills"
PLAIN = ("code", "competency", "mission", "origin")
REFERENCES = ("esco", "sfia", "dora", "other")
LISTS = frozenset(["replaced_by", *REFERENCES])
NAMES = {f"name_{language}": f"name.{language}" for language in LANGUAGES}
ANCHORS = {f"level_{level}_{language}": f"anchors.{language}[{level}]" for level in LEVELS for language in LANGUAGES}
PLACES = {  # column -> the place in a skill that it says, as `check` names it
    **{key: key for key in (*PLAIN, "retired", "replaced_by")},
    **NAMES,
    **ANCHORS,
    **{key: f"references.{key}" for key in REFERENCES},
}
COLUMNS = tuple(PLACES)
COLUMN_AT = {place: column for column, place in PLACES.items()}

MOST_SKILLS = 1000
MOST_COLUMNS = 100
MOST_LINES = 1000  # of one cell
MOST_LINES_IN_ALL = 50_000
MOST_FAULTS = 1000
MOST_IN_A_CELL = 32_767  # characters that a spreadsheet keeps
STAYS = "…"  # stands for a list that no cell can hold
OLD_OR_LOCKED = bytes.fromhex("d0cf11e0a1b11ae1")  # how an .xls file starts, and an .xlsx file with a password
ZIP = b"PK\3\4"

AT_SKILL = re.compile(r"skills\[(\d+)\]\.?(.*)")
AT_ROW = re.compile(r"row (\d+)")
EXPLAINED = {  # in both languages at once, since one sheet serves editors of either
    "code": (
        "Le code du savoir-faire : capitales, chiffres, - et _ ; les réponses sont gardées sous ce code.",
        "The code of the skill: capitals, digits, - and _; answers are kept under it.",
    ),
    "competency": ("Le code de la compétence dont il fait partie.", "The code of the competency that it belongs to."),
    "mission": ("Le code de la mission qu’il sert.", "The code of the mission that it serves."),
    "origin": (
        "source (tirée de la fiche métier) ou added (rédaction du catalogue).",
        "source (from the description of the job) or added (written for this project).",
    ),
    "retired": (
        "yes s’il n’est plus demandé, sinon vide.",
        "yes if it is no longer asked, empty otherwise.",
    ),
    "replaced_by": (
        "Les codes des savoir-faire qui le remplacent, un par ligne.",
        "The codes of the skills that took its place, one per line.",
    ),
    **dict.fromkeys(
        NAMES,
        (
            "Le nom dans cette langue (fr : français, en : anglais), 120 caractères au plus.",
            "The name in this language (fr: French, en: English), 120 characters at most.",
        ),
    ),
    **dict.fromkeys(
        ANCHORS,
        (
            "Ce que dit de soi une personne à ce niveau, dans cette langue, 300 caractères au plus.",
            "What a person at this level says of themselves, in this language, 300 characters at most.",
        ),
    ),
    "esco": ("Adresses ESCO, une par ligne.", "ESCO addresses, one per line."),
    "sfia": ("Codes SFIA, un par ligne.", "SFIA codes, one per line."),
    "dora": ("Capacités DORA, une par ligne.", "DORA capabilities, one per line."),
    "other": (
        "Autres références, une par ligne, 200 caractères au plus chacune.",
        "Other references, one per line, 200 characters at most each.",
    ),
}
EXPLAINED_SHEET = (("column", "français", "English"), *((column, *EXPLAINED[column]) for column in COLUMNS))
WIDTHS = {
    SHEET: [45 if column in NAMES | ANCHORS | dict.fromkeys(REFERENCES) else 14 for column in COLUMNS],
    "columns": [14, 70, 70],
}


def skills_csv(document: Document, dialect: str) -> bytes:
    """The skills as CSV: "fr" is separated by `;`, "en" by `,`; both UTF-8 with a byte-order mark."""
    return write_csv(_table(document), dialect)


def skills_xlsx(document: Document) -> bytes:
    """The skills as a workbook: the sheet "skills", and "columns", which says what each column is."""
    return write_xlsx({SHEET: _table(document), "columns": EXPLAINED_SHEET}, WIDTHS)


def read_skills(data: bytes, draft: Document) -> Reading:
    """What the draft becomes when its skills are those of the file, CSV or XLSX as the bytes tell.

    A skill that the file does not name goes, with what roles require of it; nothing else of the draft changes. A
    cell that still says what the draft says keeps it exactly. With any error nothing is taken, and all are said.
    """
    try:
        rows = _rows(data)
    except Unreadable as error:
        return refused(error.fault)
    if not rows:
        return refused(Fault("", gettext_noop("the file is empty")))
    return _under_header(rows[0], rows[1:], draft)


# Writing


def _table(document: Document) -> list[tuple[str, ...]]:
    said = [_values(skill) for skill in document["skills"]]
    return [COLUMNS, *(tuple(_written(values[column]) for column in COLUMNS) for values in said)]


def _values(skill: Document) -> dict[str, Value]:
    """What a skill says, by column."""
    return {
        **{key: skill[key] for key in PLAIN},
        "retired": skill.get("retired", False),
        "replaced_by": skill.get("replaced_by", []),
        **{f"name_{language}": skill["name"][language] for language in LANGUAGES},
        **{
            f"level_{level}_{language}": skill["anchors"][language][level] for level in LEVELS for language in LANGUAGES
        },
        **skill["references"],
    }


def _skill(values: Mapping[str, Value]) -> Document:
    """The skill that says this: `_skill(_values(s)) == s`."""
    only_if_so = {key: values[key] for key in ("retired", "replaced_by") if values[key]}
    return {
        **{key: values[key] for key in PLAIN},
        **only_if_so,
        "name": {language: values[f"name_{language}"] for language in LANGUAGES},
        "anchors": {language: _anchors(values, language) for language in LANGUAGES},
        "references": {key: values[key] for key in REFERENCES},
    }


def _anchors(values: Mapping[str, Value], language: str) -> list[Value]:
    return [values[f"level_{level}_{language}"] for level in LEVELS]


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    text = "\n".join(guarded(line.strip()) for line in value) if isinstance(value, list) else inert(value.strip())
    return text if len(text) <= MOST_IN_A_CELL else STAYS


# Reading


def _rows(data: bytes) -> list[Row]:
    if len(data) > MOST_BYTES:
        wrong = gettext_noop("too large: %(size)d bytes, %(most)d at most")
        raise Unreadable(Fault("", wrong, size=len(data), most=MOST_BYTES))
    if data.startswith(OLD_OR_LOCKED):
        wrong = gettext_noop("an old .xls file, or one with a password: save it as .xlsx without one, or as CSV")
        raise Unreadable(Fault("", wrong))
    found = read_xlsx(data, SHEET) if data.startswith(ZIP) else read_csv(data)
    rows = list(islice(found, MOST_SKILLS + 2))
    if len(rows) > MOST_SKILLS + 1:
        raise Unreadable(Fault("", gettext_noop("more than %(most)d skills"), most=MOST_SKILLS))
    return rows


def _under_header(header: Row, skills: list[Row], draft: Document) -> Reading:
    number, cells = header
    names = {column: cell.text.strip() for column, cell in cells.items()}
    if len(names) > MOST_COLUMNS or set(COLUMNS).isdisjoint(names.values()):
        wrong = gettext_noop("the first row must name the columns: %(columns)s and so on")
        return refused(Fault(f"row {number}", wrong, columns=", ".join(COLUMNS[:8])))
    if faults := _column_faults(list(names.values())):
        return refused(*faults)
    if not skills:
        return refused(Fault("", gettext_noop("there is no skill below the names of the columns")))
    return _reading(_by_name(skills, names), draft)


def _by_name(rows: list[Row], names: Mapping[int, str]) -> list[tuple[int, dict[str, Cell]]]:
    return [(number, _named(cells, names)) for number, cells in rows]


def _column_faults(names: list[str]) -> list[Fault]:
    missing = [(name, MISSING) for name in COLUMNS if name not in names]
    unknown = [(one_line(name), gettext_noop("unknown column")) for name in names if name not in COLUMNS]
    twice = [(name, gettext_noop("the column stands twice")) for name in COLUMNS if names.count(name) > 1]
    return [Fault(f"column {name}", wrong) for name, wrong in missing + unknown + twice]


def _named(cells: Mapping[int, Cell], names: Mapping[int, str]) -> dict[str, Cell]:
    """The cells of a row by their columns, judged; those that stand under no name are under ""."""
    found = {column: Cell("") for column in COLUMNS} | {names.get(place, ""): cell for place, cell in cells.items()}
    return {column: _judged(column, cell) for column, cell in found.items()}


def _judged(column: str, cell: Cell) -> Cell:
    """The cell, or a blank one with what is wrong with it beyond what `check` sees."""
    wrong = cell.wrong or JUDGES.get(column, _good)(cell.text.strip())
    return Cell("", wrong) if wrong else cell


def _good(text: str) -> str:
    return ""


def _outside(text: str) -> str:
    return gettext_noop("a cell outside the columns that the first row names")


def _needed(text: str) -> str:
    return "" if text else MISSING


def _yes(text: str) -> str:
    return "" if text in {"", "yes"} else gettext_noop("must be yes or empty")


def _short_list(text: str) -> str:
    return gettext_noop("more than %(most)d lines") if len(_lines(text)) > MOST_LINES else ""


JUDGES: Mapping[str, Callable[[str], str]] = {  # column -> what is wrong with a text in it, "" if nothing
    "": _outside,
    **dict.fromkeys(PLAIN, _needed),
    "retired": _yes,
    **dict.fromkeys(LISTS, _short_list),
}


def _reading(rows: list[tuple[int, dict[str, Cell]]], draft: Document) -> Reading:
    if _line_count(rows) > MOST_LINES_IN_ALL:
        return refused(Fault("", gettext_noop("more than %(most)d lines in all lists"), most=MOST_LINES_IN_ALL))
    known = {skill["code"]: _values(skill) for skill in draft["skills"]}
    skills = [_skill(_taken(cells, known.get(cells["code"].text.strip(), {}))) for _, cells in rows]
    document = _with_skills(draft, skills)
    faults = _faults(document, rows)
    return refused(*_in_order(faults)) if faults else Reading(document)


def _line_count(rows: list[tuple[int, dict[str, Cell]]]) -> int:
    return sum(len(_lines(cells[column].text)) for _, cells in rows for column in LISTS)


def _faults(document: Document, rows: list[tuple[int, dict[str, Cell]]]) -> list[Fault]:
    """What is wrong with cells, then what `check` says of the rest."""
    of_cells = [fault for number, cells in rows for fault in _cell_faults(number, cells)]
    said = {fault.place for fault in of_cells}
    return of_cells + [fault for fault in _check_faults(document, rows) if fault.place not in said]


def _cell_faults(number: int, cells: Mapping[str, Cell]) -> Iterator[Fault]:
    for column, cell in cells.items():
        if cell.wrong:
            place = f"row {number}, {column}" if column else f"row {number}"
            yield Fault(place, cell.wrong, most=MOST_LINES)


def _taken(cells: Mapping[str, Cell], before: Mapping[str, Value]) -> dict[str, Value]:
    """What the row says; `before` is what the draft said, {} for a new skill."""
    return {
        column: before[column]
        if column in before and _lines(_written(before[column])) == _lines(cells[column].text)
        else _value(column, cells[column].text)
        for column in COLUMNS
    }


def _value(column: str, text: str) -> Value:
    if column == "retired":
        return text.strip() == "yes"
    return [original(line) for line in _lines(text)] if column in LISTS else original(text.strip())


def _lines(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def _with_skills(draft: Document, skills: list[Document]) -> Document:
    codes = {skill["code"] for skill in skills}
    roles = [role | {"requirements": _only(role["requirements"], codes)} for role in draft["roles"]]
    return draft | {"skills": skills, "roles": roles}


def _only(requirements: Mapping[str, Any], codes: Iterable[str]) -> dict[str, Any]:
    return {code: asked for code, asked in requirements.items() if code in codes}


def _check_faults(document: Document, rows: list[tuple[int, dict[str, Cell]]]) -> Iterator[Fault]:
    """What makes the document no draft, said of rows and columns."""
    numbers = [number for number, _ in rows]
    for fault in check(document):
        if not is_unfinished(fault):
            other = {key: _said(value, numbers) for key, value in fault.values.items() if key == "other"}
            yield Fault(_said(fault.place, numbers), fault.text, **fault.values | other)


def _said(place: str, numbers: list[int]) -> str:
    """A place in a document as a place in the table: "skills[1].name.fr" is "row 3, name_fr"."""
    found = AT_SKILL.fullmatch(place)
    if not found:
        return place
    column = COLUMN_AT.get(found[2]) or COLUMN_AT.get(found[2].rpartition("[")[0])
    row = f"row {numbers[int(found[1])]}"
    return f"{row}, {column}" if column else row


def _in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Each once, by rows; a table in which everything is wrong says so often enough."""
    found = sorted(dict.fromkeys(faults), key=_row_of)
    more = Fault("", gettext_noop("and more: %(count)d"), count=len(found) - MOST_FAULTS)
    return found if len(found) <= MOST_FAULTS else [*found[:MOST_FAULTS], more]


def _row_of(fault: Fault) -> int:
    found = AT_ROW.match(fault.place)
    return int(found[1]) if found else 0
