"""What tells a reader more than the body does: effort, ground that passes, dotted lines."""

import re

import pytest

from exercises.figures import FINISH, MOVEMENTS, START, Movement, render_still
from exercises.figures.flipbook import scene
from exercises.figures.movement import MAT_TOP, Box, Passing
from exercises.figures.plane import Point
from exercises.figures.props import passed
from exercises.figures.skeleton import HEIGHT, RADIUS, SLENDER
from exercises.figures.solving import solve

TIGHTENING = [key for key, each in MOVEMENTS.items() if each.effort]
WALKS = [pytest.param(each, id=key) for key, each in MOVEMENTS.items() if "walk" in key]
PRONE = [key for key in MOVEMENTS if "prone" in key or "press-up" in key]


def paths(svg: str, name: str) -> list[str]:
    return re.findall(rf'class="{name}" d="([^"]*)"', svg)


def test_muscles_that_tighten_are_marked() -> None:
    assert set(TIGHTENING) == {"brace", "brace-sitting", "bridge-squeeze"}
    for key in TIGHTENING:
        [patch] = paths(render_still(key, FINISH), "effort")
        assert patch


@pytest.mark.parametrize("key", ["brace", "brace-sitting"])
def test_a_brace_shows_at_its_finish_what_its_start_does_not(key: str) -> None:
    assert paths(render_still(key, START), "effort") == [""]


def test_a_brace_grows_firm_little_by_little() -> None:
    brace = MOVEMENTS["brace"]
    nothing, half, whole = (
        paths("".join(scene(brace, share, SLENDER)), "effort")[0]
        for share in (0, 0.5, 1)
    )
    assert nothing == ""
    assert len({nothing, half, whole}) == 3


@pytest.mark.parametrize("movement", WALKS)
def test_the_ground_falls_behind_as_fast_as_the_foot_on_it(movement: Movement) -> None:
    """The far foot carries the body from the start to the other foot's step."""
    ankles = [solve(movement.pose_at(share)).far_leg.ankle for share in (0, 0.5)]
    ahead = movement.passing[0]
    gone = ahead.place(0).x - ahead.place(0.5).x
    assert gone == pytest.approx(ankles[0].x - ankles[1].x, abs=3.5)
    assert gone > 60


@pytest.mark.parametrize("movement", WALKS)
def test_each_tuft_takes_the_place_of_the_next_after_a_whole_cycle(
    movement: Movement,
) -> None:
    ahead, behind = movement.passing
    assert ahead.place(1) == behind.place(0)


@pytest.mark.parametrize("movement", WALKS)
def test_a_step_can_be_told_from_the_next_by_the_ground(movement: Movement) -> None:
    start, finish = (
        [path for path in paths(render_still(movement.key, frame), "tuft") if path]
        for frame in (START, FINISH)
    )
    assert start != finish
    assert start
    assert finish


def test_what_has_left_the_picture_is_not_drawn() -> None:
    grass = Passing(Point(50, 9), travel=100)
    view = Box(0, 0, 100, 20)
    assert passed(grass, 0, view) != passed(grass, 0.2, view)
    assert passed(grass, 0.9, view) == '<path class="tuft" d=""/>'


@pytest.mark.parametrize("key", PRONE)
def test_feet_lie_on_the_mat(key: str) -> None:
    """Ankle and toes touch it, in every position; the sole is up."""
    for share in (0, 0.5, 1):
        leg = solve(MOVEMENTS[key].pose_at(share)).near_leg
        assert -1 < MAT_TOP - (leg.ankle.y + RADIUS.ankle) < 2
        sole = leg.ankle.angle_to(leg.toe) - 90
        toe = leg.toe.toward(sole, 0.018 * HEIGHT)
        assert -1 < MAT_TOP - (toe.y + RADIUS.toe) < 2


@pytest.mark.parametrize("key", PRONE)
def test_feet_on_the_mat_do_not_slide(key: str) -> None:
    legs = [solve(MOVEMENTS[key].pose_at(share)).near_leg for share in (0, 0.5, 1)]
    assert max(leg.ankle.distance_to(legs[0].ankle) for leg in legs) <= 1


def test_an_arrow_is_shown_with_the_one_position_of_a_movement_that_is_held() -> None:
    assert "arrowhead" in render_still("pause-sit-up", START)
    assert "arrowhead" not in render_still("bridge", START)


@pytest.mark.parametrize("key", ["nerve-slider-straight", "cat-cow-sitting-big"])
def test_a_dotted_line_shows_how_far_the_usual_movement_goes(key: str) -> None:
    assert 'class="trace"' in render_still(key, FINISH)
    assert 'class="trace"' not in render_still("nerve-slider", FINISH)
