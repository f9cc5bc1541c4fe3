"""What was finished before there was a rollup waits to be counted; analysts may read and export results."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations


def queue(apps, schema_editor):
    schema_editor.execute(
        "INSERT INTO assessment_uncounted (assessment_id, finished) "
        "SELECT id, finished FROM assessment_assessment WHERE finished IS NOT NULL",
        params=None,
    )


def give(apps, schema_editor):
    # Django makes rights when all migrations are done, and a group can hold only rights that are there.
    create_permissions(installed.get_app_config("assessment"), verbosity=0, using=schema_editor.connection.alias)
    for group in apps.get_model("auth", "Group").objects.filter(name="analysts"):
        group.permissions.add(*_right(apps))


def take(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name="analysts"):
        group.permissions.remove(*_right(apps))


def _right(apps):
    rights = apps.get_model("auth", "Permission").objects
    return rights.filter(content_type__app_label="assessment", codename="read_results")


class Migration(migrations.Migration):
    dependencies = [("assessment", "0005_results_and_shares")]
    operations = [
        migrations.RunPython(queue, migrations.RunPython.noop),
        migrations.RunPython(give, take),
    ]
