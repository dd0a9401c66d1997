"""What a form costs to be sent: the same with a long history as with a short one."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from exercises.models import Exercise
from tests.factories import (
    TODAY,
    make_exercise,
    make_flare,
    make_goal,
    make_goal_score,
    make_look_back,
    make_phase,
)
from tests.tracking.conftest import (
    DAY,
    ENTRY,
    NOON,
    left_out,
    note_days,
    posted,
    report_answers,
    safety_answers,
    short_answers,
)
from tests.tracking.test_queries import FEW, MANY, add_sessions
from tracking.models import Enrollment, ExerciseSession
from tracking.safety import CAUDA_EQUINA

type Deed = Callable[[Enrollment], tuple[str, dict[str, Any]]]
RULES = "leg-low: So.\nwalks-10: So.\nbridges-2-of-10: So.\ngoals-2-better: So."


def swap(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    enrollment.phase.slug = "calm"
    enrollment.phase.save()
    make_exercise(slug="plank", direction="neutral", stages="calm")
    Exercise.objects.filter(slug="bridge").update(direction="neutral")
    return f"/sessions/{begun().pk}/play/1/", left_out(instead="plank")


def begun() -> ExerciseSession:
    return ExerciseSession.objects.get(phase_title="Calm")


def ended() -> ExerciseSession:
    row = begun()
    row.logs.update(sets_done=1, state="partly")
    row.started_at = NOON - dt.timedelta(minutes=40)
    row.finished_at = NOON - dt.timedelta(minutes=20)
    row.save()
    return row


def move_on(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    member = enrollment.member
    enrollment.phase.move_on = RULES
    enrollment.phase.save()
    make_phase(enrollment.program, order=2, title="Restore")
    Enrollment.objects.update(started_on=TODAY - DAY * 20)
    make_look_back(member)
    note_days(member, [6] * 7 + [4] * 13)
    for order in (1, 2):
        goal = make_goal(member, order=order, score=8)
        make_goal_score(goal, scored_on=TODAY - DAY * 20, score=2)
    log = ended().logs.get(position=1)
    log.exercise = make_exercise(slug="hip-bridge")
    log.sets_done, log.reps_done, log.state = 2, 10, "done"
    log.save()
    return f"/me/enrollments/{enrollment.pk}/phase/", {"entry": str(ENTRY)}


def edit(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    sent = {"version": "1", "note": "So", "sets_1": "1", "sets_2": "1"}
    day = {"performed_on": (TODAY - DAY).isoformat()}
    return f"/sessions/{ended().pk}/edit/", sent | day


def delete(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    return f"/sessions/{ended().pk}/delete/", {}


def quick_log(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    keys = [str(d.exercise_id) for d in enrollment.phase.prescriptions.all()]
    keys.append(str(make_exercise(slug="plank").pk))
    doses = {f"sets_{key}": "1" for key in keys}
    sent = {"entry": str(ENTRY), "today": TODAY.isoformat(), "when": "today"}
    return "/sessions/log/", {**sent, "did": keys, "note": "", **doses}


def later(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    return f"/sessions/{ended().pk}/report/after-10/", report_answers()


def beside(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    return f"/sessions/{ended().pk}/report/after/", report_answers()


def look_back(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    goal = make_goal(enrollment.member)
    numbers = {"walk_minutes": "25", "sit_minutes": "40", f"goal_{goal.pk}": "5"}
    sent = {"entry": str(ENTRY), "day": TODAY.isoformat()}
    return "/look-back/", sent | numbers


def flare(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    make_flare(enrollment.member, declared_on=TODAY - DAY * 40)
    return "/me/flares/", {"entry": str(ENTRY), "days": "2"}


def goal(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    return "/me/goals/", {"entry": str(ENTRY), "text": "Swim", "score": "3"}


def goal_again(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    row = make_goal(enrollment.member)
    return row.get_absolute_url(), {"text": "Swim", "score": "3"}


def all_questions(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    return "/safety/?all=1", safety_answers()


def short_check(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    return "/safety/?weekly=1", short_answers()


def emergency(enrollment: Enrollment) -> tuple[str, dict[str, Any]]:
    return "/safety/?all=1", safety_answers(**{CAUDA_EQUINA[0]: "yes"})


MOST_OF_A_POST = 8
COUNTS: dict[Deed, int] = {
    swap: 8,
    move_on: 8,
    edit: 10,
    delete: 7,
    quick_log: 8,
    later: 6,
    beside: 6,
    look_back: 8,
    flare: 8,
    goal: 8,
    goal_again: 8,
    all_questions: 8,
    short_check: 8,
    emergency: 8,
}


@pytest.mark.usefixtures("session", "questions")
@pytest.mark.parametrize("history", [FEW, MANY])
@pytest.mark.parametrize(
    ("deed", "count"), COUNTS.items(), ids=[deed.__name__ for deed in COUNTS]
)
def test_a_long_history_costs_a_post_no_query_more(
    ada_client: Client, enrollment: Enrollment, deed: Deed, count: int, history: int
) -> None:
    """8 at most, with the 2 of who is signed in.

    Only a session that is put right, on another day, costs 10: it writes 4 tables (the
    session, what stood there before, the exercises, the days of its reports), and
    reads its exercises twice, for its form and once more when its row is locked. To
    read them once, the page would have to hold the lock while it checks the form.
    """
    ada_client.get("/today/")  # the first look of a while is noted with the sign-in
    add_sessions(enrollment.member, 2, history + 2)
    address, sent = deed(enrollment)
    assert posted(ada_client, address, sent) == count


def test_only_an_edit_costs_more_than_8() -> None:
    assert [deed for deed, n in COUNTS.items() if n > MOST_OF_A_POST] == [edit]
