"""The questionnaire: a page a competency, then all answers once more before they are closed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from assessment import links
from assessment.catalogue.model import Competency, Grade, Level, Role
from assessment.forms import PageForm, Question, questions
from assessment.models import Assessment, Uncounted
from assessment.scoring import CANNOT_SAY, NOT_APPLICABLE, Answer
from assessment.views import nobody
from assessment.views.access import own, personal, require_form
from assessment.views.nobody import Nobody
from careerquiz import prepared
from careerquiz.prepared import Hole

Pages = list[tuple[Competency, tuple[Question, ...]]]


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
    page_errors: Sequence[str] = (),
) -> HttpResponse:
    """Show a page of the questionnaire. What the role requires is nowhere in its context."""
    link = links.link_to(request, assessment)
    unusual = assessment.earlier_id or page_errors or any(question.wrong for question in asked)
    if unusual or not prepared.can_be_filled(request):
        context = page_context(assessment, number, asked, link) | {"page_errors": page_errors}
        return render(request, "questionnaire.html", context)
    return usual_page(request, assessment, number, asked, link)


def page_context(
    assessment: "Assessment | Nobody", number: int, asked: tuple[Question, ...], link: str | None
) -> dict[str, Any]:
    """What a page of the questionnaire shows."""
    return {
        "assessment": assessment,
        "levels": assessment.catalogue.levels,
        "competency": assessment.pages[number][0],
        "number": number + 1,
        "pages": assessment.pages,
        "questions": asked,
        "errors": [question for question in asked if question.wrong],
        "page_errors": [],
        "link": link,
        "fresh": assessment.answered == 0,
        "last_time": last_said(assessment) if isinstance(assessment, Assessment) else {},
        "newly_asked": assessment.newly_asked,
    }


def usual_page(
    request: HttpRequest, assessment: Assessment, number: int, asked: tuple[Question, ...], link: str | None
) -> HttpResponse:
    """The page where nothing is wrong and there was no last time: prepared, then filled with what was answered."""
    answered = assessment.answered
    link_until = timezone.localdate(assessment.link_until) if link else None
    fresh = answered == 0
    key = (assessment.version.sha256, assessment.role, link_until, fresh)

    def context() -> dict[str, Any]:
        nobody = Nobody(assessment, link_until)
        questions_of_nobody = nobody.questions(assessment.pages[number][1])
        return page_context(nobody, number, questions_of_nobody, link and Hole("link")) | {"fresh": fresh}

    values = {"number": str(assessment.uuid), "answered": str(answered), "link": escape(link or "")}
    for question in asked:
        values |= nobody.chosen(question)
    return prepared.page(request, "questionnaire.html", key, context, values)


@require_form
@personal
def review(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """All answers, the unanswered first; POST finishes."""
    assessment = own(request, uuid)
    if request.method == "POST" and assessment.finish():
        Uncounted.objects.advance_quietly()
    if request.method == "POST" or assessment.finished:
        return redirect("report", uuid)
    return review_page(request, assessment)


def review_page(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Show all answers: prepared, unless there was a last time."""
    pages = [(competency, questions(assessment, skills)) for competency, skills in assessment.pages]
    left = render_to_string("_unanswered.html", {"assessment": assessment}) if assessment.unanswered else ""
    if assessment.earlier_id or not prepared.can_be_filled(request):
        return render(request, "review.html", review_context(assessment, assessment.target, pages, left))
    key = (assessment.version.sha256, assessment.role, assessment.grade)
    values = review_values(assessment, pages) | {"unanswered": left}
    return prepared.page(request, "review.html", key, lambda: review_of_nobody(assessment), values)


def review_values(assessment: Assessment, pages: Pages) -> dict[str, str]:
    """What fills the holes of the prepared review."""
    values = {"number": str(assessment.uuid), "answered": str(assessment.answered)}
    for _competency, asked in pages:
        for question in asked:
            values |= nobody.said(question, assessment.catalogue.levels)
    return values


def review_context(
    assessment: Assessment | Nobody, target: tuple[Role, Grade], pages: Pages, unanswered: str
) -> dict[str, Any]:
    """What the review shows."""
    return {
        "assessment": assessment,
        "levels": assessment.catalogue.levels,
        "pages": pages,
        "last": pages[-1][0],
        "role": target[0],
        "grade": target[1],
        "unanswered": unanswered,
        "last_time": last_said(assessment) if isinstance(assessment, Assessment) else {},
        "newly_asked": assessment.newly_asked,
    }


def review_of_nobody(assessment: Assessment) -> dict[str, Any]:
    """The same, with holes where the answers belong."""
    nobody = Nobody(assessment)
    pages = [(competency, nobody.questions(skills)) for competency, skills in assessment.pages]
    return review_context(nobody, assessment.target, pages, Hole("unanswered"))
