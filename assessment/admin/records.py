"""What was published and what was done: to read, never to change."""

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from assessment.models import CatalogueChange, CatalogueVersion
from careerquiz.lookups import ReadOnlyAdmin


@admin.register(CatalogueVersion)
class CatalogueVersionAdmin(ReadOnlyAdmin):
    """The versions, newest first."""

    change_form_template = "admin/draft/version.html"
    change_list_template = "admin/draft/versions.html"
    list_display = ["number", "published", "published_by", "note", "skills", "roles", "short_hash"]
    list_select_related = ["published_by"]
    search_fields = ["note", "sha256"]
    fields = ["number", "published", "published_by", "note", "skills", "roles", "sha256"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[CatalogueVersion]:
        """Without their documents."""
        return super().get_queryset(request).defer("document")

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """One version, with the others to compare it with."""
        numbers = CatalogueVersion.objects.order_by("-number").values_list("number", flat=True)
        context = {**(extra_context or {}), "numbers": numbers}
        return super().change_view(request, object_id, form_url, context)

    @admin.display(description=_("skills"))
    def skills(self, version: CatalogueVersion) -> int:
        """How many skills it holds."""
        return len(version.codes["skills"])

    @admin.display(description=_("roles"))
    def roles(self, version: CatalogueVersion) -> int:
        """How many roles it holds."""
        return len(version.codes["roles"])

    @admin.display(description=_("SHA-256"))
    def short_hash(self, version: CatalogueVersion) -> str:
        """The first of its hash."""
        return format_html('<code title="{}">{}</code>', version.sha256, version.sha256[:12])


@admin.register(CatalogueChange)
class CatalogueChangeAdmin(ReadOnlyAdmin):
    """The history, the newest first."""

    change_form_template = "admin/draft/change_of.html"
    list_display = ["at", "who", "action", "kind", "what", "said"]
    list_display_links = ["at"]
    list_select_related = ["by"]
    list_filter = ["action", "section", "kind", ("by", admin.RelatedOnlyFieldListFilter)]
    search_fields = ["code", "note", "fields"]
    date_hierarchy = "at"
    fields = ["at", "who", "action", "what", "note"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[CatalogueChange], search_term: str
    ) -> tuple[QuerySet[CatalogueChange], bool]:
        """As Django finds; and as JSON writes the words, which is how SQLite keeps an é among old and new texts."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        written, _may_repeat = super().get_search_results(request, queryset, json.dumps(search_term)[1:-1])
        return found | written, may_repeat

    @admin.display(description=_("who"), ordering="by")
    def who(self, change: CatalogueChange) -> str:
        """Who did it; nobody is known of what the command line did or whose account is gone."""
        return str(change.by) if change.by else "–"

    @admin.display(description=_("what"), ordering="code")
    def what(self, change: CatalogueChange) -> str:
        """The item."""
        if change.action == "publish":
            return _("version %(number)s") % {"number": change.code}
        return f"{change.get_section_display()} {change.code}".strip()

    @admin.display(description=_("old and new"))
    def said(self, change: CatalogueChange) -> str:
        """What changed, in a few words."""
        return change.summary
