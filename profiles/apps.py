"""The people who sign in."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProfilesConfig(AppConfig):
    """People."""

    name = "profiles"
    verbose_name = _("people")

    def ready(self) -> None:
        """Listen to who signs in; remember what is erased."""
        from careerquiz import tombstones  # noqa: PLC0415 (models are not loaded before)
        from profiles import data, signals  # noqa: PLC0415

        signals.connect()
        data.connect()
        tombstones.keep_of(self.get_model("User"))
