"""From the place of a fault in a document, "skills[7].anchors.fr[3]", to the field that mends it, and its name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from assessment.fault import Fault
from assessment.models import DraftRequirement
from assessment.models.drafting import SECTIONS

ITEM = re.compile(r"(?P<section>[a-z]+)\[(?P<index>\d+)\]\.?(?P<rest>.*)")
REQUIREMENT = re.compile(r"requirements(\.(?P<skill>[A-Z0-9_-]+)(\.(levels\.(?P<grade>[a-z0-9-]+)|weight))?)?")
CELL = re.compile(r"row (?P<row>\d+)(, (?P<column>.+))?|column (?P<name>.+)")


@dataclass(frozen=True)
class Told:
    """A fault as a page tells it: what, in words; where, in words; and the address of the field that mends it."""

    text: str
    where: str
    address: str


def told(fault: Fault, rows: Mapping[str, list[Any]]) -> Told:
    """A fault of the draft, whose rows these are."""
    text = capfirst(fault.said(_))
    found = ITEM.fullmatch(fault.place)
    if not found or found["section"] not in rows:
        return Told(text, *_section(re.split(r"[.\[]", fault.place)[0]))
    row, rest = rows[found["section"]][int(found["index"])], found["rest"]
    if asked := REQUIREMENT.fullmatch(rest):
        return Told(text, *_choice(row, asked, rows))
    name, label = column_of(rest), field_label(found["section"], rest)
    where = f"{row} › {label}" if label else str(row)
    return Told(text, where, change_address(row) + (f"#id_{name}" if name else ""))


def _section(name: str) -> tuple[str, str]:
    if name not in SECTIONS:
        return name, ""
    meta = SECTIONS[name]._meta
    return capfirst(str(meta.verbose_name_plural)), reverse(f"admin:assessment_{meta.model_name}_changelist")


def _choice(role: Any, asked: re.Match[str], rows: Mapping[str, list[Any]]) -> tuple[str, str]:
    """A choice in the grid of a role; of a grade that is gone the weight, since saving the row forgets that grade."""
    address = reverse("admin:assessment_draftrole_requirements", args=[role.pk])
    skill, grade = asked.group("skill", "grade")
    grades = {row.code: row for row in rows["grades"]}
    of_skill = next((row for row in rows["skills"] if row.code == skill), None)
    if of_skill is None:
        return str(role), address
    choice = f"level-{skill}-{grade}" if grade in grades else f"weight-{skill}"
    said = [str(role), str(of_skill), str(grades.get(grade, grade or ""))]
    where = " › ".join(filter(None, said))
    return where, f"{address}?competency={of_skill.competency.code}#{choice}"


def change_address(row: Any) -> str:
    """Where a row of the draft is changed."""
    return reverse(f"admin:assessment_{row._meta.model_name}_change", args=[row.pk])


def column_of(place: str) -> str:
    """The column of a place inside an item: "anchors.fr[3]" is "anchor_3_fr", "name.fr" is "name_fr"."""
    if anchor := re.fullmatch(r"anchors\.(fr|en)\[(\d)\]", place):
        return f"anchor_{anchor[2]}_{anchor[1]}"
    if place.startswith("references."):
        return re.split(r"[.\[]", place)[1]
    return re.sub(r"\[\d+\]$", "", place).replace(".", "_")


def field_label(section: str, place: str, names: Mapping[str, str] | None = None) -> str:
    """What the forms call a field of an item; `names` says what the codes of grades are called."""
    if section == "requirements":
        grade = place.partition(".")[2]
        return _("level for %(grade)s") % {"grade": (names or {}).get(grade, grade)} if grade else _("weight")
    try:
        return str(SECTIONS[section]._meta.get_field(column_of(place)).verbose_name)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return place


def value_label(section: str, place: str, value: str | int) -> str:
    """What the forms call a value of a field: its choice if it has choices, or the value itself."""
    model = DraftRequirement if section == "requirements" else SECTIONS[section]
    try:
        choices = dict(model._meta.get_field(column_of(place)).flatchoices)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        choices = {}
    return str(choices.get(value, value))


def cell(place: str) -> str:
    """Where in a table a fault stands, "row 3, name_fr", in the language of the page; other places as they are."""
    found = CELL.fullmatch(place)
    if not found:
        return place
    row, column = found["row"], found["column"] or found["name"]
    words = [
        _("row %(row)s") % {"row": row} if row else "",
        _("column %(column)s") % {"column": column} if column else "",
    ]
    return ", ".join(filter(None, words))
