"""The log of what matters in the administration: to read, never to change."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careerquiz.lookups import ReadOnlyAdmin
from profiles.models import Event


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    """The log, the newest first; people are named by their numbers, and their pages say who they are."""

    list_display = ["at", "what", "by", "of", "subject", "address"]
    list_display_links = None
    list_filter = ["what"]
    list_select_related = ["who", "about"]
    date_hierarchy = "at"
    search_fields = ["address", "subject", "who__uuid", "about__uuid"]
    search_help_text = _("An internet address, or the number of a person or of what it concerns.")
    fields = ["at", "what", "by", "of", "subject", "address"]

    @admin.display(description=_("who"), ordering="who")
    def by(self, event: Event) -> str:
        """The number of who did it."""
        return str(event.who.uuid) if event.who else "–"

    @admin.display(description=_("about whom"), ordering="about")
    def of(self, event: Event) -> str:
        """The number of who it was done to."""
        return str(event.about.uuid) if event.about else "–"
