import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from portal.accounts.models import Member
from tests.factories import make_exercise, make_report, make_session, make_stop
from tracking.models import ExerciseSession, WeekPlan


def test_a_finished_session_tells_what_was_done_and_how_it_felt(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.finished_at = timezone.now()
    session.note = "Slept badly"
    session.save()
    session.logs.filter(position=1).update(sets_done=1, state="partly")
    session.logs.filter(position=2).update(state="skipped", skip_reason="time")
    make_report(session.member, session=session, moment="after", leg=2, left=3)
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertContains(response, "<h1>Your session</h1>", html=True)
    assertContains(response, "Thursday, November 12, Calm")
    assertContains(response, "1 of 2 sets done")
    assertContains(response, "skipped: no time")
    assertContains(response, "Slept badly")
    assertContains(
        response,
        "Leg pain went from 4 to 2. It moved up: from left lower leg to left thigh.",
    )


def row_of(
    session: ExerciseSession, moment: str, label: str, cells: tuple[str, ...]
) -> str:
    """A row of the table, as it stands in the page."""
    report = session.symptom_reports.get(moment=moment)
    link = f'<a href="/check-in/{report.pk}/edit/"><span class="vh">Change: </span>'
    head = f'<th scope="row">{link}{label}</a><br><span class="muted">noon</span></th>'
    return f"<tr>{head}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def test_each_moment_stands_in_a_row_with_what_was_felt(
    ada_client: Client, session: ExerciseSession
) -> None:
    felt = {"tingling": True, "numbness": True, "weakness": True}
    make_report(session.member, session=session, moment="after", back=0, leg=2)
    make_report(session.member, session=session, moment="after-10", leg=1, **felt)
    make_report(session.member, session=session, moment="morning", left=0, leg=0)
    response = ada_client.get(f"/sessions/{session.pk}/")
    leg = "left lower leg"
    for moment, label, cells in (
        ("before", "Before", ("3", "4", leg, "nothing else")),
        ("after", "After", ("0", "2", leg, "nothing else")),
        (
            "after-10",
            "10 minutes after",
            ("3", "1", leg, "tingling, numbness and weakness"),
        ),
        ("morning", "The morning after", ("3", "0", "nowhere", "nothing else")),
    ):
        row = row_of(session, moment, label, cells)
        assertContains(response, row, html=True)


def test_numbness_that_is_new_is_said_in_words_and_leads_to_the_check(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.symptom_reports.update(weakness=True)
    make_report(
        session.member, session=session, moment="after", numbness=True, weakness=True
    )
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertContains(response, "New since before the session: numbness.")
    assertContains(response, '<a href="/safety/">Check it now</a>', html=True)


def test_numbness_from_before_is_not_called_new(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.symptom_reports.update(numbness=True)
    make_report(session.member, session=session, moment="after", numbness=True)
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertNotContains(response, "New since")


def test_an_open_session_can_be_carried_on(
    ada_client: Client, session: ExerciseSession
) -> None:
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertContains(response, "This session is open")
    assertContains(response, f'href="/sessions/{session.pk}/play/1/"')
    assertContains(response, f'href="/sessions/{session.pk}/finish/"')
    assertNotContains(response, "Leg pain")


def test_a_session_without_reports_shows_dashes(
    ada_client: Client, session: ExerciseSession
) -> None:
    session.symptom_reports.all().delete()
    response = ada_client.get(f"/sessions/{session.pk}/")
    row = '<tr><th scope="row">After</th>' + "<td>–</td>" * 4 + "</tr>"
    assertContains(response, row, html=True)
    assertNotContains(response, "/check-in/")


def test_a_note_is_shown_as_it_was_typed(ada_client: Client, ada: Member) -> None:
    session = make_session(ada, note="<b>less</b>\nthan before")
    response = ada_client.get(f"/sessions/{session.pk}/")
    assertContains(response, "&lt;b&gt;less&lt;/b&gt;<br>than before")


def test_it_says_what_was_done_and_how_it_went(
    ada_client: Client, session: ExerciseSession
) -> None:
    bridge, walk = session.logs.all()
    bridge.sets_done, bridge.state, bridge.reps_done = 1, "partly", 6
    bridge.rating, bridge.leg_response, bridge.reach_response = "hard", "less", "up"
    bridge.save()
    walk.swapped_from, walk.swap_reason = make_exercise(title="Swim"), "tired"
    walk.save()
    make_stop(bridge)
    response = ada_client.get(session.get_absolute_url())
    assertContains(response, "1 of 2 sets done, 6 repeats each")
    assertContains(response, "Hard. Leg pain: less. Moved up, toward the back.")
    assertContains(response, "instead of Swim")
    assertContains(response, "Stopped: sharp pain")


@pytest.mark.parametrize(
    ("weekdays", "words"),
    [
        ([3, 5], "Your next planned day is Saturday, November 14."),
        ([3], "Your next planned day is Thursday, November 19."),
        ([], None),
    ],
)
def test_after_a_session_of_today_the_next_planned_day_is_named(
    ada_client: Client,
    session: ExerciseSession,
    weekdays: list[int],
    words: str | None,
) -> None:
    WeekPlan.objects.create(member=session.member, weekdays=weekdays)
    session.finished_at = session.started_at
    session.save()
    response = ada_client.get(session.get_absolute_url())
    if words:
        assertContains(response, words)
    else:
        assertNotContains(response, "Your next planned day")


def test_the_note_of_the_report_after_it_is_shown(
    ada_client: Client, session: ExerciseSession
) -> None:
    assertContains(ada_client.get(session.get_absolute_url()), "Add a note")
    make_report(session.member, session=session, moment="after", note="Slept well")
    response = ada_client.get(session.get_absolute_url())
    assertContains(response, "Slept well")
    assertNotContains(response, "Add a note")
