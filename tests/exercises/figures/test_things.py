"""Furniture stands still; what a hand holds moves with the hand."""

from exercises.figures import MOVEMENTS
from exercises.figures.movement import Box
from exercises.figures.plane import Point
from exercises.figures.solving import solve
from exercises.figures.things import (
    BAND,
    STICK,
    STRAP,
    Block,
    Disc,
    Parcel,
    Rod,
    Wedge,
    counter,
)

STANDING = solve(MOVEMENTS["hip-hinge"].frames[0])
TIPPED = solve(MOVEMENTS["hip-hinge"].frames[1])


def test_a_block_is_a_rounded_rectangle() -> None:
    drawn = Block(Box(1, 2, 30, 4)).draw(STANDING)
    assert drawn == '<rect class="thing" x="1" y="2" width="30" height="4" rx="2"/>'


def test_a_counter_has_a_top_that_is_wider_than_its_cupboard() -> None:
    below, top = counter(100, 150, 92)
    assert (top.box.left, top.box.right, top.box.top) == (94, 156, 92)
    assert (below.box.left, below.box.right, below.box.bottom) == (100, 150, 237)


def test_a_wedge_is_closed() -> None:
    drawn = Wedge((Point(0, 9), Point(9, 9), Point(9, 0))).draw(STANDING)
    assert drawn == '<path class="slope" d="M0 9L9 9L9 0Z"/>'


def test_a_disc_can_have_a_name() -> None:
    drawn = Disc(Point(3, 4), 5, "wheel").draw(STANDING)
    assert drawn == '<circle class="wheel" cx="3" cy="4" r="5"/>'


def test_furniture_stays_where_it_is() -> None:
    rail = Rod((Point(0, 0), Point(9, 9)))
    assert (
        rail.draw(STANDING) == rail.draw(TIPPED) == '<path class="rod" d="M0 0L9 9"/>'
    )


def test_a_bent_rod_is_smooth() -> None:
    drawn = Rod((Point(0, 0), Point(9, 3), Point(9, 9)), bent=True).draw(STANDING)
    assert 'd="M0 0c1.5 .5 7.5 1.5 9 3s0 5 0 6"' in drawn


def test_what_the_body_holds_moves_with_it() -> None:
    for held in (BAND, STICK, STRAP, Parcel(Point(0, 0), 9, 9)):
        assert held.draw(STANDING) != held.draw(TIPPED)


def test_the_stick_lies_along_the_back() -> None:
    first, last = [spot(STANDING) for spot in STICK.spots if callable(spot)]
    assert first.x < STANDING.trunk.hip.x
    assert last.x < STANDING.trunk.head.x
    assert last.y < STANDING.trunk.head.y
