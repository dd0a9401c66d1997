from typing import Any

import django.core.validators
import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils.crypto import get_random_string


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Plans named in one text become one option; what search hides gets a link."""
    option: Any = apps.get_model("plans", "PlanOption")
    benefits: Any = apps.get_model("plans", "Benefit")
    for benefit in benefits.objects.exclude(only_some_plans=""):
        option.objects.create(benefit=benefit, name=benefit.only_some_plans[:120])
    for sponsor in apps.get_model("plans", "Sponsor").objects.all().iterator():
        sponsor.link_code = get_random_string(22)
        sponsor.save(update_fields=["link_code"])


class Migration(migrations.Migration):
    dependencies = [
        ("exercises", "0004_figures_of_variations_and_pauses"),
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanOption",
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
                ("name", models.CharField(max_length=120, verbose_name="plan option")),
                (
                    "code",
                    models.CharField(
                        blank=True,
                        help_text="As in the eligibility file.",
                        max_length=40,
                        verbose_name="plan code",
                    ),
                ),
                (
                    "is_included",
                    models.BooleanField(default=True, verbose_name="included"),
                ),
            ],
            options={
                "verbose_name": "plan option",
                "verbose_name_plural": "plan options",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SponsorDomain",
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
                (
                    "domain",
                    models.CharField(
                        help_text="example.org",
                        max_length=120,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^[a-z0-9-]+(\\.[a-z0-9-]+)+\\Z",
                                "Small letters, with a dot, without @: example.org",
                            )
                        ],
                        verbose_name="e-mail domain",
                    ),
                ),
            ],
            options={
                "verbose_name": "e-mail domain",
                "verbose_name_plural": "e-mail domains",
                "ordering": ["domain", "pk"],
            },
        ),
        migrations.AddField(
            model_name="benefit",
            name="asks_birth_date",
            field=models.BooleanField(default=False, verbose_name="date of birth"),
        ),
        migrations.AddField(
            model_name="benefit",
            name="asks_first_name",
            field=models.BooleanField(default=False, verbose_name="first name"),
        ),
        migrations.AddField(
            model_name="benefit",
            name="asks_last_name",
            field=models.BooleanField(default=False, verbose_name="last name"),
        ),
        migrations.AddField(
            model_name="benefit",
            name="asks_member_id",
            field=models.BooleanField(default=False, verbose_name="member ID"),
        ),
        migrations.AddField(
            model_name="benefit",
            name="asks_relationship",
            field=models.BooleanField(
                default=False,
                help_text="Whether they are the employee or a family member.",
                verbose_name="employee or family",
            ),
        ),
        migrations.AddField(
            model_name="benefit",
            name="asks_zip",
            field=models.BooleanField(default=False, verbose_name="ZIP code"),
        ),
        migrations.AddField(
            model_name="benefit",
            name="covers_dependants",
            field=models.BooleanField(
                default=False,
                help_text="Each one has an account of their own.",
                verbose_name="adults in the family can join",
            ),
        ),
        migrations.AddField(
            model_name="sponsor",
            name="health_plans",
            field=models.ManyToManyField(
                blank=True,
                limit_choices_to={"kind": "health-plan"},
                related_name="employers",
                to="plans.sponsor",
                verbose_name="health plans that its people may have",
            ),
        ),
        migrations.AddField(
            model_name="sponsor",
            name="link_code",
            field=models.CharField(
                blank=True,
                default="",
                help_text="Opens a sponsor that search does not find.",
                max_length=40,
                verbose_name="code in its link",
            ),
        ),
        migrations.AddField(
            model_name="sponsor",
            name="parent",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="parts",
                to="plans.sponsor",
                verbose_name="parent company",
            ),
        ),
        migrations.AddField(
            model_name="sponsoralias",
            name="is_former",
            field=models.BooleanField(default=False, verbose_name="former name"),
        ),
        migrations.AlterField(
            model_name="benefit",
            name="verification",
            field=models.CharField(
                choices=[
                    ("none", "The person confirms it"),
                    ("code", "An invitation code"),
                    ("domain", "An e-mail address of the sponsor"),
                    ("file", "The eligibility file"),
                ],
                max_length=8,
                verbose_name="how it is checked",
            ),
        ),
        migrations.AddConstraint(
            model_name="benefit",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verification", "file"), _negated=True),
                    models.Q(
                        ("asks_birth_date", True),
                        ("asks_last_name", True),
                        models.Q(
                            ("asks_member_id", True),
                            models.Q(("asks_first_name", True), ("asks_zip", True)),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="benefit_asks_enough",
                violation_error_message="An eligibility file needs last name, date of birth, and the member ID, or the first name and the ZIP code.",
            ),
        ),
        migrations.AddConstraint(
            model_name="benefit",
            constraint=models.UniqueConstraint(
                fields=("sponsor", "program", "starts_on"),
                name="benefit_once_a_start",
                violation_error_message="This sponsor already offers that program from that day.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sponsor",
            constraint=models.CheckConstraint(
                condition=models.Q(("slug__in", ("ask",)), _negated=True),
                name="sponsor_address_free",
                violation_error_message="This address is taken by a page.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sponsor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent", None),
                    models.Q(("parent", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="sponsor_not_its_own_parent",
                violation_error_message="A sponsor is not its own parent.",
            ),
        ),
        migrations.AddField(
            model_name="planoption",
            name="benefit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="options",
                to="plans.benefit",
            ),
        ),
        migrations.AddField(
            model_name="sponsordomain",
            name="sponsor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="domains",
                to="plans.sponsor",
            ),
        ),
        migrations.AddConstraint(
            model_name="planoption",
            constraint=models.UniqueConstraint(
                fields=("benefit", "name"),
                name="plan_option_once",
                violation_error_message="This plan option is already listed.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sponsordomain",
            constraint=models.UniqueConstraint(
                fields=("sponsor", "domain"),
                name="sponsor_domain_once",
                violation_error_message="This sponsor already has that domain.",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
