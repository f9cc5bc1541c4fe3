"""The people who sign in."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProfilesConfig(AppConfig):
    """People."""

    name = "profiles"
    verbose_name = _("people")
