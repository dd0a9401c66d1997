import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from exercises.models import Caution, Phase, Step
from tests.exercises.whole_pages import (
    CANARIES,
    is_harmless,
    make_statement,
    make_whole_exercise,
)
from tests.factories import (
    make_exercise,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

pytestmark = pytest.mark.django_db

ADDRESS = "/programs/12-weeks/sheet/"


@pytest.fixture
def phase() -> Phase:
    return make_phase(
        make_program(slug="12-weeks", body="It takes time [@fritz2021]."),
        move_on="leg-low: Leg pain is 4 or less.",
        if_not="Stay in this stage.",
    )


def read(client: Client) -> str:
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return " ".join(response.text.split())


def test_the_program_leads_to_its_sheet(client: Client, phase: Phase) -> None:
    assert f'href="{ADDRESS}"' in client.get("/programs/12-weeks/").text


def test_the_sheet_holds_each_stage_with_its_amounts_and_rules(
    client: Client, phase: Phase
) -> None:
    bridge = make_exercise(title="Bridge", figure="bridge")
    make_prescription(phase, bridge, reps=8, for_flexion=False, note="Easy.")
    page = read(client)
    assert "Calm: Weeks 1 to 2" in page
    assert "Days: 7 a week. Sessions: 1 a day." in page
    assert "8 times, hold for 2 seconds <br>Easy." in page
    assert "For: Bending backward helps; No clear direction" in page
    assert "<span>Leg pain is 4 or less.</span>" in page
    assert "<b>If not:</b> Stay in this stage." in page
    assert "Call 911 or go to the ER now if:" in page


def test_each_exercise_is_told_once_with_its_stills_and_its_limits(
    client: Client, phase: Phase
) -> None:
    bridge = make_exercise(title="Bridge", figure="bridge")
    for number, text in enumerate(["Lie down.", "Lift your hips."]):
        Step.objects.create(exercise=bridge, text=text, frame=number, order=number)
    for kind in ("stop-if", "ask-first", "do-not"):
        Caution.objects.create(exercise=bridge, kind=kind, text=f"so {kind}")
    make_prescription(phase, bridge)
    make_prescription(make_phase(phase.program, title="Restore"), bridge)
    page = read(client)
    assert page.count("<h3>Bridge</h3>") == 1
    assert "<ol><li>Lie down.</li><li>Lift your hips.</li></ol>" in page
    assert page.count("<figcaption>") == 2
    assert "<b>Stop if:</b> so stop-if." in page
    assert "<b>Ask a clinician first if:</b> so ask-first." in page
    assert "<b>Take care:</b> so do-not." in page


def test_an_exercise_whose_steps_have_no_picture_shows_start_and_finish(
    client: Client, phase: Phase
) -> None:
    make_prescription(phase, make_exercise(figure="bridge"))
    assert read(client).count("<figcaption>") == 2


def test_the_sheet_says_where_it_comes_from(client: Client, phase: Phase) -> None:
    make_reference(key="fritz2021", authors="Fritz and others")
    exercise = make_exercise()
    make_statement("long2004", exercise=exercise, certainty="low")
    make_statement(exercise=exercise, text="So [@fritz2021].")
    make_prescription(phase, exercise)
    page = read(client)
    assert page.count('<li id="ref-') == 2
    assert 'Studies: <sup><a id="note-2" href="#ref-2"' in page
    assert 'id="note-1-2" href="#ref-1"' in page
    assert "From Stepwell: http://testserver/programs/12-weeks/. As it stood on" in page


def test_what_is_not_public_is_on_no_sheet(client: Client, phase: Phase) -> None:
    make_prescription(phase, make_exercise(title="Secret", status="draft"))
    assert "Secret" not in read(client)


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_only_a_published_program_has_a_sheet(client: Client, status: str) -> None:
    make_program(slug="12-weeks", status=status)
    assert client.get(ADDRESS).status_code == 404


def test_canaries_come_out_harmless(client: Client, phase: Phase) -> None:
    exercise = make_exercise(title=CANARIES[:120])
    Step.objects.create(exercise=exercise, text=CANARIES)
    Caution.objects.create(exercise=exercise, kind="stop-if", text=CANARIES)
    make_statement(exercise=exercise, text=CANARIES)
    make_prescription(phase, exercise, note=CANARIES, only_if=CANARIES)
    assert is_harmless(client.get(ADDRESS).text)


@pytest.mark.parametrize("size", [1, 6])
def test_queries_do_not_grow_with_the_program(
    client: Client,
    phase: Phase,
    size: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(size):
        make_prescription(phase, make_whole_exercise(2))
    with django_assert_max_num_queries(12):
        client.get(ADDRESS)
