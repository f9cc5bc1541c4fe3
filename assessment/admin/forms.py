"""The forms of the editors' room. Each tells a person whose page has grown old, before it overwrites anything."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.catalogue.check import reference_lists, salaries_ordered, salaries_verified
from assessment.models import CatalogueChange, DraftItem, DraftMission, DraftRole, DraftSkill
from assessment.models.columns import lines
from assessment.models.draft import REFERENCES
from assessment.models.drafting import mark

ADVISED = 140  # characters of a sentence; the most a candidate reads at a glance


class Measured(forms.Textarea):
    """A text area that says how long its text is, and how long is advised."""

    def __init__(self, advised: int | None = None, rows: int = 3) -> None:
        super().__init__({"rows": rows, "class": "vLargeTextField"})
        self.advised = advised

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The area and the length beneath it, which a script keeps up to date."""
        area = super().render(name, value, attrs, renderer)
        most = self.advised or (attrs or {}).get("maxlength", "")
        length = len(str(value or ""))
        count = format_html(
            '<span class="length" data-for="id_{}" data-most="{}">{} / {}</span>', name, most, length, most
        )
        return format_html("{}{}", area, count) if most else area


class OneALine(forms.CharField):
    """References, one a line."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})

    def clean(self, value: Any) -> str:
        """The lines without what surrounds them, each once."""
        text = super().clean(value).replace("\r", "\n")
        return "\n".join(dict.fromkeys(line.strip() for line in text.split("\n") if line.strip()))


class Codes(forms.MultipleChoiceField):
    """Codes of other items; those that stay keep the order they had."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.former: list[str] = []

    def clean(self, value: Any) -> list[str]:
        """The chosen codes, new ones last, in catalogue order."""
        chosen = super().clean(value)
        return [code for code in self.former if code in chosen] + [c for c in chosen if c not in self.former]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other codes are chosen."""
        return set(initial or []) != set(data or [])


class DraftForm(forms.ModelForm):
    """A row of the draft. `shown` is the mark of what the page showed: a page that has grown old overwrites nothing."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["shown"] = mark(self.instance.item())

    def clean(self) -> dict[str, Any] | None:
        """Refuse to overwrite what somebody else saved meanwhile; saying so once is enough."""
        super().clean()
        if self.instance.pk and self.cleaned_data.get("shown") != self.initial["shown"]:
            sent = cast("QueryDict", self.data).copy()
            sent["shown"] = self.initial["shown"]
            self.data = sent
            self.add_error(None, grown_old(self.instance))
            for name in self.cleaned_data.keys() & self.instance_values().keys():
                self._show_theirs(name)
        return self.cleaned_data

    def instance_values(self) -> dict[str, Any]:
        """What is stored now, by field."""
        return {name: value for name, value in self.initial.items() if name in self.fields and name != "shown"}

    def _show_theirs(self, name: str) -> None:
        stored = self.instance_values()[name]
        mine = self.cleaned_data[name]
        if (mine.pk if hasattr(mine, "pk") else mine) != stored:
            said = Truncator(str("" if stored is None else stored)).chars(400)
            self.add_error(name, _("Stored meanwhile: “%(text)s”") % {"text": said})


def grown_old(instance: DraftItem) -> str:
    """That somebody else changed this item after the page was opened: who, when, and what to do."""
    last = CatalogueChange.objects.of(instance.section, instance.key).select_related("by").first()
    who = str(last.by) if last and last.by else _("Somebody")
    when = date_format(localtime(last.at), "H:i") if last else ""
    return _(
        "%(who)s changed this at %(when)s, while you had it open, so nothing was saved yet. Your texts are below as "
        "you typed them, with what is stored now beside each that differs. Save once more to keep yours."
    ) % {"who": who, "when": when}


class NamedForm(DraftForm):
    """A mission, a competency or a grade."""

    class Meta:
        widgets = {"text_fr": Measured(rows=5), "text_en": Measured(rows=5)}


class LevelForm(DraftForm):
    """A level."""

    class Meta:
        widgets = {"anchor_fr": Measured(ADVISED), "anchor_en": Measured(ADVISED)}


class SkillForm(DraftForm):
    """A skill with its six sentences in two languages, side by side."""

    esco = OneALine(label=gettext_lazy("ESCO addresses"), required=False, help_text=gettext_lazy("One a line."))
    sfia = OneALine(label=gettext_lazy("SFIA codes"), required=False, help_text=gettext_lazy("One a line."))
    dora = OneALine(label=gettext_lazy("DORA capabilities"), required=False, help_text=gettext_lazy("One a line."))
    other = OneALine(label=gettext_lazy("Other references"), required=False, help_text=gettext_lazy("One a line."))
    replaced_by = Codes(
        label=gettext_lazy("Replaced by"),
        widget=forms.SelectMultiple({"size": 6}),
        help_text=gettext_lazy(
            "Only of a retired skill: the skills that took its place. Ctrl and a click choose several."
        ),
    )

    class Meta:
        widgets = {f"anchor_{level}_{language}": Measured(ADVISED) for level in range(6) for language in ("fr", "en")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("replaced_by")
        if isinstance(field, Codes):
            others = DraftSkill.objects.filter(retired=False).exclude(pk=self.instance.pk)
            field.choices = [(skill.code, str(skill)) for skill in others]
            field.former = self.instance.replaced_by

    def clean(self) -> dict[str, Any] | None:
        """References as the catalogue wants them; only a retired skill is replaced."""
        super().clean()
        given = {name: lines(self.cleaned_data.get(name, "")) for name in REFERENCES}
        for fault in reference_lists("", given):
            name, _bracket, at = fault.place.partition("[")
            line = {"line": int(at.rstrip("]")) + 1, "reason": fault.said(_)}
            self.add_error(name, _("Line %(line)d: %(reason)s.") % line)
        if self.cleaned_data.get("replaced_by") and not self.cleaned_data.get("retired"):
            self.add_error("replaced_by", _("Only a retired skill is replaced: tick “retired”, or choose none here."))
        return self.cleaned_data


class RoleForm(DraftForm):
    """A role, without what it requires."""

    missions = Codes(label=gettext_lazy("Missions"), widget=forms.CheckboxSelectMultiple)

    class Meta:
        widgets = {
            **{f"summary_{language}": Measured() for language in ("fr", "en")},
            **{f"{name}_{language}": Measured(rows=8) for name in ("definition", "part") for language in ("fr", "en")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("missions")
        if isinstance(field, Codes):
            field.choices = [(mission.code, str(mission)) for mission in DraftMission.objects.all()]
            field.former = self.instance.missions

    def clean_extends(self) -> DraftRole | None:
        """Refuse a role that would extend itself, directly or through others."""
        base: DraftRole | None = self.cleaned_data["extends"]
        step = base
        while step is not None and self.instance.pk:
            if step.pk == self.instance.pk:
                raise ValidationError(_("This role would extend itself."))
            step = step.extends
        return base


class SalaryForm(DraftForm):
    """A salary record."""

    class Meta:
        help_texts = {
            "low": gettext_lazy("Gross, for a year, in whole units; empty while it is not known."),
            "status": gettext_lazy("A verified figure needs both ends, the year, the address and the day it was read."),
        }

    def clean(self) -> dict[str, Any] | None:
        """What the check of the catalogue asks of a salary, beside its field."""
        super().clean()
        given = {key: value if value != "" else None for key, value in self.cleaned_data.items()}
        for rule in (salaries_verified, salaries_ordered):
            for fault in rule({"salaries": [given]}):
                name = fault.place.rpartition(".")[2]
                if name not in self.errors:
                    self.add_error(name, fault.said(_).capitalize())
        return self.cleaned_data


def choices_of(values: Iterable[int]) -> list[tuple[str, str]]:
    """An empty choice, then these figures."""
    return [("", "–"), *((str(value), str(value)) for value in values)]
