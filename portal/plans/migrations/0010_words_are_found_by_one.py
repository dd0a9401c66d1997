from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def tell_the_planner(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "ALTER FUNCTION plans_words(text, text) PARALLEL UNSAFE COST 1000"
        )


class Migration(migrations.Migration):
    dependencies = [("plans", "0009_imports_of_benefits")]

    operations = [migrations.RunPython(tell_the_planner, migrations.RunPython.noop)]
