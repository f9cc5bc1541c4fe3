"""What the models refuse, the database refuses too, whoever asks it.

Triggers hold on SQLite and PostgreSQL: a published catalogue never changes, a finished assessment keeps its answers,
and an answer is a level 0 to 5, "na" or "dk". On SQLite a later migration that rebuilds one of the two tables drops
its triggers and has to create them again (tests/test_database_refuses.py fails if it does not).
"""

from django.db import migrations

SQLITE = {
    "catalogue_version_immutable": """
        CREATE TRIGGER catalogue_version_immutable
        BEFORE UPDATE OF number, document, sha256, published ON assessment_catalogueversion
        BEGIN SELECT RAISE(ABORT, 'a published catalogue never changes'); END""",
    "assessment_finished": """
        CREATE TRIGGER assessment_finished
        BEFORE UPDATE OF uuid, version_id, role, grade, answers, notes, started, finished ON assessment_assessment
        WHEN OLD.finished IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a finished assessment never changes'); END""",
    "assessment_answers_insert": """
        CREATE TRIGGER assessment_answers_insert BEFORE INSERT ON assessment_assessment
        WHEN json_type(NEW.answers) <> 'object' OR json_type(NEW.notes) <> 'object'
          OR EXISTS (SELECT 1 FROM json_each(NEW.answers) WHERE NOT (
            (type = 'integer' AND value BETWEEN 0 AND 5) OR (type = 'text' AND value IN ('na', 'dk'))))
          OR EXISTS (SELECT 1 FROM json_each(NEW.notes) WHERE type <> 'text' OR length(value) > 2000)
        BEGIN SELECT RAISE(ABORT, 'not an answer or a note'); END""",
    "assessment_answers_update": """
        CREATE TRIGGER assessment_answers_update BEFORE UPDATE OF answers, notes ON assessment_assessment
        WHEN json_type(NEW.answers) <> 'object' OR json_type(NEW.notes) <> 'object'
          OR EXISTS (SELECT 1 FROM json_each(NEW.answers) WHERE NOT (
            (type = 'integer' AND value BETWEEN 0 AND 5) OR (type = 'text' AND value IN ('na', 'dk'))))
          OR EXISTS (SELECT 1 FROM json_each(NEW.notes) WHERE type <> 'text' OR length(value) > 2000)
        BEGIN SELECT RAISE(ABORT, 'not an answer or a note'); END""",
}

POSTGRESQL = """
CREATE FUNCTION catalogue_version_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a published catalogue never changes' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER catalogue_version_immutable
BEFORE UPDATE OF number, document, sha256, published ON assessment_catalogueversion
FOR EACH ROW EXECUTE FUNCTION catalogue_version_immutable();

CREATE FUNCTION assessment_finished() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a finished assessment never changes' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER assessment_finished
BEFORE UPDATE OF uuid, version_id, role, grade, answers, notes, started, finished ON assessment_assessment
FOR EACH ROW WHEN (OLD.finished IS NOT NULL) EXECUTE FUNCTION assessment_finished();

CREATE FUNCTION assessment_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_typeof(NEW.answers) <> 'object' OR jsonb_typeof(NEW.notes) <> 'object' THEN
    RAISE EXCEPTION 'not an answer or a note' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM jsonb_each(NEW.answers) AS a WHERE a.value::text NOT IN ('0', '1', '2', '3', '4', '5', '"na"', '"dk"'))
    OR EXISTS (SELECT 1 FROM jsonb_each(NEW.notes) AS n WHERE jsonb_typeof(n.value) <> 'string' OR length(n.value #>> '{}') > 2000)
  THEN
    RAISE EXCEPTION 'not an answer or a note' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assessment_answers BEFORE INSERT OR UPDATE OF answers, notes ON assessment_assessment
FOR EACH ROW EXECUTE FUNCTION assessment_answers();
"""

POSTGRESQL_BACK = """
DROP TRIGGER assessment_answers ON assessment_assessment;
DROP FUNCTION assessment_answers();
DROP TRIGGER assessment_finished ON assessment_assessment;
DROP FUNCTION assessment_finished();
DROP TRIGGER catalogue_version_immutable ON assessment_catalogueversion;
DROP FUNCTION catalogue_version_immutable();
"""


def create(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    for statement in SQLITE.values() if vendor == "sqlite" else [POSTGRESQL]:
        schema_editor.execute(statement, params=None)


def drop(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    names = [f"DROP TRIGGER {name}" for name in SQLITE]
    for statement in names if vendor == "sqlite" else [POSTGRESQL_BACK]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("assessment", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
