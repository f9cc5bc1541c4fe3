"""The forms of the editors' room. Each tells a person whose page has grown old, before it overwrites anything."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessment.catalogue.check import reference_lists, salaries_ordered, salaries_verified
from assessment.models import CatalogueChange, DraftItem, DraftMission, DraftRole, DraftSkill
from assessment.models.columns import lines
from assessment.models.draft import REFERENCES
from assessment.models.drafting import mark
from assessment.templatetags.admin_words import plain

ADVISED = 140  # characters of a sentence; the most a candidate reads at a glance


class Measured(forms.Textarea):
    """A text area that says how long its text is, and how long is advised."""

    def __init__(self, advised: int | None = None, rows: int = 3) -> None:
        super().__init__({"rows": rows, "class": "vLargeTextField"})
        self.advised = advised

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Without a limit for the browser, which would cut a longer text that is pasted, and not say so."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"].pop("maxlength", None)
        return context

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The area and the length beneath it, which a script keeps up to date."""
        most = self.advised or self.attrs["maxlength"]
        length = len((value or "").replace("\r\n", "\n"))
        return format_html(
            '{}<span class="length" data-for="id_{}" data-most="{}">{} / {}</span>',
            super().render(name, value, attrs, renderer),
            name,
            most,
            length,
            most,
        )


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
        """The chosen codes, each once, new ones last, in catalogue order."""
        chosen, known = super().clean(value), [code for code, _name in cast("list[tuple[str, str]]", self.choices)]
        return [code for code in dict.fromkeys([*self.former, *known]) if code in chosen]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other codes are chosen."""
        return set(initial or []) != set(data or [])


class DraftForm(forms.ModelForm):
    """A row of the draft. `shown` names the row and marks what the page showed: an old page overwrites nothing."""

    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["shown"] = f"{self.instance.key} {mark_of(self.instance)}"

    def clean(self) -> dict[str, Any] | None:
        """Refuse to overwrite what somebody else saved meanwhile; saying so once is enough."""
        super().clean()
        shown = self.cleaned_data.get("shown", "")
        if self.instance.pk and shown != self.initial["shown"]:
            self._send_instead(shown=self.initial["shown"])
            self.add_error(None, grown_old(self.instance))
            for name in self.initial.keys() & self.fields.keys() - {"shown"}:
                self._show_theirs(name)
        elif shown and not self.instance.pk:
            key = shown.rpartition(" ")[0]
            self._send_instead(shown="", code=self.data.get("code", key))
            self.add_error(None, gone(self.instance.section, key))
        return self.cleaned_data

    def _send_instead(self, **values: str) -> None:
        sent = cast("QueryDict", self.data).copy()
        for name, value in values.items():
            sent[name] = value
        self.data = sent

    def _show_theirs(self, name: str) -> None:
        mine = self.cleaned_data.get(name, ...)  # a field with an error of its own is not there
        if (mine.pk if hasattr(mine, "pk") else mine) != self.initial[name]:
            self.add_error(name, _("Stored meanwhile: “%(text)s”") % {"text": self._stored(name)})

    def _stored(self, name: str) -> str:
        """What is stored now, as a person reads it."""
        in_words = getattr(self.instance, f"get_{name}_display", None)
        return plain(in_words() if in_words else getattr(self.instance, name))


def mark_of(row: DraftItem) -> str:
    """A mark of what the form of a row shows, made without asking the database."""
    shown = (field for field in row._meta.fields if field.editable and not field.primary_key)
    return mark({field.name: field.value_to_string(row) for field in shown})


def grown_old(instance: DraftItem) -> str:
    """That somebody else changed this item after the page was opened: who, when, and what to do."""
    return _(
        "%(who)s changed this while you had it open (%(when)s), so nothing was saved yet. Your texts are below as "
        "you typed them, with what is stored now beside each that differs. Save once more to keep yours."
    ) % who_and_when(CatalogueChange.objects.of(instance.section, instance.key))


def gone(section: str, key: str) -> str:
    """That somebody else took this item away after the page was opened: who, when, and what to do."""
    return _(
        "%(who)s deleted this while you had it open (%(when)s), so nothing was saved. Your texts are below as you "
        "typed them. Save once more to add it again."
    ) % who_and_when(CatalogueChange.objects.of(section, key))


def who_and_when(changes: QuerySet[CatalogueChange]) -> dict[str, str]:
    """Who made the last of some changes, and when, for a sentence that says so."""
    last = changes.select_related("by").first()
    if last is None:
        return {"who": _("Somebody"), "when": "–"}
    when = localtime(last.at)
    said = date_format(when, "H:i" if when.date() == localdate() else "DATETIME_FORMAT")
    return {"who": str(last.by or _("Somebody")), "when": said}


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
        field = cast("Codes", self.fields["replaced_by"])
        field.former = self.instance.replaced_by
        others = DraftSkill.objects.filter(Q(retired=False) | Q(code__in=field.former))
        field.choices = [(skill.code, str(skill)) for skill in others.exclude(pk=self.instance.pk)]

    def clean(self) -> dict[str, Any] | None:
        """References as the catalogue wants them; only a retired skill is replaced."""
        super().clean()
        self._check_references()
        if self.cleaned_data.get("replaced_by") and not self.cleaned_data.get("retired"):
            self.add_error("replaced_by", _("Only a retired skill is replaced: tick “retired”, or choose none here."))
        return self.cleaned_data

    def _check_references(self) -> None:
        given = {name: lines(self.cleaned_data.get(name, "")) for name in REFERENCES}
        for fault in reference_lists("", given):
            name, _bracket, at = fault.place.rstrip("]").partition("[")
            reason = fault.said(_)
            line = {"line": int(at or 0) + 1, "reason": reason}
            self.add_error(name, _("Line %(line)d: %(reason)s.") % line if at else capfirst(reason))


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
        field = cast("Codes", self.fields["missions"])
        field.former = self.instance.missions
        field.choices = [(mission.code, str(mission)) for mission in DraftMission.objects.all()]

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
                    self.add_error(name, capfirst(fault.said(_)))
        return self.cleaned_data


def choices_of(values: Iterable[int]) -> list[tuple[str, str]]:
    """An empty choice, then these figures."""
    return [("", "–"), *((str(value), str(value)) for value in values)]
