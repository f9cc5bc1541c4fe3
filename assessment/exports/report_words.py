"""What the report on paper says: the words of the page, in plain values that know nothing of a layout."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from assessment.catalogue.model import Grade, Level, Role
from assessment.models import Assessment, PlanItem
from assessment.radar import Point, radar
from assessment.scoring import CompetencySummary, GapReport, Readiness, SkillGap, Summary
from assessment.scoring import percent as percent_of
from assessment.templatetags.words import (
    decimal,
    level_name,
    percent,
    quoted,
    reason,
    said,
    standing,
    strength,
    weight_name,
)

NONE = "–"
SHORT_HASH = 12
MOST_LINES = 20  # of a note on paper
UNDRAWN = "\N{REPLACEMENT CHARACTER}"  # stands for a character that cannot be drawn


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the report says of the sitting beside its figures. The notes and the plan that are here are printed."""

    number: int  # of the catalogue version
    published: datetime
    finished: datetime
    own_target: tuple[Role, Grade]
    notes: Mapping[str, str] = field(default_factory=dict)  # {"T1": "..."}
    plan: Sequence[PlanItem] = ()  # what is not picked is left out; only against the own target

    @classmethod
    def of(cls, assessment: Assessment, *, with_notes: bool = False, plan: Sequence[PlanItem] = ()) -> Self:
        """The sitting of an assessment, without its notes unless they are asked for. Raises ValueError for a draft."""
        if assessment.finished is None:
            raise ValueError("a draft has no report")
        version, notes = assessment.version, assessment.notes if with_notes else {}
        return cls(version.number, version.published, assessment.finished, assessment.target, notes, plan)


def report_words(report: GapReport, sitting: Sitting, language: str) -> dict[str, Any]:
    """Everything that is printed, in `language`: texts, and the numbers that are drawn.

    Days are those of Django's current time zone.
    """
    with override(language):
        return {"language": language, **_words(report, sitting)}


def _words(report: GapReport, sitting: Sitting) -> dict[str, Any]:
    levels = report.catalogue.levels
    return {
        "title": _("Gap report: %(role)s, %(grade)s") % _target(report.role, report.grade),
        "eyebrow": _("Self-rating finished on %(day)s. “You” is the person who answered.")
        % {"day": _day(sitting.finished)},
        "name": _("Name:"),
        "elsewhere": _elsewhere(report, sitting),
        "standing": _standing(report),
        "radar": _radar(report),
        "competencies": _competencies(report),
        "work": _work(report, levels),
        "plan": _plan(report, sitting),
        "strengths": _strengths(report),
        "extras": _extras(report),
        "skills": _skills(report, levels),
        "left-out": _left_out(report),
        "notes": _notes(report, sitting),
        "how": _how(report, sitting),
        "footer": _footer(report, sitting),
        "page": _("Page %(page)s of %(pages)s") % {"page": "{page}", "pages": "{pages}"},
    }


def _target(role: Role, grade: Grade) -> dict[str, str]:
    return {"role": said(role.name), "grade": said(grade.name).lower()}


def _day(moment: datetime) -> str:
    return date_format(localtime(moment), "DATE_FORMAT")


def _elsewhere(report: GapReport, sitting: Sitting) -> str:
    if sitting.own_target == (report.role, report.grade):
        return ""
    sentence = _("You answered for %(role)s, %(grade)s. These are the same answers, compared with another target.")
    return sentence % _target(*sitting.own_target)


def _standing(report: GapReport) -> dict[str, Any]:
    """Where the person stands: a figure with its bounds, or why there is none, and the sentences beside it."""
    readiness = report.overall.readiness
    if readiness is None:
        return {"share": "", "lead": _why_no_figure(report.overall), "sentences": _sentences(report)}
    lead = _("On the skills you rated, you meet %(share)s of what is asked of a %(grade)s %(role)s engineer.")
    share = percent(readiness.value)
    return {
        "share": share,
        "lower": float(percent_of(readiness.lower)),
        "upper": float(percent_of(readiness.upper)),
        "lead": lead % {"share": share, **_target(report.role, report.grade)},
        "sentences": _sentences(report),
    }


def _why_no_figure(summary: Summary) -> str:
    if summary.coverage is None:
        return _("No skill of this role applies to your work, so there is nothing to compare.")
    if summary.required == 0:
        return _("This target asks for no level yet, so there is nothing to compare.")
    return _("Too little is answered to say where you stand.")


def _sentences(report: GapReport) -> list[str]:
    summary = report.overall
    if summary.coverage is None:
        return []
    carried = _("The rated ones carry %(coverage)s of the weight of all that apply to you.")
    coverage = f"{_rated(report)}. {carried % {'coverage': percent(summary.coverage)}}"
    if summary.readiness:
        return [coverage, *_bounds(summary.readiness), _counts(report)]
    rated = [_("What you did rate is below.")] if summary.rated else []
    return [coverage, _("Half is needed before a figure means anything."), *rated]


def _rated(report: GapReport) -> str:
    summary = report.overall
    counts = _("Skills rated: %(rated)s of %(asked)s") % {"rated": summary.rated, "asked": summary.asked}
    if not_applicable := report.in_state("not_applicable"):
        counts += _("; not applicable: %(number)s") % {"number": len(not_applicable)}
    if unrated := report.in_state("unrated"):
        counts += _("; without a level: %(number)s") % {"number": len(unrated)}
    return counts


def _bounds(readiness: Readiness) -> list[str]:
    if readiness.lower == readiness.upper:
        return []
    sentence = _("Were everything rated, the figure would lie between %(lower)s and %(upper)s.")
    return [sentence % {"lower": percent(readiness.lower), "upper": percent(readiness.upper)}]


def _counts(report: GapReport) -> str:
    reached = report.in_state("met", "above")
    sentence = _("Below the level asked: %(below)s. At that level or above: %(reached)s.")
    return sentence % {"below": len(report.priorities), "reached": len(reached)}


def _radar(report: GapReport) -> dict[str, Any] | None:
    picture = radar(report)
    if picture is None:
        return None
    return {
        "alt": _("Your mean level and the mean level asked, by competency; the figures are in the table below"),
        "asked": _("Asked"),
        "you": _("You"),
        "centre": _place(picture.centre),
        "rings": [_places(ring) for ring in picture.rings],
        "required": _places(picture.required),
        "own": _places(picture.own),
        "lines": [(_place(start), _place(end)) for start, end in picture.own_lines],
        "axes": [
            {
                "name": said(axis.name),
                "end": _place(axis.end),
                "label": _place(axis.label),
                "anchor": axis.anchor,
                "rise": axis.rise,
                "own": axis.own and _place(axis.own),
            }
            for axis in picture.axes
        ],
    }


def _place(point: Point) -> tuple[float, float]:
    return round(point.x, 2), round(point.y, 2)


def _places(polygon: str) -> list[list[float]]:
    return [[float(number) for number in pair.split(",")] for pair in polygon.split()]


def _competencies(report: GapReport) -> dict[str, Any]:
    return {
        "title": _("Competency by competency"),
        "caption": _(
            "Levels run from 0 to 5. An average can hide a weak point, so your lowest skill stands beside it."
        ),
        "columns": [
            _("Competency"),
            _("Share met"),
            _("Rated"),
            _("Your mean level (rated skills)"),
            _("Mean level asked"),
            _("Your lowest skill"),
        ],
        "rows": [_competency(part, report.catalogue.levels) for part in report.competencies],
    }


def _competency(part: CompetencySummary, levels: tuple[Level, ...]) -> list[str]:
    summary = part.summary
    level = summary.level if summary.says_enough else None
    return [
        said(part.competency.name),
        _share_met(summary),
        _("%(rated)s of %(asked)s") % {"rated": summary.rated, "asked": summary.asked},
        NONE if level is None else decimal(level),
        NONE if summary.required is None else decimal(summary.required),
        _lowest(summary, levels),
    ]


def _share_met(summary: Summary) -> str:
    if summary.readiness:
        return percent(summary.readiness.value)
    if summary.coverage is None:
        return _("does not apply")
    return NONE if summary.says_enough else _("too little to say")


def _lowest(summary: Summary, levels: tuple[Level, ...]) -> str:
    lowest = summary.lowest
    if lowest is None or lowest.level is None:
        return NONE
    return f"{said(lowest.skill.name)} ({level_name(lowest.level, levels).lower()})"


def _work(report: GapReport, levels: tuple[Level, ...]) -> dict[str, Any]:
    order = _(
        "The order is the size of the gap times the weight of the skill; between equals, the order of the catalogue."
    )
    return {
        "title": _("What to work on, in order"),
        "intro": order if report.priorities else _nothing_to_work_on(report),
        "items": [
            _piece_of_work(skill, skill.next_level, levels)
            for skill in report.priorities
            if skill.next_level is not None
        ],
    }


def _nothing_to_work_on(report: GapReport) -> str:
    if report.overall.rated:
        return _("Nothing you rated is below what is asked.")
    return _("Nothing is rated yet, so there is no order to give.")


def _piece_of_work(skill: SkillGap, following: int, levels: tuple[Level, ...]) -> dict[str, str]:
    step = _("Next step, “%(level)s”: to be able to say")
    return {
        "name": said(skill.skill.name),
        "reason": f"{reason(skill)}.",
        "step": step % {"level": level_name(following, levels).lower()},
        "sentence": quoted(said(skill.skill.anchors[following])),
    }


def _plan(report: GapReport, sitting: Sitting) -> dict[str, Any] | None:
    """What the person means to do about the gaps they picked, in the order of the report."""
    picked = {item.skill: item for item in sitting.plan if item.picked}
    if not picked or sitting.own_target != (report.role, report.grade):
        return None
    return {
        "title": _("Your plan"),
        "undrawn": _undrawn(),
        "items": [_step(skill, picked[skill.skill.code]) for skill in report.priorities if skill.skill.code in picked],
    }


def _step(skill: SkillGap, item: PlanItem) -> dict[str, str]:
    until = _("By %(day)s") % {"day": date_format(item.until, "DATE_FORMAT")} if item.until else _("No date yet")
    done = _("done on %(day)s") % {"day": date_format(item.done, "DATE_FORMAT")} if item.done else _("not done yet")
    return {"name": said(skill.skill.name), "when": f"{until}, {done}", "step": item.step or NONE}


def _undrawn() -> str:
    return _("%(sign)s stands for a character that cannot be printed here.") % {"sign": UNDRAWN}


def _strengths(report: GapReport) -> dict[str, Any]:
    reached = report.in_state("met", "above")
    return {
        "title": _("What you already have"),
        "intro": "" if reached else _no_strengths(report),
        "items": [(said(skill.skill.name), strength(skill)) for skill in reached],
    }


def _no_strengths(report: GapReport) -> str:
    if report.overall.rated:
        return _("No rated skill reaches the level that is asked yet. Every next step above is one you can take.")
    return _("You have not rated any skill yet.")


def _extras(report: GapReport) -> dict[str, Any] | None:
    base = report.catalogue.base(report.role.code)
    if report.extras is None or base is None:
        return None
    return {
        "title": _("What %(role)s adds to %(base)s") % {"role": said(report.role.name), "base": said(base.name)},
        "intro": " ".join(_summed_up(report.extras, report.catalogue.levels)),
        "items": _standings(skill for skill in report.skills if skill.extra),
    }


def _summed_up(summary: Summary, levels: tuple[Level, ...]) -> list[str]:
    lowest = summary.lowest
    if lowest is None or lowest.level is None:
        return [_figure(summary)]
    words = {"skill": said(lowest.skill.name), "level": level_name(lowest.level, levels).lower()}
    bounds = _bounds(summary.readiness) if summary.readiness else []
    return [_figure(summary), *bounds, _("Your lowest: %(skill)s, “%(level)s”.") % words]


def _figure(summary: Summary) -> str:
    if summary.readiness:
        return _("You meet %(share)s of what is asked here.") % {"share": percent(summary.readiness.value)}
    if summary.coverage is None:
        return _("None of these applies to your work.")
    return _("Too little is answered here to say.") if summary.rated else _("You have not rated any skill yet.")


def _left_out(report: GapReport) -> dict[str, Any] | None:
    left_out = (*report.in_state("unrated"), *report.in_state("not_applicable"))
    explained = _(
        "None of these counts as a zero. A skill that does not apply is left out of every share; "
        "one without a level widens the bounds."
    )
    return {"title": _("What has no level"), "intro": explained, "items": _standings(left_out)} if left_out else None


def _standings(skills: Iterable[SkillGap]) -> list[tuple[str, str]]:
    return [(said(skill.skill.name), standing(skill)) for skill in skills]


def _skills(report: GapReport, levels: tuple[Level, ...]) -> dict[str, Any]:
    return {
        "title": _("Every skill"),
        "caption": _("The bar is your level, the upright mark the level asked."),
        "columns": [_("Your level"), _("Level asked"), _("Weight"), _("Standing")],
        "groups": [
            {"name": said(group.name), "rows": [_skill(skill, levels) for skill in skills]}
            for group, skills in report.by_competency
        ],
    }


def _skill(skill: SkillGap, levels: tuple[Level, ...]) -> dict[str, Any]:
    own = NONE if skill.level is None else f"{skill.level} {level_name(skill.level, levels)}"
    asked = f"{skill.required} {level_name(skill.required, levels)}"
    return {
        "cells": [said(skill.skill.name), own, asked, weight_name(skill.weight), _short_standing(skill)],
        "own": skill.level,
        "required": skill.required,
    }


def _short_standing(skill: SkillGap) -> str:
    """Where a skill stands, in a column under "Standing" beside the level that is asked."""
    gap = skill.gap or 0
    if gap > 0:
        return ngettext("%(gap)d level below", "%(gap)d levels below", gap) % {"gap": gap}
    if gap < 0:
        return ngettext("%(over)d level above", "%(over)d levels above", -gap) % {"over": -gap}
    return standing(skill)


def _notes(report: GapReport, sitting: Sitting) -> dict[str, Any] | None:
    asked = ((said(skill.name), sitting.notes.get(skill.code)) for skill in report.catalogue.skills)
    notes = [(name, _on_few_lines(note)) for name, note in asked if note]
    return {"title": _("Your notes"), "undrawn": _undrawn(), "items": notes} if notes else None


def _on_few_lines(note: str) -> str:
    """The note, of whose lines those after MOST_LINES stand on the last: else 2,000 lines of a letter fill a book."""
    lines = [line.strip() for line in note.splitlines() if line.strip()]
    first, rest = lines[: MOST_LINES - 1], lines[MOST_LINES - 1 :]
    return "\n".join([*first, *([" / ".join(rest)] if rest else [])])


def _how(report: GapReport, sitting: Sitting) -> dict[str, Any]:
    return {
        "title": _("How this was computed"),
        "paragraphs": [
            _(
                "For each skill you rated, we take your level or the level asked, whichever is lower, times the weight "
                "of the skill (3 essential, 2 important, 1 useful). The figure is their sum divided by the sum for the "
                "levels asked. So a surplus in one skill never pays for a gap in another, and what has no level counts "
                "neither for nor against."
            ),
            _(
                "The lower bound takes every unrated skill as not met at all, the upper one as fully met. "
                "Under half of the weight rated, no figure is given."
            ),
            _("Mean levels are weighted: yours over the skills you rated, the one asked over all that apply to you."),
            _(
                "A self-rating is a starting point for a conversation, not a measurement: over 55 studies, "
                "self-ratings and measured performance agreed only moderately "
                "(mean correlation about 0.29; Mabe and West, 1982)."
            ),
            _(
                "The weights and the required levels are editorial: an informed opinion, not a standard. "
                "This report is neither a ranking nor an exam."
            ),
        ],
        "origin": [*_origin(sitting), _("This report does not change when the catalogue does.")],
        "sha256": report.catalogue.sha256,
    }


def _origin(sitting: Sitting) -> tuple[str, str]:
    version = _("Catalogue version %(number)s, published on %(day)s, SHA-256:")
    closed = _("Answers closed on %(day)s.")
    return (
        version % {"number": sitting.number, "day": _day(sitting.published)},
        closed % {"day": date_format(localtime(sitting.finished), "DATETIME_FORMAT")},
    )


def _footer(report: GapReport, sitting: Sitting) -> str:
    words = {"number": sitting.number, "hash": report.catalogue.sha256[:SHORT_HASH], "day": _day(sitting.finished)}
    return _("careerquiz, %(day)s, catalogue version %(number)s, SHA-256 %(hash)s") % words
