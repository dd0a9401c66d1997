"""All that the database holds, as one text to search."""

from collections.abc import Iterator

from django.contrib.sessions.models import Session
from django.db import connection


def cells() -> Iterator[str]:
    quote = connection.ops.quote_name
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {quote(table)}")  # noqa: S608  # our own names
            for row in cursor.fetchall():
                yield from (told(value) for value in row)
    yield from (str(session.get_decoded()) for session in Session.objects.all())


def told(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode(errors="replace")
    return str(value)


def dump() -> str:
    """UUIDs with and without their dashes: the databases keep them differently."""
    text = "\n".join(cells())
    return f"{text}\n{text.replace('-', '')}"
