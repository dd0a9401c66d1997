"""From a draft to a page: who may do what, and what visitors meet."""

import datetime as dt
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from exercises.history import moments
from exercises.models import Exercise, Program, SafetyQuestion
from exercises.publishing import copy_program, publish, working_draft
from portal.accounts.models import Member
from portal.accounts.roles import AUTHOR, PUBLISHER, REVIEWER
from tests.conftest import signed_in, staff
from tests.exercises.test_admin import sent
from tests.factories import (
    make_enrollment,
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

SIGNED = {"name": "Sam Lee", "credentials": "PT", "review_due_on": "2099-11-01"}


@pytest.fixture
def author(db: None) -> Client:
    return signed_in(staff("author@example.org", AUTHOR))


@pytest.fixture
def publisher(db: None) -> Client:
    return signed_in(staff("publisher@example.org", PUBLISHER))


@pytest.fixture
def everything(db: None) -> Client:
    """Somebody with every role: the rule is about their words, not their rights."""
    member = staff("all@example.org", AUTHOR)
    member.is_superuser = True
    member.save()
    return signed_in(member)


def do(client: Client, row: Any, deed: str, **data: str) -> Any:
    kind = row._meta.model_name
    return client.post(f"/admin/exercises/{kind}/{row.pk}/do/", {"deed": deed, **data})


def buttons(client: Client, row: Any) -> list[str]:
    page = client.get(f"/admin/exercises/{row._meta.model_name}/{row.pk}/change/")
    return [deed.name for deed, _form in page.context["deeds"]]


def member_of(client: Client) -> Member:
    return Member.objects.get(pk=client.session["_auth_user_id"])


def test_a_draft_becomes_a_page_through_3_people(
    author: Client, reviewer: Member, publisher: Client
) -> None:
    row = make_exercise(status="draft")
    row.writers.add(member_of(author))
    assert do(author, row, "send").status_code == 302
    assert do(signed_in(reviewer), row, "approve", **SIGNED).status_code == 302
    assert do(publisher, row, "publish").status_code == 302
    row.refresh_from_db()
    assert (row.status, row.reviewed_by) == ("published", "Sam Lee, PT")
    assert row.review_due_on == dt.date(2099, 11, 1)
    assert row.reviewed_on is not None


@pytest.mark.parametrize("deed", ["approve", "publish"])
def test_nobody_approves_or_publishes_their_own_words(
    everything: Client, deed: str
) -> None:
    row = make_exercise(status="in-review")
    row.writers.add(member_of(everything))
    assert deed not in buttons(everything, row)
    assert do(everything, row, deed, **SIGNED).status_code == 403
    row.refresh_from_db()
    assert (row.status, row.reviewed_by) == ("in-review", "")


@pytest.mark.parametrize("deed", ["approve", "publish", "withdraw"])
def test_an_author_has_no_button_to_approve_or_publish(
    author: Client, deed: str
) -> None:
    row = make_exercise(status="published" if deed == "withdraw" else "in-review")
    assert deed not in buttons(author, row)
    assert do(author, row, deed, **SIGNED).status_code == 403


def test_a_reviewer_does_not_publish_and_a_publisher_does_not_review(
    reviewer: Member, publisher: Client
) -> None:
    row = make_exercise(status="in-review")
    assert do(signed_in(reviewer), row, "publish").status_code == 403
    assert do(publisher, row, "approve", **SIGNED).status_code == 403


def test_a_reviewer_who_changes_a_word_has_written_it(reviewer: Member) -> None:
    row = make_guide(status="in-review")
    row.writers.add(reviewer)
    assert "approve" not in buttons(signed_in(reviewer), row)


def test_a_draft_is_not_published_before_it_was_sent(publisher: Client) -> None:
    row = make_exercise(status="draft")
    assert do(publisher, row, "publish").status_code == 403


def test_a_deed_takes_a_post_and_an_unknown_one_is_refused(author: Client) -> None:
    row = make_exercise(status="draft")
    address = f"/admin/exercises/exercise/{row.pk}/do/"
    assert author.get(address).status_code == 405
    assert do(author, row, "shout").status_code == 403


def test_a_visitor_and_a_member_do_nothing(client: Client, bea_client: Client) -> None:
    row = make_exercise(status="in-review")
    for someone in (client, bea_client):
        assert do(someone, row, "publish").status_code in {302, 403}
    assert not Exercise.objects.published().exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": ""}, "This field is required."),
        ({"credentials": ""}, "This field is required."),
        ({"review_due_on": "2020-01-01"}, "The next review is after today."),
    ],
)
def test_a_review_is_whole(
    reviewer: Member, changes: dict[str, str], sentence: str
) -> None:
    row = make_exercise(status="in-review")
    client = signed_in(reviewer)
    response = do(client, row, "approve", **{**SIGNED, **changes})
    assert sentence in client.get(response["Location"]).text
    row.refresh_from_db()
    assert row.reviewed_by == ""


def test_a_page_goes_live_on_its_date(publisher: Client) -> None:
    row = make_exercise(status="in-review")
    do(publisher, row, "publish", publish_on="2099-01-05")
    row.refresh_from_db()
    assert (row.status, row.publish_on) == ("in-review", dt.date(2099, 1, 5))
    call_command("housekeeping")
    assert not Exercise.objects.published().exists()
    Exercise.objects.update(publish_on="2026-01-05")
    call_command("housekeeping")
    call_command("housekeeping")
    assert Exercise.objects.published().get() == row


def test_a_page_that_cannot_go_live_on_its_date_keeps_back_no_other(
    ada: Member,
) -> None:
    program = make_program()
    make_enrollment(ada, make_phase(program))
    draft = working_draft(program)
    draft.phases.all().delete()
    due = {"status": "in-review", "publish_on": "2026-01-05"}
    Program.objects.filter(pk=draft.pk).update(**due)
    other = make_guide(**due)
    call_command("housekeeping")
    other.refresh_from_db()
    draft.refresh_from_db()
    assert (other.status, draft.status) == ("published", "in-review")


def test_readers_keep_the_page_until_its_draft_goes_live_whole(
    author: Client, publisher: Client, client: Client
) -> None:
    live = make_exercise(slug="bridge", title="Bridge")
    live.steps.create(order=1, text="Lie down.")
    live.statements.create(text="It eases.", certainty="low").references.add(
        make_reference(key="long2004")
    )
    step = live.steps.get()
    do(author, live, "edit")
    draft = Exercise.objects.get(draft_of=live)
    draft.steps.update(text="Lie flat.")
    draft.steps.create(order=2, text="Push up.")
    draft.title = "Hip bridge"
    draft.save()
    before = client.get("/exercises/bridge/").text
    assert "<h1>Bridge</h1>" in before
    assert "Push up." not in before
    do(author, draft, "send")
    do(publisher, draft, "publish")
    after = client.get("/exercises/bridge/").text
    assert "<h1>Hip bridge</h1>" in after
    assert "Push up." in after
    live.refresh_from_db()
    assert live.steps.first() == step
    assert live.statements.get().references.get().key == "long2004"
    assert not Exercise.objects.filter(draft_of=live).exists()


def test_a_second_edit_opens_the_same_draft(author: Client) -> None:
    live = make_exercise()
    first = do(author, live, "edit")["Location"]
    assert do(author, live, "edit")["Location"] == first
    assert Exercise.objects.filter(draft_of=live).count() == 1


def test_a_draft_is_thrown_away_and_the_page_stays(author: Client) -> None:
    live = make_exercise()
    draft = working_draft(live)
    assert do(author, draft, "discard").status_code == 302
    assert Exercise.objects.get() == live
    assert do(author, live, "discard").status_code == 403


def test_members_keep_their_phase_and_prescription_when_a_program_changes(
    ada: Member,
) -> None:
    program = make_program()
    phase = make_phase(program, slug="calm")
    dose = make_prescription(phase, reps=5)
    enrollment = make_enrollment(ada, phase)
    draft = working_draft(program)
    draft.phases.get().prescriptions.update(reps=9)
    publish(draft)
    enrollment.refresh_from_db()
    dose.refresh_from_db()
    assert enrollment.phase == phase
    assert dose.reps == 9


def test_a_phase_that_a_member_follows_cannot_be_left_out(
    publisher: Client, ada: Member
) -> None:
    program = make_program()
    make_enrollment(ada, make_phase(program))
    draft = working_draft(program)
    draft.phases.all().delete()
    Program.objects.filter(pk=draft.pk).update(status="in-review")
    response = do(publisher, draft, "publish")
    assert "Members still follow a part" in publisher.get(response["Location"]).text
    assert program.phases.count() == 1


@pytest.mark.django_db
def test_a_draft_is_never_met_by_a_visitor(client: Client) -> None:
    reference = make_reference(key="long2004")
    exercise = make_exercise(title="Sphinx", slug="sphinx", body="[@long2004]")
    guide = make_guide(slug="hip")
    program = make_program(slug="weeks")
    phase = make_phase(program)
    make_prescription(phase, exercise)
    for row in (exercise, guide, program):
        draft = working_draft(row)
        draft.title, draft.body = "Zebra", "Zebra [@long2004]"
        draft.save()
        assert draft.slug == row.slug
    fresh = make_exercise(title="Zebra", status="draft", body="[@long2004]")
    for address in (
        "/",
        "/exercises/",
        "/exercises/?q=zebra",
        "/exercises/sphinx/",
        "/guides/hip/",
        "/programs/",
        "/programs/weeks/",
        "/references/long2004/",
    ):
        page = client.get(address)
        assert page.status_code == 200, address
        assert "Zebra" not in page.text.replace('value="zebra"', ""), address
    assert client.get(f"/exercises/{fresh.slug}/").status_code == 404
    assert reference.statements.count() == 0


def test_an_exercise_is_not_prescribed_by_its_draft(author: Client) -> None:
    live = make_exercise(title="Sphinx")
    draft = working_draft(live)
    program = make_program(status="draft")
    phase = make_phase(program)
    query = {"app_label": "exercises", "model_name": "prescription"}
    query |= {"field_name": "exercise", "term": "Sphinx"}
    found = author.get("/admin/autocomplete/", query).json()["results"]
    assert [each["id"] for each in found] == [str(live.pk)]
    assert draft.pk not in phase.prescriptions.values_list("exercise", flat=True)


def test_a_question_always_stays_asked(publisher: Client) -> None:
    question = SafetyQuestion.objects.create(
        key="ces_bladder", topic="cauda-equina", text="Is peeing new?"
    )
    assert do(publisher, question, "withdraw").status_code == 403
    draft = working_draft(question)
    assert list(SafetyQuestion.objects.for_screen()) == [question]
    assert draft.key == question.key


def test_a_withdrawn_page_is_gone_and_comes_back(
    publisher: Client, client: Client
) -> None:
    row = make_exercise(slug="bridge")
    do(publisher, row, "withdraw")
    assert client.get("/exercises/bridge/").status_code == 404
    do(publisher, row, "publish")
    assert client.get("/exercises/bridge/").status_code == 200


def test_a_copied_program_is_a_draft_with_all_its_parts(
    author: Client, client: Client
) -> None:
    program = make_program(title="12 weeks", slug="12-weeks")
    make_prescription(make_phase(program, slug="calm"), reps=5)
    copy = copy_program(program, member_of(author))
    again = copy_program(program, member_of(author))
    assert (copy.title, copy.slug, copy.status) == (
        "Copy of 12 weeks",
        "12-weeks-copy",
        "draft",
    )
    assert again.slug == "12-weeks-copy2"
    assert copy.phases.get().prescriptions.get().reps == 5
    assert program.phases.count() == 1
    assert client.get("/programs/12-weeks-copy/").status_code == 404


def test_saving_counts_as_writing(author: Client) -> None:
    row = make_exercise(status="draft")
    address = f"/admin/exercises/exercise/{row.pk}/change/"
    author.post(address, sent(author.get(address)) | {"title": "Other"})
    assert list(row.writers.all()) == [member_of(author)]


def test_a_role_is_a_group_of_a_migration(db: None) -> None:
    for role in (AUTHOR, REVIEWER, PUBLISHER):
        assert staff(f"{role}@example.org", role).groups.get().name == role


def test_a_page_stays_when_one_of_its_writers_is_erased(editor: Member) -> None:
    row = make_exercise(status="draft")
    address = f"/admin/exercises/exercise/{row.pk}/change/"
    client = signed_in(editor)
    client.post(address, sent(client.get(address)) | {"title": "Other"})
    editor.delete()
    row.refresh_from_db()
    assert row.title == "Other"
    assert not row.writers.exists()
    assert moments(row)[0].by is None
