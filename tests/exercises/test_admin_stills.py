"""Figures, people and steps' pictures are chosen by looking."""

import re

import pytest
from django.core.checks import run_checks
from django.test import Client

from exercises.figures import LOOKS, MOVEMENTS
from exercises.models import Exercise
from tests.exercises.test_admin import exercise_form, rows_of, sent
from tests.factories import make_exercise

ADD = "/admin/exercises/exercise/add/"


def change(row: Exercise) -> str:
    return f"/admin/exercises/exercise/{row.pk}/change/"


def radios(page: str, name: str) -> list[str]:
    return re.findall(rf'<input type="radio" name="{name}" value="([^"]*)"', page)


def ids(page: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', page)


def test_each_movement_is_a_radio_button_with_its_still(editor_client: Client) -> None:
    page = editor_client.get(ADD).text
    assert radios(page, "figure") == ["", *MOVEMENTS]
    for key in MOVEMENTS:
        assert page.count(f'<g id="figure-{key}"><svg') == 1
        assert f'href="#figure-{key}"' in page


def test_each_person_is_a_radio_button_with_the_chosen_movement(
    editor_client: Client,
) -> None:
    page = editor_client.get(
        change(make_exercise(status="draft", figure="bridge"))
    ).text
    assert radios(page, "look") == list(LOOKS)
    for look in LOOKS:
        assert page.count(f'<g id="look-{look}"><svg class="xfig {look}'.rstrip()) == 1


def test_a_step_shows_the_start_and_the_finish_of_its_exercise(
    editor_client: Client,
) -> None:
    row = make_exercise(status="draft", figure="bridge", look="c")
    row.steps.create(order=1, text="Lift.", frame=1)
    page = editor_client.get(change(row)).text
    assert radios(page, "steps-0-frame") == ["", "0", "1"]
    assert page.count('<g id="frame-0"><svg class="xfig c"') == 1
    assert page.count('<g id="frame-1"><svg class="xfig c"') == 1


def test_without_a_figure_a_step_has_words_alone(editor_client: Client) -> None:
    page = editor_client.get(change(make_exercise(status="draft"))).text
    assert 'id="frame-' not in page
    assert radios(page, "steps-0-frame") == ["", "0", "1"]


def test_ids_are_unique_on_a_page_full_of_stills(editor_client: Client) -> None:
    row = make_exercise(status="draft", figure="bridge")
    row.steps.create(order=1, text="Lift.", frame=1)
    found = ids(editor_client.get(change(row)).text)
    assert sorted(found) == sorted(set(found))


def test_an_author_chooses_figure_person_and_pictures(editor_client: Client) -> None:
    data = exercise_form(figure="bridge", look="b") | rows_of(steps=1)
    data |= {"steps-0-text": "Lift.", "steps-0-frame": "1", "steps-0-caption": "Up."}
    assert editor_client.post(ADD, data).status_code == 302
    row = Exercise.objects.get()
    step = row.steps.get()
    assert (row.figure, row.look) == ("bridge", "b")
    assert (step.frame, step.caption) == (1, "Up.")


def test_an_author_takes_the_figure_away(editor_client: Client) -> None:
    row = make_exercise(status="draft", figure="bridge")
    row.steps.create(order=1, text="Lift.", frame=1)
    data = sent(editor_client.get(change(row))) | {"figure": "", "steps-0-frame": ""}
    assert editor_client.post(change(row), data).status_code == 302
    row.refresh_from_db()
    assert (row.figure, row.steps.get().frame) == ("", None)


def test_a_figure_that_is_gone_is_named_and_asks_for_another(
    editor_client: Client,
) -> None:
    row = make_exercise(status="draft", figure="trapeze")
    page = editor_client.get(change(row))
    assert "“trapeze” is no longer drawn" in page.text
    answer = editor_client.post(change(row), sent(page))
    assert answer.status_code == 200
    assert "The figure “trapeze” is no longer drawn. Choose another" in answer.text
    answer = editor_client.post(change(row), sent(page) | {"figure": "walk"})
    assert answer.status_code == 302


@pytest.mark.django_db
def test_a_figure_that_is_gone_is_named_by_a_check() -> None:
    make_exercise(title="Swing", figure="trapeze")
    make_exercise(figure="walk")
    make_exercise(figure="")
    found = [one.msg for one in run_checks(databases=["default"]) if one.id]
    ours = [message for message in found if "no longer drawn" in message]
    assert len(ours) == 1
    assert "(Swing) names the figure “trapeze”" in ours[0]


@pytest.mark.django_db
def test_a_figure_that_is_gone_leaves_the_pages_standing(client: Client) -> None:
    row = make_exercise(figure="trapeze")
    row.steps.create(order=1, text="Swing.", frame=1)
    assert client.get(row.get_absolute_url()).status_code == 200
    assert client.get("/exercises/").status_code == 200
