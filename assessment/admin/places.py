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
from assessment.models.drafting import SECTIONS

ITEM = re.compile(r"(?P<section>[a-z]+)\[(?P<index>\d+)\]\.?(?P<rest>.*)")
REQUIREMENT = re.compile(r"requirements\.(?P<skill>[A-Z0-9_-]+)(\.(levels\.(?P<grade>[a-z0-9-]+)|weight))?")
ROW = re.compile(r"(?:row (?P<row>\d+))?(?:, )?(?:column )?(?P<column>\w+)?")


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
        return Told(text, f"{row} › {' › '.join(filter(None, asked.group('skill', 'grade')))}", _grid(row, asked))
    name = column_of(rest)
    label = field_label(found["section"], rest)
    return Told(
        text, f"{row} › {label}" if label else str(row), f"{change_address(row)}{f'#id_{name}' if name else ''}"
    )


def _section(name: str) -> tuple[str, str]:
    if name not in SECTIONS:
        return name, ""
    meta = SECTIONS[name]._meta
    return capfirst(str(meta.verbose_name_plural)), reverse(f"admin:assessment_{meta.model_name}_changelist")


def _grid(row: Any, asked: re.Match[str]) -> str:
    address = reverse("admin:assessment_draftrole_requirements", args=[row.pk])
    return (
        f"{address}#{'-'.join(filter(None, ['level' if asked['grade'] else 'weight', asked['skill'], asked['grade']]))}"
    )


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


def field_label(section: str, place: str) -> str:
    """What the forms call a field of an item."""
    if section == "requirements":
        return _("weight") if place == "weight" else _("level for %(grade)s") % {"grade": place.partition(".")[2]}
    try:
        return str(SECTIONS[section]._meta.get_field(column_of(place)).verbose_name)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return place


def cell(place: str) -> str:
    """Where in a table a fault stands: "row 3, name_fr" in the words of the page's language."""
    found = ROW.fullmatch(place)
    if not found or not place:
        return place
    words = [_("row %(row)s") % {"row": found["row"]} if found["row"] else ""]
    words.append(_("column %(column)s") % {"column": found["column"]} if found["column"] else "")
    return ", ".join(filter(None, words))
