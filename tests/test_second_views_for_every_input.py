"""Whoever begins, answers, finishes and withdraws in whatever order: what the page of who asks gives away.

The rule: of any skill, the levels shown without names are those of whole lots, a lot being three raters who all gave
the skill a level. Two lots that were ever shown are the same or have nobody in common. So between any two moments, not
only two that follow each other, what has come or gone of a skill are the levels of three raters or of three times as
many, never fewer; and nothing that a rater does changes the list of invitations by a letter.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.models import Assessment, CatalogueVersion, SecondView
from assessment.scoring import Answers
from assessment.second_opinion import LOT, Named, by_name, opinions, shown, together, without_names
from profiles.models import User
from tests import strategies
from tests.examples import shipped, tiny_document
from tests.people import build_and_publish, finish
from tests.raters import ASKER, links_of, owner_page

CODES = ["A", "B"]
ACTS = ["finish", "finish", "finish", "finish by name", "begin", "withdraw", "withdraw", "erase account", "look"]


@dataclass
class Sheet:
    """What one rater said, without a database."""

    named: bool | None
    rater_name: str
    answers: Answers
    finished: datetime | None
    lot: int | None


NOW = datetime(2026, 1, 1, tzinfo=UTC)
SHEETS = st.builds(
    Sheet,
    named=st.booleans(),
    rater_name=st.sampled_from(["Ada", "Grace"]),
    answers=strategies.answers_to(CODES),
    finished=st.sampled_from([NOW, NOW, None]),
    lot=st.none(),
).map(lambda sheet: sheet if sheet.named else replace(sheet, rater_name=""))


# Without a database


@given(st.lists(SHEETS, max_size=6), strategies.answers_to(CODES))
def test_what_was_said_by_name_is_shown_exactly(sheets: list[Sheet], own: Answers) -> None:
    skills = shipped().skills[:2]
    renamed = [replace(sheet, answers=renamed_to(sheet.answers)) for sheet in sheets]
    mine = renamed_to(own)
    for opinion in opinions(skills, mine, renamed):
        code = opinion.skill.code
        seen = [sheet for sheet in renamed if sheet.named and sheet.finished]
        assert opinion.own == mine.get(code)
        assert opinion.named == tuple(
            Named(sheet.rater_name, sheet.answers.get(code), difference(sheet.answers.get(code), mine.get(code)))
            for sheet in seen
        )


def renamed_to(answers: Answers) -> Answers:
    codes = dict(zip(CODES, (skill.code for skill in shipped().skills), strict=False))
    return {codes[code]: answer for code, answer in answers.items()}


def difference(theirs: object, own: object) -> int | None:
    return theirs - own if isinstance(theirs, int) and isinstance(own, int) else None


@given(st.lists(SHEETS, max_size=9), st.permutations(range(9)))
def test_without_names_only_whole_lots_count_and_their_order_does_not(sheets: list[Sheet], order: list[int]) -> None:
    unnamed = [sheet for sheet in sheets if sheet.finished and not sheet.named]
    inside = [replace(sheet, lot=index // LOT + 1) for index, sheet in enumerate(unnamed)]
    expected: dict[str, list[int]] = {}
    for start in range(0, len(inside) - len(inside) % LOT, LOT):
        for code in CODES:
            levels = [
                answer for sheet in inside[start : start + LOT] if isinstance(answer := sheet.answers.get(code), int)
            ]
            if len(levels) == LOT:
                expected[code] = sorted([*expected.get(code, []), *levels])
    shuffled = [inside[index] for index in order if index < len(inside)]
    assert together(inside) == together(shuffled) == expected


@given(st.lists(SHEETS, max_size=9))
def test_the_file_says_what_the_page_says(sheets: list[Sheet]) -> None:
    found = shown(sheets)
    assert [one["name"] for one in found["by_name"]] == [sheet.rater_name for sheet in by_name(sheets)]
    assert found["without_names"] == {"answered": len(without_names(sheets)), "shown": 0, "levels": {}}


@pytest.mark.parametrize(
    ("levels", "middle"), [([0, 0, 5], 0), ([1, 2, 3], 2), ([1, 2, 2, 3, 3, 5], 2.5), ([0, 0, 0, 5, 5, 5], 2.5)]
)
def test_the_middle_is_the_one_in_the_middle(levels: list[int], middle: float) -> None:
    sheets = [Sheet(named=False, rater_name="", answers={"T1": level}, finished=NOW, lot=1) for level in levels]
    (opinion,) = opinions(shipped().skills[:1], {}, sheets)
    assert (opinion.together, opinion.middle) == (tuple(levels), middle)


def test_a_difference_has_its_sign() -> None:
    assert [Named("", 0, by).signed for by in (-5, -1, 1, 5)] == ["−5", "−1", "+1", "+5"]


# With one


@dataclass
class Room:
    """One assessment, those who rate it, and all that was ever shown of it without names."""

    assessment: Assessment
    invitation: SecondView
    said: list[SecondView] = field(default_factory=list)
    by_skill: dict[str, list[frozenset[int]]] = field(default_factory=dict)  # each set of raters whose levels showed
    states: dict[str, list[list[int]]] = field(default_factory=dict)

    def act(self, what: str, which: int, answers: Answers) -> None:
        """One thing that a rater does."""
        if what in ("withdraw", "erase account"):
            self._leave(what, which)
        elif what != "look":
            self._say(what, answers)
        self.look()

    def _say(self, what: str, answers: Answers) -> None:
        user = User.objects.create_user(f"rater-{uuid4()}@example.org")
        view = SecondView.objects.begin(self.invitation, user, "Grace" if what == "finish by name" else "")
        assert view is not None
        view.say(answers)
        if what != "begin":
            assert view.finish()
        self.said.append(SecondView.objects.get(pk=view.pk))

    def _leave(self, what: str, which: int) -> None:
        if self.said:
            view = self.said.pop(which % len(self.said))
            if what == "withdraw":
                SecondView.objects.filter(pk=view.pk).erase()
            else:
                assert view.rater is not None
                view.rater.delete()

    def look(self) -> None:
        """What is shown now, and whose it is."""
        views = list(self.assessment.views.all())
        levels = together(views)
        lots: dict[int | None, list[SecondView]] = {}
        for view in views:
            lots.setdefault(view.lot, []).append(view)
        lots.pop(None, None)
        for code in CODES:
            whose = [lot for lot in lots.values() if len(lot) == LOT and all(is_level(v, code) for v in lot)]
            assert levels.get(code, []) == sorted(view.answers[code] for lot in whose for view in lot)
            found = self.by_skill.setdefault(code, [])
            found += [ids for lot in whose if (ids := frozenset(view.pk for view in lot)) not in found]
            self.states.setdefault(code, []).append(levels.get(code, []))
        self._named(views)

    def _named(self, views: list[SecondView]) -> None:
        kept = [(view.rater_name, view.answers) for view in self.said if view.finished and view.named]
        assert [(view["name"], view["answers"]) for view in shown(views)["by_name"]] == kept
        waiting = [view for view in views if view.finished and not view.named]
        assert shown(views)["without_names"]["answered"] == len(waiting)

    def check(self) -> None:
        """The rule, between any two moments."""
        for code in CODES:
            lots = self.by_skill[code]
            assert all(len(lot) == LOT for lot in lots)
            assert all(not (one & other) for one, other in combinations(lots, 2))
            for before, after in combinations(self.states[code], 2):
                assert (len(after) - len(before)) % LOT == 0
                assert len(before) % LOT == len(after) % LOT == 0


def is_level(view: SecondView, code: str) -> bool:
    return isinstance(view.answers.get(code), int)


@given(
    st.lists(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 20), strategies.answers_to(CODES)), min_size=1, max_size=16
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@pytest.mark.django_db
def test_nothing_that_is_shown_without_names_rests_on_fewer_than_three(steps: list[tuple[str, int, Answers]]) -> None:
    with transaction.atomic():
        version = build_and_publish(tiny_document())
        assessment, _ = Assessment.objects.start(version, "maker", "new", "en", answers={"A": 2})
        assessment.finish()
        before = Assessment.objects.values().get()
        until = timezone.now() + timedelta(days=1)
        room = Room(assessment, SecondView.objects.invite(assessment, "All", ASKER, until))
        report = assessment.gap_report()
        for step in steps:
            room.act(*step)
        room.check()
        assert Assessment.objects.values().get() == before
        assert Assessment.objects.get().gap_report() == report
        transaction.set_rollback(True)


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 20)), min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
def test_the_page_of_who_asks_lists_the_invitations_to_the_letter_as_before(
    client: Client, published: CatalogueVersion, steps: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        finished = finish(client)
        until = timezone.now() + timedelta(days=1)
        room = Room(finished, SecondView.objects.invite(finished, "All", ASKER, until))
        before = listed(client, finished)
        for what, which in steps:
            room.act(what, which, {"T1": which % 6})
            assert listed(client, finished) == before
        transaction.set_rollback(True)


def listed(client: Client, finished: Assessment) -> list[Any]:
    items = owner_page(client, finished).each("li", class_="panel")
    return [(item.attributes, item.words, links_of(item)) for item in items]


def test_why_a_lot_that_somebody_left_is_never_shown_again() -> None:
    """Three were shown; one leaves; were the two others shown with three more, the one who left would be known."""
    first = Counter([1, 3, 5])
    again = Counter([3, 5, 2, 2, 2])
    assert first - again == Counter([1])
