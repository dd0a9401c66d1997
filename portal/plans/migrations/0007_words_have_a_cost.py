from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from portal.plans.search import text_indexes


def make_anew(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    text_indexes.drop(schema_editor.connection)
    text_indexes.make(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("plans", "0006_asking")]

    operations = [migrations.RunPython(make_anew, migrations.RunPython.noop)]
