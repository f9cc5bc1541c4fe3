"""A display name is as short in the database as in the form.

PostgreSQL held it to that already; SQLite did not. A longer one, which no form let in, stops the migration with the
name of the constraint and nothing is changed: shorten it and migrate again.
"""

from django.db import migrations, models
from django.db.models.functions import Length

models.CharField.register_lookup(Length)  # `__length`, whether or not the models still want it


class Migration(migrations.Migration):
    dependencies = [("profiles", "0003_user_uuid")]
    operations = [
        migrations.AddConstraint(
            "user",
            models.CheckConstraint(condition=models.Q(display_name__length__lte=80), name="user_display_name_fits"),
        )
    ]
