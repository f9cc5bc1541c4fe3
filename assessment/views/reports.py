"""The gap report of one person: as a page, against another target or today's requirements, as files."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from assessment import links
from assessment.exports.report_json import report_json
from assessment.forms import TargetForm
from assessment.models import Assessment, CatalogueVersion
from assessment.radar import radar
from assessment.scoring import GapReport
from assessment.today import compare
from assessment.views.access import own, personal


@require_safe
@personal
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The gap report; `?role=` and `?grade=` read the same answers against another target."""
    assessment = own(request, uuid)
    if not assessment.finished:
        return redirect("review", uuid)
    found, catalogue = read_against(request, assessment), assessment.catalogue
    elsewhere = (found.role, found.grade) != assessment.target
    context = {
        "assessment": assessment,
        "newer": None if elsewhere else newer_version(assessment),
        "report": found,
        "levels": catalogue.levels,
        "base": catalogue.base(found.role.code),
        "strengths": found.in_state("met", "above"),
        "unrated": found.in_state("unrated"),
        "not_applicable": found.in_state("not_applicable"),
        "skills": found.by_competency,
        "notes": [
            (skill, assessment.notes[skill.code]) for skill in catalogue.skills if skill.code in assessment.notes
        ],
        "radar": radar(found),
        "extensions": [
            assessment.gap_report(role.code, found.grade.code) for role in catalogue.extensions(found.role.code)
        ],
        "form": TargetForm(catalogue, initial={"role": found.role.code, "grade": found.grade.code}),
        "own_target": assessment.target,
        "elsewhere": elsewhere,
        "link": links.link_to(request, assessment),
    }
    return render(request, "report.html", context)


def read_against(request: HttpRequest, assessment: Assessment) -> GapReport:
    """The report against the target of the query string, or the person's own. 404 for a target that does not exist."""
    target = {"role": assessment.role, "grade": assessment.grade} | request.GET.dict()
    form = TargetForm(assessment.catalogue, target)
    if not form.is_valid():
        raise Http404
    return assessment.gap_report(form.cleaned_data["role"], form.cleaned_data["grade"])


def newer_version(assessment: Assessment) -> CatalogueVersion | None:
    """The newest catalogue version, if it is newer than the one of this assessment."""
    return CatalogueVersion.objects.filter(number__gt=assessment.version.number).current()


@require_safe
@personal
def report_today(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What today's requirements change for the person: the answers of the report read against both catalogues."""
    assessment = own(request, uuid)
    newer = newer_version(assessment)
    if newer is None or not assessment.finished:
        return redirect("report", uuid)
    role, grade = assessment.target
    context = {
        "assessment": assessment,
        "newer": newer,
        "role": role,
        "grade": grade,
        "role_is_gone": role.code not in newer.catalogue.role_by_code,
        "comparison": compare(assessment.gap_report(), newer.catalogue, assessment.language),
    }
    return render(request, "report_today.html", context)


@require_safe
@personal
def report_file(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The report as JSON, to take away."""
    assessment = own(request, uuid)
    if not assessment.finished:
        raise Http404
    found = read_against(request, assessment)
    response = HttpResponse(report_json(found, assessment.version.number), content_type="application/json")
    response.headers["Content-Disposition"] = (
        f'attachment; filename="careerquiz-{found.role.code}-{found.grade.code}.json"'
    )
    return response
