import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name='CatalogueVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(unique=True, verbose_name='number')),
                ('document', models.TextField(verbose_name='document')),
                ('sha256', models.CharField(db_index=True, max_length=64, verbose_name='SHA-256')),
                ('published', models.DateTimeField(default=django.utils.timezone.now, verbose_name='published')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='published by')),
            ],
            options={
                'verbose_name': 'catalogue version',
                'verbose_name_plural': 'catalogue versions',
                'ordering': ['-number'],
            },
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessment.catalogueversion', verbose_name='catalogue version')),
                ('role', models.CharField(max_length=32, verbose_name='role')),
                ('grade', models.CharField(max_length=32, verbose_name='grade')),
                ('language', models.CharField(choices=[('fr', 'Français'), ('en', 'English')], max_length=2, verbose_name='language')),
                ('answers', models.JSONField(default=dict, verbose_name='answers')),
                ('notes', models.JSONField(default=dict, verbose_name='notes')),
                ('started', models.DateTimeField(default=django.utils.timezone.now, verbose_name='started')),
                ('changed', models.DateTimeField(default=django.utils.timezone.now, verbose_name='changed')),
                ('finished', models.DateTimeField(null=True, verbose_name='finished')),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='owner')),
                ('token_sha256', models.CharField(max_length=64, null=True, unique=True, verbose_name='hash of the secret link')),
                ('link_until', models.DateTimeField(null=True, verbose_name='link works until')),
            ],
            options={
                'verbose_name': 'assessment',
                'verbose_name_plural': 'assessments',
            },
        ),
        migrations.AddConstraint(
            model_name='catalogueversion',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='version_number_from_1'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(('language__in', ['fr', 'en'])), name='assessment_language_known'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('role', ''), _negated=True), models.Q(('grade', ''), _negated=True)), name='assessment_has_target'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(('changed__gte', models.F('started'))), name='assessment_changed_later'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(('finished', None), ('finished__gte', models.F('started')), _connector='OR'), name='assessment_finished_later'),
        ),
        migrations.AddConstraint(
            model_name='assessment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('link_until', None), ('token_sha256', None)), models.Q(('link_until__isnull', False), ('token_sha256__isnull', False)), _connector='OR'), name='assessment_link_has_end'),
        ),
    ]
