"""What a password must not be, beside too short. No rule asks for digits or signs."""

from itertools import pairwise

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator as BaseCommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FEWEST = 5  # different characters


class RepetitionValidator:
    """Refuses a password of very few characters repeated, and one that counts or runs through the alphabet."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raises ValidationError."""
        steps = {ord(after) - ord(before) for before, after in pairwise(password)}
        if len(set(password.lower())) < FEWEST or len(steps) == 1:
            raise ValidationError(_("This password repeats or counts on; choose one that is harder to guess."))

    def get_help_text(self) -> str:
        """Said beside the field."""
        return _("A few words that do not belong together are easy to keep in mind and hard to guess.")


class CommonPasswordValidator(BaseCommonPasswordValidator):
    """Refuses a common password, also where it was only made long: repeated, or with digits and signs around it."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        """Raises ValidationError."""
        letters = [at for at, character in enumerate(password) if character.isalpha()] or [0]
        core = password[letters[0] : letters[-1] + 1]
        piece = core[: (core + core).find(core, 1)]  # all of it, where nothing repeats
        for candidate in (password, core, piece):
            super().validate(candidate)
