"""The site."""

from django.apps import AppConfig
from django.core.checks import Tags, register


class SiteConfig(AppConfig):
    """The site: its checks and its commands."""

    name = "careerquiz"

    def ready(self) -> None:
        """Register what is checked before the site serves."""
        from careerquiz import checks  # noqa: PLC0415 (models are not loaded before)

        register(checks.sqlite_is_safe, Tags.database)
