"""Who may what: editors change the draft, publishers publish it, analysts look."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

DRAFT = ["draftlevel", "draftmission", "draftcompetency", "draftskill", "draftgrade", "draftrole", "draftrequirement", "draftsalary"]
LOOK = [f"view_{model}" for model in [*DRAFT, "catalogueversion", "cataloguechange"]]
CHANGE = [f"change_{model}" for model in DRAFT]
ADD_AND_DELETE = [f"{right}_{model}" for right in ("add", "delete") for model in DRAFT if model != "draftlevel"]
GROUPS = {
    "editors": [*LOOK, *CHANGE, *ADD_AND_DELETE, "add_draftimport"],
    "publishers": [*LOOK, "add_catalogueversion"],
    "analysts": LOOK,
}


def make(apps, schema_editor):
    # Django makes rights when all migrations are done, and a group can hold only rights that are there.
    create_permissions(installed.get_app_config("assessment"), verbosity=0, using=schema_editor.connection.alias)
    rights = apps.get_model("auth", "Permission").objects.filter(content_type__app_label="assessment")
    for name, codenames in GROUPS.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*rights.filter(codename__in=codenames))


def unmake(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=GROUPS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("assessment", "0003_editors_room"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make, unmake)]
