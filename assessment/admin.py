"""Published catalogues in the administration: to read, never to change."""

from django.contrib import admin
from django.http import HttpRequest

from assessment.models import CatalogueVersion


@admin.register(CatalogueVersion)
class CatalogueVersionAdmin(admin.ModelAdmin):
    """The versions, newest first."""

    list_display = ["number", "published", "published_by", "sha256"]
    list_select_related = ["published_by"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A version is published by `load_catalogue --publish`."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: CatalogueVersion | None = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: CatalogueVersion | None = None) -> bool:
        """Never."""
        return False
