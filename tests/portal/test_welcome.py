"""Joining a program that the member's cover opens."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from exercises.models import Phase, Program
from portal.accounts.models import Consent, Member
from portal.plans.models import Coverage
from tests.conftest import signed_in
from tests.factories import (
    TODAY,
    make_benefit,
    make_enrollment,
    make_phase,
    make_program,
    make_sponsor,
)
from tracking.models import Enrollment

ADDRESS = "/welcome/"
ENTRY = uuid.UUID("5f3b1c52-30c0-4f0e-9d9d-6a2f5b3f0002")
DAY = dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def today() -> Iterator[dt.date]:
    noon = dt.datetime.combine(TODAY, dt.time(17), dt.UTC)
    with time_machine.travel(noon, tick=False):
        yield TODAY


@pytest.fixture
def program(db: None) -> Program:
    return make_program(title="12 weeks for sciatica", slug="sciatica-12-weeks")


@pytest.fixture
def phase(program: Program) -> Phase:
    make_phase(program, title="Strengthen", slug="strengthen", order=2)
    return make_phase(program, title="Calm", slug="calm", order=1)


@pytest.fixture
def coverage(ada: Member, program: Program, phase: Phase) -> Coverage:
    benefit = make_benefit(make_sponsor(), program)
    return Coverage.objects.create(member=ada, benefit=benefit)


def answers(covered: Program, /, **changes: Any) -> dict[str, Any]:
    sent = {
        "entry": str(ENTRY),
        "program": str(covered.pk),
        "track": "extension",
        "agrees": "on",
    }
    return {name: v for name, v in {**sent, **changes}.items() if v is not None}


@pytest.mark.usefixtures("program")
def test_without_cover_it_leads_to_the_search(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "First, your cover")
    assertContains(response, 'action="/coverage/"')
    assertContains(response, 'href="/guides/sciatica/"')
    assertNotContains(response, "12 weeks for sciatica")


@pytest.mark.usefixtures("phase")
def test_without_cover_nobody_joins(ada_client: Client, program: Program) -> None:
    response = ada_client.post(ADDRESS, answers(program))
    assert response.status_code == 422
    assert not Enrollment.objects.exists()
    assert not Consent.objects.exists()


@pytest.mark.usefixtures("coverage")
def test_with_cover_it_asks_and_nothing_is_chosen(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "12 weeks for sciatica")
    assertContains(response, "No clear direction")
    assertContains(response, "Keep the notes I make about my pain and my sessions.")
    assertNotContains(response, "checked")


@pytest.mark.usefixtures("coverage")
def test_joining_makes_the_enrollment_in_the_first_phase(
    ada_client: Client, ada: Member, program: Program, phase: Phase
) -> None:
    response = ada_client.post(ADDRESS, answers(program))
    assertRedirects(response, "/today/")
    joined = Enrollment.objects.get(pk=ENTRY)
    assert (joined.member, joined.program, joined.phase) == (ada, program, phase)
    assert (joined.track, joined.started_on) == ("extension", TODAY)
    assert joined.ended_on is None


@pytest.mark.usefixtures("coverage")
def test_joining_keeps_the_consent_to_notes_about_health(
    ada_client: Client, ada: Member, program: Program
) -> None:
    ada_client.post(ADDRESS, answers(program))
    consent = Consent.objects.get()
    assert (consent.member, consent.kind, consent.version) == (ada, "health", "2026-11")


@pytest.mark.usefixtures("coverage")
@pytest.mark.parametrize(
    ("changes", "sentence", "target"),
    [
        (
            {"agrees": None},
            "Without this, there is nothing to show you. Tick to go on.",
            "id_agrees",
        ),
        (
            {"track": None},
            "Choose one. The last one is always all right.",
            "id_track_0",
        ),
        ({"program": None}, "Choose a program.", "id_program_0"),
    ],
)
def test_a_missing_answer_is_named_and_nobody_joins(
    ada_client: Client,
    program: Program,
    changes: dict[str, None],
    sentence: str,
    target: str,
) -> None:
    response = ada_client.post(ADDRESS, answers(program, **changes))
    assertContains(response, f'<a href="#{target}">{sentence}</a>', status_code=422)
    assertContains(response, sentence, count=2, status_code=422)
    assert not Enrollment.objects.exists()
    assert not Consent.objects.exists()


@pytest.mark.usefixtures("coverage")
def test_what_was_chosen_stays(ada_client: Client, program: Program) -> None:
    response = ada_client.post(ADDRESS, answers(program, agrees=None))
    html = response.content.decode()
    assert html.count(" checked") == 2
    assertContains(response, f'value="{ENTRY}"', status_code=422)


@pytest.mark.usefixtures("coverage")
def test_a_program_that_is_not_covered_cannot_be_joined(ada_client: Client) -> None:
    other = make_phase(make_program()).program
    assert ada_client.post(ADDRESS, answers(other)).status_code == 422


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_on": TODAY + DAY},
        {"starts_on": TODAY - 2 * DAY, "ends_on": TODAY - DAY},
    ],
)
def test_cover_that_does_not_run_today_opens_nothing(
    ada_client: Client, coverage: Coverage, program: Program, changes: dict[str, Any]
) -> None:
    for name, value in changes.items():
        setattr(coverage.benefit, name, value)
    coverage.benefit.save()
    assertContains(ada_client.get(ADDRESS), "First, your cover")
    assert ada_client.post(ADDRESS, answers(program)).status_code == 422


def test_cover_that_was_ended_opens_nothing(
    ada_client: Client, coverage: Coverage
) -> None:
    Coverage.objects.update(ended_on=TODAY)
    assertContains(ada_client.get(ADDRESS), "First, your cover")


@pytest.mark.usefixtures("coverage")
def test_the_cover_of_another_member_opens_nothing(
    bea_client: Client, program: Program
) -> None:
    assertContains(bea_client.get(ADDRESS), "First, your cover")
    assert bea_client.post(ADDRESS, answers(program)).status_code == 422


@pytest.mark.usefixtures("coverage")
def test_a_second_program_is_refused_with_a_sentence(
    ada_client: Client, ada: Member, program: Program
) -> None:
    make_enrollment(ada, make_phase(make_program()))
    response = ada_client.post(ADDRESS, answers(program))
    sentence = "You already follow a program. Leave it first, on your account page."
    assertContains(response, sentence, status_code=422)
    assert Enrollment.objects.count() == 1


@pytest.mark.usefixtures("coverage")
def test_the_same_form_twice_makes_one_enrollment_and_lands_at_the_same_page(
    ada_client: Client, program: Program
) -> None:
    ada_client.post(ADDRESS, answers(program))
    assertRedirects(ada_client.post(ADDRESS, answers(program)), "/today/")
    assert Enrollment.objects.count() == Consent.objects.count() == 1


@pytest.mark.usefixtures("coverage")
def test_the_same_form_with_other_answers_shows_both(
    ada_client: Client, program: Program
) -> None:
    ada_client.post(ADDRESS, answers(program))
    response = ada_client.post(ADDRESS, answers(program, track="flexion"))
    assertContains(response, "Bending forward helps", status_code=409)
    assertContains(response, f'href="/me/enrollments/{ENTRY}/"', status_code=409)
    assertContains(response, "<dd>12 weeks for sciatica</dd>", status_code=409)
    assert Enrollment.objects.get().track == "extension"


def test_the_number_of_another_member_is_not_found(
    ada_client: Client, bea: Member, coverage: Coverage, phase: Phase
) -> None:
    make_enrollment(bea, phase, pk=ENTRY)
    response = ada_client.post(ADDRESS, answers(phase.program))
    assert response.status_code == 404
    assert not Consent.objects.exists()


@pytest.mark.usefixtures("coverage")
def test_who_follows_a_program_is_led_to_today(
    ada_client: Client, ada: Member, phase: Phase
) -> None:
    make_enrollment(ada, phase)
    assertRedirects(ada_client.get(ADDRESS), "/today/")


@pytest.mark.usefixtures("coverage")
def test_who_left_a_program_can_join_again(
    ada_client: Client, ada: Member, phase: Phase
) -> None:
    make_enrollment(ada, phase, ended_on=TODAY)
    assertRedirects(ada_client.post(ADDRESS, answers(phase.program)), "/today/")
    assert Enrollment.objects.count() == 2


@pytest.mark.usefixtures("coverage")
def test_joining_late_at_night_is_of_the_local_day(
    ada: Member, program: Program
) -> None:
    ada.time_zone = "America/Los_Angeles"
    ada.save()
    late = dt.datetime(2026, 11, 13, 7, 30, tzinfo=dt.UTC)
    with time_machine.travel(late, tick=False):
        signed_in(ada).post(ADDRESS, answers(program))
    assert Enrollment.objects.get().started_on == TODAY


def test_a_visitor_is_sent_to_sign_in(client: Client) -> None:
    response = client.get(ADDRESS)
    login = "/accounts/login/?next=/welcome/"
    assertRedirects(response, login, fetch_redirect_response=False)


@pytest.mark.usefixtures("coverage")
def test_the_page_costs_few_queries(
    ada_client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ada_client.get("/today/")
    with django_assert_max_num_queries(6):
        ada_client.get(ADDRESS)
