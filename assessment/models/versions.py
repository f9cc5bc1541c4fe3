"""Published catalogues: numbered copies that never change."""

import json
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment.catalogue import file
from assessment.catalogue.model import Catalogue
from assessment.models.history import CatalogueChange, Who, account


class AlreadyPublishedError(ValueError):
    """The catalogue to publish is the one that is published."""


class ImmutableError(TypeError):
    """Something tried to change what never changes."""


@lru_cache(maxsize=256)
def catalogue_of(sha256: str) -> Catalogue:
    """The catalogue with this hash, parsed once per process. The hash is that of its bytes: it is never stale."""
    document = CatalogueVersion.objects.filter(sha256=sha256).values_list("document", flat=True)[0]
    return file.build(json.loads(document))


KNOWN: dict[int, "CatalogueVersion"] = {}  # one per version published: few, and each without its document


class CatalogueVersionQuerySet(models.QuerySet["CatalogueVersion"]):
    """Published catalogues. They are only ever added."""

    def known(self, pk: int) -> "CatalogueVersion":
        """The version with this key, without its document: read once in a process, since none ever changes."""
        if pk not in KNOWN:
            KNOWN[pk] = self.defer("document").get(pk=pk)
        return KNOWN[pk]

    def current(self) -> "CatalogueVersion | None":
        """The newest version, without its document."""
        return self.defer("document").order_by("-number").first()

    def publish(self, catalogue: Catalogue, by: Who = None, note: str = "") -> "CatalogueVersion":
        """Make the next version. Raises AlreadyPublishedError if nothing differs from the newest."""
        try:
            return self._publish(catalogue, by, note)
        except IntegrityError:  # another process took the number at the same moment: the next one is free
            return self._publish(catalogue, by, note)

    def _publish(self, catalogue: Catalogue, by: Who, note: str) -> "CatalogueVersion":
        with transaction.atomic():
            current = self.select_for_update().order_by("-number").first()
            if current and current.sha256 == catalogue.sha256:
                raise AlreadyPublishedError(f"version {current.number} already is this catalogue")
            version = self.create(
                number=current.number + 1 if current else 1,
                document=file.write(catalogue).decode(),
                sha256=catalogue.sha256,
                published_by=account(by),
                note=note,
                codes=file.codes_of(file.document_of(catalogue)),
            )
            CatalogueChange.objects.create(by=account(by), action="publish", code=str(version.number), note=note)
            return version

    def fixed_codes(self, section: str) -> set[str]:
        """The codes of a section that any version holds: answers and reports know them, so they stay."""
        return {code for codes in self.values_list("codes", flat=True) for code in codes.get(section, ())}

    def update(self, **kwargs: Any) -> int:
        """Refused; when the account of who published goes, Django forgets the name without asking here."""
        raise ImmutableError("a published catalogue never changes")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refused."""
        raise ImmutableError("a published catalogue is never deleted")


class CatalogueVersion(models.Model):
    """A published, immutable copy of the whole catalogue. Triggers refuse a change in the database too."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    document = models.TextField(_("document"))  # the canonical bytes as text: JSON columns reorder keys
    sha256 = models.CharField(_("SHA-256"), max_length=64, db_index=True)
    published = models.DateTimeField(_("published"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        verbose_name=_("published by"),
        related_name="+",
    )
    note = models.TextField(_("what changed and why"), blank=True)
    # what the document names, {"skills": ["T1", ...], ...}: lists and questions of codes need not parse documents
    codes = models.JSONField(_("codes"), default=dict, editable=False)

    objects = CatalogueVersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("catalogue version")
        verbose_name_plural = _("catalogue versions")
        ordering = ["-number"]
        constraints = [models.CheckConstraint(condition=Q(number__gte=1), name="version_number_from_1")]

    def __str__(self) -> str:
        return str(self.number)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add a version; a second save is refused."""
        if not self._state.adding:
            raise ImmutableError("a published catalogue never changes")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refused."""
        raise ImmutableError("a published catalogue is never deleted")

    @property
    def catalogue(self) -> Catalogue:
        """What was published."""
        return catalogue_of(self.sha256)
