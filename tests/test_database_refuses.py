"""What the models refuse, the database refuses too, whoever asks it."""

import json
import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.db.models import Model
from django.utils import timezone

from assessment.catalogue.file import build
from assessment.models import (
    Assessment,
    CatalogueVersion,
    DraftLevel,
    DraftRole,
    DraftSkill,
    PlanItem,
    SecondView,
    Share,
)
from profiles.models import User
from tests.editors import fill_draft
from tests.examples import full_document, shipped, tiny_document, tiny_salary
from tests.people import everything_stored
from tests.planted import plant_assessment, planted

NOTE_OF_2000 = "é\N{GRINNING FACE}" * 1000
GOOD_ANSWERS = [{}, {"T1": 0, "T2": 1, "T3": 2, "T4": 3, "T5": 4, "T6": 5, "G1": "na", "G2": "dk"}]
BAD_ANSWERS = [
    "9",
    "6",
    "-1",
    '"x"',
    '""',
    '"NA"',
    '"3"',
    "true",
    "false",
    "1.5",
    "3.0",
    "null",
    "[]",
    "[3]",
    "{}",
]
BAD_ANSWERS += ['{"T1": 3}', "1" + 30 * "0", '"na "']
BAD_DOCUMENTS = ["[]", "[3]", "3", '"na"', "null", "true"]
BAD_NOTES = [json.dumps("x" * 2001), json.dumps(f"{NOTE_OF_2000}é"), "3", "true", "null", "[]", "{}", '["x"]']
FINISHED_KEEPS: dict[str, Any] = {
    "uuid": uuid.UUID(int=7),
    "role": "mlops",
    "grade": "senior",
    "answers": {"T1": 5},
    "notes": {"T1": "other"},
    "started": timezone.now() - timedelta(days=9),
    "finished": timezone.now() + timedelta(days=9),
}


@pytest.fixture
def draft(published: CatalogueVersion) -> Assessment:
    return Assessment.objects.start(published, "devops", "confirmed", "en")[0]


@pytest.fixture
def finished(draft: Assessment) -> Assessment:
    draft.finish()
    return draft


def raw(statement: str, *values: str | int | None) -> None:
    """Run SQL past the models, with what is checked at the end of a transaction checked at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        connection.check_constraints()


def refused(statement: str, *values: str | int | None) -> bool:
    before = everything_stored()
    try:
        raw(statement, *values)
    except DatabaseError:
        assert everything_stored() == before
        return True
    return False


def refused_update(**fields: Any) -> bool:
    before = everything_stored()
    try:
        with transaction.atomic():
            Assessment.objects.update(**fields)
    except IntegrityError:
        assert everything_stored() == before
        return True
    return False


def refused_insert(version: CatalogueVersion, **fields: Any) -> bool:
    good = {"version": version, "role": "devops", "grade": "confirmed", "language": "en"}
    try:
        with transaction.atomic():
            Assessment.objects.create(**good | fields)
    except IntegrityError:
        return True
    return False


# Published catalogues


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("number", 2),
        ("document", "{}"),
        ("sha256", "0" * 64),
        ("published", "2020-01-01 00:00:00+00:00"),
        ("note", "another"),
        ("codes", "{}"),
    ],
)
def test_a_published_catalogue_never_changes(published: CatalogueVersion, column: str, value: str | int) -> None:
    assert refused(f"UPDATE assessment_catalogueversion SET {column} = %s", value)
    with pytest.raises(IntegrityError), transaction.atomic():
        CatalogueVersion._base_manager.update(**{column: value})


def test_a_number_is_from_1_and_only_once(published: CatalogueVersion) -> None:
    for number in (0, -1, 1):
        with pytest.raises(IntegrityError), transaction.atomic():
            CatalogueVersion.objects.create(number=number, document="{}", sha256="0" * 64)


def test_a_version_with_an_assessment_is_not_deleted(draft: Assessment) -> None:
    assert refused("DELETE FROM assessment_catalogueversion")


def test_only_who_published_may_be_forgotten(published: CatalogueVersion) -> None:
    assert not refused("UPDATE assessment_catalogueversion SET published_by_id = NULL")


# Answers and notes


@pytest.mark.django_db
@pytest.mark.parametrize("answers", GOOD_ANSWERS)
def test_an_answer_is_a_level_or_one_of_two_words(draft: Assessment, answers: dict[str, object]) -> None:
    assert not refused_update(answers=answers, notes={"T1": NOTE_OF_2000, "T2": ""})
    draft.refresh_from_db()
    assert (draft.answers, draft.notes) == (answers, {"T1": NOTE_OF_2000, "T2": ""})


@pytest.mark.parametrize("value", BAD_ANSWERS)
def test_nothing_else_is_an_answer(draft: Assessment, value: str) -> None:
    assert refused("UPDATE assessment_assessment SET answers = %s", f'{{"T1": {value}}}')
    assert refused("UPDATE assessment_assessment SET answers = %s", f'{{"T1": 3, "T2": {value}, "T3": "na"}}')
    assert refused_insert(draft.version, answers={"T1": json.loads(value)})


@pytest.mark.parametrize("value", BAD_NOTES)
def test_a_note_is_a_text_of_2000_characters_at_most(draft: Assessment, value: str) -> None:
    assert refused("UPDATE assessment_assessment SET notes = %s", f'{{"T1": {value}}}')
    assert refused_insert(draft.version, notes={"T1": json.loads(value)})


@pytest.mark.parametrize("column", ["answers", "notes"])
@pytest.mark.parametrize("document", [*BAD_DOCUMENTS, "", "{", "{'T1': 3}", None])
def test_answers_and_notes_are_objects(draft: Assessment, column: str, document: str | None) -> None:
    assert refused(f"UPDATE assessment_assessment SET {column} = %s", document)


@pytest.mark.parametrize("column", ["answers", "notes"])
@pytest.mark.parametrize("document", BAD_DOCUMENTS)
def test_a_new_assessment_has_objects_too(published: CatalogueVersion, column: str, document: str) -> None:
    assert refused_insert(published, **{column: json.loads(document)}) or document == "null"


def test_many_at_once_are_refused_for_one_of_them(draft: Assessment) -> None:
    rows = [
        Assessment(version=draft.version, role="devops", grade="junior", language="fr", answers=answers)
        for answers in ({"T1": 3}, {"T1": 6})
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.bulk_create(rows)
    assert list(Assessment.objects.all()) == [draft]


# Rows


def test_a_good_row_is_taken(published: CatalogueVersion) -> None:
    assert not refused_insert(published)


def test_a_language_is_one_of_ours(draft: Assessment) -> None:
    assert [language for language in ("de", "", "FR") if not refused_update(language=language)] == []
    assert not refused_update(language="fr")


def test_an_assessment_has_a_role_and_a_grade(draft: Assessment) -> None:
    assert refused_update(role="")
    assert refused_update(grade="")


def test_nothing_changes_or_ends_before_it_starts(draft: Assessment) -> None:
    moment = draft.started - timedelta(microseconds=1)
    assert refused_update(changed=moment)
    assert refused_update(finished=moment)
    assert refused_update(started=timezone.now() + timedelta(days=1))
    assert not refused_update(changed=draft.started, finished=draft.started)


def test_a_link_and_its_end_come_together(draft: Assessment) -> None:
    assert refused_update(link_until=None)
    assert refused_update(token_sha256=None)
    assert not refused_update(token_sha256=None, link_until=None)
    assert refused_update(link_until=timezone.now())
    assert refused_update(token_sha256="0" * 64)


def test_no_two_assessments_have_one_name_or_one_link(draft: Assessment) -> None:
    assert refused_insert(draft.version, uuid=draft.uuid)
    assert refused_insert(draft.version, token_sha256=draft.token_sha256, link_until=draft.link_until)


def test_an_assessment_has_a_version_that_exists(draft: Assessment) -> None:
    assert refused("UPDATE assessment_assessment SET version_id = %s", 987_654)
    assert refused("UPDATE assessment_assessment SET version_id = NULL")


# Finished assessments


@pytest.mark.parametrize("field", FINISHED_KEEPS)
def test_a_finished_assessment_keeps(finished: Assessment, field: str) -> None:
    assert refused_update(**{field: FINISHED_KEEPS[field]})


def test_a_finished_assessment_is_not_opened_again(finished: Assessment) -> None:
    assert refused_update(finished=None)


def test_a_finished_assessment_keeps_its_catalogue(finished: Assessment) -> None:
    assert refused_update(version=CatalogueVersion.objects.publish(build(tiny_document())))


def test_saving_a_finished_assessment_whole_is_refused(finished: Assessment) -> None:
    stored = Assessment.objects.get(pk=finished.pk)
    stored.answers = {"T1": 5}
    with pytest.raises(IntegrityError), transaction.atomic():
        stored.save()


def test_the_owner_and_the_link_of_a_finished_assessment_may_change(finished: Assessment) -> None:
    assert not refused_update(token_sha256=None, link_until=None, language="fr", changed=timezone.now())
    assert not refused_update(link_until=timezone.now(), token_sha256="0" * 64)


def test_a_finished_assessment_can_be_erased(finished: Assessment) -> None:
    finished.delete()
    assert not Assessment.objects.exists()


# Plans


def refused_item(assessment: Assessment, **fields: Any) -> bool:
    """Whether a further step of a plan is refused."""
    return not_stored(PlanItem.objects.create, assessment=assessment, **{"skill": "T2", **fields})


def not_stored(store: Callable[..., object], **fields: Any) -> bool:
    try:
        with transaction.atomic():
            store(**fields)
    except (IntegrityError, DataError):
        return True
    return False


def test_a_plan_has_each_skill_and_each_place_once(finished: Assessment, published: CatalogueVersion) -> None:
    PlanItem.objects.create(assessment=finished, skill="T1", place=1)
    assert refused_item(finished, skill="T1")
    assert refused_item(finished, skill="T2", place=1)
    assert not refused_item(finished, skill="T2")
    assert not refused_item(finished, skill="T3")
    other = Assessment.objects.start(published, "devops", "confirmed", "en")[0]
    assert not refused_item(other, skill="T1", place=1)


@pytest.mark.parametrize("wrong", [{"skill": ""}, {"interest": 4}, {"interest": -1}, {"place": 0}, {"place": 6}])
def test_a_plan_holds_nothing_that_the_page_would_refuse(finished: Assessment, wrong: dict[str, Any]) -> None:
    PlanItem.objects.create(assessment=finished, skill="T1", place=1)
    assert refused_item(finished, **wrong)
    assert not_stored(PlanItem.objects.update, **wrong)


@pytest.mark.parametrize("right", [{"interest": 0}, {"interest": 3}, {"place": 5}, {"interest": None, "place": None}])
def test_a_plan_holds_what_it_may(finished: Assessment, right: dict[str, Any]) -> None:
    assert not refused_item(finished, **right)


def test_a_plan_goes_with_its_assessment(finished: Assessment) -> None:
    PlanItem.objects.create(assessment=finished, skill="T1")
    Assessment.objects.filter(pk=finished.pk).erase()
    assert not PlanItem.objects.exists()


# The draft


@pytest.fixture
def full(published: CatalogueVersion) -> None:
    """A draft with a row of each kind, the salaries without their figures."""
    fill_draft(full_document() | {"salaries": [tiny_salary(low=None, high=None)]})


BAD_COLUMNS: list[tuple[str, str, list[str | int | None]]] = [
    ("draftlevel", "value", [6, -1, None]),
    ("draftlevel", "origin", ["x", "", "Source", None]),
    ("draftmission", "origin", ["x", "", "Source", None]),
    ("draftcompetency", "origin", ["x", "", "Source", None]),
    ("draftgrade", "origin", ["x", "", "Source", None]),
    ("draftskill", "origin", ["x", "", "Source", None]),
    ("draftrole", "origin", ["x", "", "Source", None]),
    ("draftskill", "competency_id", [987_654, None]),
    ("draftskill", "mission_id", [987_654, None]),
    ("draftskill", "replaced_by", ["", "[", None]),
    ("draftrole", "extends_id", [987_654]),
    ("draftrole", "missions", ["", "[", None]),
    ("draftrequirement", "weight", [4, 0, -1, None]),
    ("draftrequirement", "levels", ["", "{", None]),
    ("draftrequirement", "role_id", [987_654, None]),
    ("draftrequirement", "skill_id", [987_654, None]),
    ("draftsalary", "low", [0, -1]),
    ("draftsalary", "high", [0, -1]),
    ("draftsalary", "status", ["x", "", None]),
    ("draftsalary", "basis", ["x", "Offers", None]),
    ("draftsalary", "role_id", [987_654, None]),
    ("draftsalary", "grade_id", [987_654, None]),
]
GOOD_COLUMNS: list[tuple[str, str, list[str | int | None]]] = [
    ("draftskill", "origin", ["source", "added"]),
    ("draftrole", "extends_id", [None]),
    ("draftrequirement", "weight", [1, 2, 3]),
    ("draftsalary", "low", [1, None, 10_000_000]),
    ("draftsalary", "high", [1, None, 10_000_000]),
    ("draftsalary", "status", ["verified", "to_complete"]),
    ("draftsalary", "basis", ["in_post", "", "offers"]),
]


def update_one(table: str, column: str, value: str | int | None) -> bool:
    """Whether a value is refused in one row of a table."""
    one = f"(SELECT max(id) FROM assessment_{table})"
    return refused(f"UPDATE assessment_{table} SET {column} = %s WHERE id = {one}", value)


@pytest.mark.parametrize(
    ("table", "column", "bad"), BAD_COLUMNS, ids=lambda found: found if isinstance(found, str) else ""
)
def test_the_draft_holds_nothing_that_a_catalogue_never_could(
    full: None, table: str, column: str, bad: list[str | int | None]
) -> None:
    assert [value for value in bad if not update_one(table, column, value)] == []


@pytest.mark.parametrize(
    ("table", "column", "good"), GOOD_COLUMNS, ids=lambda found: found if isinstance(found, str) else ""
)
def test_the_draft_holds_what_it_may(full: None, table: str, column: str, good: list[str | int | None]) -> None:
    assert [value for value in good if update_one(table, column, value)] == []


def insert_again(table: str, **changes: str | int) -> bool:
    """Whether a row like the last one of a table is refused, with other values in some columns."""
    fields = apps.get_model("assessment", table)._meta.concrete_fields
    columns = [str(field.column) for field in fields if field.column != "id"]
    names = ", ".join(map(connection.ops.quote_name, columns))
    taken = ", ".join("%s" if name in changes else connection.ops.quote_name(name) for name in columns)
    values = [changes[name] for name in columns if name in changes]
    last = f"SELECT {taken} FROM assessment_{table} ORDER BY id DESC LIMIT 1"
    return refused(f"INSERT INTO assessment_{table} ({names}) {last}", *values)


@pytest.mark.parametrize("table", ["draftmission", "draftcompetency", "draftskill", "draftgrade", "draftrole"])
def test_no_two_rows_of_the_draft_have_one_code(full: None, table: str) -> None:
    assert insert_again(table)
    assert insert_again(table, code="ANOTHER", origin="x")
    assert not insert_again(table, code="ANOTHER")


def test_there_are_six_levels_each_once(full: None) -> None:
    assert [value for value in range(-1, 8) if not insert_again("draftlevel", value=value)] == []
    DraftLevel.objects.filter(value=2).delete()
    assert not insert_again("draftlevel", value=2)


def test_a_role_requires_a_skill_once(full: None) -> None:
    assert insert_again("draftrequirement")
    boss, a = DraftRole.objects.get(code="boss"), DraftSkill.objects.get(code="A")
    assert insert_again("draftrequirement", role_id=boss.pk, skill_id=a.pk, weight=4)
    assert not insert_again("draftrequirement", role_id=boss.pk, skill_id=a.pk, weight=3)


def test_two_salaries_may_have_one_key_for_a_while(full: None) -> None:
    assert insert_again("draftsalary", low=0)
    assert not insert_again("draftsalary", low=1)


def test_what_others_stand_on_is_not_deleted(full: None) -> None:
    tables = ("draftmission", "draftcompetency", "draftgrade", "draftskill", "draftrole")
    assert [table for table in tables if not refused(f"DELETE FROM assessment_{table}")] == []


# Migrations


def migrate(*target: str) -> None:
    call_command("migrate", *target, verbosity=0)


def test_the_migrations_run_back_and_forth(separate_connections: None) -> None:
    before = tables()
    migrate("profiles", "zero")
    assert [table for table in tables() if table.startswith(("assessment_", "profiles_"))] == []
    migrate()
    assert tables() == before


def tables() -> list[str]:
    with connection.cursor() as cursor:
        return sorted(connection.introspection.table_names(cursor))


def test_the_triggers_go_and_come_with_their_migration(separate_connections: None) -> None:
    version = CatalogueVersion.objects.publish(shipped())
    Assessment.objects.start(version, "devops", "confirmed", "en")[0].finish()
    migrate("assessment", "0001")
    assert not refused_update(notes={"T1": "changed"})
    assert not refused("UPDATE assessment_catalogueversion SET sha256 = %s", "0" * 64)
    migrate()
    assert refused_update(notes={"T1": "changed again"})
    assert refused_insert(version, answers={"T1": 9})
    assert refused("UPDATE assessment_catalogueversion SET sha256 = %s", "1" * 64)


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


# Second views

ASKS = {"asker": "Ada", "name": "Grace"}
SAYS: dict[str, Any] = {"asker": "Ada", "named": False}
SEEN = {"asker": "Ada", "named": True, "rater_name": "Grace"}
DONE = {"finished": timezone.now()}
SOON = timezone.now() + timedelta(days=10)
BAD_VIEWS: list[dict[str, Any]] = [
    ASKS | {"asker": ""},
    ASKS | {"name": ""},
    ASKS | {"rater_name": "Grace"},
    ASKS | DONE,
    ASKS | {"lot": 1},
    ASKS | {"until": timezone.now() - timedelta(days=1)},
    SAYS | {"name": "Grace"},
    SAYS | {"rater_name": "Grace"},
    SAYS | {"lot": 1},
    SEEN | {"rater_name": ""},
    SEEN | {"name": "Grace"},
    SEEN | DONE | {"lot": 1},
]
GOOD_VIEWS: list[dict[str, Any]] = [ASKS, SAYS, SAYS | DONE, SAYS | DONE | {"lot": 1}, SEEN, SEEN | DONE]


def refused_view(assessment: Assessment, **fields: Any) -> bool:
    good = {"until": timezone.now() + timedelta(days=1), "token_sha256": uuid.uuid4().hex}
    try:
        with transaction.atomic():
            SecondView.objects.create(assessment=assessment, **good | fields)
    except IntegrityError:
        return True
    return False


def test_a_second_view_asks_or_says_and_is_seen_as_its_rater_chose(finished: Assessment) -> None:
    assert [fields for fields in BAD_VIEWS if not refused_view(finished, **fields)] == []
    assert [fields for fields in GOOD_VIEWS if refused_view(finished, **fields)] == []


def test_an_account_says_one_thing_of_an_assessment(finished: Assessment) -> None:
    rater = get_user_model().objects.create_user("grace@example.org")
    assert [refused_view(finished, rater=rater, **SAYS) for _ in range(2)] == [False, True]
    assert not refused_view(finished, **SAYS)


@pytest.fixture
def said(finished: Assessment) -> SecondView:
    row: SecondView = planted(SecondView, assessment=finished, until=SOON, answers={}, **SAYS, name="", rater_name="")
    return row


@pytest.mark.parametrize("answers", GOOD_ANSWERS)
def test_who_says_something_of_another_gives_a_level_or_one_of_two_words(
    said: SecondView, answers: dict[str, object]
) -> None:
    assert not not_stored(SecondView.objects.update, answers=answers)
    said.refresh_from_db()
    assert said.answers == answers
    assert not refused_view(said.assessment, **SAYS, answers=answers)


@pytest.mark.parametrize("value", BAD_ANSWERS)
def test_nothing_else_is_said_of_another(said: SecondView, value: str) -> None:
    assert refused("UPDATE assessment_secondview SET answers = %s", f'{{"T1": {value}}}')
    assert refused("UPDATE assessment_secondview SET answers = %s", f'{{"T1": 3, "T2": {value}, "T3": "na"}}')
    assert refused_view(said.assessment, **SAYS, answers={"T1": json.loads(value)})


@pytest.mark.parametrize("document", [*BAD_DOCUMENTS, "", "{", "{'T1': 3}", None])
def test_what_is_said_of_another_is_an_object(said: SecondView, document: str | None) -> None:
    assert refused("UPDATE assessment_secondview SET answers = %s", document)


@pytest.mark.parametrize("document", ["[]", "[3]", "3", '"na"', "true"])
def test_what_is_said_at_first_is_an_object_too(finished: Assessment, document: str) -> None:
    assert refused_view(finished, **SAYS, answers=json.loads(document))


# Lengths

LONGEST: list[tuple[type[Model], str, int, dict[str, Any]]] = [
    (Assessment, "title", 80, {"language": "en", "token_sha256": None}),
    (PlanItem, "skill", 32, {}),
    (PlanItem, "step", 300, {}),
    (SecondView, "asker", 80, {"rater_name": "", "answers": {}}),
    (SecondView, "name", 80, {"rater_name": "", "answers": {}}),
    (SecondView, "rater_name", 80, {"name": "", "named": True, "answers": {}}),
    (Share, "name", 80, {}),
    (User, "display_name", 80, {}),
]


def plant(model: type[Model], draft: Assessment, **fields: Any) -> Model:
    """A row of a person who has this draft."""
    about: dict[type[Model], dict[str, Any]] = {
        Assessment: {"version": draft.version},
        PlanItem: {"assessment": draft},
        SecondView: {"assessment": draft, "until": SOON},
        Share: {"assessment": draft, "until": SOON},
        User: {},
    }
    row: Model = planted(model, **about[model] | fields)
    return row


@pytest.mark.parametrize(("model", "column", "most", "fields"), LONGEST)
def test_a_text_is_as_long_as_its_form_allows_and_no_longer(
    draft: Assessment, model: type[Model], column: str, most: int, fields: dict[str, Any]
) -> None:
    longest = NOTE_OF_2000[:most]
    assert not_stored(plant, model=model, draft=draft, **fields | {column: f"{longest}é"})
    row = plant(model, draft, **fields | {column: longest})
    row.refresh_from_db()
    assert getattr(row, column) == longest
    mine = model._base_manager.filter(pk=row.pk)
    assert not_stored(mine.update, **{column: f"{longest}é"})
    assert not not_stored(mine.update, **{column: longest[::-1]})
    assert list(mine.values_list(column, flat=True)) == [longest[::-1]]


def rows() -> list[str]:
    """Every value of every row, but for the list of the migrations."""
    return [row for row in everything_stored().splitlines() if not row.startswith("django_migrations ")]


def test_lengths_and_what_is_said_are_guarded_from_their_migration_on(separate_connections: None) -> None:
    assessment = plant_assessment(CatalogueVersion.objects.publish(shipped()), token_sha256=None)
    before = rows()
    migrate("assessment", "0007")
    migrate("profiles", "0003")
    assert rows() == before
    assert refused_update(answers={"T1": 9})
    assert not not_stored(SecondView.objects.update, answers={"T1": 9})
    assert not_stored(Assessment.objects.update, title="x" * 81) == (connection.vendor == "postgresql")
    before = rows()
    migrate()
    assert rows() == before
    assert refused_update(answers={"T1": 9})
    assert refused_view(assessment, **SAYS, answers={"T1": 9})
    assert not_stored(Assessment.objects.update, title="y" * 81)


def test_a_wrong_value_from_before_can_be_read_and_erased_and_not_written(separate_connections: None) -> None:
    assessment = plant_assessment(CatalogueVersion.objects.publish(shipped()), token_sha256=None)
    migrate("assessment", "0007")
    SecondView.objects.update(answers={"T1": 9})
    migrate()
    assert set(map(str, SecondView.objects.values_list("answers", flat=True))) == {"{'T1': 9}"}
    assert not not_stored(SecondView.objects.update, changed=timezone.now())
    assert not_stored(SecondView.objects.update, answers={"T1": 9})
    Assessment.objects.filter(pk=assessment.pk).erase()
    assert not SecondView.objects.exists()


@pytest.mark.parametrize(
    ("model", "column", "most", "fields"),
    {case[0]: case for case in LONGEST if case[0] is not Assessment}.values(),  # one of each table
)
def test_a_text_too_long_stops_the_migration_and_nothing_is_changed(
    separate_connections: None, model: type[Model], column: str, most: int, fields: dict[str, Any]
) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("PostgreSQL never held a longer text")
    draft = planted(Assessment, version=CatalogueVersion.objects.publish(shipped()), language="en", token_sha256=None)
    migrate("assessment", "0007")
    migrate("profiles", "0003")
    row = plant(model, draft, **fields | {column: "x" * (most + 1)})
    before = rows()
    with pytest.raises(IntegrityError, match="CHECK constraint failed"):
        migrate()
    assert rows() == before
    model._base_manager.filter(pk=row.pk).update(**{column: "x" * most})
    migrate()
    assert not_stored(model._base_manager.filter(pk=row.pk).update, **{column: "x" * (most + 1)})
