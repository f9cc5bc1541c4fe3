"""The long export says what was answered, the same in every format, and says of people no more than it may."""

import re
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from assessment.catalogue.model import LEVELS
from assessment.exports.results.columns import COLUMNS
from assessment.exports.results.writers import WRITERS
from assessment.models import CatalogueVersion
from assessment.models.selection import Selection, counts_of
from assessment.scoring import gap_report
from tests.examples import WORKED_ANSWERS, document, full_document, shipped
from tests.exports.results.sittings import (
    NAMES,
    NOON,
    account,
    cells,
    export,
    many,
    read,
    rows_of,
    sat,
    small,
    written,
)
from tests.people import build_and_publish

pytestmark = pytest.mark.django_db
FORMS = sorted(WRITERS)
KEY = b"k" * 32


def test_the_columns_keep_their_names_and_their_order() -> None:
    known = (
        "assessment person role grade catalogue_version language sitting started finished "
        "competency competency_name skill skill_name extra answer level required weight gap state note"
    )
    assert " ".join(NAMES) == known
    assert [str(column.explanation) for column in COLUMNS if not str(column.explanation).strip()] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_row_holds_what_was_asked_and_what_was_answered(form: str) -> None:
    sat(small(), {"A": 1}, role="boss", grade="old", notes={"A": "I try"}, notes_shared=NOON)
    names = [name for name in NAMES if name not in ("assessment", "person")]
    head = ("boss", "old", 1, "en", "finished", date(2026, 3, 8), date(2026, 3, 10))
    assert cells(rows_of(form), *names) == [
        (*head, "HAND", "HAND (en)", "A", "A (en)", False, "1", 1, 4, 3, 3, "gap", "I try"),
        (*head, "HEAD", "HEAD (en)", "B", "B (en)", False, None, None, 3, 2, None, "unrated", None),
    ]


def test_every_format_says_the_same(published: CatalogueVersion) -> None:
    for role in ("devops", "mlops"):
        sat(published, WORKED_ANSWERS, role=role, grade="confirmed", notes={"T1": "=1+1", "G3": "é"}, notes_shared=NOON)
    sat(published, {}, role="devops", grade="senior", finished=None)
    selection = Selection(sitting="all")
    found = {form: rows_of(form, export(selection, key=KEY)) for form in FORMS}
    asked = [len(shipped().requirements(role)) for role in ("devops", "mlops", "devops")]
    assert [(form, len(rows), rows == found["csv-en"]) for form, rows in found.items()] == [
        (form, sum(asked), form in ("csv-en", "csv-fr", "xlsx")) for form in FORMS
    ]
    apostrophe = [tuple("=1+1" if cell == "'=1+1" else cell for cell in row) for row in found["csv-en"]]
    assert found["jsonl"] == found["parquet"] == apostrophe


@pytest.mark.parametrize("form", FORMS)
def test_the_gaps_are_those_of_the_report(published: CatalogueVersion, form: str) -> None:
    sat(published, WORKED_ANSWERS, role="mlops", grade="confirmed")
    report = gap_report(shipped(), "mlops", "confirmed", WORKED_ANSWERS)
    assert cells(rows_of(form), "skill", "extra", "level", "required", "weight", "gap", "state") == [
        (gap.skill.code, gap.extra, gap.level, gap.required, gap.weight, gap.gap, gap.state) for gap in report.skills
    ]


@pytest.mark.parametrize("form", FORMS)
def test_no_answer_na_and_dk_are_never_0(form: str) -> None:
    version = small()
    for answer in (*LEVELS, "na", "dk", None):
        sat(version, {} if answer is None else {"A": answer})
    rows = [row for row in rows_of(form) if row[NAMES.index("skill")] == "A"]
    assert cells(rows, "answer", "level", "gap", "state") == [
        ("0", 0, 2, "gap"),
        ("1", 1, 1, "gap"),
        ("2", 2, 0, "met"),
        ("3", 3, -1, "above"),
        ("4", 4, -2, "above"),
        ("5", 5, -3, "above"),
        ("na", None, None, "not_applicable"),
        ("dk", None, None, "unrated"),
        (None, None, None, "unrated"),
    ]


@pytest.mark.parametrize("form", FORMS)
def test_names_come_in_the_language_asked_from_the_version_that_was_answered(form: str) -> None:
    old = small()
    reworded = full_document()
    reworded["skills"][0]["name"] = {"fr": "Neuf", "en": "New"}
    for version in (old, build_and_publish(reworded)):
        sat(version)
    for language, names in (("fr", ["A (fr)", "Neuf"]), ("en", ["A (en)", "New"])):
        rows = cells(rows_of(form, export(names=language)), "catalogue_version", "skill", "skill_name")
        assert [row for row in rows if row[1] == "A"] == [(1, "A", names[0]), (2, "A", names[1])]


@pytest.mark.parametrize("form", FORMS)
def test_a_note_leaves_only_if_it_was_shared(form: str) -> None:
    version = small()
    for shared in (None, NOON):
        sat(version, notes={"A": f"marker {shared}"}, notes_shared=shared)
    data = written(form)
    assert cells(read(form, data), "note") == [(None,), (None,), (f"marker {NOON}",), (None,)]
    assert b"marker None" not in data


@pytest.mark.parametrize("form", FORMS)
def test_a_character_that_breaks_lines_or_readers_is_a_space(form: str) -> None:
    sat(
        small(),
        notes={"A": "a\nb\u2028c\x01d\x85e\ud800f"}
        if connection.vendor == "sqlite"
        else {"A": "a\nb\u2028c\x01d\x85e f"},
        notes_shared=NOON,
    )
    assert cells(rows_of(form), "note")[0] == ("a b c d e f",)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_found_is_a_file_without_rows(form: str) -> None:
    small()
    data = written(form)
    assert (data if form == "jsonl" else read(form, data)) == (b"" if form == "jsonl" else [])


# People


def people(selection: Selection | None = None, key: bytes | None = None) -> list[tuple[str, str]]:
    """The pseudonyms of each sitting and its person."""
    what = export(selection) if key is None else export(selection, key=key)
    found = [(row[0], row[1]) for row in rows_of("jsonl", what)]
    assert [re.fullmatch("a[0-9a-f]{16}", one) and re.fullmatch("p[0-9a-f]{16}", other) for one, other in found] != []
    return list(dict.fromkeys(found))


def test_all_sittings_of_an_account_are_one_person_and_without_one_each_is() -> None:
    version, ada = small(), account()
    for owner in (ada, None, ada, None, account("bob")):
        sat(version, owner=owner)
    found = people()
    assert len({sitting for sitting, _ in found}) == 5
    names = [person for _, person in found]
    assert (names[0] == names[2], len(set(names))) == (True, 4)
    assert {name[1:] for name in names}.isdisjoint(sitting[1:] for sitting, _ in found)


def test_pseudonyms_differ_from_one_export_to_the_next() -> None:
    version = small()
    sat(version, owner=account())
    sat(version)
    first, second = people(), people()
    assert {name for pair in first for name in pair}.isdisjoint(name for pair in second for name in pair)


def test_a_key_of_the_operator_keeps_pseudonyms(settings: Settings) -> None:
    version = small()
    sat(version, owner=account())
    sat(version)
    settings.PSEUDONYM_KEY = "one key of the operator, long enough"
    first = people()
    assert people() == first
    assert people(Selection(role="maker")) == first
    settings.PSEUDONYM_KEY = "another key of the operator, as long"
    assert {name for pair in first for name in pair}.isdisjoint(name for pair in people() for name in pair)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_in_a_file_leads_to_a_person(form: str) -> None:
    owner = account("grace-hopper")
    made = sat(small(), owner=owner, token_sha256="f" * 64, link_until=NOON)
    data = written(form)
    for secret in (str(made.uuid), made.uuid.hex, "grace", "example.org", "f" * 64):
        assert secret.encode() not in data


# What is asked for


def finished_on(*days: str) -> None:
    """A sitting finished on each of these moments, in UTC, in a month that names it."""
    version = small()
    for number, day in enumerate(days):
        at = datetime.fromisoformat(day).replace(tzinfo=UTC)
        sat(version, {"A": number}, started=at, changed=at, finished=at)


def found(selection: Selection) -> list[str]:
    """The answers to A that a selection finds."""
    return [answer for skill, answer in cells(rows_of("jsonl", export(selection)), "skill", "answer") if skill == "A"]


def test_days_are_inclusive_and_those_of_the_site(settings: Settings) -> None:
    settings.TIME_ZONE = "Europe/Paris"
    finished_on("2026-01-30T22:59:59", "2026-01-30T23:00:00", "2026-01-31T22:59:59", "2026-01-31T23:00:00")
    day = date(2026, 1, 31)
    assert found(Selection(since=day)) == ["1", "2", "3"]
    assert found(Selection(until=day)) == ["0", "1", "2"]
    assert found(Selection(since=day, until=day)) == ["1", "2"]
    days = cells(rows_of("jsonl"), "finished", "skill")
    assert [day.isoformat() for day, skill in days if skill == "A"] == [
        "2026-01-30",
        "2026-01-31",
        "2026-01-31",
        "2026-02-01",
    ]


def test_each_filter_takes_what_it_names() -> None:
    first = small()
    second = build_and_publish(document())
    sat(first, {"A": 0})
    sat(first, {"A": 1}, role="boss")
    sat(first, {"A": 2}, grade="old")
    sat(first, {"A": 3}, language="fr")
    sat(second, {}, role="devops", grade="junior")
    sat(first, {"A": 4}, finished=None)
    assert found(Selection()) == ["0", "1", "2", "3"]
    assert found(Selection(role="boss")) == ["1"]
    assert found(Selection(grade="old")) == ["2"]
    assert found(Selection(language="fr")) == ["3"]
    assert found(Selection(version=1, role="maker", grade="new", language="en")) == ["0"]
    assert found(Selection(sitting="draft")) == ["4"]
    assert found(Selection(sitting="all")) == ["0", "1", "2", "3", "4"]
    assert len(rows_of("jsonl", export(Selection(version=2)))) == len(shipped().requirements("devops"))


def test_the_day_of_a_draft_is_that_of_its_last_change() -> None:
    version = small()
    later = NOON.replace(day=20)
    sat(version, {"A": 0}, finished=None)
    sat(version, {"A": 1}, finished=None, changed=later)
    sat(version, {"A": 2})
    sat(version, {"A": 3}, finished=later, changed=later)
    since = date(2026, 3, 20)
    assert found(Selection(sitting="draft", since=since)) == ["1"]
    assert found(Selection(sitting="all", since=since)) == ["1", "3"]
    assert found(Selection(since=since)) == ["3"]


def test_what_will_come_is_counted_before() -> None:
    first, ada = small(), account()
    build_and_publish(document())
    second = CatalogueVersion.objects.get(number=2)
    for owner in (ada, ada, None, None):
        sat(first, owner=owner)
    sat(second, {}, role="devops", grade="junior", owner=ada)
    for selection in (Selection(), Selection(version=1), Selection(role="devops"), Selection(sitting="draft")):
        counts, what = counts_of(selection.assessments()), export(selection)
        rows = rows_of("parquet", what)
        assert (counts.rows, counts.assessments) == (len(rows), len({row[0] for row in rows}))
        assert (what.rows_done, what.assessments_done) == (counts.rows, counts.assessments)
        assert counts.people == len({row[1] for row in rows})


def test_the_queries_are_the_same_for_one_and_for_many() -> None:
    version = small()
    counted = []
    for number in (1, 19):
        many(version, number)
        with CaptureQueriesContext(connection) as queries:
            assert len(rows_of("csv-en")) == 2 * (1 if number == 1 else 20)
        counted.append(len(queries))
    assert counted[0] == counted[1]
