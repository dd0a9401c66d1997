import datetime as dt

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_report
from tests.tracking.conftest import ENTRY, NOON, report_answers, yes_the_same
from tests.tracking.side_by_side import both
from tracking.models import ExerciseSession, SymptomReport

ADDRESS = "/check-in/"


def test_nothing_is_ticked_beforehand(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "How is it right now?")
    assertNotContains(response, "checked")


def test_it_is_open_without_a_program_and_keeps_the_report(
    ada_client: Client, ada: Member
) -> None:
    response = ada_client.post(ADDRESS, report_answers())
    assertRedirects(response, "/sessions/")
    report = SymptomReport.objects.get(pk=ENTRY)
    assert (report.member, report.session, report.moment) == (ada, None, "check-in")
    assert (report.reported_on, report.leg, report.left) == (TODAY, 4, 3)


@pytest.mark.usefixtures("locked_ada")
def test_it_is_open_while_exercises_are_locked(ada_client: Client) -> None:
    assertRedirects(ada_client.post(ADDRESS, report_answers()), "/sessions/")


def test_it_says_that_it_is_saved(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, report_answers(), follow=True)
    assertContains(response, "Your check-in is saved.")


def test_several_check_ins_a_day_are_kept(ada_client: Client, ada: Member) -> None:
    make_report(ada)
    ada_client.post(ADDRESS, report_answers())
    assert SymptomReport.objects.count() == 2


@pytest.mark.parametrize(
    ("places", "left", "right"),
    [(["none"], 0, 0), (["back"], 1, 1), (["l1", "r5"], 2, 6)],
)
def test_the_places_say_how_far_down_it_reaches(
    ada_client: Client, places: list[str], left: int, right: int
) -> None:
    ada_client.post(ADDRESS, report_answers(place=places))
    report = SymptomReport.objects.get()
    assert (report.left, report.right) == (left, right)


@pytest.mark.parametrize("score", ["0", "10"])
def test_the_ends_of_the_scale_are_taken(ada_client: Client, score: str) -> None:
    ada_client.post(ADDRESS, report_answers(leg=score, back=score))
    report = SymptomReport.objects.get()
    assert (report.leg, report.back) == (int(score), int(score))


@pytest.mark.parametrize(
    "changes",
    [
        {"leg": ""},
        {"leg": "11"},
        {"back": "-1"},
        {"back": "1.5"},
        {"place": []},
        {"place": ["l9"]},
        {"feeling": []},
        {"note": "x" * 2001},
    ],
)
def test_a_wrong_answer_is_refused(ada_client: Client, changes: dict[str, str]) -> None:
    response = ada_client.post(ADDRESS, report_answers(**changes))
    assertContains(response, "There is a problem", status_code=422)
    assert not SymptomReport.objects.exists()


def test_the_same_form_twice_makes_one_report(ada_client: Client) -> None:
    ada_client.post(ADDRESS, report_answers())
    assertRedirects(ada_client.post(ADDRESS, report_answers()), "/sessions/")
    assert SymptomReport.objects.count() == 1


def test_the_same_form_with_other_answers_shows_both(ada_client: Client) -> None:
    ada_client.post(ADDRESS, report_answers())
    response = ada_client.post(ADDRESS, report_answers(leg="9"))
    assertContains(response, both("4", "9"), status_code=409)
    assertContains(response, f'action="/check-in/{ENTRY}/edit/"', status_code=409)
    assert SymptomReport.objects.get().leg == 4


def test_the_number_of_another_member_is_not_found(
    ada_client: Client, bea: Member
) -> None:
    make_report(bea, pk=ENTRY, leg=9)
    assert ada_client.post(ADDRESS, report_answers()).status_code == 404
    report = SymptomReport.objects.get()
    assert (report.member, report.leg) == (bea, 9)


def test_yes_the_same_copies_the_last_answers(ada_client: Client, ada: Member) -> None:
    make_report(ada, places=["l3"], left=4, numbness=True)
    fields = yes_the_same(ada_client, ADDRESS)
    ada_client.post(ADDRESS, fields)
    copy = SymptomReport.objects.get(pk=fields["entry"][0])
    assert (copy.places, copy.left, copy.back, copy.leg) == (["l3"], 4, 3, 4)
    assert (copy.numbness, copy.tingling) == (True, False)


def test_yes_the_same_names_what_it_would_copy(ada_client: Client, ada: Member) -> None:
    make_report(ada)
    response = ada_client.get(ADDRESS)
    line = "Thursday, November 12: back 3, leg 4, as far as: left lower leg."
    assertContains(response, line)


def test_the_last_report_of_another_member_is_not_offered(
    ada_client: Client, bea: Member
) -> None:
    make_report(bea)
    assertNotContains(ada_client.get(ADDRESS), "Yes, the same")


def test_yes_the_same_names_what_is_felt_in_a_leg(
    ada_client: Client, ada: Member
) -> None:
    make_report(ada, numbness=True, weakness=True)
    line = "as far as: left lower leg, with numbness and weakness."
    assertContains(ada_client.get(ADDRESS), line)


def test_each_place_has_its_whole_name(ada_client: Client) -> None:
    html = ada_client.get(ADDRESS).content.decode()
    for side in ("Left", "Right"):
        for place in ("buttock", "thigh", "knee", "lower leg", "foot"):
            assert f'<span class="vh">{side} {place}</span>' in html


FIELDS = ("entry", "version", "place", "back", "leg", "feeling", "note")
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sent=st.dictionaries(st.sampled_from(FIELDS), WORDS | st.lists(WORDS)))
def test_no_string_in_any_field_breaks_a_report_form(
    ada_client: Client, session: ExerciseSession, sent: dict[str, str | list[str]]
) -> None:
    report = session.symptom_reports.get()
    session.finished_at = NOON - dt.timedelta(minutes=15)
    session.started_at = session.finished_at
    session.save()
    for address in (
        ADDRESS,
        "/sessions/start/",
        f"/check-in/{report.pk}/edit/",
        f"/sessions/{session.pk}/finish/",
        f"/sessions/{session.pk}/report/after-10/",
    ):
        response = ada_client.post(address, report_answers(**{"version": "1", **sent}))
        assert response.status_code in {200, 302, 409, 422}
        assert ada_client.post(address, sent).status_code in {200, 302, 422}


SESSION_FIELDS = ("version", "performed_on", "note", "sets_1", "sets_2", "sets_9")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sent=st.dictionaries(st.sampled_from(SESSION_FIELDS), WORDS))
def test_no_string_in_any_field_breaks_the_session_form(
    ada_client: Client, session: ExerciseSession, sent: dict[str, str]
) -> None:
    good = {"version": "1", "performed_on": "2026-11-10", "sets_1": "1", "sets_2": "1"}
    address = f"/sessions/{session.pk}/edit/"
    response = ada_client.post(address, good | sent)
    assert response.status_code in {302, 409, 422}
