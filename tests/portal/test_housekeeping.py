"""What is due is done: late, twice, and although one step fails."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone

from portal.accounts.models import Member
from portal.management.commands import housekeeping
from tests.factories import make_log, make_report, make_session
from tracking.models import ExerciseLog, ExerciseSession, Revision, SymptomReport
from tracking.purging import purge_deleted
from tracking.revising import report_content

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 12, 3, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


def test_what_was_deleted_more_than_30_days_ago_goes_with_all_that_is_its(
    ada: Member,
) -> None:
    old = make_report(ada, deleted_at=NOW - 31 * DAY)
    Revision.objects.create(member=ada, report=old, content=report_content(old.pk))
    session = make_session(ada, deleted_at=NOW - 31 * DAY)
    make_log(session)
    make_report(ada, session=session, moment="before")
    purge_deleted(NOW)
    for model in (SymptomReport, Revision, ExerciseSession, ExerciseLog):
        assert not model._default_manager.exists()


def test_what_can_be_brought_back_stays(ada: Member) -> None:
    make_report(ada)
    make_report(ada, deleted_at=NOW - 29 * DAY)
    make_session(ada, deleted_at=NOW - 30 * DAY)
    assert purge_deleted(NOW) == 0
    assert SymptomReport.objects.count() == 2
    assert ExerciseSession.objects.count() == 1


def test_purging_twice_does_nothing_more(ada: Member) -> None:
    make_report(ada, deleted_at=NOW - 31 * DAY)
    assert purge_deleted(NOW) == 1
    assert purge_deleted(NOW) == 0


def test_sign_ins_that_have_ended_are_cleared(db: None) -> None:
    now = timezone.now()
    Session.objects.create(session_key="ended", session_data="", expire_date=now - DAY)
    Session.objects.create(session_key="runs", session_data="", expire_date=now + DAY)
    call_command("housekeeping", stdout=None)
    assert [session.pk for session in Session.objects.all()] == ["runs"]


def test_a_step_that_fails_keeps_back_no_other(
    ada: Member, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    def fail(now: dt.datetime) -> int:
        raise RuntimeError(ada.email)

    make_report(ada, deleted_at=timezone.now() - 31 * DAY)
    steps = {"first": fail, **housekeeping.STEPS}
    monkeypatch.setattr(housekeeping, "STEPS", steps)
    with pytest.raises(CommandError, match=r"Not done: first\."):
        call_command("housekeeping")
    assert not SymptomReport.objects.exists()
    told = capsys.readouterr()
    assert "first: RuntimeError" in told.err
    assert ada.email not in told.err + told.out
