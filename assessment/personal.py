"""What this app keeps about a person: joined to their account when they sign in, told as JSON, erased."""

from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.db.models import Model
from django.db.models.signals import post_delete
from django.http import HttpRequest

from assessment import links
from assessment.exports.report_json import report_document
from assessment.models import Assessment, CatalogueChange, CatalogueVersion, SecondView, Share
from careerquiz import tombstones
from profiles.data import PARTS
from profiles.models import Event, User


def connect() -> None:
    """Listen to who signs in and to what is erased, and answer for what is kept."""
    user_logged_in.connect(join, dispatch_uid="join")
    for model in (Assessment, Share, SecondView):
        tombstones.keep_of(model)
        post_delete.connect(forget, sender=model, dispatch_uid=f"forget {model._meta.label}")
    PARTS.update(assessments=assessments, second_views_given=views_given, catalogue_work=catalogue_work)


def join(sender: Any, request: HttpRequest, user: User, **kwargs: Any) -> None:
    """What this browser holds and nobody has claimed belongs to the account from now on."""
    Assessment.objects.join(user, links.tokens(request))


def forget(sender: type[Model], instance: Any, **kwargs: Any) -> None:
    """Take what names it out of the log."""
    Event.objects.filter(subject=str(instance.uuid)).delete()


def assessments(user: User) -> list[dict[str, Any]]:
    """All of an account, the oldest first."""
    mine = Assessment.objects.filter(owner=user).with_version().order_by("pk")
    return [about(assessment) for assessment in mine.prefetch_related("shares", "plan", "views")]


def about(assessment: Assessment) -> dict[str, Any]:
    """One assessment with all that hangs on it. Who rated without a name stays unknown: those are told as counts."""
    plain = ("uuid", "title", "role", "grade", "language", "notice", "started", "changed", "finished", "link_until")
    said = assessment.views.said_by_name()
    return {
        **{name: getattr(assessment, name) for name in plain},
        "catalogue_version": assessment.version.number,
        "begun_again_from": assessment.earlier and assessment.earlier.uuid,
        "notes_shared_since": assessment.notes_shared,
        "answers": assessment.answers,
        "notes": assessment.notes,
        "report": report_document(assessment.gap_report(), assessment.version.number) if assessment.finished else None,
        "plan": list(assessment.plan.values("skill", "interest", "place", "step", "until", "done")),
        "shares": list(assessment.shares.order_by("pk").values("name", "with_notes", "made", "until")),
        "second_views_asked": list(assessment.views.values("name", "asker", "made", "until")),
        "second_views_by_name": list(said.values("rater_name", "answers", "finished")),
    }


def views_given(user: User) -> list[Any]:
    """What they said of others."""
    given = SecondView.objects.filter(rater=user).order_by("pk")
    return list(given.values("asker", "rater_name", "named", "answers", "changed", "finished"))


def catalogue_work(user: User) -> dict[str, Any]:
    """What an editor did, which stays without their name when they go."""
    changes = CatalogueChange.objects.filter(by=user).order_by("pk")
    return {
        "changes": list(changes.values("at", "action", "kind", "section", "code", "fields", "note")),
        "published": list(CatalogueVersion.objects.filter(published_by=user).values("number", "published", "note")),
    }
