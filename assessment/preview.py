"""The draft as a visitor and a candidate would see it, for those who may read it. Nothing is stored here."""

from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from assessment.catalogue.check import check, prevents_preview
from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue, Competency, Skill
from assessment.forms import questions
from assessment.models.drafting import draft_document
from assessment.views import View, require_form, role_context


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
        return redirect(destination(request, role, codes, number))
    return show(request, catalogue, pages, number)


def destination(request: HttpRequest, role: str, codes: list[str], number: int) -> str:
    """Where a button leads: around the previewed pages, and from the last to the sheet of the role."""
    go = request.POST.get("go", "")
    to = number + {"back": -1, "next": 1, "review": len(codes), "later": len(codes)}.get(go, 0)
    with override(go if go in dict(settings.LANGUAGES) else get_language()):
        if 0 <= to < len(codes):
            return reverse("preview-questionnaire", args=[role, codes[to]])
        return reverse("preview-role", args=[role])


@require_safe
@of_the_draft
def skill(request: HttpRequest, catalogue: Catalogue, code: str) -> HttpResponse:
    """One skill alone, as its question would look, whether a role asks it or not."""
    if code not in catalogue.skill_by_code:
        raise Http404
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
