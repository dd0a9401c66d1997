from django.db import migrations, models

import portal.plans.models.sponsor


class Migration(migrations.Migration):
    dependencies = [("plans", "0002_directory")]

    operations = [
        migrations.RemoveField(
            model_name="benefit",
            name="only_some_plans",
        ),
        migrations.AlterField(
            model_name="sponsor",
            name="link_code",
            field=models.CharField(
                blank=True,
                default=portal.plans.models.sponsor.new_link_code,
                help_text="Opens a sponsor that search does not find.",
                max_length=40,
                verbose_name="code in its link",
            ),
        ),
        migrations.AddConstraint(
            model_name="sponsor",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("is_searchable", True),
                    models.Q(("link_code", ""), _negated=True),
                    _connector="OR",
                ),
                name="sponsor_link_code_given",
                violation_error_message="Without search it needs a code in its link.",
            ),
        ),
        migrations.AddConstraint(
            model_name="sponsor",
            constraint=models.UniqueConstraint(
                condition=models.Q(("link_code", ""), _negated=True),
                fields=("link_code",),
                name="sponsor_link_code_once",
                violation_error_message="Another sponsor has this code.",
            ),
        ),
    ]
