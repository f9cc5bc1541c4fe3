"""Every form in which a catalogue comes and goes: what a file is, read by its bytes; and how one is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment import strict_json
from assessment.catalogue.check import check, is_unfinished
from assessment.catalogue.file import build, canonical
from assessment.exchange.case_export import export_case
from assessment.exchange.case_import import read_case
from assessment.exchange.esco import read_esco
from assessment.exchange.reading import Document, Reading, refused
from assessment.exchange.skills_table import read_skills, skills_csv, skills_xlsx


def read_json(data: bytes, draft: Document) -> Reading:
    """A catalogue file or a CASE package. What a draft may lack for a while, a catalogue file may lack too."""
    try:
        document = strict_json.parse(data)
    except strict_json.NotStrictJson as error:
        return refused(error.fault)
    if not isinstance(document, dict) or "format" not in document:
        return read_case(data, draft)
    wrong = [fault for fault in check(document) if not is_unfinished(fault)]
    return refused(*wrong) if wrong else Reading(document)


def read_any(data: bytes, draft: Document) -> Reading:
    """What any file of ours would make of the draft: a catalogue, a CASE package, a table of skills, a list of ESCO."""
    start = data[:65_536].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        return read_json(data, draft)
    is_esco = b"concepturi" in start.partition(b"\n")[0].lower()
    return read_esco(data, draft) if is_esco else read_skills(data, draft)


@dataclass(frozen=True)
class Writer:
    """One form of a catalogue to take away."""

    ending: str
    content_type: str
    write: Callable[[Document, datetime, int | None], bytes]  # of when it is, and the number of a version
    needs_finished: bool = False


JSON = "application/json"
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WRITERS: Mapping[str, Writer] = {
    "catalogue": Writer("json", JSON, lambda document, *_: canonical(document)),
    "skills-xlsx": Writer("xlsx", XLSX, lambda document, *_: skills_xlsx(document)),
    "skills-csv-fr": Writer("csv", CSV, lambda document, *_: skills_csv(document, "fr")),
    "skills-csv-en": Writer("csv", CSV, lambda document, *_: skills_csv(document, "en")),
    "case": Writer(
        "json",
        JSON,
        lambda document, at, number: export_case(build(document), changed=at, version=number),
        needs_finished=True,
    ),
}
