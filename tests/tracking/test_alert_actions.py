"""What clinicians do about an alert, and what two of them do at once."""

import logging

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.carrying import OWNER_FIELD, owner_token_of
from portal.accounts.models import AccessEntry, Member
from tests.conftest import signed_in
from tests.tracking.alerts import closed, make_alert, traces
from tests.tracking.conftest import ENTRY, NOON
from tracking.models import AlertNote, SafetyAlert

LOOKED = ("viewed", "Safety alert")
NOTE = {"do": "note", "entry": str(ENTRY), "text": "Called: no answer."}
CLOSE = {"do": "close", "closing_note": "Seen at the clinic today."}


@pytest.fixture
def address(alert: SafetyAlert) -> str:
    return f"/care/{alert.pk}/"


def changes(member: Member) -> list[str]:
    return [what for action, what in traces(member) if action == "changed"]


@pytest.mark.parametrize("sent", [NOTE, CLOSE, {"do": "take"}, {"do": "lift"}])
def test_nobody_else_changes_anything(
    administrator_client: Client, address: str, alert: SafetyAlert, sent: dict[str, str]
) -> None:
    assert administrator_client.post(address, sent).status_code == 404
    alert.refresh_from_db()
    assert (alert.owner, alert.closed_at) == (None, None)
    assert alert.screen.is_locked
    assert not AlertNote.objects.exists()


# Taking it


def test_one_button_takes_an_alert(
    clinician_client: Client, clinician: Member, alert: SafetyAlert, address: str
) -> None:
    assertContains(clinician_client.get(address), "Take this alert")
    AccessEntry.objects.all().delete()
    response = clinician_client.post(address, {"do": "take", "seen": ""})
    assertRedirects(response, address, fetch_redirect_response=False)
    alert.refresh_from_db()
    assert alert.owner == clinician
    assert traces(alert.member) == [("changed", "Safety alert: taken on")]
    assertNotContains(clinician_client.get(address), "Take this alert")


def test_taking_it_twice_leaves_one_line(
    clinician_client: Client, alert: SafetyAlert, address: str
) -> None:
    for _n in range(2):
        clinician_client.post(address, {"do": "take", "seen": ""})
    assert changes(alert.member) == ["Safety alert: taken on"]


def test_taking_over_asks_first(
    clinician_client: Client,
    clinician: Member,
    dora: Member,
    alert: SafetyAlert,
    address: str,
) -> None:
    SafetyAlert.objects.update(owner=dora)
    assertContains(clinician_client.get(address), "I take it over from Dora.")
    sent = {"do": "take", "seen": str(dora.pk)}
    refused = clinician_client.post(address, sent)
    assertContains(refused, "Dora has this alert. Tick the box", status_code=422)
    alert.refresh_from_db()
    assert alert.owner == dora
    clinician_client.post(address, {**sent, "sure": "on"})
    alert.refresh_from_db()
    assert alert.owner == clinician


@pytest.mark.parametrize("ticked", [{}, {"sure": "on"}])
def test_who_takes_it_a_moment_later_is_told(
    clinician_client: Client,
    dora: Member,
    alert: SafetyAlert,
    address: str,
    ticked: dict[str, str],
) -> None:
    SafetyAlert.objects.update(owner=dora)
    response = clinician_client.post(address, {"do": "take", "seen": "", **ticked})
    told = "Dora took this alert just before you."
    assertContains(response, told, status_code=409)
    assertContains(response, 'id="id_sure">', status_code=409)
    alert.refresh_from_db()
    assert alert.owner == dora
    assert changes(alert.member) == []


# Notes


def test_a_note_is_added(
    clinician_client: Client, clinician: Member, alert: SafetyAlert, address: str
) -> None:
    assertRedirects(clinician_client.post(address, NOTE), address)
    note = alert.notes.get()
    assert (note.text, note.author) == ("Called: no answer.", clinician)
    assertContains(clinician_client.get(address), "Called: no answer.")
    assert changes(alert.member) == ["Safety alert: note added"]


def test_a_note_sent_twice_is_one_note(
    clinician_client: Client, alert: SafetyAlert, address: str
) -> None:
    for text in ("Called.", "Called.", "Called again."):
        clinician_client.post(address, {**NOTE, "text": text})
    assert {note.text for note in alert.notes.all()} == {"Called.", "Called again."}
    assert alert.notes.count() == 2
    assert len(changes(alert.member)) == 2


def test_an_empty_note_is_refused_and_the_refusal_is_a_look(
    clinician_client: Client, alert: SafetyAlert, address: str
) -> None:
    response = clinician_client.post(address, {**NOTE, "text": " "})
    assertContains(response, "Write the note first.", status_code=422)
    assertContains(response, "<title>Error: ", status_code=422)
    assert traces(alert.member) == [LOOKED]


def test_a_note_typed_after_the_sign_in_ended_is_shown_and_not_saved(
    client: Client, clinician: Member, address: str
) -> None:
    sent = {**NOTE, OWNER_FIELD: owner_token_of(clinician)}
    assert client.post(address, sent).status_code == 302
    client.force_login(clinician)
    response = client.get(address)
    assertContains(response, "Called: no answer.</textarea>")
    assertContains(response, "Nothing is saved yet")
    assert not AlertNote.objects.exists()


# The lock


def test_a_clinician_lifts_the_lock(
    clinician_client: Client, clinician: Member, alert: SafetyAlert, address: str
) -> None:
    clinician_client.post(address, {"do": "lift"})
    alert.screen.refresh_from_db()
    assert not alert.screen.is_locked
    assert alert.screen.cleared_by == clinician
    assert changes(alert.member) == ["Safety alert: exercises opened again"]
    response = clinician_client.get(address)
    assertContains(response, "Lifted on Thursday, November 12, noon, by you.")
    assertNotContains(response, "Lift the lock")


def test_the_second_who_lifts_it_is_told_and_changes_nothing(
    clinician_client: Client,
    dora: Member,
    alert: SafetyAlert,
    address: str,
) -> None:
    dora_client = signed_in(dora)
    for _n in range(2):
        assert dora_client.post(address, {"do": "lift"}).status_code == 302
    response = clinician_client.post(address, {"do": "lift"})
    assertContains(response, "Dora lifted this lock before you.", status_code=409)
    alert.screen.refresh_from_db()
    assert alert.screen.cleared_by == dora
    assert len(changes(alert.member)) == 1


def test_what_the_member_lifted_is_told_apart(
    clinician_client: Client, alert: SafetyAlert, address: str
) -> None:
    alert.screen.clear(alert.member)
    assertContains(clinician_client.get(address), "the member lifted it.")


# Closing it


def test_closing_needs_a_note(
    clinician_client: Client, alert: SafetyAlert, address: str
) -> None:
    response = clinician_client.post(address, {"do": "close", "closing_note": " "})
    assertContains(response, "Say how it ended before you close it.", status_code=422)
    alert.refresh_from_db()
    assert alert.closed_at is None


def test_the_database_refuses_to_close_without_a_note(alert: SafetyAlert) -> None:
    alert.closed_at = NOON
    with pytest.raises(IntegrityError), transaction.atomic():
        alert.save()


def test_an_alert_is_closed_with_a_note(
    clinician_client: Client, clinician: Member, alert: SafetyAlert, address: str
) -> None:
    for _n in range(2):
        assertRedirects(clinician_client.post(address, CLOSE), address)
    alert.refresh_from_db()
    assert (alert.closed_at, alert.closed_by) == (NOON, clinician)
    assert changes(alert.member) == ["Safety alert: closed"]
    response = clinician_client.get(address)
    assertContains(response, "On Thursday, November 12, noon, by you.")
    assertContains(response, "Seen at the clinic today.")
    assertNotContains(response, "Close the alert")


def test_the_second_who_closes_it_is_told_and_keeps_the_words(
    clinician_client: Client, dora: Member, ada: Member
) -> None:
    alert = make_alert(ada, **closed(dora))
    response = clinician_client.post(f"/care/{alert.pk}/", CLOSE)
    assertContains(response, "Dora closed this alert before you.", status_code=409)
    assertContains(response, "What you wrote stands below", status_code=409)
    page = response.content.decode()
    assert "Seen at the clinic today.</textarea>" in page
    assert "Seen at the clinic.</p>" in page
    alert.refresh_from_db()
    assert (alert.closed_by, alert.closing_note) == (dora, "Seen at the clinic.")
    assert changes(ada) == []


def test_a_closed_alert_is_not_taken_but_can_be_noted_on(
    clinician_client: Client, dora: Member, ada: Member
) -> None:
    alert = make_alert(ada, **closed(dora))
    address = f"/care/{alert.pk}/"
    taken = clinician_client.post(address, {"do": "take", "seen": ""})
    assertContains(taken, "This alert is closed.", status_code=409)
    assertRedirects(clinician_client.post(address, NOTE), address)
    assert alert.notes.count() == 1


@pytest.mark.parametrize("what", ["", "delete", "reopen"])
def test_there_is_nothing_else_to_do(
    clinician_client: Client, address: str, what: str
) -> None:
    assert clinician_client.post(address, {"do": what}).status_code == 400
    assert not AccessEntry.objects.exists()


def test_fields_that_no_form_has_change_nothing(
    clinician_client: Client, alert: SafetyAlert, bea: Member, address: str
) -> None:
    extra = {"member": bea.pk, "severity": "emergency", "author": bea.pk}
    clinician_client.post(address, {**NOTE, **extra})
    alert.refresh_from_db()
    assert (alert.severity, alert.member.email) == ("same-day", "ada@example.org")
    assert alert.notes.get().author != bea


# What leaks nowhere


def test_no_health_value_is_logged_mailed_or_put_in_an_address(
    clinician_client: Client, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    sent = [NOTE, {"do": "take"}, {"do": "lift"}, {**NOTE, "text": ""}, CLOSE]
    places = [clinician_client.post(address, form).get("Location") for form in sent]
    assert set(places) == {address, None}
    logged = " ".join(record.getMessage() for record in caplog.records)
    for words in ("Called", "clinic", "leg weaker", "ada@", "same-day"):
        assert words not in logged
        assert not [e for e in AccessEntry.objects.all() if words in e.what]
    assert not mail.outbox
