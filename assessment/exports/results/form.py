"""What is asked for, in: the query string of the page and the options of the command pass through one form."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessment.models.selection import Known, Selection, codes_in

FIRST, LAST = date(2000, 1, 1), date(2999, 12, 31)
LANGUAGES = {"fr": "français", "en": "English"}
SITTINGS = [
    ("finished", pgettext_lazy("assessments", "finished")),
    ("draft", pgettext_lazy("assessments", "not finished")),
    ("all", pgettext_lazy("assessments", "all")),
]


class Day(forms.DateField):
    """A day, as 2026-01-31 whatever the language."""

    default_validators = [
        MinValueValidator(FIRST, _("A day is from 2000-01-01 to 2999-12-31.")),
        MaxValueValidator(LAST, _("A day is from 2000-01-01 to 2999-12-31.")),
    ]
    default_error_messages = {"invalid": _("Write a day that exists, such as 2026-01-31.")}

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], required=False, **kwargs)


def one_of(label: Any, unknown: Any) -> forms.ChoiceField:
    """One of a list, or all."""
    return forms.ChoiceField(label=label, required=False, error_messages={"invalid_choice": unknown})


class SelectionForm(forms.Form):
    """Which assessments. Codes and numbers are those that any published catalogue has."""

    role = one_of(_("Role"), _("No catalogue has such a role."))
    grade = one_of(_("Grade"), _("No catalogue has such a grade."))
    version = one_of(_("Catalogue version"), _("There is no such version."))
    language = one_of(_("Language"), _("The languages are fr and en."))
    sitting = one_of(_("Assessments"), _("Assessments are finished, draft or all."))
    since = Day(label=_("From (day)"))
    until = Day(label=_("Until (day, included)"))

    def __init__(
        self,
        data: Mapping[str, Any],
        versions: Sequence[Known],
        names: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        super().__init__(data)
        offered = {
            "role": codes_in(versions, "roles"),
            "grade": codes_in(versions, "grades"),
            "version": [str(number) for number, _codes in versions],
            "language": list(LANGUAGES),
        }
        called = {"language": LANGUAGES, **(names or {})}
        for name, values in offered.items():
            known = [(value, called.get(name, {}).get(value, value)) for value in values]
            self._field(name).choices = [("", _("all")), *known]
        self._field("sitting").choices = SITTINGS

    def _field(self, name: str) -> Any:
        return self.fields[name]

    def clean(self) -> None:
        """A first day after the last selects nothing, which nobody means."""
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and since > until:
            self.add_error("until", ValidationError(_("The last day is before the first.")))

    @property
    def selection(self) -> Selection:
        """What is asked for; of a form that is valid."""
        found = self.cleaned_data
        version = int(found["version"]) if found["version"] else None
        return Selection(**{**found, "version": version, "sitting": found["sitting"] or "finished"})

    def said(self, name: str, value: str) -> str:
        """What a choice of a field is called."""
        return str(dict(self._field(name).choices)[value])

    def order(self, names: Sequence[str], values: Sequence[Any]) -> list[int]:
        """Where values stand among the choices of fields, for sorting."""
        return [
            list(dict(self._field(name).choices)).index(str(value)) for name, value in zip(names, values, strict=False)
        ]

    def query(self, **other: Any) -> str:
        """The query string of what is asked for, some of it otherwise; of a form that is valid."""
        return urlencode({name: value for name, value in (self.cleaned_data | other).items() if value})
