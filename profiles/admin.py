"""Staff accounts in the administration."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as BaseGroupAdmin
from django.contrib.auth.admin import UserAdmin as BaseUserAdmin
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from careerquiz.lookups import PlainLookups
from profiles.models import User

admin.site.unregister(Group)


@admin.register(User)
class UserAdmin(PlainLookups, BaseUserAdmin):
    """People, by their address."""

    ordering = ["email"]
    list_display = ["email", "display_name", "is_staff", "is_active"]
    list_filter = ["is_staff", "is_superuser", "is_active", "groups"]
    search_fields = ["email", "display_name"]
    readonly_fields = ["last_login", "date_joined"]
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("Person"), {"fields": ["display_name", "language", "last_login", "date_joined"]}),
        (_("Rights"), {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]}),
    ]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["email", "usable_password", "password1", "password2"]}),
    ]


@admin.register(Group)
class GroupAdmin(PlainLookups, BaseGroupAdmin):
    """Groups, by their names."""
