"""Counting by hand, the proof that counts are right, counting anew; and reading all of it at one moment."""

from collections.abc import Mapping
from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from assessment.models import Assessment, CatalogueVersion, Rollup, Uncounted
from assessment.models.snapshot import snapshot
from assessment.scoring import Answers
from tests.crowds import finished, harder, plainly, random_sheets, rows, whole
from tests.databases import at_once
from tests.examples import document, shipped, tiny_document
from tests.people import begin, build_and_publish

AB: Answers = {"A": 3, "B": 1}


@pytest.fixture
def tiny(db: None) -> CatalogueVersion:
    return build_and_publish(tiny_document())


def run(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    call_command("rollup", *options)
    return capsys.readouterr().out


def test_the_command_counts_everybody(tiny: CatalogueVersion, capsys: pytest.CaptureFixture[str]) -> None:
    finished(tiny, [AB] * 23)
    finished(tiny, [AB] * 9, grade="old")
    assert [run(capsys) for _ in range(2)] == ["23 counted\n", "0 counted\n"]
    assert run(capsys, "--check") == "equal: 1 groups, 23 assessments\n"


def test_of_nothing_all_is_equal(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--check") == "equal: 0 groups, 0 assessments\n"


def test_the_check_holds_over_versions_roles_and_grades(
    published: CatalogueVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    other = harder(document())
    for number, (role, grade) in enumerate([("devops", "junior"), ("devops", "senior"), ("mlops", "junior")]):
        codes = list(shipped().requirements(role))
        finished(published, random_sheets(20, codes, number), role, grade)
        finished(other, random_sheets(20, codes, number + 10), role, grade)
    assert run(capsys) == "120 counted\n"
    assert run(capsys, "--check") == "equal: 6 groups, 120 assessments\n"


def test_the_check_says_how_many_were_erased_since(tiny: CatalogueVersion, capsys: pytest.CaptureFixture[str]) -> None:
    people = finished(tiny, random_sheets(20, ["A", "B"]))
    run(capsys)
    Assessment.objects.filter(pk__in=[person.pk for person in people[5:8]]).erase()
    assert run(capsys, "--check") == "equal: 1 groups, 17 assessments; 3 erased since\n"
    Assessment.objects.all().erase()
    assert run(capsys, "--check") == "equal: 1 groups, 0 assessments; 20 erased since\n"


def differing(**counts: Mapping[str, int]) -> list[str]:
    """What the check says when the counts of a month of ten people, who all answered A 3 and B 1, are these."""
    Rollup.objects.exclude(month="").update(counts=counts)
    with pytest.raises(CommandError) as error:
        call_command("rollup", "--check")
    return str(error.value).splitlines()


def test_the_check_says_what_differs_a_line_each(tiny: CatalogueVersion) -> None:
    people = finished(tiny, [AB] * 10)
    assert Uncounted.objects.advance() == 10
    where, right = "version 1, maker, new", {"1": 10}
    assert differing(A={"3": 9, "2": 1}, B=right) == [
        f"{where}, A 2: 1 counted, 0 found",
        f"{where}, A 3: 9 counted, 10 found",
    ]
    assert differing(A={"3": 9}, B=right) == [
        f"{where}, A: 9 people counted, 10 found",
        f"{where}, A 3: 9 counted, 10 found",
    ]
    assert differing(A={"3": 9}, B={"1": 9}) == [
        f"{where}, 9 people counted, 10 found",
        f"{where}, A 3: 9 counted, 10 found",
        f"{where}, B 1: 9 counted, 10 found",
    ]
    assert differing(A={"3": 10}) == [
        f"{where}, B: 0 people counted, 10 found",
        f"{where}, B 1: 0 counted, 10 found",
    ]
    assert differing(A={"3": 10}, B={"": 10}) == [
        f"{where}, B no answer: 10 counted, 0 found",
        f"{where}, B 1: 0 counted, 10 found",
    ]
    Assessment.objects.filter(pk=people[0].pk).erase()
    assert differing(A={"3": 8, "2": 2}, B=right) == [
        f"{where}, A 2: 2 counted, 0 found",
        f"{where}, A 3: 8 counted, 9 found",
    ]


def test_the_check_finds_who_was_counted_nowhere(tiny: CatalogueVersion) -> None:
    finished(tiny, [AB] * 10)
    Uncounted.objects.all().delete()
    with pytest.raises(CommandError) as error:
        call_command("rollup", "--check")
    assert str(error.value).splitlines()[0] == "version 1, maker, new, 0 people counted, 10 found"


def test_counting_anew_makes_the_same_and_forgets_who_was_erased(
    tiny: CatalogueVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    people = finished(tiny, random_sheets(30, ["A", "B"]))
    waiting = finished(tiny, [AB] * 3, grade="old")
    run(capsys)
    before = rows()
    assert run(capsys, "--rebuild") == "30 counted\n"
    assert rows() == before
    Assessment.objects.filter(pk=people[0].pk).erase()
    assert run(capsys, "--rebuild") == "29 counted\n"
    assert whole() == plainly(people[1:])
    assert set(Uncounted.objects.values_list("pk", flat=True)) == {person.pk for person in waiting}
    assert run(capsys, "--check") == "equal: 1 groups, 29 assessments\n"


def test_drafts_are_never_counted(
    client: Client, published: CatalogueVersion, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(client)
    assert run(capsys, "--rebuild") == "0 counted\n"
    assert Uncounted.objects.count() == 0


def test_checking_and_counting_anew_are_two_things(db: None) -> None:
    with pytest.raises(CommandError):
        call_command("rollup", "--check", "--rebuild")


@pytest.mark.usefixtures("separate_connections")
def test_the_check_and_counting_anew_hold_while_people_finish(capsys: pytest.CaptureFixture[str]) -> None:
    version = build_and_publish(document())
    finished(version, random_sheets(60, list(shipped().requirements("devops"))), "devops", "confirmed")
    more = [Assessment.objects.start(version, "devops", "confirmed", "en")[0] for _ in range(8)]
    check = lambda: call_command("rollup", "--check")  # noqa: E731
    rebuild = lambda: call_command("rollup", "--rebuild")  # noqa: E731
    at_once(*[person.finish for person in more], check, rebuild, check, lambda: Uncounted.objects.advance(20))
    while Uncounted.objects.advance():
        pass
    assert whole() == plainly(list(Assessment.objects.exclude(pk__in=Uncounted.objects.values("pk"))))


# A moment


@pytest.mark.usefixtures("separate_connections")
def test_what_is_read_in_a_snapshot_is_of_one_moment() -> None:
    tiny = build_and_publish(tiny_document())
    finished(tiny, [AB])
    with snapshot():
        first = Assessment.objects.count()
        at_once(lambda: len(finished(tiny, [AB] * 4)))
        seen = (first, Assessment.objects.count(), len(list(Uncounted.objects.iterator())))
    assert (seen, Assessment.objects.count()) == ((1, 1, 1), 5)


@pytest.mark.usefixtures("separate_connections")
def test_a_snapshot_ends_whatever_happens_in_it() -> None:
    with suppress(RuntimeError), snapshot():
        Assessment.objects.count()
        raise RuntimeError
    assert build_and_publish(tiny_document()).number == 1


def test_a_snapshot_in_a_transaction_is_that_transaction(tiny: CatalogueVersion) -> None:
    with snapshot():
        assert len(finished(tiny, [AB])) == 1
    assert Assessment.objects.count() == 1
