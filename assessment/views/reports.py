"""The gap report of one person: as a page, against another target or today's requirements, as files."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from assessment import links
from assessment.catalogue.model import Skill
from assessment.forms import TargetForm
from assessment.models import Assessment, CatalogueVersion
from assessment.radar import radar
from assessment.scoring import GapReport
from assessment.today import compare
from assessment.views.access import own, personal
from assessment.views.files import files_of, read_against


@require_safe
@personal
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The gap report; `?role=` and `?grade=` read the same answers against another target."""
    assessment = own(request, uuid)
    if not assessment.finished:
        return redirect("review", uuid)
    found, catalogue = read_against(request, assessment), assessment.catalogue
    elsewhere = (found.role, found.grade) != assessment.target
    context = report_context(assessment, found) | {
        "newer": None if elsewhere else newer_version(assessment),
        "notes": notes_of(assessment),
        "extensions": [
            assessment.gap_report(role.code, found.grade.code) for role in catalogue.extensions(found.role.code)
        ],
        "files": files_of(assessment, found),
        "form": TargetForm(catalogue, initial={"role": found.role.code, "grade": found.grade.code}),
        "own_target": assessment.target,
        "elsewhere": elsewhere,
        "link": links.link_to(request, assessment),
    }
    return render(request, "report.html", context)


def report_context(assessment: Assessment, found: GapReport) -> dict[str, Any]:
    """What shows a report, whoever reads it."""
    catalogue = assessment.catalogue
    return {
        "assessment": assessment,
        "report": found,
        "levels": catalogue.levels,
        "sha256": catalogue.sha256,  # with the language, what the parts of the page that are kept depend on
        "base": catalogue.base(found.role.code),
        "strengths": found.in_state("met", "above"),
        "unrated": found.in_state("unrated"),
        "not_applicable": found.in_state("not_applicable"),
        "skills": found.by_competency,
        "radar": radar(found),
    }


def notes_of(assessment: Assessment) -> list[tuple[Skill, str]]:
    """The notes under their skills, in catalogue order."""
    notes = assessment.notes
    return [(skill, notes[skill.code]) for skill in assessment.catalogue.skills if skill.code in notes]


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
