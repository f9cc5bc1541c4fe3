"""What the site says to everybody: what this is, the roles, whose it is."""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment import links, notice
from assessment.catalogue.model import Catalogue
from assessment.models import Assessment, CatalogueVersion
from assessment.views.access import with_version
from assessment.views.assessments import where_it_stopped
from careerquiz import prepared

MINUTES_A_SKILL = 1  # some 130 words to read and one choice to make
# What docs/accessibility.md counts among the criteria of RGAA 4.1, and the day it was checked on.
CONFORMITY = {"total": 106, "met": 69, "not_applicable": 33, "not_yet": 4, "checked": date(2026, 11, 23)}


@require_safe
@with_version
@never_cache
def home(request: HttpRequest, version: CatalogueVersion) -> HttpResponse:
    """What this is, the roles, start; and the way back to what this browser holds."""
    mine = Assessment.objects.visible_to(request.user, links.tokens(request)).with_version().newest_first()[:3]
    held = [(assessment, where_it_stopped(assessment)) for assessment in mine]
    if held or not prepared.can_be_filled(request):
        return render(request, "home.html", home_context(version.catalogue) | {"held": held})
    return prepared.page(request, "home.html", version.sha256, lambda: home_context(version.catalogue))


def home_context(catalogue: Catalogue) -> dict[str, Any]:
    """What the home page says to everybody."""
    counted = [(role, len(catalogue.requirements(role.code))) for role in catalogue.roles]
    roles = [(role, skills, skills * MINUTES_A_SKILL) for role, skills in counted]
    return {"roles": roles, "held": [], "site": settings}


@require_safe
@with_version
def role_sheet(request: HttpRequest, version: CatalogueVersion, code: str) -> HttpResponse:
    """What a role is and what it asks."""
    if not prepared.can_be_filled(request):
        return render(request, "role.html", role_context(version.catalogue, code))
    return prepared.page(request, "role.html", version.sha256, lambda: role_context(version.catalogue, code))


def role_context(catalogue: Catalogue, code: str) -> dict[str, Any]:
    """What the sheet of a role shows. 404 for a role that the catalogue does not have."""
    role = catalogue.role_by_code.get(code)
    if role is None:
        raise Http404
    return {
        "catalogue": catalogue,
        "role": role,
        "base": catalogue.base(code),
        "missions": [catalogue.mission_by_code[mission] for mission in role.missions],
        "pages": catalogue.pages(code),
        "extras": catalogue.extras(code),
        "requirements": catalogue.requirements(code),
        "salaries": [(grade, catalogue.salaries_of(code, grade.code)) for grade in catalogue.grades],
    }


@require_safe
@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    """Who runs this site, what is kept, how long, which rights."""
    return render(request, "privacy.html", {"site": settings, "version": notice.version()})


@require_safe
@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """How far the site conforms to RGAA 4.1, what is not yet good, whom to tell of a barrier."""
    return render(request, "accessibility.html", {"site": settings, "conformity": CONFORMITY})
