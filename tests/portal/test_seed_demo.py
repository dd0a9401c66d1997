import datetime as dt
import io
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

from portal.accounts.models import Consent, Member
from portal.demo.people import passwords
from portal.plans.models import Coverage
from tests.conftest import signed_in
from tests.factories import TODAY
from tracking.models import (
    Enrollment,
    ExerciseLog,
    ExerciseSession,
    SafetyScreen,
    SymptomReport,
)
from tracking.progress import Change, LegPain, leg_pain

MADE = (
    Member,
    Consent,
    Coverage,
    Enrollment,
    ExerciseSession,
    ExerciseLog,
    SafetyScreen,
    SymptomReport,
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


def pain_of_ada() -> LegPain:
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
    days = [day for day in pain_of_ada().days if day.leg is not None]
    assert len(days) >= 50
    assert days[-1].day == TODAY - dt.timedelta(days=1)
    assert ExerciseSession.objects.for_member(demo_ada()).count() >= 45


@pytest.mark.usefixtures("printed")
def test_ada_is_better_and_had_a_flare() -> None:
    pain = pain_of_ada()
    assert pain.change is Change.BETTER
    assert pain.flares


@pytest.mark.usefixtures("printed")
def test_the_history_is_such_as_the_pages_would_make() -> None:
    for session in ExerciseSession.objects.prefetch_related("logs", "symptom_reports"):
        assert session.finished_at is not None
        assert len(session.logs.all()) > 0
        moments = {report.moment for report in session.symptom_reports.all()}
        assert moments == {"before", "after"}
    for report in SymptomReport.objects.all():
        report.full_clean()


@pytest.mark.usefixtures("printed")
def test_everybody_stands_where_the_demo_needs_them() -> None:
    running = {e.member.email: e.phase.slug for e in Enrollment.objects.for_page()}
    assert running == {"ada@demo.example": "restore", "bea@demo.example": "calm"}
    assert SafetyScreen.objects.get().member == demo_ada()
    assert {m.email for m in Member.objects.filter(is_staff=True)} == {
        "author@demo.example",
        "administrator@demo.example",
    }


@pytest.mark.usefixtures("printed")
@pytest.mark.parametrize("address", ["/today/", "/sessions/", "/progress/", "/me/"])
def test_the_pages_of_ada_open(address: str) -> None:
    assert signed_in(demo_ada()).get(address).status_code == 200


@pytest.mark.usefixtures("printed")
def test_progress_tells_that_ada_is_better() -> None:
    response = signed_in(demo_ada()).get("/progress/?period=all")
    assertContains(response, "Yes. Your leg pain was")
    assertContains(response, ">Flare-up</text>")


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
        assert response["Location"] in {"/today/", "/admin/"}


@pytest.mark.usefixtures("printed")
def test_the_file_of_passwords_is_for_its_owner_only(var: Path) -> None:
    file = var / "demo-passwords.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(set(passwords().values())) == 5


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
    assertContains(bea.get("/today/"), "First, 5 safety questions")
    assertRedirects(bea.get("/sessions/start/"), "/safety/")
