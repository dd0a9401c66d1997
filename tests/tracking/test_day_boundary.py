"""A day begins and ends where the member lives."""

import datetime as dt
import uuid
from dataclasses import dataclass

import pytest
import time_machine
from django.test import Client
from django.utils.formats import date_format
from pytest_django.asserts import assertContains, assertRedirects

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import make_done
from tests.tracking.conftest import DAY, report_answers, safety_answers
from tracking.models import Enrollment, ExerciseSession, SafetyScreen, SymptomReport

LATE = dt.datetime(2026, 11, 13, 7, 30, tzinfo=dt.UTC)  # 23:30 on the 12th, in LA
LOCAL = dt.date(2026, 11, 12)
SECOND, MINUTE = dt.timedelta(seconds=1), dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True)
class Night:
    """In which the clocks change: when, and when the day around it begins and ends."""

    zone: str
    change: dt.datetime
    begins: dt.datetime
    ends: dt.datetime
    last_minute: str
    next_minute: str

    def __str__(self) -> str:
        return f"{self.zone}, {self.day:%B}"

    @property
    def day(self) -> dt.date:
        return self.change.date()

    @property
    def heading(self) -> str:
        return date_format(self.day, "l, F j")


def utc(month: int, day: int, hour: int) -> dt.datetime:
    return dt.datetime(2026, month, day, hour, tzinfo=dt.UTC)


NEW_YORK, BERLIN = "America/New_York", "Europe/Berlin"
FORWARD = [
    Night(NEW_YORK, utc(3, 8, 7), utc(3, 8, 5), utc(3, 9, 4), "1:59 a.m.", "3 a.m."),
    Night(BERLIN, utc(3, 29, 1), utc(3, 28, 23), utc(3, 29, 22), "1:59 a.m.", "3 a.m."),
]
BACK = [
    Night(NEW_YORK, utc(11, 1, 6), utc(11, 1, 4), utc(11, 2, 5), "1:59 a.m.", "1 a.m."),
    Night(
        BERLIN, utc(10, 25, 1), utc(10, 24, 22), utc(10, 25, 23), "2:59 a.m.", "2 a.m."
    ),
]
NIGHTS = pytest.mark.parametrize("night", [*FORWARD, *BACK], ids=str)


def living_in(zone: str, member: Member) -> Member:
    member.time_zone = zone
    member.save()
    return member


def note_at(member: Member, *moments: dt.datetime) -> list[SymptomReport]:
    """Check-ins through the page; in the order of the clock."""
    for at in moments:
        with time_machine.travel(at, tick=False):
            sent = report_answers(entry=str(uuid.uuid4()))
            assertRedirects(signed_in(member).post("/check-in/", sent), "/sessions/")
    return list(SymptomReport.objects.order_by("reported_at"))


def history(member: Member, at: dt.datetime) -> str:
    with time_machine.travel(at, tick=False):
        return signed_in(member).get("/sessions/").content.decode()


@pytest.fixture
def in_los_angeles(enrolled_ada: Member) -> Member:
    enrolled_ada.time_zone = "America/Los_Angeles"
    enrolled_ada.save()
    return enrolled_ada


@time_machine.travel(LATE, tick=False)
def test_a_session_late_at_night_is_of_the_local_day(in_los_angeles: Member) -> None:
    signed_in(in_los_angeles).post("/sessions/start/", report_answers())
    session = ExerciseSession.objects.get()
    assert (session.performed_on, session.started_at) == (LOCAL, LATE)
    assert SymptomReport.objects.get().reported_on == LOCAL


@time_machine.travel(LATE, tick=False)
def test_a_check_in_late_at_night_is_of_the_local_day(in_los_angeles: Member) -> None:
    signed_in(in_los_angeles).post("/check-in/", report_answers())
    assert SymptomReport.objects.get().reported_on == LOCAL


@time_machine.travel(LATE, tick=False)
@pytest.mark.usefixtures("questions")
def test_answers_late_at_night_are_of_the_local_day(in_los_angeles: Member) -> None:
    signed_in(in_los_angeles).post("/safety/", safety_answers())
    assert SafetyScreen.objects.latest("asked_at").asked_on == LOCAL


@time_machine.travel(LATE, tick=False)
def test_leaving_late_at_night_is_of_the_local_day(
    in_los_angeles: Member, enrollment: Enrollment
) -> None:
    signed_in(in_los_angeles).post(f"/me/enrollments/{enrollment.pk}/")
    enrollment.refresh_from_db()
    assert enrollment.ended_on == LOCAL


@time_machine.travel(LATE, tick=False)
def test_in_another_zone_the_same_moment_is_the_next_day(enrolled_ada: Member) -> None:
    signed_in(enrolled_ada).post("/check-in/", report_answers())
    assert SymptomReport.objects.get().reported_on == dt.date(2026, 11, 13)


@time_machine.travel(LATE, tick=False)
def test_history_tells_the_local_hour(in_los_angeles: Member) -> None:
    client = signed_in(in_los_angeles)
    client.post("/check-in/", report_answers())
    html = client.get("/sessions/").content.decode()
    assert "Thursday, November 12</h2>" in html
    assert "11:30 p.m." in html


@time_machine.travel(LATE, tick=False)
def test_tomorrow_is_refused_by_the_local_calendar(
    in_los_angeles: Member, session: ExerciseSession
) -> None:
    sent = {"performed_on": "2026-11-13", "note": "", "sets_1": "0", "sets_2": "0"}
    client = signed_in(in_los_angeles)
    assert client.post(f"/sessions/{session.pk}/edit/", sent).status_code == 422


@NIGHTS
def test_the_day_is_the_same_on_both_sides_of_a_change(
    enrolled_ada: Member, night: Night
) -> None:
    ada = living_in(night.zone, enrolled_ada)
    around = (night.change - SECOND, night.change, night.change + HOUR - SECOND)
    assert {r.reported_on for r in note_at(ada, *around)} == {night.day}
    for at in around:
        with time_machine.travel(at, tick=False):
            kicker = f'<p class="kicker">{night.heading}</p>'
            assertContains(signed_in(ada).get("/today/"), kicker, html=True)
    html = history(ada, around[-1])
    assert html.count(f"{night.heading}</h2>") == html.count("</h2>") == 1
    assert f"</b>, {night.last_minute}" in html
    assert f"</b>, {night.next_minute}" in html


@pytest.mark.parametrize("night", BACK, ids=str)
def test_an_hour_that_comes_twice_keeps_its_order(ada: Member, night: Night) -> None:
    living_in(night.zone, ada)
    twice = (night.change - SECOND, night.change + HOUR - SECOND)
    first, second = note_at(ada, *twice)
    assert (first.reported_at, second.reported_at) == twice
    html = history(ada, night.change + HOUR)
    assert html.count(f"</b>, {night.last_minute}") == 2
    assert html.index(str(second.pk)) < html.index(str(first.pk))


@NIGHTS
def test_a_day_of_23_or_25_hours_ends_at_midnight(ada: Member, night: Night) -> None:
    living_in(night.zone, ada)
    edges = (night.begins - SECOND, night.begins, night.ends - SECOND, night.ends)
    days = [report.reported_on for report in note_at(ada, *edges)]
    assert days == [night.day - DAY, night.day, night.day, night.day + DAY]
    assert (night.ends - night.begins) / HOUR in {23, 25}
    for at, day in zip(edges, days, strict=True):
        with time_machine.travel(at, tick=False):
            words = date_format(day, "l, F j")
            assertContains(signed_in(ada).get("/today/"), f">{words}</p>")


@NIGHTS
@pytest.mark.usefixtures("questions", "enrollment")
def test_answers_and_sessions_of_that_night_are_of_its_day(
    ada: Member, night: Night
) -> None:
    living_in(night.zone, ada)
    with time_machine.travel(night.change - SECOND, tick=False):
        signed_in(ada).post("/safety/", safety_answers())
    with time_machine.travel(night.change, tick=False):
        signed_in(ada).post("/sessions/start/", report_answers())
    assert SafetyScreen.objects.get().asked_on == night.day
    session = ExerciseSession.objects.get()
    assert (session.performed_on, session.started_at) == (night.day, night.change)


def is_offered(session: ExerciseSession, moment: str, at: dt.datetime) -> bool:
    with time_machine.travel(at, tick=False):
        page = signed_in(session.member).get(f"/sessions/{session.pk}/")
    link = f'href="/sessions/{session.pk}/report/{moment}/"'
    return link in page.content.decode()


@NIGHTS
def test_the_morning_after_is_the_whole_of_the_long_or_short_day(
    ada: Member, night: Night
) -> None:
    evening = night.begins - 30 * MINUTE
    session = make_done(
        living_in(night.zone, ada),
        performed_on=night.day - DAY,
        started_at=evening,
        finished_at=evening,
    )
    for at, offered in (
        (night.begins - SECOND, False),
        (night.begins, True),
        (night.change, True),
        (night.ends - SECOND, True),
        (night.ends, False),
    ):
        assert is_offered(session, "morning", at) is offered, at
    with time_machine.travel(night.ends - SECOND, tick=False):
        address = f"/sessions/{session.pk}/report/morning/"
        signed_in(ada).post(address, report_answers())
    assert SymptomReport.objects.get().reported_on == night.day


@NIGHTS
def test_after_a_session_in_that_night_the_clock_does_not_count(
    ada: Member, night: Night
) -> None:
    """10 minutes are 10 minutes, and the next morning is the next day."""
    end = night.change - MINUTE
    session = make_done(
        living_in(night.zone, ada),
        performed_on=night.day,
        started_at=end,
        finished_at=end,
    )
    for minutes, offered in ((9, False), (10, True), (59, True), (60, False)):
        assert is_offered(session, "after-10", end + minutes * MINUTE) is offered
    assert not is_offered(session, "morning", night.ends - SECOND)
    assert is_offered(session, "morning", night.ends)


def is_in(client: Client, at: dt.datetime) -> bool:
    with time_machine.travel(at, tick=False):
        return client.get("/me/").status_code == 200


@NIGHTS
@pytest.mark.parametrize(("minutes", "lasts"), [(59, True), (61, False)])
def test_a_change_of_the_clock_leaves_60_idle_minutes(
    ada: Member, night: Night, minutes: int, lasts: bool
) -> None:
    began = night.change - 30 * MINUTE
    with time_machine.travel(began, tick=False):
        client = signed_in(living_in(night.zone, ada))
    assert is_in(client, began)
    assert is_in(client, began + minutes * MINUTE) is lasts


@NIGHTS
def test_a_change_of_the_clock_leaves_24_hours_in_all(
    ada: Member, night: Night
) -> None:
    began = night.change - 12 * HOUR
    with time_machine.travel(began, tick=False):
        client = signed_in(living_in(night.zone, ada))
    assert all(is_in(client, began + n * 48 * MINUTE) for n in range(31))
    assert not is_in(client, began + 24 * HOUR + SECOND)
