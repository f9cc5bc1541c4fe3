"""The results as Parquet, by pyarrow, which is not needed for anything else and may be absent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from operator import attrgetter, itemgetter
from typing import Any

from assessment.exports.results.columns import COLUMNS, NOTE, SITTING, SKILL, Column, Kind, Value
from assessment.exports.results.lines import Sink
from assessment.exports.results.rows import Export, Group, Sat, one_line
from assessment.fault import Fault, gettext_noop
from assessment.scoring import Answer

ROW_GROUP = 10_000  # of 50,000 it would take 170 MB to write, and be read no faster
NOT_INSTALLED = gettext_noop(
    "Parquet needs pyarrow, which is not installed here: pip install -r requirements-parquet.txt"
)
TYPES: Mapping[Kind, str] = {"text": "string", "integer": "int32", "date": "date32", "boolean": "bool"}


def refuse_parquet(rows: int) -> Fault | None:
    """Why this machine cannot write Parquet."""
    return None if find_spec("pyarrow") else Fault("", NOT_INSTALLED)


def write_parquet(export: Export) -> Iterator[bytes]:
    """The file, a row group at a time. It has no footer before its end: what breaks off is no Parquet."""
    import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415 (may be absent, and is slow to load)
    from pyarrow import parquet  # noqa: PLC0415

    pa.set_memory_pool(pa.system_memory_pool())  # its own keeps 20 MB that nobody uses any more
    sink = Sink()
    with parquet.ParquetWriter(sink, _schema(COLUMNS)) as writer:
        yield sink.taken()
        for sats in _row_groups(export.sittings()):
            writer.write_table(_table(sats))
            yield sink.taken()
    yield sink.taken()


def _row_groups(sittings: Iterator[Sat]) -> Iterator[list[Sat]]:
    held: list[Sat] = []
    rows = 0
    for sat in sittings:
        held.append(sat)
        rows += len(sat.group.skills)
        if rows >= ROW_GROUP:
            yield held
            held, rows = [], 0
    if held:
        yield held


def _schema(columns: Sequence[Column]) -> Any:
    import pyarrow as pa  # noqa: PLC0415

    return pa.schema([(column.name, TYPES[column.kind]) for column in columns])


def _made_of(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> Any:
    import pyarrow as pa  # noqa: PLC0415

    return pa.table([list(values) for values in zip(*rows, strict=True)], schema=_schema(columns))


def _table(sats: Sequence[Sat]) -> Any:
    """The rows of some sittings: what each says of its sitting, and of its skill, is taken out of two small tables."""
    import pyarrow as pa  # noqa: PLC0415

    places, cells = _cells({sat.group: None for sat in sats})
    asked = [(index, sat, code, of) for index, sat in enumerate(sats) for code, of in places[sat.group]]
    sitting = pa.array(list(map(itemgetter(0), asked)))
    skill = pa.array([of[sat.answers.get(code)] for _, sat, code, of in asked])
    notes = pa.array([_note(sat, code) for _, sat, code, _ in asked], TYPES[NOTE.kind])
    of_sitting = _made_of(SITTING, list(map(attrgetter("cells"), sats))).take(sitting).columns
    return pa.table([*of_sitting, *_made_of(SKILL, cells).take(skill).columns, notes], schema=_schema(COLUMNS))


def _note(sat: Sat, code: str) -> str | None:
    return one_line(sat.notes.get(code, "")) or None


Places = dict[Group, list[tuple[str, dict[Answer | None, int]]]]


def _cells(groups: Iterable[Group]) -> tuple[Places, list[tuple[Value, ...]]]:
    """Where the cells of each group, skill and answer stand, and the SKILL cells of all of them."""
    cells: list[tuple[Value, ...]] = []
    places: Places = {}
    for group in groups:
        places[group] = []
        for code, by_answer in group.skills:
            places[group].append((code, {answer: len(cells) + place for place, answer in enumerate(by_answer)}))
            cells.extend(by_answer.values())
    return places, cells
