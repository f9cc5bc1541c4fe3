"""The way through an assessment, from its start to its end or its erasure."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment import links, notice
from assessment.catalogue.model import Catalogue
from assessment.forms import StartForm
from assessment.models import Assessment, CatalogueVersion
from assessment.views.access import own, personal, require_form, with_version
from careerquiz import prepared
from careerquiz.limits import DEAD_LINKS, STARTS, limited, misses_limited
from careerquiz.repeats import number_of, token_of
from profiles.models import Event


@require_form
@with_version
@never_cache
@limited(STARTS)
def start(request: HttpRequest, version: CatalogueVersion) -> HttpResponse:
    """Choose a role and a grade; POST makes the assessment and goes to its first page."""
    if request.method != "POST":
        return start_page(request, version.catalogue)
    form = StartForm(version.catalogue, request.POST, initial=request.GET.dict())
    if not form.is_valid():
        return render(request, "start.html", start_context(version.catalogue, form))
    role, grade = form.cleaned_data["role"], form.cleaned_data["grade"]
    return begin(request, partial(Assessment.objects.start, version, role, grade, get_language() or "fr"))


def start_page(request: HttpRequest, catalogue: Catalogue) -> HttpResponse:
    """The page before the first question, with the role chosen that `?role=` names."""
    form = StartForm(catalogue, initial=request.GET.dict())
    if not prepared.can_be_filled(request, ["", *(f"role={role.code}" for role in catalogue.roles)]):
        return render(request, "start.html", start_context(catalogue, form))
    return prepared.page(request, "start.html", catalogue.sha256, lambda: start_context(catalogue, form))


def start_context(catalogue: Catalogue, form: StartForm) -> dict[str, Any]:
    """What it shows."""
    return {"form": form, "catalogue": catalogue, "site": settings}


def begin(request: HttpRequest, start: Callable[..., tuple[Assessment, str]]) -> HttpResponse:
    """Begin an assessment and go to its first page; the same form sent again leads to the one that it began."""
    number, token, fields = number_of(request), token_of(request), told(request)
    try:
        with transaction.atomic():
            begun = start(uuid=number, token=token, **fields)
    except IntegrityError:
        mine = Assessment.objects.visible_to(request.user, [token]).untouched()
        there = mine.filter(uuid=number).first()
        begun = (there, token) if there else start(**fields)
    return first_page(request, *begun)


def told(request: HttpRequest) -> dict[str, Any]:
    """What a new assessment keeps of who begins it: their account, if they are signed in, and which notice they saw."""
    return {"owner": request.user if request.user.is_authenticated else None, "notice": notice.version()}


def first_page(request: HttpRequest, assessment: Assessment, token: str) -> HttpResponse:
    """Go to the first page of a new assessment; without an account this browser holds its link from now on."""
    response = redirect("questionnaire", assessment.uuid, assessment.pages[0][0].code)
    if not assessment.owner_id:
        links.remember(request, response, token)
    return response


@require_safe
@personal
@misses_limited(DEAD_LINKS)
def resume(request: HttpRequest, token: str) -> HttpResponse:
    """Open a secret link; what belongs to an account opens for who is signed in to that one, and for nobody else."""
    assessment = Assessment.objects.behind_link(token).with_version().first()
    if assessment is None:
        return render(request, "dead_link.html", status=404)
    if assessment.owner_id is None:
        return unclaimed(request, assessment, token)
    if assessment.owner_id == request.user.pk:
        return redirect(where_it_stopped(assessment))
    return untold(render(request, "claimed_link.html", status=404))


def unclaimed(request: HttpRequest, assessment: Assessment, token: str) -> HttpResponse:
    """Let this browser hold it from now on; who is signed in is asked whether it goes into their account."""
    onward = where_it_stopped(assessment)
    if request.user.is_authenticated:  # its form needs an origin, which no-referrer would take away
        role, grade = assessment.target
        context = {"assessment": assessment, "role": role, "grade": grade, "onward": onward}
        response = render(request, "join.html", context)
    else:
        response = untold(redirect(onward))
    links.remember(request, response, token)
    return response


def untold(response: HttpResponse) -> HttpResponse:
    """The same answer; no page that it leads to is told the link it came from."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def where_it_stopped(assessment: Assessment) -> str:
    """The address to go on at: the report, the first page with a question left, or the review."""
    if assessment.finished:
        return reverse("report", args=[assessment.uuid])
    if assessment.unanswered:
        return reverse("questionnaire", args=[assessment.uuid, assessment.unanswered[0].competency])
    return reverse("review", args=[assessment.uuid])


@require_safe
@personal
def later(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Everything is saved; here is the link to come back with, or the word that it is in the account."""
    assessment = own(request, uuid)
    context = {
        "assessment": assessment,
        "link": links.link_to(request, assessment),
        "way_out": links.held_link(request, assessment) if "out" in request.GET else None,
        "onward": where_it_stopped(assessment),
    }
    return render(request, "later.html", context)


@require_form
@personal
def delete(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Ask once more; POST removes the assessment and everything about it."""
    assessment = own(request, uuid)
    if request.method != "POST":
        return render(request, "delete.html", {"assessment": assessment, "back": where_it_stopped(assessment)})
    Assessment.objects.filter(pk=assessment.pk).erase()
    Event.objects.record("erase", request.user)  # its number goes with it
    response = redirect("deleted")
    links.forget(request, response, assessment)
    return response


@require_safe
@login_not_required
def deleted(request: HttpRequest) -> HttpResponse:
    """It is gone."""
    return render(request, "deleted.html")
