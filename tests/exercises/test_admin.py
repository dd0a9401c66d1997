from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import Model
from django.forms import ModelMultipleChoiceField as MultipleModels
from django.test import Client

from exercises.models import (
    Exercise,
    Guide,
    GuideSection,
    Program,
    SafetyQuestion,
    Statement,
)
from exercises.publishing import publish, working_draft
from exercises.shipping import load_content
from portal.accounts.models import AccessEntry, Consent
from portal.accounts.roles import COVERAGE_OFFICER, PUBLISHER
from tests.conftest import signed_in, staff
from tests.factories import (
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)

LISTS = [
    "/admin/exercises/exercise/",
    "/admin/exercises/reference/",
    "/admin/exercises/guide/",
    "/admin/exercises/guidesection/",
    "/admin/exercises/program/",
    "/admin/exercises/phase/",
    "/admin/exercises/safetyquestion/",
]
INLINES = dict.fromkeys(["steps", "variations", "cautions", "statements"], 0)


@pytest.fixture
def publisher_client(db: None) -> Client:
    return signed_in(staff("publisher@example.org", PUBLISHER))


@pytest.fixture
def question(db: None) -> SafetyQuestion:
    return SafetyQuestion.objects.create(
        key="ces_bladder", topic="cauda-equina", text="Is peeing new?"
    )


def rows_of(**inlines: int) -> dict[str, str]:
    """The management form of each inline: how many rows the form sends."""
    data = {}
    for prefix, total in inlines.items():
        data[f"{prefix}-TOTAL_FORMS"] = str(total)
        data[f"{prefix}-INITIAL_FORMS"] = "0"
    return data


def exercise_form(**changes: str) -> dict[str, str]:
    return {
        **rows_of(**INLINES),
        "title": "Pelvic tilt",
        "slug": "pelvic-tilt",
        "status": "draft",
        "summary": "Rocks your hips.",
        "language": "en",
        "kind": "exercise",
        "direction": "neutral",
        "position": "back",
        "sides": "both",
        **changes,
    }


def sent(page: Any) -> dict[str, str]:
    """What a browser sends when the form is saved as it stands."""
    forms = [page.context["adminform"].form]
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    data = {}
    for field in (field for form in forms for field in form):
        value = field.value()
        if field.widget_type == "checkbox":
            value = "on" if value else None
        elif value is None and not isinstance(field.field, MultipleModels):
            value = ""
        if value is not None:
            data[field.html_name] = value
    return data


def test_an_author_adds_an_exercise_with_steps_and_a_statement(
    editor_client: Client,
) -> None:
    reference = make_reference()
    data = exercise_form() | rows_of(steps=2, statements=1)
    data |= {"steps-0-text": "Lie down.", "steps-1-text": "Tilt."}
    data |= {"statements-0-text": "It helps a little.", "statements-0-certainty": "low"}
    data |= {"statements-0-references": str(reference.pk)}
    response = editor_client.post("/admin/exercises/exercise/add/", data)
    assert response.status_code == 302
    row = Exercise.objects.get(slug="pelvic-tilt")
    assert list(row.steps.values_list("order", "text")) == [
        (1, "Lie down."),
        (2, "Tilt."),
    ]
    assert row.statements.get().references.get() == reference


def test_what_is_live_is_read_and_not_changed(administrator_client: Client) -> None:
    row = make_exercise(title="Bridge")
    address = f"/admin/exercises/exercise/{row.pk}/change/"
    page = administrator_client.get(address)
    assert not page.context["has_change_permission"]
    data = exercise_form(title="Better")
    assert administrator_client.post(address, data).status_code == 409
    row.refresh_from_db()
    assert row.title == "Bridge"


def test_an_author_takes_a_step_away(editor_client: Client) -> None:
    row = make_exercise(status="draft")
    row.steps.create(order=1, text="Lie down.")
    address = f"/admin/exercises/exercise/{row.pk}/change/"
    data = sent(editor_client.get(address)) | {"steps-0-DELETE": "on"}
    editor_client.post(address, data)
    assert not row.steps.exists()


def test_a_draft_that_changes_nothing_leaves_a_shipped_exercise_to_the_files(
    editor_client: Client,
) -> None:
    load_content()
    draft = working_draft(Exercise.objects.get(slug="lying-press-up"))
    address = f"/admin/exercises/exercise/{draft.pk}/change/"
    response = editor_client.post(address, sent(editor_client.get(address)))
    assert response.status_code == 302
    draft.refresh_from_db()
    publish(draft)
    tally = next(t for t in load_content() if t.kind.folder == "exercises")
    assert "0 kept as staff changed them" in str(tally)


def test_the_figure_is_chosen_from_the_drawn_ones(editor_client: Client) -> None:
    page = editor_client.get("/admin/exercises/exercise/add/")
    choices = dict(page.context["adminform"].form.fields["figure"].choices)
    assert "press-up" in dict(choices["To do"])
    assert "pause-sit-up" in dict(choices["To leave for now"])


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        pytest.param({"title": ""}, "This field is required.", id="missing"),
        pytest.param({"reps": "8", "reps_to": "5"}, "below its start", id="range"),
        pytest.param({"stages": "quiet"}, "quiet", id="stage"),
        pytest.param({"slug": "taken"}, "already in use", id="address"),
    ],
)
def test_a_wrong_form_is_refused_with_a_sentence(
    administrator_client: Client, changes: dict[str, str], sentence: str
) -> None:
    make_exercise(slug="taken")
    response = administrator_client.post(
        "/admin/exercises/exercise/add/", exercise_form(**changes)
    )
    assert response.status_code == 200
    assert sentence in response.text
    assert Exercise.objects.count() == 1


def test_nobody_sets_the_state_by_hand(administrator_client: Client) -> None:
    administrator_client.post(
        "/admin/exercises/exercise/add/", exercise_form(status="published")
    )
    assert Exercise.objects.get().status == "draft"


def act(client: Client, action: str, *rows: Exercise) -> str:
    response = client.post(
        "/admin/exercises/exercise/",
        {"action": action, "_selected_action": [str(row.pk) for row in rows]},
        follow=True,
    )
    return "".join(str(message) for message in response.context["messages"])


def test_a_publisher_publishes_and_withdraws_many_at_once(
    publisher_client: Client,
) -> None:
    rows = [make_exercise(status="in-review"), make_exercise(status="in-review")]
    assert act(publisher_client, "publish", *rows) == "Publish: 2 pages."
    assert Exercise.objects.published().count() == 2
    assert act(publisher_client, "withdraw", *rows) == "Withdraw: 2 pages."


def test_an_author_sends_drafts_to_review_and_no_published_page(
    editor_client: Client,
) -> None:
    draft, public = make_exercise(status="draft"), make_exercise()
    sentence = act(editor_client, "send_to_review", draft, public)
    assert sentence.startswith("Send to review: 1 page.1 page was left as it is")
    assert Exercise.objects.published().get() == public


def test_an_author_has_no_publish_action(editor_client: Client) -> None:
    draft = make_exercise(status="draft")
    act(editor_client, "publish", draft)
    assert not Exercise.objects.published().exists()


def test_an_authors_change_ends_a_review(editor_client: Client) -> None:
    row = make_exercise(
        status="in-review", reviewed_by="Sam Lee, PT", reviewed_on="2026-11-01"
    )
    address = f"/admin/exercises/exercise/{row.pk}/change/"
    data = sent(editor_client.get(address)) | {"title": "Other words"}
    response = editor_client.post(address, data, follow=True)
    row.refresh_from_db()
    assert (row.reviewed_by, row.reviewed_on) == ("", None)
    assert "its review was taken off" in response.text


def test_a_change_of_a_section_counts_for_its_guide(editor_client: Client) -> None:
    guide = make_guide(
        status="draft", reviewed_by="Sam Lee, PT", reviewed_on="2026-11-01"
    )
    section = guide.sections.create(anchor="what", heading="What it is")
    address = f"/admin/exercises/guidesection/{section.pk}/change/"
    data = sent(editor_client.get(address)) | {"body": "Other words."}
    assert editor_client.post(address, data).status_code == 302
    after = Guide.objects.get()
    assert after.reviewed_by == ""
    assert after.changed_at > guide.changed_at


def test_an_author_adds_a_section_and_a_statement_in_it(editor_client: Client) -> None:
    guide = make_guide(status="draft")
    address = f"/admin/exercises/guide/{guide.pk}/change/"
    data = sent(editor_client.get(address))
    data |= {"sections-0-heading": "What it is", "sections-0-anchor": "what"}
    assert editor_client.post(address, data).status_code == 302
    section = GuideSection.objects.get()
    address = f"/admin/exercises/guidesection/{section.pk}/change/"
    data = sent(editor_client.get(address)) | {"statements-0-text": "It eases."}
    assert editor_client.post(address, data).status_code == 302
    assert Statement.objects.get().section == section


def test_a_section_shows_the_parts_of_its_kind(editor_client: Client) -> None:
    load_content()
    for anchor, prefixes in {
        "why": ["statements"],
        "help": ["statements", "help_items"],
        "exercises": ["statements", "section_exercises"],
        "pause": ["statements", "pauses"],
    }.items():
        pk = GuideSection.objects.get(anchor=anchor).pk
        page = editor_client.get(f"/admin/exercises/guidesection/{pk}/change/")
        shown = [one.formset.prefix for one in page.context["inline_admin_formsets"]]
        assert shown == prefixes


def test_an_author_adds_a_phase_and_a_prescription(editor_client: Client) -> None:
    phase = make_phase(make_program(status="draft"))
    exercise = make_exercise()
    address = f"/admin/exercises/phase/{phase.pk}/change/"
    data = sent(editor_client.get(address))
    data |= {"prescriptions-0-exercise": str(exercise.pk), "prescriptions-0-reps": "8"}
    assert editor_client.post(address, data).status_code == 302
    assert phase.prescriptions.get().exercise == exercise


def test_a_prescription_for_nobody_is_refused(editor_client: Client) -> None:
    phase = make_phase(make_program(status="draft"))
    make_prescription(phase)
    address = f"/admin/exercises/phase/{phase.pk}/change/"
    data = sent(editor_client.get(address))
    for track in ("extension", "flexion", "no_direction"):
        del data[f"prescriptions-0-for_{track}"]
    response = editor_client.post(address, data)
    assert "Choose at least one track." in response.text


def test_new_words_of_a_safety_question_get_a_new_version(
    editor_client: Client, question: SafetyQuestion
) -> None:
    draft = working_draft(question)
    address = f"/admin/exercises/safetyquestion/{draft.pk}/change/"
    data = sent(editor_client.get(address)) | {"text": "Has peeing changed?"}
    editor_client.post(address, data)
    assert SafetyQuestion.objects.for_screen().get().text == "Is peeing new?"
    draft.refresh_from_db()
    publish(draft)
    after = SafetyQuestion.objects.for_screen().get()
    assert (after.pk, after.text, after.version) == (
        question.pk,
        "Has peeing changed?",
        2,
    )


def test_the_same_words_keep_the_version(question: SafetyQuestion) -> None:
    publish(working_draft(question))
    question.refresh_from_db()
    assert question.version == 1


def test_nobody_adds_or_deletes_a_safety_question(
    administrator_client: Client, question: SafetyQuestion
) -> None:
    for address in ("add/", f"{question.pk}/delete/"):
        response = administrator_client.get(
            f"/admin/exercises/safetyquestion/{address}"
        )
        assert response.status_code == 403


def test_a_shipped_row_is_not_deleted(administrator_client: Client) -> None:
    row = make_exercise(loaded_digest="x")
    address = f"/admin/exercises/exercise/{row.pk}/delete/"
    assert administrator_client.get(address).status_code == 403
    assert administrator_client.post(address, {"post": "yes"}).status_code == 403
    act(administrator_client, "delete_selected", row)
    assert Exercise.objects.get() == row


def test_a_page_keeps_its_address_once_it_is_public(
    administrator_client: Client,
) -> None:
    row = make_exercise(slug="bridge")
    address = f"/admin/exercises/exercise/{row.pk}/change/"
    data = sent(administrator_client.get(address)) | {"slug": "other"}
    administrator_client.post(address, data)
    row.refresh_from_db()
    assert row.slug == "bridge"


def test_only_a_public_page_has_a_link_to_the_site(editor_client: Client) -> None:
    address = "/admin/exercises/exercise/{}/change/"
    public, draft = make_exercise(), make_exercise(status="draft")
    link = f'href="/exercises/{public.slug}/"'
    assert link in editor_client.get(address.format(public.pk)).text
    page = editor_client.get(address.format(draft.pk)).text
    assert f'href="/exercises/{draft.slug}/"' not in page


@pytest.mark.parametrize("address", LISTS)
def test_a_list_takes_as_many_queries_for_all_rows_as_for_few(
    administrator_client: Client, address: str, django_assert_max_num_queries: Any
) -> None:
    load_content()
    with django_assert_max_num_queries(16):
        page = administrator_client.get(address)
    assert page.status_code == 200


@pytest.mark.parametrize("model", [Exercise, Guide, Program])
def test_the_form_of_a_page_takes_at_most_60_queries(
    editor_client: Client,
    model: type[Exercise | Guide | Program],
    django_assert_max_num_queries: Any,
) -> None:
    load_content()
    for row in model.objects.all():
        address = f"/admin/exercises/{model.__name__.lower()}/{row.pk}/change/"
        with django_assert_max_num_queries(60):
            editor_client.get(address)


@pytest.mark.parametrize("anchor", ["why", "pause", "help"])
def test_the_form_of_a_long_section_takes_at_most_60_queries(
    editor_client: Client, anchor: str, django_assert_max_num_queries: Any
) -> None:
    load_content()
    pk = GuideSection.objects.get(anchor=anchor).pk
    with django_assert_max_num_queries(60):
        editor_client.get(f"/admin/exercises/guidesection/{pk}/change/")


@pytest.mark.parametrize("slug", ["calm", "restore", "strengthen"])
def test_the_form_of_a_phase_takes_at_most_60_queries(
    editor_client: Client, slug: str, django_assert_max_num_queries: Any
) -> None:
    load_content()
    phase = next(
        p
        for g in Guide.objects.all()
        for pr in g.programs.all()
        for p in pr.phases.all()
        if p.slug == slug
    )
    with django_assert_max_num_queries(60):
        editor_client.get(f"/admin/exercises/phase/{phase.pk}/change/")


def test_a_member_is_sent_away(bea_client: Client) -> None:
    response = bea_client.get("/admin/", follow=True)
    assert response.status_code == 403


def test_a_visitor_is_asked_to_sign_in(client: Client) -> None:
    response = client.get(client.get("/admin/")["Location"])
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/?next=")


def test_a_coverage_officer_cannot_open_exercises(db: None) -> None:
    officer = signed_in(staff("officer@example.org", COVERAGE_OFFICER))
    assert officer.get("/admin/exercises/exercise/").status_code == 403


def test_nothing_a_member_wrote_is_in_the_admin() -> None:
    private: list[type[Model]]
    private = [*apps.get_app_config("tracking").get_models(), Consent, AccessEntry]
    assert len(private) > 5
    assert not any(admin.site.is_registered(model) for model in private)
