"""What a person means to do about their gaps, and what reaching a level would do."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from assessment.models import MOST_STEPS, Assessment, PlanItem
from assessment.plan import ORDERS, PRIORITY, imagine, outlook, prospects
from assessment.plan_forms import CHOICES, PlanForm, higher, imagined
from assessment.scoring import GapReport
from assessment.views.access import own, personal, require_form

NAMES = {
    "priority": _("By priority"),
    "interest": _("By your interest"),
    "both": _("By both"),
}


@require_form
@personal
def plan(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The gaps, what the person picked of them and wrote; `?order=` sorts, `?reach-T1=3` imagines, POST saves."""
    assessment = own(request, uuid)
    if not assessment.finished:
        return redirect("review", uuid)
    report = assessment.gap_report()
    form = PlanForm(report.priorities, request.POST)
    if request.method == "POST":
        keep(assessment, form)
        if form.is_valid():
            return redirect(f"{reverse('plan', args=[uuid])}?order={order_of(request)}&done=saved")
    return plan_page(request, assessment, report, form)


def keep(assessment: Assessment, form: PlanForm) -> None:
    """Save what is valid, and tell the form for which picks there was no room."""
    try:
        form.refuse_picks(PlanItem.objects.edit(assessment, form.edits))
    except Assessment.DoesNotExist as erased:  # in another tab, since this request began
        raise Http404 from erased


def order_of(request: HttpRequest) -> str:
    """The order that a button or the address asks for; as in the report where it is none."""
    asked = request.POST.get("order") or request.GET.get("order", "")
    return asked if asked in ORDERS else PRIORITY


def plan_page(request: HttpRequest, assessment: Assessment, report: GapReport, form: PlanForm) -> HttpResponse:
    """Show the plan as it is stored, with what could not be kept of what came in."""
    order = order_of(request)
    lines = form.lines(assessment.plan.all(), order)
    picked = [(line, prospects(report, line.gap)) for line in lines if line.item.picked]
    context = {
        "assessment": assessment,
        "report": report,
        "levels": assessment.catalogue.levels,
        "order": order,
        "orders": NAMES.items(),
        "form": form,
        "interests": CHOICES,
        "picked": picked,
        "others": [line for line in lines if not line.item.picked],
        "paper": [line for line, _prospects in picked] or lines[:MOST_STEPS],
        "most": MOST_STEPS,
        "saved": request.method != "POST" and request.GET.get("done") == "saved",
        **what_if_context(request, report),
    }
    return render(request, "plan.html", context)


def what_if_context(request: HttpRequest, report: GapReport) -> dict[str, Any]:
    """Where one stands, and where one would with the levels that the address asks for."""
    if not report.priorities:
        return {"now": None, "imagined": None, "reaches": [], "left_aside": False}
    levels, all_read = imagined(report.priorities, request.GET.dict())
    return {
        "now": outlook(report),
        "imagined": imagine(report, levels) if levels else None,
        "reaches": [(gap, higher(gap), levels.get(gap.skill.code)) for gap in report.priorities],
        "left_aside": not all_read,
    }
