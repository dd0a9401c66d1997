"""Nothing of a member's is in no export, unless the member is told why."""

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.test import Client
from django.utils import timezone

from portal.accounts.models import Member
from portal.record import left_out
from portal.record.table import Table
from portal.record.tables import BY_MODEL, TABLES
from tests.record.conftest import make_two_sessions
from tests.record.reading import csv_files, export
from tests.test_strangers import Objects, leads_to_member

pytestmark = pytest.mark.django_db
NAMES = [table.name for table in TABLES]
CANARY = "canary"


def test_each_model_that_leads_to_a_member_is_exported_or_named_as_left_out() -> None:
    of_members = {m for m in apps.get_models() if m is Member or leads_to_member(m)}
    assert of_members == set(BY_MODEL) | set(left_out.MODELS)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_each_field_of_a_table_is_a_column_or_named_as_left_out(table: Table) -> None:
    fields = {f.name for f in table.model._meta.concrete_fields}
    assert fields == {*table.meanings, *table.left_out} | ({table.owner} & fields)
    assert not set(table.meanings) & set(table.left_out)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_each_table_has_the_members_rows_and_no_others(
    table: Table, everything: Objects, ada: Member, bea: Member
) -> None:
    assert list(table.rows(ada))
    own = list(table.rows(bea))
    assert all(row.get("email") == bea.email for row in own)
    assert len(own) == (table.name in {"member", "email_addresses"})


def others(field: "models.Field[Any, Any]", value: Any) -> Iterator[Any]:
    """Other values, of which one is surely allowed."""
    if isinstance(field, models.ForeignKey):
        yield from field.remote_field.model._default_manager.exclude(pk=value)
        yield None
    elif field.choices:
        yield from (chosen for chosen, _words in field.flatchoices)
    elif isinstance(field, models.BooleanField):
        yield not value
    elif isinstance(field, models.DateField):
        day = dt.timedelta(days=1)
        yield from [value + day, value - day] if value else []
        now = timezone.now()
        yield now if isinstance(field, models.DateTimeField) else now.date()
    elif isinstance(field, models.IntegerField):
        yield from ((value or 0) + 1, (value or 0) - 1)
    elif isinstance(field, models.JSONField):
        yield {"told": CANARY}
    else:
        yield CANARY


def change(row: models.Model, field: "models.Field[Any, Any]") -> bool:
    """Put a canary, or the next best thing, where it is allowed."""
    now = getattr(row, field.attname)
    for other in others(field, now):
        if other == now:
            continue
        try:
            with transaction.atomic():
                type(row)._default_manager.filter(pk=row.pk).update(
                    **{field.name: other}
                )
        except IntegrityError:
            continue
        return True
    return False


def forget_checks(table: Table) -> None:
    """For this test only, so that each field takes any value by itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
            return
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for constraint in table.model._meta.constraints:
            if isinstance(constraint, models.CheckConstraint):
                cursor.execute(
                    f"ALTER TABLE {table.model._meta.db_table}"
                    f" DROP CONSTRAINT {constraint.name}"
                )


@pytest.fixture
def checks_come_back() -> Iterator[None]:
    """PostgreSQL rolls them back by itself."""
    yield
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA ignore_check_constraints = OFF")


def changed_columns(table: Table, ada: Member, name: str) -> set[str] | None:
    """Which columns differ once one row says something else in this field."""
    before = list(table.rows(ada))
    for row in table.of(ada):
        with transaction.atomic():
            changed = change(row, table.model._meta.get_field(name))  # type: ignore[arg-type]  # it is a column
            after = list(table.rows(ada))
            transaction.set_rollback(True)
        if changed:
            return {n for n in table.meanings if spread(before, n) != spread(after, n)}
    return None


def spread(rows: list[dict[str, Any]], name: str) -> Counter[str]:
    return Counter(repr(row[name]) for row in rows)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_what_changes_in_a_field_changes_in_its_column(
    table: Table,
    everything: Objects,
    ada: Member,
    clinician: Member,
    checks_come_back: None,
) -> None:
    make_two_sessions(ada)
    forget_checks(table)
    names = [c.name for c in table.columns if not c.field.primary_key]
    assert {n: changed_columns(table, ada, n) for n in names} == {n: {n} for n in names}


def text_columns(table: Table) -> list[str]:
    return [
        c.name
        for c in table.columns
        if isinstance(c.field, models.CharField | models.TextField)
        and not c.field.choices
        and c.target is None
    ]


def put_canaries(ada: Member) -> dict[str, list[str]]:
    """One in each text of each table; sign-in and clock go on working."""
    canaries, numbers = {}, itertools.count(100)
    for table in TABLES:
        names = [n for n in text_columns(table) if n not in {"email", "time_zone"}]
        texts = {name: f"wing-{next(numbers)}" for name in names}
        if table.model is Member:
            del texts["language"]
        row = table.of(ada)[0]
        table.model._default_manager.filter(pk=row.pk).update(**texts)
        canaries[table.name] = list(texts.values())
    return canaries


def test_a_canary_in_each_text_is_in_every_format(
    everything: Objects, ada: Member, ada_fresh: Client
) -> None:
    canaries = put_canaries(ada)
    as_json = export(ada_fresh, "json").decode()
    as_html = export(ada_fresh, "html").decode()
    zipped = csv_files(export(ada_fresh, "csv"))
    for name, texts in canaries.items():
        cells = {cell for line in zipped[f"{name}.csv"] for cell in line}
        assert [t for t in texts if t not in cells] == []
        assert [t for t in texts if f'"{t}"' not in as_json] == []
        assert [t for t in texts if t not in as_html] == []


def test_secrets_are_in_no_export(
    everything: Objects, ada: Member, ada_fresh: Client
) -> None:
    secrets = [ada.password, everything.rows["share"].token_digest]  # type: ignore[attr-defined]
    for ending in ("json", "html"):
        text = export(ada_fresh, ending).decode()
        assert not [secret for secret in secrets if secret in text]
