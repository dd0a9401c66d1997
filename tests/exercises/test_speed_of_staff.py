"""What saves staff time: copies, doses that are there already, a list of tasks."""

import datetime as dt
from typing import Any

from django.test import Client

from exercises.models import Program
from exercises.publishing import working_draft
from exercises.shipping import load_content
from portal.accounts.models import Member
from portal.accounts.roles import AUTHOR, CLINICIAN
from tests.conftest import signed_in, staff
from tests.exercises.test_admin import sent
from tests.exercises.test_workflow import buttons, do
from tests.factories import (
    make_alert,
    make_exercise,
    make_guide,
    make_phase,
    make_prescription,
    make_program,
    make_reference,
)


def home(client: Client) -> dict[str, str]:
    page = client.get("/admin/")
    assert page.status_code == 200
    contexts: Any = page.context
    tasks = next(context["tasks"] for context in contexts if "tasks" in context)
    return {task.words: task.address for task in tasks}


def test_a_program_is_copied_by_a_button(editor_client: Client) -> None:
    program = make_program(title="12 weeks", slug="12-weeks")
    make_prescription(make_phase(program))
    response = do(editor_client, program, "copy")
    copy = Program.objects.get(slug="12-weeks-copy")
    assert response["Location"].endswith(f"/{copy.pk}/change/")
    assert copy.phases.get().prescriptions.count() == 1
    assert "copy" not in buttons(editor_client, make_exercise())


def test_a_new_prescription_takes_the_dose_of_its_exercise(
    editor_client: Client,
) -> None:
    phase = make_phase(make_program(status="draft"))
    exercise = make_exercise(sets=2, reps=8, reps_to=12, hold_seconds=5)
    address = f"/admin/exercises/phase/{phase.pk}/change/"
    data = sent(editor_client.get(address))
    data |= {"prescriptions-0-exercise": str(exercise.pk)}
    assert editor_client.post(address, data).status_code == 302
    row = phase.prescriptions.get()
    assert (row.sets, row.reps, row.reps_to, row.hold_seconds) == (2, 8, 12, 5)


def test_a_dose_that_is_written_stays(editor_client: Client) -> None:
    phase = make_phase(make_program(status="draft"))
    address = f"/admin/exercises/phase/{phase.pk}/change/"
    data = sent(editor_client.get(address))
    data |= {"prescriptions-0-exercise": str(make_exercise(sets=2, reps=8).pk)}
    editor_client.post(address, data | {"prescriptions-0-reps": "4"})
    row = phase.prescriptions.get()
    assert (row.sets, row.reps) == (None, 4)


def test_the_home_lists_what_waits_with_its_way(editor_client: Client) -> None:
    make_exercise(status="in-review", title="Sphinx")
    make_guide(
        title="Hip",
        body="So [@nobody1999].",
        reviewed_by="Sam Lee, PT",
        reviewed_on="2025-01-01",
        review_due_on=dt.date(2026, 1, 1),
    )
    make_reference(key="alone2001")
    found = home(editor_client)
    assert list(found) == [
        "Exercises, in review: 1",
        "Guides, the review is overdue: 1",
        "“Hip” cites nobody1999, and there is no such reference.",
        "No page cites alone2001.",
    ]
    for address in found.values():
        assert editor_client.get(address).status_code == 200
    assert "Sphinx" in editor_client.get(found["Exercises, in review: 1"]).text


def test_an_empty_list_says_so(editor_client: Client) -> None:
    assert home(editor_client) == {}
    assert "Nothing waits." in editor_client.get("/admin/").text


def test_only_a_clinician_learns_of_safety_alerts(
    ada: Member, administrator_client: Client
) -> None:
    make_alert(ada)
    both = staff("both@example.org", AUTHOR)
    both.groups.add(*staff("c@example.org", CLINICIAN).groups.all())
    assert home(signed_in(both)) == {"1 safety alert waits.": "/care/"}
    assert home(administrator_client) == {}


def test_the_home_takes_as_many_queries_for_all_rows(
    editor_client: Client, django_assert_max_num_queries: Any
) -> None:
    load_content()
    working_draft(Program.objects.get())
    with django_assert_max_num_queries(21):
        editor_client.get("/admin/")
