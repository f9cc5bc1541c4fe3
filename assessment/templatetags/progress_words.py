"""How what changed between two sittings is said: kindly, since a fall is no fault."""

from fractions import Fraction

from django import template
from django.utils.formats import date_format, number_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessment.models import Assessment
from assessment.overview import signed_decimal
from assessment.progress import Course, Move
from assessment.templatetags.words import quoted, said

register = template.Library()


@register.filter
def sitting_name(sitting: Assessment) -> str:
    """A finished sitting among others: when, for what, and the name that the person gave it."""
    role, grade = sitting.target
    when = date_format(localtime(sitting.finished), "DATETIME_FORMAT")
    name = _("%(when)s: %(role)s, %(grade)s") % {
        "when": when,
        "role": said(role.name),
        "grade": said(grade.name).lower(),
    }
    return f"{name} {quoted(sitting.title)}" if sitting.title else name


@register.filter
def course(move: Move) -> str:
    """What happened to a skill."""
    rise = abs(move.rise or 0)
    words: dict[Course, str] = {
        "risen": ngettext("rose by %(rise)d", "rose by %(rise)d", rise) % {"rise": rise},
        "fallen": ngettext("fell by %(fall)d", "fell by %(fall)d", rise) % {"fall": rise},
        "same": _("as it was"),
        "rated_now": _("has a level now, had none then"),
        "rated_then": _("had a level then, has none now"),
        "unrated": _("no level, then or now"),
        "added": _("asked now, not then") if move.known else _("new: not in the catalogue then"),
        "dropped": _("asked then, not now") if move.known else _("gone: not in the catalogue now"),
    }
    return words[move.course]


@register.filter
def skills_of(number: int, course: Course) -> str:
    """How many skills took a course, in a sentence."""
    words: dict[Course, str] = {
        "risen": ngettext("%(number)d skill rose", "%(number)d skills rose", number),
        "fallen": ngettext("%(number)d skill fell", "%(number)d skills fell", number),
        "same": ngettext("%(number)d skill is as it was", "%(number)d skills are as they were", number),
        "rated_now": ngettext(
            "%(number)d skill has a level now and had none then",
            "%(number)d skills have a level now and had none then",
            number,
        ),
        "rated_then": ngettext(
            "%(number)d skill had a level then and has none now",
            "%(number)d skills had a level then and have none now",
            number,
        ),
        "unrated": ngettext(
            "%(number)d skill has no level, then or now", "%(number)d skills have no level, then or now", number
        ),
        "added": ngettext("%(number)d skill is asked only now", "%(number)d skills are asked only now", number),
        "dropped": ngettext("%(number)d skill was asked only then", "%(number)d skills were asked only then", number),
    }
    return words[course] % {"number": number}


@register.filter
def gap_course(move: Move) -> str:
    """What became of the gap of a skill that both sittings asked for."""
    if move.missing is None:
        return _("no level to compare")
    then, now = move.missing
    words = {
        "same": (_("the gap is as it was"), _("no gap, then or now")),
        "more": (_("the gap grew"), _("a gap opened")),
        "less": (_("the gap narrowed"), _("the gap closed")),
    }
    course = "same" if then == now else "more" if now > then else "less"
    some, none = words[course]
    return some if min(then, now) else none


@register.filter
def more_asked(move: Move) -> str:
    """By how much more or less is asked of a skill."""
    more = move.more_asked
    if more < 0:
        return ngettext("%(less)d level less asked", "%(less)d levels less asked", -more) % {"less": -more}
    if more:
        return ngettext("%(more)d level more asked", "%(more)d levels more asked", more) % {"more": more}
    return _("the same level asked")


@register.filter
def points(rise: Fraction | None) -> str:
    """By how many points of a hundred a share rose: "+1.5", "−0.5"; a dash where there is nothing to compare."""
    if rise is None:
        return "–"
    figure = signed_decimal(100 * rise)
    if not figure:
        return _("as it was")
    sign = "+" if figure > 0 else "\N{MINUS SIGN}"
    return sign + number_format(abs(figure), 1)
