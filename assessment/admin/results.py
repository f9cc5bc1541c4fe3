"""The results of many: how much there is, and the files for analysts. Nobody is listed, and few are not counted."""

import zlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from operator import attrgetter
from threading import BoundedSemaphore
from typing import Any

from django.conf import settings
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.middleware.gzip import re_accepts_gzip
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.admin.desk import page, page_language, staff
from assessment.catalogue.model import Catalogue, Grade, Role
from assessment.exports.results.columns import COLUMNS
from assessment.exports.results.form import SelectionForm
from assessment.exports.results.rows import Export
from assessment.exports.results.writers import WRITERS, Writer
from assessment.models import Assessment, CatalogueVersion
from assessment.models.selection import PEOPLE, Counts, counts_of, known_versions
from careerquiz.client import address_of
from careerquiz.limits import RESULTS, limited
from profiles.models import Event

turns = BoundedSemaphore(2)  # files at a time in this process: a slow reader keeps a thread, and pages need some too
BUTTONS = {
    "csv-fr": gettext_lazy("CSV for a French spreadsheet"),
    "csv-en": gettext_lazy("CSV for an English spreadsheet and for statistics"),
    "xlsx": gettext_lazy("XLSX workbook"),
    "jsonl": gettext_lazy("JSON Lines"),
    "parquet": gettext_lazy("Parquet"),
}


@dataclass(frozen=True)
class Cell:
    """One line of a breakdown: what it is of, how many sittings, and by how many people."""

    label: str
    asked: str  # the query string that selects it alone
    sittings: int
    people: int
    is_hidden: bool = False


@staff("read_results")
@never_cache
@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Counts and filters, and the way to each file."""
    return results_page(request, asked_by(request))


@staff("read_results")
@never_cache
@require_safe
@limited(RESULTS)
def results_file(request: HttpRequest, form: str) -> HttpResponseBase:
    """The rows selected, in one of the forms there are; or the page, which says why not."""
    if form not in WRITERS:
        raise Http404
    asked = asked_by(request)
    if not asked.is_valid():
        return results_page(request, asked, status=409)
    counts = counts_of(asked.selection.assessments())
    if refusal := refused(WRITERS[form], counts):
        return results_page(request, asked, refusal, status=409)
    if not turns.acquire(blocking=False):
        busy = _("Other files are being sent at this moment. Please try again when they are done.")
        return results_page(request, asked, busy, status=503)
    response = file_of(request, form, Export(asked.selection, page_language(), counts.rows))
    if request.method == "GET":
        subject = f"results {form} {counts.rows} rows"
        Event.objects.record("export", request.user, subject=subject, address=address_of(request))
    return response


def asked_by(request: HttpRequest) -> SelectionForm:
    """What the address asks for."""
    versions = known_versions()
    newest = CatalogueVersion.objects.current() if versions else None
    return SelectionForm(request.GET, versions, names_in(newest.catalogue) if newest else {})


def names_in(catalogue: Catalogue) -> dict[str, dict[str, str]]:
    """What roles and grades are called in the language of the page."""
    sections: dict[str, Sequence[Role | Grade]] = {"role": catalogue.roles, "grade": catalogue.grades}
    return {name: {item.code: item.name.said_in(page_language()) for item in items} for name, items in sections.items()}


def refused(writer: Writer, counts: Counts) -> str:
    """Why there is no such file of so much, in the language of the page; "" if there is."""
    if counts.people < settings.GROUP_FLOOR:
        return _("There is no file about fewer than %(floor)d people.") % {"floor": settings.GROUP_FLOOR}
    fault = writer.refuse(counts.rows)
    return fault.said(_) if fault else ""


def file_of(request: HttpRequest, form: str, export: Export) -> StreamingHttpResponse:
    """The file as it is made. Text is compressed here: Django's own way would hold back what was written last."""
    writer, today = WRITERS[form], timezone.localdate().isoformat()
    chunks, encoding = pieces(writer.write(export)), "identity"
    if writer.is_text and re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")):
        chunks, encoding = compressed(chunks), "gzip"
    dialect = form.removeprefix("csv") if writer.ending == "csv" else ""
    headers = {
        "Content-Disposition": f'attachment; filename="careerquiz-results-{today}{dialect}.{writer.ending}"',
        "Content-Encoding": encoding,
    }
    return StreamingHttpResponse(Turn(chunks), content_type=writer.content_type, headers=headers)


class Turn:
    """The pieces of a file whose turn it is; the turn is over when the server has sent them or closes what it sends."""

    def __init__(self, chunks: Generator[bytes]) -> None:
        self.chunks = chunks
        self.is_over = False

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self.chunks
        finally:
            self.close()

    def close(self) -> None:
        """End what reads the database, and let the next file begin."""
        if not self.is_over:
            self.is_over = True
            self.chunks.close()
            turns.release()

    __del__ = close  # should nobody have read or closed it


def pieces(chunks: Iterator[bytes]) -> Generator[bytes]:
    """The same, as what can be closed."""
    yield from chunks


def compressed(chunks: Iterable[bytes]) -> Generator[bytes]:
    """The pieces in gzip, each of which can be read when it arrives."""
    packer = zlib.compressobj(1, wbits=31)
    for chunk in chunks:
        yield packer.compress(chunk) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()


def results_page(request: HttpRequest, form: SelectionForm, refusal: str = "", status: int = 200) -> HttpResponse:
    """The page for what is asked, if it is asked rightly and of enough people."""
    counts = shown_counts(form)
    response = page(
        request,
        "admin/results/results.html",
        _("Results"),
        form=form,
        counts=counts,
        floor=settings.GROUP_FLOOR,
        refusal=refusal,
        columns=COLUMNS,
        tables=tables(form) if counts else [],
        buttons=buttons(form, counts) if counts else [],
    )
    response.status_code = status
    return response


def shown_counts(form: SelectionForm) -> Counts | None:
    """How much is selected; None if it is not asked rightly, or of too few people."""
    if not form.is_valid():
        return None
    counts = counts_of(form.selection.assessments())
    return counts if counts.people >= settings.GROUP_FLOOR else None


def buttons(form: SelectionForm, counts: Counts) -> list[tuple[str, Any, str]]:
    """The code of each file, its name, and why it cannot be had."""
    return [(code, name, refused(WRITERS[code], counts)) for code, name in BUTTONS.items()]


def tables(form: SelectionForm) -> list[tuple[str, list[Cell]]]:
    """The sittings selected by what they were, and when."""
    found = form.selection.assessments()
    return [
        (_("By role and grade"), cells(form, found, "role", "grade")),
        (_("By catalogue version"), cells(form, found, "version__number")),
        (_("By language"), cells(form, found, "language")),
        (_("By month"), months(form, found)),
    ]


def counted(found: QuerySet[Assessment], *columns: Any) -> Any:
    """The values of some columns, each with the number of sittings and of their people."""
    return found.values_list(*columns).annotate(sittings=Count("pk"), people=PEOPLE).order_by(*columns)


def cells(form: SelectionForm, found: QuerySet[Assessment], *columns: str) -> list[Cell]:
    """A breakdown by columns that are filters too."""
    names = [column.partition("__")[0] for column in columns]
    made = []
    for *values, sittings, people in sorted(counted(found, *columns), key=partial(form.order, names)):
        said = [form.said(name, str(value)) for name, value in zip(names, values, strict=True)]
        asked = form.query(**dict(zip(names, values, strict=True)))
        made.append(Cell(", ".join(said), asked, sittings, people))
    return without_few(made)


def months(form: SelectionForm, found: QuerySet[Assessment]) -> list[Cell]:
    """A breakdown by months; each leads to those of its days that are selected."""
    made = []
    for month, sittings, people in counted(found.annotate(month=TruncMonth("day")), "month"):
        first = month.date()
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        since, until = form.selection.since or first, form.selection.until or last
        asked = form.query(since=max(since, first), until=min(until, last))
        made.append(Cell(date_format(first, "YEAR_MONTH_FORMAT"), asked, sittings, people))
    return without_few(made)


def without_few(made: Sequence[Cell]) -> list[Cell]:
    """The cells, those of few people hidden, and then the least of the others too: the total would tell the one."""
    few = [cell for cell in made if cell.people < settings.GROUP_FLOOR]
    others = sorted((cell for cell in made if cell not in few), key=attrgetter("people"))
    hidden = few + others[:1] if few else []
    return [replace(cell, is_hidden=cell in hidden) for cell in made]
