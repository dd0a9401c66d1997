"""Erasing: asked for with the password, taken back within 14 days, then done for good."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from portal.accounts import carrying
from portal.accounts.models import AccessEntry, Member
from portal.record.erasing import ask, erase_due, keep
from portal.record.models import Erasure, ErasureReceipt, ShareLink
from portal.record.tables import TABLES
from tests.conftest import signed_in
from tests.factories import PASSWORD, make_report, make_session
from tests.record.dump import dump
from tests.test_strangers import Objects
from tracking.models import AlertNote, SymptomReport
from tracking.revising import ANSWERS, change_report

pytestmark = pytest.mark.django_db
IN_15_DAYS = dt.timedelta(days=15)
IN_13_DAYS = dt.timedelta(days=13)


def test_the_page_says_what_goes_and_what_stays(ada_client: Client) -> None:
    page = ada_client.get("/me/erase/").text
    for words in ("What goes", "What stays, and why", "14 days", "Erase my record"):
        assert words in page


def test_looking_asks_for_nothing(ada_client: Client) -> None:
    ada_client.get("/me/erase/")
    assert not Erasure.objects.exists()


def test_asking_takes_the_password(ada_client: Client) -> None:
    response = ada_client.post("/me/erase/")
    assert response["Location"].startswith("/accounts/reauthenticate/")
    assert not Erasure.objects.exists()


def test_after_the_password_it_is_asked_for(ada_client: Client, ada: Member) -> None:
    address = ada_client.post("/me/erase/")["Location"]
    response = ada_client.post(
        "/accounts/reauthenticate/", {"password": PASSWORD, "next": "/me/erase/"}
    )
    assert "next=" in address
    assert response["Location"] == "/me/erase/"
    waiting = Erasure.objects.get(member=ada)
    assert (waiting.due_at - waiting.asked_at).days in {13, 14}


def test_asking_twice_keeps_the_first_day(ada: Member, ada_fresh: Client) -> None:
    ada_fresh.post("/me/erase/")
    first = Erasure.objects.get()
    ada_fresh.post("/me/erase/")
    assert Erasure.objects.get().due_at == first.due_at


def test_asking_closes_links_and_signs_out_other_devices(
    everything: Objects, ada: Member, ada_fresh: Client, bea_client: Client
) -> None:
    keep(ada)
    other = signed_in(ada)
    ada_fresh.post("/me/erase/")
    assert not ShareLink.objects.open_at(timezone.now()).exists()
    assert other.get("/me/").status_code == 302
    assert ada_fresh.get("/me/").status_code == 200
    assert bea_client.get("/me/").status_code == 200


def test_a_mail_tells_the_owner_and_no_health(
    ada: Member,
    ada_fresh: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ada_fresh.post("/me/erase/")
    (sent,) = mail.outbox
    assert sent.to == ["ada@example.org"]
    assert sent.subject == "Your record at Stepwell will be erased"
    assert str(Erasure.objects.get().pk) in sent.body
    assert "pain" not in sent.body.lower()


def test_it_can_be_taken_back_without_the_password(
    ada: Member, ada_client: Client
) -> None:
    ask(ada, None)
    client = signed_in(ada)
    assert "Keep my record" in client.get("/me/erase/").text
    response = client.post("/me/erase/undo/", follow=True)
    assert "Your record stays. Nothing was erased." in response.text
    assert erase_due(timezone.now() + IN_15_DAYS) == 0
    assert Member.objects.filter(pk=ada.pk).exists()


def test_taking_back_nothing_is_harmless(ada_client: Client) -> None:
    assert ada_client.post("/me/erase/undo/").status_code == 302


def test_another_member_takes_back_nothing(ada: Member, bea_client: Client) -> None:
    ask(ada, None)
    bea_client.post("/me/erase/undo/")
    assert Erasure.objects.filter(member=ada).exists()


def test_signing_in_offers_to_keep_it(ada: Member, client: Client) -> None:
    ask(ada, None)
    response = client.post(
        "/accounts/login/",
        {"login": ada.email, "password": PASSWORD, "next": "/progress/"},
        follow=True,
    )
    assert response.redirect_chain[-1][0] == "/me/erase/"
    assert "You can still keep it." in response.text
    assert "Keep my record" in response.text


def test_signing_in_goes_on_as_ever_for_all_others(ada: Member, client: Client) -> None:
    response = client.post(
        "/accounts/login/", {"login": ada.email, "password": PASSWORD}
    )
    assert response["Location"] == "/today/"


def test_nothing_goes_before_its_day(ada: Member) -> None:
    ask(ada, None)
    assert erase_due(timezone.now() + IN_13_DAYS) == 0
    assert Member.objects.filter(pk=ada.pk).exists()


def test_what_is_due_is_erased_once(ada: Member) -> None:
    ask(ada, None)
    later = timezone.now() + IN_15_DAYS
    assert erase_due(later) == 1
    assert erase_due(later) == 0
    assert not Member.objects.filter(pk=ada.pk).exists()


def leave_traces(ada: Member, administrator: Member) -> list[str]:
    """Canaries where a row of another table would outlive its owner."""
    report = make_report(ada, note="first-canary")
    answers = {name: getattr(report, name) for name in ANSWERS}
    change_report(report, 1, {**answers, "note": "second-canary"})
    alert = ada.safety_alerts.first()
    assert alert is not None
    AlertNote.objects.create(alert=alert, text="third-canary")
    LogEntry.objects.create(
        user=administrator,
        content_type=ContentType.objects.get_for_model(Member),
        object_id=str(ada.pk),
        object_repr=ada.email,
        action_flag=CHANGE,
    )
    visitor = Client()
    token = carrying.owner_token_of(ada)
    visitor.post("/check-in/", {"owner": token, "note": "fourth-canary"})
    signed_in(ada).get("/me/")
    return ["first-canary", "second-canary", "third-canary", "fourth-canary"]


def test_afterwards_the_whole_database_holds_no_trace(
    everything: Objects, ada: Member, administrator: Member
) -> None:
    Member.objects.filter(pk=ada.pk).update(first_name="Adalbertina")
    canaries = leave_traces(ada, administrator)
    canaries += [ada.email, "Adalbertina"]
    numbers = [str(row["id"]) for t in TABLES for row in t.rows(ada) if "id" in row]
    erasure = Erasure.objects.get(member=ada)
    before = dump()
    assert [canary for canary in canaries if canary not in before] == []
    assert len(numbers) > 25
    erase_due(timezone.now() + IN_15_DAYS)
    after = dump()
    kept = [
        c for c in [*canaries, *numbers] if c in after or c.replace("-", "") in after
    ]
    assert kept == [str(erasure.pk)]


def test_other_members_keep_all_of_theirs(
    everything: Objects, ada: Member, bea: Member
) -> None:
    make_report(bea, note="stays")
    make_session(bea)
    entry = AccessEntry.objects.create(
        member=bea, actor=ada, action="viewed", what="Safety alert"
    )
    bea_client = signed_in(bea)
    erase_due(timezone.now() + IN_15_DAYS)
    assert SymptomReport.objects.get().note == "stays"
    assert bea.exercise_sessions.count() == 1
    assert bea_client.get("/me/").status_code == 200
    entry.refresh_from_db()
    assert entry.actor is None


def test_the_receipt_says_how_much_and_never_whose(ada: Member, client: Client) -> None:
    make_report(ada)
    make_report(ada)
    erasure = ask(ada, None)
    address = f"/record/erased/{erasure.pk}/"
    before = client.get(address)
    assert "Not erased yet" in before.text
    assert ada.email not in before.text
    erase_due(timezone.now() + IN_15_DAYS)
    after = client.get(address)
    assert "This record is erased" in after.text
    assert "2 entries" in after.text
    assert ada.email not in after.text
    assert "no-store" in after["Cache-Control"]


@pytest.mark.parametrize("number", ["nobody", "00000000-0000-4000-8000-000000000000"])
def test_there_is_no_receipt_of_what_was_not_asked(number: str, client: Client) -> None:
    assert client.get(f"/record/erased/{number}/").status_code == 404


def test_the_receipt_is_taken_back_too(ada: Member, client: Client) -> None:
    erasure = ask(ada, None)
    keep(ada)
    assert client.get(f"/record/erased/{erasure.pk}/").status_code == 404
    assert not ErasureReceipt.objects.exists()


def test_the_last_mail_has_the_receipt(
    ada: Member, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    erasure = ask(ada, None)
    with django_capture_on_commit_callbacks(execute=True):
        erase_due(timezone.now() + IN_15_DAYS)
    (sent,) = mail.outbox
    assert sent.subject == "Your record at Stepwell is erased"
    assert str(erasure.pk) in sent.body


def test_a_mail_that_fails_keeps_back_nothing(
    ada: Member,
    settings: Any,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    ask(ada, None)
    settings.MAILERS = {"default": {"BACKEND": "tests.record.mute.MuteBackend"}}
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_due(timezone.now() + IN_15_DAYS) == 1
    assert not Member.objects.filter(pk=ada.pk).exists()


def test_the_wait_is_safe_from_a_carried_sign_in(ada: Member) -> None:
    """A session that is gone opens nothing, also with its old cookie."""
    client = signed_in(ada)
    ask(ada, None)
    assert client.get("/record/").status_code == 302
    assert not Session.objects.exists()


def test_housekeeping_erases_what_is_due(ada: Member, capsys: Any) -> None:
    ask(ada, None)
    Erasure.objects.update(due_at=timezone.now() - dt.timedelta(days=3))
    call_command("housekeeping")
    call_command("housekeeping")
    assert not Member.objects.filter(pk=ada.pk).exists()
    told = capsys.readouterr().out
    assert "records erased: 1" in told
    assert "records erased: 0" in told
    assert "ada@" not in told
