"""What many people answered, counted: overviews read this, whatever the number of assessments.

No number about fewer people than `settings.GROUP_FLOOR`, call it ten, can be worked out of overviews, because of the
way of counting:

1. Who has finished waits in a queue until ten people of one role and grade wait. These are counted together. Until then
   nothing about them is kept but their own assessment, and whoever erases it leaves nothing behind.
2. Their answers to a skill wait on, as counts, until ten people have rated it (a level, not "does not apply") who
   answered the same catalogue version.
3. Then all counts of this skill that wait are let out, together and once, and belong to one month from then on.

So whatever an overview ever shows about a skill is a sum of such lots of ten raters or more, and no two lots share a
person. A month is the sum of its lots, all months are the sum of all lots, and tomorrow's table is today's with a few
more lots. Take any two tables, for whatever role, grade or month, at whatever times: the people who are in the one
and not in the other are none, or whole lots. Nobody can subtract their way to one to nine people.

Two things end this, and whoever runs the site does them by hand: another GROUP_FLOOR (what was let out before keeps the
old one until it is counted anew), and counting all anew, after which the lots are others.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from assessment.models.versions import CatalogueVersion
from assessment.overview import raters
from assessment.scoring import Answer, Answers

logger = logging.getLogger(__name__)

Counts = dict[str, dict[str, int]]  # skill -> answer -> people, {"T1": {"3": 12, "na": 1, "": 2}}; "" is no answer
MY_TURN = {
    "postgresql": "SELECT pg_try_advisory_xact_lock(7203116)",  # any number, as long as nothing else takes it
    "sqlite": "SELECT true",  # it has locked already, when the transaction began
}
WAIT_MY_TURN = {"postgresql": "SELECT pg_advisory_xact_lock(7203116)", "sqlite": "SELECT true"}
QUEUE_ALL = """
    INSERT INTO assessment_uncounted (assessment_id, finished)
    SELECT id, finished FROM assessment_assessment WHERE finished IS NOT NULL
    ON CONFLICT DO NOTHING
"""


class Person(NamedTuple):
    """One who waits to be counted; `pk` is that of the assessment, `version` that of the catalogue version."""

    pk: int
    finished: datetime
    version: int
    role: str
    grade: str
    answers: Answers

    @property
    def month(self) -> str:
        """When they finished, by the clock of the site: "2026-11"."""
        return f"{timezone.localtime(self.finished):%Y-%m}"


@dataclass
class Tally:
    """Answers to one questionnaire, counted as they come."""

    people: int = 0
    given: Counter[tuple[str, Answer]] = field(default_factory=Counter)

    def add(self, answers: Answers) -> None:
        """One person more."""
        self.people += 1
        self.given.update(answers.items())

    def counts(self, asked: Iterable[str]) -> Counts:
        """How often each of the skills asked got each answer. Answers to other skills are left aside."""
        found: Counts = {code: {} for code in asked}
        for (code, answer), people in self.given.items():
            if code in found:
                found[code][str(answer)] = people
        for given in found.values():
            if blank := self.people - sum(given.values()):
                given[""] = blank
        return found


def added(some: Counts, more: Counts) -> Counts:
    """The counts of two groups of people together."""
    return {code: dict(Counter(some.get(code)) + Counter(more.get(code))) for code in {**some, **more}}


def let_out(waiting: Mapping[int, Counts], floor: int) -> dict[int, Counts]:
    """Take out of what waits each skill of each catalogue version that `floor` people have rated.

    Version by version: what is required may differ between them, and of nine people of one and one of another the
    figures would tell the one.
    """
    return {version: _enough(counts, floor) for version, counts in waiting.items()}


def _enough(counts: Counts, floor: int) -> Counts:
    return {code: counts.pop(code) for code in list(counts) if raters(counts[code]) >= floor}


class UncountedQuerySet(models.QuerySet["Uncounted"]):
    """Who waits to be counted."""

    @transaction.atomic
    def advance(self, most: int = 1000) -> int:
        """Count people, oldest first, until some `most` are done; answers how many were, 0 if nobody can be now.

        Counting them and taking them out of the queue are one transaction, and only one process at a time does it
        (the others answer 0), so each is counted once.
        """
        groups = self._ready(most) if _ask(MY_TURN) else []
        counted = [person.pk for group in groups for person in _count(group)]
        self.filter(pk__in=counted).delete()
        return len(counted)

    def _ready(self, most: int) -> list[list[Person]]:
        """The oldest, by role and grade, until some `most` are in a group that can be counted."""
        floor, ready = settings.GROUP_FLOOR, 0
        groups: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
        parts = ("version_id", "role", "grade", "answers")
        rows = self.order_by("finished", "pk").values_list("pk", "finished", *(f"assessment__{part}" for part in parts))
        for row in rows.iterator():
            person = Person(*row)
            group = groups[person.role, person.grade]
            group.append(person)
            ready += floor if len(group) == floor else int(len(group) > floor)
            if ready >= most:
                break
        return list(groups.values())

    def advance_quietly(self, most: int = 50) -> None:
        """The same at the end of a request: what goes wrong is logged, and left to the next who counts."""
        try:
            self.advance(most)
        except DatabaseError as error:  # without its message, which may quote answers
            logger.warning("counting was put off: %s", type(error).__name__)

    @transaction.atomic
    def start_over(self) -> None:
        """Forget all that was counted and let everybody wait again, until somebody advances."""
        _ask(WAIT_MY_TURN)
        Rollup.objects.all().delete()
        with connection.cursor() as cursor:
            cursor.execute(QUEUE_ALL)


def _ask(statements: Mapping[str, str]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor])
        return bool(cursor.fetchone()[0])


def _count(group: Iterable[Person]) -> list[Person]:
    """Count people of one role and grade, month by month; answers who was. Too few go with the next month or wait."""
    counted: list[Person] = []
    part: list[Person] = []
    for month, people in groupby(group, key=lambda person: person.month):
        part += people
        if len(part) >= settings.GROUP_FLOOR:
            Rollup.objects.take_in(month, part)
            counted += part
            part = []
    return counted


class Uncounted(models.Model):
    """A finished assessment that waits to be counted. It is written with the finishing, in one transaction.

    A queue, and not the time up to which all is counted: of two people who finish at the same time the one whose
    transaction ends later may carry the earlier time, and would be passed over.
    """

    assessment = models.OneToOneField("assessment.Assessment", models.CASCADE, primary_key=True, related_name="+")
    finished = models.DateTimeField(_("finished"), db_index=True)

    objects = UncountedQuerySet.as_manager()

    class Meta:
        verbose_name = _("assessment to be counted")
        verbose_name_plural = _("assessments to be counted")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.assessment_id)


class RollupQuerySet(models.QuerySet["Rollup"]):
    """What was counted."""

    def published(self, role: str, grade: str) -> "RollupQuerySet":
        """What overviews of a role and a grade may show, month by month, with what names the catalogue versions."""
        let_out = self.filter(role=role, grade=grade).exclude(month="")
        return let_out.select_related("version").defer("version__document").order_by("month", "version__number")

    def by_month(self) -> Mapping[str, dict[int, Counts]]:
        """The counts by month and catalogue version; none in a month that is not there."""
        found: defaultdict[str, dict[int, Counts]] = defaultdict(dict)
        for month, version, counts in self.values_list("month", "version_id", "counts"):
            found[month][version] = counts
        return found

    def take_in(self, month: str, people: Collection[Person]) -> None:
        """Count people of one role and grade, and let out, in this month, what enough of them have rated by now.

        It reads and writes what waits and this one month: the cost does not grow with the history.
        """
        role, grade = next((person.role, person.grade) for person in people)
        stored = self.filter(role=role, grade=grade, month__in=["", month]).by_month()
        waiting, before = stored[""], stored[month]
        for version, counts in _tallied(role, people).items():
            waiting[version] = added(waiting.get(version, {}), counts)
        out = let_out(waiting, settings.GROUP_FLOOR)
        shown = {version: added(before.get(version, {}), counts) for version, counts in out.items() if counts}
        Rollup.objects.bulk_create(
            [
                Rollup(version_id=version, role=role, grade=grade, month=of, counts=counts)
                for of, kept in (("", waiting), (month, shown))
                for version, counts in kept.items()
            ],
            update_conflicts=True,
            unique_fields=["version", "role", "grade", "month"],
            update_fields=["counts"],
        )


def _tallied(role: str, people: Iterable[Person]) -> dict[int, Counts]:
    """The counts of people by catalogue version."""
    tallies: defaultdict[int, Tally] = defaultdict(Tally)
    for person in people:
        tallies[person.version].add(person.answers)
    asked = skills_asked(role, tallies)
    return {version: tally.counts(asked[version]) for version, tally in tallies.items()}


def skills_asked(role: str, versions: Collection[int]) -> dict[int, Collection[str]]:
    """The codes of the skills that each catalogue version asks of a role; none of one that it does not have."""
    found = CatalogueVersion.objects.defer("document").in_bulk(versions)
    catalogues = {key: version.catalogue for key, version in found.items()}
    return {key: made.requirements(role) if role in made.role_by_code else () for key, made in catalogues.items()}


class Rollup(models.Model):
    """How often each skill got each answer: from people who finished with one version, role and grade.

    `month` is that in which the answers were let out ("2026-11"), and "" for those that wait: the answers to a skill
    are let out together once enough people have rated it, so that what overviews show never changes by fewer.
    """

    version = models.ForeignKey(CatalogueVersion, models.PROTECT, verbose_name=_("catalogue version"), related_name="+")
    role = models.CharField(_("role"), max_length=32)
    grade = models.CharField(_("grade"), max_length=32)
    month = models.CharField(_("month"), max_length=7, blank=True)
    counts = models.JSONField(_("counts"), default=dict)  # {"T1": {"3": 12, "na": 1, "": 2}}; "" is no answer

    objects = RollupQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of answers")
        verbose_name_plural = _("counts of answers")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["role", "grade", "month", "version"], name="rollup_once")]

    def __str__(self) -> str:
        return f"{self.role} {self.grade} {self.month}".strip()
