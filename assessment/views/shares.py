"""A report shown to somebody: the links that its person makes, and what the reader sees."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from assessment import links
from assessment.forms import ShareForm
from assessment.models import MOST_SHARES, Assessment, Share
from assessment.views.access import own, personal, require_form
from assessment.views.reports import notes_of, report_context
from careerquiz.client import address_of
from careerquiz.limits import DEAD_LINKS, LINKS, limited, misses_limited
from careerquiz.repeats import first_time
from profiles.models import Event

DONE = {
    "made": gettext_lazy("The link is ready: copy it and send it."),
    "taken-back": gettext_lazy("The link was taken back: it no longer opens."),
    "notes": gettext_lazy("Your notes may be read now, under a pseudonym."),
    "no-notes": gettext_lazy("Your notes are not read any more. Files made before may still hold them."),
}


def own_report(request: HttpRequest, uuid: UUID) -> Assessment:
    """The finished assessment, if it is this person's. What is not finished can be shown to nobody."""
    mine = Assessment.objects.visible_to(request.user, links.tokens(request)).with_version()
    return get_object_or_404(mine, uuid=uuid, finished__isnull=False)


@require_form
@personal
@limited(LINKS)
def shares(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The links to a report; POST makes one."""
    assessment = own(request, uuid)
    if not assessment.finished:
        return redirect("review", uuid)
    made = list(assessment.shares.order_by("-pk"))
    if len(made) >= MOST_SHARES:
        return shares_page(request, assessment, made)
    form = ShareForm(request.POST or None)
    if not form.is_valid():
        return shares_page(request, assessment, made, form)
    make(request, assessment, form.cleaned_data)
    return told(uuid, "made")


@transaction.atomic
def make(request: HttpRequest, assessment: Assessment, said: Mapping[str, Any]) -> None:
    """Make the link that a form asks for, once, however often it arrives."""
    if first_time(request):
        Share.objects.make(assessment, said["name"], said["until"], with_notes=said["shows"] == "notes")
        log(request, "share", assessment.uuid)


def shares_page(
    request: HttpRequest, assessment: Assessment, made: Sequence[Share], form: ShareForm | None = None
) -> HttpResponse:
    """The links that there are; without a form where there are too many to make another."""
    context = {
        "assessment": assessment,
        "shares": [(share, links.share_link(request, share)) for share in made],
        "form": form,
        "most": MOST_SHARES,
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "shares.html", context)


def told(uuid: UUID, what: str) -> HttpResponse:
    """Back to the links, where it is said what was done: a key of DONE."""
    return redirect(f"{reverse('shares', args=[uuid])}?done={what}")


def log(request: HttpRequest, what: str, uuid: UUID) -> None:
    """Write down that a link was made or taken back, by the number of the assessment: for whom is nobody's business."""
    Event.objects.record(what, request.user, subject=str(uuid), address=address_of(request))


@require_POST
@personal
def revoke(request: HttpRequest, uuid: UUID, share: UUID) -> HttpResponse:
    """Take one link back; taken back already, it stays so."""
    if own_report(request, uuid).shares.filter(uuid=share).delete()[0]:
        log(request, "share-revoked", uuid)
    return told(uuid, "taken-back")


@require_POST
@personal
def share_notes(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Let those who run the site read the notes under a pseudonym, or no longer."""
    shared = request.POST.get("shared") == "yes"
    own_report(request, uuid).share_notes(shared=shared)
    return told(uuid, "notes" if shared else "no-notes")


@require_safe
@personal
@misses_limited(DEAD_LINKS)
def shared(request: HttpRequest, token: str) -> HttpResponse:
    """What the reader of a link sees, and its person too: the report, read-only, dated."""
    share = Share.objects.by_link(token)
    if share is None:
        return render(request, "dead_share.html", status=404)
    assessment = share.assessment
    context = report_context(assessment, assessment.gap_report()) | {
        "share": share,
        "extensions": [],  # other targets are for the person alone
        "notes": notes_of(assessment) if share.with_notes else [],
    }
    response = render(request, "shared.html", context)
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
