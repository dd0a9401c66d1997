import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import (
    TODAY,
    make_change,
    make_log,
    make_report,
    make_session,
)
from tests.tracking.conftest import DAY, NOON
from tests.tracking.side_by_side import both, then_and_now
from tracking.models import Enrollment, ExerciseSession

MOST_OF_A_CHANGE = 10  # with the day, which moves its reports


@pytest.fixture
def address(session: ExerciseSession) -> str:
    return f"/sessions/{session.pk}/edit/"


def answers(**changes: str) -> dict[str, str]:
    sent = {
        "version": "1",
        "performed_on": "2026-11-10",
        "note": "Knees bent",
        "sets_1": "1",
        "sets_2": "1",
    }
    return {**sent, **changes}


def test_the_form_holds_what_was_noted(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    session.logs.filter(position=1).update(sets_done=2, state="done")
    response = ada_client.get(address)
    assertContains(response, 'value="2026-11-12"')
    form = response.context["form"]
    assert form["sets_1"].label == "Bridge: sets done"
    assert (form["sets_1"].value(), form["sets_2"].value()) == (2, 0)


def test_day_note_and_sets_are_changed(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    response = ada_client.post(address, answers())
    assertRedirects(response, f"/sessions/{session.pk}/")
    session.refresh_from_db()
    assert (session.performed_on, session.note) == (dt.date(2026, 11, 10), "Knees bent")
    logs = [(log.sets_done, log.state) for log in session.logs.all()]
    assert logs == [(1, "partly"), (1, "done")]


def test_the_reports_move_with_the_day(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    ada_client.post(address, answers())
    assert session.symptom_reports.get().reported_on == dt.date(2026, 11, 10)


def test_sets_set_to_0_mean_not_done(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    session.logs.update(sets_done=2, state="done")
    ada_client.post(address, answers(sets_1="0"))
    log = session.logs.get(position=1)
    assert (log.sets_done, log.state) == (0, "skipped")


@pytest.mark.parametrize(
    ("changes", "sentence", "target"),
    [
        (
            {"performed_on": "2026-11-13"},
            "That day has not come yet.",
            "id_performed_on",
        ),
        (
            {"performed_on": "2025-11-11"},
            "That is more than a year ago.",
            "id_performed_on",
        ),
        (
            {"performed_on": ""},
            "Enter the day, like this: 2026-11-23.",
            "id_performed_on",
        ),
        (
            {"performed_on": "yesterday"},
            "Enter the day, like this: 2026-11-23.",
            "id_performed_on",
        ),
        ({"sets_1": "21"}, "Enter a whole number from 0 to 20.", "id_sets_1"),
        ({"sets_1": "-1"}, "Enter a whole number from 0 to 20.", "id_sets_1"),
        ({"sets_1": "1.5"}, "Enter a whole number from 0 to 20.", "id_sets_1"),
        ({"sets_2": ""}, "Enter a whole number from 0 to 20.", "id_sets_2"),
    ],
)
def test_a_wrong_answer_is_named_in_the_summary_and_at_its_field(
    ada_client: Client,
    session: ExerciseSession,
    address: str,
    changes: dict[str, str],
    sentence: str,
    target: str,
) -> None:
    response = ada_client.post(address, answers(**changes))
    assertContains(response, f'<a href="#{target}">{sentence}</a>', status_code=422)
    assertContains(response, f'id="{target}_error"', status_code=422)
    session.refresh_from_db()
    assert (session.performed_on, session.note) == (TODAY, "")
    assert not session.logs.exclude(sets_done=0).exists()


def test_what_was_typed_stays(ada_client: Client, address: str) -> None:
    response = ada_client.post(address, answers(sets_1="21"))
    assertContains(response, 'value="2026-11-10"', status_code=422)
    assertContains(response, 'value="21"', status_code=422)
    assertContains(response, "Knees bent", status_code=422)


@pytest.mark.parametrize("days", [0, 365])
def test_today_and_the_day_a_year_ago_are_taken(
    ada_client: Client, session: ExerciseSession, address: str, days: int
) -> None:
    session.performed_on = TODAY - DAY
    session.save()
    day = TODAY - DAY * days
    ada_client.post(address, answers(performed_on=day.isoformat()))
    session.refresh_from_db()
    assert session.performed_on == day


def test_the_same_form_twice_changes_nothing_more(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    ada_client.post(address, answers())
    before = list(session.logs.values())
    ada_client.post(address, answers())
    assert list(session.logs.values()) == before


def test_a_report_of_the_next_morning_stays_the_morning_after(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    session.performed_on = TODAY - DAY
    session.save()
    make_report(session.member, session=session, moment="morning", reported_on=TODAY)
    ada_client.post(address, answers())
    morning = session.symptom_reports.get(moment="morning")
    assert morning.reported_on == dt.date(2026, 11, 11)


def test_no_report_moves_into_the_future(
    ada_client: Client, session: ExerciseSession, address: str
) -> None:
    session.performed_on = TODAY - DAY
    session.save()
    make_report(session.member, session=session, moment="morning", reported_on=TODAY)
    ada_client.post(address, answers(performed_on=TODAY.isoformat()))
    morning = session.symptom_reports.get(moment="morning")
    assert morning.reported_on == TODAY


def test_extra_fields_change_nothing(
    ada_client: Client, session: ExerciseSession, address: str, bea: Member
) -> None:
    owner, started = session.member, session.started_at
    extra = {"member": str(bea.pk), "started_at": "2020-01-01", "finished_at": "now"}
    ada_client.post(address, answers(**extra))
    session.refresh_from_db()
    assert (session.member, session.started_at, session.finished_at) == (
        owner,
        started,
        None,
    )


@pytest.fixture
def played(session: ExerciseSession) -> ExerciseSession:
    session.logs.filter(position=1).update(
        sets_done=2, reps_done=8, hold_seconds_done=5, state="done", rating="hard"
    )
    return session


def test_what_was_really_done_is_changed(
    ada_client: Client, played: ExerciseSession, address: str
) -> None:
    page = ada_client.get(address)
    form = page.context["form"]
    names = ("reps_1", "hold_1", "rating_1", "minutes_2")
    assert [form[name].value() for name in names] == [8, 5, "hard", None]
    told = {
        "reps_1": "6",
        "hold_1": "",
        "rating_1": "right",
        "leg_response_1": "less",
        "reach_response_1": "up",
        "minutes_2": "12",
    }
    ada_client.post(address, answers(sets_1="2", **told))
    first, second = played.logs.all()
    assert (first.sets_done, first.reps_done, first.hold_seconds_done) == (2, 6, None)
    given = (first.rating, first.leg_response, first.reach_response)
    assert given == ("right", "less", "up")
    assert (second.minutes_done, second.state) == (12, "done")


def test_its_revision_keeps_them_and_brings_them_back(
    ada_client: Client, played: ExerciseSession, address: str
) -> None:
    told = {"reps_1": "6", "hold_1": "5", "rating_1": "right"}
    ada_client.post(address, answers(sets_1="2", **told))
    revision = played.revisions.get()
    page = ada_client.get(f"/me/changes/{revision.pk}/")
    assertContains(page, then_and_now("Hard", "About right"), html=True)
    assertContains(page, then_and_now("8", "6"), html=True)
    ada_client.post(f"/me/changes/{revision.pk}/")
    log = played.logs.get(position=1)
    assert (log.reps_done, log.rating) == (8, "hard")


def test_a_changed_rating_alone_counts_as_edited(
    ada_client: Client, played: ExerciseSession, address: str
) -> None:
    same = {"performed_on": "2026-11-12", "note": "", "sets_1": "2", "sets_2": "0"}
    same |= {"reps_1": "8", "hold_1": "5"}
    ada_client.post(address, answers(**same, rating_1="hard"))
    assert not played.revisions.exists()
    ada_client.post(address, answers(**same, rating_1="easy"))
    assert played.revisions.count() == 1
    assertContains(ada_client.get("/sessions/"), "edited")


def test_2_devices_see_both_in_words(
    ada_client: Client, played: ExerciseSession, address: str
) -> None:
    ada_client.post(address, answers(sets_1="2", rating_1="right", reps_1="8"))
    late = answers(sets_1="2", rating_1="painful", reps_1="4")
    response = ada_client.post(address, late)
    assertContains(response, both("About right", "Painful"), 1, 409, html=True)
    assertContains(response, both("8", "4"), 1, 409, html=True)
    rows = response.context["rows"]
    assert [row.differs for row in rows[:3]] == [True, True, False]
    assert all(row.saved or row.typed for row in rows)


@pytest.mark.parametrize("page", ["edit", "delete"])
def test_it_says_that_a_dose_was_changed_after_it_and_stays(
    ada_client: Client, session: ExerciseSession, enrollment: Enrollment, page: str
) -> None:
    address, words = f"/sessions/{session.pk}/{page}/", "a dose was changed"
    assertNotContains(ada_client.get(address), words)
    change = make_change(enrollment, session=session)
    response = ada_client.get(address)
    assertContains(response, words)
    assertContains(response, f'href="{change.get_absolute_url()}"')
    ada_client.post(change.get_absolute_url())
    assertNotContains(ada_client.get(address), words)


def test_a_later_change_of_the_same_dose_decides_instead(
    ada_client: Client, session: ExerciseSession, enrollment: Enrollment, address: str
) -> None:
    change = make_change(enrollment, session=session)
    later = NOON + dt.timedelta(hours=1)
    make_change(enrollment, exercise=change.exercise, made_at=later)
    assertNotContains(ada_client.get(address), "a dose was changed")


@pytest.mark.parametrize("history", [1, 60])
def test_a_change_takes_few_statements_whatever_the_history(
    ada: Member,
    ada_client: Client,
    played: ExerciseSession,
    address: str,
    history: int,
) -> None:
    for _n in range(history):
        make_log(make_session(ada), state="done")
    ada_client.get(address)
    with CaptureQueriesContext(connection) as queries:
        ada_client.post(address, answers(sets_1="2", rating_1="right"))
    made = [q["sql"] for q in queries if "SAVEPOINT" not in q["sql"]]
    assert len(made) <= MOST_OF_A_CHANGE
