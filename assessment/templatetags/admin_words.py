"""How the editors' room says what changed and what that does."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from assessment.admin.places import field_label, value_label
from assessment.catalogue.compare import Difference, Effects, LevelChange
from assessment.catalogue.model import Role
from assessment.models.history import KINDS, SECTIONS

IN_A_LANGUAGE = re.compile(r"(?!levels\.).*\.(fr|en)(?:\[\d\])?")  # "levels.fr" would be that of a grade
register = template.Library()


@register.filter
def in_language(row: Any, name: str) -> str:
    """A text of a row of the draft, in the language of the page."""
    return str(getattr(row, f"{name}_{'fr' if get_language() == 'fr' else 'en'}"))


@register.filter
def name_in(item: Mapping[str, str] | Role) -> str:
    """A name of the catalogue, in the language of the page."""
    language = "fr" if get_language() == "fr" else "en"
    if isinstance(item, Role):
        return item.name.said_in(language)
    return item[language] or item["fr"] or item["en"]


@register.filter
def plain(value: Any) -> str:
    """A value as a person reads it."""
    if value is None or value in ("", []):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@register.filter
def asked(requirement: Mapping[str, Any] | None, grades: Iterable[Any]) -> str:
    """A requirement in a few figures: the weight, then the level of each grade."""
    if not requirement:
        return "–"
    levels = " · ".join(str(requirement["levels"].get(grade.code, "–")) for grade in grades)
    return _("weight %(weight)s, levels %(levels)s") % {"weight": requirement["weight"], "levels": levels}


@register.simple_tag
def kind_of(change: Difference) -> str:
    """What happened to which kind of item: "Skill: changed"."""
    words = {"kind": dict(KINDS)[change.kind], "section": dict(SECTIONS)[change.section]}
    return capfirst(_("%(section)s: %(kind)s") % words)


@register.simple_tag
def value_of(section: str, name: str, value: Any) -> str:
    """A value of a field as a person reads it: what its choice is called, or the value itself."""
    is_choice = isinstance(value, str | int) and not isinstance(value, bool) and value != ""
    return value_label(section, name, value) if is_choice else plain(value)


@register.simple_tag(takes_context=True)
def label_of(context: Mapping[str, Any], section: str, name: str) -> str:
    """What the forms call a field; `names` in the context says what the codes of a section are called."""
    if name == "order":
        return capfirst(_("order"))
    return capfirst(field_label(section, name, context.get("names", {}).get("grades")))


@register.simple_tag
def lang_of(name: str) -> SafeString | str:
    """The attribute that says in which language a field is."""
    found = IN_A_LANGUAGE.fullmatch(name)
    return format_html(' lang="{}"', found[1]) if found else ""


@register.filter
def levels(found: Effects) -> tuple[LevelChange, ...]:
    """Every level that changes."""
    return (*found.risen, *found.fallen, *found.asked_anew, *found.no_longer_asked)


@register.filter
def sentences(found: Effects) -> list[str]:
    """What publishing does to people, a sentence each."""
    counted = [
        (len(found.risen), rises),
        (len(found.fallen), falls),
        (len({(c.role, c.skill) for c in found.asked_anew}), asks),
        (len({(c.role, c.skill) for c in found.no_longer_asked}), forgoes),
        (len(found.weights), weighs),
        (len(found.reworded), rewords),
    ]
    return [say(count) for count, say in counted if count]


def rises(count: int) -> str:
    """Requirements that rise."""
    return ngettext(
        "%(count)d requirement rises: a person at the old requirement now has a gap.",
        "%(count)d requirements rise: a person at the old requirement now has a gap.",
        count,
    ) % {"count": count}


def falls(count: int) -> str:
    """Requirements that fall."""
    return ngettext(
        "%(count)d requirement falls: a gap of today may be none tomorrow.",
        "%(count)d requirements fall: a gap of today may be none tomorrow.",
        count,
    ) % {"count": count}


def asks(count: int) -> str:
    """Skills that a role asks for the first time."""
    return ngettext(
        "%(count)d skill is asked that a role did not ask before: nobody has answered it yet.",
        "%(count)d skills are asked that a role did not ask before: nobody has answered them yet.",
        count,
    ) % {"count": count}


def forgoes(count: int) -> str:
    """Skills that a role asks no longer."""
    return ngettext(
        "%(count)d skill is no longer asked by a role: what was rated stays in the reports there are.",
        "%(count)d skills are no longer asked by a role: what was rated stays in the reports there are.",
        count,
    ) % {"count": count}


def weighs(count: int) -> str:
    """Weights that change."""
    return ngettext(
        "%(count)d weight changes: the order of the gaps may change with it.",
        "%(count)d weights change: the order of the gaps may change with them.",
        count,
    ) % {"count": count}


def rewords(count: int) -> str:
    """Skills whose sentences change."""
    return ngettext(
        "%(count)d skill is reworded: the same answer may come to mean something else.",
        "%(count)d skills are reworded: the same answers may come to mean something else.",
        count,
    ) % {"count": count}
