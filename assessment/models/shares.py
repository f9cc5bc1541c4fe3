"""Reports that their person shows to somebody: a link each, with an end, to be revoked one by one."""

import uuid
from base64 import urlsafe_b64encode
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from assessment.models.assessments import Assessment, hash_token

MOST_SHARES = 50  # of one report at a time


class ShareQuerySet(models.QuerySet["Share"]):
    """Links to reports."""

    def make(self, assessment: Assessment, name: str, until: datetime, *, with_notes: bool) -> "Share":
        """A new link, of which only the hash is kept."""
        share = Share(assessment=assessment, name=name, until=until, with_notes=with_notes)
        share.token_sha256 = hash_token(_token(share.uuid, settings.SECRET_KEY))
        share.save()
        return share

    def working(self) -> Self:
        """Those that have not ended, of reports that their person can still reach to take the link back."""
        now = timezone.now()
        return self.filter(until__gt=now).exclude(assessment__owner=None, assessment__link_until__lte=now)

    def by_link(self, token: str) -> "Share | None":
        """The share that a link opens, if it still does, with its assessment and what names its catalogue version."""
        found = self.working().select_related("assessment__version").defer("assessment__version__document")
        return found.filter(token_sha256=hash_token(token)).first()


class Share(models.Model):
    """One link to one finished report, for one reader."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessment = models.ForeignKey(
        Assessment, models.CASCADE, verbose_name=_("assessment"), related_name="shares", editable=False
    )
    name = models.CharField(_("for whom"), max_length=80)
    with_notes = models.BooleanField(_("with notes"), default=False)
    made = models.DateTimeField(_("made"), default=timezone.now)
    until = models.DateTimeField(_("works until"))
    token_sha256 = models.CharField(_("hash of the link"), max_length=64, unique=True, editable=False)

    objects = ShareQuerySet.as_manager()

    class Meta:
        verbose_name = _("shared report")
        verbose_name_plural = _("shared reports")
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="share_is_for_somebody"),
            models.CheckConstraint(condition=Q(until__gt=F("made")), name="share_ends_later"),
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
        """Whether the link opens today."""
        return self.until > timezone.now()


def _token(identifier: uuid.UUID, key: str) -> str:
    """192 bits that follow from the identifier and the site's key: shown again to their person, never stored."""
    digest = salted_hmac("careerquiz.share", str(identifier), secret=key, algorithm="sha256").digest()
    return urlsafe_b64encode(digest[:24]).decode()
