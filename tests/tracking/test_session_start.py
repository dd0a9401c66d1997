import pytest
from django.test import Client
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from portal.accounts.models import Member
from tests.factories import TODAY, make_report, make_screen, make_session
from tests.tracking.conftest import DAY, ENTRY, report_answers, yes_the_same
from tests.tracking.side_by_side import both
from tracking.models import Enrollment, ExerciseSession, SymptomReport

ADDRESS = "/sessions/start/"
FIRST = f"/sessions/{ENTRY}/play/1/"


def nothing_is_saved() -> bool:
    return not (ExerciseSession.objects.exists() or SymptomReport.objects.exists())


def only_the_report_is_kept() -> bool:
    report = SymptomReport.objects.get()
    assert (str(report.pk), report.moment) == (str(ENTRY), "check-in")
    return not ExerciseSession.objects.exists()


@pytest.mark.usefixtures("enrolled_ada")
def test_nothing_is_ticked_beforehand(ada_client: Client) -> None:
    response = ada_client.get(ADDRESS)
    assertContains(response, "How is it right now?")
    assertNotContains(response, "checked")


def test_nothing_is_ticked_beforehand_after_an_earlier_report(
    ada_client: Client, enrolled_ada: Member
) -> None:
    make_report(enrolled_ada, places=["back", "l4"], tingling=True, note="Earlier")
    response = ada_client.get(ADDRESS)
    assertContains(response, "Yes, the same")
    assertNotContains(response, "checked")
    assertNotContains(response, "Earlier")


@pytest.mark.usefixtures("enrolled_ada")
def test_each_page_carries_its_own_number(ada_client: Client) -> None:
    entries = {
        ada_client.get(ADDRESS).context["form"]["entry"].value() for _n in range(2)
    }
    assert len(entries) == 2


def test_it_makes_a_session_its_logs_and_the_report_before(
    ada_client: Client, enrolled_ada: Member, enrollment: Enrollment
) -> None:
    response = ada_client.post(ADDRESS, report_answers())
    assertRedirects(response, FIRST)
    session = ExerciseSession.objects.get(pk=ENTRY)
    assert (session.member, session.enrollment) == (enrolled_ada, enrollment)
    assert (session.performed_on, session.finished_at) == (TODAY, None)
    assert session.started_at == timezone.now()
    assert session.phase_title == "Calm"


@pytest.mark.usefixtures("enrolled_ada")
def test_the_logs_keep_what_is_prescribed_that_day(ada_client: Client) -> None:
    ada_client.post(ADDRESS, report_answers())
    bridge, walk = ExerciseSession.objects.get().logs.all()
    assert (bridge.position, bridge.title, bridge.state) == (1, "Bridge", "to-do")
    assert (bridge.sets, bridge.reps, bridge.hold_seconds) == (2, 8, 5)
    assert (walk.position, walk.title, walk.minutes) == (2, "Walk", 10)


@pytest.mark.usefixtures("enrolled_ada")
def test_the_report_before_keeps_each_answer(ada_client: Client) -> None:
    ada_client.post(ADDRESS, report_answers())
    report = SymptomReport.objects.get()
    assert (report.session_id, report.moment) == (ENTRY, "before")
    assert (report.reported_on, report.reported_at) == (TODAY, timezone.now())
    assert (report.back, report.leg) == (3, 4)
    assert report.places == ["back", "l1", "l2"]
    assert (report.left, report.right) == (3, 1)
    assert (report.tingling, report.numbness, report.weakness) == (True, False, False)
    assert report.note == "After a long drive"


@pytest.mark.usefixtures("enrolled_ada")
@pytest.mark.parametrize(
    ("changes", "sentence", "target"),
    [
        ({"back": ""}, "Choose a number from 0 to 10 for your back.", "id_back_0"),
        ({"leg": ""}, "Choose a number from 0 to 10 for your leg.", "id_leg_0"),
        ({"leg": "11"}, "Choose a number from 0 to 10 for your leg.", "id_leg_0"),
        (
            {"place": []},
            "Tick each place where you feel it, or “Nowhere right now”.",
            "id_place_0",
        ),
        (
            {"place": ["none", "l1"]},
            "Tick places, or “Nowhere right now”, but not both.",
            "id_place_0",
        ),
        (
            {"feeling": []},
            "Tick what you feel in a leg, or “None of these”.",
            "id_feeling_0",
        ),
        (
            {"feeling": ["none", "tingling"]},
            "Tick what you feel, or “None of these”, but not both.",
            "id_feeling_0",
        ),
    ],
)
def test_a_wrong_answer_is_named_in_the_summary_and_at_its_field(
    ada_client: Client, changes: dict[str, str], sentence: str, target: str
) -> None:
    response = ada_client.post(ADDRESS, report_answers(**changes))
    assertContains(response, f'<a href="#{target}">{sentence}</a>', status_code=422)
    assertContains(response, f'id="{target[:-2]}_error"', status_code=422)
    assertContains(response, f'id="{target}"', status_code=422)
    assertContains(response, sentence, count=2, status_code=422)
    assert nothing_is_saved()


@pytest.mark.usefixtures("enrolled_ada")
def test_what_was_sent_stays_when_one_answer_is_missing(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, report_answers(leg=""))
    html = response.content.decode()
    assert 'id="l2" name="place" value="l2" checked' in html
    assert 'id="l3" name="place" value="l3" checked' not in html
    assert 'value="3" id="id_back_3" required checked' in html
    assert 'value="tingling" id="id_feeling_0" checked' in html
    assertContains(response, "After a long drive", status_code=422)
    assertContains(response, f'value="{ENTRY}"', status_code=422)


@pytest.mark.usefixtures("enrolled_ada")
@pytest.mark.parametrize("entry", ["", "7", "not-a-number"])
def test_a_form_without_its_number_is_refused(ada_client: Client, entry: str) -> None:
    response = ada_client.post(ADDRESS, report_answers(entry=entry))
    assert response.status_code == 422
    assert nothing_is_saved()


@pytest.mark.usefixtures("enrolled_ada")
def test_the_same_form_twice_makes_one_session_and_lands_at_the_same_page(
    ada_client: Client,
) -> None:
    ada_client.post(ADDRESS, report_answers())
    response = ada_client.post(ADDRESS, report_answers())
    assertRedirects(response, FIRST)
    assert ExerciseSession.objects.count() == 1
    assert SymptomReport.objects.count() == 1


@pytest.mark.usefixtures("enrolled_ada")
def test_the_same_form_with_other_answers_shows_both(ada_client: Client) -> None:
    ada_client.post(ADDRESS, report_answers())
    report = SymptomReport.objects.get()
    response = ada_client.post(ADDRESS, report_answers(leg="9", note="Worse"))
    assertContains(response, "This was saved before", status_code=409)
    assertContains(response, both("4", "9"), status_code=409)
    words = both("After a long drive", "Worse")
    assertContains(response, words, status_code=409)
    assertContains(response, "left buttock, left thigh", status_code=409)
    assertContains(response, f'action="/check-in/{report.pk}/edit/"', status_code=409)
    report.refresh_from_db()
    assert (report.leg, SymptomReport.objects.count()) == (4, 1)


@pytest.mark.usefixtures("enrolled_ada")
def test_the_number_of_another_member_is_not_found(
    ada_client: Client, bea: Member
) -> None:
    make_session(bea, pk=ENTRY)
    response = ada_client.post(ADDRESS, report_answers())
    assert response.status_code == 404
    assert not SymptomReport.objects.exists()
    assert ExerciseSession.objects.get().member == bea


def test_yes_the_same_copies_the_answers(
    ada_client: Client, enrolled_ada: Member
) -> None:
    make_report(
        enrolled_ada, places=["back", "r4"], left=1, right=5, back=0, weakness=True
    )
    fields = yes_the_same(ada_client, ADDRESS)
    assertRedirects(
        ada_client.post(ADDRESS, fields), f"/sessions/{fields['entry'][0]}/play/1/"
    )
    copy = SymptomReport.objects.get(session__pk=fields["entry"][0])
    assert (copy.places, copy.left, copy.right) == (["back", "r4"], 1, 5)
    assert (copy.back, copy.leg, copy.weakness, copy.tingling) == (0, 4, True, False)
    assert copy.note == ""


def test_yes_the_same_works_after_a_report_without_feelings(
    ada_client: Client, enrolled_ada: Member
) -> None:
    make_report(enrolled_ada, places=["none"], left=0, right=0)
    fields = yes_the_same(ada_client, ADDRESS)
    ada_client.post(ADDRESS, fields)
    copy = SymptomReport.objects.get(session__pk=fields["entry"][0])
    assert (copy.tingling, copy.numbness, copy.weakness) == (False, False, False)


@pytest.mark.usefixtures("enrolled_ada")
def test_the_report_of_another_member_is_never_offered(
    ada_client: Client, bea: Member
) -> None:
    make_report(bea, places=["l5"])
    assert yes_the_same(ada_client, ADDRESS) == {}


@pytest.mark.usefixtures("ada")
def test_without_a_program_it_leads_to_today(ada_client: Client, ada: Member) -> None:
    make_screen(ada)
    assertRedirects(ada_client.get(ADDRESS), "/today/")
    assertRedirects(ada_client.post(ADDRESS, report_answers()), "/today/")
    assert only_the_report_is_kept()


@pytest.mark.usefixtures("locked_ada")
def test_locked_it_leads_to_the_safety_questions(ada_client: Client) -> None:
    assertRedirects(ada_client.get(ADDRESS), "/safety/")


@pytest.mark.usefixtures("locked_ada")
def test_locked_what_was_noted_is_kept_and_no_session_starts(
    ada_client: Client,
) -> None:
    for _time in range(2):
        response = ada_client.post(ADDRESS, report_answers(), follow=True)
        assertRedirects(response, "/safety/")
        assertContains(response, "What you noted is kept, as a check-in.")
    assert only_the_report_is_kept()


@pytest.mark.usefixtures("locked_ada")
def test_locked_a_slip_in_the_form_is_named_first(ada_client: Client) -> None:
    response = ada_client.post(ADDRESS, report_answers(back="11"))
    assert response.status_code == 422
    assert nothing_is_saved()


@pytest.mark.usefixtures("enrollment")
def test_unanswered_it_leads_to_the_safety_questions(ada_client: Client) -> None:
    assertRedirects(ada_client.post(ADDRESS, report_answers()), "/safety/")
    assert only_the_report_is_kept()


@pytest.mark.usefixtures("enrolled_ada")
@pytest.mark.parametrize("days", [-7, -1, 0, 1])
def test_a_form_sent_later_keeps_its_own_day(ada_client: Client, days: int) -> None:
    day = TODAY + DAY * days
    ada_client.post("/sessions/start/", report_answers(day=day.isoformat()))
    session = ExerciseSession.objects.get()
    report = session.symptom_reports.get()
    assert (session.performed_on, report.reported_on) == (day, day)


@pytest.mark.usefixtures("enrolled_ada")
@pytest.mark.parametrize("day", ["2026-11-04", "2026-11-14", "yesterday"])
def test_a_day_too_far_off_is_refused(ada_client: Client, day: str) -> None:
    response = ada_client.post("/sessions/start/", report_answers(day=day))
    sentence = "This was noted too long ago to be saved from here."
    assertContains(response, sentence, status_code=422)
    assert not ExerciseSession.objects.exists()
