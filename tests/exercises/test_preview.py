"""A draft behind a signed link: the page visitors would get, and nobody's account."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from django.test import Client

from exercises import preview
from exercises.publishing import working_draft
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
)

pytestmark = pytest.mark.django_db


def test_a_reviewer_without_an_account_reads_the_very_page(client: Client) -> None:
    row = make_exercise(title="Bridge", status="draft")
    page = client.get(preview.address(row))
    assert page.status_code == 200
    assert page.templates[0].name == "exercises/exercise_detail.html"
    assert "<h1>Bridge</h1>" in page.text
    assert "<b>Preview.</b> Its state: Draft." in page.text


@pytest.mark.parametrize("make", [make_exercise, make_guide, make_program])
def test_each_kind_of_page_has_a_preview(client: Client, make: Any) -> None:
    draft = working_draft(make(title="Old words"))
    draft.title = "New words"
    draft.save()
    assert "<h1>New words</h1>" in client.get(preview.address(draft)).text


def test_a_preview_is_kept_by_nobody_and_found_by_no_search(client: Client) -> None:
    page = client.get(preview.address(make_guide(status="draft")))
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex"
    assert page["Referrer-Policy"] == "no-referrer"


def test_a_link_closes_after_14_days(client: Client) -> None:
    row = make_exercise(status="draft")
    with time_machine.travel(dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC), tick=False):
        link = preview.address(row)
    with time_machine.travel(dt.datetime(2026, 11, 15, 11, tzinfo=dt.UTC), tick=False):
        assert client.get(link).status_code == 200
    with time_machine.travel(dt.datetime(2026, 11, 15, 13, tzinfo=dt.UTC), tick=False):
        assert client.get(link).status_code == 404


def test_a_changed_link_opens_nothing(client: Client) -> None:
    link = preview.address(make_exercise(status="draft"))
    other = link.replace("/preview/", "/preview/x")
    assert client.get(other).status_code == 404
    assert client.get("/preview/nothing/").status_code == 404
    assert client.post(link).status_code == 405


def test_a_link_to_what_is_gone_is_not_found(client: Client) -> None:
    row = make_exercise(status="draft")
    link = preview.address(row)
    row.delete()
    assert client.get(link).status_code == 404


def test_a_preview_leads_to_no_other_draft(client: Client) -> None:
    program = make_program(status="draft")
    secret = make_exercise(title="Secret", status="draft")
    make_prescription(make_phase(program), secret)
    assert "Secret" not in client.get(preview.address(program)).text


def test_a_page_for_visitors_is_no_preview(client: Client) -> None:
    row = make_exercise()
    assert "Preview." not in client.get(row.get_absolute_url()).text
