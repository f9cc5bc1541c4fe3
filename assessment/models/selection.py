"""Which assessments an analyst asks for, and how many they are."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.timezone import make_aware

from assessment.models.assessments import Assessment, AssessmentQuerySet
from assessment.models.versions import CatalogueVersion, catalogue_of
from careerquiz.journal import empty_journal

Known = tuple[int, dict[str, list[str]]]  # the number of a version, and its codes: {"roles": ["devops"], ...}
Sitting = Literal["finished", "draft", "all"]
AT_ONCE = 500  # assessments that are in memory at a time
PEOPLE = Count("owner", distinct=True) + Count("pk", filter=Q(owner=None))


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for: "" and None ask for all. Days are inclusive, and those of the site's time zone.

    The day of an assessment is that on which it was finished; of a draft, that on which it was last changed.
    """

    role: str = ""
    grade: str = ""
    version: int | None = None
    language: str = ""
    since: date | None = None
    until: date | None = None
    sitting: Sitting = "finished"

    def assessments(self, using: str = DEFAULT_DB_ALIAS) -> AssessmentQuerySet:
        """The assessments asked for, without an order."""
        plain = {"role": self.role, "grade": self.grade, "version__number": self.version, "language": self.language}
        wanted = {name: value for name, value in plain.items() if value}
        found = Assessment.objects.using(using).filter(**wanted)
        if self.sitting != "all":
            found = found.filter(finished__isnull=self.sitting == "draft")
        return found.alias(day=self._day).filter(self._days)

    @property
    def _day(self) -> Any:
        days = {"finished": F("finished"), "draft": F("changed"), "all": Coalesce("finished", "changed")}
        return days[self.sitting]

    @property
    def _days(self) -> Q:
        since = Q(day__gte=midnight(self.since)) if self.since else Q()
        return since & Q(day__lt=midnight(self.until + timedelta(days=1))) if self.until else since


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a selection holds. Who has an account is one person; without one, each sitting counts as one."""

    assessments: int
    people: int
    rows: int  # of the long export: a row for each skill asked


def midnight(day: date) -> datetime:
    """When a day begins in the site's time zone."""
    return make_aware(datetime.combine(day, time.min))


def counts_of(found: QuerySet[Assessment]) -> Counts:
    """Count assessments; two queries, and one for each catalogue that this process has not read yet."""
    groups = list(found.values_list("version_id", "role").annotate(Count("pk")).order_by())
    versions = CatalogueVersion.objects.using(found.db).filter(pk__in={pk for pk, *_ in groups})
    hashes = dict(versions.values_list("pk", "sha256"))
    rows = sum(count * len(catalogue_of(hashes[pk]).requirements(role)) for pk, role, count in groups)
    people = found.aggregate(people=PEOPLE)["people"]
    return Counts(sum(count for *_, count in groups), people, rows)


def streamed(rows: QuerySet[Any, Any], using: str = DEFAULT_DB_ALIAS) -> Iterator[Any]:
    """The rows of one query, in bounded memory, as they were when it began, whatever is written meanwhile.

    On PostgreSQL the cursor lives in a transaction: without one the server would first copy the whole result. On
    SQLite a query sees one state as it is, and a transaction would lock out those who write.
    """
    is_sqlite = connections[using].vendor == "sqlite"
    try:
        with nullcontext() if is_sqlite else transaction.atomic(using):
            yield from rows.using(using).iterator(chunk_size=AT_ONCE)
    finally:
        empty_journal()  # of what was erased meanwhile


def known_versions() -> list[Known]:
    """The number of each version, the newest first, with the codes it holds."""
    return list(CatalogueVersion.objects.order_by("-number").values_list("number", "codes"))


def codes_in(versions: Iterable[Known], section: str) -> list[str]:
    """The codes of a section that any of the versions holds, those of the newest first."""
    return list(dict.fromkeys(code for _number, codes in versions for code in codes.get(section, ())))
