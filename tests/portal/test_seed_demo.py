import datetime as dt
import io
import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import models
from django.test import Client
from pytest_django import Settings
from pytest_django.asserts import assertContains, assertRedirects

from exercises.models import Exercise
from portal.accounts.models import Consent, Member
from portal.demo.people import PEOPLE, passwords
from portal.plans.models import Coverage, EligibilityFile
from tests.conftest import signed_in
from tests.factories import TODAY
from tracking.gate import gate_for
from tracking.models import (
    DoseChange,
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    Flare,
    GoalScore,
    LookBack,
    PhaseMove,
    SafetyAlert,
    SafetyScreen,
    SymptomReport,
)
from tracking.progress import Change, Pain, leg_pain
from tracking.safety import FULL, Gate

MADE = (
    Member,
    Consent,
    Coverage,
    Enrollment,
    ExerciseSession,
    ExerciseLog,
    SafetyScreen,
    SafetyAlert,
    SymptomReport,
    LookBack,
    GoalScore,
)


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    noon = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
    with time_machine.travel(noon, tick=False):
        yield


@pytest.fixture
def var(settings: Settings, tmp_path: Path) -> Path:
    settings.DEMO = True
    settings.VAR_DIR = tmp_path
    return tmp_path


@pytest.fixture
def content(db: None) -> None:
    call_command("load_content", verbosity=0, stdout=io.StringIO())
    call_command("load_sponsors", verbosity=0, stdout=io.StringIO())


@pytest.fixture
def printed(var: Path, content: None) -> str:
    """What the command says after it has made everybody."""
    out = io.StringIO()
    call_command("seed_demo", stdout=out)
    return out.getvalue()


def demo_ada() -> Member:
    return Member.objects.get(email="ada@demo.example")


def pain_of_ada() -> Pain:
    return leg_pain(SymptomReport.objects.for_member(demo_ada()).noted(), TODAY)


def rows() -> dict[type[models.Model], set[tuple[object, ...]]]:
    return {model: set(model._base_manager.values_list("pk")) for model in MADE}


@pytest.mark.django_db
def test_without_demo_it_refuses(settings: Settings, tmp_path: Path) -> None:
    settings.DEMO = False
    settings.VAR_DIR = tmp_path
    with pytest.raises(CommandError, match="only where DEMO=1"):
        call_command("seed_demo")
    assert not Member.objects.exists()
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("printed")
def test_ada_has_weeks_of_history_up_to_yesterday() -> None:
    pain = pain_of_ada()
    noted = [d for d, s in zip(pain.dates, pain.scores, strict=True) if s is not None]
    assert len(noted) >= 50
    assert noted[-1] == TODAY - dt.timedelta(days=1)
    assert ExerciseSession.objects.for_member(demo_ada()).count() >= 45


@pytest.mark.usefixtures("printed")
def test_ada_is_better_and_had_a_flare() -> None:
    pain = pain_of_ada()
    assert pain.change is Change.BETTER
    assert pain.flares


@pytest.mark.usefixtures("printed")
def test_the_history_is_such_as_the_pages_would_make() -> None:
    for session in ExerciseSession.objects.prefetch_related("logs", "symptom_reports"):
        assert len(session.logs.all()) > 0
        moments = {report.moment for report in session.symptom_reports.all()}
        expected = {"before", "after"} if session.finished_at else {"before"}
        assert moments - {"morning"} == expected
    assert ExerciseSession.objects.filter(finished_at=None).count() == 2
    for report in SymptomReport.objects.all():
        report.full_clean()


@pytest.mark.usefixtures("printed")
def test_everybody_stands_where_the_demo_needs_them() -> None:
    running = {e.member.email: e.phase.slug for e in Enrollment.objects.for_page()}
    assert running == {
        "ada@demo.example": "restore",
        "bea@demo.example": "calm",
        "ivo@demo.example": "calm",
        "noa@demo.example": "calm",
    }
    assert {m.email for m in Member.objects.filter(is_staff=True)} == {
        "author@demo.example",
        "reviewer@demo.example",
        "publisher@demo.example",
        "administrator@demo.example",
        "officer@demo.example",
    }
    assert Exercise.objects.get(status="in-review").draft_of is not None


@pytest.mark.usefixtures("printed")
def test_an_invented_eligibility_file_is_in_effect() -> None:
    file = EligibilityFile.objects.get()
    assert (file.state, file.people_count, file.wrong_count) == ("in effect", 8, 0)


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize("address", ["/today/", "/sessions/", "/progress/", "/me/"])
def test_the_pages_of_ada_open(address: str) -> None:
    assert signed_in(demo_ada()).get(address).status_code == 200


@pytest.mark.usefixtures("printed")
def test_progress_tells_that_ada_is_better() -> None:
    response = signed_in(demo_ada()).get("/progress/?period=all")
    assertContains(response, "Yes. Your leg pain was")
    assertContains(response, '<path class="flare" d="M')
    for words in (
        "Yes. On the left, it reached your foot",
        "Lying press-up: your leg hurt less",
        "planned days in the last 4 full weeks",
        "Your 3 activities went from 2 to 6 on average.",
    ):
        assertContains(response, words)


def test_each_person_can_sign_in_with_the_password_that_is_printed(
    printed: str,
) -> None:
    cache.clear()
    for email, password in passwords().items():
        assert f"{email} " in printed
        assert password in printed
        sent = {"login": email, "password": password}
        response = Client().post("/accounts/login/", sent)
        assert response.status_code == 302, email
        assert response["Location"] in {"/today/", "/admin/", "/care/"}


@pytest.mark.usefixtures("printed")
def test_the_file_of_passwords_is_for_its_owner_only(var: Path) -> None:
    file = var / "demo-passwords.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(set(passwords().values())) == 11


def test_who_is_new_in_the_demo_gets_a_password_beside_the_others(var: Path) -> None:
    file = var / "demo-passwords.json"
    file.write_text('{"ada@demo.example": "kept from before"}')
    known = passwords()
    assert known == json.loads(file.read_text())
    assert known["ada@demo.example"] == "kept from before"
    assert known.keys() == {person.email for person in PEOPLE}


def test_a_second_run_changes_nothing(printed: str, var: Path) -> None:
    before, kept = rows(), (var / "demo-passwords.json").read_text()
    out = io.StringIO()
    call_command("seed_demo", stdout=out)
    assert rows() == before
    assert (var / "demo-passwords.json").read_text() == kept
    assert out.getvalue() == printed


@pytest.mark.usefixtures("printed")
def test_bea_is_asked_the_safety_questions_first() -> None:
    bea = signed_in(Member.objects.get(email="bea@demo.example"))
    assertContains(bea.get("/today/"), "First, some safety questions")
    assertRedirects(bea.get("/sessions/start/"), "/safety/")


def person(name: str) -> Member:
    return Member.objects.get(email=f"{name}@demo.example")


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize(
    ("name", "gate"),
    [
        ("ada", Gate.OPEN),
        ("bea", Gate.UNANSWERED),
        ("eve", Gate.UNANSWERED),
        ("ivo", Gate.LOCKED),
    ],
)
def test_the_safety_answers_leave_everybody_where_the_demo_needs_them(
    name: str, gate: Gate
) -> None:
    assert gate_for(person(name)) is gate


@pytest.mark.usefixtures("printed")
def test_ivos_answers_are_whole_and_raised_an_alert() -> None:
    alert = SafetyAlert.objects.get()
    assert (alert.member, alert.severity) == (person("ivo"), "same-day")
    assert alert.screen.plain_answers.keys() >= {*FULL, "motor_sudden"}
    assert (alert.owner, alert.closed_at) == (None, None)


@pytest.mark.usefixtures("printed")
def test_the_clinician_sees_what_ivo_reported() -> None:
    client = signed_in(person("clinician"))
    alert = SafetyAlert.objects.get()
    assertContains(client.get("/care/"), alert.number)
    response = client.get(f"/care/{alert.pk}/")
    assertContains(response, "Is one leg or foot getting weaker?")
    assertContains(response, "right foot", count=1)
    assertContains(response, "right thigh", count=1)


@pytest.mark.usefixtures("printed")
def test_the_clinician_is_no_other_staff() -> None:
    cleo = person("clinician")
    assert cleo.is_clinician
    assert (cleo.is_staff, cleo.is_superuser) == (False, False)


@pytest.mark.usefixtures("printed")
def test_ada_has_8_weekly_look_backs_and_scores_her_activities() -> None:
    ada = demo_ada()
    weeks = LookBack.objects.for_member(ada)
    assert (weeks.count(), weeks.answered().count()) == (8, 7)
    scores = [list(goal.scores.all()) for goal in ada.activity_goals.all()]
    assert [len(rows) for rows in scores] == [7, 7, 7]
    assert [rows[0].score for rows in scores] == [7, 6, 5]


@pytest.mark.usefixtures("printed")
def test_ada_has_moved_on_had_a_flare_and_sees_how_her_doses_changed() -> None:
    ada = demo_ada()
    move = PhaseMove.objects.for_member(ada).get()
    assert (move.from_title, move.to_title) == ("Calm", "Restore")
    assert DoseChange.objects.for_member(ada).count() == 10
    assert Flare.objects.for_member(ada).get().ended_on is not None
    response = signed_in(ada).get("/me/doses/")
    assertContains(response, "Hip bridge: 2 sets of 8 to 2 sets of 10.")
    assertContains(signed_in(ada).get("/today/"), 'aria-pressed="true"', count=1)


@pytest.mark.usefixtures("printed")
def test_noa_can_move_on() -> None:
    client = signed_in(person("noa"))
    assertContains(client.get("/today/"), "You can move on to Restore")
