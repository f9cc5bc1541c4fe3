"""Names, steps and second views hold in the database what their forms allow, and no more.

PostgreSQL held texts to their length already; SQLite did not. Where a row is longer, which no form let in, the
migration stops with the name of the constraint and nothing is changed: shorten the text and migrate again. What
triggers guard, the titles of assessments and the answers of second views, is looked at when it is written: a wrong
value that is there already stays, can be read and erased, and no longer be written.

On SQLite a later migration that makes one of the two tables anew drops its triggers and has to create them again, as
with those of 0002 (tests/test_database_refuses.py fails if it does not).
"""

from django.db import migrations, models
from django.db.models.functions import Length

models.CharField.register_lookup(Length)  # `__length`, whether or not the models still want it


def guards(name, table, column, wrong, told):
    """SQLite's triggers that refuse a wrong value of a column, in a new row and in a changed one."""
    events = {"insert": "INSERT", "update": f"UPDATE OF {column}"}
    return {
        f"{name}_{word}": f"CREATE TRIGGER {name}_{word} BEFORE {event} ON {table} "
        f"WHEN {wrong} BEGIN SELECT RAISE(ABORT, '{told}'); END"
        for word, event in events.items()
    }


SQLITE = {
    # not a constraint: to add one, Django makes the table anew, without its triggers
    **guards("assessment_title", "assessment_assessment", "title", "length(NEW.title) > 80", "a longer title than fits"),
    **guards(
        "view_answers",
        "assessment_secondview",
        "answers",
        """json_type(NEW.answers) <> 'object' OR EXISTS (SELECT 1 FROM json_each(NEW.answers) WHERE NOT (
            (type = 'integer' AND value BETWEEN 0 AND 5) OR (type = 'text' AND value IN ('na', 'dk'))))""",
        "not an answer",
    ),
}

POSTGRESQL = """
CREATE FUNCTION view_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_typeof(NEW.answers) <> 'object' THEN
    RAISE EXCEPTION 'not an answer' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM jsonb_each(NEW.answers) AS a WHERE a.value::text NOT IN ('0', '1', '2', '3', '4', '5', '"na"', '"dk"'))
  THEN
    RAISE EXCEPTION 'not an answer' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER view_answers BEFORE INSERT OR UPDATE OF answers ON assessment_secondview
FOR EACH ROW EXECUTE FUNCTION view_answers();
"""

POSTGRESQL_BACK = """
DROP TRIGGER view_answers ON assessment_secondview;
DROP FUNCTION view_answers();
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
    dependencies = [("assessment", "0007_people")]
    operations = [
        migrations.AddConstraint(
            "share", models.CheckConstraint(condition=models.Q(name__length__lte=80), name="share_name_fits")
        ),
        migrations.AddConstraint(
            "secondview",
            models.CheckConstraint(
                condition=models.Q(name__length__lte=80, asker__length__lte=80, rater_name__length__lte=80),
                name="view_names_fit",
            ),
        ),
        migrations.AddConstraint(
            "planitem",
            models.CheckConstraint(
                condition=models.Q(skill__length__lte=32, step__length__lte=300), name="plan_texts_fit"
            ),
        ),
        migrations.RunPython(create, drop),
    ]
