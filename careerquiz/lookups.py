"""Lists in the administration: what an address may ask of them, and those that are only read."""

import re
from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

MOST_WORDS, MOST_CHARACTERS = 10, 200  # of a search, in which each word asks for every text of every row
TOO_LARGE = re.compile(r"\d{10}")  # a number that a column may not hold
YEAR = re.compile("20[0-9]{2}")
ROW = re.compile("[0-9]{1,18}")


class PlainLookups(admin.ModelAdmin):
    """A list that is filtered by plain values and searched for a few words; more could break it, or keep it busy."""

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """As Django says, but for regular expressions, what no column holds, and years that no calendar has."""
        is_plain = "\0" not in value and not TOO_LARGE.search(value) and not lookup.endswith("regex")
        is_date = not lookup.endswith("__year") or YEAR.fullmatch(value)
        return bool(is_plain and is_date) and super().lookup_allowed(lookup, value, request)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """As Django does, for the first words."""
        words = search_term[:MOST_CHARACTERS].split()[:MOST_WORDS]
        return super().get_search_results(request, queryset, " ".join(words))

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any], *args: Any) -> HttpResponse | None:
        """Do something to the rows that are ticked. Raises BadRequest for what is the number of no row."""
        if not all(map(ROW.fullmatch, request.POST.getlist(ACTION_CHECKBOX_NAME))):
            raise BadRequest
        return super().response_action(request, queryset, *args)


class ReadOnlyAdmin(PlainLookups):
    """Rows that nobody adds, changes or deletes here."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Never."""
        return False
