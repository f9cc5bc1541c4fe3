"""Reports that their person shows to somebody: a link each, with an end, to be revoked one by one."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment.models.assessments import Assessment
from assessment.models.tokens import Linked, hash_token
from careerquiz.lengths import at_most

MOST_SHARES = 50  # of one report at a time


class ShareQuerySet(models.QuerySet["Share"]):
    """Links to reports."""

    def make(self, assessment: Assessment, name: str, until: datetime, *, with_notes: bool) -> "Share":
        """A new link, of which only the hash is kept."""
        share = Share(assessment=assessment, name=name, until=until, with_notes=with_notes)
        share.save_linked()
        return share

    def working(self) -> Self:
        """Those that have not ended, of reports that their person can still reach to take the link back."""
        now = timezone.now()
        return self.filter(until__gt=now).exclude(assessment__owner=None, assessment__link_until__lte=now)

    def by_link(self, token: str) -> "Share | None":
        """The share that a link opens, if it still does, with its assessment and what names its catalogue version."""
        found = self.working().select_related("assessment__version").defer("assessment__version__document")
        return found.filter(token_sha256=hash_token(token)).first()


class Share(Linked):
    """One link to one finished report, for one reader."""

    LINK = "careerquiz.share"

    assessment = models.ForeignKey(
        Assessment, models.CASCADE, verbose_name=_("assessment"), related_name="shares", editable=False
    )
    name = models.CharField(_("for whom"), max_length=80)
    with_notes = models.BooleanField(_("with notes"), default=False)
    made = models.DateTimeField(_("made"), default=timezone.now)
    until = models.DateTimeField(_("works until"))

    objects = ShareQuerySet.as_manager()

    class Meta:
        verbose_name = _("shared report")
        verbose_name_plural = _("shared reports")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="share_is_for_somebody"),
            models.CheckConstraint(condition=Q(until__gt=F("made")), name="share_ends_later"),
            at_most("share_name_fits", name=80),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def works(self) -> bool:
        """Whether the link opens today."""
        return self.until > timezone.now()
