"""Every format of the long export."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assessment.exports.results.parquet import refuse_parquet, write_parquet
from assessment.exports.results.rows import Export
from assessment.exports.results.text import write_csv, write_jsonl
from assessment.exports.results.xlsx import refuse_xlsx, write_xlsx
from assessment.fault import Fault


@dataclass(frozen=True)
class Writer:
    """One format: `write` yields the file in pieces; `refuse` says why a number of rows cannot be written so."""

    ending: str
    content_type: str
    write: Callable[[Export], Iterator[bytes]]
    refuse: Callable[[int], Fault | None] = lambda rows: None
    is_text: bool = False  # which the way to the reader may compress


CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WRITERS: Mapping[str, Writer] = {
    "csv-fr": Writer("csv", CSV, write_csv("fr"), is_text=True),
    "csv-en": Writer("csv", CSV, write_csv("en"), is_text=True),
    "xlsx": Writer("xlsx", XLSX, write_xlsx, refuse_xlsx),
    "jsonl": Writer("jsonl", "application/jsonl; charset=utf-8", write_jsonl, is_text=True),
    "parquet": Writer("parquet", "application/vnd.apache.parquet", write_parquet, refuse_parquet),
}
