"""What a person means to do about their gaps."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from assessment.models import MOST_STEPS
from assessment.views.access import own, personal


@require_safe
@personal
def plan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The first gaps with their next steps, and room to write what one will do and by when."""
    assessment = own(request, uuid)
    if not assessment.finished:
        return redirect("review", uuid)
    found = assessment.gap_report()
    context = {
        "assessment": assessment,
        "report": found,
        "levels": assessment.catalogue.levels,
        "steps": found.priorities[:MOST_STEPS],
        "left": len(found.priorities[MOST_STEPS:]),
    }
    return render(request, "plan.html", context)
