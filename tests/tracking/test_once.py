"""A form sent twice makes one row, also when both arrive at the same moment."""

import datetime as dt
import uuid
from typing import Any

import pytest
from django.http import Http404, QueryDict
from django.test import Client
from pytest_django.asserts import assertContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import make_report
from tests.tracking.conftest import ENTRY, NOON, report_answers
from tracking.conflict import Conflict
from tracking.forms import FinishForm, SymptomReportForm
from tracking.models import ExerciseSession, SymptomReport
from tracking.once import save_once


def sent(**changes: Any) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in report_answers(**changes).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def valid(form: SymptomReportForm) -> SymptomReportForm:
    assert form.is_valid(), form.errors
    return form


class SlowForm(SymptomReportForm):
    """It looked before another request with the same UUID was served."""

    looked = False

    def earlier(self) -> SymptomReport | None:
        found = super().earlier() if self.looked else None
        self.looked = True
        return found


def test_two_requests_at_once_make_one_row(ada: Member) -> None:
    first = save_once(valid(SymptomReportForm(sent(), member=ada)))
    assert save_once(valid(SlowForm(sent(), member=ada))) == first
    assert SymptomReport.objects.count() == 1


def test_two_requests_at_once_with_other_answers_are_a_conflict(ada: Member) -> None:
    save_once(valid(SymptomReportForm(sent(), member=ada)))
    with pytest.raises(Conflict):
        save_once(valid(SlowForm(sent(leg="9"), member=ada)))


def test_a_repeat_gives_the_first_row(ada: Member) -> None:
    first = save_once(valid(SymptomReportForm(sent(), member=ada)))
    second = save_once(valid(SymptomReportForm(sent(), member=ada)))
    assert (first.pk, second.pk) == (ENTRY, ENTRY)
    assert SymptomReport.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"leg": "9"},
        {"back": "9"},
        {"place": ["r1"]},
        {"feeling": ["none"]},
        {"note": "Other"},
    ],
)
def test_any_other_answer_is_a_conflict(ada: Member, changes: Any) -> None:
    save_once(valid(SymptomReportForm(sent(), member=ada)))
    with pytest.raises(Conflict):
        save_once(valid(SymptomReportForm(sent(**changes), member=ada)))


def test_the_number_of_another_member_is_not_found(ada: Member, bea: Member) -> None:
    make_report(bea, pk=ENTRY)
    with pytest.raises(Http404):
        save_once(valid(SymptomReportForm(sent(), member=ada)))


def test_the_number_of_a_check_in_is_no_report_of_a_session(
    ada: Member, session: ExerciseSession
) -> None:
    save_once(valid(SymptomReportForm(sent(), member=ada)))
    with pytest.raises(Conflict):
        save_once(valid(FinishForm(sent(), member=ada, session=session)))
    assert not session.symptom_reports.filter(moment="after").exists()


def test_a_deleted_row_is_no_repeat(ada: Member) -> None:
    row = save_once(valid(SymptomReportForm(sent(), member=ada)))
    SymptomReport.objects.filter(pk=row.pk).update(deleted_at=NOON)
    with pytest.raises(Conflict):
        save_once(valid(SymptomReportForm(sent(), member=ada)))


def test_finishing_again_keeps_the_first_end(
    ada_client: Client, session: ExerciseSession
) -> None:
    early = NOON - dt.timedelta(hours=1)
    session.started_at = session.finished_at = early
    session.save()
    address = f"/sessions/{session.pk}/finish/"
    ada_client.post(address, report_answers(entry=str(uuid.uuid4())))
    session.refresh_from_db()
    assert session.finished_at == early


def test_a_start_sent_again_after_its_session_was_deleted_says_so(
    ada_client: Client, enrolled_ada: Member
) -> None:
    ada_client.post("/sessions/start/", report_answers())
    deleted = ada_client.post(f"/sessions/{ENTRY}/delete/")
    response = ada_client.post("/sessions/start/", report_answers())
    assertContains(response, "This is deleted by now", status_code=409)
    assertContains(response, f'href="{deleted["Location"]}"', status_code=409)
    assert ExerciseSession.objects.get().deleted_at == NOON


def test_the_answers_of_a_repeat_can_be_saved_over_the_first(
    ada_client: Client,
) -> None:
    ada_client.post("/check-in/", report_answers())
    ada_client.post("/check-in/", report_answers(leg="9"))
    again = report_answers(leg="9", version="1")
    assertRedirects(ada_client.post(f"/check-in/{ENTRY}/edit/", again), "/sessions/")
    report = SymptomReport.objects.get()
    assert (report.leg, report.revisions.count()) == (9, 1)
