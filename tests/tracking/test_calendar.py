"""Travel across zones, the leap day, and the end of the year."""

import datetime as dt
import uuid
import zoneinfo

import pytest
import time_machine
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.conftest import signed_in
from tests.factories import make_done, make_report, make_screen, make_session
from tests.tracking.conftest import (
    DAY,
    NOON,
    note_days,
    report_answers,
    safety_answers,
)
from tracking.models import ExerciseSession, SafetyScreen, SymptomReport

NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
LEAP = dt.date(2028, 2, 29)  # a Tuesday
NEW_YEAR = dt.date(2027, 1, 1)  # a Friday
SECOND, MINUTE = dt.timedelta(seconds=1), dt.timedelta(minutes=1)


def clock(day: dt.date, hour: int = 12, zone: str = NEW_YORK) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), zoneinfo.ZoneInfo(zone))


def check_in(member: Member, at: dt.datetime) -> SymptomReport:
    entry = uuid.uuid4()
    with time_machine.travel(at, tick=False):
        sent = report_answers(entry=str(entry))
        assertRedirects(signed_in(member).post("/check-in/", sent), "/sessions/")
    return SymptomReport.objects.get(pk=entry)


def move(member: Member, zone: str, at: dt.datetime) -> None:
    with time_machine.travel(at, tick=False):
        sent = {"first_name": member.first_name, "time_zone": zone}
        assertRedirects(signed_in(member).post("/me/", sent), "/me/")


def shown(member: Member, address: str, at: dt.datetime) -> str:
    with time_machine.travel(at, tick=False):
        response = signed_in(member).get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_what_was_noted_before_a_journey_keeps_its_day(ada: Member) -> None:
    evening = clock(dt.date(2026, 11, 12), 22)  # 12 noon of the 13th in Tokyo
    left = check_in(ada, evening)
    move(ada, TOKYO, evening + 10 * MINUTE)
    come = check_in(ada, evening + 20 * MINUTE)
    left.refresh_from_db()
    assert (left.reported_on.day, come.reported_on.day) == (12, 13)
    html = shown(ada, "/sessions/", evening + 30 * MINUTE)
    friday = html.index("Friday, November 13</h2>")
    assert friday < html.index("Thursday, November 12</h2>")
    assert friday < html.index(str(come.pk)) < html.index(str(left.pk))
    assert "Friday, November 13</p>" in shown(ada, "/today/", evening + 30 * MINUTE)


def test_a_day_that_comes_twice_on_a_journey_west(ada: Member) -> None:
    ada.time_zone = TOKYO
    ada.save()
    morning = clock(dt.date(2026, 11, 13), 9, TOKYO)  # 7 PM of the 12th in New York
    left = check_in(ada, morning)
    move(ada, NEW_YORK, morning + 10 * MINUTE)
    come = check_in(ada, morning + 20 * MINUTE)
    left.refresh_from_db()
    assert (left.reported_on.day, come.reported_on.day) == (13, 12)
    later = morning + 30 * MINUTE
    html = shown(ada, "/sessions/", later)
    assert html.index("Friday, November 13</h2>") < html.index("November 12</h2>")
    assert "Thursday, November 12</p>" in shown(ada, "/today/", later)


@pytest.mark.parametrize("address", ["/today/", "/progress/", "/progress/?period=all"])
def test_notes_of_a_day_that_has_not_come_here_yet_break_no_page(
    ada: Member, address: str
) -> None:
    note_days(ada, [5, 5, 4, 3], last=dt.date(2026, 11, 13))
    shown(ada, address, NOON)
    SymptomReport.objects.exclude(reported_on=dt.date(2026, 11, 13)).delete()
    shown(ada, address, NOON)


@pytest.mark.usefixtures("enrolled_ada")
def test_a_session_begun_before_a_journey_is_finished_after_it(ada: Member) -> None:
    evening = clock(dt.date(2026, 11, 12), 22)
    with time_machine.travel(evening, tick=False):
        signed_in(ada).post("/sessions/start/", report_answers())
    session = ExerciseSession.objects.get()
    move(ada, TOKYO, evening + 5 * MINUTE)
    with time_machine.travel(evening + 20 * MINUTE, tick=False):
        sent = report_answers(entry=str(uuid.uuid4()))
        signed_in(ada).post(f"/sessions/{session.pk}/finish/", sent)
    session.refresh_from_db()
    assert (session.performed_on.day, session.finished_at) == (
        12,
        evening + 20 * MINUTE,
    )
    days = session.symptom_reports.values_list("moment", "reported_on__day")
    assert set(days) == {("before", 12), ("after", 13)}


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (clock(LEAP, 0) - SECOND, LEAP - DAY),
        (clock(LEAP, 0), LEAP),
        (clock(dt.date(2028, 3, 1), 0) - SECOND, LEAP),
        (clock(dt.date(2028, 3, 1), 0), dt.date(2028, 3, 1)),
        (clock(NEW_YEAR, 0) - SECOND, dt.date(2026, 12, 31)),
        (clock(NEW_YEAR, 0), NEW_YEAR),
    ],
    ids=str,
)
@pytest.mark.usefixtures("questions", "enrollment")
def test_each_thing_noted_has_the_day_on_the_calendar(
    ada: Member, at: dt.datetime, day: dt.date
) -> None:
    assert check_in(ada, at).reported_on == day
    with time_machine.travel(at, tick=False):
        client = signed_in(ada)
        client.post("/safety/", safety_answers())
        client.post("/sessions/start/", report_answers())
    assert SafetyScreen.objects.get().asked_on == day
    assert ExerciseSession.objects.get().performed_on == day
    words = f"{day:%A, %B} {day.day}"
    assert f"{words}</p>" in shown(ada, "/today/", at)
    assert f"{words}</h2>" in shown(ada, "/sessions/", at)


def done_on(member: Member, day: dt.date, hour: int = 12) -> ExerciseSession:
    at = clock(day, hour)
    return make_done(member, performed_on=day, started_at=at, finished_at=at)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (LEAP, ["Monday 28", "Tuesday 29, done", "Wednesday 1", "Sunday 5"]),
        (NEW_YEAR, ["Monday 28", "Thursday 31", "Friday 1, done", "Sunday 3"]),
    ],
)
@pytest.mark.usefixtures("enrollment")
def test_the_week_runs_over_the_end_of_the_month(
    ada: Member, day: dt.date, names: list[str]
) -> None:
    make_screen(ada, asked_at=clock(day) - DAY, asked_on=day - DAY)
    done_on(ada, day)
    done_on(ada, day - DAY * 7)
    html = shown(ada, "/today/", clock(day))
    assert "1 session done." in html
    assert html.count('<span class="vh">', html.index("This week")) >= len(names)
    places = [html.index(f'<span class="vh">{name}</span>') for name in names]
    assert places == sorted(places)


def pain_table(html: str) -> str:
    begin = html.index("<caption>Pain, 0 to 10</caption>")
    return html[begin : html.index("</table>", begin)]


@pytest.mark.parametrize(
    ("period", "span"),
    [
        ("6-weeks", "January 19 to February 29"),
        ("3-months", "December 1, 2027 to February 29, 2028"),
        ("all", "November 22, 2027 to February 29, 2028"),
    ],
)
def test_the_periods_count_the_leap_day(ada: Member, period: str, span: str) -> None:
    note_days(ada, [4] * 100, last=LEAP)
    html = shown(ada, f"/progress/?period={period}", clock(LEAP))
    assert span in html
    assert pain_table(html).count('<th scope="row">Feb 29</th>') == 1


def test_the_table_has_the_leap_day_between_its_neighbors(ada: Member) -> None:
    note_days(ada, [4, 5, 6], last=dt.date(2028, 3, 1))
    html = shown(ada, "/progress/", clock(dt.date(2028, 3, 1)))
    rows = [f'<th scope="row">{name}</th>' for name in ("Mar 1", "Feb 29", "Feb 28")]
    places = [html.index(row) for row in rows]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (LEAP - DAY, LEAP),
        (LEAP, dt.date(2028, 3, 1)),
        (dt.date(2027, 2, 28), dt.date(2027, 3, 1)),
        (dt.date(2026, 12, 31), NEW_YEAR),
    ],
    ids=str,
)
def test_the_morning_after_is_the_next_day_of_the_calendar(
    ada: Member, first: dt.date, then: dt.date
) -> None:
    session = done_on(ada, first, hour=23)
    page, link = f"/sessions/{session.pk}/", f"/sessions/{session.pk}/report/morning/"
    opens = clock(then, 0)
    before = shown(ada, page, opens - SECOND)
    assert f"from {then:%A, %B} {then.day} on" in before
    assert link not in before
    assert link in shown(ada, page, opens)
    assert link in shown(ada, page, clock(then + DAY, 0) - SECOND)
    assert link not in shown(ada, page, clock(then + DAY, 0))
    with time_machine.travel(opens, tick=False):
        signed_in(ada).post(link, report_answers())
    assert SymptomReport.objects.get().reported_on == then


@pytest.mark.parametrize(("day", "status"), [(28, 302), (1, 422)])
def test_a_session_of_the_leap_day_can_be_edited_for_a_year(
    ada: Member, day: int, status: int
) -> None:
    session = make_session(ada, performed_on=LEAP, started_at=clock(LEAP, 12))
    sent = {"version": "1", "performed_on": "2028-02-29", "note": "Edited"}
    now = clock(dt.date(2029, 2 if day == 28 else 3, day))
    with time_machine.travel(now, tick=False):
        response = signed_in(ada).post(f"/sessions/{session.pk}/edit/", sent)
    assert response.status_code == status


def test_history_runs_backward_over_the_end_of_the_year(ada: Member) -> None:
    for day in (NEW_YEAR - DAY, NEW_YEAR, NEW_YEAR - DAY * 2):
        at = clock(day)
        make_report(ada, reported_on=day, reported_at=at)
    with time_machine.travel(clock(NEW_YEAR), tick=False):
        response = signed_in(ada).get("/sessions/")
    names = ["Friday, January 1", "Thursday, December 31", "Wednesday, December 30"]
    html = response.content.decode()
    places = [html.index(f"{name}</h2>") for name in names]
    assert places == sorted(places)
    assertContains(response, "</h2>", count=3)
    assertNotContains(response, "Nothing noted yet")


@pytest.mark.usefixtures("questions")
def test_a_lock_of_a_day_that_is_tomorrow_here_can_be_cleared_today(
    ada: Member,
) -> None:
    asked = clock(dt.date(2026, 11, 13), 2, TOKYO)  # noon of the 12th in New York
    lock = make_screen(
        ada, outcome="emergency", asked_at=asked, asked_on=dt.date(2026, 11, 13)
    )
    sent = safety_answers(assessed_by="The ER", assessed_on="2026-11-12")
    with time_machine.travel(asked + 120 * MINUTE, tick=False):
        assertRedirects(signed_in(ada).post("/safety/", sent), "/today/")
    lock.refresh_from_db()
    assert lock.cleared_by == ada


def test_a_note_is_added_to_a_session_of_a_day_that_is_tomorrow_here(
    ada: Member,
) -> None:
    tomorrow = dt.date(2026, 11, 13)
    session = make_session(ada, performed_on=tomorrow, started_at=NOON)
    sent = {"performed_on": str(tomorrow), "note": "On the plane.", "version": 1}
    with time_machine.travel(NOON + MINUTE, tick=False):
        response = signed_in(ada).post(f"/sessions/{session.pk}/edit/", sent)
    assertRedirects(response, f"/sessions/{session.pk}/")
    session.refresh_from_db()
    assert (session.note, session.performed_on) == ("On the plane.", tomorrow)
