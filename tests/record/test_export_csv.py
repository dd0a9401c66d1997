"""CSV with the right types, and nothing that a spreadsheet would run."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from portal.accounts.models import Member
from portal.record.formats.as_csv import cell
from portal.record.tables import TABLES
from tests.factories import make_report
from tests.record.reading import csv_files, export
from tests.test_strangers import Objects

CASES = [
    (None, ""),
    (True, "true"),
    (False, "false"),
    (0, 0),
    (-3, -3),
    (-0.5, -0.5),
    ("-3", "'-3"),
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("\n=1", "'\n=1"),
    ("＝1", "'＝1"),
    ("sore - and tired", "sore - and tired"),
    ("", ""),
    (["back", "l2"], '["back","l2"]'),
    ({"a": 1}, '{"a":1}'),
]


@pytest.mark.parametrize(("value", "shown"), CASES)
def test_a_value_becomes_a_cell(value: object, shown: object) -> None:
    made = cell(value)
    assert made == shown
    assert type(made) is type(shown)


@given(st.text())
def test_no_text_begins_like_a_formula(text: str) -> None:
    assert not str(cell(text)).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.django_db
def test_it_is_a_zip_of_one_table_each_and_a_dictionary(
    everything: Objects, ada_fresh: Client
) -> None:
    response = ada_fresh.get("/record/export.csv")
    assert response["Content-Type"] == "application/zip"
    assert "my-record-csv.zip" in response["Content-Disposition"]
    files = csv_files(export(ada_fresh, "csv"))
    tables = {f"{table.name}.csv" for table in TABLES}
    assert set(files) == tables | {"data-dictionary.csv", "left-out.csv"}
    for table in TABLES:
        heads, *rows = files[f"{table.name}.csv"]
        assert heads == list(table.meanings)
        assert rows
        assert {len(row) for row in rows} == {len(heads)}


@pytest.mark.django_db
def test_the_dictionary_has_each_column_of_each_file(
    everything: Objects, ada_fresh: Client
) -> None:
    files = csv_files(export(ada_fresh, "csv"))
    heads, *lines = files["data-dictionary.csv"]
    assert heads == ["file", "column", "values", "meaning"]
    told = {(line[0], line[1]) for line in lines}
    assert told == {(f"{t.name}.csv", c) for t in TABLES for c in t.meanings}
    assert all(all(line) for line in lines)


@pytest.mark.django_db
def test_a_report_has_the_right_types(ada: Member, ada_fresh: Client) -> None:
    make_report(
        ada, back=0, leg=7, tingling=True, places=["l1"], note="=cmd|' /C x'!A0"
    )
    heads, row = csv_files(export(ada_fresh, "csv"))["symptom_reports.csv"]
    told = dict(zip(heads, row, strict=True))
    assert told["back"] == "0"
    assert told["leg"] == "7"
    assert told["tingling"] == "true"
    assert told["reported_on"] == "2026-11-12"
    assert told["places"] == '["l1"]'
    assert told["session"] == ""
    assert told["note"] == "'=cmd|' /C x'!A0"


@pytest.mark.django_db
def test_spreadsheets_read_it_as_utf_8(ada: Member, ada_fresh: Client) -> None:
    make_report(ada, note="Sore après-midi, “naïve” 痛み\nsecond line, with a comma")
    heads, row = csv_files(export(ada_fresh, "csv"))["symptom_reports.csv"]
    note = row[heads.index("note")]
    assert note == "Sore après-midi, “naïve” 痛み\nsecond line, with a comma"


@pytest.mark.django_db
def test_the_password_is_asked_for_first(ada_client: Client) -> None:
    assert ada_client.get("/record/export.csv").status_code == 302
