"""The catalogue, the questionnaire, the gap report."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    """Assessments."""

    name = "assessment"
    verbose_name = _("assessments")
