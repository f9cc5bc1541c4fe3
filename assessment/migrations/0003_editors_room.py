"""The draft that editors change, the history, and what a version says of itself."""

import json

import assessment.models.columns
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


COLUMNS = "number, document, sha256, published"
MESSAGE = "a published catalogue never changes"
SECTIONS = ("missions", "competencies", "skills", "grades", "roles")


def drop_trigger(apps, schema_editor):
    on = " ON assessment_catalogueversion" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"DROP TRIGGER catalogue_version_immutable{on}")


def create_trigger(schema_editor, columns):
    """The trigger of 0002_triggers again: adding a column rebuilds the table on SQLite, and the columns are more."""
    on = f"CREATE TRIGGER catalogue_version_immutable BEFORE UPDATE OF {columns} ON assessment_catalogueversion "
    does = {
        "sqlite": f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END",
        "postgresql": "FOR EACH ROW EXECUTE FUNCTION catalogue_version_immutable()",
    }
    schema_editor.execute(on + does[schema_editor.connection.vendor], params=None)


def create_wider(apps, schema_editor):
    create_trigger(schema_editor, f"{COLUMNS}, note, codes")


def create_as_before(apps, schema_editor):
    create_trigger(schema_editor, COLUMNS)


def fill_codes(apps, schema_editor):
    for version in apps.get_model("assessment", "CatalogueVersion").objects.all():
        document = json.loads(version.document)
        version.codes = {section: [item["code"] for item in document[section]] for section in SECTIONS}
        version.save(update_fields=["codes"])


class Migration(migrations.Migration):

    dependencies = [
        ('assessment', '0002_triggers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(drop_trigger, create_as_before),
        migrations.AddField(
            model_name='catalogueversion',
            name='codes',
            field=models.JSONField(default=dict, editable=False, verbose_name='codes'),
        ),
        migrations.AddField(
            model_name='catalogueversion',
            name='note',
            field=models.TextField(blank=True, verbose_name='what changed and why'),
        ),
        migrations.RunPython(fill_codes, migrations.RunPython.noop),
        migrations.RunPython(create_wider, drop_trigger),
        migrations.CreateModel(
            name='DraftCompetency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(editable=False, verbose_name='order')),
                ('code', models.CharField(max_length=32, unique=True, validators=[django.core.validators.RegexValidator('\\A[A-Z][A-Z0-9_-]{0,31}\\Z', 'A code is capitals, digits, - and _, a capital first, 32 characters at most.')], verbose_name='code')),
                ('name_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, French')),
                ('name_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, English')),
                ('text_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='text, French')),
                ('text_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='text, English')),
                ('origin', models.CharField(choices=[('source', 'source: from the description of the job'), ('added', 'added: written by the editors')], default='added', max_length=8, verbose_name='origin')),
            ],
            options={
                'verbose_name': 'competency',
                'verbose_name_plural': 'competencies',
                'ordering': ['order', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['source', 'added'])), name='draftcompetency_origin')],
            },
        ),
        migrations.CreateModel(
            name='DraftGrade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(editable=False, verbose_name='order')),
                ('name_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, French')),
                ('name_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, English')),
                ('text_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='text, French')),
                ('text_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='text, English')),
                ('origin', models.CharField(choices=[('source', 'source: from the description of the job'), ('added', 'added: written by the editors')], default='added', max_length=8, verbose_name='origin')),
                ('code', models.CharField(max_length=32, unique=True, validators=[django.core.validators.RegexValidator('\\A[a-z][a-z0-9-]{0,31}\\Z', 'A code is small letters, digits and -, a letter first, 32 characters at most.')], verbose_name='code')),
            ],
            options={
                'verbose_name': 'grade',
                'verbose_name_plural': 'grades',
                'ordering': ['order', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['source', 'added'])), name='draftgrade_origin')],
            },
        ),
        migrations.CreateModel(
            name='DraftImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('name', models.CharField(max_length=200)),
                ('document', models.JSONField()),
                ('draft_mark', models.CharField(max_length=32)),
                ('left_out', models.JSONField(default=list)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'import of a catalogue',
                'verbose_name_plural': 'imports of catalogues',
                'default_permissions': ('add',),
            },
        ),
        migrations.CreateModel(
            name='DraftLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(editable=False, verbose_name='order')),
                ('value', models.PositiveSmallIntegerField(editable=False, unique=True, verbose_name='level')),
                ('name_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, French')),
                ('name_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, English')),
                ('anchor_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='sentence, French')),
                ('anchor_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='sentence, English')),
                ('origin', models.CharField(choices=[('source', 'source: from the description of the job'), ('added', 'added: written by the editors')], default='added', max_length=8, verbose_name='origin')),
            ],
            options={
                'verbose_name': 'level',
                'verbose_name_plural': 'levels',
                'ordering': ['order', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('value__in', range(0, 6))), name='draft_level_value'), models.CheckConstraint(condition=models.Q(('origin__in', ['source', 'added'])), name='draft_level_origin')],
            },
        ),
        migrations.CreateModel(
            name='DraftMission',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(editable=False, verbose_name='order')),
                ('code', models.CharField(max_length=32, unique=True, validators=[django.core.validators.RegexValidator('\\A[A-Z][A-Z0-9_-]{0,31}\\Z', 'A code is capitals, digits, - and _, a capital first, 32 characters at most.')], verbose_name='code')),
                ('name_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, French')),
                ('name_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, English')),
                ('text_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='text, French')),
                ('text_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='text, English')),
                ('origin', models.CharField(choices=[('source', 'source: from the description of the job'), ('added', 'added: written by the editors')], default='added', max_length=8, verbose_name='origin')),
            ],
            options={
                'verbose_name': 'mission',
                'verbose_name_plural': 'missions',
                'ordering': ['order', 'pk'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('origin__in', ['source', 'added'])), name='draftmission_origin')],
            },
        ),
        migrations.CreateModel(
            name='DraftRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(editable=False, verbose_name='order')),
                ('code', models.CharField(max_length=32, unique=True, validators=[django.core.validators.RegexValidator('\\A[a-z][a-z0-9-]{0,31}\\Z', 'A code is small letters, digits and -, a letter first, 32 characters at most.')], verbose_name='code')),
                ('name_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, French')),
                ('name_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, English')),
                ('summary_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='summary, French')),
                ('summary_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='summary, English')),
                ('definition_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='what it is, French')),
                ('definition_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='what it is, English')),
                ('part_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='day to day, French')),
                ('part_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=2000, verbose_name='day to day, English')),
                ('missions', models.JSONField(blank=True, default=list, verbose_name='missions')),
                ('origin', models.CharField(choices=[('source', 'source: from the description of the job'), ('added', 'added: written by the editors')], default='added', max_length=8, verbose_name='origin')),
                ('extends', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='extensions', to='assessment.draftrole', verbose_name='extends')),
            ],
            options={
                'verbose_name': 'role',
                'verbose_name_plural': 'roles',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DraftSalary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(editable=False, verbose_name='order')),
                ('low', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10000000)], verbose_name='low')),
                ('high', models.PositiveIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10000000)], verbose_name='high')),
                ('currency', models.CharField(default='EUR', max_length=3, validators=[django.core.validators.RegexValidator('\\A[A-Z]{3}\\Z', 'A currency is three capitals, such as EUR.')], verbose_name='currency')),
                ('basis', models.CharField(blank=True, choices=[('offers', 'job offers'), ('in_post', 'people in post')], default='', max_length=8, verbose_name='basis')),
                ('population_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='who was counted, French')),
                ('population_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='who was counted, English')),
                ('country', models.CharField(default='FR', max_length=2, validators=[django.core.validators.RegexValidator('\\A[A-Z]{2}\\Z', 'A country is two capitals, such as FR.')], verbose_name='country')),
                ('source', assessment.models.columns.TextColumn(blank=True, default='', max_length=200, verbose_name='source')),
                ('address', models.CharField(blank=True, default='', max_length=510, validators=[django.core.validators.RegexValidator('\\Ahttps?://[^\\s<>\\"\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff]{1,500}\\Z', 'An address begins with http:// or https:// and holds no spaces or quotation marks.')], verbose_name='address of the source')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1990), django.core.validators.MaxValueValidator(2200)], verbose_name='year of the data')),
                ('consulted', models.DateField(blank=True, null=True, verbose_name='read on')),
                ('status', models.CharField(choices=[('to_complete', 'to complete'), ('verified', 'verified')], default='to_complete', max_length=11, verbose_name='status')),
                ('grade', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='salaries', to='assessment.draftgrade', verbose_name='grade')),
                ('role', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='salaries', to='assessment.draftrole', verbose_name='role')),
            ],
            options={
                'verbose_name': 'salary',
                'verbose_name_plural': 'salaries',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DraftSkill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField(editable=False, verbose_name='order')),
                ('code', models.CharField(max_length=32, unique=True, validators=[django.core.validators.RegexValidator('\\A[A-Z][A-Z0-9_-]{0,31}\\Z', 'A code is capitals, digits, - and _, a capital first, 32 characters at most.')], verbose_name='code')),
                ('name_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, French')),
                ('name_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=120, verbose_name='name, English')),
                ('anchor_0_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 0, French')),
                ('anchor_0_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 0, English')),
                ('anchor_1_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 1, French')),
                ('anchor_1_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 1, English')),
                ('anchor_2_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 2, French')),
                ('anchor_2_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 2, English')),
                ('anchor_3_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 3, French')),
                ('anchor_3_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 3, English')),
                ('anchor_4_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 4, French')),
                ('anchor_4_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 4, English')),
                ('anchor_5_fr', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 5, French')),
                ('anchor_5_en', assessment.models.columns.TextColumn(blank=True, default='', max_length=300, verbose_name='level 5, English')),
                ('esco', models.TextField(blank=True, verbose_name='ESCO addresses')),
                ('sfia', models.TextField(blank=True, verbose_name='SFIA codes')),
                ('dora', models.TextField(blank=True, verbose_name='DORA capabilities')),
                ('other', models.TextField(blank=True, verbose_name='other references')),
                ('origin', models.CharField(choices=[('source', 'source: from the description of the job'), ('added', 'added: written by the editors')], default='added', max_length=8, verbose_name='origin')),
                ('retired', models.BooleanField(default=False, help_text='No longer asked. What was rated stays, and reports still know it.', verbose_name='retired')),
                ('replaced_by', models.JSONField(blank=True, default=list, verbose_name='replaced by')),
                ('competency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skills', to='assessment.draftcompetency', verbose_name='competency')),
                ('mission', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skills', to='assessment.draftmission', verbose_name='mission')),
            ],
            options={
                'verbose_name': 'skill',
                'verbose_name_plural': 'skills',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='DraftRequirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weight', models.PositiveSmallIntegerField(choices=[(3, '3 – essential'), (2, '2 – important'), (1, '1 – useful')], verbose_name='weight')),
                ('levels', models.JSONField(default=dict, verbose_name='levels')),
                ('role', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='assessment.draftrole', verbose_name='role')),
                ('skill', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='assessment.draftskill', verbose_name='skill')),
            ],
            options={
                'verbose_name': 'requirement',
                'verbose_name_plural': 'requirements',
                'ordering': ['role', 'skill'],
            },
        ),
        migrations.CreateModel(
            name='CatalogueChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='when')),
                ('action', models.CharField(choices=[('edit', 'edited'), ('import', 'imported'), ('publish', 'published')], max_length=8, verbose_name='what was done')),
                ('kind', models.CharField(blank=True, choices=[('added', 'added'), ('removed', 'removed'), ('changed', 'changed'), ('moved', 'moved')], max_length=8, verbose_name='effect')),
                ('section', models.CharField(blank=True, choices=[('levels', 'level'), ('missions', 'mission'), ('competencies', 'competency'), ('skills', 'skill'), ('grades', 'grade'), ('roles', 'role'), ('requirements', 'requirement'), ('salaries', 'salary')], max_length=16, verbose_name='kind of item')),
                ('code', models.CharField(blank=True, max_length=120, verbose_name='code')),
                ('fields', models.JSONField(default=list, verbose_name='old and new')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who')),
            ],
            options={
                'verbose_name': 'change of the catalogue',
                'verbose_name_plural': 'changes of the catalogue',
                'ordering': ['-pk'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['section', 'code'], name='catalogue_change_of')],
            },
        ),
        migrations.AddConstraint(
            model_name='draftrole',
            constraint=models.CheckConstraint(condition=models.Q(('origin__in', ['source', 'added'])), name='draft_role_origin'),
        ),
        migrations.AddConstraint(
            model_name='draftsalary',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('low', None), ('low__gte', 1), _connector='OR'), models.Q(('high', None), ('high__gte', 1), _connector='OR')), name='draft_salary_amounts'),
        ),
        migrations.AddConstraint(
            model_name='draftsalary',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['to_complete', 'verified'])), name='draft_salary_status'),
        ),
        migrations.AddConstraint(
            model_name='draftsalary',
            constraint=models.CheckConstraint(condition=models.Q(('basis', ''), ('basis__in', ['offers', 'in_post']), _connector='OR'), name='draft_salary_basis'),
        ),
        migrations.AddConstraint(
            model_name='draftskill',
            constraint=models.CheckConstraint(condition=models.Q(('origin__in', ['source', 'added'])), name='draft_skill_origin'),
        ),
        migrations.AddConstraint(
            model_name='draftrequirement',
            constraint=models.UniqueConstraint(fields=('role', 'skill'), name='draft_requirement_once'),
        ),
        migrations.AddConstraint(
            model_name='draftrequirement',
            constraint=models.CheckConstraint(condition=models.Q(('weight__in', [3, 2, 1])), name='draft_requirement_weight'),
        ),
    ]
