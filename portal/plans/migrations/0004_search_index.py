import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from portal.plans.search import text_indexes


def make(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    text_indexes.make(schema_editor.connection)


def drop(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    text_indexes.drop(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0003_directory_closed"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchSlip",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key",
                        "stem",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.CharField(max_length=6)),
                ("stem", models.CharField(max_length=6)),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.RemoveField(
            model_name="sponsor",
            name="search_words",
        ),
        migrations.CreateModel(
            name="SearchName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("plain", models.CharField(max_length=340)),
                ("acronym", models.CharField(blank=True, max_length=20)),
                ("shown", models.CharField(blank=True, max_length=160)),
                (
                    "sponsor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_names",
                        to="plans.sponsor",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "text",
                    models.CharField(max_length=80, primary_key=True, serialize=False),
                ),
                ("stem", models.CharField(max_length=6)),
                ("names", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["stem"], name="search_word_stem")],
            },
        ),
        migrations.RunPython(make, drop),
    ]
