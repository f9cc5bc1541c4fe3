"""Whoever finishes when, nothing about fewer people than the floor can be worked out of what overviews show.

A table is what an overview shows of one skill: for a role and grade, of one month or of all, at one time.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.models import Assessment, CatalogueVersion, Rollup, Uncounted
from assessment.overview import LEVEL_OF
from assessment.scoring import Answers
from tests import strategies  # noqa: F401 (it loads the profile of the generated cases)
from tests.crowds import NOON, finished, harder
from tests.examples import tiny_document
from tests.people import build_and_publish

FLOOR = 5
GRADES = ("new", "old")
ALL = ""
Skill = tuple[str, str]  # a grade and a skill


@dataclass(frozen=True)
class Step:
    """Some people finish, some who finished are erased, and somebody counts."""

    grade: str
    month: int
    version: int
    sheets: list[Answers]
    erased: int
    most: int


@dataclass
class Watcher:
    """One who looks at every table after every step, and remembers all."""

    seen: dict[tuple[Skill, str], Counter[str]] = field(default_factory=dict)  # the latest table by skill and month
    tables: dict[Skill, list[tuple[str, Counter[str], frozenset[int]]]] = field(default_factory=dict)
    lots: list[int] = field(default_factory=list)  # how many raters each lot had

    def look(self) -> None:
        """See what is new: each table that grew has one lot more."""
        now: dict[tuple[Skill, str], Counter[str]] = {}
        for grade in GRADES:
            for row in Rollup.objects.published("maker", grade):
                for code, counts in row.counts.items():
                    now.setdefault(((grade, code), row.month), Counter()).update(levels(counts))
        for (skill, month), table in now.items():
            self._note(skill, month, table)
        self.seen = now

    def _note(self, skill: Skill, month: str, table: Counter[str]) -> None:
        before = self.seen.get((skill, month), Counter())
        assert before <= table, "what was shown is never taken back"
        if new := table.total() - before.total():
            self.lots.append(new)
            self._add(skill, month, table - before, len(self.lots) - 1)

    def _add(self, skill: Skill, month: str, more: Counter[str], lot: int) -> None:
        tables = self.tables.setdefault(skill, [])
        for of in (month, ALL):
            last = next((found for found in reversed(tables) if found[0] == of), (of, Counter[str](), frozenset[int]()))
            tables.append((of, last[1] + more, last[2] | {lot}))


def levels(counts: Mapping[str, int]) -> dict[str, int]:
    return {answer: people for answer, people in counts.items() if answer in LEVEL_OF}


def steps() -> st.SearchStrategy[Step]:
    answer = st.sampled_from([0, 3, 5, "na", None])
    sheet = st.fixed_dictionaries({"A": answer, "B": answer}).map(
        lambda sheet: {code: given for code, given in sheet.items() if given is not None}
    )
    return st.builds(
        Step,
        grade=st.sampled_from(GRADES),
        month=st.integers(0, 2),
        version=st.integers(0, 1),
        sheets=st.lists(sheet, max_size=9),
        erased=st.sampled_from([0, 0, 1, 2]),
        most=st.sampled_from([0, 1, 6, 50]),
    )


@pytest.fixture
def versions(db: None) -> tuple[CatalogueVersion, CatalogueVersion]:
    return build_and_publish(tiny_document()), harder(tiny_document())


def take(step: Step, number: int, versions: tuple[CatalogueVersion, ...]) -> None:
    when = NOON + timedelta(days=30 * step.month, minutes=number)
    finished(versions[step.version], step.sheets, "maker", step.grade, when)
    gone = list(Assessment.objects.order_by("-pk")[: step.erased].values_list("pk", flat=True))
    Assessment.objects.filter(pk__in=gone).erase()
    Uncounted.objects.advance(step.most)


@contextmanager
def watched(history: list[Step], versions: tuple[CatalogueVersion, ...]) -> Iterator[Watcher]:
    """One who has watched a history, which is undone afterwards."""
    watcher = Watcher()
    with transaction.atomic(), override_settings(GROUP_FLOOR=FLOOR):
        for number, step in enumerate(history):
            take(step, number, versions)
            watcher.look()
        yield watcher
        transaction.set_rollback(True)


EVERY = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@EVERY
@given(st.lists(steps(), max_size=12))
def test_no_two_tables_differ_by_fewer_than_the_floor(
    versions: tuple[CatalogueVersion, CatalogueVersion], history: list[Step]
) -> None:
    with watched(history, versions) as watcher:
        for tables in watcher.tables.values():
            for (_, some, of), (_, others, than) in combinations([(ALL, Counter[str](), frozenset[int]()), *tables], 2):
                apart = [sum(watcher.lots[lot] for lot in lots) for lots in (of - than, than - of)]
                assert all(people == 0 or people >= FLOOR for people in apart)
                assert others.total() - some.total() == apart[1] - apart[0]


@EVERY
@given(st.lists(steps(), max_size=12))
def test_what_was_counted_is_equal_to_a_recount(
    versions: tuple[CatalogueVersion, CatalogueVersion], history: list[Step]
) -> None:
    with watched(history, versions):
        call_command("rollup", "--check")


@EVERY
@given(st.lists(steps(), max_size=12))
def test_fewer_than_the_floor_wait_in_the_end(
    versions: tuple[CatalogueVersion, CatalogueVersion], history: list[Step]
) -> None:
    with watched(history, versions):
        while Uncounted.objects.advance(7):
            pass
        waits = Counter(Uncounted.objects.values_list("assessment__grade", flat=True))
        assert all(people < FLOOR for people in waits.values())


def test_a_watcher_would_notice_a_lot_that_is_too_small(versions: tuple[CatalogueVersion, CatalogueVersion]) -> None:
    watcher = Watcher()
    for people in (5, 9):
        Rollup.objects.all().delete()
        row = {"role": "maker", "grade": "new", "month": "2026-11", "counts": {"A": {"3": people}}}
        Rollup.objects.create(version=versions[0], **row)
        watcher.look()
    assert watcher.lots == [5, 4]
    assert watcher.tables == {
        ("new", "A"): [
            ("2026-11", Counter({"3": 5}), frozenset({0})),
            (ALL, Counter({"3": 5}), frozenset({0})),
            ("2026-11", Counter({"3": 9}), frozenset({0, 1})),
            (ALL, Counter({"3": 9}), frozenset({0, 1})),
        ]
    }
