"""The draft as a visitor and a candidate would see it, for those who may read it. Nothing is stored here."""

from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.catalogue.check import check, prevents_preview
from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue, Competency, Skill
from assessment.forms import questions
from assessment.models.drafting import draft_document
from assessment.views.access import View, require_form
from assessment.views.home import role_context
from careerquiz.administration import has_second_factor, to_second_factor


@dataclass
class Sample:
    """What the page of the questionnaire asks of an assessment, with nothing answered."""

    asked: int
    answered: int = 0
    answers: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def of_the_draft(view: View) -> View:
    """A page made of the draft, which exists for its readers only, once the draft holds together."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (
            request.user.is_active and request.user.is_staff and request.user.has_perm("assessment.view_draftskill")
        ):
            raise Http404
        if not has_second_factor(request):
            return to_second_factor(request)
        document = draft_document()
        if any(map(prevents_preview, check(document))):
            return render(request, "preview/unready.html", status=409)
        return view(request, build(document), *args, **kwargs)

    return login_not_required(never_cache(wrapped))


@require_safe
@of_the_draft
def role(request: HttpRequest, catalogue: Catalogue, code: str) -> HttpResponse:
    """The sheet of a role."""
    return render(request, "preview/role.html", role_context(catalogue, code))


@require_form
@of_the_draft
def questionnaire(request: HttpRequest, catalogue: Catalogue, role: str, code: str) -> HttpResponse:
    """A page of the questionnaire of a role; its buttons lead on as they do for a candidate."""
    if role not in catalogue.role_by_code:
        raise Http404
    pages = catalogue.pages(role)
    codes = [competency.code for competency, _ in pages]
    if code not in codes:
        raise Http404
    number = codes.index(code)
    if request.method == "POST":
        return lead(request, *destination(request.POST.get("go", ""), role, codes, number))
    return show(request, catalogue, pages, number)


def destination(go: str, role: str, codes: list[str], number: int) -> list[str]:
    """What a button leads to: one of the previewed pages, or from either end the sheet of the role."""
    to = number + {"back": -1, "next": 1, "review": len(codes), "later": len(codes)}.get(go, 0)
    return ["preview-questionnaire", role, codes[to]] if 0 <= to < len(codes) else ["preview-role", role]


def lead(request: HttpRequest, name: str, *args: str) -> HttpResponse:
    """Go to a previewed page, in the language that the button named, if it named one."""
    go = request.POST.get("go", "")
    with override(go if go in dict(settings.LANGUAGES) else get_language()):
        return redirect(name, *args)


@require_form
@of_the_draft
def skill(request: HttpRequest, catalogue: Catalogue, code: str) -> HttpResponse:
    """One skill alone, as its question would look, whether a role asks it or not; its buttons come back to it."""
    if code not in catalogue.skill_by_code:
        raise Http404
    if request.method == "POST":
        return lead(request, "preview-skill", code)
    asked = catalogue.skill_by_code[code]
    (competency,) = (group for group in catalogue.competencies if group.code == asked.competency)
    return show(request, catalogue, ((competency, (asked,)),), 0)


def show(
    request: HttpRequest, catalogue: Catalogue, pages: tuple[tuple[Competency, tuple[Skill, ...]], ...], number: int
) -> HttpResponse:
    """A page of the questionnaire with nothing answered."""
    sample = Sample(sum(len(skills) for _, skills in pages))
    context = {
        "assessment": sample,
        "levels": catalogue.levels,
        "competency": pages[number][0],
        "number": number + 1,
        "pages": pages,
        "questions": questions(sample, pages[number][1]),
        "errors": [],
        "page_errors": [],
        "link": "",
    }
    return render(request, "preview/questionnaire.html", context)
