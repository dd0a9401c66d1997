"""The record as JSON: whole, in its published shape, and only for its owner."""

import gc
import json
import tracemalloc
from typing import Any

import fastjsonschema
import pytest
from django.test import Client

from portal.accounts.models import AccessEntry, Member
from portal.record.formats.as_json import json_texts
from portal.record.schema import SCHEMA_FILE, schema
from portal.record.tables import TABLES
from portal.record.whole import in_pieces, whole
from tests.conftest import signed_in
from tests.factories import make_report
from tests.record.reading import exported, tables
from tests.test_strangers import Objects
from tracking.models import SymptomReport

pytestmark = pytest.mark.django_db
QUERIES = len(TABLES) + 3  # the session, the member, and the line in the log
AFRESH = "/accounts/reauthenticate/?next=%2Frecord%2Fexport.json"


def published() -> Any:
    return json.loads(SCHEMA_FILE.read_text())


def test_the_published_schema_is_that_of_the_tables() -> None:
    """After a change to the tables: python manage.py write_record_schema"""
    assert published() == json.loads(json.dumps(schema()))


def test_the_export_is_as_its_published_schema_says(
    everything: Objects, ada_fresh: Client
) -> None:
    fastjsonschema.validate(published(), exported(ada_fresh))


def test_an_unlikely_value_is_not_as_the_schema_says(
    everything: Objects, ada_fresh: Client
) -> None:
    record = exported(ada_fresh)
    record["tables"]["symptom_reports"][0]["leg"] = 11
    with pytest.raises(fastjsonschema.JsonSchemaValueException, match="10"):
        fastjsonschema.validate(published(), record)


def test_the_schema_has_an_address_for_everybody(client: Client) -> None:
    response: Any = client.get("/record/schema.json")
    assert response.status_code == 200
    assert json.loads(b"".join(response.streaming_content)) == published()


def test_it_says_what_was_noted(ada: Member, ada_fresh: Client) -> None:
    make_report(ada, back=2, leg=7, left=5, right=0, note='"Sore"; day 2, naïve')
    row = tables(ada_fresh)["symptom_reports"][0]
    told = {n: row[n] for n in ("back", "leg", "left", "right", "note", "reported_on")}
    assert told == {
        "back": 2,
        "leg": 7,
        "left": 5,
        "right": 0,
        "note": '"Sore"; day 2, naïve',
        "reported_on": "2026-11-12",
    }


def test_the_password_is_asked_for_first(ada_client: Client, ada: Member) -> None:
    response = ada_client.get("/record/export.json")
    assert response.status_code == 302
    assert response["Location"] == AFRESH
    assert not AccessEntry.objects.exists()


def test_a_visitor_signs_in_first(client: Client) -> None:
    response = client.get("/record/export.json")
    assert response["Location"] == "/accounts/login/?next=/record/export.json"


def test_it_is_a_file_that_nobody_stores(ada_fresh: Client) -> None:
    response = ada_fresh.get("/record/export.json")
    assert response["Content-Disposition"] == 'attachment; filename="my-record.json"'
    assert response["Content-Type"] == "application/json"
    assert "no-store" in response["Cache-Control"]


def test_each_export_is_one_line_the_member_can_read(
    ada: Member, ada_fresh: Client
) -> None:
    exported(ada_fresh)
    entry = AccessEntry.objects.get()
    assert (entry.member, entry.actor, entry.action) == (ada, ada, "exported")
    assert entry.what == "The whole record, as JSON"


def test_it_holds_nothing_of_another_members(
    everything: Objects, bea: Member, ada: Member
) -> None:
    text = b"".join(in_pieces(json_texts(whole(bea)))).decode()
    assert "ada@example.org" not in text
    assert [row for row in everything.rows.values() if str(row.pk) in text] == []


def test_only_a_get_takes_it(ada_fresh: Client) -> None:
    assert ada_fresh.post("/record/export.json").status_code == 405
    assert ada_fresh.head("/record/export.json").status_code == 405


def test_the_query_count_does_not_grow(
    everything: Objects,
    ada: Member,
    ada_fresh: Client,
    django_assert_num_queries: Any,
) -> None:
    with django_assert_num_queries(QUERIES):
        exported(ada_fresh)
    SymptomReport.objects.bulk_create(
        SymptomReport(
            member=ada,
            reported_on="2026-11-12",
            reported_at="2026-11-12T12:00Z",
            back=1,
            leg=1,
            left=0,
            right=0,
        )
        for _ in range(600)
    )
    with django_assert_num_queries(QUERIES):
        exported(ada_fresh)


def peak_while_writing(member: Member) -> int:
    record = whole(member)
    gc.collect()  # what earlier tests left is not counted against this one
    tracemalloc.start()
    for _piece in in_pieces(json_texts(record)):
        pass
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_memory_stays_flat(ada: Member) -> None:
    """4,000 reports are 4 times the JSON of 1,000, and take no more room."""
    rows = [
        SymptomReport(
            member=ada,
            reported_on="2026-11-12",
            reported_at="2026-11-12T12:00Z",
            back=1,
            leg=1,
            left=0,
            right=0,
            note="A long day at the desk. " * 10,
        )
        for _ in range(4000)
    ]
    peak_while_writing(ada)
    SymptomReport.objects.bulk_create(rows[:1000])
    of_1000 = peak_while_writing(ada)
    SymptomReport.objects.bulk_create(rows[1000:])
    assert peak_while_writing(ada) < 1.25 * of_1000


def test_bea_takes_her_own(bea: Member, everything: Objects) -> None:
    client = signed_in(bea)
    client.post("/accounts/reauthenticate/", {"password": "a stone stairway to water"})
    assert tables(client)["member"][0]["email"] == "bea@example.org"
