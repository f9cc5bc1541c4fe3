"""What others say of a person, whom that person asked: the same skills, rated a second time.

A rater decides whether they are seen by name. Those who are not are shown together, in lots of three or more that are
let out together: were they shown one by one, each newcomer would be the difference to what was shown before. Who
withdraws from a lot hides it: the others of it wait until three more have come, and are let out with these.
"""

import uuid
from base64 import urlsafe_b64encode
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Max, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from assessment.models.assessments import Assessment, hash_token

MOST_VIEWS = 20  # asked for of one assessment at a time
LOT = 3  # raters without names who are shown together, at least


class SecondViewQuerySet(models.QuerySet["SecondView"]):
    """Second views."""

    def invite(self, assessment: Assessment, name: str, asker: str, until: datetime) -> "SecondView":
        """A new invitation, of whose link only the hash is kept."""
        view = SecondView(assessment=assessment, name=name, asker=asker, until=until)
        view.token_sha256 = hash_token(_token(view.uuid, settings.SECRET_KEY))
        view.save()
        return view

    def by_link(self, token: str) -> "SecondView | None":
        """The one that a link opens: until it ends, and as long as its rater may withdraw what they said."""
        found = self.select_related("assessment__version", "rater").defer("assessment__version__document")
        view = found.filter(token_sha256=hash_token(token)).first()
        return view if view and view.works else None

    def said_by_name(self) -> Self:
        """Those whose raters agreed to be seen."""
        return self.filter(finished__isnull=False, named=True)

    def said_together(self) -> Self:
        """Those that were let out without names."""
        return self.filter(lot__isnull=False)


class SecondView(models.Model):
    """One invitation to one person to rate another, and what they answered."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessment = models.ForeignKey(
        Assessment, models.CASCADE, verbose_name=_("assessment"), related_name="views", editable=False
    )
    name = models.CharField(_("who is asked"), max_length=80)
    asker = models.CharField(_("who asks"), max_length=80)
    made = models.DateTimeField(_("made"), default=timezone.now)
    until = models.DateTimeField(_("answers until"))
    token_sha256 = models.CharField(_("hash of the link"), max_length=64, unique=True, editable=False)
    answers = models.JSONField(_("answers"), default=dict)  # {"T1": 3, "T5": "dk"}
    named = models.BooleanField(_("agrees to be seen"), null=True)  # None until the rater has said
    rater_name = models.CharField(_("name to be seen by"), max_length=80, blank=True)
    rater = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, verbose_name=_("account of the rater"), related_name="+"
    )
    changed = models.DateTimeField(_("changed"), default=timezone.now)
    finished = models.DateTimeField(_("finished"), null=True)
    lot = models.PositiveSmallIntegerField(_("shown together"), null=True)  # of those without names
    seen = models.BooleanField(_("was shown before"), default=False)  # in a lot that somebody withdrew from

    objects = SecondViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("second view")
        verbose_name_plural = _("second views")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(asker=""), name="view_has_names"),
            models.CheckConstraint(condition=Q(until__gt=F("made")), name="view_ends_later"),
            models.CheckConstraint(
                condition=Q(finished=None) | Q(named__isnull=False), name="view_finished_says_whether_named"
            ),
            models.CheckConstraint(
                condition=Q(lot=None) | Q(finished__isnull=False, named=False), name="view_in_lot_is_unnamed"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def token(self) -> str | None:
        """The token of the link, made anew from the site's key; None if that has changed and the old one is gone."""
        made = (_token(self.uuid, key) for key in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])
        return next((token for token in made if hash_token(token) == self.token_sha256), None)

    @property
    def works(self) -> bool:
        """Whether the link opens: to answer until its end, afterwards to withdraw what was said."""
        return self.until > timezone.now() or self.finished is not None

    @transaction.atomic
    def finish(self) -> bool:
        """Close it, and let out what can be; answers whether this call did it."""
        Assessment.objects.select_for_update().only("pk").get(pk=self.assessment_id)  # one at a time makes lots
        now = timezone.now()
        closed = SecondView.objects.filter(pk=self.pk, finished=None, named__isnull=False)
        if not closed.update(finished=now, changed=now):
            return False
        _let_out(self.assessment_id)
        return True

    @transaction.atomic
    def withdraw(self) -> None:
        """Erase what the rater said, and hide the lot it was shown in, if it was."""
        Assessment.objects.select_for_update().only("pk").get(pk=self.assessment_id)
        lot = SecondView.objects.filter(pk=self.pk).values_list("lot", flat=True).first()
        if lot is not None:
            SecondView.objects.filter(assessment=self.assessment_id, lot=lot).update(lot=None, seen=True)
        SecondView.objects.filter(pk=self.pk).delete()


def _let_out(assessment: int) -> None:
    """Show together all who wait without names, once three of them were never shown."""
    waiting = SecondView.objects.filter(assessment=assessment, finished__isnull=False, named=False, lot=None)
    if waiting.filter(seen=False).count() >= LOT:
        last = SecondView.objects.filter(assessment=assessment).aggregate(last=Max("lot"))["last"] or 0
        waiting.update(lot=last + 1)


def _token(identifier: uuid.UUID, key: str) -> str:
    """192 bits that follow from the identifier and the site's key: shown again to who asked, never stored."""
    digest = salted_hmac("careerquiz.view", str(identifier), secret=key, algorithm="sha256").digest()
    return urlsafe_b64encode(digest[:24]).decode()
