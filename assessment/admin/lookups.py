"""What an address may ask of a list."""

from django.contrib import admin
from django.http import HttpRequest


class PlainLookups(admin.ModelAdmin):
    """A list that is filtered by plain values. A regular expression could break it, or keep the database busy."""

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """As Django says, but for regular expressions and the one character that PostgreSQL has no place for."""
        is_plain = "\0" not in value and not lookup.endswith("regex")
        return is_plain and super().lookup_allowed(lookup, value, request)
