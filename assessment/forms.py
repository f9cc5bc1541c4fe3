"""What comes in from a person: the target they choose, a page of answers they give."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol
from unicodedata import category

from django import forms
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from assessment.catalogue.model import LEVELS, Catalogue, Grade, Role, Skill
from assessment.models import Assessment, Edit
from assessment.models.columns import no_control_characters
from assessment.scoring import CANNOT_SAY, NOT_APPLICABLE, Answer

MOST_NOTE_CHARACTERS = 2000
USUAL_SHARE_DAYS, MOST_SHARE_DAYS = 30, 365
VALUES: Mapping[str, Answer] = {str(level): level for level in LEVELS} | {
    NOT_APPLICABLE: NOT_APPLICABLE,
    CANNOT_SAY: CANNOT_SAY,
}
NO_NOTE = hashlib.sha256().hexdigest()[:16]
UNKEPT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class TargetForm(forms.Form):
    """A role and a grade of one catalogue, as two selects: the target to read a report against."""

    role = forms.ChoiceField(label=gettext_lazy("Role"))
    grade = forms.ChoiceField(label=gettext_lazy("Grade"))

    def __init__(self, catalogue: Catalogue, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, items in (("role", catalogue.roles), ("grade", catalogue.grades)):
            choices = self.fields[name]
            assert isinstance(choices, forms.ChoiceField)  # noqa: S101 (the field above; for the type checker)
            choices.choices = [(item.code, self.label_of(item)) for item in items]

    @staticmethod
    def label_of(item: Role | Grade) -> str:
        """How a role or a grade is named among the choices."""
        return item.name.said_in(get_language() or "fr")


class StartForm(TargetForm):
    """A role and a grade to be assessed against, each explained beside its name."""

    role = forms.ChoiceField(
        label=gettext_lazy("Which role?"),
        error_messages={"required": gettext_lazy("Choose a role."), "invalid_choice": gettext_lazy("Choose a role.")},
        widget=forms.RadioSelect,
    )
    grade = forms.ChoiceField(
        label=gettext_lazy("At which grade?"),
        error_messages={"required": gettext_lazy("Choose a grade."), "invalid_choice": gettext_lazy("Choose a grade.")},
        help_text=gettext_lazy(
            "Not sure? Choose what most resembles your work today. "
            "You can read the same answers against another grade later."
        ),
        widget=forms.RadioSelect,
    )

    @staticmethod
    def label_of(item: Role | Grade) -> SafeString:
        """The name, and a sentence for a person who hesitates."""
        language = get_language() or "fr"
        text = item.summary if isinstance(item, Role) else item.text
        return format_html("<strong>{}</strong> <span>{}</span>", item.name.said_in(language), text.said_in(language))


class ShareForm(forms.Form):
    """A link to a report: for whom, with what, until when."""

    name = forms.CharField(
        label=gettext_lazy("For whom?"),
        help_text=gettext_lazy(
            "A name that helps you tell your links apart, such as “Ms Martin”. The reader sees it too."
        ),
        max_length=80,
        validators=[no_control_characters],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Say for whom the link is.")},
    )
    shows = forms.ChoiceField(
        label=gettext_lazy("What does it show?"),
        choices=[
            ("levels", gettext_lazy("Levels and gaps")),
            ("notes", gettext_lazy("Levels and gaps, and your notes")),
        ],
        initial="levels",
        widget=forms.RadioSelect,
    )
    until = forms.DateField(
        label=gettext_lazy("Until when?"),
        help_text=gettext_lazy("The link works until the end of that day, a year from now at the latest."),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": gettext_lazy("Say until when it works."),
            "invalid": gettext_lazy("Write the date as 2027-01-31 or 31/01/2027."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        first, last = self.days()
        super().__init__(*args, **{"initial": {"until": first + timedelta(days=USUAL_SHARE_DAYS)}, **kwargs})
        self.fields["until"].widget.attrs |= {"min": first.isoformat(), "max": last.isoformat()}

    @staticmethod
    def days() -> tuple[date, date]:
        """The first and the last day on which a link made today may end."""
        today = timezone.localdate()
        return today, today + timedelta(days=MOST_SHARE_DAYS)

    def clean_name(self) -> str:
        """The name without what cannot be seen and only turns or joins what stands beside it."""
        name = "".join(char for char in self.cleaned_data["name"] if category(char) != "Cf").strip()
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        return name

    def clean_until(self) -> datetime:
        """The end of the day, in the site's time zone."""
        day, (first, last) = self.cleaned_data["until"], self.days()
        if not first <= day <= last:
            raise forms.ValidationError(_("Choose a day from today on, a year from now at the latest."))
        return timezone.make_aware(datetime.combine(day, time.max))


@dataclass(frozen=True, slots=True)
class Question:
    """One skill as a page shows it: what is chosen and noted, what was stored when it was shown, what is wrong."""

    skill: Skill
    chosen: str  # a key of VALUES, or "" for no answer
    note: str
    shown: str
    shown_note: str
    answer_error: str = ""
    note_error: str = ""

    @property
    def wrong(self) -> bool:
        """Whether something of it could not be kept."""
        return bool(self.answer_error or self.note_error)


@dataclass
class PageForm:
    """One page of the questionnaire as it comes in: radios `skill-<code>`, texts `note-<code>`.

    A page also sends what it had been shown (`shown-<code>`, `shown-note-<code>`); `edits` holds only what the person
    changed, so that a stale tab writes nothing back. What is valid is in `edits` even where something else is not.
    """

    skills: tuple[Skill, ...]
    data: Mapping[str, str]
    edits: dict[str, Edit] = field(default_factory=dict)
    answer_errors: dict[str, str] = field(default_factory=dict)  # skill code -> message
    note_errors: dict[str, str] = field(default_factory=dict)
    page_errors: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for skill in self.skills:
            self._read(skill.code)
        self._refuse_foreign()

    def is_valid(self) -> bool:
        """Whether everything that came in could be kept."""
        return not (self.answer_errors or self.note_errors or self.page_errors)

    @property
    def acknowledged(self) -> dict[str, str]:
        """What the page may now count as stored: its hidden fields by name, for what came in and was kept."""
        fields: dict[str, str] = {}
        for code, edit in self.edits.items():
            if edit.answer is not None:
                fields[f"shown-{code}"] = str(edit.answer)
            if edit.note is not None:
                fields[f"shown-note-{code}"] = digest(edit.note)
        return fields

    def questions(self, assessment: Assessment) -> tuple[Question, ...]:
        """The page again, with what is stored now, and what could not be kept as it was typed."""
        return tuple(self._question(question) for question in questions(assessment, self.skills))

    def _question(self, stored: Question) -> Question:
        code = stored.skill.code
        answer_error, note_error = self.answer_errors.get(code, ""), self.note_errors.get(code, "")
        note = plain_note(UNKEPT.sub("", self.data[f"note-{code}"])) if note_error else stored.note
        return replace(stored, note=note, answer_error=answer_error, note_error=note_error)

    def _read(self, code: str) -> None:
        edit = Edit(self._answer(code), self._note(code))
        if edit != Edit():
            self.edits[code] = edit

    def _answer(self, code: str) -> Answer | str | None:
        if self.data.get("take-back") == code:
            return ""
        chosen = self.data.get(f"skill-{code}")
        if chosen is None or chosen == self.data.get(f"shown-{code}"):
            return None
        if chosen not in VALUES:
            self.answer_errors[code] = _("Please choose one of the answers below; what was sent is none of them.")
        return VALUES.get(chosen)

    def _note(self, code: str) -> str | None:
        note = plain_note(self.data.get(f"note-{code}", ""))
        if f"note-{code}" not in self.data or digest(note) == self.data.get(f"shown-note-{code}", digest("")):
            return None
        if error := note_error(note):
            self.note_errors[code] = error
            return None
        return note

    def _refuse_foreign(self) -> None:
        expected = {skill.code for skill in self.skills}
        for name in self.data:
            prefix, _dash, code = name.partition("-")
            if prefix in ("skill", "note") and code not in expected:
                shown = Truncator(UNKEPT.sub(" ", code)).chars(32)
                self.page_errors.append(
                    _("This page has no question “%(code)s”: that answer was not kept.") % {"code": shown}
                )


class Answered(Protocol):
    """What has answers and notes: an assessment, or the preview of one."""

    answers: Any
    notes: Any


def questions(assessment: Answered, skills: tuple[Skill, ...]) -> tuple[Question, ...]:
    """A page as it is stored."""
    return tuple(_stored(assessment, skill) for skill in skills)


def _stored(assessment: Answered, skill: Skill) -> Question:
    answer, note = str(assessment.answers.get(skill.code, "")), assessment.notes.get(skill.code, "")
    return Question(skill, answer, note, shown=answer, shown_note=digest(note))


def note_error(note: str) -> str:
    """Why a note cannot be kept; "" if it can."""
    if UNKEPT.search(note):
        return _("The note holds characters that cannot be kept. It was not saved; please type it again.")
    if (over := len(note) - MOST_NOTE_CHARACTERS) <= 0:
        return ""
    return ngettext(
        "The note is %(over)d character too long. It was not saved; please shorten it.",
        "The note is %(over)d characters too long. It was not saved; please shorten it.",
        over,
    ) % {"over": over}


def plain_note(text: str) -> str:
    """A note as it is kept: one kind of line end, nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def digest(note: str) -> str:
    """A short mark of a note, for a page to say which note it had been shown."""
    return hashlib.sha256(note.encode("utf-8", "surrogatepass")).hexdigest()[:16] if note else NO_NOTE
