"""The way through an assessment, from its start to its end or its erasure."""

from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment import links
from assessment.forms import PageForm, Question, StartForm, questions
from assessment.models import Assessment, CatalogueVersion, Uncounted
from assessment.views.access import own, personal, require_form, with_version


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
    assessment, token = Assessment.objects.start(version, role, grade, get_language() or "fr")
    response = redirect("questionnaire", assessment.uuid, assessment.pages[0][0].code)
    links.remember(request, response, token)
    return response


@require_safe
@personal
def resume(request: HttpRequest, token: str) -> HttpResponse:
    """Open a secret link: this browser holds its assessment from now on, and goes where it stopped."""
    assessment = Assessment.objects.by_link(token).with_version().first()
    if assessment is None:
        return render(request, "dead_link.html", status=404)
    response = redirect(where_it_stopped(assessment))
    links.remember(request, response, token)
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
    codes = [competency.code for competency, _ in assessment.pages]
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
    refused = not form.is_valid()
    return JsonResponse({"shown": form.acknowledged, "answered": assessment.answered, "refused": refused})


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
    }
    return render(request, "questionnaire.html", context)


@require_safe
@personal
def later(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Everything is saved; here is the link to come back with."""
    assessment = own(request, uuid)
    context = {
        "assessment": assessment,
        "link": links.link_to(request, assessment),
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
    response = redirect("deleted")
    links.forget(request, response, assessment)
    return response


@require_safe
@login_not_required
def deleted(request: HttpRequest) -> HttpResponse:
    """It is gone."""
    return render(request, "deleted.html")
