"""The catalogue, the questionnaire, the gap report."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    """What the administration shows of it is the catalogue."""

    name = "assessment"
    verbose_name = _("catalogue")
