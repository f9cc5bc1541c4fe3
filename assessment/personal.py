"""What this app keeps about a person: joined to their account when they sign in, told as JSON, erased."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.db.models import Model, Q
from django.db.models.signals import post_delete
from django.http import HttpRequest
from django.utils.translation import ngettext

from assessment import links
from assessment.exports.report_json import report_document
from assessment.models import Assessment, CatalogueChange, CatalogueVersion, DraftImport, SecondView, Share, Uncounted
from assessment.second_opinion import shown
from careerquiz import tombstones
from profiles.data import PARTS, told
from profiles.models import Event, User

PLAIN = (
    "uuid",
    "title",
    "role",
    "grade",
    "language",
    "notice",
    "started",
    "changed",
    "finished",
    "link_until",
    "answers",
    "notes",
    "notes_shared",
)
STEP = ("skill", "interest", "place", "step", "until", "done")
SHARE = ("uuid", "name", "with_notes", "made", "until")
GIVEN = ("asker", "rater_name", "named", "answers", "made", "until", "changed", "finished")


def connect() -> None:
    """Listen to who signs in and to what is erased, and answer for what is kept."""
    user_logged_in.connect(join, dispatch_uid="join")
    for model in (Assessment, Share, SecondView):
        tombstones.keep_of(model)
        post_delete.connect(forget, sender=model, dispatch_uid=f"forget {model._meta.label}")
    PARTS.update(assessments=assessments, second_views_given=views_given, catalogue_work=catalogue_work)


def join(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """What this browser holds and nobody has claimed belongs to the account from now on."""
    if joined := Assessment.objects.join(user, links.tokens(request)):
        said = ngettext(
            "The assessment that this browser held is in your account now.",
            "The %(joined)d assessments that this browser held are in your account now.",
            joined,
        )
        messages.success(request, said % {"joined": joined}, fail_silently=True)


def forget(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Take what names it out of the log."""
    Event.objects.filter(subject=str(instance.uuid)).delete()


def assessments(user: User) -> list[dict[str, Any]]:
    """All of an account, the oldest first."""
    return about_all(Assessment.objects.filter(owner=user), user)


def about_all(found: Any, user: User | None) -> list[dict[str, Any]]:
    """Assessments of one person, who may have no account, the oldest first; in few queries however many they are."""
    mine = list(found.with_version().prefetch_related("shares", "plan", "views").order_by("pk"))
    waiting = set(Uncounted.objects.filter(assessment__in=mine).values_list("assessment_id", flat=True))
    logged = _logged(mine)
    return [
        about(one) | {"waits_to_be_counted": one.pk in waiting, "log": [told(event, user) for event in logged[one]]}
        for one in mine
    ]


def about(assessment: Assessment) -> dict[str, Any]:
    """One assessment with all that hangs on it."""
    return {
        **_values(assessment, *PLAIN),
        "catalogue_version": assessment.version.number,
        "begun_again_from": assessment.earlier and assessment.earlier.uuid,
        "report": report_document(assessment.gap_report(), assessment.version.number) if assessment.finished else None,
        "plan": [_values(step, *STEP) for step in assessment.plan.all()],
        "shares": [_values(share, *SHARE) for share in assessment.shares.all()],
        "second_views": views_received(list(assessment.views.all())),
    }


def views_received(views: list[SecondView]) -> dict[str, Any]:
    """What was asked of others, and of what they said what its person may know."""
    asked = [view for view in views if view.named is None]
    return {"asked": [_values(view, "name", "asker", "made", "until") for view in asked], **shown(views)}


def views_given(user: User) -> list[dict[str, Any]]:
    """What they said of others."""
    return [_values(view, *GIVEN) for view in SecondView.objects.filter(rater=user).order_by("pk")]


def catalogue_work(user: User) -> dict[str, Any]:
    """What an editor did, which stays without their name when they go; and the files that wait, which do not."""
    changes = CatalogueChange.objects.filter(by=user).order_by("pk")
    imports = DraftImport.objects.filter(by=user).order_by("pk")
    published = CatalogueVersion.objects.filter(published_by=user).order_by("pk")
    return {
        "changes": list(changes.values("at", "action", "kind", "section", "code", "fields", "note")),
        "published": list(published.values("number", "published", "note")),
        "imports": list(imports.values("at", "name", "document", "left_out")),
    }


def _values(row: Model, *names: str) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _logged(mine: Iterable[Assessment]) -> dict[Assessment, list[Event]]:
    """What the log says of each, by nobody that it knows: what the person did signed in is told with the account."""
    by_number = {str(view.uuid): assessment for assessment in mine for view in assessment.views.all()}
    by_number |= {str(assessment.uuid): assessment for assessment in mine}
    found: dict[Assessment, list[Event]] = defaultdict(list)
    for event in Event.objects.filter(Q(who=None), subject__in=by_number).order_by("pk"):
        found[by_number[event.subject]].append(event)
    return found
