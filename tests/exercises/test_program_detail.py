import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from exercises.models import Phase
from tests.exercises.whole_pages import CANARIES, is_harmless
from tests.factories import (
    make_exercise,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

pytestmark = pytest.mark.django_db


def read(client: Client) -> str:
    response = client.get("/programs/12-weeks/")
    assert response.status_code == 200
    return response.text


@pytest.fixture
def phase() -> Phase:
    return make_phase(
        make_program(slug="12-weeks", weeks=12),
        minutes=5,
        minutes_to=10,
        move_on="leg-low: Leg pain is 4 or less.\n\nwalks-10: You can walk.",
        if_not="Stay in this stage.",
    )


def test_a_stage_says_when_how_often_and_how_long(client: Client, phase: Phase) -> None:
    page = read(client)
    assert "12 weeks. The length is a convention, not a finding." in page
    for words in ("Weeks 1 to 2", "4 weeks", "7 a week", "5 to 10 minutes"):
        assert f"<dd>{words}</dd>" in page


def test_a_stage_has_its_rules_one_by_one(client: Client, phase: Phase) -> None:
    page = read(client)
    assert "<span>Leg pain is 4 or less.</span>" in page
    assert "<span>You can walk.</span>" in page
    assert "<b>If not:</b> Stay in this stage." in page


def test_a_prescription_says_how_much_for_whom_and_when(
    client: Client, phase: Phase
) -> None:
    exercise = make_exercise(slug="press-up", title="Press-up")
    make_prescription(
        phase,
        exercise,
        reps=5,
        reps_to=10,
        days_per_week=5,
        for_flexion=False,
        for_no_direction=False,
        any_time=True,
        from_week=2,
        only_if="lying flat is easy",
        note="Easy pace.",
    )
    page = read(client)
    assert '<a href="/exercises/press-up/">Press-up</a>' in page
    assert "5 to 10 times, hold for 2 seconds, 5 days a week" in page
    assert "For: Bending backward helps" in page
    assert "At any time of the day" in page
    assert "From week 2" in page
    assert "Only if lying flat is easy" in page
    assert "Easy pace." in page


def test_tracks_are_not_named_where_all_share_it(client: Client, phase: Phase) -> None:
    make_prescription(phase)
    assert "For: " not in read(client)


def test_an_exercise_that_is_not_public_is_left_out(
    client: Client, phase: Phase
) -> None:
    make_prescription(phase, make_exercise(title="Secret", status="withdrawn"))
    assert "Secret" not in read(client)


def test_the_text_of_a_program_has_footnotes(client: Client) -> None:
    make_reference(key="fritz2021")
    make_program(slug="12-weeks", body="The trials were shorter [@fritz2021].")
    page = read(client)
    assert 'id="note-1" href="#ref-1"' in page
    assert '<li id="ref-1"' in page


def test_a_program_leads_to_the_coverage_search(client: Client, phase: Phase) -> None:
    assert '<a class="btn" href="/coverage/">Check your coverage</a>' in read(client)


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_only_a_published_program_is_found(client: Client, status: str) -> None:
    make_program(slug="12-weeks", status=status)
    assert client.get("/programs/12-weeks/").status_code == 404


def test_a_working_draft_is_not_found(client: Client) -> None:
    make_program(slug="12-weeks-next", status="draft", draft_of=make_program())
    assert client.get("/programs/12-weeks-next/").status_code == 404


def test_an_unknown_program_is_not_found(client: Client) -> None:
    assert client.get("/programs/nothing/").status_code == 404


def test_a_program_takes_no_post(client: Client, phase: Phase) -> None:
    assert client.post("/programs/12-weeks/").status_code == 405


def test_canaries_come_out_harmless(client: Client) -> None:
    program = make_program(slug="12-weeks", summary=CANARIES, body=CANARIES)
    make_prescription(make_phase(program, aim=CANARIES), note=CANARIES)
    assert is_harmless(read(client))


@pytest.mark.parametrize("size", [1, 4])
def test_queries_do_not_grow_with_the_program(
    client: Client, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_reference(key="long2004")
    program = make_program(slug="12-weeks", body="So [@long2004].")
    for _ in range(size):
        make_prescription(make_phase(program))
    with django_assert_num_queries(6):
        read(client)
