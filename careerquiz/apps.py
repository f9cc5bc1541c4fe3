"""The site, and its administration."""

from django.apps import AppConfig
from django.contrib.admin import apps as administration
from django.core.checks import Tags, register


class SiteConfig(AppConfig):
    """The site: its checks and its commands."""

    name = "careerquiz"
    default = True

    def ready(self) -> None:
        """Register what is checked before the site serves."""
        from careerquiz import checks  # noqa: PLC0415 (models are not loaded before)

        register(checks.sqlite_is_safe, Tags.database)
        register(checks.erased_file_is_writable, Tags.database)  # asked where the database is: before it is changed


class AdministrationConfig(administration.AdminConfig):
    """Django's administration, which asks staff for a second factor."""

    default = False
    default_site = "careerquiz.administration.Administration"
