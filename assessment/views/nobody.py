"""What the pages of an assessment are prepared with: one whose answers are holes, and what belongs into the holes."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.html import escape

from assessment.catalogue.model import Level, Skill
from assessment.forms import Question
from assessment.models import Assessment
from assessment.scoring import GapReport, gap_report
from assessment.templatetags import words
from careerquiz.prepared import NUMBER, Hole


class Nobody:
    """An assessment of nobody: what it has of a real one depends on the catalogue, the role and the date alone."""

    uuid: UUID = NUMBER
    answered = Hole("answered")
    owner_id = None
    title = ""
    notes: Mapping[str, str] = {}
    newly_asked: frozenset[str] = frozenset()

    def __init__(self, assessment: Assessment, link_until: date | None = None) -> None:
        self.catalogue, self.pages, self.asked = assessment.catalogue, assessment.pages, assessment.asked
        self.version, self.target = assessment.version, assessment.target
        self.role, self.grade = assessment.role, assessment.grade
        self.finished = Hole("finished") if assessment.finished else None
        self.link_until = link_until

    def gap_report(self) -> GapReport:
        """The report of who has answered nothing."""
        return gap_report(self.catalogue, self.role, self.grade, {})

    @staticmethod
    def questions(skills: tuple[Skill, ...]) -> tuple[Question, ...]:
        """The questions of a page."""
        return tuple(_question(skill) for skill in skills)


def _question(skill: Skill) -> Question:
    code = skill.code
    return Question(skill, Hole(code), Hole(f"note-{code}"), Hole(f"shown-{code}"), Hole(f"shown-note-{code}"))


def chosen(question: Question) -> dict[str, str]:
    """What fills the holes of a question where it is asked."""
    code, note = question.skill.code, question.note
    return {
        f"checked {code} {question.chosen}": " checked",
        f"note-{code}": escape(note) if note else "",
        f"opened note-{code}": words.opened(note),
        f"shown-{code}": question.shown,
        f"shown-note-{code}": question.shown_note,
    }


def said(question: Question, levels: tuple[Level, ...]) -> dict[str, str]:
    """What fills them where the answer is read."""
    code = question.skill.code
    return {
        f"answer_name {code}": escape(words.answer_name(question.chosen, levels)),
        f"muted {code}": words.muted(question.chosen),
        f"noted note-{code}": words.noted(question.note),
    }


def closed(assessment: Assessment) -> dict[str, str]:
    """What fills those for the time at which it was finished."""
    at = assessment.finished
    return {"day finished": words.day(at), "moment finished": words.moment(at)} if at else {}
