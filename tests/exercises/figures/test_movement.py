"""A movement may be held: one still, with a sign over it."""

import re
from dataclasses import replace

import pytest

from exercises.figures import MOVEMENTS, Movement
from exercises.figures.movement import FINISH, START, Box, Words
from exercises.figures.plane import Point
from exercises.figures.pose import mix
from exercises.figures.props import PAUSE_RADIUS, pause

BRIDGE = MOVEMENTS["bridge"]
HELD = replace(
    BRIDGE, frames=BRIDGE.frames[:1], words=Words("Held", "Lying on the back.")
)


def test_a_held_movement_has_the_same_pose_throughout() -> None:
    assert not HELD.moves
    assert HELD.still(FINISH) == HELD.still(START) == HELD.frames[0]
    assert HELD.pose_at(0) == HELD.pose_at(0.5) == HELD.pose_at(1) == HELD.frames[0]


def test_a_held_movement_has_one_sentence() -> None:
    assert HELD.words.position(FINISH) == HELD.words.position(START)


def test_a_movement_of_3_frames_passes_through_the_middle_one() -> None:
    start, finish = BRIDGE.frames
    there_and_back = replace(BRIDGE, frames=(start, finish, start))
    assert there_and_back.pose_at(0.5) == mix(finish, start, 0)
    assert there_and_back.pose_at(0.25) == mix(start, finish, 0.5)


def test_the_pause_sign_is_a_disc_with_2_bars() -> None:
    sign = pause(Point(60, 40))
    assert sign.startswith('<circle class="pause" cx="60" cy="40" r="22"/>')
    assert sign.count('class="pausebar"') == 2
    assert pause(None) == ""


def test_the_view_holds_every_pause_sign() -> None:
    for movement in MOVEMENTS.values():
        for box in (movement.view, movement.thumbnail or movement.view):
            assert movement.pause is None or holds(box, movement.pause), movement.key


def holds(box: Box, center: Point) -> bool:
    across = box.left + PAUSE_RADIUS <= center.x <= box.right - PAUSE_RADIUS
    return across and box.top + PAUSE_RADIUS <= center.y <= box.bottom - PAUSE_RADIUS


def test_a_finish_heard_alone_says_where_the_body_is() -> None:
    words = Words("Bridge", "On the back. Hips down.", "Hips up.", "On the back.")
    assert words.alone(FINISH) == ["Bridge", "On the back.", "Hips up."]
    assert words.alone(START) == ["Bridge", "On the back. Hips down."]


@pytest.mark.parametrize("movement", MOVEMENTS.values(), ids=lambda m: m.key)
def test_every_position_says_which_way_the_body_faces(movement: Movement) -> None:
    words = movement.words
    seen = words.where or words.position(FINISH)
    assert re.search(r"head to the|facing|to the right|from the front|beside", seen)
