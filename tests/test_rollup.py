"""Counting what many people answered: each once, never fewer together than the floor, equal to a recount."""

import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random
from threading import Event
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from assessment.models import Assessment, CatalogueVersion, Rollup, Uncounted
from assessment.models.rollup import Tally, added, let_out
from assessment.scoring import Answers
from tests.crowds import NOON, finished, harder, plainly, random_sheets, rows, whole
from tests.databases import at_once
from tests.examples import WORKED_ANSWERS, document, shipped, tiny_document
from tests.people import build_and_publish, everything_stored

OCTOBER = NOON.replace(month=10)
DECEMBER = NOON.replace(month=12)
AB: Answers = {"A": 3, "B": 1}


@pytest.fixture
def tiny(db: None) -> CatalogueVersion:
    return build_and_publish(tiny_document())


def advance(most: int = 1000) -> int:
    return Uncounted.objects.advance(most)


# How people are counted


def test_finishing_puts_a_person_in_the_queue_once(published: CatalogueVersion) -> None:
    made, _token = Assessment.objects.start(published, "devops", "confirmed", "en")
    assert [made.finish(), made.finish()] == [True, False]
    made.refresh_from_db()
    assert list(Uncounted.objects.values_list("assessment", "finished")) == [(made.pk, made.finished)]


@pytest.mark.parametrize("floor", [5, 10])
def test_people_wait_until_there_are_as_many_as_the_floor(
    tiny: CatalogueVersion, settings: Settings, floor: int
) -> None:
    settings.GROUP_FLOOR = floor
    finished(tiny, [AB] * (floor - 1))
    assert (advance(), rows(), Uncounted.objects.count()) == (0, {}, floor - 1)
    finished(tiny, [{"A": 5, "B": "na"}])
    counts = {"A": {"3": floor - 1, "5": 1}}
    waiting = {"B": {"1": floor - 1, "na": 1}}
    assert (advance(), Uncounted.objects.count()) == (floor, 0)
    assert rows() == {(1, "maker", "new", "2026-11"): counts, (1, "maker", "new", ""): waiting}


def test_with_the_setting_absent_the_floor_is_10(settings: Settings) -> None:
    assert settings.GROUP_FLOOR == 10


def test_answers_to_a_skill_wait_until_enough_rated_it(tiny: CatalogueVersion) -> None:
    unsure: Answers = {"A": 3, "B": "dk"}
    sheets: list[Answers] = [*[AB] * 4, *[unsure] * 5, {"A": 3}]
    finished(tiny, sheets, when=OCTOBER)
    assert advance() == 10
    waiting = {"B": {"1": 4, "dk": 5, "": 1}}
    assert rows() == {(1, "maker", "new", "2026-10"): {"A": {"3": 10}}, (1, "maker", "new", ""): waiting}
    finished(tiny, [*[{"B": 0}] * 6, {}, {}, {}, {}])
    assert advance() == 10
    assert rows() == {
        (1, "maker", "new", "2026-10"): {"A": {"3": 10}},
        (1, "maker", "new", "2026-11"): {"B": {"1": 4, "dk": 5, "0": 6, "": 5}},
        (1, "maker", "new", ""): {"A": {"": 10}},
    }


def test_people_of_several_versions_are_counted_together_and_let_out_version_by_version(tiny: CatalogueVersion) -> None:
    """What is required differs: of nine people of one version and one of another, the scores would tell the one."""
    finished(tiny, [AB] * 4)
    second, low = harder(tiny_document()), {"A": 2, "B": 2}
    finished(second, [low] * 6)
    assert advance() == 10
    assert rows() == {
        (1, "maker", "new", ""): {"A": {"3": 4}, "B": {"1": 4}},
        (2, "maker", "new", ""): {"A": {"2": 6}, "B": {"2": 6}},
    }
    finished(tiny, [AB] * 5)
    finished(second, [low] * 5)
    assert advance() == 10
    assert rows() == {
        (1, "maker", "new", ""): {"A": {"3": 9}, "B": {"1": 9}},
        (2, "maker", "new", "2026-11"): {"A": {"2": 11}, "B": {"2": 11}},
    }


def test_people_of_another_role_or_grade_are_no_company(published: CatalogueVersion) -> None:
    for role, grade in [("devops", "junior"), ("devops", "senior"), ("mlops", "junior")]:
        finished(published, [WORKED_ANSWERS] * 9, role, grade)
    assert (advance(), rows(), Uncounted.objects.count()) == (0, {}, 27)


def test_groups_that_wait_hold_up_nobody(published: CatalogueVersion) -> None:
    finished(published, [WORKED_ANSWERS] * 9, "devops", "junior", OCTOBER)
    finished(published, [WORKED_ANSWERS] * 9, "mlops", "junior", OCTOBER)
    later = finished(published, [WORKED_ANSWERS] * 25, "devops", "senior")
    assert [advance(1) for _ in range(4)] == [10, 10, 0, 0]
    last = [person.pk for person in later[20:]]
    assert list(Uncounted.objects.order_by("-finished")[:5].values_list("pk", flat=True)) == last[::-1]


def test_the_oldest_come_first_and_only_so_many(tiny: CatalogueVersion) -> None:
    new, old = finished(tiny, [AB] * 30), finished(tiny, [AB] * 20, when=OCTOBER)
    assert advance(35) == 35
    assert set(Uncounted.objects.values_list("pk", flat=True)) == {person.pk for person in new[15:]}
    assert {person.pk for person in old} <= set(Assessment.objects.values_list("pk", flat=True))


# Months


def test_each_month_of_a_batch_is_counted_by_itself(tiny: CatalogueVersion) -> None:
    finished(tiny, [AB] * 12, when=OCTOBER)
    finished(tiny, [{"A": 5, "B": 5}] * 11)
    assert advance() == 23
    assert rows() == {
        (1, "maker", "new", "2026-10"): {"A": {"3": 12}, "B": {"1": 12}},
        (1, "maker", "new", "2026-11"): {"A": {"5": 11}, "B": {"5": 11}},
    }


def test_too_few_of_a_month_go_with_the_next_or_wait(tiny: CatalogueVersion) -> None:
    finished(tiny, [AB] * 4, when=OCTOBER)
    finished(tiny, [AB] * 7)
    finished(tiny, [AB] * 9, when=DECEMBER)
    assert (advance(), Uncounted.objects.count()) == (11, 9)
    assert rows() == {(1, "maker", "new", "2026-11"): {"A": {"3": 11}, "B": {"1": 11}}}


@pytest.mark.parametrize(("zone", "month"), [("Europe/Paris", "2026-11"), ("UTC", "2026-10")])
def test_a_month_is_that_of_the_clock_of_the_site(
    tiny: CatalogueVersion, settings: Settings, zone: str, month: str
) -> None:
    settings.TIME_ZONE = zone
    finished(tiny, [AB] * 10, when=datetime(2026, 10, 31, 23, 30, tzinfo=UTC))
    assert advance() == 10
    assert list(rows()) == [(1, "maker", "new", month)]


# Equal to a recount


@pytest.mark.parametrize("most", [1, 70, 1000, 5000])
def test_a_thousand_people_are_equal_to_a_recount(published: CatalogueVersion, most: int) -> None:
    other = harder(document())
    people = []
    draw = Random(most)
    codes = [skill.code for skill in shipped().skills]
    for number, sheet in enumerate(random_sheets(1000, codes, seed=most)):
        when = NOON - timedelta(days=draw.randrange(200), seconds=number)
        role, grade = draw.choice(["devops", "mlops"]), draw.choice(["junior", "confirmed", "senior"])
        asked = {code: answer for code, answer in sheet.items() if code in shipped().requirements(role)}
        people += finished(draw.choice([published, other]), [asked], role, grade, when)
    while advance(most):
        pass
    waits = set(Uncounted.objects.values_list("pk", flat=True))
    assert len(waits) < 6 * 10
    assert whole() == plainly([person for person in people if person.pk not in waits])


def test_answers_to_what_the_role_does_not_ask_are_left_aside(tiny: CatalogueVersion) -> None:
    finished(tiny, [{**AB, "Z": 5}] * 10)
    finished(tiny, [AB] * 10, role="nobody")
    assert (advance(), advance()) == (20, 0)
    assert rows() == {(1, "maker", "new", "2026-11"): {"A": {"3": 10}, "B": {"1": 10}}}


# Once


class PowerCut(Exception):
    """What ends a transaction in the middle."""


def test_a_count_that_is_interrupted_leaves_everything_as_it_was(tiny: CatalogueVersion) -> None:
    finished(tiny, [AB] * 12)
    before = everything_stored()
    with suppress(PowerCut), transaction.atomic():
        assert advance() == 12
        raise PowerCut
    assert everything_stored() == before
    assert (advance(), advance()) == (12, 0)
    assert rows() == {(1, "maker", "new", "2026-11"): {"A": {"3": 12}, "B": {"1": 12}}}


def test_what_goes_wrong_at_the_end_of_a_request_is_logged_without_an_answer_and_waits(
    tiny: CatalogueVersion, caplog: pytest.LogCaptureFixture
) -> None:
    finished(tiny, [AB] * 10)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE assessment_rollup RENAME TO elsewhere")
        Uncounted.objects.advance_quietly()
        cursor.execute("ALTER TABLE elsewhere RENAME TO assessment_rollup")
    (record,) = caplog.records
    assert (record.levelno, record.name) == (logging.WARNING, "assessment.models.rollup")
    assert record.getMessage().split(": ")[1] in ("OperationalError", "ProgrammingError")
    assert Uncounted.objects.count() == 10
    Uncounted.objects.advance_quietly()
    assert (Uncounted.objects.count(), len(rows())) == (0, 1)


def test_a_wrong_call_is_not_hidden_at_the_end_of_a_request(tiny: CatalogueVersion) -> None:
    finished(tiny, [AB])
    with pytest.raises(TypeError):
        Uncounted.objects.advance_quietly("all")  # type: ignore[arg-type]


@pytest.mark.usefixtures("separate_connections")
def test_many_who_count_at_once_count_each_person_once() -> None:
    tiny = build_and_publish(tiny_document())
    people = finished(tiny, random_sheets(300, ["A", "B"]))
    counted = at_once(*[lambda: sum(iter(lambda: advance(50), 0))] * 4)
    while more := advance():
        counted.append(more)
    assert sum(counted) == 300
    assert (Uncounted.objects.count(), whole()) == (0, plainly(people))


@pytest.mark.usefixtures("separate_connections")
def test_people_who_finish_while_others_are_counted_are_counted_too(client: Any) -> None:
    version = build_and_publish(document())
    finished(version, random_sheets(40, ["T1", "T2"]), "devops", "confirmed")
    open_ones = [Assessment.objects.start(version, "devops", "confirmed", "en")[0] for _ in range(6)]
    done = at_once(*[person.finish for person in open_ones], *[lambda: bool(advance(20))] * 3)
    assert done[:6] == [True] * 6
    while advance():
        pass
    waits = set(Uncounted.objects.values_list("pk", flat=True))
    there = Assessment.objects.exclude(pk__in=waits)
    assert (there.count() + len(waits), whole()) == (46, plainly(list(there)))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write, and the others wait")
@pytest.mark.usefixtures("separate_connections")
def test_who_finds_another_counting_goes_away_at_once() -> None:
    finished(build_and_publish(tiny_document()), [AB] * 10)
    counting, left = Event(), Event()

    def first() -> int:
        with transaction.atomic():
            done = advance()
            counting.set()
            assert left.wait(30)
            return done

    def second() -> int:
        assert counting.wait(30)
        done = advance()
        left.set()
        return done

    assert at_once(first, second) == [10, 0]


# Erased


def test_who_erases_before_being_counted_leaves_nothing(tiny: CatalogueVersion) -> None:
    finished(tiny, [AB] * 9)
    (gone,) = finished(tiny, [{"A": 5, "B": 5}])
    assert Assessment.objects.filter(pk=gone.pk).erase() == 1
    finished(tiny, [AB], when=DECEMBER)
    assert advance() == 10
    assert rows() == {(1, "maker", "new", "2026-12"): {"A": {"3": 10}, "B": {"1": 10}}}


def test_who_erases_after_being_counted_stays_in_the_group(tiny: CatalogueVersion) -> None:
    people = finished(tiny, [AB] * 10)
    assert advance() == 10
    before = rows()
    Assessment.objects.filter(pk__in=[person.pk for person in people[:3]]).erase()
    assert (advance(), rows()) == (0, before)


# What it costs


def counting(version: CatalogueVersion, role: str = "devops") -> list[str]:
    finished(version, [WORKED_ANSWERS] * 10, role)
    with CaptureQueriesContext(connection) as found:
        assert advance() == 10
    return [query["sql"].split()[0] for query in found if "SAVEPOINT" not in query["sql"]]


def test_counting_asks_as_often_whatever_is_counted_already(published: CatalogueVersion) -> None:
    first = counting(published, "mlops")
    for back in range(24):
        finished(published, [WORKED_ANSWERS] * 30, "mlops", "new", NOON - timedelta(days=30 * back))
    assert advance() == 720
    assert (counting(published, "mlops"), len(first)) == (first, 6)


def test_counting_reads_only_what_waits_and_the_month(published: CatalogueVersion) -> None:
    for back in range(24):
        finished(published, [WORKED_ANSWERS] * 10, "devops", "new", NOON - timedelta(days=30 * back))
    assert advance() == 240
    old = Rollup.objects.exclude(month__in=["", "2026-11"])
    assert old.count() > 20
    old.update(counts={"T1": "not to be read"})
    finished(published, [WORKED_ANSWERS] * 10, "devops", "new")
    assert advance() == 10


def test_nothing_to_do_is_one_look(published: CatalogueVersion) -> None:
    finished(published, [WORKED_ANSWERS] * 9, "devops")
    with CaptureQueriesContext(connection) as found:
        assert advance() == 0
    assert len([query for query in found if "SAVEPOINT" not in query["sql"]]) == 2  # my turn; who waits


# Values


def test_rows_are_named_by_what_they_hold(tiny: CatalogueVersion) -> None:
    (person,) = finished(tiny, [AB])
    row = Rollup(version=tiny, role="maker", grade="new")
    assert [str(Uncounted.objects.get()), str(row)] == [str(person.pk), "maker new"]


def test_a_tally_counts_what_was_asked_and_what_was_not_answered() -> None:
    tally = Tally()
    sheets: list[Answers] = [{"A": 0, "B": "na"}, {"A": 0}, {"Z": 4}]
    for sheet in sheets:
        tally.add(sheet)
    assert tally.counts(["A", "B"]) == {"A": {"0": 2, "": 1}, "B": {"na": 1, "": 2}}
    assert tally.people == 3


def test_counts_are_added_skill_by_skill() -> None:
    assert added({"A": {"1": 2}, "B": {"": 1}}, {"A": {"1": 1, "dk": 1}, "C": {"5": 1}}) == {
        "A": {"1": 3, "dk": 1},
        "B": {"": 1},
        "C": {"5": 1},
    }


def test_what_enough_rated_of_one_version_is_taken_out() -> None:
    waiting = {1: {"A": {"1": 10}, "B": {"2": 9, "na": 5}}, 2: {"A": {"2": 9, "": 1}}, 3: {"C": {"na": 30}}}
    assert let_out(waiting, 10) == {1: {"A": {"1": 10}}, 2: {}, 3: {}}
    assert waiting == {1: {"B": {"2": 9, "na": 5}}, 2: {"A": {"2": 9, "": 1}}, 3: {"C": {"na": 30}}}
