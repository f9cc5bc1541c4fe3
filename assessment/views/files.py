"""The files in which a person takes their report away, and what the page of the report offers of them."""

from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessment.exchange.skills_csv import SEPARATORS
from assessment.exports.report_files import FORMS, Form, Taken
from assessment.forms import TargetForm
from assessment.models import Assessment
from assessment.scoring import GapReport
from assessment.views.access import own, personal
from assessment.views.nobody import Nobody
from careerquiz.limits import FILES, limited


def read_against(request: HttpRequest, assessment: Assessment) -> GapReport:
    """The report against the target of the query string, or the person's own. 404 for a target that does not exist."""
    target = {"role": assessment.role, "grade": assessment.grade} | request.GET.dict()
    form = TargetForm(assessment.catalogue, target)
    if not form.is_valid():
        raise Http404
    return assessment.gap_report(form.cleaned_data["role"], form.cleaned_data["grade"])


@require_safe
@personal
@limited(FILES)
def report_file(request: HttpRequest, uuid: UUID, form: str) -> HttpResponse:
    """The report as a file to take away; `?notes=yes`, `?plan=yes` with these, `?dialect=` for CSV."""
    assessment = own(request, uuid)
    if not assessment.finished:
        raise Http404
    found, language, dialect = read_against(request, assessment), get_language() or "fr", dialect_of(request)
    file = FORMS[form]
    wanted = {f"with_{part}": request.GET.get(part) == "yes" for part in ("notes", "plan")}
    taken = Taken(assessment, found, language, dialect, **wanted)
    headers = {"Content-Disposition": f'attachment; filename="{file_name(taken, form)}"'}
    return HttpResponse(file.write(taken), content_type=file.content_type, headers=headers)


def file_name(taken: Taken, form: str) -> str:
    """A name to save it under that tells what is in it: against what, of which day, in which language, with notes."""
    parts = ["careerquiz", taken.report.role.code, taken.report.grade.code, f"{taken.day:%Y-%m-%d}"]
    if form != "json":  # which is the same in every language
        parts.append(taken.dialect if form == "csv" else taken.language)
    if form == "resume":
        parts.append("resume")
    return f"{'-'.join([*parts, *held(taken, FORMS[form])])}.{FORMS[form].ending}"


def held(taken: Taken, form: Form) -> list[str]:
    """What was asked for beside the report and this form of file can hold."""
    asked = {"notes": taken.with_notes, "plan": taken.with_plan}
    can = {"notes": form.may_hold_notes, "plan": form.may_hold_plan}
    return [part for part in asked if asked[part] and can[part]]


def dialect_of(request: HttpRequest) -> str:
    """The dialect of CSV that is asked for, or that of the language of the page. 404 for one that does not exist."""
    dialect = request.GET.get("dialect", get_language() or "fr")
    if dialect not in SEPARATORS:
        raise Http404
    return dialect


@dataclass(frozen=True, slots=True)
class File:
    """A file as the page of the report offers it: where it is, and where it is in another way."""

    form: Form
    address: str
    others: tuple[tuple[str, str], ...]  # what is other about it, its address


def files_of(assessment: Assessment | Nobody, found: GapReport) -> list[File]:
    """What can be taken away of a report."""
    target = {"role": found.role.code, "grade": found.grade.code}
    against = {} if (found.role, found.grade) == assessment.target else target
    return [file_of(assessment, name, against) for name in FORMS]


def file_of(assessment: Assessment | Nobody, name: str, against: dict[str, str]) -> File:
    """One form of file of a report read against a target."""
    path, form = reverse(f"{name}-file", args=[assessment.uuid]), FORMS[name]
    others: list[tuple[str, str]] = []
    if form.may_hold_notes and assessment.notes:
        others.append((_("with your notes"), at_query(path, against | {"notes": "yes"})))
    if form.may_hold_plan and not against:
        others.append((_("with your action plan"), at_query(path, {"plan": "yes"})))
    if name == "csv":
        others.append(other_dialect(path, against))
    return File(form, at_query(path, against), tuple(others))


def other_dialect(path: str, against: dict[str, str]) -> tuple[str, str]:
    """The table for a spreadsheet of the other language: what it is, its address."""
    french = get_language() == "fr"
    dialect, label = ("en", _("for an English spreadsheet")) if french else ("fr", _("for a French spreadsheet"))
    return label, at_query(path, against | {"dialect": dialect})


def at_query(path: str, query: dict[str, str]) -> str:
    """A path with a query string, if there is anything to ask."""
    return f"{path}?{urlencode(query)}" if query else path
