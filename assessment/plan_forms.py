"""What comes in from the page of the plan: picks, interests and words for each gap; levels to imagine."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from assessment.catalogue.model import LEVELS
from assessment.forms import UNKEPT, digest
from assessment.models import MOST_STEPS, PlanItem
from assessment.models.columns import no_control_characters
from assessment.models.plan import INTERESTS, MOST_STEP_CHARACTERS, PlanEdit
from assessment.plan import ordered, weighed
from assessment.scoring import SkillGap
from assessment.templatetags.words import said

YES = "yes"
LABELS = {
    "pick": gettext_lazy("Work on this"),
    "interest": gettext_lazy("How much does it interest you?"),
    "step": gettext_lazy("What I will do"),
    "until": gettext_lazy("By when"),
    "done": gettext_lazy("Done"),
}
TICKS = ("pick", "done")
CHOICES = [
    ("", gettext_lazy("not said")),
    *zip(
        map(str, INTERESTS),
        [
            gettext_lazy("0 – not at all"),
            gettext_lazy("1 – a little"),
            gettext_lazy("2 – quite"),
            gettext_lazy("3 – very much"),
        ],
        strict=True,
    ),
]
INTEREST = forms.TypedChoiceField(
    choices=CHOICES,
    coerce=int,
    empty_value=None,
    required=False,
    error_messages={
        "invalid_choice": gettext_lazy("Please choose one of the answers below; what was sent is none of them.")
    },
)
UNTIL = forms.DateField(
    required=False,
    input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    error_messages={"invalid": gettext_lazy("Write the date as 2027-01-31 or 31/01/2027.")},
)


def step_of(text: str) -> str:
    """A next step as it is kept: on one line. Raises ValidationError for what cannot be."""
    step = re.sub(r"[\r\n\t]+", " ", text).strip()
    no_control_characters(step)
    if (over := len(step) - MOST_STEP_CHARACTERS) > 0:
        told = ngettext(
            "The text is %(over)d character too long. It was not saved; please shorten it.",
            "The text is %(over)d characters too long. It was not saved; please shorten it.",
            over,
        )
        raise ValidationError(told % {"over": over})
    return step


READ: Mapping[str, Callable[[str], Any]] = {
    "pick": YES.__eq__,
    "interest": INTEREST.clean,
    "step": step_of,
    "until": UNTIL.clean,
    "done": YES.__eq__,
}


def typed(item: PlanItem) -> dict[str, str]:
    """What is stored of a gap, as the inputs of the page hold it."""
    return {
        "pick": YES if item.picked else "",
        "interest": "" if item.interest is None else str(item.interest),
        "step": item.step,
        "until": _day(item.until),
        "done": YES if item.done else "",
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def marks(values: Mapping[str, str]) -> str:
    """What a page says it had been shown of a gap: a mark for each input, in the order of LABELS."""
    return ",".join(_mark(name, values[name]) for name in LABELS)


def _mark(name: str, value: str) -> str:
    return digest(value) if name == "step" and value else value


@dataclass(frozen=True, slots=True)
class Box:
    """One input of the page: its name, which is its id too, what is in it, what is wrong with it."""

    name: str
    label: str  # where its skill is not in sight
    value: str
    error: str

    @property
    def errors(self) -> list[str]:
        """As a field of a form has them."""
        return [self.error] if self.error else []

    @property
    def id_for_label(self) -> str:
        """As a field of a form has it."""
        return self.name

    auto_id = id_for_label


@dataclass(frozen=True, slots=True)
class Line:
    """One gap as the page shows it."""

    gap: SkillGap
    item: PlanItem
    boxes: Mapping[str, Box]  # by the names of LABELS
    shown: str
    worth: int | None  # priority times interest

    @property
    def is_open(self) -> bool:
        """Whether there is something in the inputs of a picked gap, so that they must be in sight."""
        return any(self.boxes[name].value or self.boxes[name].error for name in LABELS if name != "interest")


@dataclass
class PlanForm:
    """The page of the plan as it comes in: for each gap the inputs of LABELS, named such as `step-T1`.

    A page also sends what it had been shown (`shown-T1`); `edits` holds only what the person changed, so that a stale
    tab writes nothing back. What is valid is in `edits` even where something else is not.
    """

    gaps: tuple[SkillGap, ...]
    data: Mapping[str, str] = field(default_factory=dict)
    edits: dict[str, PlanEdit] = field(default_factory=dict)  # skill code -> what was changed
    errors: dict[str, str] = field(default_factory=dict)  # name of an input, or "" -> message

    def __post_init__(self) -> None:
        for gap in self.gaps:
            self._read(gap.skill.code)
        self._refuse_foreign()

    def is_valid(self) -> bool:
        """Whether everything that came in could be kept."""
        return not self.errors

    def refuse_picks(self, codes: list[str]) -> None:
        """Say of these skills that there was no room for them."""
        told = _("There is room for %(most)d: take another one back first.") % {"most": MOST_STEPS}
        self.errors |= {f"pick-{code}": told for code in codes}

    def __iter__(self) -> Iterator[Box]:
        """What is wrong, for the summary of errors."""
        for gap in self.gaps:
            for name in LABELS:
                yield self._box(name, gap, "")

    @property
    def non_field_errors(self) -> list[str]:
        """What is wrong with no input of the page, as a form has it."""
        return [self.errors[""]] if "" in self.errors else []

    def lines(self, items: Iterable[PlanItem], order: str) -> list[Line]:
        """The gaps as the page shows them: what is stored, and as it was typed what could not be kept."""
        stored = {item.skill: item for item in items}
        interests = {code: item.interest for code, item in stored.items() if item.interest is not None}
        return [
            self._line(gap, stored.get(gap.skill.code) or PlanItem(skill=gap.skill.code), weighed(gap, interests))
            for gap in ordered(self.gaps, interests, order)
        ]

    def _line(self, gap: SkillGap, item: PlanItem, worth: int | None) -> Line:
        stored = typed(item)
        return Line(gap, item, {name: self._box(name, gap, stored[name]) for name in LABELS}, marks(stored), worth)

    def _box(self, name: str, gap: SkillGap, stored: str) -> Box:
        key = f"{name}-{gap.skill.code}"
        error = self.errors.get(key, "")
        value = UNKEPT.sub("", self.data.get(key, "")) if error else stored
        return Box(key, f"{said(gap.skill.name)} – {LABELS[name]}", value, error)

    def _read(self, code: str) -> None:
        edit: dict[str, Any] = {}
        shown = self.data.get(f"shown-{code}", "").split(",")
        for name, mark in zip(LABELS, [*shown, *[""] * len(LABELS)], strict=False):
            sent = self.data.get(f"{name}-{code}", "" if name in TICKS else None)  # a tick is sent only if it is set
            if sent is not None and _mark(name, sent) != mark:
                self._take(edit, name, code, sent)
        if edit:
            self.edits[code] = PlanEdit(**edit)  # type: ignore[typeddict-item]  # its names are those of LABELS

    def _take(self, edit: dict[str, Any], name: str, code: str, sent: str) -> None:
        try:
            edit[name] = READ[name](sent)
        except ValidationError as error:
            self.errors[f"{name}-{code}"] = error.messages[0]

    def _refuse_foreign(self) -> None:
        expected = {gap.skill.code for gap in self.gaps}
        for name in self.data:
            prefix, _dash, code = name.partition("-")
            if prefix in LABELS and code not in expected:
                shown = Truncator(UNKEPT.sub(" ", code)).chars(32)
                told = _("This plan has no gap “%(code)s”: what was sent for that was not kept.") % {"code": shown}
                self.errors.setdefault("", told)


def imagined(gaps: tuple[SkillGap, ...], query: Mapping[str, str]) -> tuple[dict[str, int], bool]:
    """The levels to imagine, from a query such as `?reach-T1=3`, and whether all of it could be read.

    Only a level above one's own of a skill with a gap is one; the rest is left aside.
    """
    asked = {name.removeprefix("reach-"): value for name, value in query.items() if name.startswith("reach-") and value}
    offered = {gap.skill.code: {str(level): level for level in higher(gap)} for gap in gaps}
    levels = {code: offered[code][value] for code, value in asked.items() if value in offered.get(code, {})}
    return levels, len(levels) == len(asked)


def higher(gap: SkillGap) -> range:
    """The levels above one's own."""
    return range(gap.next_level or 0, max(LEVELS) + 1)
