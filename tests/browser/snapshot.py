"""The whole SQLite database, copied aside and put back in milliseconds."""

import sqlite3

from django.db import connection


def live() -> sqlite3.Connection:
    connection.ensure_connection()
    raw = connection.connection
    assert isinstance(raw, sqlite3.Connection), "browser tests run on SQLite only"
    return raw


class Snapshot:
    def __init__(self) -> None:
        self.copy = sqlite3.connect(":memory:")
        live().backup(self.copy)

    def restore(self) -> None:
        self.copy.backup(live())

    def close(self) -> None:
        self.copy.close()
