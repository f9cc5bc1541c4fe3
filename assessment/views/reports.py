"""The gap report of one person: as a page, against another target or today's requirements, as files."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language
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
from assessment.views.nobody import Nobody, closed
from careerquiz import prepared
from careerquiz.prepared import Hole


@require_safe
@personal
def report(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The gap report; `?role=` and `?grade=` read the same answers against another target."""
    assessment = own(request, uuid)
    if not assessment.finished:
        return redirect("review", uuid)
    return report_page(request, assessment, read_against(request, assessment))


def report_page(request: HttpRequest, assessment: Assessment, found: GapReport) -> HttpResponse:
    """Show it: in a page that is prepared, unless the page says more than most do."""
    elsewhere = is_elsewhere(assessment, found)
    newer = None if elsewhere else newer_version(assessment)
    body = render_to_string("_report.html", body_context(assessment, found))
    if not any([elsewhere, newer, assessment.notes, assessment.title]) and prepared.can_be_filled(request):
        return usual_page(request, assessment, body)
    context = page_context(assessment, found, links.link_to(request, assessment))
    return render(request, "report.html", context | {"body": body, "newer": newer, "notes": notes_of(assessment)})


def body_context(assessment: Assessment, found: GapReport) -> dict[str, Any]:
    """What the report itself shows to its person: with the roles that go further, as far as the answers tell."""
    further = assessment.catalogue.extensions(found.role.code)
    extensions = [assessment.gap_report(role.code, found.grade.code) for role in further]
    return report_context(assessment, found) | {"extensions": extensions}


def page_context(assessment: Assessment | Nobody, found: GapReport, link: str | None) -> dict[str, Any]:
    """What the page around it shows."""
    return {
        "assessment": assessment,
        "report": found,
        "sha256": assessment.catalogue.sha256,
        "newer": None,
        "notes": [],
        "files": files_of(assessment, found),
        "form": TargetForm(assessment.catalogue, initial={"role": found.role.code, "grade": found.grade.code}),
        "own_target": assessment.target,
        "elsewhere": is_elsewhere(assessment, found),
        "link": link,
    }


def is_elsewhere(assessment: Assessment | Nobody, found: GapReport) -> bool:
    """Whether the report is read against another target than the person's own."""
    return (found.role.code, found.grade.code) != (assessment.role, assessment.grade)


def usual_page(request: HttpRequest, assessment: Assessment, body: str) -> HttpResponse:
    """The page around a report as most are: against one's own target, of today's catalogue, without notes or a name."""
    link = links.link_to(request, assessment)
    until = timezone.localdate(assessment.link_until) if link else None
    key = (assessment.version_id, assessment.version.sha256, assessment.role, assessment.grade, until)

    def context() -> dict[str, Any]:
        nobody = Nobody(assessment, until)
        return page_context(nobody, nobody.gap_report(), link and Hole("link")) | {"body": Hole("body")}

    values = {"number": str(assessment.uuid), "link": escape(link or ""), "body": body, **closed(assessment)}
    return prepared.page(request, "report.html", key, context, values)


def report_context(assessment: Assessment, found: GapReport) -> dict[str, Any]:
    """What shows a report, whoever reads it."""
    catalogue = assessment.catalogue
    return {
        "assessment": assessment,
        "report": found,
        "levels": catalogue.levels,
        "language": get_language(),
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
