"""Guesses are counted together, whichever process of the server they reach."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection, connections
from pytest_django import DjangoDbBlocker

from portal.plans.checking.attempts import MOST
from tests.drills.guessing import PROCESSES, TRIES, answers

COULD_NOT = "We could not confirm your coverage with what you typed"
TOO_MANY = "That was too many tries"


@pytest.fixture(scope="session")
def copy(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of a copy of the empty database, for processes of their own.

    It comes before a test's transaction, which would stand in the way.
    """
    with django_db_blocker.unblock():
        copying = copied_file if connection.vendor == "sqlite" else copied_database
        yield from copying(tmp_path_factory.mktemp("copy"))


def copied_file(folder: Path) -> Iterator[str]:
    path = folder / "copy.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    connections.close_all()
    yield f"sqlite:///{path}"


def copied_database(_folder: Path) -> Iterator[str]:
    named = connection.settings_dict
    name, where = named["NAME"], "{USER}:{PASSWORD}@{HOST}:{PORT}".format(**named)
    connections.close_all()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}_copy" TEMPLATE "{name}"')
    try:
        yield f"postgres://{where}/{name}_copy"
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}_copy" WITH (FORCE)')


@pytest.mark.django_db
def test_4_processes_together_have_no_more_tries_than_one(copy: str) -> None:
    said = answers(copy)
    assert 1 <= said[COULD_NOT] <= MOST["person"]
    assert said[COULD_NOT] + said[TOO_MANY] == PROCESSES * TRIES
