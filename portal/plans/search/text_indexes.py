"""The text indexes over the names, made by hand. A change here needs a migration."""

from django.db.backends.base.base import BaseDatabaseWrapper

TRIGGER = (
    "CREATE TRIGGER plans_searchname_{0} AFTER {0} ON plans_searchname BEGIN {1} END"
)
TAKE_OUT = (
    "INSERT INTO plans_searchtext (plans_searchtext, rowid, plain, acronym)"
    " VALUES ('delete', old.id, old.plain, old.acronym);"
)
PUT_IN = (
    "INSERT INTO plans_searchtext (rowid, plain, acronym)"
    " VALUES (new.id, new.plain, new.acronym);"
)
# "=" begins an acronym, so that no beginning of a word is ever taken for one.
SQLITE = [
    """CREATE VIRTUAL TABLE plans_searchtext USING fts5(plain, acronym,
    content='plans_searchname', content_rowid='id', detail='none', columnsize=0,
    tokenize="unicode61 remove_diacritics 0 tokenchars '='")""",
    "INSERT INTO plans_searchtext (plans_searchtext) VALUES ('rebuild')",
    "CREATE INDEX plans_searchname_begin ON plans_searchname (plain)",
    TRIGGER.format("INSERT", PUT_IN),
    TRIGGER.format("DELETE", TAKE_OUT),
    TRIGGER.format("UPDATE", TAKE_OUT + PUT_IN),
]
SQLITE_DROPPED = [
    "DROP TRIGGER IF EXISTS plans_searchname_INSERT",
    "DROP TRIGGER IF EXISTS plans_searchname_DELETE",
    "DROP TRIGGER IF EXISTS plans_searchname_UPDATE",
    "DROP INDEX IF EXISTS plans_searchname_begin",
    "DROP TABLE IF EXISTS plans_searchtext",
]
# The planner has to know that the words of a row cost something, or it reads all rows.
# Told too much, or that it may share the work, it starts helpers and compiles code for a
# query of 1 ms: 40 ms each time.
POSTGRESQL = [
    "SET CONSTRAINTS ALL IMMEDIATE",  # rows that wait to be checked keep indexes out
    """CREATE OR REPLACE FUNCTION plans_words(plain text, acronym text)
    RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL UNSAFE COST 1000 AS $$ BEGIN
    RETURN array_to_tsvector(string_to_array(rtrim(plain || ' ' || acronym), ' '));
    END $$""",
    """CREATE INDEX plans_searchtext ON plans_searchname
    USING gin (plans_words(plain, acronym))""",
    'CREATE INDEX plans_searchname_begin ON plans_searchname (plain COLLATE "C")',
    'CREATE INDEX plans_searchword_begin ON plans_searchword (text COLLATE "C")',
]
POSTGRESQL_DROPPED = [
    "DROP INDEX IF EXISTS plans_searchtext",
    "DROP INDEX IF EXISTS plans_searchname_begin",
    "DROP INDEX IF EXISTS plans_searchword_begin",
    "DROP FUNCTION IF EXISTS plans_words",
]


def make(connection: BaseDatabaseWrapper) -> None:
    run(connection, POSTGRESQL if connection.vendor == "postgresql" else SQLITE)


def drop(connection: BaseDatabaseWrapper) -> None:
    is_postgresql = connection.vendor == "postgresql"
    run(connection, POSTGRESQL_DROPPED if is_postgresql else SQLITE_DROPPED)


def run(connection: BaseDatabaseWrapper, sentences: list[str]) -> None:
    with connection.cursor() as cursor:
        for sentence in sentences:
            cursor.execute(sentence)
