"""Made-up people: they answer as people can, the same for the same seed, and reach the database in batches."""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from functools import cache
from random import Random
from statistics import mean
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.file import build
from assessment.catalogue.model import Catalogue
from assessment.forms import PageForm
from assessment.management.commands import sample_data
from assessment.models import Assessment, CatalogueVersion, Edit, Uncounted
from assessment.reliability import columns_of, reliability
from assessment.sample import Sitting, _place, sittings
from assessment.scoring import gap_report, is_answer
from tests.examples import document, shipped, tiny_document
from tests.people import address, build_and_publish
from tests.processes import manage
from tests.strategies import catalogues

PARIS = ZoneInfo("Europe/Paris")
NEW_YEAR = date(2026, 1, 1)
SEEDS = st.integers(0, 2**64)


@cache
def people(count: int = 2_000, seed: int = 1, until: date = NEW_YEAR) -> list[Sitting]:
    """People who answer the shipped catalogue."""
    return list(sittings(shipped(), count, seed, until, PARIS))


def run(*arguments: str) -> tuple[str, str]:
    """What the command says, and what it says beside that."""
    out, err = io.StringIO(), io.StringIO()
    call_command("sample_data", *arguments, stdout=out, stderr=err, no_color=True)
    return out.getvalue(), err.getvalue()


def stored() -> list[dict[str, Any]]:
    return list(Assessment.objects.order_by("pk").values(*Sitting.__slots__))


def share(found: Sequence[object]) -> float:
    """How many of them are true."""
    return sum(map(bool, found)) / len(found)


# What every one of them keeps to


def check(catalogue: Catalogue, person: Sitting) -> None:
    """The rules of the questionnaire: its form takes every answer and note, and pages are answered in order."""
    edits: dict[str, Edit] = {}
    for _, skills in catalogue.pages(person.role):
        codes = {skill.code for skill in skills}
        answers = {f"skill-{code}": str(person.answers[code]) for code in codes & person.answers.keys()}
        notes = {f"note-{code}": person.notes[code] for code in codes & person.notes.keys()}
        form = PageForm(skills, answers | notes)
        assert form.is_valid()
        edits |= form.edits
    assert {code: edit.answer for code, edit in edits.items() if edit.answer is not None} == person.answers
    assert {code: edit.note for code, edit in edits.items() if edit.note is not None} == person.notes
    assert all(map(is_answer, person.answers.values()))
    assert person.grade in catalogue.grade_by_code
    assert person.language in ("fr", "en")
    assert person.started <= person.changed
    assert person.finished in (None, person.changed)
    assert gap_report(catalogue, person.role, person.grade, person.answers).role.code == person.role


@given(catalogues(), SEEDS)
def test_whatever_the_catalogue_and_the_seed_the_form_would_take_every_answer(catalogue: Catalogue, seed: int) -> None:
    found = list(sittings(catalogue, 20, seed, NEW_YEAR, PARIS))
    assert len(found) == 20
    for person in found:
        check(catalogue, person)


@given(SEEDS)
def test_whatever_the_seed_people_answer_the_shipped_catalogue_by_its_rules(seed: int) -> None:
    for person in sittings(shipped(), 20, seed, NEW_YEAR, PARIS):
        check(shipped(), person)


def test_retired_skills_are_not_answered() -> None:
    edited = document()
    edited["skills"][0]["retired"] = True
    found = sittings(build(edited), 500, 1, NEW_YEAR, PARIS)
    answered = {code for person in found for code in person.answers}
    assert answered == set(shipped().requirements("mlops")) - {"T1"}


def test_who_stopped_has_answered_the_first_pages_and_none_of_the_rest() -> None:
    drafts = [person for person in people() if person.finished is None]
    assert drafts
    reached = Counter(len(pages_begun(person)) for person in drafts if person.role == "mlops")
    assert set(reached) == {0, 1, 2, 3, 4, 5}
    for person in drafts:
        order = [competency.code for competency, _ in shipped().pages(person.role)]
        assert pages_begun(person) == order[: len(pages_begun(person))]


def pages_begun(person: Sitting) -> list[str]:
    """The pages with an answer of any kind."""
    pages = shipped().pages(person.role)
    return [page.code for page, skills in pages if any(skill.code in person.answers for skill in skills)]


def test_who_finished_has_been_on_every_page() -> None:
    finished = [person for person in people() if person.finished]
    assert {len(pages_begun(person)) - len(shipped().pages(person.role)) for person in finished} == {0}


# When


def test_they_begin_on_working_days_of_the_two_years_before_and_in_working_hours() -> None:
    began = [person.started for person in people(8_000)]
    assert {moment.tzinfo for moment in began} == {PARIS}
    assert {moment.weekday() for moment in began} == {0, 1, 2, 3, 4}
    assert {moment.hour for moment in began} == set(range(8, 18))
    assert (min(began).date(), max(began).date()) == (date(2024, 1, 2), date(2025, 12, 31))


def test_days_come_in_order_and_people_become_more() -> None:
    days = [person.started.date() for person in people()]
    assert days == sorted(days)
    half = NEW_YEAR - timedelta(days=365)
    assert 0.56 < share([day >= half for day in days]) < 0.61


def test_the_last_moment_there_is_falls_on_the_last_day() -> None:
    class Last(Random):
        def random(self) -> float:
            return 1 - 2**-53

    assert [_place(Last(), index, 3, 10) for index in range(3)] == [4, 7, 9]


def test_the_whole_takes_ten_to_forty_minutes() -> None:
    took = [person.finished - person.started for person in people() if person.finished]
    assert min(took) >= timedelta(minutes=10)
    assert max(took) <= timedelta(minutes=40)
    assert timedelta(minutes=24) < sum(took, timedelta()) / len(took) < timedelta(minutes=26)
    stopped = [person.changed - person.started for person in people() if person.finished is None]
    assert sum(stopped, timedelta()) / len(stopped) < timedelta(minutes=14)


# How many of which


def test_languages_ends_and_notes_have_their_shares() -> None:
    found = people()
    assert 0.57 < share([person.language == "fr" for person in found]) < 0.63
    assert 0.83 < share([person.finished for person in found]) < 0.87
    assert 0.01 < share([person.notes for person in found]) < 0.03


def test_notes_are_in_the_language_of_the_person() -> None:
    noted = [person for person in people(8_000) if person.notes]
    said = {tongue: {n for p in noted if p.language == tongue for n in p.notes.values()} for tongue in ("fr", "en")}
    assert (len(said["fr"]), len(said["en"]), said["fr"] & said["en"]) == (6, 6, set())


def test_answers_of_every_kind_have_their_shares() -> None:
    finished = [person for person in people() if person.finished]
    asked = sum(len(shipped().requirements(person.role)) for person in finished)
    given = Counter(answer for person in finished for answer in person.answers.values())
    assert 0.025 < given["na"] / asked < 0.035
    assert 0.015 < given["dk"] / asked < 0.025
    assert 0.025 < 1 - given.total() / asked < 0.035
    assert all(given[level] / asked > 0.03 for level in range(6))


def test_every_role_and_grade_has_its_people_and_levels_rise_with_the_grade() -> None:
    found = people()
    targets = Counter((person.role, person.grade) for person in found)
    assert set(targets) == {(role.code, grade.code) for role in shipped().roles for grade in shipped().grades}
    assert min(targets.values()) > 100
    means = [
        mean(level for person in found if person.grade == grade.code for level in levels(person))
        for grade in shipped().grades
    ]
    assert means == sorted(means)
    assert means[-1] - means[0] > 1.5


def test_some_skills_are_harder_than_others() -> None:
    columns = columns_of((person.answers for person in people()), list(shipped().requirements("devops")))
    means = [mean(level for level in column if level is not None) for column in columns.values()]
    assert 0.8 < max(means) - min(means) < 3


def levels(person: Sitting) -> list[int]:
    return [answer for answer in person.answers.values() if isinstance(answer, int)]


@pytest.mark.parametrize("role", ["devops", "mlops"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_skills_of_a_competency_agree_as_those_of_real_questionnaires(role: str, seed: int) -> None:
    answers = [person.answers for person in people(seed=seed) if person.finished and person.role == role][:500]
    assert len(answers) == 500
    for competency, alpha in reliability(shipped(), role, answers):
        assert alpha is not None
        assert 0.7 <= alpha.value <= 0.9, competency.code


# The same again


def test_a_seed_makes_the_same_people_and_another_seed_others() -> None:
    again = list(sittings(shipped(), 50, 7, NEW_YEAR, PARIS))
    assert people(50, seed=7) == again != people(50, seed=8)


def test_another_day_moves_them_and_changes_nothing_else() -> None:
    week = timedelta(days=7)
    moved = [asdict(person) for person in people(50, until=NEW_YEAR + week)]
    for person in moved:
        for name in ("started", "changed", "finished"):
            person[name] = person[name] and person[name] - week
    assert moved == [asdict(person) for person in people(50)]


def test_nobody_is_made_before_they_are_asked_for() -> None:
    many = sittings(shipped(), 10**12, 1, NEW_YEAR, PARIS)
    assert next(many).started.date() == date(2024, 1, 2)


# Into the database


def test_they_are_stored_as_they_were_made(published: CatalogueVersion) -> None:
    out, err = run("--assessments", "40", "--seed", "5", "--until", "2025-06-30")
    made = list(sittings(shipped(), 40, 5, date(2025, 6, 30), timezone.get_current_timezone()))
    assert stored() == [asdict(person) for person in made]
    assert (out, err) == (f"40 assessments made ({sum(p.finished is not None for p in made)} finished)\n", "")


def test_who_finished_waits_to_be_counted(published: CatalogueVersion) -> None:
    run("--assessments", "40")
    finished = Assessment.objects.exclude(finished=None).order_by("pk")
    assert 0 < len(finished) < 40
    waiting = Uncounted.objects.order_by("pk").values_list("assessment_id", "finished")
    assert list(waiting) == [(row.pk, row.finished) for row in finished]


def test_the_same_command_adds_the_same_people_under_other_names(published: CatalogueVersion) -> None:
    for _ in range(2):
        run("--assessments", "20", "--seed", "3", "--until", "2025-06-30")
    assert len(stored()) == 40
    assert stored()[:20] == stored()[20:]
    assert Assessment.objects.values("uuid").distinct().count() == 40


def test_without_a_day_they_end_before_today(published: CatalogueVersion) -> None:
    run("--assessments", "500")
    last = Assessment.objects.latest("changed").changed
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    assert midnight - timedelta(days=7) < last < midnight


def test_they_answer_the_newest_catalogue(published: CatalogueVersion) -> None:
    newest = build_and_publish(tiny_document())
    run("--assessments", "20")
    assert set(Assessment.objects.values_list("version", "role")) == {(newest.pk, "maker")}


def test_nobody_can_open_them(published: CatalogueVersion, client: Client) -> None:
    run("--assessments", "20")
    assert not Assessment.objects.exclude(owner=None, token_sha256=None, link_until=None).exists()
    person = Assessment.objects.exclude(finished=None)[0]
    assert client.get(address(person, "report/")).status_code == 404


# In batches


def statements(count: int) -> list[str]:
    """The first word of every statement that the command sends for so many people."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        sent.append(sql.split(maxsplit=1)[0])
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        run("--assessments", str(count))
    return sent


def test_every_batch_is_one_transaction_with_two_inserts(
    published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_data, "BATCH", 10)
    batch = ["SAVEPOINT", "INSERT", "INSERT", "RELEASE"]
    assert statements(10) == ["SELECT", *batch]
    assert statements(30) == ["SELECT", *batch * 3]
    assert Assessment.objects.count() == 40


def test_a_batch_that_fails_leaves_those_before_it(
    published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoilt(*arguments: Any) -> Iterator[Sitting]:
        for index, person in enumerate(sittings(*arguments)):
            yield spoil(person) if index == 15 else person

    monkeypatch.setattr(sample_data, "BATCH", 10)
    monkeypatch.setattr(sample_data, "sittings", spoilt)
    with pytest.raises(IntegrityError):
        run("--assessments", "30")
    assert Assessment.objects.count() == 10
    assert Uncounted.objects.count() == Assessment.objects.exclude(finished=None).count()


def spoil(person: Sitting) -> Sitting:
    """A person who gives a level that there is not."""
    return Sitting(**asdict(person) | {"answers": {"T1": 6}})


def test_nobody_finishes_without_waiting_to_be_counted(published: CatalogueVersion) -> None:
    def refuse(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if Uncounted._meta.db_table in sql:
            raise IntegrityError("refused")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse), pytest.raises(IntegrityError, match="refused"):
        run("--assessments", "20")
    assert Assessment.objects.count() == 0


def test_what_was_sent_is_not_kept_where_debugging_keeps_it(published: CatalogueVersion) -> None:
    with CaptureQueriesContext(connection):
        run("--assessments", "20")
        assert connection.queries == []


def test_progress_is_told_beside_the_output(published: CatalogueVersion, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sample_data.TOLD_EVERY % sample_data.BATCH == 0
    monkeypatch.setattr(sample_data, "BATCH", 5)
    monkeypatch.setattr(sample_data, "TOLD_EVERY", 10)
    out, err = run("--assessments", "24")
    assert (out.count("\n"), err) == (1, "10 of 24\n20 of 24\n")


# What is refused


def refused(*arguments: str) -> str:
    with pytest.raises(CommandError) as caught:
        run(*arguments)
    message = str(caught.value)
    assert message.isprintable()
    return message


@pytest.mark.django_db
def test_without_a_published_catalogue_nothing_can_be_made() -> None:
    with pytest.raises(CommandError) as caught:
        run("--assessments", "5")
    assert (caught.value.returncode, str(caught.value).count("\n")) == (1, 0)
    assert Assessment.objects.count() == 0


@pytest.mark.parametrize(
    "count", ["0", "-1", "1.5", "1e3", "many", "", " 5", "1_000", "٣", "10000001", "9" * 5_000, "5\n", "\0"]
)
def test_a_count_is_a_whole_number_up_to_ten_million(count: str) -> None:
    message = refused(f"--assessments={count}")
    assert "--assessments" in message
    assert "from 1 to 10000000" in message


def test_the_largest_and_the_smallest_count_are_taken() -> None:
    assert [sample_data.count(text) for text in ("1", "10000000", "007")] == [1, 10_000_000, 7]


@pytest.mark.parametrize("day", ["yesterday", "", "2025-02-30", "31/01/2025", "1999-12-31", "0001-01-01", "9999-12-31"])
def test_a_day_is_a_date_that_is_not_to_come(day: str) -> None:
    assert "--until" in refused("--assessments=1", f"--until={day}")


def test_today_is_taken_and_tomorrow_is_not() -> None:
    today = timezone.localdate()
    assert sample_data.day(str(today)) == today
    assert str(today + timedelta(days=1)) not in refused("--assessments=1", f"--until={today + timedelta(days=1)}")


@pytest.mark.parametrize("seed", ["one", "1.5", "", "9" * 5_000])
def test_a_seed_is_a_whole_number(seed: str) -> None:
    assert "--seed" in refused("--assessments=1", f"--seed={seed}")


@pytest.mark.parametrize("arguments", [[], ["--assessments", "0"], ["--assessments", "5", "--until", "never"]])
def test_an_operator_gets_one_line_and_status_2(arguments: list[str]) -> None:
    status, out, err = manage("sample_data", *arguments)
    assert (status, out) == (2, "")
    assert err.splitlines()[-1].startswith("manage.py sample_data: error: ")
    assert "Traceback" not in err
