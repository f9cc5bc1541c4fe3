"""The columns of the long export: the same in every format, their names in English whatever the language."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Kind = Literal["text", "integer", "date", "boolean"]
Value = str | int | date | bool | None  # None is blank, which is never a 0


@dataclass(frozen=True)
class Column:
    """One column; its name is the same for ever."""

    name: str
    kind: Kind
    explanation: str | Promise


# What is the same in all rows of a sitting
SITTING = (
    Column("assessment", "text", _("The assessment, by a name that this file alone gives it.")),
    Column(
        "person", "text", _("Whose it is: the same for all assessments of one account; without an account, of one.")
    ),
    Column("role", "text", _("The code of the role that the person aimed at.")),
    Column("grade", "text", _("The code of the grade that the person aimed at.")),
    Column("catalogue_version", "integer", _("The number of the catalogue that was answered.")),
    Column("language", "text", _("The language of the last answer: fr or en.")),
    Column("sitting", "text", _("finished; or draft, whose answers may still change.")),
    Column("started", "date", _("The day on which the person began.")),
    Column("finished", "date", _("The day on which the person finished; blank in a draft.")),
)
# What follows from the skill and the answer
SKILL = (
    Column("competency", "text", _("The code of the competency that the skill belongs to.")),
    Column("competency_name", "text", _("What the competency is called.")),
    Column("skill", "text", _("The code of the skill.")),
    Column("skill_name", "text", _("What the skill is called.")),
    Column("extra", "boolean", _("Whether the role adds this skill to those of the role it extends.")),
    Column(
        "answer",
        "text",
        _("0 to 5; na: does not apply to my work; dk: I cannot place myself; blank: asked, not answered."),
    ),
    Column("level", "integer", _("The answer as a number; blank unless it is a level. Blank is not 0.")),
    Column("required", "integer", _("The level that the role requires at the grade, 0 to 5.")),
    Column("weight", "integer", _("How much the skill counts for the role: 3 essential, 2 important, 1 useful.")),
    Column("gap", "integer", _("required less level: above 0, that much is missing; blank where there is no level.")),
    Column("state", "text", _("gap, met, above, unrated (dk or blank) or not_applicable (na).")),
)
NOTE = Column("note", "text", _("What the person wrote, if they let it be read for analysis."))
COLUMNS = (*SITTING, *SKILL, NOTE)
