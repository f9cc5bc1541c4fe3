"""What others say of a person who asked them: the page of who asks, then the pages of who says."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy, override
from django.views.decorators.http import require_POST, require_safe

from assessment import links
from assessment.catalogue.model import Competency
from assessment.models import MOST_VIEWS, Assessment, SecondView
from assessment.second_opinion import LOT, Opinion, by_name, opinions, whole_lots, without_names
from assessment.second_views_forms import BY_NAME, TOGETHER, InvitationForm, RaterForm, RaterPageForm, rater_questions
from assessment.views.access import own, personal, require_form
from assessment.views.questionnaire import page_number
from assessment.views.shares import own_report
from careerquiz.client import address_of
from careerquiz.limits import DEAD_LINKS, LINKS, limited, misses_limited
from careerquiz.repeats import first_time
from profiles.models import Event, User

RaterView = Callable[..., HttpResponse]
DONE = {
    "asked": gettext_lazy("The link is ready: copy it and send it."),
    "taken-back": gettext_lazy("It was taken back."),
}


@require_form
@personal
@limited(LINKS)
def views(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Who is asked, and what was said; POST asks one more."""
    assessment = own(request, uuid)
    if not assessment.finished:
        return redirect("review", uuid)
    found = list(assessment.views.all())
    if sum(view.named is None for view in found) >= MOST_VIEWS:
        return views_page(request, assessment, found)
    form = InvitationForm(name_of(request), request.POST or None)
    if not form.is_valid():
        return views_page(request, assessment, found, form)
    invite(request, assessment, form.cleaned_data)
    return told(uuid, "asked")


@transaction.atomic
def invite(request: HttpRequest, assessment: Assessment, said: Mapping[str, Any]) -> None:
    """Make the invitation that a form asks for, once, however often it arrives."""
    if first_time(request):
        invitation = SecondView.objects.invite(assessment, **said)
        Event.objects.record("view", request.user, subject=str(invitation.uuid), address=address_of(request))


def name_of(request: HttpRequest) -> str:
    """The name of who is signed in, if they gave one."""
    return request.user.display_name if isinstance(request.user, User) else ""


def views_page(
    request: HttpRequest, assessment: Assessment, found: Sequence[SecondView], form: InvitationForm | None = None
) -> HttpResponse:
    """The invitations, which look the same whoever took them up, and what was said; without a form if too many."""
    named, shown = by_name(found), sum(map(len, whole_lots(found)))
    context = {
        "assessment": assessment,
        "levels": assessment.catalogue.levels,
        "invitations": [(view, link_to(request, view)) for view in reversed(found) if view.named is None],
        "named": named,
        "unnamed": len(without_names(found)),
        "shown": shown,
        "columns": 2 + bool(named) + bool(shown),
        "groups": groups(assessment, found),
        "form": form,
        "most": MOST_VIEWS,
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "views.html", context)


def groups(assessment: Assessment, found: Sequence[SecondView]) -> list[tuple[Competency, tuple[Opinion, ...]]]:
    """What was said of each skill, under its competency."""
    return [(group, opinions(skills, assessment.answers, found)) for group, skills in assessment.pages]


def link_to(request: HttpRequest, view: SecondView) -> str | None:
    """The link of an invitation, if the site still has the key that it was made with."""
    token = view.token
    return request.build_absolute_uri(reverse("second-view", args=[token])) if token else None


def told(uuid: UUID, what: str) -> HttpResponse:
    """Back to the page, where it is said what was done: a key of DONE."""
    return redirect(f"{reverse('views', args=[uuid])}?done={what}")


@require_POST
@personal
def revoke(request: HttpRequest, uuid: UUID, view: UUID) -> HttpResponse:
    """Take an invitation back, or remove what somebody said by name; taken back already, it stays so.

    What was said without a name stays until its rater withdraws it: were it taken away with its invitation, that
    would tell who had said it.
    """
    seen = Q(named=None) | Q(named=True, finished__isnull=False)
    own_report(request, uuid).views.filter(seen, uuid=view).erase()
    return told(uuid, "taken-back")


def for_raters(page: RaterView) -> Callable[..., Any]:
    """A page that a link opens, never told to another site; 404 for a link that opens nothing, or nothing any more.

    Its forms need an origin, which the policy no-referrer would take away: the site's own, same-origin, stands.
    """

    @wraps(page)
    def wrapped(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        view = SecondView.objects.by_link(token)
        try:
            response = page(request, view, token, **kwargs) if view else dead(request)
        except (Assessment.DoesNotExist, SecondView.DoesNotExist):  # erased since this request began
            response = dead(request)
        return response

    return personal(misses_limited(DEAD_LINKS)(wrapped))


def for_one_rater(page: RaterView) -> Callable[..., Any]:
    """A page for who has taken up an invitation and not finished; the link of the invitation does not open it."""

    @wraps(page)
    def wrapped(request: HttpRequest, view: SecondView, token: str, **kwargs: Any) -> HttpResponse:
        if view.named is None:
            return dead(request)
        return redirect("second-view", token) if view.finished else page(request, view, token, **kwargs)

    return for_raters(wrapped)


def dead(request: HttpRequest) -> HttpResponse:
    """A link that opens nothing."""
    return render(request, "dead_view.html", status=404)


def shown_to(request: HttpRequest, view: SecondView, token: str, template: str, **more: Any) -> HttpResponse:
    """A page for a rater. What the role requires, at which grade, and what its person answered are not in it."""
    catalogue = view.assessment.catalogue
    context = {
        "view": view,
        "role": catalogue.role_by_code[view.assessment.role],
        "levels": catalogue.levels,
        "pages": view.assessment.pages,
        "token": token,
        "link": None if view.named is None else request.build_absolute_uri(reverse("second-view", args=[token])),
        "site": settings,
        "lot": LOT,
    }
    return render(request, template, context | more)


@require_form
@for_raters
def invitation(request: HttpRequest, view: SecondView, token: str) -> HttpResponse:
    """The link of an invitation, or of one rater: what this is about; POST begins, or chooses anew how to be seen."""
    if view.finished:
        return shown_to(request, view, token, "second_view_done.html")
    if view.named is not None:
        return choose(request, view, token)
    if is_of(request, view.assessment):
        return shown_to(request, view, token, "second_view.html", yourself=True)
    mine = begun_before(request, view.assessment)
    return redirect("second-view", mine) if mine else begin(request, view, token)


def begun_before(request: HttpRequest, assessment: Assessment) -> str | None:
    """The token of what this rater has begun already to say of an assessment."""
    said = assessment.views.of(request.user, links.tokens(request)).select_related("assessment")
    return next((one.token for one in said if one.works and one.token), None)


def is_of(request: HttpRequest, assessment: Assessment) -> bool:
    """Whether who opens the link is who asks, as far as can be known."""
    mine = Assessment.objects.visible_to(request.user, links.tokens(request))
    return mine.filter(pk=assessment.pk).exists()


def begin(request: HttpRequest, view: SecondView, token: str) -> HttpResponse:
    """Say what will be kept, and who sees it; POST gives the rater a link of their own."""
    form = RaterForm(request.POST or None)
    if not form.is_valid():
        return shown_to(request, view, token, "second_view.html", form=form)
    rater = request.user if isinstance(request.user, User) else None
    begun = SecondView.objects.begin(view, rater, form.cleaned_data["rater_name"])
    if not (begun and begun.token):
        return shown_to(request, view, token, "second_view.html", full=True)
    response = redirect(where_it_stopped(begun, begun.token))
    links.remember(request, response, begun.token)
    return response


def choose(request: HttpRequest, view: SecondView, token: str) -> HttpResponse:
    """Come back to what is begun; POST goes on, and to be seen otherwise than chosen first."""
    chosen = {"seen": BY_NAME if view.named else TOGETHER, "rater_name": view.rater_name}
    form = RaterForm(request.POST or None, initial=chosen)
    if not form.is_valid():
        return shown_to(request, view, token, "second_view.html", form=form)
    view.choose(form.cleaned_data["rater_name"])
    return redirect(where_it_stopped(view, token))


def where_it_stopped(view: SecondView, token: str) -> str:
    """The address to go on at: the first page with a skill left, or the review."""
    if view.unanswered:
        return reverse("second-view-page", args=[token, view.unanswered[0].competency])
    return reverse("second-view-review", args=[token])


@require_form
@for_one_rater
def page(request: HttpRequest, view: SecondView, token: str, code: str) -> HttpResponse:
    """One competency; every submit saves what the rater changed, whatever the button."""
    number = page_number(view.assessment, code)
    if request.method != "POST":
        return page_of(request, view, token, number)
    form = RaterPageForm(view, view.assessment.pages[number][1], request.POST)
    view.say(form.answers)
    if not form.is_valid():
        return page_of(request, view, token, number, form)
    return redirect(destination(request, view, token, number))


def page_of(
    request: HttpRequest, view: SecondView, token: str, number: int, form: RaterPageForm | None = None
) -> HttpResponse:
    """Show a page of what a rater is asked, with what could not be kept of the form that came in."""
    group, skills = view.assessment.pages[number]
    asked = form.questions if form else rater_questions(view, skills)
    more = {
        "competency": group,
        "number": number + 1,
        "questions": asked,
        "errors": [question for question in asked if question.answer_error],
        "page_errors": form.page.page_errors if form else [],
    }
    return shown_to(request, view, token, "second_view_page.html", **more)


def destination(request: HttpRequest, view: SecondView, token: str, number: int) -> str:
    """Where the button that was pressed leads."""
    go, taken_back = request.POST.get("go", ""), request.POST.get("take-back")
    if taken_back in view.assessment.catalogue.skill_by_code:
        return f"{step_address(view, token, number)}#{taken_back}"
    if go in dict(settings.LANGUAGES):
        with override(go):
            return step_address(view, token, number)
    if go == "review":
        return step_address(view, token, len(view.assessment.pages))
    return step_address(view, token, number + {"back": -1, "next": 1}.get(go, 0))


def step_address(view: SecondView, token: str, number: int) -> str:
    """The address of a page; before the first comes what this is about, after the last the review."""
    pages = view.assessment.pages
    if number < 0:
        return reverse("second-view", args=[token])
    if number == len(pages):
        return reverse("second-view-review", args=[token])
    return reverse("second-view-page", args=[token, pages[number][0].code])


@require_form
@for_one_rater
def review(request: HttpRequest, view: SecondView, token: str) -> HttpResponse:
    """All that was said, what was left out first; POST finishes."""
    if request.method == "POST":
        view.finish()
        return redirect("second-view", token)
    given = [(group, rater_questions(view, skills)) for group, skills in view.assessment.pages]
    return shown_to(request, view, token, "second_view_review.html", given=given)


@require_form
@for_raters
def withdraw(request: HttpRequest, view: SecondView, token: str) -> HttpResponse:
    """Ask once more; POST erases all that the rater said."""
    if view.named is None:
        return dead(request)
    if request.method != "POST":
        return shown_to(request, view, token, "second_view_withdraw.html")
    SecondView.objects.said().filter(pk=view.pk).erase()
    return redirect("second-view-withdrawn")


@require_safe
@login_not_required
def withdrawn(request: HttpRequest) -> HttpResponse:
    """What a rater said is gone."""
    return render(request, "second_view_withdrawn.html")
