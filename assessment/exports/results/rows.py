"""From assessments to rows. The work is that of one row an assessment: what its answers make of it is prepared."""

import hmac
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from uuid import UUID

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Case, F, When
from django.utils.timezone import get_current_timezone

from assessment.catalogue.model import LEVELS, Text
from assessment.catalogue.shape import ODD
from assessment.exports.results.columns import Value
from assessment.models.selection import Selection, streamed
from assessment.models.versions import CatalogueVersion, catalogue_of
from assessment.scoring import CANNOT_SAY, NOT_APPLICABLE, Answer, SkillGap, gap_report

POSSIBLE: tuple[Answer | None, ...] = (*LEVELS, NOT_APPLICABLE, CANNOT_SAY, None)
STATES = {True: "finished", False: "draft"}
MOST_GROUPS = 64  # kept prepared: a group takes some 300 kB in the widest format
SHARED_NOTES = Case(When(notes_shared__isnull=False, then=F("notes")))
READ = (
    *("uuid", "owner_id", "version_id", "role", "grade", "language", "started", "finished", "answers"),
    SHARED_NOTES,
)


def one_line(text: str) -> str:
    """The text without what breaks a line or a reader: control characters, U+2028, lone surrogates are a space."""
    return ODD.sub(" ", text)


def new_key() -> bytes:
    """What pseudonyms are made with: the operator's key, or one for this export alone."""
    return settings.PSEUDONYM_KEY.encode() or secrets.token_bytes(32)


@dataclass(frozen=True, eq=False)  # each is itself: writers keep what they make of it
class Group:
    """What all sittings share that answered one catalogue version for one role and grade."""

    version: int
    role: str
    grade: str
    skills: tuple[tuple[str, Mapping[Answer | None, tuple[Value, ...]]], ...]  # code, and its SKILL cells by answer


@dataclass(frozen=True, slots=True)
class Sat:
    """One sitting: its SITTING cells, and what selects the rest."""

    cells: tuple[Value, ...]
    group: Group
    answers: Mapping[str, Answer]
    notes: Mapping[str, str]  # none but those shared


@dataclass
class Export:
    """One export: what is asked for, and how far it is."""

    selection: Selection
    names: str  # the language of the catalogue's names
    rows: int  # as counted before
    using: str = DEFAULT_DB_ALIAS
    key: bytes = field(default_factory=new_key, repr=False)
    assessments_done: int = 0
    rows_done: int = 0

    def sittings(self) -> Iterator[Sat]:
        """Every sitting asked for, in the order of their beginning, from one query."""
        zone = get_current_timezone()
        group_of = lru_cache(MOST_GROUPS)(partial(_group, self.names, self.using))
        found = self.selection.assessments(self.using).order_by("pk").values_list(*READ)
        for uuid, owner, version, role, grade, language, started, finished, answers, notes in streamed(
            found, self.using
        ):
            group = group_of(version, role, grade)
            days = started.astimezone(zone).date(), finished and finished.astimezone(zone).date()
            yield Sat(
                (*self._who(uuid, owner), role, grade, group.version, language, STATES[bool(finished)], *days),
                group,
                answers,
                notes or {},
            )
            self.assessments_done += 1
            self.rows_done += len(group.skills)

    def _who(self, uuid: UUID, owner: int | None) -> tuple[str, str]:
        """The pseudonyms of a sitting and of its person, who without an account is that of this sitting alone."""
        person = f"account {owner}" if owner else f"person of {uuid.hex}"
        return self.pseudonym("a", f"assessment {uuid.hex}"), self.pseudonym("p", person)

    def pseudonym(self, kind: str, name: str) -> str:
        """A name that tells nothing without the key. The letter keeps spreadsheets from reading it as a number."""
        return f"{kind}{hmac.digest(self.key, name.encode(), 'sha256').hex()[:16]}"


def _group(names: str, using: str, version: int, role: str, grade: str) -> Group:
    number, sha256 = CatalogueVersion.objects.using(using).values_list("number", "sha256").get(pk=version)
    catalogue = catalogue_of(sha256)
    competencies = {competency.code: competency.name for competency in catalogue.competencies}
    asked = catalogue.requirements(role)
    cells: dict[str, dict[Answer | None, tuple[Value, ...]]] = {code: {} for code in asked}
    for answer in POSSIBLE:
        given = {} if answer is None else dict.fromkeys(asked, answer)
        for skill in gap_report(catalogue, role, grade, given).skills:
            cells[skill.skill.code][answer] = _cells(skill, competencies[skill.skill.competency], names)
    return Group(number, role, grade, tuple(cells.items()))


def _cells(gap: SkillGap, competency: Text, names: str) -> tuple[Value, ...]:
    return (
        gap.skill.competency,
        one_line(competency.said_in(names)),
        gap.skill.code,
        one_line(gap.skill.name.said_in(names)),
        gap.extra,
        None if gap.answer is None else str(gap.answer),
        gap.level,
        gap.required,
        gap.weight,
        gap.gap,
        gap.state,
    )
