"""What the columns of the draft have in common: texts in two languages, codes, choices."""

import re
from collections.abc import Mapping
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from assessment.catalogue.check import ADDRESS, CODE, SLUG
from assessment.catalogue.model import LANGUAGES
from assessment.catalogue.shape import ODD

ORIGINS = [("source", _("source: from the description of the job")), ("added", _("added: written by the editors"))]
WEIGHTS = [(3, _("3 – essential")), (2, _("2 – important")), (1, _("1 – useful"))]

is_code = RegexValidator(
    rf"\A{CODE}\Z", _("A code is capitals, digits, - and _, a capital first, 32 characters at most.")
)
is_slug = RegexValidator(
    rf"\A{SLUG}\Z", _("A code is small letters, digits and -, a letter first, 32 characters at most.")
)
is_address = RegexValidator(
    rf"\A{ADDRESS}\Z", _("An address begins with http:// or https:// and holds no spaces or quotation marks.")
)
no_control_characters = RegexValidator(
    ODD, _("The text holds a character that cannot be printed; please type it again."), inverse_match=True
)


class TextColumn(models.CharField):
    """A text on one line, in one language; blank while it is to be written."""

    default_validators = [no_control_characters]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"blank": True, "default": "", **kwargs})

    def to_python(self, value: Any) -> Any:
        """The text on one line: a line break that was typed or pasted is a space."""
        text = super().to_python(value)
        return re.sub(r"[\r\n\t]+", " ", text).strip() if isinstance(text, str) else text


def said(row: models.Model, name: str) -> dict[str, str]:
    """A text of a row in both languages, as a document holds it."""
    return {language: getattr(row, f"{name}_{language}") for language in LANGUAGES}


def titled(code: str, row: models.Model) -> str:
    """How a row is named in lists: its code, and its name in the language of the page, or in the other."""
    language = "fr" if get_language() == "fr" else "en"
    name = said(row, "name")
    return f"{code} – {name[language] or name['fr'] or name['en']}".removesuffix(" – ")


def spread(**texts: Mapping[str, str]) -> dict[str, str]:
    """The columns of such texts."""
    return {f"{name}_{language}": text[language] for name, text in texts.items() for language in LANGUAGES}


def lines(text: str) -> list[str]:
    """The values of a column that holds one a line."""
    return [line for line in text.split("\n") if line]


def one_of(column: str, values: list[tuple[Any, Any]]) -> Q:
    """That a column holds one of its choices."""
    return Q(**{f"{column}__in": [value for value, _label in values]})
