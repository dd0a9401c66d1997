import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertContains, assertNotContains

from exercises.models import Caution, Step, Variation
from tests.exercises.whole_pages import (
    CANARIES,
    is_harmless,
    make_statement,
    make_whole_exercise,
)
from tests.factories import make_exercise, make_reference

pytestmark = pytest.mark.django_db


def read(client: Client) -> str:
    response = client.get("/exercises/press-up/")
    assert response.status_code == 200
    return response.text


def test_a_visitor_reads_how_to_do_it(client: Client) -> None:
    exercise = make_exercise(
        slug="press-up", title="Press-up", also_known_as="push", equipment="mat"
    )
    Step.objects.create(exercise=exercise, text="Lie face down.")
    page = read(client)
    assert "<h1>Press-up</h1>" in page
    assert "Also known as: push" in page
    assert "You need: mat." in page
    assert "<li><span>Lie face down.</span></li>" in page


@pytest.mark.parametrize("status", ["draft", "in-review", "withdrawn"])
def test_only_a_published_exercise_is_found(client: Client, status: str) -> None:
    make_exercise(slug="press-up", status=status)
    assert client.get("/exercises/press-up/").status_code == 404


def test_a_working_draft_is_not_found(client: Client) -> None:
    make_exercise(slug="press-up-next", status="draft", draft_of=make_exercise())
    assert client.get("/exercises/press-up-next/").status_code == 404


def test_an_unknown_exercise_is_not_found(client: Client) -> None:
    assert client.get("/exercises/nothing/").status_code == 404


def test_an_exercise_takes_no_post(client: Client) -> None:
    make_exercise(slug="press-up")
    assert client.post("/exercises/press-up/").status_code == 405


def test_the_amount_is_said_in_words(client: Client) -> None:
    make_exercise(
        slug="press-up",
        sets=1,
        reps=5,
        reps_to=10,
        hold_seconds=1,
        hold_seconds_to=2,
        times_per_day=3,
        times_per_day_to=4,
        days_per_week=7,
    )
    page = read(client)
    for words in ("1 set of 5", "1 set of 10", "1 to 2 seconds", "3 to 4 times a day"):
        assert f"<dd>{words}</dd>" in page


def test_minutes_are_said_in_words(client: Client) -> None:
    make_exercise(slug="press-up", sets=None, reps=None, minutes=5, minutes_to=10)
    page = read(client)
    assert "<dd>5 minutes</dd>" in page
    assert "<dd>10 minutes</dd>" in page


def test_a_picture_has_the_number_of_its_step(client: Client) -> None:
    exercise = make_exercise(slug="press-up", figure="press-up")
    Step.objects.create(exercise=exercise, order=1, text="Lie face down.")
    Step.objects.create(
        exercise=exercise, order=2, text="Push.", frame=1, caption="Chest up."
    )
    page = read(client)
    assert "<figcaption><b>2</b>Chest up.</figcaption>" in page
    assert page.count("<figure>") == 1


def test_the_movement_can_be_played_and_is_still_at_first(client: Client) -> None:
    exercise = make_exercise(slug="press-up", figure="press-up", look="c")
    Step.objects.create(exercise=exercise, text="Push.", frame=1)
    page = read(client)
    assert page.count("Play the movement") == 1
    assert page.count('class="xfig xmove c"') == 1
    box = page.split('<input type="checkbox"')[1].split(">")[0]
    assert "checked" not in box


def test_a_movement_that_is_held_has_no_box_to_play_it(client: Client) -> None:
    exercise = make_exercise(slug="press-up", figure="prone-lying")
    Step.objects.create(exercise=exercise, text="Lie.", frame=0)
    page = read(client)
    assert "Play the movement" not in page
    assert page.count("<figure>") == 1


def test_without_pictures_at_its_steps_a_figure_shows_start_and_finish(
    client: Client,
) -> None:
    exercise = make_exercise(slug="press-up", figure="press-up")
    Step.objects.create(exercise=exercise, text="Lie face down.")
    page = read(client)
    assert page.count("<figure>") == 2
    assert page.count("Play the movement") == 1


def test_a_figure_that_is_gone_leaves_the_words(client: Client) -> None:
    exercise = make_exercise(slug="press-up", figure="trapeze")
    Step.objects.create(exercise=exercise, text="Swing.", frame=1)
    page = read(client)
    assert "<li><span>Swing.</span></li>" in page
    assert "<figure" not in page


def test_ids_are_unique_on_a_page_with_figures(client: Client) -> None:
    exercise = make_exercise(slug="press-up", figure="press-up")
    for frame in (0, 1):
        Step.objects.create(exercise=exercise, text="Push.", frame=frame)
    ids = re.findall(r'\sid="([^"]+)"', read(client))
    assert sorted(ids) == sorted(set(ids))


def test_cautions_stand_under_their_headings(client: Client) -> None:
    exercise = make_exercise(slug="press-up")
    for kind in Caution.Kind:
        Caution.objects.create(exercise=exercise, kind=kind, text=f"text of {kind}")
    page = read(client)
    assert page.index("Stop if:") < page.index("text of stop-if")
    assert page.index("Ask a clinician first if:") < page.index("text of ask-first")
    assert page.index("Do not</h2>") < page.index("text of do-not")


def test_a_variation_links_only_to_a_published_exercise(client: Client) -> None:
    owner = make_exercise(slug="press-up")
    for slug, status in (("elbows", "published"), ("secret", "draft")):
        Variation.objects.create(
            owner=owner,
            kind="easier",
            text="Less.",
            exercise=make_exercise(slug=slug, status=status),
        )
    page = read(client)
    assert 'href="/exercises/elbows/"' in page
    assert "secret" not in page


def test_a_variation_is_shown_by_its_own_figure(client: Client) -> None:
    row = make_exercise(slug="bridge", look="b")
    row.variations.create(kind="harder", text="With a band.", figure="bridge-band")
    page = client.get("/exercises/bridge/").text
    assert page.count('class="still"') == 1
    assert 'aria-label="Hip bridge with a band. Lying on the back, head to' in page


def test_a_way_that_changes_only_time_says_that_the_movement_stays_the_same(
    client: Client,
) -> None:
    row = make_exercise(slug="bridge", figure="bridge", look="b")
    row.variations.create(kind="harder", text="Hold for 10 seconds.", figure="bridge")
    row.variations.create(kind="harder", text="With a band.", figure="bridge-band")
    page = client.get("/exercises/bridge/").text
    assert page.count('class="still"') == 2
    assert page.count("The movement stays the same.") == 1
    same = page.index("The movement stays the same.")
    assert page.index("Hold for 10 seconds.") < same < page.index("With a band.")


def test_a_variation_that_is_another_exercise_brings_its_figure(
    client: Client,
) -> None:
    row = make_exercise(slug="brace")
    other = make_exercise(slug="heel-slide", figure="heel-slide", look="c")
    hidden = make_exercise(slug="gone", status="withdrawn", figure="bridge")
    row.variations.create(kind="harder", text="Slide 1 heel.", exercise=other)
    row.variations.create(kind="harder", text="Lift.", exercise=hidden)
    row.variations.create(kind="easier", text="Hold for 3 seconds.")
    page = client.get("/exercises/brace/").text
    assert page.count('class="still"') == 1
    assert 'class="xfig c"' in page
    assert 'aria-label="Heel slide. Lying on the back, head to' in page


def test_statements_are_numbered_before_the_text(client: Client) -> None:
    make_reference(key="albert2012")
    exercise = make_exercise(slug="press-up", body="Some ease [@albert2012].")
    make_statement("long2004", exercise=exercise, certainty="low")
    page = read(client)
    assert page.index('href="/references/long2004/"') < page.index(
        'href="/references/albert2012/"'
    )


def test_the_header_has_the_strongest_certainty_studied_in_sciatica(
    client: Client,
) -> None:
    exercise = make_exercise(slug="press-up")
    make_statement(exercise=exercise, certainty="high", in_sciatica="no")
    make_statement(exercise=exercise, certainty="low", in_sciatica="partly")
    make_statement(exercise=exercise, certainty="very-low", in_sciatica="yes")
    header = read(client).split("<h1>")[1].split("</header>")[0]
    assert "Low certainty" in header


def test_a_visitor_is_asked_about_coverage_and_a_member_is_not(
    client: Client, ada_client: Client
) -> None:
    make_exercise(slug="press-up")
    words = "Do this as part of a program"
    assertContains(client.get("/exercises/press-up/"), words)
    assertNotContains(ada_client.get("/exercises/press-up/"), words)


def test_an_exercise_names_the_emergency_and_its_review(client: Client) -> None:
    make_exercise(slug="press-up")
    page = read(client)
    assert "Call 911 now." in page
    assert "Not yet reviewed by a clinician." in page


def test_an_exercise_with_nothing_else_is_still_a_page(client: Client) -> None:
    make_exercise(slug="press-up", sets=None, reps=None, hold_seconds=None)
    page = read(client)
    for heading in ("How much", "Stop if:", "How to do it", "Evidence</h2>"):
        assert heading not in page.split("<main")[1].split("</main>")[0].replace(
            "How much, and when to stop", ""
        )


def test_canaries_come_out_harmless(client: Client) -> None:
    exercise = make_exercise(
        slug="press-up", title=CANARIES[:120], summary=CANARIES, body=CANARIES
    )
    Step.objects.create(exercise=exercise, text=CANARIES)
    Caution.objects.create(exercise=exercise, kind="stop-if", text=CANARIES)
    make_statement(exercise=exercise, text=CANARIES)
    assert is_harmless(read(client))


@pytest.mark.parametrize("size", [1, 5])
def test_queries_do_not_grow_with_the_exercise(
    client: Client, size: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_reference(key="long2004")
    make_whole_exercise(size, slug="press-up", body="So [@long2004].")
    with django_assert_num_queries(9):
        read(client)
