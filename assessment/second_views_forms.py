"""What comes in about second views: whom a person asks, how a rater is seen, a page of what they say."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from unicodedata import category

from django import forms
from django.utils.translation import gettext_lazy

from assessment.catalogue.model import Skill
from assessment.forms import PageForm, Question, ShareForm, questions
from assessment.models import SecondView
from assessment.models.columns import no_control_characters
from assessment.scoring import Answer

BY_NAME, TOGETHER = "name", "together"


class InvitationForm(ShareForm):
    """Who is asked for a second view, by whom, until when."""

    shows = None  # type: ignore[assignment]  # Django's way to leave a field out
    name = forms.CharField(
        label=gettext_lazy("Whom do you ask?"),
        help_text=gettext_lazy("Such as “Ms Martin”, to tell your links apart. Only you see it."),
        max_length=80,
        validators=[no_control_characters],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Say whom you ask.")},
    )
    asker = forms.CharField(
        label=gettext_lazy("By which name do they know you?"),
        help_text=gettext_lazy("They read it on the page that the link opens, and in every question."),
        max_length=80,
        validators=[no_control_characters],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Say by which name they know you.")},
    )
    field_order = ["name", "asker", "until"]

    def __init__(self, asker: str, *args: Any) -> None:
        super().__init__(*args)
        self.initial["asker"] = asker
        self.fields["until"].help_text = gettext_lazy(
            "The link takes answers until the end of that day, a year from now at the latest."
        )

    def clean_asker(self) -> str:
        """The name without what cannot be seen."""
        return _seen(self, "asker")


class RaterForm(forms.Form):
    """Whether a rater is seen by name, and by which. Nothing is chosen for them."""

    seen = forms.ChoiceField(
        label=gettext_lazy("How may what you say be shown?"),
        choices=[
            (BY_NAME, gettext_lazy("By my name: each of my answers, with the name below")),
            (TOGETHER, gettext_lazy("Without my name: only together with the answers of at least two others")),
        ],
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose how it may be shown."),
            "invalid_choice": gettext_lazy("Choose how it may be shown."),
        },
    )
    rater_name = forms.CharField(
        label=gettext_lazy("Your name, if it may be seen"),
        help_text=gettext_lazy("Leave it empty if you want to be without a name: then none is kept."),
        max_length=80,
        required=False,
        validators=[no_control_characters],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Say by which name you agree to be seen.")},
    )

    def clean_rater_name(self) -> str:
        """The name to be seen by, "" for one who is not; what they typed and did not agree to is not kept."""
        seen = self.cleaned_data.get("seen")
        return _seen(self, "rater_name") if seen == BY_NAME else ""


@dataclass
class RaterPageForm:
    """One page of what a rater says, as it comes in: the radios of a page of the questionnaire, without notes."""

    view: SecondView
    skills: tuple[Skill, ...]
    data: Mapping[str, str]
    page: PageForm = field(init=False)

    def __post_init__(self) -> None:
        asked = {name: self.data[name] for name in self.data if not name.startswith("note-")}
        self.page = PageForm(self.skills, asked)

    def is_valid(self) -> bool:
        """Whether everything that came in could be kept."""
        return self.page.is_valid()

    @property
    def answers(self) -> dict[str, Answer | str]:
        """What the rater chose anew, by the code of the skill, "" for what they took back."""
        return {code: edit.answer for code, edit in self.page.edits.items() if edit.answer is not None}

    @property
    def questions(self) -> tuple[Question, ...]:
        """The page again, with what is stored now and what could not be kept."""
        errors = self.page.answer_errors
        return tuple(
            replace(question, answer_error=errors.get(question.skill.code, ""))
            for question in rater_questions(self.view, self.skills)
        )


@dataclass(slots=True)
class _Unnoted:
    """Answers without notes, as the questions want them."""

    answers: Any
    notes: Any


def rater_questions(view: SecondView, skills: tuple[Skill, ...]) -> tuple[Question, ...]:
    """A page of what a rater says, as it is stored."""
    return questions(_Unnoted(view.answers, {}), skills)


def _seen(form: forms.Form, name: str) -> str:
    """A name without what cannot be seen and only turns or joins what stands beside it."""
    text = "".join(char for char in form.cleaned_data[name] if category(char) != "Cf").strip()
    if not text:
        raise forms.ValidationError(form.fields[name].error_messages["required"])
    return text
