"""How texts of the catalogue and figures of a report are said in the language of the page."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction
from textwrap import wrap
from typing import Any

from django import template
from django.urls import reverse, translate_url
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language, ngettext, override, pgettext
from django.utils.translation import gettext as _

from assessment.catalogue.model import Level, Requirement, Skill, Text
from assessment.radar import Axis
from assessment.scoring import CANNOT_SAY, NOT_APPLICABLE, GapReport, SkillGap, one_decimal
from assessment.scoring import percent as percent_of
from careerquiz.prepared import or_a_hole

register = template.Library()
MUTED = mark_safe(' class="muted"')
LINE = 15.0  # from one line of a label to the next, in units of the picture
CAPITAL = 9.0  # the height of a capital letter


@register.filter
def said(text: Text) -> str:
    """A text of the catalogue, in the language of the page."""
    return text.said_in(get_language() or "fr")


@register.filter
def percent(share: Fraction) -> str:
    """A share as "78.5%", in French "78,5 %" with a space that does not break."""
    return _("%(figure)s%%") % {"figure": number_format(percent_of(share), 1)}


@register.filter
def decimal(value: Fraction) -> str:
    """A mean level with one decimal."""
    return number_format(one_decimal(value), 1)


@register.filter
def level_name(value: int | str, levels: tuple[Level, ...]) -> str:
    """The name of a level."""
    return said(levels[int(value)].name)


@register.filter
@or_a_hole
def answer_name(value: int | str, levels: tuple[Level, ...]) -> str:
    """An answer in words."""
    if value == NOT_APPLICABLE:
        return _("Does not apply to my work")
    if value == CANNOT_SAY:
        return _("I cannot place myself")
    return _("No answer") if value == "" else level_name(value, levels)


@register.filter
@or_a_hole
def day(at: datetime) -> str:
    """The day of a moment."""
    return date_format(localtime(at))


@register.filter
@or_a_hole
def moment(at: datetime) -> str:
    """A day and an hour."""
    return date_format(localtime(at), "DATETIME_FORMAT")


@register.filter
@or_a_hole
def checked(chosen: str, value: str) -> str:
    """The attribute of the choice that is made."""
    return " checked" if chosen == value else ""


@register.filter
@or_a_hole
def opened(note: str) -> str:
    """The attribute of what stands open since something is in it."""
    return " open" if note else ""


@register.filter
@or_a_hole
def muted(chosen: str) -> str:
    """The attribute of an answer that is none."""
    return "" if chosen else MUTED


@register.filter
@or_a_hole
def noted(note: str) -> str:
    """A note as a paragraph, if there is one."""
    return format_html('<p class="note">{}</p>', note) if note else ""


@register.filter
def weight_name(weight: int) -> str:
    """What a weight means."""
    if weight == 3:
        return pgettext("weight", "essential")
    return pgettext("weight", "important") if weight == 2 else pgettext("weight", "useful")


@register.filter
def reason(skill: SkillGap) -> str:
    """Why a gap stands where it stands: its size, and its weight for the role."""
    gap = skill.gap or 0
    below = ngettext("%(gap)d level below", "%(gap)d levels below", gap) % {"gap": gap}
    return _("%(below)s, %(weight)s for the role") % {"below": below, "weight": weight_name(skill.weight)}


@register.filter
def strength(skill: SkillGap) -> str:
    """How a skill reaches what is asked."""
    over = -(skill.gap or 0)
    if not over:
        return _("as asked")
    return ngettext("%(over)d level above what is asked", "%(over)d levels above what is asked", over) % {"over": over}


@register.filter
def standing(skill: SkillGap) -> str:
    """Where a skill stands, in words."""
    words = {"not_applicable": _("does not apply to your work"), "unrated": _("not answered")}
    if skill.answer == CANNOT_SAY:
        return _("you could not place yourself")
    if skill.state in words:
        return words[skill.state]
    gap = skill.gap or 0
    below = ngettext("%(gap)d level below what is asked", "%(gap)d levels below what is asked", gap) % {"gap": gap}
    return below if gap > 0 else strength(skill)


@register.filter
def reached(report: GapReport) -> tuple[SkillGap, ...]:
    """The skills of a report that are as asked or above."""
    return report.in_state("met", "above")


@register.filter
def unrated(report: GapReport) -> tuple[SkillGap, ...]:
    """The skills of a report that have no level of the person's."""
    return report.in_state("unrated")


@register.filter
def shared(skills: Iterable[SkillGap]) -> list[SkillGap]:
    """The skills that a role shares with the role it extends."""
    return [skill for skill in skills if not skill.extra]


@register.filter
def hundred(share: Fraction) -> str:
    """A share as a plain number from 0 to 100, for a drawing."""
    return str(percent_of(share))


@register.filter
def label_lines(axis: Axis) -> list[tuple[str, float]]:
    """The name of an axis of a radar, cut into short lines, each with its height in the picture."""
    lines = wrap(said(axis.name), 20)
    top = axis.label.y + (1 - axis.rise) * CAPITAL - axis.rise * LINE * (len(lines) - 1)
    return [(line, round(top + LINE * index, 1)) for index, line in enumerate(lines)]


@register.filter
def all_in(skills: tuple[Skill, ...], codes: frozenset[str]) -> bool:
    """Whether all of these skills are among the codes."""
    return codes.issuperset(skill.code for skill in skills)


@register.filter
def quoted(sentence: str) -> str:
    """A sentence in the quotation marks of the language."""
    return _("“%(sentence)s”") % {"sentence": sentence}


@register.filter
def at(values: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping holds under a key."""
    return values[key]


@register.filter
def at_grade(requirement: Requirement, grade: str) -> int:
    """The level a requirement asks at a grade."""
    return requirement.levels[grade]


@register.simple_tag(takes_context=True)
def this_page_in(context: Mapping[str, Any], language: str) -> str:
    """The address of this page in another language; the home page's, where there is no page to translate."""
    here: str = context["request"].get_full_path()
    there = translate_url(here, language)
    with override(language):
        return there if there != here else reverse("home")
