"""What an import does to what is here, and to what readers meet."""

from typing import Any

import pytest
from reversion.models import Version

from exercises.archives.bringing import ChangedMeanwhileError, bring
from exercises.archives.deciding import plan_of
from exercises.archives.exporting import exported
from exercises.archives.names import Files
from exercises.archives.plan import Outcome, Plan
from exercises.history import moments, recorded
from exercises.models import Exercise, Picture, Reference, SafetyQuestion
from exercises.publishing import publish, working_draft
from exercises.shipping import ContentError
from portal.accounts.models import Member
from tests.exercises.uploads import make_picture
from tests.factories import make_exercise, make_member, make_reference

pytestmark = pytest.mark.django_db

BRIDGE, DRAFT = "exercises/bridge.md", "exercises/bridge.draft.md"
QUESTION = """---
order: 1
topic: cauda-equina
version: 1
language: en
---
Is peeing new or different?
"""


@pytest.fixture
def publisher(db: None) -> Member:
    return make_member("publisher@example.org", is_staff=True)


def bridge(**fields: Any) -> Exercise:
    values = {"slug": "bridge", "title": "Bridge", **fields}
    row: Exercise = make_exercise(**values)
    return row


def changed(files: Files, name: str, old: str, new: str) -> Files:
    """Only that file, and with a change."""
    assert old in files[name].decode()
    return {name: files[name].decode().replace(old, new).encode()}


def outcomes(plan: Plan) -> dict[str, str]:
    return {str(step.name): step.outcome.name for step in plan.steps}


def test_a_changed_live_page_is_changed_in_a_working_draft() -> None:
    live = bridge(reviewed_by="Sam Lee, PT", reviewed_on="2026-11-01")
    bring(changed(exported(), BRIDGE, "title: Bridge", "title: Hip bridge"))
    live.refresh_from_db()
    assert (live.title, live.status) == ("Bridge", "published")
    assert live.reviewed_by == "Sam Lee, PT"
    draft = live.working_draft
    assert (draft.title, draft.status, draft.reviewed_by) == ("Hip bridge", "draft", "")


def test_the_working_draft_goes_live_as_a_whole_and_keeps_the_rest() -> None:
    live = bridge(status="published")
    live.steps.create(text="Lie down.", order=1)
    bring(changed(exported(), BRIDGE, "Lie down.", "Lie on your back."))
    publish(live.working_draft)
    live.refresh_from_db()
    assert [step.text for step in live.steps.all()] == ["Lie on your back."]
    assert not Exercise.objects.exclude(draft_of=None).exists()


def test_a_draft_that_is_here_takes_the_words_and_loses_its_review(
    publisher: Member,
) -> None:
    row = bridge(
        status="in-review", reviewed_by="Sam Lee, PT", reviewed_on="2026-11-01"
    )
    files = changed(exported(), BRIDGE, "title: Bridge", "title: Hip bridge")
    bring(files, publisher)
    row.refresh_from_db()
    assert (row.title, row.status, row.reviewed_by) == ("Hip bridge", "in-review", "")
    assert row.writers.get() == publisher


def test_in_somebodys_name_what_is_new_is_a_draft_without_a_review(
    publisher: Member,
) -> None:
    row = bridge(reviewed_by="Sam Lee, PT", reviewed_on="2026-11-01")
    files = exported()
    row.delete()
    bring(files, publisher)
    row = Exercise.objects.get(slug="bridge")
    assert (row.status, row.reviewed_by, row.reviewed_on) == ("draft", "", None)
    assert row.writers.get() == publisher


def test_a_working_draft_that_is_here_takes_the_words_and_keeps_its_versions(
    publisher: Member,
) -> None:
    live = bridge()
    draft = working_draft(live)
    draft.title = "Ours"
    with recorded(publisher):
        draft.save()
    files = changed(exported(), BRIDGE, "title: Bridge", "title: Theirs")
    (step,) = plan_of(files, publisher).steps
    assert "-title: Ours" in step.diff
    bring(files, publisher)
    draft.refresh_from_db()
    assert draft.title == "Theirs"
    titles = [moment.node.values["title"] for moment in moments(live)]
    assert titles[:2] == ["Theirs", "Ours"]


def test_a_page_and_its_working_draft_that_both_differ_are_refused() -> None:
    live = bridge()
    working_draft(live)
    files = exported()
    files[BRIDGE] = files[BRIDGE].replace(b"title: Bridge", b"title: Hips")
    with pytest.raises(ContentError, match="one working draft"):
        bring(files)


def test_a_working_draft_needs_a_live_page(publisher: Member) -> None:
    live = bridge()
    working_draft(live)
    files = exported()
    live.delete()
    with pytest.raises(ContentError, match=r"bridge\.md is no live page"):
        bring({DRAFT: files[DRAFT]})
    with pytest.raises(ContentError, match=r"bridge\.md is no live page"):
        bring(files, publisher)
    bring(files)
    assert Exercise.objects.get(draft_of=None).working_draft.title == "Bridge"


def test_a_reference_changes_at_once_and_keeps_its_versions(publisher: Member) -> None:
    row = make_reference(key="long2004", title="Old")
    files = changed(exported(), "references/long2004.md", "title: Old", "title: New")
    bring(files, publisher)
    row.refresh_from_db()
    assert row.title == "New"
    after, before = moments(row)
    assert (before.node.values["title"], after.by) == ("Old", publisher)


def test_the_history_tells_who_brought_it_in(publisher: Member) -> None:
    bridge()
    files = exported()
    Exercise.objects.all().delete()
    bring(files, publisher)
    version = Version.objects.get_for_object(Exercise.objects.get()).get()
    assert version.revision.user == publisher
    assert version.revision.comment == "Imported from an archive"


def test_what_is_not_in_the_archive_stays() -> None:
    bridge()
    other = make_exercise(slug="walking")
    files = {BRIDGE: exported()[BRIDGE]}
    assert outcomes(bring(files)) == {
        BRIDGE: "SAME",
        "exercises/walking.md": "ONLY_HERE",
    }
    assert Exercise.objects.filter(pk=other.pk, status="published").exists()


def test_a_picture_that_is_here_stays_as_it_is() -> None:
    picture = make_picture(author="Ann Lee")
    files = exported()
    Picture.objects.update(author="Bo Roe")
    name = f"pictures/{picture.name}.md"
    assert outcomes(bring(files))[name] == "KEPT"
    assert Picture.objects.get().author == "Bo Roe"


def test_only_the_words_of_a_question_change_in_somebodys_name(
    publisher: Member,
) -> None:
    name = "safety/ces_bladder.md"
    with pytest.raises(ContentError, match="The code asks no such question"):
        bring({name: QUESTION.encode()}, publisher)
    bring({name: QUESTION.encode()})
    moved = QUESTION.replace("cauda-equina", "injury").encode()
    with pytest.raises(ContentError, match="topic: Only the words of a question"):
        bring({name: moved}, publisher)
    bring({name: QUESTION.replace("new", "unusual").encode()}, publisher)
    live = SafetyQuestion.objects.get(draft_of=None)
    assert (live.version, live.text) == (1, "Is peeing new or different?")
    publish(live.working_draft)
    live.refresh_from_db()
    assert (live.version, live.text) == (2, "Is peeing unusual or different?")


def test_a_stage_that_differs_changes_nothing_and_is_told() -> None:
    row = bridge()
    files = exported()
    Exercise.objects.update(status="withdrawn")
    step = bring(files).steps[0]
    row.refresh_from_db()
    assert (step.outcome, row.status) == (Outcome.SAME, "withdrawn")
    assert "stay as they are" in step.note


def test_a_forbidden_claim_comes_in_as_a_draft_only() -> None:
    row = bridge(summary="It cures sciatica.")
    files = exported()
    row.delete()
    with pytest.raises(ContentError, match="summary: “cures” No exercise"):
        bring(files)
    assert not Exercise.objects.exists()
    draft = files[BRIDGE].replace(b"kind:", b"status: draft\nkind:")
    assert bring({BRIDGE: draft}).remarks[0].startswith(f"{BRIDGE}: summary: “cures”")
    assert Exercise.objects.get().status == "draft"


def test_one_wrong_file_keeps_all_out() -> None:
    bridge()
    make_reference(key="long2004")
    files = exported()
    Exercise.objects.all().delete()
    Reference.objects.all().delete()
    wrong = files[BRIDGE].replace(b"kind: exercise", b"kind: dance")
    with pytest.raises(ContentError, match=r"bridge\.md: kind: Value 'dance'"):
        bring({**files, BRIDGE: wrong})
    assert not Reference.objects.exists()


def test_a_fault_at_the_very_end_leaves_neither_rows_nor_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = make_picture()
    bridge(picture=picture)
    files = exported()
    Exercise.objects.all().delete()
    storage, name = picture.file.storage, str(picture.file)
    Picture.objects.all().delete()
    storage.delete(name)

    def fails(*_args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("exercises.archives.bringing.record", fails)
    with pytest.raises(ZeroDivisionError):
        bring(files)
    assert not Picture.objects.exists()
    assert not storage.exists(name)


def test_what_changed_since_it_was_shown_is_shown_again() -> None:
    row = bridge()
    files = changed(exported(), BRIDGE, "title: Bridge", "title: Hip bridge")
    seen = plan_of(files, None).digest
    Exercise.objects.filter(pk=row.pk).update(summary="Meanwhile.")
    with pytest.raises(ChangedMeanwhileError):
        bring(files, seen=seen)
    assert bring(files, seen=plan_of(files, None).digest).writes


def test_a_benefit_without_a_reference_comes_in_as_a_draft_only() -> None:
    row = bridge()
    row.statements.create(text="It eases leg pain.", certainty="low")
    files = exported()
    row.delete()
    with pytest.raises(ContentError, match="statements, 1, text: “It eases leg pain"):
        bring(files)
    draft = files[BRIDGE].replace(b"kind:", b"status: draft\nkind:")
    bring({BRIDGE: draft})
    assert Exercise.objects.get().status == "draft"


def test_a_reference_never_finds_what_no_page_may_claim() -> None:
    make_reference(key="long2004", title="Does it cure sciatica?", found="It is old.")
    files = exported()
    name = "references/long2004.md"
    with pytest.raises(ContentError, match="found: “cures” No exercise"):
        bring(changed(files, name, "It is old.", "It cures sciatica."))
    assert bring(changed(files, name, "It is old.", "It is not new.")).writes
