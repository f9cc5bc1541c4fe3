"""What was done to the catalogue, by whom; and files that wait to be taken into the draft."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Literal

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assessment.catalogue.compare import Difference
from profiles.models import User

Action = Literal["edit", "import", "publish"]
ACTIONS = [("edit", _("edited")), ("import", _("imported")), ("publish", _("published"))]
KINDS = [("added", _("added")), ("removed", _("removed")), ("changed", _("changed")), ("moved", _("moved"))]
SECTIONS = [
    ("levels", _("level")),
    ("missions", _("mission")),
    ("competencies", _("competency")),
    ("skills", _("skill")),
    ("grades", _("grade")),
    ("roles", _("role")),
    ("requirements", _("requirement")),
    ("salaries", _("salary")),
]
Who = User | AnonymousUser | None  # who did it: nobody is known of what the command line did
IMPORT_KEPT = timedelta(days=1)


def account(by: Who) -> User | None:
    """The account of who did something."""
    return by if isinstance(by, User) else None


class CatalogueChangeQuerySet(models.QuerySet["CatalogueChange"]):
    """The history. It is only ever added to."""

    def record(self, by: Who, action: Action, found: Iterable[Difference], note: str = "") -> None:
        """Write down what one person did in one go."""
        at = timezone.now()
        CatalogueChange.objects.bulk_create(
            CatalogueChange(
                at=at,
                by=account(by),
                action=action,
                kind=difference.kind,
                section=difference.section,
                code=difference.code,
                fields=[{"name": field.name, "old": field.old, "new": field.new} for field in difference.fields],
                note=note,
            )
            for difference in found
        )

    def last_at(self) -> datetime:
        """When the draft was last changed: the same draft is written to the same file. Now, if nothing is known."""
        last = self.exclude(action="publish").order_by("-pk").first()
        return last.at if last else timezone.now()

    def of(self, section: str, code: str) -> "CatalogueChangeQuerySet":
        """What happened to one item, the last first."""
        return self.filter(section=section, code=code).order_by("-pk")


class CatalogueChange(models.Model):
    """One item of the draft added, removed, changed or moved; or a version published. Outlives the item."""

    at = models.DateTimeField(_("when"), default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, verbose_name=_("who"), related_name="+"
    )
    action = models.CharField(_("what was done"), max_length=8, choices=ACTIONS)
    kind = models.CharField(_("effect"), max_length=8, choices=KINDS, blank=True)
    section = models.CharField(_("kind of item"), max_length=16, choices=SECTIONS, blank=True)
    code = models.CharField(_("code"), max_length=120, blank=True)
    fields = models.JSONField(_("old and new"), default=list)  # [{"name": "name.fr", "old": ..., "new": ...}]
    note = models.TextField(_("note"), blank=True)  # the file that was imported; what and why of a version

    objects = CatalogueChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of the catalogue")
        verbose_name_plural = _("changes of the catalogue")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["section", "code"], name="catalogue_change_of")]
        default_permissions = ("view",)

    def __str__(self) -> str:
        item = f"{self.get_section_display()} {self.code}".strip()
        return gettext("%(item)s: %(action)s") % {"item": item, "action": self.get_action_display()}

    @property
    def summary(self) -> str:
        """The first few values, cut short: “old → new” of what changed, the values alone of what came or went."""
        shown = [_step(self.kind, field) for field in self.fields[:3]]
        return " · ".join([*shown, *(["…"] if len(self.fields) > 3 else [])]) or Truncator(self.note).chars(200)


def _step(kind: str, field: Mapping[str, Any]) -> str:
    if kind in ("added", "removed"):
        return _brief(field["new"] if kind == "added" else field["old"])
    return f"{_brief(field['old'])} → {_brief(field['new'])}"


def _brief(value: Any) -> str:
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    return Truncator(", ".join(map(str, value)) if isinstance(value, list) else str(value)).chars(60)


class DraftImportQuerySet(models.QuerySet["DraftImport"]):
    """Files that wait."""

    def hold(self, by: Any, **fields: Any) -> "DraftImport":
        """Keep what a file would make of the draft until it is confirmed; what nobody confirmed in a day goes."""
        self.filter(at__lt=timezone.now() - IMPORT_KEPT).delete()
        return self.create(by=account(by), **fields)


class DraftImport(models.Model):
    """A file that was read and waits to be confirmed: what the draft would become, and of which draft it was told."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    document = models.JSONField()
    draft_mark = models.CharField(max_length=32)
    left_out = models.JSONField(default=list)  # lines

    objects = DraftImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of a catalogue")
        verbose_name_plural = _("imports of catalogues")
        default_permissions = ("add",)

    def __str__(self) -> str:
        return self.name
