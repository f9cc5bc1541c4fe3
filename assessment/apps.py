"""The catalogue, the questionnaire, the gap report."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    """What the administration shows of it is the catalogue."""

    name = "assessment"
    verbose_name = _("catalogue")

    def ready(self) -> None:
        """Join what a browser holds when its person signs in, and answer for what is kept about a person."""
        from assessment import personal  # noqa: PLC0415 (models are not loaded before)

        personal.connect()
