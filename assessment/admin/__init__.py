"""The editors' room: the draft of the catalogue, what was published, what was done."""

from django.contrib import admin

from assessment.admin import items, records

admin.site.enable_nav_sidebar = False  # the header names what editors need, and the texts need the width

__all__ = ["items", "records"]
