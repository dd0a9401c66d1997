import json
from typing import Any

from django.core.management.base import BaseCommand

from portal.record.schema import SCHEMA_FILE, schema


class Command(BaseCommand):
    help = "Writes record.schema.json anew, after a table of the record has changed."

    def handle(self, *args: Any, **options: Any) -> None:
        SCHEMA_FILE.write_text(
            json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
        )
