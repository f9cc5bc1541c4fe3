"""The way through an assessment, from its start to its end or its erasure."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment import links, notice
from assessment.catalogue.model import Level
from assessment.forms import PageForm, Question, StartForm, questions
from assessment.models import Assessment, CatalogueVersion, Uncounted
from assessment.scoring import CANNOT_SAY, NOT_APPLICABLE, Answer
from assessment.views.access import own, personal, require_form, with_version
from profiles.models import Event


@require_form
@with_version
@never_cache
def start(request: HttpRequest, version: CatalogueVersion) -> HttpResponse:
    """Choose a role and a grade; POST makes the assessment and goes to its first page."""
    data = request.POST if request.method == "POST" else None
    form = StartForm(version.catalogue, data, initial=request.GET.dict())
    if not form.is_valid():
        return render(request, "start.html", {"form": form, "catalogue": version.catalogue, "site": settings})
    role, grade = form.cleaned_data["role"], form.cleaned_data["grade"]
    return first_page(request, *Assessment.objects.start(version, role, grade, get_language() or "fr", **told(request)))


def told(request: HttpRequest) -> dict[str, Any]:
    """What a new assessment keeps of who begins it: their account, if they are signed in, and which notice they saw."""
    return {"owner": request.user if request.user.is_authenticated else None, "notice": notice.version()}


def first_page(request: HttpRequest, assessment: Assessment, token: str) -> HttpResponse:
    """Go to the first page of a new assessment; without an account this browser holds its link from now on."""
    response = redirect("questionnaire", assessment.uuid, assessment.pages[0][0].code)
    if token:
        links.remember(request, response, token)
    return response


@require_safe
@personal
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


@require_form
@personal
def questionnaire(request: HttpRequest, uuid: UUID, code: str) -> HttpResponse:
    """One competency: its questions; every submit saves what the person changed, whatever the button."""
    assessment = own(request, uuid)
    number = page_number(assessment, code)
    if assessment.finished:
        return redirect("report", uuid)
    if request.method == "POST":
        return submit(request, assessment, number)
    return questionnaire_page(request, assessment, number, questions(assessment, assessment.pages[number][1]))


def page_number(assessment: Assessment, code: str) -> int:
    """Which page of the questionnaire a competency is, the first being 0. 404 for one that is not asked about."""
    codes = [competency.code for competency, _skills in assessment.pages]
    if code not in codes:
        raise Http404
    return codes.index(code)


def submit(request: HttpRequest, assessment: Assessment, number: int) -> HttpResponse:
    """Save a page; go where the button says, or stay, with messages, if something could not be kept."""
    form = PageForm(assessment.pages[number][1], request.POST)
    try:
        still_open = assessment.edit(form.edits, get_language() or "fr")
    except Assessment.DoesNotExist as erased:  # in another tab, since this request began
        raise Http404 from erased
    if not still_open:
        return redirect("report", assessment.uuid)
    if request.headers.get("Accept") == "application/json":
        return saved_quietly(assessment, form)
    if not form.is_valid():
        return questionnaire_page(request, assessment, number, form.questions(assessment), form.page_errors)
    return redirect(destination(request, assessment, number))


def saved_quietly(assessment: Assessment, form: PageForm) -> JsonResponse:
    """The answer to the script that saves a choice as it is made."""
    before = last_said(assessment)
    last = {code: before[code] for code, edit in form.edits.items() if before and edit.answer is not None}
    said = {"shown": form.acknowledged, "answered": assessment.answered, "refused": not form.is_valid(), "last": last}
    return JsonResponse(said)


def last_said(assessment: Assessment) -> dict[str, str]:
    """What was answered last time, in words, by the code of each skill asked; {} where there was no last time.

    "" is said of a skill that has no answer of this time: nothing may lead the person.
    """
    if assessment.last_time is None:
        return {}
    levels, answers = assessment.last_time.catalogue.levels, assessment.last_answers
    said = {code: last_words(answer, levels) for code, answer in answers.items()}
    return {code: said.get(code, "") for code in assessment.catalogue.requirements(assessment.role)}


def last_words(answer: Answer, levels: tuple[Level, ...]) -> str:
    """An answer of last time in words; the levels are named as they were then."""
    if answer == NOT_APPLICABLE:
        return _("Last time: it did not apply to your work")
    if answer == CANNOT_SAY:
        return _("Last time: you could not place yourself")
    level = levels[int(answer)]
    return _("Last time: %(level)s, %(name)s") % {
        "level": level.value,
        "name": level.name.said_in(get_language() or "fr"),
    }


def destination(request: HttpRequest, assessment: Assessment, number: int) -> str:
    """Where the button that was pressed leads."""
    go, taken_back = request.POST.get("go", ""), request.POST.get("take-back")
    if taken_back in assessment.catalogue.skill_by_code:
        return f"{step_address(assessment, number)}#{taken_back}"
    if go in dict(settings.LANGUAGES):
        with override(go):
            return step_address(assessment, number)
    if go in ("later", "review"):
        return reverse(go, args=[assessment.uuid])
    return step_address(assessment, number + {"back": -1, "next": 1}.get(go, 0))


def step_address(assessment: Assessment, number: int) -> str:
    """The address of a page of the questionnaire; before the first comes home, after the last the review."""
    if number < 0:
        return reverse("home")
    if number == len(assessment.pages):
        return reverse("review", args=[assessment.uuid])
    return reverse("questionnaire", args=[assessment.uuid, assessment.pages[number][0].code])


def questionnaire_page(
    request: HttpRequest,
    assessment: Assessment,
    number: int,
    asked: tuple[Question, ...],
    page_errors: list[str] | None = None,
) -> HttpResponse:
    """Show a page of the questionnaire. What the role requires is nowhere in its context."""
    context = {
        "assessment": assessment,
        "levels": assessment.catalogue.levels,
        "competency": assessment.pages[number][0],
        "number": number + 1,
        "pages": assessment.pages,
        "questions": asked,
        "errors": [question for question in asked if question.answer_error or question.note_error],
        "page_errors": page_errors or [],
        "link": links.link_to(request, assessment),
        "last_time": last_said(assessment),
        "newly_asked": assessment.newly_asked,
    }
    return render(request, "questionnaire.html", context)


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
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """All answers, the unanswered first; POST finishes."""
    assessment = own(request, uuid)
    if request.method == "POST" and assessment.finish():
        Uncounted.objects.advance_quietly()
    if request.method == "POST" or assessment.finished:
        return redirect("report", uuid)
    role, grade = assessment.target
    context = {
        "assessment": assessment,
        "levels": assessment.catalogue.levels,
        "pages": [(competency, questions(assessment, skills)) for competency, skills in assessment.pages],
        "last": assessment.pages[-1][0],
        "role": role,
        "grade": grade,
        "last_time": last_said(assessment),
        "newly_asked": assessment.newly_asked,
    }
    return render(request, "review.html", context)


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
